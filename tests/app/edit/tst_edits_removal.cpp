// SPDX-License-Identifier: GPL-3.0-or-later
// What goes, and what stays without what it rested on, when something is removed; and what is said
// of it before.
#include <QTest>

#include "app/edit/edits.h"
#include "tests/support/sample_file.h"

using namespace dateline;

class tst_edits_removal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_file = makeSampleFile(); }

    void claimsAboutARemovedEventSayWhatTheySaid();
    void aRemovedEventTakesPartsQuantitiesAndTags();
    void aRemovedActorTakesWhatIsItsOwn();
    void aRemovedActorLeavesWhatBelongsToOthers();
    void aRemovedRoleOrRelationLeavesItsClaims();
    void aRemovedSourceTakesAnnotationsAndClaims();
    void aRemovedAnnotationLeavesItsClaims();
    void dependentsOfAnEvent();
    void dependentsOfAnActor();
    void dependentsOfASourceAndItsWords();
    void dependentsOfRolesAndRelations();
    void nothingDependsOnWhatIsNotThere();

private:
    template <typename Edit>
    void perform(const Edit &edit)
    {
        const auto done = m_file.session->perform("Edit", edit);
        QVERIFY2(done, done ? "" : done.error().detail.c_str());
        QVERIFY(m_file.session->integrityFindings().empty());
    }
    const Stores &stores() const { return m_file.session->stores(); }

    SampleFile m_file;
};

void tst_edits_removal::claimsAboutARemovedEventSayWhatTheySaid()
{
    Claim expected = *stores().claims.find(m_file.treatyDate);
    expected.about = {};
    perform([this](Stores &edited) { removeEvent(edited, m_file.treaty); });
    QCOMPARE(stores().claims.find(m_file.treatyDate), std::optional(expected));
    QVERIFY(stores().claims.decisionsAbout(m_file.treaty).empty());
    QVERIFY(stores().claims.decisionsAbout({}).empty());
}

void tst_edits_removal::aRemovedEventTakesPartsQuantitiesAndTags()
{
    perform([this](Stores &edited) {
        removeEvent(edited, m_file.visit);
        removeEvent(edited, m_file.deployment);
    });
    QVERIFY(!stores().events.find(m_file.visit));
    QVERIFY(!stores().events.find(m_file.visitor));
    QVERIFY(!stores().events.find(m_file.troops));
    QVERIFY(stores().events.participationsOf(m_file.visit).empty());
    QVERIFY(stores().events.quantitiesOf(m_file.deployment).empty());
    QVERIFY(stores().tags.tagsOf(m_file.visit).empty());
    QCOMPARE(stores().tags.tagsOf(m_file.shoigu), std::vector<std::string>{"visit"});
    QVERIFY(stores().events.find(m_file.treaty));
}

void tst_edits_removal::aRemovedActorTakesWhatIsItsOwn()
{
    perform([this](Stores &edited) { removeActor(edited, m_file.shoigu); });
    QVERIFY(!stores().actors.find(m_file.shoigu));
    QVERIFY(!stores().actors.find(m_file.minister));
    QVERIFY(!stores().actors.find(m_file.secretary));
    QVERIFY(!stores().relations.find(m_file.service));
    QVERIFY(!stores().events.find(m_file.visitor));
    QVERIFY(stores().tags.tagsOf(m_file.shoigu).empty());
    QVERIFY(stores().views.find(kDefaultView)->positions.empty());
    QCOMPARE(stores().views.find(m_file.view)->positions.size(), std::size_t(2));
    QVERIFY(stores().relations.find(m_file.alliance));
    QVERIFY(stores().events.find(m_file.visit));
}

void tst_edits_removal::aRemovedActorLeavesWhatBelongsToOthers()
{
    Claim expected = *stores().claims.find(m_file.visitInMarch);
    expected.attribution = {m_file.shoigu};
    perform([this](Stores &edited) {
        removeActor(edited, m_file.interfax);
        removeActor(edited, m_file.ministry);
    });
    QCOMPARE(stores().claims.find(m_file.visitInMarch), std::optional(expected));
    QVERIFY(stores().sources.find(m_file.report)->outlet.isNull());
    QVERIFY(!stores().actors.find(m_file.grade));
    const std::optional<Role> minister = stores().actors.find(m_file.minister);
    QVERIFY(minister);
    QVERIFY(minister->body.isNull());
    QCOMPARE(minister->title, std::string("minister"));
}

