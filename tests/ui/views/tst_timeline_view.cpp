// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAccessible>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include "app/model/civil_date.h"
#include "tests/support/open_sample.h"
#include "ui/views/lane_finder.h"
#include "ui/views/overview_strip.h"
#include "ui/views/timeline_canvas.h"
#include "ui/views/timeline_texts.h"
#include "ui/views/timeline_view.h"
#include "ui/views/undated_tray.h"

using namespace dateline;
using namespace dateline::ui;

Q_DECLARE_METATYPE(dateline::ui::NewEventPlace)

class tst_timeline_view : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void showsTheWholeFileAtFirst();
    void wheelZoomsAboutThePointer();
    void shiftWheelAndDragPan();
    void clickSelectsAndEmptySpaceClears();
    void controlTogglesAndShiftPicksARange();
    void selectionFromElsewhereIsBroughtIntoView();
    void hoveringDoesNotBuildTheSceneAgain();
    void brushFiltersToASpan();
    void dragOfAMarkAsksToMoveIt();
    void escapeEndsADragWithoutATrace();
    void readOnlyFilesCannotBeDragged();
    void doubleClickFitsAMarkOrAsksForANewEvent();
    void keysGoFromMarkToMark();
    void keysZoomAndTravel();
    void filteredEventsLeaveOrDim();
    void groupingChangesTheLanes();
    void rowsArePinnedToTheTop();
    void groupsOfRowsCloseByAClickOnTheirHeading();
    void compactRowsAreAsLowAsTheirNames();
    void aRowIsFoundByItsName();
    void undatedEventsLieInTheTrayAndAreDatedByDropping();
    void overviewMovesTheWindow();
    void marksAreKnownToAssistiveTechnology();
    void tooltipsSayWhatTheMarkSays();
    void editsKeepThePlaceInTime();

private:
    TimelineCanvas &canvas() { return *m_view->canvas(); }
    QPoint placeOf(EventId event);
    EventRow rowOf(EventId event) { return m_sample->hub.snapshot()->events->rowOf(event); }
    void wheel(const QPointF &place, int notches, Qt::KeyboardModifiers modifiers = {});
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {});
    QPoint emptyPlace();

    std::unique_ptr<OpenSample> m_sample;
    std::unique_ptr<TimelineView> m_view;
};

void tst_timeline_view::initTestCase()
{
    qRegisterMetaType<NewEventPlace>();
    qRegisterMetaType<Edtf>();
}

void tst_timeline_view::init()
{
    m_sample = std::make_unique<OpenSample>();
    m_view = std::make_unique<TimelineView>(m_sample->context);
    m_view->resize(1000, 500);
    canvas().setMotion(TimelineCanvas::Travel::Jump);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->fitAll();
}

void tst_timeline_view::cleanup()
{
    m_view.reset();
    m_sample.reset();
}

QPoint tst_timeline_view::placeOf(EventId event)
{
    const EventRow row = rowOf(event);
    for (const TimelineMark &mark : canvas().scene().content.marks) {
        if (mark.row == row)
            return QPointF(mark.box.centreX(), mark.box.centreY()).toPoint();
    }
    return {};
}

QPoint tst_timeline_view::emptyPlace()
{
    const TimelineScene &scene = canvas().scene();
    for (double y = scene.plot.bottom() - 4; y > scene.plot.y; y -= 5) {
        const TimelineHit hit = canvas().hit(QPointF(scene.plot.x + 300, y));
        if (!hit.hasMark() && !hit.hasColumn())
            return QPointF(scene.plot.x + 300, y).toPoint();
    }
    return {};
}

void tst_timeline_view::wheel(const QPointF &place, int notches, Qt::KeyboardModifiers modifiers)
{
    QWidget *surface = canvas().viewport();
    QWheelEvent event(place, surface->mapToGlobal(place), QPoint(), QPoint(0, 120 * notches),
                      Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(surface, &event);
}

void tst_timeline_view::drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers)
{
    QWidget *surface = canvas().viewport();
    const auto send = [&](QEvent::Type type, QPoint place, Qt::MouseButtons held) {
        QMouseEvent event(type, QPointF(place), surface->mapToGlobal(QPointF(place)),
                          type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton, held,
                          modifiers);
        QCoreApplication::sendEvent(surface, &event);
    };
    send(QEvent::MouseButtonPress, from, Qt::LeftButton);
    for (int i = 1; i <= 8; ++i)
        send(QEvent::MouseMove, from + (to - from) * i / 8, Qt::LeftButton);
    send(QEvent::MouseButtonRelease, to, Qt::NoButton);
}

