// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QTest>

#include "app/network/network_question.h"
#include "tests/support/snapshot_of.h"

using namespace dateline;

namespace {

Instant day(std::string_view text)
{
    return test::edtf(text).when().bounds.earliestBegin;
}

TimeSpan span(std::string_view text)
{
    return test::edtf(text).when().bounds.whole();
}

// Anna and Boris met twice, Boris works with Clara until 2023 and with Dora from 2024.
struct Case {
    test::SnapshotOf rows;
    ActorId anna = rows.actor("Anna");
    ActorId boris = rows.actor("Boris");
    ActorId clara = rows.actor("Clara");
    ActorId dora = rows.actor("Dora");
    EventId first = meeting("2022-03-01");
    EventId second = meeting("2024-03-01");
    RelationId clarasWork = rows.relation(boris, clara, "works with", "2021/2023", "assessed");
    RelationId dorasWork = rows.relation(boris, dora, "works with", "2024/..");

    EventId meeting(const char *when)
    {
        const EventId event = rows.event("Meeting", when);
        rows.participation(event, anna);
        rows.participation(event, boris);
        return event;
    }
    NetworkAnswer ask(const NetworkQuestion &question) const
    {
        return answer(*rows.build(), {}, question);
    }
    NetworkAnswer ask(QuestionKind kind, ActorId from = {}, ActorId to = {}) const
    {
        NetworkQuestion question;
        question.kind = kind;
        question.from = from;
        question.to = to;
        question.steps = 2;
        return ask(question);
    }
};

const AnswerEntry *entryOf(const NetworkAnswer &answer, const std::vector<ActorId> &actors)
{
    for (const AnswerEntry &entry : answer.entries)
        if (entry.actors == actors)
            return &entry;
    return nullptr;
}

}  // namespace

