// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/event_columns.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <numeric>
#include <utility>

#include "app/base/check.h"
#include "app/base/side_by_side.h"
#include "app/model/column_rows.h"

namespace dateline {

struct EventColumns::Before {
    EventColumns columns;
    std::vector<std::uint32_t> gone;  // rows, ascending
};

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
    m_text.settle();
    sort();
    if (const std::shared_ptr<const Before> before = std::exchange(m_before, nullptr)) {
        joinWith(before->columns, before->gone);
        return;
    }
    forEachColumn([](std::string_view, auto &column) { column.trim(); }, *this);
    indexRows();
}

bool EventColumns::precedes(std::uint32_t row, const EventColumns &others,
                            std::uint32_t other) const
{
    const bool isUndated = m_form[row] == DateForm::Undated;
    const bool isOtherUndated = others.m_form[other] == DateForm::Undated;
    if (isUndated != isOtherUndated)
        return isOtherUndated;
    if (m_begin[row] != others.m_begin[other])
        return m_begin[row] < others.m_begin[other];
    return m_id[row] < others.m_id[other];
}

void EventColumns::sort()
{
    std::vector<std::uint32_t> order(m_id.size());
    std::iota(order.begin(), order.end(), 0u);
    const auto comesFirst = [this](std::uint32_t a, std::uint32_t b) {
        return precedes(a, *this, b);
    };
    if (std::is_sorted(order.begin(), order.end(), comesFirst))
        return;
    std::sort(order.begin(), order.end(), comesFirst);
    forEachColumn([&order](std::string_view, auto &column) { column = permuted(column, order); },
                  *this);
}

// The first and the last known day of rows.
struct EventColumns::Reach {
    Instant first = Instant::distantFuture();
    Instant last = Instant::distantPast();

    void note(const EventColumns &columns, std::uint32_t row)
    {
        if (columns.m_form[row] == DateForm::Undated)
            return;
        for (const Instant end : {columns.m_begin[row], columns.m_latestBegin[row],
                                  columns.m_earliestEnd[row], columns.m_end[row]}) {
            if (end.isDistant())
                continue;
            first = std::min(first, end);
            last = std::max(last, end);
        }
    }
    static Reach of(const EventColumns &columns)
    {
        Reach reach;
        for (std::uint32_t row = 0; row < columns.size(); ++row)
            reach.note(columns, row);
        return reach;
    }
    TimeSpan span() const { return first <= last ? TimeSpan::between(first, last) : TimeSpan(); }
};

void EventColumns::joinWith(const EventColumns &before, const std::vector<std::uint32_t> &gone)
{
    Reach lost;
    for (const std::uint32_t row : gone)
        lost.note(before, row);
    Reach reach = Reach::of(*this);
    std::vector<std::uint32_t> places;
    for (std::uint32_t row = 0; row < size(); ++row) {
        std::uint32_t first = 0;
        std::uint32_t last = before.size();
        while (first < last) {
            const std::uint32_t middle = first + (last - first) / 2;
            if (before.precedes(middle, *this, row))
                first = middle + 1;
            else
                last = middle;
        }
        places.push_back(first);
    }
    // The text that was there is used again where it has stayed: its column is then shared.
    for (std::uint32_t row = 0; row < size(); ++row) {
        const EventRow earlier = before.rowOf(m_id[row]);
        if (earlier && before.title(earlier) == title({row}))
            m_title.writable()[row] = before.m_title[earlier.value];
        if (earlier && before.whenText(earlier) == whenText({row}))
            m_whenText.writable()[row] = before.m_whenText[earlier.value];
    }
    const RowRuns runs(before.size(), gone, places);
    // Two threads bring more out of the memory than one: each takes the next column that nobody has
    // taken, after those that more hangs on.
    const auto isFirst = [](std::string_view name) {
        return name == "event.id" || name == "event.latest_end" || name == "event.form";
    };
    const auto apply = [&](const auto &isWanted) {
        forEachColumn(
            [&](std::string_view name, auto &after, const auto &earlier) {
                if (isWanted(name))
                    after = runs.applied(earlier, after);
            },
            *this, before);
    };
    std::atomic<unsigned> next = 0;
    const auto applyRest = [&] {
        unsigned mine = next++;
        unsigned number = 0;
        apply([&](std::string_view name) {
            if (isFirst(name) || number++ != mine)
                return false;
            mine = next++;
            return true;
        });
    };
    const auto applyDates = [&] {
        apply([&](std::string_view name) { return isFirst(name) && name != "event.id"; });
        const bool haveDatesStayed =
            m_end.data() == before.m_end.data() && m_form.data() == before.m_form.data();
        if (haveDatesStayed) {
            m_runningEnd = before.m_runningEnd;
            m_datedSize = before.m_datedSize;
        } else {
            indexDates();
        }
        applyRest();
    };
    const auto applyIds = [&] {
        apply([&](std::string_view name) { return name == "event.id"; });
        if (!followIds(before, gone, runs))
            indexIds();
        applyRest();
    };
    sideBySide(before.size(), applyDates, applyIds);

    // What is gone may have been the first or the last of all.
    const TimeSpan span = before.extent();
    if (span.isEmpty() || lost.first <= span.begin() || lost.last >= span.end()) {
        reach = Reach::of(*this);
    } else {
        reach.first = std::min(reach.first, span.begin());
        reach.last = std::max(reach.last, span.end());
    }
    m_extent = reach.span();
}

