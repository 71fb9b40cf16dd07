// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/event_columns.h"

#include <algorithm>
#include <numeric>

namespace dateline {

namespace {

// Puts values[order[i]] at i.
template <typename T>
void permute(std::vector<T> &values, const std::vector<std::uint32_t> &order)
{
    std::vector<T> sorted;
    sorted.reserve(values.size());
    for (const std::uint32_t from : order)
        sorted.push_back(values[from]);
    values = std::move(sorted);
}

}  // namespace

void EventColumns::add(EventId id, std::string_view title, std::string_view kind,
                       std::string_view whenText, const When &when, std::string_view status,
                       std::string_view place)
{
    m_id.push_back(id);
    m_title.push_back(m_text.add(title));
    m_whenText.push_back(m_text.add(whenText));
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

void EventColumns::finish()
{
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
    if (!std::is_sorted(order.begin(), order.end(), precedes))
        std::sort(order.begin(), order.end(), precedes);
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

    m_rowsById.resize(m_id.size());
    std::iota(m_rowsById.begin(), m_rowsById.end(), 0u);
    std::sort(m_rowsById.begin(), m_rowsById.end(),
              [this](std::uint32_t a, std::uint32_t b) { return m_id[a] < m_id[b]; });
}

EventRow EventColumns::rowOf(EventId id) const
{
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
