// SPDX-License-Identifier: GPL-3.0-or-later
// The strip below the graph: the as-of day as a slider over the dates of the file, Play with its
// speed, and a window: only what there was in the last year, month or week before the day. It shows
// and changes the as-of day of ViewFilter; the window is its owner's. GUI thread.
#pragma once

#include <optional>
#include <vector>

#include <QSlider>

#include "ui/bridge/view_context.h"

class QAction;
class QComboBox;
class QLabel;
class QTimer;
class QToolButton;

namespace dateline::ui {

// From the first to the last day on which anything in the file is known to begin or end; empty
// where nothing is dated.
TimeSpan datedExtent(const Snapshot &snapshot);

// Bars of how much begins when, and the day as a knob over them.
class DaySlider final : public QSlider {
    Q_OBJECT

public:
    explicit DaySlider(QWidget *parent = nullptr);

    void setSnapshot(const SnapshotPointer &snapshot);
    void setDay(std::optional<Instant> day, std::optional<std::int64_t> windowSeconds);
    TimeSpan extent() const { return m_extent; }
    Instant dayAt(int value) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void dayRequested(dateline::Instant day);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    double xOf(Instant instant) const;
    void takePlace(double x);
    void countIfNeeded();

    SnapshotPointer m_snapshot;
    TimeSpan m_extent;
    std::optional<Instant> m_day;
    std::optional<std::int64_t> m_window;
    std::vector<std::uint32_t> m_counts;          // by column
    std::vector<std::uint32_t> m_relationCounts;  // their part of it
    bool m_isTold = false;                        // the value changes because the day did
};

class TimeStrip final : public QWidget {
    Q_OBJECT

public:
    explicit TimeStrip(const ViewContext &context, QWidget *parent = nullptr);

    DaySlider *slider() const { return m_slider; }
    QComboBox *windowChoice() const { return m_window; }
    QComboBox *speedChoice() const { return m_speed; }
    // Seconds before the as-of day; none: everything so far.
    std::optional<std::int64_t> windowSeconds() const;
    double speed() const;  // 1 is normal
    // Checked while the days go on: for the menu too. It ends with the last day or the file.
    QAction *playAction() const { return m_play; }

Q_SIGNALS:
    void windowChanged();

private:
    void follow();
    void setPlaying(bool isPlaying);
    void playStep();
    void takeSpeed();

    ViewContext m_context;
    QAction *m_play;
    QTimer *m_playTimer;
    QComboBox *m_speed;
    DaySlider *m_slider;
    QComboBox *m_window;
    QLabel *m_day;
    QToolButton *m_newest;
};

}  // namespace dateline::ui
