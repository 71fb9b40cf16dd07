// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/event_rows.h"

#include <algorithm>
#include <numeric>

#include "ui/bridge/text.h"
#include "ui/tables/event_table_model.h"

namespace dateline::ui {

namespace {

// Earliest begin first, then the coarser date ("2024" before "2024-01-01"). What has no date stays
// at the end in both directions: it is not later than anything.
std::vector<std::uint32_t> byDate(const EventColumns &events, bool isDescending)
{
    std::vector<std::uint32_t> rows(events.size());
    std::iota(rows.begin(), rows.end(), 0u);
    // The snapshot's order is by earliest begin already: only rows with the same one change places.
    const auto undated = rows.begin() + events.datedSize();
    const Column<Instant> &begins = events.begins();
    const auto precision = [&precisions = events.precisions()](std::uint32_t row) {
        return static_cast<int>(precisions[row]);
    };
    for (auto first = rows.begin(); first != undated;) {
        auto last = first + 1;
        bool isEven = true;
        while (last != undated && begins[*last] == begins[*first]) {
            isEven = isEven && precision(*last) == precision(*first);
            ++last;
        }
        if (!isEven)
            std::stable_sort(first, last, [&](std::uint32_t a, std::uint32_t b) {
                return isDescending ? precision(a) < precision(b) : precision(b) < precision(a);
            });
        if (isDescending)
            std::reverse(first, last);  // and back, with all of them
        first = last;
    }
    if (isDescending)
        std::reverse(rows.begin(), undated);
    return rows;
}

TextOrder orderOf(const RowsWish &wish)
{
    const EventColumns &events = *wish.snapshot->events;
    const auto byEvidence = [&](const auto &numberOf) {
        std::vector<std::uint32_t> numbers(events.size());
        for (std::uint32_t row = 0; row < numbers.size(); ++row)
            numbers[row] = numberOf(wish.snapshot->evidenceOf(EventRow{row}));
        return orderByNumber(numbers);
    };
    switch (wish.column) {
    case EventTableModel::Kind:
        return orderByWord(events.kindWords(), events.kinds(), wish.locale);
    case EventTableModel::Status:
        return orderByWord(events.statusWords(), events.statuses(), wish.locale);
    case EventTableModel::Place:
        return orderByWord(events.placeWords(), events.places(), wish.locale);
    case EventTableModel::Sources:
        return byEvidence([](const EventEvidence &evidence) { return evidence.sources; });
    case EventTableModel::Contested:
        return byEvidence([](const EventEvidence &evidence) { return !evidence.isContested; });
    default:
        return orderByText(
            events.size(), [&](std::uint32_t row) { return events.title(EventRow{row}); },
            wish.locale);
    }
}

}  // namespace

QString EventRows::searchTextOf(const EventColumns &events, std::uint32_t row)
{
    const EventRow event{row};
    std::string text(events.title(event));
    for (const std::string &word : {events.kindWords().word(events.kind(event)),
                                    events.placeWords().word(events.place(event)),
                                    events.statusWords().word(events.status(event))}) {
        text += '\n';
        text += word;
    }
    text += '\n';
    text += events.whenText(event);
    return toQString(text);
}

std::uint32_t EventRows::size(const RowsWish &wish) const
{
    return wish.snapshot->events->size();
}

std::vector<std::uint8_t> EventRows::passing(const RowsWish &wish) const
{
    if (wish.shown->count() == size(wish))
        return {};
    std::vector<std::uint8_t> flags(size(wish));
    for (std::uint32_t row = 0; row < flags.size(); ++row)
        flags[row] = wish.shown->contains(EventRow{row}) ? 1 : 0;
    return flags;
}

QString EventRows::searchText(const RowsWish &wish, std::uint32_t row) const
{
    return searchTextOf(*wish.snapshot->events, row);
}

std::vector<std::uint32_t> EventRows::ordered(const RowsWish &wish)
{
    if (wish.column == EventTableModel::When) {
        m_order = {};  // what is not asked for is not kept
        if (m_events != wish.snapshot->events || m_column != wish.column ||
            m_isDescending != wish.isDescending) {
            m_byDate = byDate(*wish.snapshot->events, wish.isDescending);
            m_events = wish.snapshot->events;
            m_column = wish.column;
            m_isDescending = wish.isDescending;
        }
        return m_byDate;
    }
    m_byDate = {};
    if (m_events != wish.snapshot->events || m_evidence != wish.snapshot->evidence ||
        m_column != wish.column) {
        m_order = orderOf(wish);
        m_events = wish.snapshot->events;
        m_evidence = wish.snapshot->evidence;
        m_column = wish.column;
    }
    return inDirection(m_order, wish.isDescending);
}

}  // namespace dateline::ui
