// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/timeline_legend.h"

#include <algorithm>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include "ui/bridge/text.h"
#include "ui/paint/label.h"
#include "ui/paint/mark_painter.h"

namespace dateline::ui {

namespace {

constexpr double kMarkWidth = 28;
constexpr double kDoubtWidth = 2.4;
constexpr double kTextGap = 6;
constexpr double kEntryGap = 20;
constexpr std::size_t kMostCategories = 24;
constexpr std::uint16_t kNeutralColour = kColourCount - 1;

QString tr(const char *text)
{
    return QCoreApplication::translate("Timeline", text);
}

// Which forms and outlines occur.
struct Seen {
    bool hasDot = false;
    bool hasCapsule = false;
    bool hasBar = false;
    bool hasUncertainEnd = false;
    bool hasOpenEnd = false;
    bool hasOneOf = false;
    bool hasAllOf = false;
    bool hasDigits = false;
    bool hasRoughEnd = false;
    bool isApproximate = false;
    bool isAssessed = false;
    bool isSuspected = false;
    bool isDenied = false;
    bool isContested = false;
};

Seen seenIn(const Snapshot &snapshot, const RowSet &shown)
{
    const EventColumns &events = *snapshot.events;
    std::vector<Certainty> certainties;
    for (std::uint32_t word = 0; word < events.statusWords().size(); ++word)
        certainties.push_back(certaintyOf(events.statusWords().word(word)));
    Seen seen;
    for (std::uint32_t row = 0; row < events.datedSize(); ++row) {
        if (!shown.contains({row}))
            continue;
        const When when = events.when({row});
        const bool isSpan = when.form == DateForm::Span;
        const bool isMoment = when.form == DateForm::Moment;
        seen.hasDot |= isMoment;
        const bool isSet = when.form == DateForm::Set;
        const bool isRough = when.has(kApproximate) || when.has(kUncertain);
        seen.hasCapsule |= !isSpan && !isMoment && !isSet;
        seen.hasOneOf |= isSet && !when.has(kAllOf);
        seen.hasAllOf |= isSet && when.has(kAllOf);
        seen.hasDigits |= when.form == DateForm::Range && when.has(kUnspecified);
        seen.hasRoughEnd |= isSpan && isRough;
        seen.hasBar |= isSpan;
        seen.hasOpenEnd |= isSpan && (when.has(kOpenBegin) || when.has(kOpenEnd));
        seen.hasUncertainEnd |=
            isSpan && TimeScale::secondsBetween(when.bounds.earliestBegin,
                                                when.bounds.latestBegin) > 2.0 * kSecondsPerDay;
        seen.isApproximate |= isRough && !isSpan;
        const Certainty certainty = certainties[events.status({row})];
        seen.isAssessed |= certainty == Certainty::Assessed;
        seen.isSuspected |= certainty == Certainty::Suspected || certainty == Certainty::Expected;
        seen.isDenied |= certainty == Certainty::Denied;
        seen.isContested |= snapshot.evidenceOf({row}).isContested;
    }
    return seen;
}

const Vocabulary &vocabularyOf(const EventColumns &events, Colouring colouring)
{
    switch (colouring) {
    case Colouring::Status:
        return events.statusWords();
    case Colouring::Place:
        return events.placeWords();
    case Colouring::Kind:
        break;
    }
    return events.kindWords();
}

const Column<std::uint32_t> &columnOf(const EventColumns &events, Colouring colouring)
{
    switch (colouring) {
    case Colouring::Status:
        return events.statuses();
    case Colouring::Place:
        return events.places();
    case Colouring::Kind:
        break;
    }
    return events.kinds();
}

}  // namespace

TimelineLegend::TimelineLegend(const Snapshot &snapshot, const RowSet &shown, Colouring colouring,
                               const LabelFonts &fonts, const RowSet *doubted)
    : m_fonts(fonts), m_metrics(fonts.timelineMetrics())
{
    const EventColumns &events = *snapshot.events;
    const Vocabulary &words = vocabularyOf(events, colouring);
    const Column<std::uint32_t> &column = columnOf(events, colouring);
    std::vector<std::uint32_t> counts(words.size(), 0);
    for (std::uint32_t row = 0; row < events.datedSize(); ++row)
        counts[column[row]] += shown.contains({row}) ? 1u : 0u;
    for (const std::uint32_t number : words.byCount()) {
        if (counts[number] == 0 || m_entries.size() >= kMostCategories)
            continue;
        Entry entry;
        entry.text = toQString(words.word(number));
        entry.isGlyph = true;
        entry.mark.look = lookOfWord(number);
        m_entries.push_back(entry);
    }

    const auto add = [this](bool isSeen, const QString &text, MarkForm form, int flags = 0,
                            Certainty certainty = Certainty::Confirmed) {
        if (!isSeen)
            return;
        Entry entry;
        entry.text = text;
        entry.mark.form = form;
        entry.mark.flags = static_cast<std::uint16_t>(flags | kNoGlyph);
        entry.mark.certainty = certainty;
        entry.mark.look.colour = kNeutralColour;
        m_entries.push_back(entry);
    };
    const Seen seen = seenIn(snapshot, shown);
    add(seen.hasDot, tr("known to the day"), MarkForm::Dot);
    add(seen.hasCapsule, tr("some time in it"), MarkForm::Capsule);
    add(seen.hasBar, tr("from – to"), MarkForm::Bar);
    if (seen.hasUncertainEnd) {
        add(true, tr("uncertain end"), MarkForm::Bar);
        m_entries.back().mark.endStrength = 0.1;
    }
    add(seen.hasOpenEnd, tr("open end"), MarkForm::Bar, kArrowRight);
    add(seen.hasRoughEnd, tr("rough end"), MarkForm::Bar, kRoughEnd);
    add(seen.hasDigits, tr("digits unknown"), MarkForm::Capsule, kDigits);
    add(seen.hasOneOf, tr("one of these"), MarkForm::Linked);
    add(seen.hasAllOf, tr("all of these"), MarkForm::Linked, kAllMembers);
    add(seen.isApproximate, tr("about"), MarkForm::Capsule, kWavy);
    add(seen.isAssessed, tr("assessed"), MarkForm::Capsule, 0, Certainty::Assessed);
    add(seen.isSuspected, tr("suspected or expected"), MarkForm::Capsule, 0, Certainty::Expected);
    add(seen.isDenied, tr("denied"), MarkForm::Capsule, 0, Certainty::Denied);
    add(seen.isContested, tr("contested"), MarkForm::Dot, kContested);

    bool hasDoubted = false;
    for (std::uint32_t row = 0; doubted && !hasDoubted && row < events.datedSize(); ++row)
        hasDoubted = doubted->contains({row}) && shown.contains({row});
    if (hasDoubted) {
        add(true, tr("would fall with what is doubted"), MarkForm::Dot);
        m_entries.back().isDoubted = true;
    }

    const QFontMetricsF metrics(m_fonts.font(LabelFont::LaneNote));
    for (Entry &entry : m_entries)
        entry.textWidth = metrics.horizontalAdvance(entry.text);
}

double TimelineLegend::entryWidth(const Entry &entry) const
{
    const bool isNarrow = entry.isGlyph || entry.mark.form == MarkForm::Dot;
    return (isNarrow ? m_metrics.markHeight() : kMarkWidth) + kTextGap + entry.textWidth;
}

template <typename Visit>
double TimelineLegend::flow(double width, const Visit &visit) const
{
    const double lineHeight = m_metrics.noteHeight + 6;
    double x = 0;
    double y = 0;
    for (const Entry &entry : m_entries) {
        const double needed = entryWidth(entry);
        if (x > 0 && x + needed > width) {
            x = 0;
            y += lineHeight;
        }
        visit(entry, x, y + lineHeight / 2);
        x += needed + kEntryGap;
    }
    return m_entries.empty() ? 0 : y + lineHeight;
}

double TimelineLegend::heightFor(double width) const
{
    return flow(width, [](const Entry &, double, double) {});
}

void TimelineLegend::paint(QPainter &painter, const QPointF &topLeft, double width,
                           const Theme &theme) const
{
    const double height = m_metrics.markHeight();
    flow(width, [&](const Entry &entry, double dx, double dy) {
        const double x = topLeft.x() + dx;
        const double y = topLeft.y() + dy;
        const bool isDot = entry.mark.form == MarkForm::Dot;
        double textX = x + height + kTextGap;
        if (entry.isGlyph) {
            paintGlyph(painter, entry.mark.look, QPointF(x + height / 2, y), height * 0.42, theme);
        } else {
            TimelineMark mark = entry.mark;
            const bool hasArrow = mark.has(kArrowRight);
            const double markWidth = isDot ? height : hasArrow ? kMarkWidth - 8 : kMarkWidth;
            mark.box = {x, y - height / 2, markWidth, height};
            mark.solidBegin = mark.box.x;
            mark.solidEnd =
                mark.endStrength < 1 ? mark.box.x + mark.box.width * 0.3 : mark.box.right();
            if (mark.has(kDigits))
                mark.solidEnd = mark.solidBegin;
            mark.glyphX = mark.box.centreX();
            const MarkStretch members[] = {{x, x + height * 0.6},
                                           {x + markWidth - height * 1.1, x + markWidth}};
            mark.stretchCount = 2;
            paintMark(painter, mark, theme, members);
            if (entry.isDoubted) {
                painter.setPen(QPen(theme.doubt(), kDoubtWidth));
                painter.setBrush(Qt::NoBrush);
                painter.drawEllipse(QPointF(mark.box.centreX(), y), height * 0.62, height * 0.62);
            }
            textX = x + (isDot ? height : kMarkWidth) + kTextGap;
        }
        painter.setPen(theme.faintInk());
        drawLabel(painter, QPointF(textX, y + m_fonts.baselineBelowCentre(LabelFont::LaneNote)),
                  entry.text, m_fonts.font(LabelFont::LaneNote));
    });
}

}  // namespace dateline::ui
