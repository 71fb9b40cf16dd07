// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include <QAbstractItemModelTester>
#include <QTest>

#include "app/edit/session.h"
#include "tests/support/open_sample.h"
#include "ui/tables/actor_table_model.h"
#include "ui/tables/event_table_model.h"
#include "ui/tables/history_table_model.h"
#include "ui/tables/source_table_model.h"

using namespace dateline;
using namespace dateline::ui;

namespace {

// A model with Qt's own watch over it: what breaks the contract of item models fails the test.
template <typename Model>
struct Watched {
    OpenSample sample;
    Model model{sample.context};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    QString cell(int row, int column) const { return model.index(row, column).data().toString(); }
    QStringList column(int column) const
    {
        QStringList cells;
        for (int row = 0; row < model.rowCount(); ++row)
            cells.append(cell(row, column));
        return cells;
    }
};

}  // namespace

class tst_item_tables final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eventsStandByDateAndTheUndatedLast();
    void anEditAndItsUndoReachTheRows();
    void theOrderByDateFollowsEdits();
    void rowsAreFoundByTheirItemAfterSorting();
    void rowsAreFoundAmongThoseThatAreLeft();
    void wordsAndTheFilterLeaveRowsOut();
    void dimmedRowsStayAndDoNotCount();
    void contestedEventsWarn();
    void actorsCountWhatTheyTookPartIn();
    void sourcesSayTheirGradeAndClaims();
    void historyNamesTheNewestFirst();
    void anotherFileReplacesAllRows();
};

void tst_item_tables::eventsStandByDateAndTheUndatedLast()
{
    const Watched<EventTableModel> table;
    QCOMPARE(table.column(EventTableModel::Title),
             QStringList({u"Treaty signed in Pyongyang"_qs, u"Troops are sent"_qs,
                          u"Shoigu visits Pyongyang"_qs, u"A rumour"_qs}));
    QCOMPARE(table.cell(0, EventTableModel::Place), u"Pyongyang"_qs);
    QCOMPARE(table.model.total(), 4u);
}

void tst_item_tables::anEditAndItsUndoReachTheRows()
{
    Watched<EventTableModel> table;
    QVERIFY(table.sample.intents.moveEvent(table.sample.file.visit, edtf("2023")));
    QCOMPARE(table.cell(0, EventTableModel::Title), u"Shoigu visits Pyongyang"_qs);
    QVERIFY(table.sample.intents.remove(std::vector<ItemRef>{table.sample.file.rumour}));
    QCOMPARE(table.model.rowCount(), 3);
    table.sample.hub.undo();
    table.sample.hub.undo();
    QCOMPARE(table.model.rowCount(), 4);
    QCOMPARE(table.cell(2, EventTableModel::Title), u"Shoigu visits Pyongyang"_qs);
}

// A table that was there before the edits beside one that is made after each.
void tst_item_tables::theOrderByDateFollowsEdits()
{
    constexpr std::array kDates{"2024",       "2024-01",    "2024-01-01", "2024-01-01/2024-03",
                                "2023-06-01", "2023-06/..", "",           "2025"};
    Watched<EventTableModel> table;
    std::vector<EventId> events;
    for (std::size_t i = 0; i < 80; ++i) {
        Event event;
        event.title = "event";
        event.when = edtf(kDates[i % kDates.size()]);
        events.push_back(table.sample.intents.addEvent(event));
    }
    std::size_t number = 0;
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        table.model.sort(EventTableModel::When, order);
        for (int edit = 0; edit < 30; ++edit) {
            number += 37;
            QVERIFY(table.sample.intents.moveEvent(events[number % events.size()],
                                                   edtf(kDates[number / 5 % kDates.size()])));
            EventTableModel anew(table.sample.context);
            anew.sort(EventTableModel::When, order);
            QCOMPARE(table.model.rowCount(), anew.rowCount());
            for (int row = 0; row < anew.rowCount(); ++row) {
                QCOMPARE(table.model.item(row), anew.item(row));
                QCOMPARE(table.model.rowOf(anew.item(row)), row);
            }
        }
    }
}

void tst_item_tables::rowsAreFoundByTheirItemAfterSorting()
{
    Watched<EventTableModel> table;
    for (const int column : {EventTableModel::Title, EventTableModel::When, EventTableModel::Kind,
                             EventTableModel::Sources}) {
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            table.model.sort(column, order);
            const int row = table.model.rowOf(table.sample.file.treaty);
            QCOMPARE(table.model.item(row), ItemRef(table.sample.file.treaty));
            QCOMPARE(table.cell(row, EventTableModel::Title), u"Treaty signed in Pyongyang"_qs);
        }
    }
    table.model.sort(EventTableModel::Title, Qt::DescendingOrder);
    QCOMPARE(table.cell(0, EventTableModel::Title), u"Troops are sent"_qs);
    QCOMPARE(table.model.rowOf(ItemRef(table.sample.file.russia)), -1);
}