class tst_network_question : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aWayNamesWhatItRestsOn()
    {
        const Case c;
        const NetworkAnswer found = c.ask(QuestionKind::ShortestPaths, c.anna, c.clara);
        QCOMPARE(found.entries.size(), std::size_t{1});
        const AnswerEntry &way = found.entries.front();
        QCOMPARE(way.actors, (std::vector<ActorId>{c.anna, c.boris, c.clara}));
        QCOMPARE(way.ties[0].rests, (std::vector<ItemRef>{c.first, c.second}));
        QCOMPARE(way.ties[1].rests, (std::vector<ItemRef>{c.clarasWork}));
        QCOMPARE(way.ties[1].kind, std::string("works with"));
        QCOMPARE(way.stepOf, (std::vector<std::uint32_t>{0, 1}));
    }
    void anAdvancingWayLeavesOutWhatCameTooLate()
    {
        const Case c;
        const NetworkAnswer found = c.ask(QuestionKind::AdvancingPaths, c.anna, c.clara);
        QCOMPARE(found.entries.size(), std::size_t{1});
        QCOMPARE(found.entries[0].ties[0].rests, (std::vector<ItemRef>{c.first}));
        // Clara's work with Boris was over before Dora's began.
        QVERIFY(c.ask(QuestionKind::AdvancingPaths, c.dora, c.clara).entries.empty());
        QCOMPARE(c.ask(QuestionKind::AdvancingPaths, c.clara, c.dora).entries.size(),
                 std::size_t{1});
    }
    void commonNeighboursShowBothTies()
    {
        const Case c;
        const NetworkAnswer found = c.ask(QuestionKind::CommonNeighbours, c.clara, c.dora);
        QCOMPARE(found.entries.size(), std::size_t{1});
        QCOMPARE(found.entries[0].actors, (std::vector<ActorId>{c.boris}));
        QCOMPARE(found.entries[0].ties.size(), std::size_t{2});
        QCOMPARE(found.entries[0].stepOf, (std::vector<std::uint32_t>{0, 1}));
    }
    void aNeighbourhoodGrowsByRings()
    {
        const Case c;
        const NetworkAnswer found = c.ask(QuestionKind::Neighbourhood, c.anna);
        QCOMPARE(found.count, 3.0);
        QCOMPARE(entryOf(found, {c.boris})->steps, 1u);
        QCOMPARE(entryOf(found, {c.dora})->steps, 2u);
        QCOMPARE(entryOf(found, {c.dora})->ties[0].rests, (std::vector<ItemRef>{c.dorasWork}));
    }
    void whoBridgesIsTheOneInTheMiddle()
    {
        const Case c;
        const NetworkAnswer found = c.ask(QuestionKind::Bridges);
        QCOMPARE(found.entries.size(), std::size_t{1});
        QCOMPARE(found.entries[0].actors, (std::vector<ActorId>{c.boris}));
        QCOMPARE(found.entries[0].share, 3.0);
        QCOMPARE(found.entries[0].parts, 3u);
        QCOMPARE(found.entries[0].ties.size(), std::size_t{3});
    }
    void changesBetweenTwoDates()
    {
        const Case c;
        NetworkQuestion question;
        question.kind = QuestionKind::Changes;
        question.before = day("2022-06");
        question.after = day("2024-06");
        const NetworkAnswer found = c.ask(question);
        const AnswerEntry *met = entryOf(found, {c.anna, c.boris});
        QVERIFY(met->change == Change::Stronger);
        QCOMPARE(met->before.weight, 1u);
        QCOMPARE(met->after.weight, 2u);
        QVERIFY(entryOf(found, {c.boris, c.clara})->change == Change::Gone);
        QVERIFY(entryOf(found, {c.boris, c.dora})->change == Change::Added);
        QVERIFY(entryOf(found, {c.clara})->change == Change::Gone);
        QVERIFY(entryOf(found, {c.dora})->change == Change::Added);
        QVERIFY(entryOf(found, {c.boris}) == nullptr);  // tied to two actors then and now
        QCOMPARE(entryOf(found, {c.boris, c.clara})->ties[0].rests,
                 (std::vector<ItemRef>{c.clarasWork}));
    }
    void changesBetweenTwoSpansCountWhatIsWithin()
    {
        Case c;
        c.meeting("2022-05-01");
        NetworkQuestion question;
        question.kind = QuestionKind::Changes;
        question.beforeSpan = span("2022");
        question.afterSpan = span("2024");
        const AnswerEntry met = *entryOf(c.ask(question), {c.anna, c.boris});
        QVERIFY(met.change == Change::Weaker);
        QCOMPARE(met.before.weight, 2u);
        QCOMPARE(met.after.weight, 1u);
    }
    void aRelationWithLessCertaintyIsWeaker()
    {
        // "works with", confirmed until 2022, suspected after.
        test::SnapshotOf rows;
        const ActorId a = rows.actor("A");
        const ActorId b = rows.actor("B");
        rows.relation(a, b, "works with", "2020/2022", "confirmed");
        rows.relation(a, b, "works with", "2023/..", "suspected");
        NetworkQuestion question;
        question.kind = QuestionKind::Changes;
        question.before = day("2021");
        question.after = day("2024");
        const NetworkAnswer found = answer(*rows.build(), {}, question);
        QCOMPARE(found.entries.size(), std::size_t{1});
        QVERIFY(found.entries[0].change == Change::Weaker);
    }
    void whoIsNotInTheGraphIsToldApart()
    {
        const Case c;
        QVERIFY(!c.ask(QuestionKind::ShortestPaths, c.anna, {}).isKnown);
        QVERIFY(!c.ask(QuestionKind::ShortestPaths, c.anna, c.anna).isKnown);
        QVERIFY(!c.ask(QuestionKind::Neighbourhood).isKnown);
    }
    void aLongListIsCutAndCounted()
    {
        const Case c;
        NetworkQuestion question;
        question.kind = QuestionKind::Neighbourhood;
        question.from = c.boris;
        question.most = 2;
        const NetworkAnswer found = c.ask(question);
        QCOMPARE(found.entries.size(), std::size_t{2});
        QCOMPARE(found.count, 3.0);
    }
};

QTEST_GUILESS_MAIN(tst_network_question)
#include "tst_network_question.moc"
