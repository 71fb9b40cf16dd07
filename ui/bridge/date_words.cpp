// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/date_words.h"

#include <QStringList>

namespace dateline::ui {

namespace {

// How sure one part of a date is; the whole one is "approximately" itself.
QString flagWords(std::uint8_t flags, bool isWhole)
{
    const bool isApproximate = (flags & kApproximate) != 0;
    const bool isUncertain = (flags & kUncertain) != 0;
    if (isApproximate && isUncertain)
        return DateText::tr("approximate and uncertain");
    if (isUncertain)
        return DateText::tr("uncertain");
    return isWhole ? DateText::tr("approximately") : DateText::tr("approximate");
}

}  // namespace

QString DateWords::monthName(int month) const
{
    return m_locale.monthName(month, isShort() ? QLocale::ShortFormat : QLocale::LongFormat);
}

QString DateWords::standaloneMonthName(int month) const
{
    return m_locale.standaloneMonthName(month,
                                        isShort() ? QLocale::ShortFormat : QLocale::LongFormat);
}

QString DateWords::year(std::int64_t year) const
{
    const auto number = [this](std::int64_t y) {
        return y > 9'999 ? m_locale.toString(static_cast<qlonglong>(y))
                         : QString::number(static_cast<qlonglong>(y));
    };
    // Year 0000 is the one before 1 CE, so that -0043 is 44 BCE.
    if (year <= 0)
        return DateText::tr("%1 BCE").arg(number(1 - year));
    return year < 1'000 ? DateText::tr("%1 CE").arg(number(year)) : number(year);
}

QString DateWords::years(std::int64_t firstYear, std::int64_t lastYear) const
{
    if (firstYear == lastYear)
        return year(firstYear);
    // "1900s" would be heard as the century.
    const bool isDecade = firstYear >= 1'000 && firstYear % 10 == 0 && firstYear % 100 != 0 &&
                          lastYear == firstYear + 9;
    if (isDecade)
        return DateText::tr("%1s", "a decade: 1560s").arg(year(firstYear));
    return DateText::tr("%1–%2", "first and last year").arg(year(firstYear), year(lastYear));
}

QString DateWords::month(std::int64_t year, int month) const
{
    return DateText::tr("%1 %2", "month and year")
        .arg(standaloneMonthName(month), this->year(year));
}

QString DateWords::day(const CivilDate &date) const
{
    return DateText::tr("%1 %2 %3", "day, month and year")
        .arg(QString::number(date.day), monthName(date.month), year(date.year));
}

QString DateWords::clock(std::int64_t secondOfDay, bool hasSeconds) const
{
    const auto twoDigits = [](std::int64_t number) {
        return QString::number(static_cast<qlonglong>(number)).rightJustified(2, QLatin1Char('0'));
    };
    QString text = twoDigits(secondOfDay / kSecondsPerHour) + QLatin1Char(':') +
                   twoDigits(secondOfDay / kSecondsPerMinute % 60);
    if (hasSeconds)
        text += QLatin1Char(':') + twoDigits(secondOfDay % 60);
    return text;
}

QString DateWords::daySpan(TimeSpan span) const
{
    const CivilDate first = civilDateAt(span.begin());
    const CivilDate last = civilDateAt(addSeconds(span.end(), -1));
    if (first == last)
        return day(first);
    if (first.year != last.year)
        return DateText::tr("%1 – %2", "first and last day").arg(day(first), day(last));
    if (first.month != last.month) {
        const QString begin = DateText::tr("%1 %2", "day and month")
                                  .arg(QString::number(first.day), monthName(first.month));
        return DateText::tr("%1 – %2", "first and last day").arg(begin, day(last));
    }
    return DateText::tr("%1–%2 %3 %4", "first and last day, month and year")
        .arg(QString::number(first.day), QString::number(last.day), monthName(last.month),
             year(last.year));
}

QString DateWords::date(const EdtfDate &date) const
{
    switch (date.kind) {
    case EdtfKind::DateTime:
        return dateTime(date);
    case EdtfKind::Season:
        return season(date);
    case EdtfKind::LongYear:
        if (date.firstYear == date.lastYear)
            return year(date.firstYear);
        return DateText::tr("%1, estimated %2", "years, and the one that is likely")
            .arg(years(date.firstYear, date.lastYear), year(date.year));
    case EdtfKind::Decade:
    case EdtfKind::Century:
        return years(date.firstYear, date.lastYear);
    case EdtfKind::Calendar:
        break;
    }
    if (date.isUnspecified())
        return unspecified(date);
    if (date.months == 0)
        return year(date.firstYear);
    const int month = lowestNumber(date.months);
    return date.days == 0 ? this->month(date.firstYear, month)
                          : day({date.firstYear, month, lowestNumber(date.days)});
}

QString DateWords::dateTime(const EdtfDate &date) const
{
    const QString dayText =
        day({date.firstYear, lowestNumber(date.months), lowestNumber(date.days)});
    const QString time = clock(date.secondOfDay, date.hasSeconds);
    switch (date.zone) {
    case EdtfZone::None:
        return DateText::tr("%1, %2", "day and time").arg(dayText, time);
    case EdtfZone::Utc:
        return DateText::tr("%1, %2 UTC", "day and time").arg(dayText, time);
    case EdtfZone::Offset:
        break;
    }
    const bool isWest = date.offsetSeconds < 0;
    const QString offset = (isWest ? QStringLiteral("−") : QStringLiteral("+")) +
                           clock(isWest ? -date.offsetSeconds : date.offsetSeconds, false);
    return DateText::tr("%1, %2 UTC%3", "day, time and offset").arg(dayText, time, offset);
}

QString DateWords::season(const EdtfDate &date) const
{
    const int code = date.season;
    QString when = years(date.firstYear, date.lastYear);
    if (code >= 37 && code <= 39) {
        const int first = (code - 37) * 4 + 1;
        return DateText::tr("%1–%2 %3", "first and last month, and year")
            .arg(standaloneMonthName(first), standaloneMonthName(first + 3), when);
    }
    if (code >= 40) {
        if (isShort())
            return DateText::tr("H%1 %2", "half of a year").arg(code - 39).arg(when);
        return (code == 40 ? DateText::tr("first half of %1") : DateText::tr("second half of %1"))
            .arg(when);
    }
    if (code >= 33) {
        if (isShort())
            return DateText::tr("Q%1 %2", "quarter of a year").arg(code - 32).arg(when);
        const QString quarters[] = {
            DateText::tr("first quarter of %1"), DateText::tr("second quarter of %1"),
            DateText::tr("third quarter of %1"), DateText::tr("fourth quarter of %1")};
        return quarters[code - 33].arg(when);
    }
    const CivilDate last = civilDateAt(addSeconds(date.span.end(), -1));
    if (date.firstYear == date.lastYear && last.year != date.firstYear)
        when = years(date.firstYear, last.year);
    const QString seasons[] = {DateText::tr("spring %1"), DateText::tr("summer %1"),
                               DateText::tr("autumn %1"), DateText::tr("winter %1")};
    QString text = seasons[(code - 21) % 4].arg(when);
    if (code <= 24)
        return text;
    return (code <= 28 ? DateText::tr("%1 (northern)") : DateText::tr("%1 (southern)")).arg(text);
}

// Empty for a date without ~ and ?.
QString DateWords::qualifiers(const EdtfDate &date) const
{
    constexpr std::uint8_t kBoth = kApproximate | kUncertain;
    struct Part {
        bool isThere;
        std::uint8_t flags;
        QString name;
    };
    const bool hasMonth = date.months != 0 || date.season != 0;
    const Part parts[] = {
        {true, static_cast<std::uint8_t>(date.yearFlags & kBoth), DateText::tr("year")},
        {hasMonth, static_cast<std::uint8_t>(date.monthFlags & kBoth),
         date.season != 0 ? DateText::tr("season") : DateText::tr("month")},
        {date.days != 0, static_cast<std::uint8_t>(date.dayFlags & kBoth), DateText::tr("day")},
    };
    bool isWhole = true;
    QStringList words;
    for (const Part &part : parts) {
        if (!part.isThere)
            continue;
        isWhole = isWhole && part.flags == parts[0].flags;
        if (part.flags != 0)
            words += DateText::tr("%1 %2", "year, uncertain")
                         .arg(part.name, flagWords(part.flags, false));
    }
    if (words.isEmpty())
        return {};
    return isWhole ? flagWords(parts[0].flags, true) : words.join(QStringLiteral(", "));
}

QString DateWords::qualifiedDate(const EdtfDate &date) const
{
    const QString words = this->date(date);
    if (isShort()) {
        const QString approximate =
            (date.flags() & kApproximate) != 0 ? QStringLiteral("~") : QString();
        const QString uncertain =
            (date.flags() & kUncertain) != 0 ? QStringLiteral("?") : QString();
        return (words + QLatin1Char(' ') + approximate + uncertain).trimmed();
    }
    const QString qualified = qualifiers(date);
    return qualified.isEmpty() ? words
                               : DateText::tr("%1, %2", "date, how sure").arg(words, qualified);
}

QString DateWords::dateInside(const EdtfDate &date) const
{
    const QString qualified = isShort() ? QString() : qualifiers(date);
    return qualified.isEmpty()
               ? qualifiedDate(date)
               : DateText::tr("%1 (%2)", "date, how sure").arg(this->date(date), qualified);
}

}  // namespace dateline::ui
