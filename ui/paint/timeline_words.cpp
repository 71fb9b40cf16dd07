// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/timeline_words.h"

#include <QCoreApplication>
#include <QStringList>

#include "app/model/civil_date.h"
#include "ui/bridge/date_text.h"
#include "ui/bridge/text.h"

namespace dateline::ui {

namespace {

QString tr(const char *text, int count = -1)
{
    return QCoreApplication::translate("Timeline", text, nullptr, count);
}

std::string axisText(const QLocale &locale, Instant at, AxisText text)
{
    switch (text) {
    case AxisText::WholeDay:
        return toUtf8(instantText(at, Precision::Day, locale));
    case AxisText::MonthAndYear:
        return toUtf8(instantText(at, Precision::Month, locale));
    case AxisText::MonthName:
        return toUtf8(locale.standaloneMonthName(civilDateAt(at).month, QLocale::ShortFormat));
    case AxisText::TimeOfDay:
    case AxisText::DayOfMonth:
    case AxisText::YearNumber:
    case AxisText::Decade:
    case AxisText::Century:
    case AxisText::Millennium:
        break;
    }
    return plainAxisWords(at, text);
}

}  // namespace

QString countedText(const TimelineCounts &counts, const QLocale &locale)
{
    return tr("%1 of %2 events").arg(locale.toString(counts.shown), locale.toString(counts.total));
}

QString beyondText(const TimelineCounts &counts, const QLocale &locale)
{
    QStringList parts;
    if (counts.earlier > 0)
        parts.append(tr("%1 earlier").arg(locale.toString(counts.earlier)));
    if (counts.later > 0)
        parts.append(tr("%1 later").arg(locale.toString(counts.later)));
    if (counts.undated > 0)
        parts.append(tr("%1 undated").arg(locale.toString(counts.undated)));
    return parts.join(QStringLiteral(" · "));
}

TimelineWords timelineWords(const QLocale &locale)
{
    TimelineWords words;
    words.axis = [locale](Instant at, AxisText text) { return axisText(locale, at, text); };
    words.counted = [locale](const TimelineCounts &counts) {
        return toUtf8(countedText(counts, locale));
    };
    words.beyond = [locale](const TimelineCounts &counts) {
        return toUtf8(beyondText(counts, locale));
    };
    words.today = toUtf8(tr("today"));
    return words;
}

LaneWords laneWords(const QLocale &locale)
{
    LaneWords words;
    words.allEvents = toUtf8(tr("All events"));
    words.noActor = toUtf8(tr("No actor"));
    words.noKind = toUtf8(tr("No kind"));
    words.noPlace = toUtf8(tr("No place"));
    words.noSource = toUtf8(tr("No source"));
    words.eventCount = [locale](std::size_t count) {
        const QString number = locale.toString(static_cast<qulonglong>(count));
        return toUtf8(count == 1 ? tr("1 event") : tr("%1 events").arg(number));
    };
    words.noGroup = toUtf8(tr("Others"));
    words.laneCount = [locale](std::size_t count) {
        const QString number = locale.toString(static_cast<qulonglong>(count));
        return toUtf8(count == 1 ? tr("1 row") : tr("%1 rows").arg(number));
    };
    return words;
}

}  // namespace dateline::ui
