// SPDX-License-Identifier: GPL-3.0-or-later
// The window on a file of so many rows that workers make what the timeline and the tables show. The
// file is made once; each test shows it in a window of its own.
#include <set>

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include "app/edit/session.h"
#include "app/exchange/file_import.h"
#include "resources/init_resources.h"
#include "tests/support/open_sample.h"
#include "ui/tables/actor_table_model.h"
#include "ui/tables/event_table_model.h"
#include "ui/views/timeline_canvas.h"
#include "ui/views/timeline_view.h"
#include "ui/window/main_window.h"

using namespace dateline;
using namespace dateline::ui;

namespace {

constexpr int kEvents = 50'400;
constexpr int kActors = 300;
constexpr int kKinds = 7;

// Titles, dates and actors in orders that have nothing to do with one another.
std::string eventRows()
{
    std::string rows = "id,title,kind,when,actors\n";
    for (int i = 0; i < kEvents; ++i) {
        const int title = static_cast<int>((static_cast<std::int64_t>(i) * 7'919) % kEvents);
        const int day = static_cast<int>((static_cast<std::int64_t>(i) * 104'729) % (50 * 336));
        char text[160];
        std::snprintf(text, sizeof text, "e%d,Event %06d,kind %d,%04d-%02d-%02d,Actor %d\n", i,
                      title, i % kKinds, 1970 + day / 336, 1 + day % 336 / 28, 1 + day % 28,
                      i % kActors);
        rows += text;
    }
    return rows;
}

struct LargeFile {
    LargeFile()
    {
        writeFile(folder / "events.csv", eventRows());
        const auto session = Session::create(path);
        DL_CHECK(session.has_value());
        ImportRequest request;
        request.inputs = {folder / "events.csv"};
        const Result<ImportReport> report = importFiles(**session, request);
        DL_CHECK(report && report->isDone);
    }

    TemporaryFolder folder;
    std::filesystem::path path = folder / "large.dateline";
};

struct Shown {
    explicit Shown(const LargeFile &file)
    {
        window.resize(1400, 900);
        window.show();
        DL_CHECK(window.openFile(toQPath(file.path)));
        events = window.findChild<EventTableModel *>();
        actors = window.findChild<ActorTableModel *>();
        DL_CHECK(events && actors);
    }
    bool settles()
    {
        return QTest::qWaitFor([this] {
            return window.timeline()->isUpToDate() && events->isUpToDate() && actors->isUpToDate();
        });
    }
    std::string title(int row) const
    {
        const EventColumns &columns = *window.context().hub.snapshot()->events;
        return std::string(columns.title(columns.rowOf(EventId{events->item(row).id})));
    }
    std::set<std::string> laneNames()
    {
        std::set<std::string> names;
        const Lanes &lanes = window.timeline()->canvas()->lanes();
        for (const Lane &lane : lanes.lanes)
            names.insert(std::string(lanes.name(lane)));
        return names;
    }

    MainWindow window;
    EventTableModel *events = nullptr;
    ActorTableModel *actors = nullptr;
};

}  // namespace

class tst_large_file final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        initResources();
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
        m_file = std::make_unique<LargeFile>();
    }
    void cleanupTestCase() { m_file.reset(); }
    void everyPaneShowsAllOfIt();
    void aTableSortsBothWays();
    void ofSeveralSortsTheLastHolds();
    void aFilterReachesTablesAndLanes();
    void wordsAreLookedForBesideTheWindow();
    void wordsThatAreNotWantedAnyMoreAreForgotten();
    void whatWordsFindFollowsEdits();
    void anEditAndItsUndoReachTheTable();

private:
    QTemporaryDir m_settings;
    std::unique_ptr<LargeFile> m_file;
};

void tst_large_file::everyPaneShowsAllOfIt()
{
    Shown shown(*m_file);
    QVERIFY(shown.settles());
    QCOMPARE(shown.events->rowCount(), kEvents);
    QCOMPARE(shown.actors->rowCount(), kActors);
    QCOMPARE(shown.laneNames().size(), std::size_t{kActors});
    std::size_t inLanes = 0;
    for (const Lane &lane : shown.window.timeline()->canvas()->lanes().lanes)
        inLanes += lane.count();
    QCOMPARE(inLanes, std::size_t{kEvents});
}

void tst_large_file::aTableSortsBothWays()
{
    Shown shown(*m_file);
    QVERIFY(shown.settles());
    shown.events->sort(EventTableModel::Title, Qt::AscendingOrder);
    QVERIFY(!shown.events->isUpToDate());  // a worker does it
    QVERIFY(shown.settles());
    for (const int row : {0, 1, 999, kEvents - 1}) {
        char title[32];
        std::snprintf(title, sizeof title, "Event %06d", row);
        QCOMPARE(shown.title(row), std::string(title));
    }
    shown.events->sort(EventTableModel::Title, Qt::DescendingOrder);
    QVERIFY(shown.settles());
    QCOMPARE(shown.title(kEvents - 1), std::string("Event 000000"));
    // Each row is found where it stands.
    for (const int row : {0, 17, kEvents / 2, kEvents - 1})
        QCOMPARE(shown.events->rowOf(shown.events->item(row)), row);
}

void tst_large_file::ofSeveralSortsTheLastHolds()
{
    Shown shown(*m_file);
    shown.events->sort(EventTableModel::Kind, Qt::AscendingOrder);
    shown.events->sort(EventTableModel::Title, Qt::AscendingOrder);
    shown.events->sort(EventTableModel::When, Qt::AscendingOrder);
    shown.events->sort(EventTableModel::Title, Qt::DescendingOrder);
    QVERIFY(shown.settles());
    QCOMPARE(shown.title(kEvents - 1), std::string("Event 000000"));
    QCOMPARE(shown.title(kEvents - 2), std::string("Event 000001"));
}

void tst_large_file::aFilterReachesTablesAndLanes()
{
    Shown shown(*m_file);
    QVERIFY(shown.settles());
    ViewFilter &filter = shown.window.context().filter;
    filter.setFilteredOut(ViewFilter::FilteredOut::Hidden);
    Filter wanted;
    wanted.kinds = {"kind 3"};
    filter.setFilter(wanted);
    QVERIFY(shown.settles());
    QCOMPARE(shown.events->rowCount(), kEvents / kKinds);
    // Of numbers modulo 7 and 300, which share nothing, every actor keeps some events.
    QCOMPARE(shown.actors->rowCount(), kActors);
    std::size_t inLanes = 0;
    for (const Lane &lane : shown.window.timeline()->canvas()->lanes().lanes)
        inLanes += lane.count();
    QCOMPARE(inLanes, std::size_t{kEvents / kKinds});

    wanted.kinds.clear();
    wanted.actors = {shown.window.context().hub.snapshot()->actor(ActorRow{41}).id};
    filter.setFilter(wanted);
    QVERIFY(shown.settles());
    QCOMPARE(shown.events->rowCount(), kEvents / kActors);
    filter.setFilter({});
    QVERIFY(shown.settles());
    QCOMPARE(shown.events->rowCount(), kEvents);
}

void tst_large_file::wordsAreLookedForBesideTheWindow()
{
    Shown shown(*m_file);
    QVERIFY(shown.settles());
    ViewFilter &filter = shown.window.context().filter;
    filter.setText(u"event 00012"_qs);
    QVERIFY(filter.isLooking());
    QCOMPARE(filter.lookingFor(), u"event 00012"_qs);
    QCOMPARE(filter.shown().count(), std::uint32_t{kEvents});  // as it was, until they are found
    QVERIFY(QTest::qWaitFor([&] { return !filter.isLooking(); }));
    QCOMPARE(filter.shown().count(), 11u);  // 000120 to 000129, and 000012
    QVERIFY(shown.settles());
    QCOMPARE(shown.events->rowCount(), 11);
    // However many hold the words: none is left out.
    filter.setText(u"Event"_qs);
    QVERIFY(QTest::qWaitFor([&] { return !filter.isLooking(); }));
    QCOMPARE(filter.shown().count(), std::uint32_t{kEvents});
    // And those of an actor of that name.
    filter.setText(u"Actor 299"_qs);
    QVERIFY(QTest::qWaitFor([&] { return !filter.isLooking(); }));
    QCOMPARE(filter.shown().count(), std::uint32_t{kEvents / kActors});
    for (const std::uint32_t before : {std::uint32_t{kEvents}, 11u}) {
        filter.goBack();
        QVERIFY(QTest::qWaitFor([&] { return !filter.isLooking(); }));
        QCOMPARE(filter.shown().count(), before);
    }
    filter.goForward();
    filter.goForward();  // the same step, which has not been taken yet
    QVERIFY(QTest::qWaitFor([&] { return !filter.isLooking(); }));
    QCOMPARE(filter.shown().count(), std::uint32_t{kEvents});
    QVERIFY(filter.canGoForward());
}

void tst_large_file::wordsThatAreNotWantedAnyMoreAreForgotten()
{
    Shown shown(*m_file);
    QVERIFY(shown.settles());
    ViewFilter &filter = shown.window.context().filter;
    filter.setText(u"event 00012"_qs);
    filter.setText(u"event 00013"_qs);  // the newest count
    QVERIFY(QTest::qWaitFor([&] { return !filter.isLooking(); }));
    QCOMPARE(filter.filter().text, std::string("event 00013"));
    filter.setText(u"event 00014"_qs);
    filter.clear();
    QVERIFY(!filter.isLooking());
    QCOMPARE(filter.shown().count(), std::uint32_t{kEvents});
    filter.setText(u"event 00014"_qs);
    filter.setFilter(filter.filter());  // what the window shows is what is wanted
    QVERIFY(!filter.isLooking());
    QTest::qWait(100);
    QCOMPARE(filter.filter().text, std::string());
    // A part that is added meanwhile is added to the words.
    filter.setText(u"event 00012"_qs);
    filter.setRange(TimeSpan::between({0}, {86'400}));
    QVERIFY(QTest::qWaitFor([&] { return !filter.isLooking(); }));
    QCOMPARE(filter.filter().text, std::string("event 00012"));
    QVERIFY(filter.filter().range);
}

void tst_large_file::whatWordsFindFollowsEdits()
{
    Shown shown(*m_file);
    QVERIFY(shown.settles());
    const ViewContext &context = shown.window.context();
    context.filter.setText(u"event 00012"_qs);
    QVERIFY(QTest::qWaitFor([&] { return context.filter.shown().count() == 11; }));
    QVERIFY(shown.settles());
    std::optional<Event> event = context.hub.event(EventId{shown.events->item(0).id});
    QVERIFY(event);
    event->title = "Something else";
    context.intents.changeEvent(*event);
    QVERIFY(QTest::qWaitFor([&] { return context.filter.shown().count() == 10; }));
    context.hub.undo();
    QVERIFY(QTest::qWaitFor([&] { return context.filter.shown().count() == 11; }));
    // Also where the filter gets another part, or other words are wanted and then not, before it is
    // known what the words mean now.
    context.intents.changeEvent(*event);
    context.filter.setRange(TimeSpan::between({0}, {4'000'000'000}));
    QVERIFY(QTest::qWaitFor([&] { return context.filter.shown().count() == 10; }));
    context.hub.undo();
    context.filter.setText(u"event 00013"_qs);
    context.filter.setFilter(context.filter.filter());
    QVERIFY(QTest::qWaitFor([&] { return context.filter.shown().count() == 11; }));
}

void tst_large_file::anEditAndItsUndoReachTheTable()
{
    Shown shown(*m_file);
    shown.events->sort(EventTableModel::Title, Qt::AscendingOrder);
    QVERIFY(shown.settles());
    const EventId last{shown.events->item(kEvents - 1).id};
    std::optional<Event> event = shown.window.context().hub.event(last);
    QVERIFY(event);
    event->title = "Aardvark";
    shown.window.context().intents.changeEvent(*event);
    QVERIFY(shown.settles());
    QCOMPARE(shown.events->item(0), ItemRef(last));
    QCOMPARE(shown.title(0), std::string("Aardvark"));
    shown.window.context().hub.undo();
    QVERIFY(shown.settles());
    QCOMPARE(shown.events->item(kEvents - 1), ItemRef(last));
}

QTEST_MAIN(tst_large_file)
#include "tst_large_file.moc"
