// SPDX-License-Identifier: GPL-3.0-or-later
// EdtfReader's part for one date: qualifiers, month or season, day, time and zone.
#include "app/model/edtf_digits.h"
#include "app/model/edtf_reader.h"

namespace dateline {

namespace {

constexpr std::uint8_t kBoth = kApproximate | kUncertain;

// A bit for each number from 1 to last that two places, of digits or X, can stand for.
std::uint32_t possibleNumbers(char tens, char ones, std::uint32_t last)
{
    if (tens != 'X' && ones != 'X') {
        const auto number = static_cast<std::uint32_t>((tens - '0') * 10 + (ones - '0'));
        return number >= 1 && number <= last ? 1U << number : 0;
    }
    std::uint32_t mask = 0;
    for (std::uint32_t number = 1; number <= last; ++number) {
        if ((tens == 'X' || static_cast<std::uint32_t>(tens - '0') == number / 10) &&
            (ones == 'X' || static_cast<std::uint32_t>(ones - '0') == number % 10))
            mask |= 1U << number;
    }
    return mask;
}

// Level 1 has X only from the right: one or two digits of a bare year, or whole months and days.
std::uint8_t unspecifiedLevel(const EdtfDate &date, std::string_view month, std::string_view day)
{
    if (!date.isUnspecified())
        return 0;
    if ((date.yearFlags & kUnspecified) != 0) {
        const std::string_view year = date.yearText;
        const bool isFromRight =
            year.size() == 4 && isDigit(year[0]) && isDigit(year[1]) && year[3] == 'X';
        return date.months == 0 && date.season == 0 && isFromRight ? 1 : 2;
    }
    if ((date.monthFlags & kUnspecified) != 0)
        return month == "XX" && (date.days == 0 || day == "XX") ? 1 : 2;
    return day == "XX" ? 1 : 2;
}

}  // namespace

std::uint8_t EdtfReader::takeQualifier()
{
    const char c = peek();
    const std::uint8_t flags = c == '?'   ? std::uint8_t{kUncertain}
                               : c == '~' ? std::uint8_t{kApproximate}
                               : c == '%' ? kBoth
                                          : std::uint8_t{0};
    if (flags != 0)
        ++m_at;
    return flags;
}

// To the left of a part: of that part alone.
bool EdtfReader::readPrefix(EdtfDate &date, std::uint8_t &part)
{
    const std::uint8_t flags = takeQualifier();
    if (flags == 0)
        return false;
    addFlags(part, flags);
    raiseLevel(date, 2);
    return true;
}

// To the right of a part: of all that stands before it. At the very end that is level 1.
void EdtfReader::readSuffix(EdtfDate &date)
{
    const std::uint8_t flags = takeQualifier();
    if (flags == 0)
        return;
    addFlags(date.yearFlags, flags);
    if (date.months != 0 || date.season != 0)
        addFlags(date.monthFlags, flags);
    if (date.days != 0)
        addFlags(date.dayFlags, flags);
    const bool isWholeDate = peek() != '-' && date.season == 0 && date.kind != EdtfKind::Century &&
                             date.kind != EdtfKind::Decade;
    raiseLevel(date, isWholeDate ? 1 : 2);
}

bool EdtfReader::readDate(EdtfDate &date)
{
    const std::size_t start = m_at;
    readPrefix(date, date.yearFlags);
    if (peek() == 'Y' ? !readLongYear(date) : !readYear(date))
        return false;
    readSuffix(date);
    std::string_view month;
    std::string_view day;
    std::size_t dayPosition = start;
    if (date.kind == EdtfKind::Calendar && takeIf('-')) {
        if (!readMonthOrSeason(date))
            return false;
        month = m_text.substr(m_at - 2, 2);
        readSuffix(date);
        if (date.kind == EdtfKind::Calendar && takeIf('-')) {
            dayPosition = m_at;
            if (!readDay(date))
                return false;
            day = m_text.substr(m_at - 2, 2);
            readSuffix(date);
        }
    }
    raiseLevel(date, unspecifiedLevel(date, month, day));
    if (peek() == 'T' && date.days != 0 && date.flags() == 0 && !m_isNested && !readTime(date))
        return false;
    return findSpan(date) || fail("a day that the month has", dayPosition);
}

bool EdtfReader::readMonthOrSeason(EdtfDate &date)
{
    readPrefix(date, date.monthFlags);
    const char tens = peek();
    const char ones = peek(1);
    if (!isDigitOrX(tens) || !isDigitOrX(ones))
        return fail("the two digits of a month", isDigitOrX(tens) ? m_at + 1 : m_at);
    date.months = static_cast<std::uint16_t>(possibleNumbers(tens, ones, 12));
    if (tens == 'X' || ones == 'X') {
        addFlags(date.monthFlags, kUnspecified);
    } else if (const int season = (tens - '0') * 10 + (ones - '0'); season >= 21 && season <= 41) {
        date.kind = EdtfKind::Season;
        date.season = static_cast<std::uint8_t>(season);
        raiseLevel(date, season <= 24 ? 1 : 2);
    }
    if (date.months == 0 && date.season == 0)
        return fail("a month from 01 to 12, or a season from 21 to 41");
    m_at += 2;
    return true;
}

bool EdtfReader::readDay(EdtfDate &date)
{
    readPrefix(date, date.dayFlags);
    const char tens = peek();
    const char ones = peek(1);
    if (!isDigitOrX(tens) || !isDigitOrX(ones))
        return fail("the two digits of a day", isDigitOrX(tens) ? m_at + 1 : m_at);
    date.days = possibleNumbers(tens, ones, 31);
    if (date.days == 0)
        return fail("a day from 01 to 31");
    if (tens == 'X' || ones == 'X')
        addFlags(date.dayFlags, kUnspecified);
    m_at += 2;
    return true;
}

bool EdtfReader::readNumber(int low, int high, int &number, const char *expected)
{
    if (!isDigit(peek()) || !isDigit(peek(1)))
        return fail(expected, isDigit(peek()) ? m_at + 1 : m_at);
    number = (peek() - '0') * 10 + (peek(1) - '0');
    if (number < low || number > high)
        return fail(expected);
    m_at += 2;
    return true;
}

bool EdtfReader::readTime(EdtfDate &date)
{
    int hour = 0;
    int minute = 0;
    int second = 0;
    bool hasFraction = false;
    ++m_at;
    const std::size_t start = m_at;
    if (!readNumber(0, 24, hour, "an hour from 00 to 24"))
        return false;
    if (!takeIf(':'))
        return fail("a colon and the minutes");
    if (!readNumber(0, 59, minute, "minutes from 00 to 59"))
        return false;
    if (takeIf(':')) {
        date.hasSeconds = true;
        if (!readNumber(0, 59, second, "seconds from 00 to 59"))
            return false;
        // Fractions of a second stay in the text; an Instant counts whole ones.
        if (takeIf('.')) {
            if (!isDigit(peek()))
                return fail("a fraction of the second");
            for (; isDigit(peek()); ++m_at)
                hasFraction = hasFraction || peek() != '0';
        }
    }
    if (hour == 24 && (minute != 0 || second != 0 || hasFraction))
        return fail("24:00:00 at the latest", start);
    date.kind = EdtfKind::DateTime;
    date.secondOfDay = hour * 3'600 + minute * 60 + second;
    return readZone(date);
}

// East 00:00 to 14:00, west 00:01 to 12:00, which are the zones there are; -00:00 is no offset in
// ISO 8601. Without a zone the time is taken as UTC.
bool EdtfReader::readZone(EdtfDate &date)
{
    const std::size_t start = m_at;
    if (takeIf('Z')) {
        date.zone = EdtfZone::Utc;
        return true;
    }
    const bool isWest = peek() == '-';
    if (!isWest && peek() != '+')
        return true;
    ++m_at;
    int hours = 0;
    int minutes = 0;
    if (!readNumber(0, 14, hours, "the hours of an offset, at most 14"))
        return false;
    const bool hasColon = takeIf(':');
    if ((hasColon || isDigit(peek())) &&
        !readNumber(0, 59, minutes, "the minutes of an offset, 00 to 59"))
        return false;
    const int total = hours * 60 + minutes;
    if (isWest ? total == 0 || total > 12 * 60 : total > 14 * 60)
        return fail("an offset from -12:00 to +14:00, and not -00:00", start);
    date.zone = EdtfZone::Offset;
    date.offsetSeconds = (isWest ? -total : total) * 60;
    return true;
}

}  // namespace dateline
