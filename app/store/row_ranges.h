// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that an import added, told by runs of ids instead of row by row. Works inside the caller's
// transaction; throws StoreError. Same thread as the database.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "app/model/change_set.h"
#include "app/store/recorder.h"

namespace dateline {

// All ids from the first to the last, each of them a row.
struct RowRange {
    RecordedTable table = RecordedTable::Setting;
    std::int64_t first = 0;
    std::int64_t last = 0;

    std::int64_t count() const { return last - first + 1; }
    bool operator==(const RowRange &) const = default;
};

inline constexpr std::int64_t kRowsAtOnce = 8'192;  // a changeset of some hundred kilobytes

// Takes the rows out of the file, the last first. What adds them again is handed over in changesets
// of so many rows, each with its place: made in the order of their places they restore the
// rows. A row that is gone already, or that others refer to, is a conflict (ErrorCode::Conflict).
void removeRows(Database &database, std::span<const RowRange> ranges,
                const std::function<void(std::int64_t place, std::string_view changeset)> &keep);

// What the addition of these rows, or their removal, changed.
ChangeSet additionOf(std::span<const RowRange> ranges);
ChangeSet removalOf(std::span<const RowRange> ranges);

// What two changes, one after the other, changed together.
ChangeSet joined(ChangeSet first, const ChangeSet &second);

}  // namespace dateline
