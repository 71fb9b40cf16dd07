// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/support/open_stores.h"

using namespace dateline;

class tst_claim_store : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void claimsComeBackAsTheyWere();
    void hopsKeepTheirOrderAndMayRepeat();
    void claimsAreFoundByWhatTheyRestOn();
    void removingTakesHopsAndDecisions();
    void oneDecisionPerItemAndField();
};

void tst_claim_store::claimsComeBackAsTheyWere()
{
    OpenStores file;
    ClaimStore &claims = file.stores.claims;
    const SourceId source = file.source();
    const AnnotationId words = file.stores.annotations.put({{}, {}, source, 0, 1});
    const ActorId speaker = file.actor();
    for (const char *text : kAwkwardTexts) {
        Claim claim;
        claim.externalId = claim.field = claim.value = claim.status = text;
        claim.likelihood = claim.notes = text;
        claim.source = source;
        claim.id = claims.put(claim);
        QCOMPARE(claims.find(claim.id), std::optional(claim));
        claim.annotation = words;
        claim.about = RelationId{7};
        claim.credibility = 6;
        claim.stance = Stance::Contradicts;
        claim.attribution = {speaker};
        QCOMPARE(claims.put(claim), claim.id);
        QCOMPARE(claims.find(claim.id), std::optional(claim));
    }
    QCOMPARE(claims.all().size(), kAwkwardTexts.size());
    QVERIFY(!claims.find(ClaimId{99}));
}

void tst_claim_store::hopsKeepTheirOrderAndMayRepeat()
{
    OpenStores file;
    ClaimStore &claims = file.stores.claims;
    const ActorId a = file.actor();
    const ActorId b = file.actor();
    Claim claim;
    claim.source = file.source();
    for (const std::vector<ActorId> &hops :
         {std::vector{b, a, b}, std::vector{a}, std::vector{b, a}, std::vector<ActorId>()}) {
        claim.attribution = hops;
        claim.id = claims.put(claim);
        QCOMPARE(claims.find(claim.id)->attribution, hops);
        QCOMPARE(file.database.integer("SELECT count(*) FROM attribution"),
                 std::int64_t(hops.size()));
    }
}

void tst_claim_store::claimsAreFoundByWhatTheyRestOn()
{
    OpenStores file;
    ClaimStore &claims = file.stores.claims;
    const ActorId a = file.actor();
    const EventId event = file.event();
    Claim claim;
    claim.externalId = "주장";
    claim.source = file.source();
    claim.annotation = file.stores.annotations.put({{}, {}, claim.source, 0, 1});
    claim.about = event;
    claim.attribution = {a, a};
    const ClaimId full = claims.put(claim);
    Claim bare;
    bare.source = file.source();
    const ClaimId loose = claims.put(bare);
    QCOMPARE(claims.findExternal("주장"), full);
    QVERIFY(claims.findExternal("").isNull());
    QCOMPARE(claims.about(event), std::vector{full});
    QVERIFY(claims.about(ActorId{event.value}).empty());
    QCOMPARE(claims.about({}), std::vector{loose});
    QCOMPARE(claims.ofSource(claim.source), std::vector{full});
    QCOMPARE(claims.ofAnnotation(claim.annotation), std::vector{full});
    QCOMPARE(claims.attributedTo(a), std::vector{full});
}

void tst_claim_store::removingTakesHopsAndDecisions()
{
    OpenStores file;
    ClaimStore &claims = file.stores.claims;
    Claim claim;
    claim.source = file.source();
    claim.about = file.event();
    claim.attribution = {file.actor()};
    const ClaimId gone = claims.put(claim);
    const ClaimId kept = claims.put(claim);
    claims.put(Decision{claim.about, "date", gone, ""});
    claims.put(Decision{claim.about, "place", kept, ""});
    claims.remove(gone);
    claims.remove(gone);  // not an error
    QCOMPARE(claims.all(), std::vector{kept});
    QCOMPARE(claims.find(kept)->attribution, claim.attribution);
    QCOMPARE(claims.decisionsAbout(claim.about),
             (std::vector{Decision{claim.about, "place", kept, ""}}));
}

void tst_claim_store::oneDecisionPerItemAndField()
{
    OpenStores file;
    ClaimStore &claims = file.stores.claims;
    Claim claim;
    claim.source = file.source();
    claim.about = file.event();
    const ClaimId first = claims.put(claim);
    const ClaimId second = claims.put(claim);
    for (const char *text : kAwkwardTexts) {
        claims.put(Decision{claim.about, text, first, "before"});
        claims.put(Decision{claim.about, text, second, text});
    }
    const std::vector<Decision> decisions = claims.decisionsAbout(claim.about);
    QCOMPARE(decisions.size(), kAwkwardTexts.size());
    for (const Decision &decision : decisions) {
        QCOMPARE(decision.preferred, second);
        QCOMPARE(decision.reason, decision.field);
    }
    claims.removeDecision(claim.about, kAwkwardTexts[1]);
    claims.removeDecision(claim.about, "no such field");
    QCOMPARE(claims.decisionsAbout(claim.about).size(), kAwkwardTexts.size() - 1);
    QVERIFY(claims.decisionsAbout(EventId{99}).empty());
}

QTEST_GUILESS_MAIN(tst_claim_store)
#include "tst_claim_store.moc"
