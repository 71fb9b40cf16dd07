// SPDX-License-Identifier: GPL-3.0-or-later
// What a merge of two actors moves, and what taking it apart gives back.
#include <QTest>

#include "app/edit/edits.h"
#include "tests/support/sample_file.h"

using namespace dateline;

namespace {

class Case {
public:
    SampleFile file = makeSampleFile();

    Result<void> perform(const std::function<void(Stores &)> &edit)
    {
        return file.session->perform("edit", edit);
    }
    const Stores &stores() const { return file.session->stores(); }
    MergeId merge(ActorId kept, ActorId gone)
    {
        MergeId id;
        const Result<void> done =
            perform([&](Stores &stores) { id = mergeActors(stores, kept, gone, "same"); });
        return done ? id : MergeId();
    }
    bool unmerge(MergeId id)
    {
        return perform([&](Stores &stores) { unmergeActors(stores, id); }).has_value();
    }
};

// Rows of the tables that a merge touches but for what it keeps of itself, without the ids of
// rows that come back as new ones.
std::string meaningOf(const SampleFile &file)
{
    std::string text;
    for (const Actor &actor : *file.session->snapshot()->actors) {
        text += actor.externalId + actor.name + actor.kind + actor.notes;
        for (const Alias &alias : actor.aliases)
            text += "|" + alias.text + "@" + alias.language;
        for (const Participation &row : file.session->stores().events.participationsOf(actor.id))
            text += "|" + std::to_string(row.event.value) + row.part;
        for (const Role &row : file.session->stores().actors.rolesOf(actor.id))
            text += "|" + row.title + std::to_string(row.body.value);
        for (const std::string &tag : file.session->stores().tags.tagsOf(actor.id))
            text += "|#" + tag;
        text += "\n";
    }
    for (const Claim &claim : *file.session->snapshot()->claims) {
        text += std::to_string(claim.about.id);
        for (const ActorId hop : claim.attribution)
            text += ">" + std::to_string(hop.value);
        text += "\n";
    }
    for (const Source &source : *file.session->snapshot()->sources)
        text += std::to_string(source.outlet.value) + "\n";
    for (const Reliability &row : *file.session->snapshot()->reliabilities)
        text += std::to_string(row.actor.value) + row.grade + "\n";
    for (const SavedView &view : *file.session->snapshot()->views) {
        for (const ActorPosition &place : view.positions)
            text += std::to_string(place.actor.value) + " " + std::to_string(place.x) + "\n";
    }
    return text;
}

}  // namespace

class tst_merge_edits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keptActorHasAllThatBothHad();
    void takenApartEachHasWhatItHad_data();
    void takenApartEachHasWhatItHad();
    void laterEditsStayWhenTakenApart();
    void mergesOfMergesComeApartInAnyOrder();
    void refusesItselfAndTiesBetweenTheTwo();
    void removedActorTakesItsMergesAlong();
};

void tst_merge_edits::keptActorHasAllThatBothHad()
{
    Case c;
    const ActorId kept = c.file.russia;
    const ActorId gone = c.file.shoigu;
    const std::size_t roles = c.stores().actors.rolesOf(gone).size();
    QVERIFY(roles > 0);
    QVERIFY(c.merge(kept, gone));
    QVERIFY(!c.stores().actors.find(gone));
    QCOMPARE(c.stores().actors.rolesOf(kept).size(), roles);
    QCOMPARE(c.file.session->snapshot()->actorNamed("Shoygu")->id, kept);
    QCOMPARE(c.stores().claims.find(c.file.visitInMarch)->attribution.front(), kept);
    QCOMPARE(c.file.session->snapshot()->merges->size(), std::size_t{2});
    QVERIFY(c.file.session->integrityFindings().empty());
}

void tst_merge_edits::takenApartEachHasWhatItHad_data()
{
    QTest::addColumn<int>("pair");
    QTest::newRow("a person into a state") << 0;
    QTest::newRow("an outlet into a body") << 1;
    QTest::newRow("a state into a person") << 2;
}

void tst_merge_edits::takenApartEachHasWhatItHad()
{
    QFETCH(int, pair);
    Case c;
    const std::string before = meaningOf(c.file);
    const MergeId merge = pair == 0   ? c.merge(c.file.russia, c.file.shoigu)
                          : pair == 1 ? c.merge(c.file.ministry, c.file.interfax)
                                      : c.merge(c.file.interfax, c.file.russia);
    QVERIFY(merge);
    QVERIFY(meaningOf(c.file) != before);
    c.file.reopen();
    QVERIFY(c.unmerge(merge));
    QCOMPARE(QString::fromStdString(meaningOf(c.file)), QString::fromStdString(before));
    QVERIFY(c.file.session->integrityFindings().empty());
}

void tst_merge_edits::laterEditsStayWhenTakenApart()
{
    Case c;
    const MergeId merge = c.merge(c.file.ministry, c.file.interfax);
    QVERIFY(merge);
    ParticipationId added;
    QVERIFY(c.perform([&](Stores &stores) {
        added = addParticipation(stores, {{}, c.file.rumour, c.file.ministry, "speaker"});
        removeReliability(stores, c.file.grade);
        Source report = *stores.sources.find(c.file.report);
        report.outlet = c.file.russia;
        changeSource(stores, report);
    }));
    QVERIFY(c.unmerge(merge));
    QCOMPARE(c.stores().events.find(added)->actor, c.file.ministry);
    QVERIFY(c.stores().actors.reliabilityOf(c.file.interfax).empty());
    QCOMPARE(c.stores().sources.find(c.file.report)->outlet, c.file.russia);
    QCOMPARE(c.stores().sources.find(c.file.correction)->outlet, c.file.interfax);
}

void tst_merge_edits::mergesOfMergesComeApartInAnyOrder()
{
    for (const bool isInnerFirst : {true, false}) {
        Case c;
        const std::string before = meaningOf(c.file);
        const MergeId inner = c.merge(c.file.ministry, c.file.interfax);
        const MergeId outer = c.merge(c.file.northKorea, c.file.ministry);
        QVERIFY(inner && outer);
        QVERIFY(c.unmerge(isInnerFirst ? inner : outer));
        QVERIFY(c.unmerge(isInnerFirst ? outer : inner));
        QCOMPARE(c.stores().sources.find(c.file.report)->outlet, c.file.interfax);
        QVERIFY(c.file.session->integrityFindings().empty());
        if (!isInnerFirst)
            QCOMPARE(QString::fromStdString(meaningOf(c.file)), QString::fromStdString(before));
    }
}

void tst_merge_edits::refusesItselfAndTiesBetweenTheTwo()
{
    Case c;
    QVERIFY(!c.merge(c.file.russia, c.file.russia));
    QVERIFY(!c.merge(c.file.russia, c.file.northKorea));  // the alliance
    QVERIFY(!c.merge(c.file.russia, ActorId{12345}));
}

void tst_merge_edits::removedActorTakesItsMergesAlong()
{
    Case c;
    QVERIFY(c.perform([&](Stores &stores) { removeActor(stores, c.file.shoigu); }));
    QVERIFY(c.file.session->snapshot()->merges->size() == 0);
    QVERIFY(c.file.session->integrityFindings().empty());
}

QTEST_GUILESS_MAIN(tst_merge_edits)
#include "tst_merge_edits.moc"
