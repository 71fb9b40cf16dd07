// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/edtf_bounds.h"

#include <algorithm>

namespace dateline {

namespace {

void setFlag(When &when, DateFlag flag)
{
    when.flags = static_cast<std::uint8_t>(when.flags | flag);
}

// The stretch that a member of a set covers.
TimeSpan spanOf(const EdtfMember &member)
{
    if (!member.isStretch)
        return member.begin.date.span;
    const bool hasBegin = member.begin.kind == EdtfEnd::Kind::Date;
    const bool hasEnd = member.end.kind == EdtfEnd::Kind::Date;
    return TimeSpan::between(hasBegin ? member.begin.date.span.begin() : Instant::distantPast(),
                             hasEnd ? member.end.date.span.end() : Instant::distantFuture());
}

}  // namespace

void EdtfBounds::add(const EdtfMember &member, EdtfReader::Shape shape)
{
    switch (shape) {
    case EdtfReader::Shape::Date:
        addDate(member.begin.date);
        break;
    case EdtfReader::Shape::Interval:
        addInterval(member);
        break;
    case EdtfReader::Shape::AllOf:
        setFlag(m_when, kAllOf);
        [[fallthrough]];
    case EdtfReader::Shape::OneOf:
        addToSet(member);
        break;
    }
    m_isStarted = true;
}

void EdtfBounds::note(const EdtfDate &date)
{
    m_when.flags = static_cast<std::uint8_t>(m_when.flags | date.flags());
    m_level = std::max<int>(m_level, date.level);
    const Precision precision = date.precision();
    if (m_when.precision == Precision::None || m_when.precision < precision)
        m_when.precision = precision;
}

void EdtfBounds::addDate(const EdtfDate &date)
{
    note(date);
    const Instant begin = date.span.begin();
    const Instant end = date.span.end();
    m_when.bounds = {begin, end, begin, end};
    const bool isDay = date.days != 0 && !begin.isDistant() && !end.isDistant() &&
                       end.seconds - begin.seconds <= kSecondsPerDay;
    m_when.form = isDay ? DateForm::Moment : DateForm::Range;
}

void EdtfBounds::addInterval(const EdtfMember &member)
{
    using Kind = EdtfEnd::Kind;
    m_when.form = DateForm::Span;
    DateBounds &bounds = m_when.bounds;
    if (member.begin.kind == Kind::Date) {
        note(member.begin.date);
        bounds.earliestBegin = member.begin.date.span.begin();
        bounds.latestBegin = member.begin.date.span.end();
    }
    if (member.end.kind == Kind::Date) {
        note(member.end.date);
        bounds.earliestEnd = member.end.date.span.begin();
        bounds.latestEnd = member.end.date.span.end();
    }
    if (member.begin.kind == Kind::Date && member.end.kind == Kind::Date) {
        // It cannot have ended before it began, whatever the digits left open would allow.
        bounds.earliestEnd = std::max(bounds.earliestEnd, bounds.earliestBegin);
        bounds.latestBegin = std::min(bounds.latestBegin, bounds.latestEnd);
    } else {
        m_level = std::max(m_level, 1);
    }
    switch (member.begin.kind) {
    case Kind::Open:
        setFlag(m_when, kOpenBegin);
        bounds.latestBegin = Instant::distantPast();
        break;
    case Kind::Unknown:
        setFlag(m_when, kUnknownBegin);
        bounds.latestBegin = bounds.latestEnd;
        break;
    case Kind::Date:
        break;
    }
    switch (member.end.kind) {
    case Kind::Open:
        setFlag(m_when, kOpenEnd);
        bounds.earliestEnd = Instant::distantFuture();
        break;
    case Kind::Unknown:
        setFlag(m_when, kUnknownEnd);
        bounds.earliestEnd = bounds.earliestBegin;
        break;
    case Kind::Date:
        break;
    }
}

void EdtfBounds::addToSet(const EdtfMember &member)
{
    m_when.form = DateForm::Set;
    m_level = 2;
    if (member.begin.kind == EdtfEnd::Kind::Date)
        note(member.begin.date);
    else
        setFlag(m_when, kOpenBegin);
    if (member.isStretch) {
        if (member.end.kind == EdtfEnd::Kind::Date)
            note(member.end.date);
        else
            setFlag(m_when, kOpenEnd);
    }
    const TimeSpan span = spanOf(member);
    const DateBounds &old = m_when.bounds;
    const Instant begin = m_isStarted ? std::min(old.earliestBegin, span.begin()) : span.begin();
    const Instant end = m_isStarted ? std::max(old.latestEnd, span.end()) : span.end();
    m_when.bounds = {begin, end, begin, end};
}

}  // namespace dateline
