// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/edit/background_search.h"

#include "app/store/database.h"
#include "app/store/interruption.h"
#include "app/store/schema.h"
#include "app/store/store_error.h"
#include "app/store/text_index.h"

namespace dateline {

BackgroundSearch::BackgroundSearch(std::filesystem::path path) : m_path(std::move(path)) {}

BackgroundSearch::~BackgroundSearch()
{
    if (m_database)
        m_database->adoptByThisThread();
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
        return TextIndex(*m_database).matches(text, isToStop);
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
