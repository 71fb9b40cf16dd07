// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/date_text.h"

#include <QStringList>

#include "app/model/edtf_reader.h"
#include "ui/bridge/date_words.h"

namespace dateline::ui {

namespace {

using Kind = EdtfEnd::Kind;

QString intervalText(const EdtfMember &member, const DateWords &words)
{
    if (member.begin.kind == Kind::Date && member.end.kind == Kind::Date)
        return DateText::tr("%1 – %2", "from, to")
            .arg(words.dateInside(member.begin.date), words.dateInside(member.end.date));
    if (member.begin.kind == Kind::Date) {
        const QString from = DateText::tr("from %1").arg(words.dateInside(member.begin.date));
        return member.end.kind == Kind::Open ? from : DateText::tr("%1, end unknown").arg(from);
    }
    const QString until = DateText::tr("until %1").arg(words.dateInside(member.end.date));
    return member.begin.kind == Kind::Open ? until : DateText::tr("%1, start unknown").arg(until);
}

QString shortEnd(const EdtfEnd &end, const DateWords &words)
{
    switch (end.kind) {
    case Kind::Open:
        return QStringLiteral("…");
    case Kind::Unknown:
        return QStringLiteral("?");
    case Kind::Date:
        break;
    }
    return words.dateInside(end.date);
}

QString memberText(const EdtfMember &member, const DateWords &words)
{
    return member.isStretch ? intervalText(member, words) : words.dateInside(member.begin.date);
}

// As many members as can be taken in at a glance; the rest is a number.
QString setText(EdtfReader &reader, EdtfMember member, const DateWords &words)
{
    constexpr int kShown = 6;
    QStringList shown;
    int more = 0;
    do {
        if (shown.size() < kShown)
            shown += memberText(member, words);
        else
            ++more;
    } while (reader.next(member));
    if (more > 0)
        shown += DateText::tr("and %n more", "dates of a set", more);
    QString list = shown.join(QStringLiteral("; "));
    if (shown.size() == 1)
        return list;
    return (reader.shape() == EdtfReader::Shape::AllOf ? DateText::tr("all of: %1")
                                                       : DateText::tr("one of: %1"))
        .arg(list);
}

QString shortSetText(EdtfReader &reader, EdtfMember member, const DateWords &words)
{
    constexpr int kShown = 2;
    QStringList shown;
    bool isMore = false;
    do {
        if (shown.size() == kShown)
            isMore = true;
        else
            shown += member.isStretch ? shortEnd(member.begin, words) + QLatin1Char('/') +
                                            shortEnd(member.end, words)
                                      : words.dateInside(member.begin.date);
    } while (reader.next(member));
    if (isMore)
        shown += QStringLiteral("…");
    const bool isAllOf = reader.shape() == EdtfReader::Shape::AllOf;
    return QLatin1Char(isAllOf ? '{' : '[') + shown.join(QStringLiteral(", ")) +
           QLatin1Char(isAllOf ? '}' : ']');
}

bool isMidnight(Instant t)
{
    return t.isDistant() || secondOfDay(t) == 0;
}

// A bound that is no whole day; an upper one counts its last minute or second in.
QString timeText(Instant t, const DateWords &words)
{
    const std::int64_t second = secondOfDay(t);
    return DateText::tr("%1, %2 UTC", "day and time")
        .arg(words.day(civilDateAt(t)), words.clock(second, second % 60 != 0));
}

QString timeSpanText(TimeSpan span, const DateWords &words)
{
    const bool isOneUnit = span.end().seconds - span.begin().seconds <= kSecondsPerMinute;
    const QString first = timeText(span.begin(), words);
    return isOneUnit ? first
                     : DateText::tr("%1 – %2", "from, to")
                           .arg(first, timeText(addSeconds(span.end(), -1), words));
}

}  // namespace

QString dateText(const Edtf &date, const QLocale &locale)
{
    const DateWords words(locale, DateWords::Width::Full);
    EdtfReader reader(date.text());
    EdtfMember member;
    if (!date.isDated() || !reader.next(member))
        return DateText::tr("undated");
    switch (reader.shape()) {
    case EdtfReader::Shape::Date:
        return words.qualifiedDate(member.begin.date);
    case EdtfReader::Shape::Interval:
        return intervalText(member, words);
    case EdtfReader::Shape::OneOf:
    case EdtfReader::Shape::AllOf:
        break;
    }
    return setText(reader, member, words);
}

QString shortDateText(const Edtf &date, const QLocale &locale)
{
    const DateWords words(locale, DateWords::Width::Short);
    EdtfReader reader(date.text());
    EdtfMember member;
    if (!date.isDated() || !reader.next(member))
        return DateText::tr("undated");
    switch (reader.shape()) {
    case EdtfReader::Shape::Date:
        return words.qualifiedDate(member.begin.date);
    case EdtfReader::Shape::Interval:
        return shortEnd(member.begin, words) + QLatin1Char('/') + shortEnd(member.end, words);
    case EdtfReader::Shape::OneOf:
    case EdtfReader::Shape::AllOf:
        break;
    }
    return shortSetText(reader, member, words);
}

QString boundsText(const Edtf &date, const QLocale &locale)
{
    return date.isDated() ? boundsText(date.when().bounds.whole(), locale) : QString();
}

QString boundsText(TimeSpan span, const QLocale &locale)
{
    const DateWords words(locale, DateWords::Width::Short);
    const bool hasBegin = !span.begin().isDistant();
    const bool hasEnd = !span.end().isDistant();
    const bool isOfDays = isMidnight(span.begin()) && isMidnight(span.end());
    if (hasBegin && hasEnd)
        return isOfDays && !span.isEmpty() ? words.daySpan(span) : timeSpanText(span, words);
    if (hasBegin)
        return DateText::tr("from %1").arg(isOfDays ? words.day(civilDateAt(span.begin()))
                                                    : timeText(span.begin(), words));
    if (hasEnd) {
        const Instant last = addSeconds(span.end(), -1);
        return DateText::tr("until %1")
            .arg(isOfDays ? words.day(civilDateAt(last)) : timeText(last, words));
    }
    return {};
}

QString instantText(Instant t, Precision precision, const QLocale &locale)
{
    if (t.isDistant())
        return QStringLiteral("…");
    if (precision > Precision::Year && precision != Precision::None) {
        const TimeSpan unit = unitAround(t, precision);
        return DateWords(locale, DateWords::Width::Full)
            .years(civilDateAt(unit.begin()).year, civilDateAt(unit.end()).year - 1);
    }
    const auto date = Edtf::parse(edtfFor(TimeSpan::between(t, t), precision));
    return date && date->isDated() ? dateText(*date, locale) : QString();
}

}  // namespace dateline::ui
