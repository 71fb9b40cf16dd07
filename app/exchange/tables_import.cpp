// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/tables_import.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "app/exchange/tables_applier.h"

namespace dateline {

namespace {

constexpr std::int64_t kRowsBetweenLooks = 512;
constexpr std::int64_t kManyRows = 20'000;

std::int64_t rowsIn(const ProjectTables &t)
{
    return static_cast<std::int64_t>(t.actors.size() + t.events.size() + t.participations.size() +
                                     t.quantities.size() + t.roles.size() + t.relations.size() +
                                     t.reliabilities.size() + t.sources.size() +
                                     t.annotations.size() + t.claims.size() + t.decisions.size() +
                                     t.rulings.size() + t.acceptances.size());
}

// How far the whole is when a stage begins: measured with a million events.
double shareAt(ImportStage stage)
{
    switch (stage) {
    case ImportStage::Rows:
        return 0;
    case ImportStage::Indexes:
        return 0.6;
    case ImportStage::Text:
        return 0.7;
    case ImportStage::Snapshot:
        return 0.85;
    }
    return 1;
}

// One import: what runs inside the edit, and what came of it. What must not stay (a dry run, a
// refused row, nothing to write, a user who stopped it) leaves by EditRefused, so that the
// transaction unwinds and the history gets no line.
class TablesImport {
public:
    TablesImport(const NextTables &next, std::int64_t expectedRows, const ImportOptions &options,
                 ImportReport &report)
        : m_next(next), m_expected(std::max<std::int64_t>(expectedRows, 1)), m_options(options),
          m_report(report)
    {
    }

    void write(Stores &stores)
    {
        TablesApplier applier(stores, m_report,
                              m_options.skipsBadRows ? TablesApplier::Consequences::Listed
                                                     : TablesApplier::Consequences::Silent);
        while (true) {
            const Result<const ProjectTables *> part = m_next();
            if (!part) {
                m_failure = part.error();
                throw EditRefused("not read");
            }
            if (*part == nullptr)
                break;
            applier.apply(**part, [this] { look(); });
        }
        const bool isRefused = !m_report.refused.empty() && !m_options.skipsBadRows;
        m_isUnwound = m_options.isDryRun || isRefused || !applier.hasWritten();
        m_report.isDone = !m_options.isDryRun && !isRefused;
        if (m_isUnwound)
            throw EditRefused("nothing to write");
    }

    void enter(ImportStage stage)
    {
        m_stage = stage;
        tell(shareAt(stage));
    }

    Result<void> outcome(const Result<void> &performed)
    {
        if (m_failure)
            return tl::unexpected(*m_failure);
        if (m_isCancelled || (!performed && performed.error().code == ErrorCode::Cancelled))
            return failure(ErrorCode::Cancelled, "the import was stopped; nothing was changed");
        if (!performed && !m_isUnwound) {
            m_report.isDone = false;
            return performed;
        }
        if (!m_report.isDone && !m_options.isDryRun) {
            // What would have been added was not.
            m_report.added = {};
            m_report.updated = 0;
        }
        return {};
    }

private:
    void look()
    {
        if (m_done++ % kRowsBetweenLooks != 0)
            return;
        const double share = static_cast<double>(m_done) / static_cast<double>(m_expected);
        tell(std::min(share, 1.0) * shareAt(ImportStage::Indexes));
        if (m_options.stop.stop_requested()) {
            m_isCancelled = true;
            throw EditRefused("stopped");
        }
    }
    void tell(double share) const
    {
        if (m_options.onProgress)
            m_options.onProgress({m_stage, m_done, share});
    }

    const NextTables &m_next;
    std::int64_t m_expected;
    const ImportOptions &m_options;
    ImportReport &m_report;
    ImportStage m_stage = ImportStage::Rows;
    std::int64_t m_done = 0;
    bool m_isUnwound = false;
    bool m_isCancelled = false;
    std::optional<Error> m_failure;
};

}  // namespace

Result<void> importTables(Session &session, const NextTables &next, std::int64_t expectedRows,
                          const ImportOptions &options, ImportReport &report)
{
    const std::string name = options.name.empty() ? "Import" : options.name;
    TablesImport import(next, expectedRows, options, report);
    const auto edit = [&](Stores &stores) { import.write(stores); };
    const bool areMany = options.undo == ImportOptions::Undo::Ranges ||
                         (options.undo == ImportOptions::Undo::ByScale && expectedRows > kManyRows);
    if (!areMany)
        return import.outcome(session.perform(name, edit));
    Session::Scale scale;
    scale.expectedRows = expectedRows;
    scale.isToStop = [&options] { return options.stop.stop_requested(); };
    scale.onStage = [&import](ImportStage stage) { import.enter(stage); };
    return import.outcome(session.performImport(name, scale, edit));
}

Result<void> importTables(Session &session, const ProjectTables &tables,
                          const ImportOptions &options, ImportReport &report)
{
    const ProjectTables *part = &tables;
    const auto next = [&part]() -> Result<const ProjectTables *> {
        return std::exchange(part, nullptr);
    };
    return importTables(session, next, rowsIn(tables), options, report);
}

}  // namespace dateline
