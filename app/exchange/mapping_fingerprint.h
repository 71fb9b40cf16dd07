// SPDX-License-Identifier: GPL-3.0-or-later
// Tells whether two records of one input that use the same id make the same of it. For
// mapping_reader.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "app/exchange/project_tables.h"

namespace dateline {

struct RowFingerprint {
    ItemKind kind = ItemKind::None;
    std::string name;  // the row's id
    std::string id;    // kind and id
    std::size_t hash = 0;
    // False: a row that many records may state (a role, a relation without an id of its own); the
    // first counts.
    bool isStrict = true;
};

// One per actor with an id, event, role and relation of the record, with all that hangs on it.
std::vector<RowFingerprint> fingerprintsOf(const ProjectTables &record);

// Takes a row, and what hangs on it, out of the record.
void withoutRow(ProjectTables &record, const std::string &name, ItemKind kind);

}  // namespace dateline
