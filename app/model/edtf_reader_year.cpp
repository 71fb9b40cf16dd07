// SPDX-License-Identifier: GPL-3.0-or-later
// EdtfReader's part for years: four digits, X, decades and centuries, Y, E and S.
#include <algorithm>

#include "app/model/edtf_digits.h"
#include "app/model/edtf_reader.h"

namespace dateline {

namespace {

// Years beyond are all the same to Instant; the cap keeps sums of them inside 64 bits.
constexpr std::int64_t kYearCap = 1'000'000'000'000'000;

constexpr const char *kYearExpected = "a year of four digits";

// A century or a decade stands alone; '\0' is the end of the text, or will be refused there.
bool endsShortYear(char next)
{
    return next == '\0' || next == '?' || next == '~' || next == '%';
}

std::int64_t timesTenPlus(std::int64_t number, int digit)
{
    return std::min(number * 10 + digit, kYearCap);
}

void setYears(EdtfDate &date, std::int64_t smallest, std::int64_t largest)
{
    date.firstYear = date.isNegative ? -largest : smallest;
    date.lastYear = date.isNegative ? -smallest : largest;
    date.year = date.firstYear;
}

}  // namespace

bool EdtfReader::readYear(EdtfDate &date)
{
    const std::size_t start = m_at;
    date.isNegative = takeIf('-');
    std::size_t digits = 0;
    bool hasX = false;
    while (isDigitOrX(peek(digits))) {
        hasX = hasX || peek(digits) == 'X';
        ++digits;
    }
    if ((digits == 2 || digits == 3) && !hasX && !m_isNested && endsShortYear(peek(digits)))
        return readShortYear(date, digits);
    if (digits < 4)
        return fail(kYearExpected, m_at + digits);
    // Five and more digits with an X among them occur in catalogues; without one it takes a Y.
    if (digits > 4 && !hasX)
        return fail("a year of four digits (a longer one has Y before it)", start);
    date.yearText = m_text.substr(m_at, digits);
    std::int64_t smallest = 0;
    std::int64_t largest = 0;
    std::int64_t lowestPlace = 0;
    for (std::size_t i = 0; i < digits; ++i) {
        const char c = date.yearText[i];
        smallest = timesTenPlus(smallest, c == 'X' ? 0 : c - '0');
        largest = timesTenPlus(largest, c == 'X' ? 9 : c - '0');
        lowestPlace = c == 'X' ? 1 : timesTenPlus(lowestPlace, 0);
    }
    if (date.isNegative) {
        if (largest == 0)
            return fail("a year before 0000, -0001 or earlier", start);
        // There is no -0000: the smallest year of -00X0 is -0010.
        smallest = smallest == 0 ? lowestPlace : smallest;
        raiseLevel(date, 1);
    }
    if (hasX)
        addFlags(date.yearFlags, kUnspecified);
    if (digits > 4)
        raiseLevel(date, 2);
    m_at += digits;
    setYears(date, smallest, largest);
    return peek() != 'S' || hasX || readSignificantDigits(date);
}

bool EdtfReader::readShortYear(EdtfDate &date, std::size_t digits)
{
    date.yearText = m_text.substr(m_at, digits);
    std::int64_t number = 0;
    for (const char c : date.yearText)
        number = number * 10 + (c - '0');
    if (date.isNegative && number == 0)
        return fail("a century or decade before 00, such as -01", m_at);
    const bool isCentury = digits == 2;
    const std::int64_t years = isCentury ? 100 : 10;
    date.kind = isCentury ? EdtfKind::Century : EdtfKind::Decade;
    raiseLevel(date, isCentury && !date.isNegative ? 0 : 2);
    m_at += digits;
    setYears(date, number * years, number * years + years - 1);
    return true;
}

bool EdtfReader::readLongYear(EdtfDate &date)
{
    if (m_isNested)
        return fail("a year of four digits (no Y in an interval or a set)");
    ++m_at;
    date.kind = EdtfKind::LongYear;
    raiseLevel(date, 1);
    date.isNegative = takeIf('-');
    const std::size_t start = m_at;
    std::int64_t year = 0;
    while (isDigit(peek()))
        year = timesTenPlus(year, m_text[m_at++] - '0');
    date.yearText = m_text.substr(start, m_at - start);
    if (date.yearText.empty())
        return fail("the digits of a year");
    if (date.yearText.front() == '0')
        return fail("a year without zeros before it", start);
    if (peek() == 'E') {
        ++m_at;
        if (!isDigit(peek()))
            return fail("the digits of an exponent");
        std::int64_t exponent = 0;
        while (isDigit(peek()))
            exponent = timesTenPlus(exponent, m_text[m_at++] - '0');
        for (; exponent > 0 && year < kYearCap; --exponent)
            year = timesTenPlus(year, 0);
        raiseLevel(date, 2);
    } else if (date.yearText.size() < 5) {
        return fail("more than four digits after Y", start);
    }
    setYears(date, year, year);
    return peek() != 'S' || readSignificantDigits(date);
}

// 1950S2: some year of the 1900s, estimated to be 1950.
bool EdtfReader::readSignificantDigits(EdtfDate &date)
{
    ++m_at;
    if (m_isNested)
        return fail("no significant digits in an interval or a set", m_at - 1);
    if (!isDigit(peek()) || peek() == '0')
        return fail("the number of significant digits");
    std::int64_t significant = 0;
    while (isDigit(peek()))
        significant = timesTenPlus(significant, m_text[m_at++] - '0');
    date.kind = EdtfKind::LongYear;
    date.significantDigits = static_cast<std::uint8_t>(std::min<std::int64_t>(significant, 255));
    raiseLevel(date, 2);
    const std::int64_t estimate = date.firstYear;
    const std::int64_t magnitude = estimate < 0 ? -estimate : estimate;
    std::int64_t unit = 1;
    std::int64_t limit = 1;
    for (; limit <= magnitude && limit < kYearCap; limit *= 10) {
        if (significant > 0)
            --significant;
        else
            unit *= 10;
    }
    const std::int64_t smallest = magnitude / unit * unit;
    setYears(date, smallest, smallest + unit - 1);
    date.year = estimate;
    return true;
}

}  // namespace dateline
