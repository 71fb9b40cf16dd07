// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/edit/refuse.h"

namespace dateline {

namespace {

bool canBeRuledOn(ItemRef item)
{
    return item.kind == ItemKind::Event || item.kind == ItemKind::Relation ||
           item.kind == ItemKind::Claim || item.kind == ItemKind::Source;
}

}  // namespace

AcceptanceId acceptFinding(Stores &stores, const Acceptance &acceptance)
{
    refuseBlank(acceptance.code, "code of a finding");
    refuseBlank(acceptance.reason, "reason for which a finding is accepted");
    refuseUnclean({acceptance.code, acceptance.basis, acceptance.reason});
    for (const ItemRef item : acceptance.items)
        refuseMissing(stores, item);
    Acceptance row = acceptance;
    row.id = {};
    // What was accepted on another basis has lapsed: its row serves again.
    for (const Acceptance &earlier :
         stores.judgements.acceptancesOf(acceptance.code, acceptance.items))
        row.id = earlier.id;
    return stores.judgements.put(row);
}

void withdrawAcceptance(Stores &stores, AcceptanceId id)
{
    stores.judgements.remove(id);
}

void ruleStanding(Stores &stores, const Ruling &ruling)
{
    refuseUnless(canBeRuledOn(ruling.about),
                 "Only an event, a relation, a claim or a source has a standing.");
    refuseMissing(stores, ruling.about);
    refuseUnless(ruling.standing != Standing::Doubtful || ruling.about.kind == ItemKind::Source,
                 "Only a source is called doubtful.");
    refuseBlank(ruling.reason, "reason for a standing");
    refuseUnclean({ruling.reason});
    stores.judgements.put(ruling);
}

void withdrawRuling(Stores &stores, ItemRef about)
{
    stores.judgements.removeRuling(about);
}

void forgetJudgements(Stores &stores, ItemRef item)
{
    for (const AcceptanceId id : stores.judgements.naming(item))
        stores.judgements.remove(id);
    stores.judgements.removeRuling(item);
    if (item.kind == ItemKind::Actor) {
        for (const MergeId merge : stores.judgements.mergesInto(item.actor()))
            stores.judgements.remove(merge);
    }
}

}  // namespace dateline
