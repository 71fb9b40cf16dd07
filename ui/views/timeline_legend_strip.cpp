// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/timeline_legend_strip.h"

#include <cmath>

#include <QApplication>
#include <QEvent>
#include <QPainter>

namespace dateline::ui {

namespace {

constexpr int kInset = 10;
constexpr int kGap = 5;  // above and below

}  // namespace

TimelineLegendStrip::TimelineLegendStrip(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("Legend of the timeline"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void TimelineLegendStrip::setContent(SnapshotPointer snapshot, std::shared_ptr<const RowSet> shown,
                                     Colouring colouring)
{
    m_snapshot = std::move(snapshot);
    m_shown = std::move(shown);
    m_colouring = colouring;
    m_legend.reset();
    if (isVisible())
        remake();
}

void TimelineLegendStrip::remake()
{
    m_legend.reset();
    if (m_snapshot != nullptr && m_shown != nullptr) {
        const Theme theme = Theme::fromPalette(palette(), QApplication::font());
        m_legend.emplace(*m_snapshot, *m_shown, m_colouring, LabelFonts(theme));
    }
    updateGeometry();
    update();
}

int TimelineLegendStrip::heightForWidth(int width) const
{
    if (!m_legend)
        return 0;
    return static_cast<int>(std::ceil(m_legend->heightFor(width - 2 * kInset))) + 2 * kGap;
}

QSize TimelineLegendStrip::sizeHint() const
{
    return {200, heightForWidth(std::max(width(), 200))};
}

void TimelineLegendStrip::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_legend)
        remake();
}

void TimelineLegendStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        m_legend.reset();
        if (isVisible())
            remake();
    }
}

void TimelineLegendStrip::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::fromPalette(palette(), QApplication::font());
    QPainter painter(this);
    painter.fillRect(rect(), theme.paper());
    painter.fillRect(QRect(0, 0, width(), 1), theme.rule());
    if (m_legend)
        m_legend->paint(painter, QPointF(kInset, kGap), width() - 2 * kInset, theme);
}

}  // namespace dateline::ui
