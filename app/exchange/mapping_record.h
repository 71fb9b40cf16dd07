// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the rows of one record (docs/mapping.md, What a record makes). For mapping_reader.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/exchange/mapping.h"
#include "app/exchange/project_tables.h"

namespace dateline {

// The rows of one record, or why it is refused.
struct MappedRecord {
    ProjectTables rows;
    std::vector<std::string> neededActors;  // ids that must be there
    struct Fault {
        std::string key;  // of the mapping: "events/0/when"
        std::string found;
        std::string expected;
    };
    std::optional<Fault> fault;
};

// The source id is empty where the mapping has no source.
MappedRecord mapRecord(const Mapping &mapping, RecordValues &values, RowPlace place,
                       const std::string &sourceId);

}  // namespace dateline
