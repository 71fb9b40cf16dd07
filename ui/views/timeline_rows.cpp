// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the timeline as the user wants them: order, groups, pins, and finding one of many.
#include <algorithm>

#include <QActionGroup>
#include <QMenu>

#include "ui/bridge/text.h"
#include "ui/views/lane_finder.h"
#include "ui/views/timeline_canvas.h"
#include "ui/views/timeline_view.h"

namespace dateline::ui {

void TimelineView::setRows(LaneWish rows)
{
    m_rows = std::move(rows);
    showContent();
}

void TimelineView::setLaneOrder(LaneOrder order)
{
    LaneWish rows = m_rows;
    rows.order = order;
    setRows(std::move(rows));
}

void TimelineView::setLanesGrouped(bool isGrouped)
{
    LaneWish rows = m_rows;
    rows.isGrouped = isGrouped;
    setRows(std::move(rows));
}

void TimelineView::setGroupClosed(const std::string &group, bool isClosed)
{
    LaneWish rows = m_rows;
    std::erase(rows.closed, group);
    if (isClosed)
        rows.closed.push_back(group);
    setRows(std::move(rows));
}

void TimelineView::setAllGroupsClosed(bool areClosed)
{
    LaneWish rows = m_rows;
    rows.closed = areClosed ? m_canvas->lanes().groups : std::vector<std::string>();
    setRows(std::move(rows));
}

void TimelineView::setLanePinned(const LaneName &lane, bool isPinned)
{
    LaneWish rows = m_rows;
    std::erase(rows.pinned, lane);
    if (isPinned)
        rows.pinned.push_back(lane);
    setRows(std::move(rows));
}

bool TimelineView::isLanePinned(const LaneName &lane) const
{
    return std::find(m_rows.pinned.begin(), m_rows.pinned.end(), lane) != m_rows.pinned.end();
}

void TimelineView::unpinLanes()
{
    LaneWish rows = m_rows;
    rows.pinned.clear();
    setRows(std::move(rows));
}

RowHeight TimelineView::rowHeight() const
{
    return m_canvas->frame().rowHeight;
}

void TimelineView::setRowHeight(RowHeight height)
{
    if (height == rowHeight())
        return;
    m_canvas->setRowHeight(height);
    Q_EMIT rowHeightChanged(height);
}

// Of the row under the pointer, then of all of them.
void TimelineView::fillRowsMenu(QMenu *menu, std::uint32_t lane)
{
    const Lanes &lanes = m_canvas->lanes();
    const bool isItem = lane < lanes.lanes.size() && lanes.lanes[lane].form == LaneForm::Item;
    if (isItem) {
        const LaneName name = lanes.nameInFile(lanes.lanes[lane]);
        const bool isPinned = isLanePinned(name);
        connect(menu->addAction(isPinned ? tr("Unpin this row") : tr("Pin this row to the top")),
                &QAction::triggered, this,
                [this, name, isPinned] { setLanePinned(name, !isPinned); });
    }
    connect(menu->addAction(tr("Find a row…\tCtrl+Shift+L")), &QAction::triggered, this,
            &TimelineView::findRow);
    QMenu *rows = menu->addMenu(tr("Rows"));
    auto *orders = new QActionGroup(rows);
    for (const auto &[order, text] : {std::pair(LaneOrder::ByCount, tr("Most events first")),
                                      std::pair(LaneOrder::ByFirstDate, tr("First date first")),
                                      std::pair(LaneOrder::ByName, tr("By name"))}) {
        QAction *action = rows->addAction(text);
        action->setCheckable(true);
        action->setChecked(order == laneOrder());
        orders->addAction(action);
        connect(action, &QAction::triggered, this,
                [this, wanted = order] { setLaneOrder(wanted); });
    }
    rows->addSeparator();
    QAction *compact = rows->addAction(tr("Compact"));
    compact->setCheckable(true);
    compact->setChecked(rowHeight() == RowHeight::Compact);
    connect(compact, &QAction::toggled, this, [this](bool isCompact) {
        setRowHeight(isCompact ? RowHeight::Compact : RowHeight::Fitting);
    });
    const bool canGroup = lanes.grouping == Grouping::Actor || lanes.grouping == Grouping::Source;
    QAction *grouped =
        rows->addAction(lanes.grouping == Grouping::Source ? tr("Under their outlets")
                                                           : tr("Under the kinds of actors"));
    grouped->setCheckable(true);
    grouped->setChecked(areLanesGrouped());
    grouped->setEnabled(canGroup);
    connect(grouped, &QAction::toggled, this, &TimelineView::setLanesGrouped);
    const bool hasGroups = !lanes.groups.empty();
    QAction *close = rows->addAction(tr("Collapse all groups"));
    close->setEnabled(hasGroups);
    connect(close, &QAction::triggered, this, [this] { setAllGroupsClosed(true); });
    QAction *open = rows->addAction(tr("Expand all groups"));
    open->setEnabled(hasGroups && !m_rows.closed.empty());
    connect(open, &QAction::triggered, this, [this] { setAllGroupsClosed(false); });
    QAction *unpin = rows->addAction(tr("Unpin all rows"));
    unpin->setEnabled(hasPinnedLanes());
    connect(unpin, &QAction::triggered, this, &TimelineView::unpinLanes);
    menu->addSeparator();
}

void TimelineView::toggleGroup(std::uint32_t lane)
{
    const Lanes &lanes = m_canvas->lanes();
    if (lane < lanes.lanes.size() && lanes.lanes[lane].isGroup())
        setGroupClosed(std::string(lanes.name(lanes.lanes[lane])),
                       lanes.lanes[lane].form == LaneForm::OpenGroup);
}

void TimelineView::findRow()
{
    auto *finder = new LaneFinder(m_canvas->sharedLanes(), this);
    connect(finder, &LaneFinder::chosen, m_canvas, &TimelineCanvas::showLane);
    finder->adjustSize();
    finder->move(m_canvas->mapToGlobal(QPoint(8, 8)));
    finder->show();
    finder->setFocus();
}

}  // namespace dateline::ui
