// SPDX-License-Identifier: GPL-3.0-or-later
// Memory for columns of a million rows: whole pages from the system, large ones where it has them,
// so that a fresh column costs a few page faults instead of thousands. It is not zeroed twice and
// goes back to the system at once. Any thread. Throws std::bad_alloc.
#pragma once

#include <cstddef>

namespace dateline {

// From this size on the system is asked for pages, below the heap.
inline constexpr std::size_t kLargeBlock = std::size_t{4} << 20;

[[nodiscard]] void *allocateBlock(std::size_t bytes);
void freeBlock(void *block, std::size_t bytes) noexcept;  // bytes as they were asked for

// While somebody edits, the columns of the last snapshot make room for those of the next, and to
// have pages cleared by the system would take longer than to fill them. Off to begin with; turned
// off, it gives back all that was kept.
void keepSpareBlocks(bool areKept) noexcept;

// Has pages cleared for an edit that is about to come, while they are kept: a spare block for each
// that is in use, the smallest first, up to what columns of a million rows take. Takes as long as
// the system needs to clear them, up to a second: for a thread that nobody waits for.
void prepareSpareBlocks() noexcept;
std::size_t spareBytes() noexcept;  // that are kept

}  // namespace dateline
