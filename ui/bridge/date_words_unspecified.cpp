// SPDX-License-Identifier: GPL-3.0-or-later
// DateWords' part for dates with an X in them.
#include <bit>

#include "ui/bridge/date_words.h"

namespace dateline::ui {

namespace {

bool hasOneBit(std::uint32_t mask)
{
    return std::has_single_bit(mask);
}

// A row without a gap: 20-29, but not 01, 11, 21.
bool isRun(std::uint32_t mask)
{
    return mask != 0 && std::has_single_bit((mask >> lowestNumber(mask)) + 1);
}

TimeSpan monthsOf(const EdtfDate &date)
{
    return TimeSpan::between(
        instantOf(date.firstYear, lowestNumber(date.months)),
        instantOf(addMonths({date.firstYear, highestNumber(date.months), 1}, 1)));
}

// The days that fit into the one month of the date.
std::uint32_t daysOf(const EdtfDate &date)
{
    return date.days & ((2U << daysInMonth(date.firstYear, lowestNumber(date.months))) - 1);
}

// Nothing but X: every month, or every day, of the calendar.
bool isAnyMonth(const EdtfDate &date)
{
    return date.months == 0x1FFE;
}

bool isAnyDay(const EdtfDate &date)
{
    return date.days == 0xFFFFFFFE;
}

}  // namespace

QString DateWords::someOf(const QString &words, const QString &some) const
{
    return isShort() ? words : DateText::tr("%1, %2", "date, some day of it").arg(words, some);
}

QString DateWords::unspecified(const EdtfDate &date) const
{
    QString text =
        (date.yearFlags & kUnspecified) != 0 ? unspecifiedYear(date) : unspecifiedInYear(date);
    if (!text.isEmpty())
        return text;
    const QString first = day(civilDateAt(date.span.begin()));
    const QString last = day(civilDateAt(addSeconds(date.span.end(), -1)));
    return isShort() ? DateText::tr("%1 – %2", "first and last day").arg(first, last)
                     : DateText::tr("between %1 and %2").arg(first, last);
}

// Empty where the days make no single row: then only the bounds can be told.
QString DateWords::unspecifiedInYear(const EdtfDate &date) const
{
    if (date.days == 0) {
        if (isAnyMonth(date))
            return someOf(year(date.firstYear), DateText::tr("some month"));
        if (hasOneBit(date.months))
            return month(date.firstYear, lowestNumber(date.months));
        if (!isRun(date.months))
            return {};
        const CivilDate last = civilDateAt(addSeconds(monthsOf(date).end(), -1));
        return someOf(DateText::tr("%1–%2 %3", "first and last month, and year")
                          .arg(standaloneMonthName(lowestNumber(date.months)),
                               standaloneMonthName(last.month), year(last.year)),
                      DateText::tr("some month"));
    }
    if (isAnyMonth(date) && isAnyDay(date))
        return someOf(year(date.firstYear), DateText::tr("some day"));
    if (!hasOneBit(date.months))
        return {};
    const std::uint32_t days = daysOf(date);
    if (hasOneBit(days))
        return day({date.firstYear, lowestNumber(date.months), lowestNumber(days)});
    if (isAnyDay(date))
        return someOf(month(date.firstYear, lowestNumber(date.months)), DateText::tr("some day"));
    return isRun(days) ? someOf(daySpan(date.span), DateText::tr("some day")) : QString();
}

// "25 December, 1560s". Only an X that hides all digits to its right leaves one row of years.
QString DateWords::unspecifiedYear(const EdtfDate &date) const
{
    if (date.yearText.find_first_of("0123456789", date.yearText.find('X')) !=
        std::string_view::npos)
        return {};
    const bool isAnyYear = date.yearText.find_first_not_of('X') == std::string_view::npos;
    const QString when =
        isAnyYear ? DateText::tr("year unknown") : years(date.firstYear, date.lastYear);
    const QString some = DateText::tr("%1, some year", "years").arg(when);
    const bool isDecade = date.lastYear - date.firstYear == 9;
    QString yearWords = isAnyYear || isDecade || isShort() ? when : some;
    if (date.months == 0 || (isAnyMonth(date) && (date.days == 0 || isAnyDay(date))))
        return yearWords;
    if (!hasOneBit(date.months))
        return {};
    const int month = lowestNumber(date.months);
    if (date.days == 0 || isAnyDay(date))
        return DateText::tr("%1, %2", "month; years").arg(standaloneMonthName(month), yearWords);
    if (!hasOneBit(date.days))
        return {};
    return DateText::tr("%1 %2, %3", "day and month; years")
        .arg(QString::number(lowestNumber(date.days)), monthName(month), yearWords);
}

}  // namespace dateline::ui