void tst_timeline_view::showsTheWholeFileAtFirst()
{
    const TimeSpan extent = m_sample->hub.snapshot()->events->extent();
    QVERIFY(m_view->visibleSpan().begin() <= extent.begin());
    QVERIFY(m_view->visibleSpan().end() >= extent.end());
    const TimelineCounts counts = canvas().counts();
    QCOMPARE(counts.total, m_sample->hub.snapshot()->events->size());
    QCOMPARE(counts.earlier + counts.later, 0u);
    QVERIFY(m_view->statusText().startsWith(QStringLiteral("%1 of %1").arg(counts.total)));
}

void tst_timeline_view::wheelZoomsAboutThePointer()
{
    const QPointF place(700, 200);
    const Instant before = canvas().scale().toInstant(place.x());
    const double length = canvas().scale().spanSeconds();
    wheel(place, 3);
    QVERIFY(canvas().scale().spanSeconds() < length / 1.8);
    QVERIFY(std::abs(canvas().scale().toX(before) - place.x()) < 1);
    wheel(place, -3, Qt::ControlModifier);
    QVERIFY(std::abs(canvas().scale().spanSeconds() / length - 1) < 0.01);
}

void tst_timeline_view::shiftWheelAndDragPan()
{
    wheel(QPointF(600, 200), 4);
    const double length = canvas().scale().spanSeconds();
    const Instant begin = canvas().visibleSpan().begin();
    wheel(QPointF(600, 200), 1, Qt::ShiftModifier);
    QVERIFY(canvas().visibleSpan().begin() < begin);
    QCOMPARE(canvas().scale().spanSeconds(), length);

    const QPoint from = emptyPlace();
    QVERIFY(!from.isNull());
    const Instant under = canvas().scale().toInstant(from.x());
    drag(from, from + QPoint(120, 0));
    QVERIFY(std::abs(canvas().scale().toX(under) - (from.x() + 120)) < 1.5);
}

void tst_timeline_view::clickSelectsAndEmptySpaceClears()
{
    QTest::mouseClick(canvas().viewport(), Qt::LeftButton, {}, placeOf(m_sample->file.treaty));
    QCOMPARE(m_sample->selection.current(), ItemRef(m_sample->file.treaty));
    QTest::mouseClick(canvas().viewport(), Qt::LeftButton, {}, emptyPlace());
    QVERIFY(m_sample->selection.isEmpty());
}

void tst_timeline_view::controlTogglesAndShiftPicksARange()
{
    QWidget *surface = canvas().viewport();
    QTest::mouseClick(surface, Qt::LeftButton, {}, placeOf(m_sample->file.treaty));
    QTest::mouseClick(surface, Qt::LeftButton, Qt::ControlModifier, placeOf(m_sample->file.visit));
    QCOMPARE(m_sample->selection.items().size(), std::size_t{2});
    QTest::mouseClick(surface, Qt::LeftButton, Qt::ControlModifier, placeOf(m_sample->file.visit));
    QCOMPARE(m_sample->selection.items().size(), std::size_t{1});

    m_sample->filter.setGrouping(Grouping::None);
    QTest::mouseClick(surface, Qt::LeftButton, {}, placeOf(m_sample->file.treaty));
    QTest::mouseClick(surface, Qt::LeftButton, Qt::ShiftModifier, placeOf(m_sample->file.visit));
    QCOMPARE(m_sample->selection.items().size(), std::size_t{3});
    QCOMPARE(m_sample->selection.current(), ItemRef(m_sample->file.visit));
}

void tst_timeline_view::selectionFromElsewhereIsBroughtIntoView()
{
    m_view->showSpan(TimeSpan::between(instantOf(2024, 1), instantOf(2024, 3)));
    m_sample->selection.select(m_sample->file.visit);
    const TimeSpan whole =
        m_sample->hub.snapshot()->events->when(rowOf(m_sample->file.visit)).bounds.whole();
    QVERIFY(m_view->visibleSpan().overlaps(whole));
    QCOMPARE(canvas().emphasis().selected.size(), std::size_t{1});
    // A picked mark stays where it is.
    const TimeScale before = canvas().scale();
    QTest::mouseClick(canvas().viewport(), Qt::LeftButton, {}, placeOf(m_sample->file.visit));
    QCOMPARE(canvas().scale(), before);
}

