// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/event_rows.h"

#include <algorithm>
#include <numeric>

#include "app/model/row_moves.h"
#include "ui/bridge/text.h"
#include "ui/tables/event_table_model.h"

namespace dateline::ui {

namespace {

// Earliest begin first, then the coarser date ("2024" before "2024-01-01"). What has no date stays
// at the end in both directions: it is not later than anything.
struct ByDate {
    const EventColumns &events;
    bool isDescending;

    bool operator()(std::uint32_t a, std::uint32_t b) const
    {
        const std::uint32_t dated = events.datedSize();
        if (a >= dated || b >= dated)
            return a < b;
        const Instant beginA = events.begins()[a];
        const Instant beginB = events.begins()[b];
        if (beginA != beginB)
            return isDescending ? beginB < beginA : beginA < beginB;
        const Precision precisionA = events.precisions()[a];
        const Precision precisionB = events.precisions()[b];
        if (precisionA != precisionB)
            return isDescending ? precisionA < precisionB : precisionB < precisionA;
        return a < b;
    }
};

Column<std::uint32_t> byDate(const EventColumns &events, bool isDescending)
{
    Column<std::uint32_t> order = Column<std::uint32_t>::ofSize(events.size());
    std::uint32_t *const rows = order.writable();
    std::iota(rows, rows + order.size(), 0u);
    // The snapshot's order is by earliest begin already: only rows with the same one change places,
    // and of those only where some are coarser than others.
    const Column<Instant> &begins = events.begins();
    const Column<Precision> &precisions = events.precisions();
    const std::uint32_t dated = events.datedSize();
    for (std::uint32_t first = 0; first < dated;) {
        std::uint32_t last = first + 1;
        bool isEven = true;
        while (last < dated && begins[last] == begins[first]) {
            isEven = isEven && precisions[last] == precisions[first];
            ++last;
        }
        if (!isEven)
            std::sort(rows + first, rows + last, ByDate{events, isDescending});
        if (isDescending)
            std::reverse(rows + first, rows + last);  // and back, with all of them
        first = last;
    }
    if (isDescending)
        std::reverse(rows, rows + dated);
    return order;
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

std::optional<BitSet> EventRows::passing(const RowsWish &wish) const
{
    if (wish.shown->count() == size(wish))
        return std::nullopt;
    return wish.shown->bits();
}

QString EventRows::searchText(const RowsWish &wish, std::uint32_t row) const
{
    return searchTextOf(*wish.snapshot->events, row);
}

void EventRows::orderByDate(const RowsWish &wish)
{
    const EventColumns &events = *wish.snapshot->events;
    const bool isSameWay = m_column == wish.column && m_isDescending == wish.isDescending;
    if (isSameWay && m_events == wish.snapshot->events)
        return;
    const EventMoves *moves = wish.snapshot->eventMoves.get();
    if (isSameWay && moves != nullptr && moves->rows.areFew() && m_events &&
        moves->before.lock() == m_events) {
        const auto isIn = [](std::uint32_t) { return true; };
        m_ordered = followOrder(m_ordered, moves->rows, isIn, ByDate{*m_events, m_isDescending},
                                isIn, ByDate{events, m_isDescending});
    } else {
        m_ordered = byDate(events, wish.isDescending);
    }
    m_events = wish.snapshot->events;
    m_column = wish.column;
    m_isDescending = wish.isDescending;
}

Column<std::uint32_t> EventRows::ordered(const RowsWish &wish)
{
    if (wish.column == EventTableModel::When) {
        m_order = {};  // what is not asked for is not kept
        orderByDate(wish);
        return m_ordered;
    }
    const bool isNew = m_events != wish.snapshot->events || m_evidence != wish.snapshot->evidence ||
                       m_column != wish.column;
    if (isNew) {
        m_order = orderOf(wish);
        m_events = wish.snapshot->events;
        m_evidence = wish.snapshot->evidence;
        m_column = wish.column;
    }
    if (isNew || m_isDescending != wish.isDescending) {
        m_ordered = inDirection(m_order, wish.isDescending);
        m_isDescending = wish.isDescending;
    }
    return m_ordered;
}

}  // namespace dateline::ui
