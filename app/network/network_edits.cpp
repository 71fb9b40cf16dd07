// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/network_edits.h"

#include <algorithm>

namespace dateline {

namespace {

// Of a relation, claims say how sure it is.
bool isAboutEvent(ClaimId id, const Snapshot &snapshot)
{
    const Claim *claim = snapshot.claims->find(id);
    return claim == nullptr || claim->about.kind == ItemKind::Event;
}

}  // namespace

bool isNetworkKept(const ChangeSet &changes, const Snapshot &before, const Snapshot &after,
                   bool withQuotations)
{
    const bool haveOthersStayed =
        after.actors == before.actors && after.relations == before.relations &&
        after.roles == before.roles && after.decisions == before.decisions &&
        after.merges == before.merges && after.views == before.views;
    if (changes.isEmpty() || !haveOthersStayed)
        return false;
    const auto isKept = [&](ItemRef item) {
        switch (item.kind) {
        case ItemKind::Event:
        case ItemKind::Annotation:
        case ItemKind::Quantity:
            return true;
        case ItemKind::Claim:
            return !withQuotations && isAboutEvent(item.claim(), before) &&
                   isAboutEvent(item.claim(), after);
        default:
            return false;
        }
    };
    const auto areKept = [&](const std::vector<ItemRef> &items) {
        return std::all_of(items.begin(), items.end(), isKept);
    };
    // A new source has no claims yet but those that are added with it.
    const bool areAddedKept =
        std::all_of(changes.added.begin(), changes.added.end(),
                    [&](ItemRef item) { return item.kind == ItemKind::Source || isKept(item); });
    return areAddedKept && areKept(changes.changed) && areKept(changes.removed);
}

}  // namespace dateline
