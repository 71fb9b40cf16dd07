// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/validity_ribbons.h"

#include <algorithm>

#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include "app/model/validity.h"
#include "ui/bridge/date_text.h"
#include "ui/bridge/text.h"
#include "ui/paint/mark_painter.h"
#include "ui/paint/timeline_words.h"

namespace dateline::ui {

namespace {

constexpr int kGap = 2;
constexpr int kSide = 10;  // room for the arrow of an open end
constexpr std::uint16_t kValidColour = 2;
constexpr std::uint16_t kPastColour = kColourCount - 1;

TimeScale scaleOf(const RibbonFrame &frame, int width)
{
    return TimeScale::showing(frame.span, kSide, std::max(1, width - 2 * kSide));
}

void paintLineAt(QPainter &painter, double x, double top, double bottom, const Theme &theme)
{
    painter.setPen(QPen(toneColour(Tone::Today, theme), 1, Qt::DashLine));
    painter.drawLine(QPointF(x, top), QPointF(x, bottom));
}

bool isPast(const When &when, Instant at)
{
    return validityAt(when, at) == Validity::No;
}

}  // namespace

QString validityText(const When &when, const RibbonFrame &frame)
{
    switch (validityAt(when, frame.at)) {
    case Validity::Certain:
        return frame.isNow ? RibbonRow::tr("valid now") : RibbonRow::tr("valid then");
    case Validity::Perhaps:
        return frame.isNow ? RibbonRow::tr("perhaps valid now")
                           : RibbonRow::tr("perhaps valid then");
    case Validity::No:
    case Validity::Unknown:
        break;
    }
    return {};
}

RibbonRow::RibbonRow(const ViewContext &context, QWidget *parent) : QAbstractButton(parent)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this,
            [this, &selection = context.selection] { selection.select(m_entry.item); });
}

void RibbonRow::setEntry(const RibbonEntry &entry, const RibbonFrame &frame)
{
    m_entry = entry;
    m_frame = frame;
    m_date = entry.when.isDated() ? dateText(entry.when) : tr("no dates known");
    m_validity = validityText(entry.when.when(), frame);
    QStringList said{entry.text, m_date};
    if (!m_validity.isEmpty())
        said.append(m_validity);
    setText(entry.text);
    setShortcut({});  // an ampersand in a name is none
    setAccessibleName(said.join(QStringLiteral(" · ")));
    QString tip = said.join(QLatin1Char('\n'));
    if (!entry.attested.empty())
        tip +=
            QLatin1Char('\n') + tr("The dark line below the ribbon: when claims say that it held.");
    setToolTip(tip);
    updateGeometry();
    update();
}

int RibbonRow::ribbonHeight() const
{
    TimelineMetrics metrics;
    metrics.labelHeight = fontMetrics().height();
    return static_cast<int>(metrics.markHeight()) + 6;
}

QSize RibbonRow::sizeHint() const
{
    const int line = fontMetrics().height() + kGap;
    const int lines = m_entry.when.isDated() ? 2 * line + ribbonHeight() : line;
    return {fontMetrics().averageCharWidth() * 12, lines};
}

QSize RibbonRow::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 4, sizeHint().height()};
}

void RibbonRow::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::fromPalette(palette(), font());
    QPainter painter(this);
    const bool isLit = underMouse() || hasFocus();
    const int line = fontMetrics().height();
    QFont title = font();
    title.setUnderline(isLit);
    if (validityAt(m_entry.when.when(), m_frame.at) == Validity::Certain)
        title.setWeight(QFont::DemiBold);
    const QFont small = theme.smallFont();
    const QFontMetrics smallMetrics(small);
    const bool isDated = m_entry.when.isDated();
    int titleRoom = width();
    if (!isDated) {
        const int noteWidth = smallMetrics.horizontalAdvance(m_date);
        titleRoom -= noteWidth + smallMetrics.averageCharWidth() * 2;
        painter.setFont(small);
        painter.setPen(theme.faintInk());
        painter.drawText(QRect(width() - noteWidth, 0, noteWidth, line),
                         Qt::AlignRight | Qt::AlignVCenter, m_date);
    }
    painter.setFont(title);
    painter.setPen(palette().color(hasFocus() ? QPalette::Link : QPalette::WindowText));
    painter.drawText(QRect(0, 0, titleRoom, line),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(title).elidedText(m_entry.text, Qt::ElideRight, titleRoom));
    if (!isDated)
        return;

    const QRect second(0, line + kGap, width(), line);
    const int validityWidth = smallMetrics.horizontalAdvance(m_validity);
    const int dateRoom = width() - validityWidth - smallMetrics.averageCharWidth() * 2;
    painter.setFont(small);
    painter.setPen(theme.faintInk());
    painter.drawText(second, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     smallMetrics.elidedText(m_date, Qt::ElideRight, dateRoom));
    painter.setPen(theme.category(kValidColour));
    painter.drawText(second, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, m_validity);

    const double top = second.bottom() + 1 + kGap;
    const TimeScale scale = scaleOf(m_frame, width());
    TimelineMetrics metrics;
    metrics.labelHeight = line;
    const MarkPlace place{scale.left(), scale.right(), top + ribbonHeight() / 2.0 - 1,
                          metrics.markHeight(), devicePixelRatioF()};
    Ribbon ribbon =
        ribbonOf(m_entry.when, m_entry.attested, m_entry.certainty, scale, place, metrics);
    ribbon.mark.look.colour = isPast(m_entry.when.when(), m_frame.at) ? kPastColour : kValidColour;
    painter.setPen(theme.rule());
    painter.drawLine(QPointF(scale.left(), place.centreY), QPointF(scale.right(), place.centreY));
    if (ribbon.mark.box.width > 0)
        paintMark(painter, ribbon.mark, theme, ribbon.stretches);
    painter.setRenderHint(QPainter::Antialiasing, false);
    const double below = ribbon.mark.box.bottom() + 1;
    for (const MarkStretch &attested : ribbon.attested)
        painter.fillRect(QRectF(attested.x0, below, attested.x1 - attested.x0, 2), theme.ink());
    paintLineAt(painter, scale.toX(m_frame.at), top - kGap, height(), theme);
}

void RibbonRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

RibbonAxis::RibbonAxis(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void RibbonAxis::setFrame(const RibbonFrame &frame)
{
    if (frame == m_frame)
        return;
    m_frame = frame;
    update();
}

QSize RibbonAxis::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 12, 2 * fontMetrics().height()};
}

void RibbonAxis::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::fromPalette(palette(), font());
    const LabelFonts fonts(theme);
    const TimeScale scale = scaleOf(m_frame, width());
    Axis axis;
    buildAxis(scale, timelineWords().axis, CachedTextMeasure(fonts), axis);
    // One row of labels: the larger unit where it has two of them in view.
    const std::vector<Tick> &ticks = axis.majors.size() > 1 ? axis.majors : axis.minors;
    QPainter painter(this);
    const double line = height() / 2.0;
    painter.setPen(theme.strongRule());
    painter.drawLine(QPointF(scale.left(), 0.5), QPointF(scale.right(), 0.5));
    painter.setFont(fonts.font(LabelFont::Axis));
    const QFontMetricsF metrics(painter.font());
    for (const Tick &tick : ticks) {
        if (tick.x < scale.left() - 1)
            continue;
        painter.setPen(theme.strongRule());
        painter.drawLine(QPointF(tick.x, 0), QPointF(tick.x, 4));
        const QString text = toQString(tick.text);
        const double left = tick.x + 3;
        if (text.isEmpty() || left + metrics.horizontalAdvance(text) > width())
            continue;
        painter.setPen(theme.faintInk());
        painter.drawText(QPointF(left, line - metrics.descent()), text);
    }
    const double x = scale.toX(m_frame.at);
    paintLineAt(painter, x, 0, line, theme);
    const double textWidth = metrics.horizontalAdvance(m_frame.atText);
    const double left = std::clamp(x - textWidth / 2, 0.0, std::max(0.0, width() - textWidth));
    painter.setPen(toneColour(Tone::Today, theme));
    painter.drawText(QPointF(left, height() - metrics.descent()), m_frame.atText);
}

ValidityRibbons::ValidityRibbons(const ViewContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_rows(new QVBoxLayout), m_axis(new RibbonAxis)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_rows.layout()->setSpacing(kGap);
    column->addLayout(m_rows.layout());
    column->addWidget(m_axis);
}

void ValidityRibbons::setEntries(std::vector<RibbonEntry> entries, const RibbonFrame &frame)
{
    std::stable_sort(entries.begin(), entries.end(), [](const auto &a, const auto &b) {
        const When &one = a.when.when();
        const When &other = b.when.when();
        if (one.isDated() != other.isDated())
            return one.isDated();
        return one.bounds.earliestBegin != other.bounds.earliestBegin
                   ? one.bounds.earliestBegin < other.bounds.earliestBegin
                   : one.bounds.latestEnd < other.bounds.latestEnd;
    });
    m_rows.fill(
        entries.size(), [this] { return new RibbonRow(m_context); },
        [&](RibbonRow &row, std::size_t i) { row.setEntry(entries[i], frame); });
    m_axis->setFrame(frame);
    m_axis->setVisible(std::any_of(entries.begin(), entries.end(),
                                   [](const RibbonEntry &entry) { return entry.when.isDated(); }));
    setVisible(!entries.empty());
}

}  // namespace dateline::ui
