// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/release_copy.h"

#include "app/store/column_cache.h"
#include "app/store/database.h"

namespace dateline {

void makeReleaseCopy(const std::filesystem::path &path)
{
    Database database(path, Database::Mode::Write);
    eraseColumnCache(database);
    database.execute("DELETE FROM history;"
                     "DELETE FROM history_range;"
                     "DELETE FROM history_rows;"
                     "DELETE FROM sqlite_sequence WHERE name = 'history';"
                     "INSERT INTO text_index(text_index) VALUES('optimize');"
                     "VACUUM;"
                     "PRAGMA wal_checkpoint(TRUNCATE);"
                     "PRAGMA journal_mode = DELETE;");
}

}  // namespace dateline
