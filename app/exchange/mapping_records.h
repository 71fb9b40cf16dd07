// SPDX-License-Identifier: GPL-3.0-or-later
// The records of one foreign table, csv, tsv or json, as the values of the columns that a mapping
// uses. Fills in the mapping's map files, which lie beside the input. One thread; memory: the
// input, for json some five times of it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "app/base/error.h"
#include "app/exchange/mapping.h"
#include "app/exchange/table_file.h"

namespace dateline {

// Calls for each record with its row (csv, tsv: its line) or position. What is wrong with the table
// or with a row is appended to the refusals; the remarks tell of absent map files and encodings. An
// Error only where the input cannot be read. Of csv and tsv the first part alone can be read.
Result<void> readRecords(Mapping &mapping, const std::filesystem::path &input,
                         std::vector<Refusal> &refused, std::vector<std::string> &remarks,
                         const std::function<void(std::int64_t row, RecordValues &)> &onRecord,
                         const std::optional<FirstPart> &first = {});

}  // namespace dateline