// Some hundred of three kinds, so that the places span several words of bits.
void tst_item_tables::rowsAreFoundAmongThoseThatAreLeft()
{
    constexpr std::array kKinds{"agreement", "talks", "visit"};
    Watched<EventTableModel> table;
    for (std::size_t i = 0; i < 200; ++i) {
        Event event;
        event.title = "event " + std::to_string(i * 7 % 200);
        event.kind = kKinds[i % kKinds.size()];
        event.when = edtf("20" + std::to_string(10 + i % 15));
        table.sample.intents.addEvent(event);
    }
    const int all = table.model.rowCount();
    Filter filter;
    filter.kinds = {"agreement", "talks"};
    table.sample.filter.setFilter(filter);
    for (const int column : {EventTableModel::When, EventTableModel::Title}) {
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            table.model.sort(column, order);
            QVERIFY(table.model.rowCount() > 100 && table.model.rowCount() < all);
            int found = 0;
            const EventColumns &events = *table.sample.hub.snapshot()->events;
            for (std::uint32_t row = 0; row < events.size(); ++row) {
                const ItemRef event(events.id({row}));
                const int place = table.model.rowOf(event);
                const std::string &kind = events.kindWords().word(events.kind({row}));
                QCOMPARE(place >= 0, kind == "agreement" || kind == "talks");
                found += place >= 0 ? 1 : 0;
                if (place >= 0)
                    QCOMPARE(table.model.item(place), event);
            }
            QCOMPARE(found, table.model.rowCount());
        }
    }
}

void tst_item_tables::wordsAndTheFilterLeaveRowsOut()
{
    Watched<EventTableModel> table;
    table.model.setWords(u"PYONG visit"_qs);
    QCOMPARE(table.column(EventTableModel::Title), QStringList{u"Shoigu visits Pyongyang"_qs});
    table.model.setWords(QString());
    Filter filter;
    filter.kinds = {"agreement"};
    table.sample.filter.setFilter(filter);
    QCOMPARE(table.column(EventTableModel::Title), QStringList{u"Treaty signed in Pyongyang"_qs});
    QCOMPARE(table.model.passing(), 1u);
    table.sample.filter.clear();
    QCOMPARE(table.model.rowCount(), 4);
}

void tst_item_tables::dimmedRowsStayAndDoNotCount()
{
    Watched<EventTableModel> table;
    table.sample.filter.setFilteredOut(ViewFilter::FilteredOut::Dimmed);
    Filter filter;
    filter.kinds = {"agreement"};
    table.sample.filter.setFilter(filter);
    QCOMPARE(table.model.rowCount(), 4);
    QCOMPARE(table.model.passing(), 1u);
    const int row = table.model.rowOf(table.sample.file.visit);
    QVERIFY(table.model.index(row, 0).data(IsDimmedRole).toBool());
}

void tst_item_tables::contestedEventsWarn()
{
    const Watched<EventTableModel> table;
    const QModelIndex visit = table.model.index(table.model.rowOf(table.sample.file.visit), 0);
    const QModelIndex treaty = table.model.index(table.model.rowOf(table.sample.file.treaty), 0);
    QVERIFY(visit.data(IsWarningRole).toBool());
    QVERIFY(!treaty.data(IsWarningRole).toBool());
    QVERIFY(visit.data(Qt::AccessibleTextRole).toString().contains(u"contested"_qs));
}

void tst_item_tables::actorsCountWhatTheyTookPartIn()
{
    Watched<ActorTableModel> table;
    table.model.sort(ActorTableModel::Events, Qt::DescendingOrder);
    QCOMPARE(table.cell(0, ActorTableModel::Name), u"North Korea"_qs);
    QCOMPARE(table.cell(0, ActorTableModel::Events), u"3"_qs);
    const int shoigu = table.model.rowOf(table.sample.file.shoigu);
    QCOMPARE(table.cell(shoigu, ActorTableModel::RoleNow), u"secretary"_qs);
    // What is empty leaves no comma for a reader of the screen to stumble over.
    for (int row = 0; row < table.model.rowCount(); ++row) {
        const QString spoken = table.model.index(row, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(!spoken.contains(u", ,"_qs) && !spoken.endsWith(u", "_qs), qPrintable(spoken));
    }
    table.model.setWords(u"шойгу"_qs);  // an alias
    QCOMPARE(table.column(ActorTableModel::Name), QStringList{u"Sergei Shoigu"_qs});
}

void tst_item_tables::sourcesSayTheirGradeAndClaims()
{
    const Watched<SourceTableModel> table;
    QCOMPARE(table.model.rowCount(), 2);
    const int report = table.model.rowOf(table.sample.file.report);
    QCOMPARE(table.cell(report, SourceTableModel::Outlet), u"Interfax"_qs);
    QCOMPARE(table.cell(report, SourceTableModel::Grade), u"B"_qs);
    QCOMPARE(table.cell(report, SourceTableModel::Claims), u"2"_qs);
    QCOMPARE(table.cell(report, SourceTableModel::Annotations), u"2"_qs);
}

void tst_item_tables::historyNamesTheNewestFirst()
{
    OpenSample sample;
    HistoryTableModel model(sample.hub);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const int before = model.rowCount();
    QVERIFY(sample.intents.moveEvent(sample.file.visit, edtf("2025-04")));
    model.readAgain();
    QCOMPARE(model.rowCount(), before + 1);
    const int current = model.currentRow();
    QVERIFY(current >= 0);
    QVERIFY(!model.index(current, HistoryTableModel::Name).data().toString().isEmpty());
    sample.hub.undo();
    model.readAgain();
    QCOMPARE(model.rowCount(), before + 1);  // what was undone can be done again
    QVERIFY(model.currentRow() != current);
}

void tst_item_tables::anotherFileReplacesAllRows()
{
    Watched<EventTableModel> table;
    QVERIFY(table.sample.hub.createFile(table.sample.pathOf("other.dateline")));
    QCOMPARE(table.model.rowCount(), 0);
    QVERIFY(table.sample.hub.openFile(table.sample.path()));
    QCOMPARE(table.model.rowCount(), 4);
}

QTEST_GUILESS_MAIN(tst_item_tables)
#include "tst_item_tables.moc"
