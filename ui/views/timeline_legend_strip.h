// SPDX-License-Identifier: GPL-3.0-or-later
// What the marks of the timeline mean, below it: the kinds, forms and outlines that occur among
// what is shown, and nothing else. Made anew only while it can be seen. GUI thread.
#pragma once

#include <optional>

#include <QWidget>

#include "ui/paint/timeline_legend.h"

namespace dateline::ui {

class TimelineLegendStrip final : public QWidget {
    Q_OBJECT

public:
    explicit TimelineLegendStrip(QWidget *parent = nullptr);

    void setContent(SnapshotPointer snapshot, std::shared_ptr<const RowSet> shown,
                    Colouring colouring);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void remake();

    SnapshotPointer m_snapshot;
    std::shared_ptr<const RowSet> m_shown;
    Colouring m_colouring = Colouring::Kind;
    std::optional<TimelineLegend> m_legend;
};

}  // namespace dateline::ui
