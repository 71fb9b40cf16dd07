// SPDX-License-Identifier: GPL-3.0-or-later
// One row of each of our own tables into a record: needed cells, dates, numbers and closed words
// are checked here, references between rows are not. A row that breaks a rule is refused whole.
#pragma once

#include <filesystem>

#include "app/exchange/project_tables.h"
#include "app/exchange/table_file.h"

namespace dateline {

void readActorRow(TableRow &row, RowPlace place, ProjectTables &tables);
void readEventRow(TableRow &row, RowPlace place, ProjectTables &tables);
void readParticipationRow(TableRow &row, RowPlace place, ProjectTables &tables);
void readQuantityRow(TableRow &row, RowPlace place, ProjectTables &tables);
void readRoleRow(TableRow &row, RowPlace place, ProjectTables &tables);
void readRelationRow(TableRow &row, RowPlace place, ProjectTables &tables);
void readReliabilityRow(TableRow &row, RowPlace place, ProjectTables &tables);
// Reads texts and originals in the folder of the table.
void readSourceRow(TableRow &row, RowPlace place, const std::filesystem::path &folder,
                   ProjectTables &tables);
void readAnnotationRow(TableRow &row, RowPlace place, ProjectTables &tables);
void readClaimRow(TableRow &row, RowPlace place, ProjectTables &tables);
void readDecisionRow(TableRow &row, RowPlace place, ProjectTables &tables);
void readRulingRow(TableRow &row, RowPlace place, ProjectTables &tables);
void readAcceptanceRow(TableRow &row, RowPlace place, ProjectTables &tables);

}  // namespace dateline
