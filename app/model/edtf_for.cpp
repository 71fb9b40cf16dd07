// SPDX-License-Identifier: GPL-3.0-or-later
// From a span on the screen to the text of a date.
#include "app/model/civil_date.h"
#include "app/model/edtf.h"

namespace dateline {

namespace {

void appendPadded(std::string &text, std::int64_t number, std::size_t width)
{
    const std::string digits = std::to_string(number);
    text.append(digits.size() < width ? width - digits.size() : 0, '0');
    text += digits;
}

bool hasFourDigits(const CivilDate &date)
{
    return date.year >= -9'999 && date.year <= 9'999;
}

// The year with its last digits written as X.
std::string yearText(std::int64_t year, std::size_t unspecified)
{
    if (year < -9'999 || year > 9'999)
        return std::string(1, 'Y').append(std::to_string(year));
    std::string text = year < 0 ? "-" : "";
    appendPadded(text, year < 0 ? -year : year, 4);
    text.replace(text.size() - unspecified, unspecified, unspecified, 'X');
    return text;
}

std::string dateText(Instant t, Precision precision)
{
    CivilDate date = civilDateAt(t);
    if (precision == Precision::Season) {
        // January and February belong to the winter that began in December.
        const std::int64_t year = date.month <= 2 ? date.year - 1 : date.year;
        if (year < -9'999 || year > 9'999)
            return yearText(year, 0);
        constexpr const char *kCodes[] = {"-24", "-21", "-22", "-23"};
        return yearText(year, 0) + kCodes[date.month % 12 / 3];
    }
    const std::size_t unspecified = precision == Precision::Decade    ? 1
                                    : precision == Precision::Century ? 2
                                    : precision == Precision::Coarser ? 3
                                                                      : 0;
    std::string text = yearText(date.year, unspecified);
    if (precision >= Precision::Year || !hasFourDigits(date))
        return text;
    text += '-';
    appendPadded(text, date.month, 2);
    if (precision >= Precision::Month)
        return text;
    text += '-';
    appendPadded(text, date.day, 2);
    if (precision == Precision::Day)
        return text;
    const std::int64_t second = secondOfDay(t);
    text += 'T';
    appendPadded(text, second / kSecondsPerHour, 2);
    text += ':';
    appendPadded(text, second / kSecondsPerMinute % 60, 2);
    if (precision == Precision::Second) {
        text += ':';
        appendPadded(text, second % 60, 2);
    }
    return text + 'Z';
}

// The unit at which EDTF can write the instant: years of more than four digits come whole, and
// before year 0000, where an X counts away from zero, so do all.
Precision writable(Instant t, Precision precision)
{
    const CivilDate date = civilDateAt(t);
    const bool isCoarse = precision > Precision::Year && precision != Precision::None;
    if (!hasFourDigits(date) || (isCoarse && date.year < 0))
        return Precision::Year;
    return precision;
}

std::string endText(Instant t, Precision precision)
{
    if (t.isDistant() || !hasFourDigits(civilDateAt(t)))
        return "..";
    return dateText(t, writable(t, precision));
}

}  // namespace

std::string edtfFor(TimeSpan span, Precision precision)
{
    if (precision == Precision::None)
        return {};
    // The last instant that belongs to the span: its end does not, unless it is a moment.
    const Instant first = span.begin();
    const Instant last = span.isEmpty() ? first : addSeconds(span.end(), -1);
    if (!first.isDistant() && !last.isDistant()) {
        const Precision unit = writable(first, precision);
        if (unitAround(first, unit).contains(last))
            return dateText(first, unit);
        // Intervals have no time of day.
        if (precision < Precision::Day)
            return edtfFor(span, Precision::Day);
    }
    const Precision unit = precision < Precision::Day ? Precision::Day : precision;
    const std::string begin = endText(first, unit);
    const std::string end = endText(last, unit);
    return begin == ".." && end == ".." ? std::string() : begin + "/" + end;
}

}  // namespace dateline
