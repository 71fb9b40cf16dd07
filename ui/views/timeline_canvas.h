// SPDX-License-Identifier: GPL-3.0-or-later
// The painted part of the timeline: ruler, lane names and marks, one scene and a small overlay. It
// keeps the scale, the scene and what is emphasised; TimelineGestures turns the mouse and the keys
// into calls and signals. The scene is built at most once a frame, before painting; hovering and
// selecting only make the overlay again. GUI thread.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QAbstractScrollArea>
#include <QMenu>
#include <QPixmap>
#include <QVariantAnimation>

#include "app/timeline/navigation.h"
#include "app/timeline/timeline_hit.h"
#include "app/timeline/timeline_overlay.h"
#include "ui/bridge/view_context.h"
#include "ui/paint/text_measure.h"
#include "ui/paint/theme.h"
#include "ui/views/canvas_accessible.h"

namespace dateline::ui {

struct NewEventPlace;
class TimelineGestures;

class TimelineCanvas final : public QAbstractScrollArea, public AccessibleCanvas {
    Q_OBJECT

public:
    enum class Travel { Glide, Jump };

    explicit TimelineCanvas(const ViewContext &context, QWidget *parent = nullptr);
    ~TimelineCanvas() override;

    void setContent(SnapshotPointer snapshot, std::shared_ptr<const RowSet> shown,
                    std::shared_ptr<const Lanes> lanes,
                    std::shared_ptr<const EventCounts> counts = {});
    void setHint(const QString &hint) { m_hint = hint; }  // what stands where there are no lanes
    void setColouring(Colouring colouring);
    void setRowHeight(RowHeight height);
    void setAsOf(std::optional<Instant> asOf);
    void setFilterRange(std::optional<TimeSpan> range);
    // The rows and lanes of the window's selection, read again. What was selected elsewhere is
    // brought into view.
    void showSelection();
    void showDoubt();                                     // what falls with the doubted
    void setMotion(Travel motion) { m_motion = motion; }  // Jump: never glides (tests, bench)

    // Moving about.
    const TimeScale &scale() const { return m_frame.scale; }
    TimeSpan visibleSpan() const { return m_frame.scale.visible(); }
    const NavigationLimits &limits() const { return m_limits; }
    void goTo(const TimeScale &scale, Travel travel);
    void zoomBy(double factor, double x, Travel travel);
    void panBy(double dx, double dy);
    void fitAll(Travel travel);
    void fit(TimeSpan span, Travel travel);
    void reveal(const LaneEvent &event);
    void showLane(std::uint32_t lane);  // scrolls there, and selects what it stands for
    double centreX() const;

    // What is where.
    const TimelineScene &scene();
    const TimelineFrame &frame() const { return m_frame; }
    const Snapshot &snapshot() const { return m_builder->snapshot(); }
    const Lanes &lanes() const { return m_builder->lanes(); }
    std::shared_ptr<const Lanes> sharedLanes() const { return m_builder->sharedLanes(); }
    TimelineHit hit(const QPointF &place);
    std::vector<EventRow> eventsAt(const TimelineHit &hit);
    QString toolTipAt(const TimelineHit &hit);
    Precision precision() const { return precisionAt(m_frame.scale); }
    // The date and lane of a place on the plot, for an event that is to be made there.
    NewEventPlace placeAt(const QPointF &place);
    TimelineCounts counts() const;

    // What is emphasised; each repaints the overlay only.
    const TimelineEmphasis &emphasis() const { return m_emphasis; }
    void setHovered(const TimelineHit &hit);
    void setCursor(std::optional<double> x);
    void setBrush(std::optional<TimeSpan> span);
    void setGhost(std::optional<TimelineEmphasis::Ghost> ghost);
    void setHeaderWidth(double width);

    // Picking.
    enum class Pick { Only, Toggle, Range };
    std::optional<LaneEvent> current() const { return m_current; }
    void pick(const LaneEvent &event, Pick how);
    void pickLane(std::uint32_t lane, Pick how);
    void chooseAmong(const TimelineHit &hit, const QPoint &globalPlace);  // cluster or column
    void showMenu(const TimelineHit &hit, const QPointF &place, const QPoint &globalPlace);
    void clearSelection() { m_context.selection.clear(); }
    bool hasSelection() const { return !m_context.selection.isEmpty(); }
    std::optional<LaneEvent> firstInView();
    bool isEditable() const;
    void expectEdit();  // a drag of a mark has begun

    // AccessibleCanvas
    std::vector<CanvasItem> canvasItems() const override;
    const QWidget *canvasSurface() const override { return viewport(); }
    void pressCanvasItem(qint64 key) override;
    quint64 canvasRevision() const override { return m_revision; }

Q_SIGNALS:
    void scaleChanged();
    void moveRequested(dateline::EventId event, const dateline::Edtf &before,
                       const dateline::Edtf &after);
    void createRequested(const dateline::ui::NewEventPlace &place);
    void rangeBrushed(dateline::TimeSpan span);
    void openRequested(dateline::ItemRef item);
    void editRequested(dateline::ItemRef item);
    void removeRequested();
    void copyPictureRequested();
    void exportPictureRequested();
    void groupToggled(std::uint32_t lane);
    void rowsMenuAsked(QMenu *menu, std::uint32_t lane);  // to be filled at once
    void findRowRequested();

protected:
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    TimeScale wholeScale() const;  // all of the file
    void takeTheme();              // palette, font or words changed
    void invalidate();
    void takeWhiskers();  // the claims on the date of the one selected event
    void invalidateOverlay();
    void setScale(const TimeScale &scale);
    void placeFrame();
    void updateScrollBar();
    void buildIfNeeded();
    void paintScene(QPainter &painter);
    void paintEmptyHint(QPainter &painter);
    qint64 keyOf(std::uint32_t lane, EventRow row) const;
    void setCurrent(std::optional<LaneEvent> current);
    void addItemActions(QMenu &menu, EventRow row);
    void scrollToLane(std::uint32_t lane);

    ViewContext m_context;
    Theme m_theme;
    LabelFonts m_fonts;
    CachedTextMeasure m_measure;
    AxisWords m_axisWords;
    std::unique_ptr<TimelineSceneBuilder> m_builder;
    std::unique_ptr<TimelineGestures> m_gestures;
    TimelineFrame m_frame;
    double m_headerWidth = 148;  // as wished; a narrow pane gets less
    NavigationLimits m_limits;
    TimelineScene m_scene;
    TimelineScene m_overlay;
    QPixmap m_ground;  // the scene, painted; null until it is shown a second time
    TimelineEmphasis m_emphasis;
    QString m_hint;
    std::optional<LaneEvent> m_current;
    std::shared_ptr<const RowSet> m_shown;
    QVariantAnimation m_glide;
    TimeScale m_glideFrom;
    TimeScale m_glideTo;
    Travel m_motion = Travel::Glide;
    quint64 m_revision = 0;  // counts what made scene or overlay stale
    bool m_isSceneStale = true;
    bool m_isOverlayStale = true;
    bool m_isScenePainted = false;  // the scene as it is now was on the screen already
    bool m_isFitted = true;    // shows all of the file, and follows it when the pane is resized
    bool m_isPicking = false;  // the selection changes because of this canvas
};

}  // namespace dateline::ui
