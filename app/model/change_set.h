// SPDX-License-Identifier: GPL-3.0-or-later
// What one edit, undo or redo changed: the ids touched per kind of item. Views use it to know what
// to show again; text_index and Session to know what to read again.
#pragma once

#include <cstdint>
#include <vector>

#include "app/model/ids.h"

namespace dateline {

struct ChangeSet {
    std::vector<ItemRef> added;
    std::vector<ItemRef> changed;
    std::vector<ItemRef> removed;
    // Tables touched, a bit per table in the order of the schema (app/store/recorder.h).
    std::uint32_t tables = 0;

    bool isEmpty() const { return tables == 0; }
};

}  // namespace dateline
