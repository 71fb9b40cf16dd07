// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/date_mark.h"

#include <algorithm>

#include <QFontMetrics>
#include <QPainter>

#include "app/model/civil_date.h"
#include "app/timeline/dated_mark.h"
#include "ui/paint/mark_painter.h"
#include "ui/paint/theme.h"

namespace dateline::ui {

namespace {

constexpr double kRoomAround = 0.3;      // of what is shown, on either side
constexpr std::int64_t kOpenDays = 366;  // how much is shown of what has no end
constexpr std::int64_t kFewestDays = 5;

// What to show of the time line: the whole of the date, with room on both sides.
TimeSpan viewOf(const When &when)
{
    const DateBounds &bounds = when.bounds;
    Instant begin = bounds.earliestBegin;
    Instant end = bounds.latestEnd;
    if (begin == Instant::distantPast() && end == Instant::distantFuture())
        return TimeSpan::between({0}, {kSecondsPerDay});
    if (begin == Instant::distantPast())
        begin = addSeconds(end, -kOpenDays * kSecondsPerDay);
    if (end == Instant::distantFuture())
        end = addSeconds(bounds.latestBegin.isDistant() ? begin : bounds.latestBegin,
                         kOpenDays * kSecondsPerDay);
    const auto length = std::max<double>(TimeScale::secondsBetween(begin, end),
                                         static_cast<double>(kFewestDays * kSecondsPerDay));
    const auto room = static_cast<std::int64_t>(length * kRoomAround);
    return TimeSpan::between(
        bounds.earliestBegin == Instant::distantPast() ? begin : addSeconds(begin, -room),
        bounds.latestEnd == Instant::distantFuture()
            ? end
            : addSeconds(begin, static_cast<std::int64_t>(length) + room));
}

}  // namespace

DateMark::DateMark(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void DateMark::setDate(const Edtf &date)
{
    if (date == m_date)
        return;
    m_date = date;
    update();
}

QSize DateMark::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 11, fontMetrics().height()};
}

void DateMark::paintEvent(QPaintEvent *)
{
    if (!m_date.isDated())
        return;
    const Theme theme = Theme::fromPalette(palette(), font());
    TimelineMetrics metrics;
    metrics.labelHeight = fontMetrics().height();
    const TimeScale scale = TimeScale::showing(viewOf(m_date.when()), 0, width());
    const MarkPlace place{0, static_cast<double>(width()), height() / 2.0, metrics.markHeight(),
                          devicePixelRatioF()};
    TimelineMark mark = datedMark(m_date.when(), markBox(m_date.when(), scale, metrics), place);
    std::vector<MarkStretch> stretches;
    addForm(mark, m_date.text(), m_date.when(), scale, place, stretches);
    mark.look.colour = kColourCount - 1;
    mark.set(kNoGlyph);
    QPainter painter(this);
    painter.setPen(theme.rule());
    painter.drawLine(QPointF(0, height() - 0.5), QPointF(width(), height() - 0.5));
    paintMark(painter, mark, theme, stretches);
}

}  // namespace dateline::ui
