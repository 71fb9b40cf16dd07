// SPDX-License-Identifier: GPL-3.0-or-later
// Small dialogs in which something new is made, or a claim, role or relation is changed. Each
// writes one edit and returns the id; none where the user gave up. And the question before a
// removal.
#pragma once

#include <span>
#include <vector>

#include "ui/bridge/view_context.h"

class QWidget;

namespace dateline::ui {

EventId addEventDialog(const ViewContext &context, QWidget *parent, const Event &prefill,
                       const std::vector<ActorId> &participants = {});
ActorId addActorDialog(const ViewContext &context, QWidget *parent, const Actor &prefill);
RelationId addRelationDialog(const ViewContext &context, QWidget *parent, const Relation &prefill);
RoleId addRoleDialog(const ViewContext &context, QWidget *parent, const Role &prefill);
ClaimId addClaimDialog(const ViewContext &context, QWidget *parent, const Claim &prefill);

// Says what rests on the items. Asks nothing where nothing does: undo brings them back.
bool confirmRemoval(const ViewContext &context, QWidget *parent, std::span<const ItemRef> items);

}  // namespace dateline::ui
