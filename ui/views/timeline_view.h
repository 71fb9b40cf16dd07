// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline pane: the tray of undated events, the canvas with ruler, lanes and marks, and the
// overview of the whole file. It shows the hub's snapshot through the filter, shares the selection,
// and turns gestures into intents. Owns no rows and writes none. GUI thread.
#pragma once

#include <QWidget>

#include "app/base/newest_job.h"
#include "app/model/edtf.h"
#include "app/timeline/lane_layout.h"
#include "app/timeline/timeline_content.h"
#include "ui/bridge/view_context.h"

class QMenu;

namespace dateline::ui {

class ActorStrip;
class CoverageStrip;
class OverviewStrip;
class TimelineCanvas;
class TimelineLegendStrip;
class UndatedTray;

// Where on the empty timeline somebody wants a new event: the date as precise as the zoom, and what
// the lane stands for.
struct NewEventPlace {
    Edtf when;
    ActorId actor;    // lanes by actor
    QString kind;     // lanes by kind
    QString place;    // lanes by place
    SourceId source;  // lanes by source
};

class TimelineView final : public QWidget {
    Q_OBJECT

public:
    explicit TimelineView(const ViewContext &context, QWidget *parent = nullptr);
    ~TimelineView() override;

    void zoomIn();
    void zoomOut();
    void fitAll();
    void fitSelection();
    void showSpan(TimeSpan span);
    TimeSpan visibleSpan() const;

    // The rows. Pins and groups hold for the file that is open; not edits.
    const LaneWish &rows() const { return m_rows; }
    LaneOrder laneOrder() const { return m_rows.order; }
    void setLaneOrder(LaneOrder order);
    bool areLanesGrouped() const { return m_rows.isGrouped; }
    void setLanesGrouped(bool isGrouped);
    void setGroupClosed(const std::string &group, bool isClosed);
    void setAllGroupsClosed(bool areClosed);
    void setLanePinned(const LaneName &lane, bool isPinned);
    bool isLanePinned(const LaneName &lane) const;
    void unpinLanes();
    RowHeight rowHeight() const;
    void setRowHeight(RowHeight height);
    bool hasPinnedLanes() const { return !m_rows.pinned.empty(); }
    void findRow();  // a popup to type in
    void fillRowsMenu(QMenu *menu, std::uint32_t lane);

    // False while a worker still makes the rows of many events.
    bool isUpToDate() const;
    // "17 of 17 events · 1 earlier", for the title of the pane.
    QString statusText() const;

    TimelineCanvas *canvas() const { return m_canvas; }
    ActorStrip *actorStrip() const { return m_actorStrip; }
    CoverageStrip *coverage() const { return m_coverage; }
    OverviewStrip *overview() const { return m_overview; }
    UndatedTray *tray() const { return m_tray; }
    void setActorStripShown(bool isShown);  // while an actor is selected
    void setLegendShown(bool isShown);
    bool isLegendShown() const;

Q_SIGNALS:
    // The window asks where after is more precise than before, then performs the edit. An undated
    // `before` comes from the tray.
    void moveRequested(dateline::EventId event, const dateline::Edtf &before,
                       const dateline::Edtf &after);
    void createRequested(const dateline::ui::NewEventPlace &place);
    void openRequested(dateline::ItemRef item);  // Enter: show it in Details
    void editRequested(dateline::ItemRef item);
    void removeRequested();  // what is selected
    void copyPictureRequested();
    void exportPictureRequested();
    void visibleSpanChanged(dateline::TimeSpan span);
    void statusChanged(const QString &status);
    void rowHeightChanged(dateline::RowHeight height);

private:
    void showFile();     // another file: everything of it will be shown
    void showContent();  // another snapshot, filter, grouping, colouring or as-of date
    void takeContent(const TimelineContent &content);
    void setRows(LaneWish rows);
    void toggleGroup(std::uint32_t lane);
    void showSelection();
    void filterTo(TimeSpan span);
    void showStatus();

    ViewContext m_context;
    UndatedTray *m_tray;
    TimelineCanvas *m_canvas;
    ActorStrip *m_actorStrip;
    CoverageStrip *m_coverage;
    OverviewStrip *m_overview;
    TimelineLegendStrip *m_legend;
    LaneWish m_rows;  // grouping and as-of date are the filter's
    // What is shown already, or being made: the filter tells of a new snapshot, too.
    SnapshotPointer m_seenSnapshot;
    quint64 m_seenRevision = 0;
    LaneWish m_seenRows;
    std::shared_ptr<TimelineContentMaker> m_maker;
    quint64 m_run = 0;  // of the contents that were asked for
    bool m_isMaking = false;
    bool m_isNewFile = true;
    NewestJob m_job;  // last: ends before what it works for
};

}  // namespace dateline::ui
