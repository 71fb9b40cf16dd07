// SPDX-License-Identifier: GPL-3.0-or-later
// Before many rows come into a file: puts off what would be done for each of them and is done for
// all of them at once for less. Indexes of tables that are empty are made when the rows are in,
// triggers do not fire, and the column cache is thrown away. Inside the caller's transaction, whose
// rollback brings all of it back. Throws StoreError.
#pragma once

#include <string>
#include <vector>

namespace dateline {

class Database;

class LateIndexes {
public:
    explicit LateIndexes(Database &database);
    LateIndexes(const LateIndexes &) = delete;
    LateIndexes &operator=(const LateIndexes &) = delete;

    void make();  // must be called before the transaction is committed; a second call does nothing

private:
    Database &m_database;
    std::vector<std::string> m_creations;
};

}  // namespace dateline
