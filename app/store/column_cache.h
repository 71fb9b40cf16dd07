// SPDX-License-Identifier: GPL-3.0-or-later
// The large columns of a snapshot, kept in the file as they lie in memory: to read them costs what
// copying them costs, where reading the rows of a million events costs seconds.
//
// It is never believed by itself. From the moment that it is begun triggers note every row that is
// written, by whomever, and whoever reads it reads those rows again; each column has a checksum
// (XXH3, 64 bits) and is tested before use. What is damaged, half-written or of another format
// counts as not there: that costs time, never truth.
//
// All but readColumnCache() throw StoreError; all need the thread of the connection.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>

#include "app/model/change_set.h"
#include "app/model/snapshot.h"

namespace dateline {

class Database;

// Snapshots with fewer rows are read as quickly without it.
inline constexpr std::size_t kFewestCachedRows = 50'000;

// Whether the snapshot is large and the file has no cache for it, or one with so many rows noted
// that it should be made again.
bool needsColumnCache(Database &database, const Snapshot &snapshot);

// Throws the cache away, in the caller's transaction; before work that writes so many rows that to
// note each of them would be a waste.
void dropColumnCache(Database &database);
// Takes it out of the file: nothing of a row that is gone shall stay behind in a copy.
void eraseColumnCache(Database &database);

// The making, in two steps. The first notes that from now on rows are written that the snapshot,
// which must be what the file holds, does not know; it takes no time. The second writes, in many
// short transactions, so that others come to write between them; it may run on another thread with
// a connection of its own. It gives up where it is told to stop or somebody began another making.
std::int64_t beginColumnCache(Database &database);
void writeColumnCache(Database &database, const Snapshot &snapshot, std::int64_t generation,
                      std::stop_token stop);

// What the file's cache says: events, participations and relations, with the actors as they are now
// or, where these are others, of those for whose order the links hold the ids alone; and what has
// to be read again, for it is not kept or has been written since.
struct CachedColumns {
    Snapshot snapshot = *Snapshot::empty();
    ChangeSet since;
};
// Nothing where there is no cache that can be used. Reads with two more connections to the same
// file on two more threads. Inside a read transaction of the caller.
std::optional<CachedColumns> readColumnCache(Database &database);

}  // namespace dateline
