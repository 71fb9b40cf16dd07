// SPDX-License-Identifier: GPL-3.0-or-later
// What the ribbons of an actor show, read from a snapshot: the posts that it held or that others
// held at it, and the relations that it is an end of. Pure functions; O(roles), O(relations).
#pragma once

#include "ui/views/validity_ribbons.h"

namespace dateline::ui {

std::vector<RibbonEntry> roleEntries(const Snapshot &snapshot, ActorId actor);
std::vector<RibbonEntry> relationEntries(const Snapshot &snapshot, ActorId actor);
// Those alone whose dates are known, and no more than said; without what claims attest, and
// named as the actor sees them.
std::vector<RibbonEntry> datedRelationEntries(const Snapshot &snapshot, ActorId actor,
                                              std::size_t most);

// The axis that holds all of them, with the as-of date of the filter, else now.
RibbonFrame ribbonFrame(const ViewFilter &filter, const std::vector<RibbonEntry> &roles,
                        const std::vector<RibbonEntry> &relations);

// "Secretary, Security Council of Russia": the posts that the actor holds then, certainly or
// perhaps; what has no dates counts too. Empty: none.
QString postsHeld(const Snapshot &snapshot, ActorId actor, const RibbonFrame &frame);

}  // namespace dateline::ui
