// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/event_columns.h"

#include <algorithm>
#include <functional>
#include <numeric>

#include "app/model/column_rows.h"

namespace dateline {

void EventColumns::add(EventId id, std::string_view title, std::string_view kind,
                       std::string_view whenText, const When &when, std::string_view status,
                       std::string_view place)
{
    m_id.push_back(id);
    m_title.push_back(m_text.add(title));
    m_whenText.push_back(addWhenText(whenText));
    m_begin.push_back(when.bounds.earliestBegin);
    m_latestBegin.push_back(when.bounds.latestBegin);
    m_earliestEnd.push_back(when.bounds.earliestEnd);
    m_end.push_back(when.bounds.latestEnd);
    m_kind.push_back(m_kindWords.add(kind));
    m_status.push_back(m_statusWords.add(status));
    m_place.push_back(m_placeWords.add(place));
    m_form.push_back(when.form);
    m_precision.push_back(when.precision);
    m_flags.push_back(when.flags);
}

// A million events have some ten thousand different dates, and neighbours often the same one.
TextRef EventColumns::addWhenText(std::string_view text)
{
    constexpr std::size_t kSlots = 8'192;
    if (m_lastWhenTexts.empty())
        m_lastWhenTexts.resize(kSlots);
    TextRef &last = m_lastWhenTexts[std::hash<std::string_view>()(text) % kSlots];
    if (m_text.view(last) != text)
        last = m_text.add(text);
    return last;
}

void EventColumns::finish()
{
    m_lastWhenTexts = {};
    std::vector<std::uint32_t> order(m_id.size());
    std::iota(order.begin(), order.end(), 0u);
    const auto isUndated = [this](std::uint32_t row) { return m_form[row] == DateForm::Undated; };
    const auto precedes = [&](std::uint32_t a, std::uint32_t b) {
        if (isUndated(a) != isUndated(b))
            return isUndated(b);
        if (m_begin[a] != m_begin[b])
            return m_begin[a] < m_begin[b];
        return m_id[a] < m_id[b];
    };
    // What an edit has added stands behind what was sorted before.
    const auto unsorted = std::is_sorted_until(order.begin(), order.end(), precedes);
    if (unsorted != order.end()) {
        std::sort(unsorted, order.end(), precedes);
        std::inplace_merge(order.begin(), unsorted, order.end(), precedes);
        permute(m_id, order);
        permute(m_title, order);
        permute(m_whenText, order);
        permute(m_begin, order);
        permute(m_latestBegin, order);
        permute(m_earliestEnd, order);
        permute(m_end, order);
        permute(m_kind, order);
        permute(m_status, order);
        permute(m_place, order);
        permute(m_form, order);
        permute(m_precision, order);
        permute(m_flags, order);
    }
    indexRows();
}

void EventColumns::indexRows()
{
    const auto firstUndated = std::find(m_form.begin(), m_form.end(), DateForm::Undated);
    m_datedSize = static_cast<std::uint32_t>(firstUndated - m_form.begin());

    m_runningEnd.resize(m_datedSize);
    Instant latest = Instant::distantPast();
    Instant first = Instant::distantFuture();
    Instant last = Instant::distantPast();
    for (std::uint32_t row = 0; row < m_datedSize; ++row) {
        latest = std::max(latest, m_end[row]);
        m_runningEnd[row] = latest;
        for (const Instant end :
             {m_begin[row], m_latestBegin[row], m_earliestEnd[row], m_end[row]}) {
            if (end.isDistant())
                continue;
            first = std::min(first, end);
            last = std::max(last, end);
        }
    }
    m_extent = first <= last ? TimeSpan::between(first, last) : TimeSpan();
    indexIds();
}

void EventColumns::indexIds()
{
    m_rowsById.clear();
    m_rowOfId.clear();
    if (m_id.empty())
        return;
    const auto [first, last] = std::minmax_element(m_id.begin(), m_id.end());
    m_firstId = *first;
    // Ids count up from 1 in nearly every file; a gap costs four bytes.
    constexpr std::uint64_t kWidest = 4;
    const std::uint64_t width =
        static_cast<std::uint64_t>(last->value) - static_cast<std::uint64_t>(first->value);
    if (width < kWidest * m_id.size()) {
        m_rowOfId.resize(width + 1);
        for (std::uint32_t row = 0; row < size(); ++row)
            m_rowOfId[static_cast<std::size_t>(m_id[row].value - m_firstId.value)] = {row};
        return;
    }
    m_rowsById.resize(m_id.size());
    std::iota(m_rowsById.begin(), m_rowsById.end(), 0u);
    std::sort(m_rowsById.begin(), m_rowsById.end(),
              [this](std::uint32_t a, std::uint32_t b) { return m_id[a] < m_id[b]; });
}

EventColumns EventColumns::without(const std::vector<EventId> &gone) const
{
    EventColumns rest = *this;
    std::vector<std::uint32_t> rows;
    for (const EventId id : gone) {
        if (const EventRow row = rowOf(id))
            rows.push_back(row.value);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    for (const std::uint32_t row : rows) {
        rest.m_kindWords.remove(m_kind[row]);
        rest.m_statusWords.remove(m_status[row]);
        rest.m_placeWords.remove(m_place[row]);
    }
    eraseRows(rest.m_id, rows);
    eraseRows(rest.m_title, rows);
    eraseRows(rest.m_whenText, rows);
    eraseRows(rest.m_begin, rows);
    eraseRows(rest.m_latestBegin, rows);
    eraseRows(rest.m_earliestEnd, rows);
    eraseRows(rest.m_end, rows);
    eraseRows(rest.m_kind, rows);
    eraseRows(rest.m_status, rows);
    eraseRows(rest.m_place, rows);
    eraseRows(rest.m_form, rows);
    eraseRows(rest.m_precision, rows);
    eraseRows(rest.m_flags, rows);
    return rest;
}

EventRow EventColumns::rowOf(EventId id) const
{
    if (!m_rowOfId.empty()) {
        const std::uint64_t offset =
            static_cast<std::uint64_t>(id.value) - static_cast<std::uint64_t>(m_firstId.value);
        return offset < m_rowOfId.size() ? m_rowOfId[offset] : EventRow();
    }
    const auto found =
        std::lower_bound(m_rowsById.begin(), m_rowsById.end(), id,
                         [this](std::uint32_t row, EventId wanted) { return m_id[row] < wanted; });
    if (found == m_rowsById.end() || m_id[*found] != id)
        return {};
    return {*found};
}

When EventColumns::when(EventRow row) const
{
    const std::size_t i = row.value;
    return {{m_begin[i], m_latestBegin[i], m_earliestEnd[i], m_end[i]},
            m_form[i],
            m_precision[i],
            m_flags[i]};
}

EventColumns::Range EventColumns::candidates(TimeSpan span) const
{
    const auto dated = m_begin.begin() + m_datedSize;
    const auto last = std::lower_bound(m_begin.begin(), dated, span.end());
    const auto first = std::lower_bound(m_runningEnd.begin(), m_runningEnd.end(), span.begin());
    const Range range{static_cast<std::uint32_t>(first - m_runningEnd.begin()),
                      static_cast<std::uint32_t>(last - m_begin.begin())};
    return range.first <= range.last ? range : Range{};
}

}  // namespace dateline