void EventColumns::indexRows()
{
    indexDates();
    m_extent = Reach::of(*this).span();
    indexIds();
}

void EventColumns::indexDates()
{
    const auto firstUndated = std::find(m_form.begin(), m_form.end(), DateForm::Undated);
    m_datedSize = static_cast<std::uint32_t>(firstUndated - m_form.begin());
    m_runningEnd = Column<Instant>::ofSize(m_datedSize);
    Instant *const runningEnds = m_runningEnd.writable();
    Instant latest = Instant::distantPast();
    for (std::uint32_t row = 0; row < m_datedSize; ++row) {
        latest = std::max(latest, m_end[row]);
        runningEnds[row] = latest;
    }
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
        m_rowOfId = Column<EventRow>::ofSize(width + 1);
        EventRow *const rows = m_rowOfId.writable();
        std::fill_n(rows, width + 1, EventRow());
        for (std::uint32_t row = 0; row < size(); ++row)
            rows[m_id[row].value - m_firstId.value] = {row};
        return;
    }
    m_rowsById = Column<std::uint32_t>::ofSize(m_id.size());
    std::uint32_t *const rows = m_rowsById.writable();
    std::iota(rows, rows + m_id.size(), 0u);
    std::sort(rows, rows + m_id.size(),
              [this](std::uint32_t a, std::uint32_t b) { return m_id[a] < m_id[b]; });
}

bool EventColumns::followIds(const EventColumns &before, const std::vector<std::uint32_t> &gone,
                             const RowRuns &runs)
{
    if (m_id.data() == before.m_id.data()) {
        m_firstId = before.m_firstId;
        m_rowOfId = before.m_rowOfId;
        m_rowsById = before.m_rowsById;
        return true;
    }
    if (before.m_rowOfId.empty())
        return false;  // ids are far apart, and were ordered instead
    // Ids that come count on from the last; an undo brings one back that was there.
    constexpr std::int64_t kNewIds = 1'024;
    auto width = static_cast<std::int64_t>(before.m_rowOfId.size());
    const std::int64_t widest = width + kNewIds;
    const auto slotOf = [&before](EventId id) { return id.value - before.m_firstId.value; };
    std::uint32_t at = 0;
    for (const RowRuns::Run &run : runs.runs()) {
        for (std::uint32_t row = at; run.isAdded && row < at + run.count; ++row) {
            if (slotOf(m_id[row]) < 0 || slotOf(m_id[row]) >= widest)
                return false;
            width = std::max(width, slotOf(m_id[row]) + 1);
        }
        at += run.count;
    }
    m_firstId = before.m_firstId;
    m_rowOfId = before.m_rowOfId;
    while (static_cast<std::int64_t>(m_rowOfId.size()) < width)
        m_rowOfId.push_back(EventRow());
    EventRow *const rowOfId = m_rowOfId.writable();
    for (const std::uint32_t row : gone)
        rowOfId[slotOf(before.m_id[row])] = EventRow();
    at = 0;
    for (const RowRuns::Run &run : runs.runs()) {
        for (std::uint32_t row = at; (run.isAdded || run.from != at) && row < at + run.count; ++row)
            rowOfId[slotOf(m_id[row])] = {row};
        at += run.count;
    }
    return true;
}

EventColumns EventColumns::without(const std::vector<EventId> &gone) const
{
    DL_CHECK(!m_before);
    auto before = std::make_shared<Before>();
    before->columns = *this;
    for (const EventId id : gone) {
        if (const EventRow row = rowOf(id))
            before->gone.push_back(row.value);
    }
    std::sort(before->gone.begin(), before->gone.end());
    before->gone.erase(std::unique(before->gone.begin(), before->gone.end()), before->gone.end());

    EventColumns rest;
    rest.m_text = m_text;
    rest.m_kindWords = m_kindWords;
    rest.m_statusWords = m_statusWords;
    rest.m_placeWords = m_placeWords;
    for (const std::uint32_t row : before->gone) {
        rest.m_kindWords.remove(m_kind[row]);
        rest.m_statusWords.remove(m_status[row]);
        rest.m_placeWords.remove(m_place[row]);
    }
    rest.m_before = std::move(before);
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
