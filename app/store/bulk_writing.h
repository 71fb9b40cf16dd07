// SPDX-License-Identifier: GPL-3.0-or-later
// How a connection is set while millions of rows are written, for as long as it lives: room for
// their pages, sorting for indexes on a second thread, and, where the project was empty, pages that
// go to their place in the file at once. Through the write-ahead log each goes to disk twice, and
// the look for a page that is already in it takes longer the more it holds: an import of ten times
// the rows took sixteen times as long.
//
// Only an empty project is written in place. Who is stopped by a loss of power, and then copies the
// file alone without the journal beside it, has lost nothing of one. Where another connection reads
// the file, it stays with the log. What cannot be set is done without: nothing here throws.
#pragma once

namespace dateline {

class Database;

class BulkWriting {
public:
    explicit BulkWriting(Database &database);
    ~BulkWriting();
    BulkWriting(const BulkWriting &) = delete;
    BulkWriting &operator=(const BulkWriting &) = delete;

private:
    Database &m_database;
    bool m_isInPlace = false;
};

}  // namespace dateline
