// SPDX-License-Identifier: GPL-3.0-or-later
// Under the timeline, on the same scale: which stretches several independent origins tell of
// (solid), which only one (hatched), which nobody (a dotted line). The pointer is told in words.
// GUI thread.
#pragma once

#include <memory>
#include <optional>

#include <QTimer>
#include <QWidget>

#include "app/base/newest_job.h"
#include "app/evidence/coverage.h"
#include "ui/bridge/view_context.h"

namespace dateline::ui {

class TimelineCanvas;

class CoverageStrip final : public QWidget {
    Q_OBJECT

public:
    CoverageStrip(const ViewContext &context, TimelineCanvas *canvas, QWidget *parent = nullptr);
    ~CoverageStrip() override;

    void setContent(SnapshotPointer snapshot, std::shared_ptr<const RowSet> shown);
    void follow();  // the canvas moved
    const std::vector<Telling> &bins() const { return m_bins; }
    QString textAt(double x) const;  // "May 2024 to Aug 2024: one origin only"

    QSize sizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    // Where events lie, apart from the widget: for a worker.
    struct Count {
        SnapshotPointer snapshot;
        std::shared_ptr<const Coverage> coverage;
        std::vector<Telling> bins;
        TimeSpan span;
        double left = 0;
        double width = 0;
    };
    void countAnew();
    void take(Count count);
    std::size_t binAt(double x) const;

    ViewContext m_context;
    TimelineCanvas *m_canvas;
    SnapshotPointer m_snapshot;
    std::shared_ptr<const RowSet> m_shown;
    std::shared_ptr<const Coverage> m_coverage;
    std::vector<Telling> m_bins;
    TimeSpan m_span;
    double m_left = 0;
    double m_width = 0;
    QTimer m_soon;
    quint64 m_run = 0;
    NewestJob m_job;  // last: ends before what it works for
};

}  // namespace dateline::ui
