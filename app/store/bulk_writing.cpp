// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/bulk_writing.h"

#include "app/store/database.h"
#include "app/store/store_error.h"

namespace dateline {

namespace {

// What fails is slower, or more memory than need be: nothing that anybody would have to be told.
bool isSet(Database &database, const char *pragma)
{
    try {
        database.execute(pragma);
        return true;
    } catch (const StoreError &) {
        return false;
    }
}

bool isEmptyAndWritable(Database &database)
{
    try {
        return database.integer("PRAGMA query_only") == 0 &&
               database.integer("SELECT EXISTS (SELECT 1 FROM history) OR "
                                "EXISTS (SELECT 1 FROM event) OR EXISTS (SELECT 1 FROM actor) OR "
                                "EXISTS (SELECT 1 FROM source)") == 0;
    } catch (const StoreError &) {
        return false;
    }
}

}  // namespace

BulkWriting::BulkWriting(Database &database) : m_database(database)
{
    isSet(database, "PRAGMA cache_size = -131072; PRAGMA threads = 1");
    // Not to be changed inside a transaction, where an undo is.
    m_isInPlace = !database.isInTransaction() && isEmptyAndWritable(database) &&
                  isSet(database, "PRAGMA journal_mode = DELETE");
}

BulkWriting::~BulkWriting()
{
    if (m_isInPlace)
        isSet(m_database, "PRAGMA journal_mode = WAL");
    isSet(m_database, "PRAGMA cache_size = -32768; PRAGMA threads = 0; PRAGMA shrink_memory");
}

}  // namespace dateline
