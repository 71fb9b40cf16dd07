// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the file into a Snapshot, whole or what an edit touched, each in one read transaction (or
// inside the caller's). Rows come in the order of their ids and are sorted in memory, which is five
// times as fast as an index. Evidence is not the store's business: it is left empty when new.
// Throws StoreError.
#pragma once

#include "app/model/change_set.h"
#include "app/model/snapshot.h"

namespace dateline {

class Database;

Snapshot readSnapshot(Database &database);

// The snapshot after the changes: reads the tables that were touched, shares the rest.
Snapshot readChanges(Database &database, const Snapshot &previous, const ChangeSet &changes);

}  // namespace dateline
