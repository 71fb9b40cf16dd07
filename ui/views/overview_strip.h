// SPDX-License-Identifier: GPL-3.0-or-later
// The strip below the timeline: the whole file at a glance and the window that the timeline shows.
// The window is dragged, its handles are dragged, a click beside it brings it there, the wheel
// makes it smaller or larger; arrows do so by keyboard. It asks; TimelineView moves. GUI thread.
#pragma once

#include <memory>
#include <optional>

#include <QWidget>

#include "app/base/newest_job.h"
#include "app/model/snapshot.h"
#include "app/timeline/overview_scene.h"
#include "ui/paint/text_measure.h"

namespace dateline::ui {

class OverviewStrip final : public QWidget {
    Q_OBJECT

public:
    explicit OverviewStrip(QWidget *parent = nullptr);
    ~OverviewStrip() override;

    void setContent(SnapshotPointer snapshot, std::shared_ptr<const RowSet> shown);
    void setWindow(TimeSpan window);
    void setFilterRange(std::optional<TimeSpan> range);
    bool isUpToDate() const { return !m_isStale && !m_isCounting; }  // or will be when painted
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void windowRequested(dateline::TimeSpan window);
    void panRequested(double share);    // of the window's width; positive: later
    void zoomRequested(double factor);  // about the window's middle

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    enum class Grip { None, Begin, Window, End };
    Grip gripAt(double x) const;
    void takeTheme();
    void invalidate();
    void buildIfNeeded();
    // Where the events of a file lie, for all of them and for a width: what every filter that is
    // cleared comes back to.
    struct Whole {
        std::weak_ptr<const EventColumns> events;
        TimeScale scale;
        Density density;
    };
    void followEdit(const Snapshot &next);
    bool isWholeKnown(const OverviewFrame &frame) const;
    void take(const OverviewFrame &frame, const Density &density);
    void moveWindow(double x);

    Theme m_theme;
    LabelFonts m_fonts;
    CachedTextMeasure m_measure;
    AxisWords m_words;
    SnapshotPointer m_snapshot;
    std::shared_ptr<const RowSet> m_shown;
    Whole m_whole;
    OverviewFrame m_frame;
    TimelineScene m_scene;
    TimelineScene m_overlay;
    TimeSpan m_window;
    std::optional<TimeSpan> m_filterRange;
    Grip m_grip = Grip::None;
    double m_pressed = 0;
    TimeSpan m_windowAtPress;
    bool m_isStale = true;
    bool m_isCounting = false;  // what was there stays until the worker is done
    quint64 m_run = 0;
    NewestJob m_job;
};

}  // namespace dateline::ui
