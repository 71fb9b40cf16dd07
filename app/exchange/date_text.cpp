// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/date_text.h"

#include "app/model/civil_date.h"

namespace dateline {

namespace {

bool hasTime(std::string_view text)
{
    return text.find('T') != std::string_view::npos;
}

void appendDigits(std::string &text, std::int64_t number, int width)
{
    char digits[20];
    int count = 0;
    do {
        digits[count++] = static_cast<char>('0' + number % 10);
        number /= 10;
    } while (number > 0);
    for (int i = count; i < width; ++i)
        text += '0';
    while (count > 0)
        text += digits[--count];
}

std::string isoText(Instant at, bool withTime)
{
    const CivilDate day = civilDateAt(at);
    std::string text;
    text.reserve(24);
    if (day.year < 0)
        text += '-';
    else if (day.year > 9999)
        text += '+';
    appendDigits(text, day.year < 0 ? -day.year : day.year, 4);
    text += '-';
    appendDigits(text, day.month, 2);
    text += '-';
    appendDigits(text, day.day, 2);
    if (withTime) {
        const std::int64_t second = secondOfDay(at);
        text += 'T';
        appendDigits(text, second / kSecondsPerHour, 2);
        text += ':';
        appendDigits(text, second % kSecondsPerHour / kSecondsPerMinute, 2);
        text += ':';
        appendDigits(text, second % kSecondsPerMinute, 2);
        text += 'Z';
    }
    return text;
}

}  // namespace

std::string earliestText(const Edtf &date)
{
    const Instant begin = date.when().bounds.earliestBegin;
    if (!date.isDated() || begin.isDistant())
        return {};
    const std::string_view text = date.text();
    return isoText(begin, hasTime(text.substr(0, text.find('/'))));
}

std::string latestText(const Edtf &date)
{
    const Instant end = date.when().bounds.latestEnd;
    if (!date.isDated() || end.isDistant())
        return {};
    const std::string_view text = date.text();
    const std::size_t slash = text.find('/');
    return isoText(addSeconds(end, -1),
                   hasTime(slash == std::string_view::npos ? text : text.substr(slash + 1)));
}

}  // namespace dateline
