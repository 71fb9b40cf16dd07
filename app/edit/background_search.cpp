// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/edit/background_search.h"

#include <exception>

#include "app/base/side_by_side.h"
#include "app/store/database.h"
#include "app/store/interruption.h"
#include "app/store/schema.h"
#include "app/store/store_error.h"
#include "app/store/text_index.h"

namespace dateline {

BackgroundSearch::BackgroundSearch(std::filesystem::path path) : m_path(std::move(path)) {}

BackgroundSearch::~BackgroundSearch()
{
    for (Database *database : {m_database.get(), m_beside.get()}) {
        if (database != nullptr)
            database->adoptByThisThread();
    }
}

Result<std::vector<SearchHit>> BackgroundSearch::search(std::string_view text, int limit,
                                                        const Snapshot &snapshot,
                                                        const OnHits &onHits,
                                                        const std::stop_token &stop)
{
    try {
        const auto isToStop = [&stop] { return stop.stop_requested(); };
        const Interruption interruption(database(), isToStop);
        return TextIndex(*m_database).search(text, limit, snapshot, onHits, isToStop);
    } catch (const StoreError &error) {
        return tl::unexpected(error.error());
    }
}

Result<std::vector<ItemRef>> BackgroundSearch::matches(std::string_view text,
                                                       const std::stop_token &stop)
{
    try {
        const auto isToStop = [&stop] { return stop.stop_requested(); };
        const Interruption interruption(database(), isToStop);
        const TextIndex index(*m_database);
        const std::int64_t last = index.lastRow();
        const std::int64_t half = last / 2;
        std::vector<ItemRef> items;
        std::vector<ItemRef> others;
        std::exception_ptr problem;  // of the other thread
        const auto lookBeside = [&] {
            try {
                if (!m_beside)
                    m_beside = std::make_unique<Database>(m_path, Database::Mode::Read);
                m_beside->adoptByThisThread();
                const Interruption besideInterruption(*m_beside, isToStop);
                others = TextIndex(*m_beside).matches(text, isToStop, {.first = half + 1});
            } catch (...) {
                problem = std::current_exception();
            }
        };
        sideBySide(static_cast<std::size_t>(last), lookBeside,
                   [&] { items = index.matches(text, isToStop, {.last = half}); });
        if (problem)
            std::rethrow_exception(problem);
        items.insert(items.end(), others.begin(), others.end());
        return items;
    } catch (const StoreError &error) {
        return tl::unexpected(error.error());
    }
}

Database &BackgroundSearch::database()
{
    if (!m_database)
        m_database = std::make_unique<Database>(m_path, Database::Mode::Read);
    if (schemaVersionOf(*m_database) != newestSchemaVersion())
        throw StoreError(ErrorCode::NewerFile, "the file is of another version");
    return *m_database;
}

}  // namespace dateline