void tst_edits_removal::aRemovedRoleOrRelationLeavesItsClaims()
{
    ClaimId onRole;
    ClaimId onRelation;
    perform([&](Stores &edited) {
        Claim claim;
        claim.source = m_file.report;
        claim.about = m_file.minister;
        onRole = addClaim(edited, claim);
        claim.about = m_file.service;
        onRelation = addClaim(edited, claim);
    });
    perform([this](Stores &edited) {
        removeRole(edited, m_file.minister);
        removeActor(edited, m_file.ministry);  // and with it the relation
    });
    QVERIFY(stores().claims.find(onRole)->about.isNull());
    QVERIFY(stores().claims.find(onRelation)->about.isNull());
}

void tst_edits_removal::aRemovedSourceTakesAnnotationsAndClaims()
{
    perform([this](Stores &edited) { removeSource(edited, m_file.report); });
    QVERIFY(!stores().sources.find(m_file.report));
    QCOMPARE(stores().sources.text(m_file.report), std::string());
    QVERIFY(!stores().annotations.find(m_file.sentence));
    QVERIFY(!stores().annotations.find(m_file.remark));
    QVERIFY(!stores().claims.find(m_file.visitInMarch));
    QVERIFY(!stores().claims.find(m_file.treatyDate));
    QVERIFY(stores().claims.decisionsAbout(m_file.treaty).empty());
    QVERIFY(stores().claims.find(m_file.visitInApril));
    QVERIFY(stores().sources.find(m_file.correction)->supersedes.isNull());
    QVERIFY(stores().events.find(m_file.treaty));
}

void tst_edits_removal::aRemovedAnnotationLeavesItsClaims()
{
    perform([this](Stores &edited) {
        setTags(edited, m_file.sentence, std::vector<std::string>{"date"});
    });
    Claim expected = *stores().claims.find(m_file.visitInMarch);
    expected.annotation = {};
    perform([this](Stores &edited) { removeAnnotation(edited, m_file.sentence); });
    QCOMPARE(stores().claims.find(m_file.visitInMarch), std::optional(expected));
    QVERIFY(stores().tags.tagsOf(m_file.sentence).empty());
    QVERIFY(stores().annotations.find(m_file.remark));
}

void tst_edits_removal::dependentsOfAnEvent()
{
    const Dependents ofVisit = dependentsOf(stores(), m_file.visit);
    QCOMPARE(ofVisit, (Dependents{.participations = 2, .claims = 2}));
    QCOMPARE(ofVisit.total(), 4);
    QCOMPARE(dependentsOf(stores(), m_file.deployment),
             (Dependents{.participations = 1, .quantities = 2}));
    QCOMPARE(dependentsOf(stores(), m_file.rumour), Dependents());
}

void tst_edits_removal::dependentsOfAnActor()
{
    QCOMPARE(dependentsOf(stores(), m_file.shoigu),
             (Dependents{.participations = 1, .roles = 2, .relations = 1, .attributions = 1}));
    QCOMPARE(dependentsOf(stores(), m_file.interfax),
             (Dependents{.sources = 2, .attributions = 2}));
    QCOMPARE(dependentsOf(stores(), m_file.ministry),
             (Dependents{.roles = 1, .relations = 1, .attributions = 1}));
    perform([this](Stores &edited) {
        Claim claim;
        claim.source = m_file.report;
        for (const ItemRef about : {ItemRef(m_file.ministry), ItemRef(m_file.service)}) {
            claim.about = about;
            addClaim(edited, claim);
        }
    });
    QCOMPARE(dependentsOf(stores(), m_file.ministry).claims, 2);
}

void tst_edits_removal::dependentsOfASourceAndItsWords()
{
    QCOMPARE(dependentsOf(stores(), m_file.report), (Dependents{.annotations = 2, .claims = 2}));
    QCOMPARE(dependentsOf(stores(), m_file.sentence), (Dependents{.claims = 1}));
    QCOMPARE(dependentsOf(stores(), m_file.remark), Dependents());
}

void tst_edits_removal::dependentsOfRolesAndRelations()
{
    QCOMPARE(dependentsOf(stores(), m_file.alliance), Dependents());
    perform([this](Stores &edited) {
        Claim claim;
        claim.source = m_file.report;
        claim.about = m_file.alliance;
        addClaim(edited, claim);
        claim.about = m_file.minister;
        addClaim(edited, claim);
    });
    QCOMPARE(dependentsOf(stores(), m_file.alliance), (Dependents{.claims = 1}));
    QCOMPARE(dependentsOf(stores(), m_file.minister), (Dependents{.claims = 1}));
}

void tst_edits_removal::nothingDependsOnWhatIsNotThere()
{
    QCOMPARE(dependentsOf(stores(), EventId{999}), Dependents());
    QCOMPARE(dependentsOf(stores(), {}), Dependents());
    QCOMPARE(dependentsOf(stores(), m_file.loose), Dependents());
}

QTEST_GUILESS_MAIN(tst_edits_removal)
#include "tst_edits_removal.moc"
