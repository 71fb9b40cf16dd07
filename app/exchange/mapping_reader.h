// SPDX-License-Identifier: GPL-3.0-or-later
// What a mapping makes of foreign tables, as rows for tables_import.h. A record is taken whole or
// not at all. Reads the project only to know which ids it has. One thread.
#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <string>

#include "app/base/error.h"
#include "app/exchange/mapping.h"
#include "app/exchange/project_tables.h"
#include "app/exchange/refusal.h"
#include "app/exchange/table_file.h"

namespace dateline {

// Appends to the tables; counts and refusals go to the report. hasActor tells whether the project
// has an actor of this external id.
Result<void> readMapped(Mapping &mapping, std::span<const std::filesystem::path> inputs,
                        const std::function<bool(const std::string &)> &hasActor,
                        ProjectTables &tables, ImportReport &report,
                        const std::optional<FirstPart> &first = {});

}  // namespace dateline