void tst_timeline_view::hoveringDoesNotBuildTheSceneAgain()
{
    const TimelineMark *marks = canvas().scene().content.marks.data();
    const std::string texts = canvas().scene().texts;
    QTest::mouseMove(canvas().viewport(), placeOf(m_sample->file.treaty));
    QCoreApplication::processEvents();
    QCOMPARE(canvas().emphasis().hovered, rowOf(m_sample->file.treaty));
    QCOMPARE(canvas().scene().content.marks.data(), marks);
    QCOMPARE(canvas().scene().texts, texts);
}

void tst_timeline_view::brushFiltersToASpan()
{
    const TimeScale scale = canvas().scale();
    const int begin = static_cast<int>(scale.toX(instantOf(2024, 9, 20)));
    const int end = static_cast<int>(scale.toX(instantOf(2024, 12, 20)));
    drag({begin, 12}, {end, 12});  // on the ruler
    const std::optional<TimeSpan> range = m_sample->filter.filter().range;
    QVERIFY(range.has_value());
    QVERIFY(range->contains(instantOf(2024, 11)));
    QVERIFY(!range->contains(instantOf(2025, 3, 15)));
    QVERIFY(!m_sample->filter.filter().rangeText.empty());
    QVERIFY(m_sample->filter.shown().count() < m_sample->hub.snapshot()->events->size());

    m_sample->filter.clear();
    const QPoint from = emptyPlace();
    drag(from, from + QPoint(80, 0), Qt::ShiftModifier);
    QVERIFY(m_sample->filter.filter().range.has_value());
}

