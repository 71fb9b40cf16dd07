// SPDX-License-Identifier: GPL-3.0-or-later
// Which edits a network cannot show, so that one of a million relations is not built, laid out and
// drawn anew while somebody writes claims about events. Any thread.
#pragma once

#include "app/model/change_set.h"
#include "app/model/snapshot.h"

namespace dateline {

// Whether a network of all events, actors and times is after the edit what it was before. May be
// false where it is, too. O(touched items and log rows).
bool isNetworkKept(const ChangeSet &changes, const Snapshot &before, const Snapshot &after,
                   bool withQuotations);

}  // namespace dateline
