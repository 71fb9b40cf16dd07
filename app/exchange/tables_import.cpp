// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/tables_import.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "app/exchange/tables_applier.h"

namespace dateline {

namespace {

constexpr std::int64_t kManyRows = 20'000;

std::int64_t rowsIn(const ProjectTables &t)
{
    return static_cast<std::int64_t>(t.actors.size() + t.events.size() + t.participations.size() +
                                     t.quantities.size() + t.roles.size() + t.relations.size() +
                                     t.reliabilities.size() + t.sources.size() +
                                     t.annotations.size() + t.claims.size() + t.decisions.size() +
                                     t.rulings.size() + t.acceptances.size());
}

// How far the whole is when a stage ends: measured with a million events.
double shareAtEnd(WorkStage stage)
{
    switch (stage) {
    case WorkStage::Rows:
        return 0.6;
    case WorkStage::Indexes:
        return 0.7;
    case WorkStage::Text:
        return 0.85;
    default:
        return 1;
    }
}

// One import: what runs inside the edit, and what came of it. What must not stay (a dry run, a
// refused row, nothing to write, a user who stopped it) leaves by EditRefused, so that the
// transaction unwinds and the history gets no line.
class TablesImport {
public:
    TablesImport(const NextTables &next, std::int64_t expectedRows, const ImportOptions &options,
                 ImportReport &report)
        : m_next(next), m_options(options), m_report(report),
          m_work([stop = options.stop] { return stop.stop_requested(); }, options.onProgress)
    {
        m_work.enter(WorkStage::Rows, shareAtEnd(WorkStage::Rows),
                     std::max<std::int64_t>(expectedRows, 1), WorkUnit::Rows);
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

    void enter(WorkStage stage)
    {
        if (stage != WorkStage::Rows)
            m_work.enter(stage, shareAtEnd(stage));
    }

    // Also while indexes and text are made, of which nobody knows how far they are.
    bool isToStop() { return !m_work.look(); }

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
        if (!m_work.advance()) {
            m_isCancelled = true;
            throw EditRefused("stopped");
        }
    }

    const NextTables &m_next;
    const ImportOptions &m_options;
    ImportReport &m_report;
    LongWork m_work;
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
    scale.isToStop = [&import] { return import.isToStop(); };
    scale.onStage = [&import](WorkStage stage) { import.enter(stage); };
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
