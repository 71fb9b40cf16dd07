// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/row_ranges.h"

#include <algorithm>

#include "app/store/database.h"

namespace dateline {

namespace {

std::string nameOf(RecordedTable table)
{
    return std::string(recordedTables()[static_cast<std::size_t>(table)]);
}

// None for rows that belong to an item and are told of with it.
ItemKind kindOf(RecordedTable table)
{
    switch (table) {
    case RecordedTable::Actor:
        return ItemKind::Actor;
    case RecordedTable::Event:
        return ItemKind::Event;
    case RecordedTable::Participation:
        return ItemKind::Participation;
    case RecordedTable::Quantity:
        return ItemKind::Quantity;
    case RecordedTable::Role:
        return ItemKind::Role;
    case RecordedTable::Relation:
        return ItemKind::Relation;
    default:
        return ItemKind::None;
    }
}

std::string removeSome(Database &database, RowRange some)
{
    const Recorder recorder(database);
    const std::string name = nameOf(some.table);
    Statement remove(database, "DELETE FROM " + name + " WHERE id BETWEEN ? AND ?");
    try {
        remove.bind(some.first, some.last).run();
    } catch (const StoreError &error) {
        if (error.code() != ErrorCode::Refused)
            throw;
        throw StoreError(ErrorCode::Conflict,
                         "a reference to a row of " + name + " would lead nowhere");
    }
    if (database.changes() != some.count()) {
        throw StoreError(ErrorCode::Conflict, "rows of " + name + " that an import added are gone");
    }
    return inverted(recorder.changeset());
}

std::vector<ItemRef> itemsOf(std::span<const RowRange> ranges)
{
    std::vector<ItemRef> items;
    std::vector<RowRange> sorted;
    std::int64_t count = 0;
    for (const RowRange &range : ranges) {
        if (kindOf(range.table) == ItemKind::None)
            continue;
        sorted.push_back(range);
        count += range.count();
    }
    std::sort(sorted.begin(), sorted.end(), [](const RowRange &a, const RowRange &b) {
        return ItemRef(kindOf(a.table), a.first) < ItemRef(kindOf(b.table), b.first);
    });
    items.reserve(static_cast<std::size_t>(count));
    for (const RowRange &range : sorted) {
        for (std::int64_t id = range.first; id <= range.last; ++id)
            items.emplace_back(kindOf(range.table), id);
    }
    return items;
}

std::uint32_t tablesOf(std::span<const RowRange> ranges)
{
    std::uint32_t tables = 0;
    for (const RowRange &range : ranges)
        tables |= tableBit(range.table);
    return tables;
}

bool holds(const std::vector<ItemRef> &sorted, ItemRef item)
{
    return std::binary_search(sorted.begin(), sorted.end(), item);
}

// Sorted, what stands in both taken out of the first.
void remove(std::vector<ItemRef> &items, const std::vector<ItemRef> &others)
{
    std::erase_if(items, [&](ItemRef item) { return holds(others, item); });
}

void insert(std::vector<ItemRef> &items, const std::vector<ItemRef> &others)
{
    const auto middle = static_cast<std::ptrdiff_t>(items.size());
    items.insert(items.end(), others.begin(), others.end());
    std::inplace_merge(items.begin(), items.begin() + middle, items.end());
    items.erase(std::unique(items.begin(), items.end()), items.end());
}

}  // namespace

void removeRows(Database &database, std::span<const RowRange> ranges,
                const std::function<void(std::int64_t, std::string_view)> &keep)
{
    std::int64_t place = 0;
    for (const RowRange &range : ranges)
        place += (range.count() + kRowsAtOnce - 1) / kRowsAtOnce;
    for (auto range = ranges.rbegin(); range != ranges.rend(); ++range) {
        for (std::int64_t last = range->last; last >= range->first; last -= kRowsAtOnce) {
            const std::int64_t first = std::max(range->first, last - kRowsAtOnce + 1);
            keep(--place, removeSome(database, {range->table, first, last}));
        }
    }
}

ChangeSet additionOf(std::span<const RowRange> ranges)
{
    ChangeSet changes;
    changes.added = itemsOf(ranges);
    changes.tables = tablesOf(ranges);
    return changes;
}

ChangeSet removalOf(std::span<const RowRange> ranges)
{
    ChangeSet changes;
    changes.removed = itemsOf(ranges);
    changes.tables = tablesOf(ranges);
    return changes;
}

ChangeSet joined(ChangeSet first, const ChangeSet &second)
{
    // What came and went again was never there; what went and came again may be another one.
    std::vector<ItemRef> back;
    std::set_intersection(first.removed.begin(), first.removed.end(), second.added.begin(),
                          second.added.end(), std::back_inserter(back));
    std::vector<ItemRef> passing;
    std::set_intersection(first.added.begin(), first.added.end(), second.removed.begin(),
                          second.removed.end(), std::back_inserter(passing));
    ChangeSet both;
    both.tables = first.tables | second.tables;

    both.changed = std::move(first.changed);
    insert(both.changed, second.changed);
    insert(both.changed, back);
    remove(both.changed, first.added);
    remove(both.changed, second.removed);

    both.added = std::move(first.added);
    insert(both.added, second.added);
    remove(both.added, passing);
    remove(both.added, back);

    both.removed = std::move(first.removed);
    insert(both.removed, second.removed);
    remove(both.removed, passing);
    remove(both.removed, back);
    return both;
}

}  // namespace dateline