void tst_timeline_view::dragOfAMarkAsksToMoveIt()
{
    QSignalSpy moved(m_view.get(), &TimelineView::moveRequested);
    const QPoint from = placeOf(m_sample->file.treaty);
    const double month = canvas().scale().toPixels(31 * 86'400.0);
    drag(from, from + QPoint(static_cast<int>(3 * month) + 8, 0));
    QCOMPARE(moved.count(), 1);
    QCOMPARE(moved[0][0].value<EventId>(), m_sample->file.treaty);
    const Edtf before = moved[0][1].value<Edtf>();
    const Edtf after = moved[0][2].value<Edtf>();
    QCOMPARE(before.text(), std::string("2024-06-19"));
    QVERIFY(after.when().bounds.earliestBegin > before.when().bounds.earliestBegin);
    QCOMPARE(after.when().precision, before.when().precision);
    // Nothing was written: that is the window's to do.
    QVERIFY(!m_sample->hub.canRedo());
    QCOMPARE(dateOf(*m_sample->hub.snapshot(), rowOf(m_sample->file.treaty)), before);
}

void tst_timeline_view::escapeEndsADragWithoutATrace()
{
    QSignalSpy moved(m_view.get(), &TimelineView::moveRequested);
    QWidget *surface = canvas().viewport();
    const QPoint from = placeOf(m_sample->file.treaty);
    const auto send = [&](QEvent::Type type, QPoint place, Qt::MouseButtons held) {
        QMouseEvent event(type, QPointF(place), surface->mapToGlobal(QPointF(place)),
                          type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton, held, {});
        QCoreApplication::sendEvent(surface, &event);
    };
    send(QEvent::MouseButtonPress, from, Qt::LeftButton);
    send(QEvent::MouseMove, from + QPoint(60, 0), Qt::LeftButton);
    QVERIFY(canvas().emphasis().ghost.has_value());
    QTest::keyClick(&canvas(), Qt::Key_Escape);
    QVERIFY(!canvas().emphasis().ghost.has_value());
    send(QEvent::MouseButtonRelease, from + QPoint(60, 0), Qt::NoButton);
    QCOMPARE(moved.count(), 0);
}

void tst_timeline_view::readOnlyFilesCannotBeDragged()
{
    SessionHub second;
    QVERIFY(second.openFile(m_sample->path()));  // another has it open for writing
    QVERIFY(second.isReadOnly());
    EditIntents intents(second);
    Selection selection;
    ViewFilter filter(second);
    WhatIf whatIf(second);
    const ViewContext context{second, intents, selection, filter, whatIf};
    TimelineView view(context);
    QVERIFY(!view.canvas()->isEditable());
}

void tst_timeline_view::doubleClickFitsAMarkOrAsksForANewEvent()
{
    QSignalSpy created(m_view.get(), &TimelineView::createRequested);
    const QPoint empty = emptyPlace();
    QTest::mouseDClick(canvas().viewport(), Qt::LeftButton, {}, empty);
    QCOMPARE(created.count(), 1);
    const auto place = created[0][0].value<NewEventPlace>();
    const Instant clicked = canvas().scale().toInstant(empty.x());
    QVERIFY(place.when.when().bounds.whole().contains(clicked));
    QCOMPARE(place.when.when().precision, canvas().precision());

    const double length = canvas().scale().spanSeconds();
    QTest::mouseDClick(canvas().viewport(), Qt::LeftButton, {}, placeOf(m_sample->file.visit));
    QCOMPARE(created.count(), 1);
    QVERIFY(canvas().scale().spanSeconds() < length / 4);
    const TimeSpan whole =
        m_sample->hub.snapshot()->events->when(rowOf(m_sample->file.visit)).bounds.whole();
    QVERIFY(m_view->visibleSpan().contains(whole.begin()));
}

void tst_timeline_view::keysGoFromMarkToMark()
{
    m_sample->filter.setGrouping(Grouping::None);
    QSignalSpy opened(m_view.get(), &TimelineView::openRequested);
    canvas().setFocus();
    m_sample->selection.select(m_sample->file.treaty);
    QTest::keyClick(&canvas(), Qt::Key_Right);
    QCOMPARE(m_sample->selection.current(), ItemRef(m_sample->file.deployment));
    QTest::keyClick(&canvas(), Qt::Key_Right);
    QCOMPARE(m_sample->selection.current(), ItemRef(m_sample->file.visit));
    QTest::keyClick(&canvas(), Qt::Key_Left);
    QCOMPARE(m_sample->selection.current(), ItemRef(m_sample->file.deployment));
    QTest::keyClick(&canvas(), Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened[0][0].value<ItemRef>(), ItemRef(m_sample->file.deployment));
    QTest::keyClick(&canvas(), Qt::Key_Escape);
    QVERIFY(m_sample->selection.isEmpty());
}

void tst_timeline_view::keysZoomAndTravel()
{
    const double whole = canvas().scale().spanSeconds();
    QTest::keyClick(&canvas(), Qt::Key_Plus);
    QTest::keyClick(&canvas(), Qt::Key_Plus);
    QVERIFY(canvas().scale().spanSeconds() < whole / 2);
    const Instant begin = canvas().visibleSpan().begin();
    QTest::keyClick(&canvas(), Qt::Key_PageUp);
    QVERIFY(canvas().visibleSpan().begin() < begin);
    const TimeSpan extent = m_sample->hub.snapshot()->events->extent();
    QTest::keyClick(&canvas(), Qt::Key_End);
    QVERIFY(canvas().visibleSpan().contains({extent.end().seconds - 1}));
    QTest::keyClick(&canvas(), Qt::Key_Home);
    QVERIFY(canvas().visibleSpan().contains(extent.begin()));
    QTest::keyClick(&canvas(), Qt::Key_0);
    QVERIFY(std::abs(canvas().scale().spanSeconds() / whole - 1) < 1e-6);
}

void tst_timeline_view::filteredEventsLeaveOrDim()
{
    Filter filter;
    filter.range = TimeSpan::between(instantOf(2025), instantOf(2026));
    m_sample->filter.setFilter(filter);
    QVERIFY(placeOf(m_sample->file.treaty).isNull());
    m_sample->filter.setFilteredOut(ViewFilter::FilteredOut::Dimmed);
    const EventRow treaty = rowOf(m_sample->file.treaty);
    bool isDimmed = false;
    for (const TimelineMark &mark : canvas().scene().content.marks)
        isDimmed |= mark.row == treaty && mark.has(kDimmed);
    QVERIFY(isDimmed);
    QVERIFY(canvas().counts().shown < canvas().counts().total);
}

void tst_timeline_view::groupingChangesTheLanes()
{
    m_sample->filter.setGrouping(Grouping::None);
    QCOMPARE(canvas().lanes().lanes.size(), std::size_t{1});
    m_sample->filter.setGrouping(Grouping::Actor);
    const std::size_t actors = canvas().lanes().lanes.size();
    QVERIFY(actors >= 2);
    bool hasRussia = false;
    for (const Lane &lane : canvas().lanes().lanes)
        hasRussia |= canvas().lanes().item(lane) == ItemRef(m_sample->file.russia);
    QVERIFY(hasRussia);
}

void tst_timeline_view::rowsArePinnedToTheTop()
{
    m_view->setLaneOrder(LaneOrder::ByName);
    const Lanes before = canvas().lanes();
    const Lane &last = before.lanes[before.lanes.size() - 2];  // the last one is for nobody
    const LaneName name = before.nameInFile(last);
    m_view->setLanePinned(name, true);
    QVERIFY(m_view->isLanePinned(name));
    QCOMPARE(canvas().lanes().nameInFile(canvas().lanes().lanes.front()), name);
    QCOMPARE(canvas().lanes().lanes.size(), before.lanes.size());
    m_view->unpinLanes();
    QCOMPARE(canvas().lanes().nameInFile(canvas().lanes().lanes.front()),
             before.nameInFile(before.lanes.front()));
}

void tst_timeline_view::groupsOfRowsCloseByAClickOnTheirHeading()
{
    const std::size_t flat = canvas().lanes().lanes.size();
    m_view->setLanesGrouped(true);
    const std::size_t grouped = canvas().lanes().lanes.size();
    QVERIFY(!canvas().lanes().groups.empty());
    QCOMPARE(grouped, flat + canvas().lanes().groups.size());
    const SceneLane heading = canvas().scene().lanes.front();
    QCOMPARE(canvas().lanes().lanes[heading.index].form, LaneForm::OpenGroup);
    const std::uint32_t members = canvas().lanes().lanes[heading.index].members;
    const auto click = [&] {
        QTest::mouseClick(canvas().viewport(), Qt::LeftButton, {},
                          QPointF(30, canvas().scene().lanes.front().box.centreY()).toPoint());
    };
    click();
    QCOMPARE(canvas().lanes().lanes.front().form, LaneForm::ClosedGroup);
    QCOMPARE(canvas().lanes().lanes.size(), grouped - members);
    click();
    QCOMPARE(canvas().lanes().lanes.size(), grouped);
}

void tst_timeline_view::compactRowsAreAsLowAsTheirNames()
{
    const double before = canvas().scene().lanes.front().box.height;
    const QSignalSpy told(m_view.get(), &TimelineView::rowHeightChanged);
    m_view->setRowHeight(RowHeight::Compact);
    QCOMPARE(told.size(), 1);
    const TimelineScene &compact = canvas().scene();
    QVERIFY(compact.lanes.front().box.height < before * 0.8);
    // Each still holds its name, and marks stand in their rows.
    for (const SceneLane &lane : compact.lanes)
        QVERIFY(lane.box.height >= canvas().frame().metrics.nameHeight);
    for (const TimelineMark &mark : compact.content.marks) {
        const auto lane =
            std::find_if(compact.lanes.begin(), compact.lanes.end(),
                         [&](const SceneLane &place) { return place.index == mark.lane; });
        QVERIFY(lane != compact.lanes.end());
        QVERIFY(mark.box.y >= lane->box.y && mark.box.bottom() <= lane->box.bottom());
    }
    m_view->setRowHeight(RowHeight::Fitting);
    QCOMPARE(canvas().scene().lanes.front().box.height, before);
}

void tst_timeline_view::aRowIsFoundByItsName()
{
    QTest::keyClick(&canvas(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    auto *finder = m_view->findChild<LaneFinder *>();
    QVERIFY(finder != nullptr);
    QTest::keyClicks(finder->line(), QStringLiteral("rUss"));
    QVERIFY(finder->list()->count() >= 1);
    QVERIFY(finder->list()->item(0)->text().contains(QStringLiteral("Russia")));
    QTest::keyClick(finder->line(), Qt::Key_Return);
    QCOMPARE(m_sample->selection.current(), ItemRef(m_sample->file.russia));
    QVERIFY(lanesNamed(canvas().lanes(), QStringLiteral("nobody is called so"), 5).lanes.empty());
    QCOMPARE(lanesNamed(canvas().lanes(), QString(), 1).total, canvas().lanes().lanes.size());
}

void tst_timeline_view::undatedEventsLieInTheTrayAndAreDatedByDropping()
{
    QVERIFY(m_view->tray()->isVisible());
    const QList<QToolButton *> chips = m_view->tray()->findChildren<QToolButton *>();
    QToolButton *rumour = nullptr;
    for (QToolButton *chip : chips) {
        if (chip->isCheckable())
            rumour = chip;
    }
    QVERIFY(rumour != nullptr);
    QTest::mouseClick(rumour, Qt::LeftButton);
    QCOMPARE(m_sample->selection.current(), ItemRef(m_sample->file.rumour));

    QSignalSpy moved(m_view.get(), &TimelineView::moveRequested);
    const QPoint place = emptyPlace();
    const std::unique_ptr<QMimeData> data = dragDataFor(m_sample->file.rumour);
    QDragEnterEvent enter(place, Qt::MoveAction, data.get(), Qt::LeftButton, {});
    QCoreApplication::sendEvent(canvas().viewport(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(place, Qt::MoveAction, data.get(), Qt::LeftButton, {});
    QCoreApplication::sendEvent(canvas().viewport(), &drop);
    QCOMPARE(moved.count(), 1);
    QVERIFY(!moved[0][1].value<Edtf>().isDated());
    const Edtf after = moved[0][2].value<Edtf>();
    QCOMPARE(after.when().precision, canvas().precision());

    QVERIFY(m_sample->intents.moveEvent(m_sample->file.rumour, after));
    QVERIFY(!m_view->tray()->isVisible());
    QVERIFY(!placeOf(m_sample->file.rumour).isNull());
}

void tst_timeline_view::overviewMovesTheWindow()
{
    m_view->showSpan(TimeSpan::between(instantOf(2024, 6), instantOf(2024, 9)));
    const TimeSpan before = m_view->visibleSpan();
    QTest::keyClick(m_view->overview(), Qt::Key_Right);
    QVERIFY(m_view->visibleSpan().begin() > before.begin());
    QTest::keyClick(m_view->overview(), Qt::Key_Plus);
    QVERIFY(canvas().scale().spanSeconds() < 92 * 86'400.0);

    // A click beside the window brings it there.
    const TimeSpan extent = m_sample->hub.snapshot()->events->extent();
    const TimeScale scale = overviewScale(extent, m_view->overview()->width());
    const int x = static_cast<int>(scale.toX({extent.end().seconds - 1}));
    QTest::mouseClick(m_view->overview(), Qt::LeftButton, {}, QPoint(x, 20));
    QVERIFY(m_view->visibleSpan().contains({extent.end().seconds - 1}));
}

void tst_timeline_view::marksAreKnownToAssistiveTechnology()
{
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&canvas());
    QVERIFY(list != nullptr);
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->text(QAccessible::Name), QStringLiteral("Timeline canvas"));
    QVERIFY(list->childCount() >= 3);
    QAccessibleInterface *treaty = nullptr;
    for (int i = 0; i < list->childCount(); ++i) {
        QAccessibleInterface *child = list->child(i);
        QVERIFY(!child->text(QAccessible::Name).isEmpty());
        QVERIFY(!child->rect().isEmpty());
        QCOMPARE(child->parent(), list);
        QCOMPARE(list->indexOfChild(child), i);
        if (treaty == nullptr &&
            child->text(QAccessible::Name) ==
                eventName(*m_sample->hub.snapshot(), rowOf(m_sample->file.treaty)))
            treaty = child;
    }
    QVERIFY(treaty != nullptr);
    QVERIFY(treaty->text(QAccessible::Name).contains(QStringLiteral("19 June 2024")));
    QVERIFY(!treaty->state().selected);
    const QPoint middle = treaty->rect().center();
    QCOMPARE(list->childAt(middle.x(), middle.y()), treaty);
    treaty->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(m_sample->selection.current(), ItemRef(m_sample->file.treaty));
    QVERIFY(treaty->state().selected);
}

void tst_timeline_view::tooltipsSayWhatTheMarkSays()
{
    const QString text = canvas().toolTipAt(canvas().hit(placeOf(m_sample->file.treaty)));
    const Snapshot &snapshot = *m_sample->hub.snapshot();
    QVERIFY(text.contains(eventTitle(snapshot, rowOf(m_sample->file.treaty)).toHtmlEscaped()));
    QVERIFY(text.contains(QStringLiteral("19 June 2024")));
    QVERIFY(text.contains(QStringLiteral("2024-06-19")));
    QVERIFY(canvas().toolTipAt(canvas().hit(emptyPlace())).isEmpty());
}

void tst_timeline_view::editsKeepThePlaceInTime()
{
    m_view->showSpan(TimeSpan::between(instantOf(2024, 6), instantOf(2024, 9)));
    m_sample->selection.select(m_sample->file.treaty);
    const TimeScale before = canvas().scale();
    QVERIFY(m_sample->intents.moveEvent(m_sample->file.treaty, edtf("2024-07-01")));
    QCOMPARE(canvas().scale(), before);
    QVERIFY(canvas().current().has_value());
    QCOMPARE(canvas().current()->row, rowOf(m_sample->file.treaty));
    QCOMPARE(canvas().emphasis().selected.size(), std::size_t{1});
}

QTEST_MAIN(tst_timeline_view)
#include "tst_timeline_view.moc"
