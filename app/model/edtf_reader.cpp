// SPDX-License-Identifier: GPL-3.0-or-later
// The row of members; edtf_reader_date.cpp reads the single date.
#include "app/model/edtf_reader.h"

#include <algorithm>

namespace dateline {

bool EdtfReader::fail(const char *expected, std::size_t position)
{
    if (!m_problem)
        m_problem = EdtfProblem{position, expected};
    m_isDone = true;
    return false;
}

bool EdtfReader::takeIf(char c)
{
    if (isAtEnd() || m_text[m_at] != c)
        return false;
    ++m_at;
    return true;
}

bool EdtfReader::takeDots()
{
    if (peek() != '.' || peek(1) != '.')
        return false;
    m_at += 2;
    return true;
}

bool EdtfReader::next(EdtfMember &member)
{
    if (m_isDone)
        return false;
    member = {};
    if (m_isStarted)
        return readSetMember(member);
    m_isStarted = true;
    const char first = peek();
    if (first == '[' || first == '{')
        return beginSet() && readSetMember(member);
    m_isDone = true;
    return readDateOrInterval(member);
}

bool EdtfReader::readDateOrInterval(EdtfMember &member)
{
    if (takeDots()) {
        member.begin.kind = EdtfEnd::Kind::Open;
        if (peek() != '/')
            return fail("a slash, as in ../1985");
    } else if (peek() == '/') {
        member.begin.kind = EdtfEnd::Kind::Unknown;
    } else {
        if (!readDate(member.begin.date))
            return false;
        if (isAtEnd())
            return true;
        if (peek() != '/')
            return fail("the end of the date");
        const EdtfKind kind = member.begin.date.kind;
        if (kind != EdtfKind::Calendar && kind != EdtfKind::Season)
            return fail("an interval of dates with years of four digits and no time of day", 0);
    }
    m_shape = Shape::Interval;
    m_isNested = true;
    ++m_at;
    return readIntervalEnd(member);
}

bool EdtfReader::readIntervalEnd(EdtfMember &member)
{
    const bool hasBegin = member.begin.kind == EdtfEnd::Kind::Date;
    const std::size_t endPosition = m_at;
    member.isStretch = true;
    if (hasBegin && isAtEnd())
        member.end.kind = EdtfEnd::Kind::Unknown;
    else if (hasBegin && takeDots())
        member.end.kind = EdtfEnd::Kind::Open;
    else if (!readNestedDate(member.end))
        return false;
    if (!isAtEnd())
        return fail("the end of the interval");
    // The Library's text lets digits be unspecified in an interval at level 2 only.
    if (hasBegin && member.begin.date.isUnspecified())
        member.begin.date.level = 2;
    return checkOrder(member, endPosition);
}

// An end that is only less precise must not begin before the start: 2004-06-11/2004-06 is refused
// (2004-06-11/2004-06-XX says that), 2004-06-01/2004-06 is not. Unspecified digits need one
// possible day that fits.
bool EdtfReader::checkOrder(const EdtfMember &member, std::size_t endPosition)
{
    if (member.begin.kind != EdtfEnd::Kind::Date || member.end.kind != EdtfEnd::Kind::Date)
        return true;
    const TimeSpan begin = member.begin.date.span;
    const TimeSpan end = member.end.date.span;
    const bool isOrdered =
        member.end.date.isUnspecified() ? begin.begin() < end.end() : begin.begin() <= end.begin();
    return isOrdered || fail("an end that is not before the beginning", endPosition);
}

bool EdtfReader::beginSet()
{
    m_shape = peek() == '[' ? Shape::OneOf : Shape::AllOf;
    m_isNested = true;
    ++m_at;
    return true;
}

// A stretch open to the past can only come first, one open to the future only last.
bool EdtfReader::readSetMember(EdtfMember &member)
{
    const bool isFirst = m_at == 1;
    const char close = m_shape == Shape::OneOf ? ']' : '}';
    std::size_t endPosition = m_at;
    if (isFirst && takeDots()) {
        member.isStretch = true;
        member.begin.kind = EdtfEnd::Kind::Open;
        if (!readNestedDate(member.end))
            return false;
    } else {
        if (!readNestedDate(member.begin))
            return false;
        if (takeDots()) {
            member.isStretch = true;
            endPosition = m_at;
            if (peek() == close && !isAtEnd())
                member.end.kind = EdtfEnd::Kind::Open;
            else if (!readNestedDate(member.end))
                return false;
        }
    }
    return (!member.isStretch || checkOrder(member, endPosition)) && finishSetMember();
}

bool EdtfReader::finishSetMember()
{
    const bool isOneOf = m_shape == Shape::OneOf;
    if (takeIf(isOneOf ? ']' : '}')) {
        if (!isAtEnd())
            return fail("nothing after the set");
        m_isDone = true;
        return true;
    }
    std::size_t afterSpaces = m_at;
    while (afterSpaces < m_text.size() && m_text[afterSpaces] == ' ')
        ++afterSpaces;
    if (afterSpaces == m_text.size() || m_text[afterSpaces] != ',')
        return fail(isOneOf ? "a comma or ]" : "a comma or }");
    m_at = afterSpaces + 1;
    while (peek() == ' ')
        ++m_at;
    return true;
}

bool EdtfReader::readNestedDate(EdtfEnd &end)
{
    if (!readDate(end.date))
        return false;
    if (end.date.isUnspecified())
        end.date.level = 2;
    return true;
}

}  // namespace dateline
