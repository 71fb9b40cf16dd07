// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/tables_import.h"

#include "app/exchange/tables_applier.h"

namespace dateline {

// The whole import runs inside one edit. What must not stay (a dry run, a refused row, nothing to
// write, a user who stopped it) leaves by EditRefused, so that the transaction unwinds and the
// history gets no line.
Result<void> importTables(Session &session, const ProjectTables &tables,
                          const ImportOptions &options, ImportReport &report)
{
    constexpr std::int64_t kRowsBetweenLooks = 512;
    const std::string name = options.name.empty() ? "Import" : options.name;
    bool isUnwound = false;
    bool isCancelled = false;
    const Result<void> performed = session.perform(name, [&](Stores &stores) {
        TablesApplier applier(stores, tables, report,
                              options.skipsBadRows ? TablesApplier::Consequences::Listed
                                                   : TablesApplier::Consequences::Silent);
        const std::int64_t all = applier.rowCount();
        applier.apply([&](std::int64_t done) {
            if (done % kRowsBetweenLooks != 0)
                return;
            if (options.onProgress)
                options.onProgress(done, all);
            if (options.stop.stop_requested()) {
                isCancelled = true;
                throw EditRefused("stopped");
            }
        });
        const bool isRefused = !report.refused.empty() && !options.skipsBadRows;
        isUnwound = options.isDryRun || isRefused || !applier.hasWritten();
        report.isDone = !options.isDryRun && !isRefused;
        if (isUnwound)
            throw EditRefused("nothing to write");
    });
    if (isCancelled)
        return failure(ErrorCode::Cancelled, "the import was stopped; nothing was changed");
    if (!performed && !isUnwound) {
        report.isDone = false;
        return performed;
    }
    if (!report.isDone && !options.isDryRun) {
        // What would have been added was not.
        report.added = {};
        report.updated = 0;
    }
    return {};
}

}  // namespace dateline
