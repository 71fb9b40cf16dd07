// SPDX-License-Identifier: GPL-3.0-or-later
// Brings rows into a project, in one edit and one undo step or not at all. A row whose id the
// project has is compared and, where it differs, brought up to date; rows without ids are the same
// when what names them is the same (docs/tables.md). When nothing changes, no edit is recorded.
// On the session's thread.
#pragma once

#include <functional>
#include <stop_token>
#include <string>

#include "app/edit/session.h"
#include "app/exchange/project_tables.h"
#include "app/exchange/refusal.h"

namespace dateline {

struct ImportOptions {
    bool isDryRun = false;      // says what would be done
    bool skipsBadRows = false;  // refused rows are listed and left out; else one refuses all
    std::string name;           // in the history; empty: "Import" and the input
    std::stop_token stop;
    LongWork::Listener onProgress;  // now and then; counts rows
    enum class Undo {
        ByScale,  // of many rows by runs of ids, else row by row
        Rows,
        Ranges,
    };
    Undo undo = Undo::ByScale;
};

// The next part of the tables, those that others refer to first; valid until the next call. Null
// behind the last.
using NextTables = std::function<Result<const ProjectTables *>()>;

// Adds to the report, which may hold refusals already: then, unless bad rows are skipped, the rest
// is only checked. report.isDone tells whether the project now holds the rows. An Error only where
// the file cannot be written (ReadOnly, InUse ...) or the import was cancelled.
Result<void> importTables(Session &session, const ProjectTables &tables,
                          const ImportOptions &options, ImportReport &report);
// The same of parts that come one by one; expectedRows is an estimate. next may add refusals to the
// report before it says that there is no more.
Result<void> importTables(Session &session, const NextTables &next, std::int64_t expectedRows,
                          const ImportOptions &options, ImportReport &report);

}  // namespace dateline
