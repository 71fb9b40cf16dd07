// SPDX-License-Identifier: GPL-3.0-or-later
// The grammar of EDTF, all three levels. A text is a row of members: a date or an interval is one,
// a set has many.
//
//     EdtfReader reader("[1667,1668,1670..1672]");
//     EdtfMember member;
//     while (reader.next(member))
//         ...                          // 1667, then 1668, then the stretch 1670-1672
//     if (reader.problem()) ...        // where, and what was expected
//
// Allocates nothing; linear in the text; any bytes are safe. docs/dates.md has the decisions.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "app/model/edtf_date.h"

namespace dateline {

struct EdtfProblem {
    std::size_t position = 0;  // byte, from 0
    const char *expected = "";
};

class EdtfReader {
public:
    enum class Shape : std::uint8_t { Date, Interval, OneOf, AllOf };

    explicit EdtfReader(std::string_view text) : m_text(text) {}

    // False after the last member, and from the first problem on.
    bool next(EdtfMember &member);

    Shape shape() const { return m_shape; }  // known after the first next()
    const std::optional<EdtfProblem> &problem() const { return m_problem; }

private:
    bool readDateOrInterval(EdtfMember &member);
    bool readIntervalEnd(EdtfMember &member);
    bool beginSet();
    bool readSetMember(EdtfMember &member);
    bool finishSetMember();
    bool checkOrder(const EdtfMember &member, std::size_t endPosition);

    bool readDate(EdtfDate &date);
    bool readNestedDate(EdtfEnd &end);
    bool readYear(EdtfDate &date);
    bool readShortYear(EdtfDate &date, std::size_t digits);
    bool readLongYear(EdtfDate &date);
    bool readSignificantDigits(EdtfDate &date);
    bool readMonthOrSeason(EdtfDate &date);
    bool readDay(EdtfDate &date);
    bool readTime(EdtfDate &date);
    bool readZone(EdtfDate &date);
    bool readNumber(int low, int high, int &number, const char *expected);
    bool readPrefix(EdtfDate &date, std::uint8_t &part);
    void readSuffix(EdtfDate &date);
    std::uint8_t takeQualifier();

    bool isAtEnd() const { return m_at == m_text.size(); }
    char peek(std::size_t ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
    }
    bool takeIf(char c);
    bool takeDots();
    bool fail(const char *expected) { return fail(expected, m_at); }
    bool fail(const char *expected, std::size_t position);

    std::string_view m_text;
    std::size_t m_at = 0;
    std::optional<EdtfProblem> m_problem;
    Shape m_shape = Shape::Date;
    bool m_isStarted = false;
    bool m_isDone = false;
    bool m_isNested = false;  // in a set or behind a slash, where fewer kinds of date may stand
};

}  // namespace dateline
