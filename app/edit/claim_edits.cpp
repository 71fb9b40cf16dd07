// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/edit/refuse.h"
#include "app/edit/shown_values.h"
#include "app/model/edtf.h"

namespace dateline {

namespace {

void examine(const Stores &stores, const Claim &claim)
{
    refuseMissing(stores, claim.source);
    if (claim.annotation) {
        const std::optional<Annotation> annotation = stores.annotations.find(claim.annotation);
        refuseUnless(annotation.has_value(), "The annotation is gone.");
        refuseUnless(annotation->source == claim.source,
                     "A claim cannot rest on words of another source than its own.");
    }
    if (!claim.about.isNull()) {
        const ItemKind kind = claim.about.kind;
        refuseUnless(kind == ItemKind::Event || kind == ItemKind::Actor || kind == ItemKind::Role ||
                         kind == ItemKind::Relation,
                     "A claim is about an event, an actor, a role or a relation.");
        refuseMissing(stores, claim.about);
    }
    for (const ActorId hop : claim.attribution)
        refuseMissing(stores, hop);
    refuseUnless(claim.credibility >= 0 && claim.credibility <= 6,
                 "A credibility grade is a number from 1 to 6.");
    refuseUnless(claim.field != "date" || Edtf::parse(claim.value).has_value(),
                 "The date that is claimed is not written as a date.");
    refuseUnclean({claim.externalId, claim.field, claim.value, claim.status, claim.likelihood,
                   claim.notes, claim.handling});
}

// A claim that now speaks of something else cannot be the preferred one of what it spoke of.
void withdrawLostPreferences(Stores &stores, const Claim &before, const Claim &after)
{
    if (before.about == after.about && before.field == after.field)
        return;
    for (const Decision &decision : stores.claims.decisionsAbout(before.about)) {
        if (decision.preferred == before.id)
            withdrawPreference(stores, before.about, decision.field);
    }
}

}  // namespace

ClaimId addClaim(Stores &stores, const Claim &claim)
{
    examine(stores, claim);
    Claim row = claim;
    row.id = {};
    return stores.claims.put(row);
}

void changeClaim(Stores &stores, const Claim &claim)
{
    const std::optional<Claim> before = stores.claims.find(claim.id);
    refuseUnless(before.has_value(), "The claim is gone.");
    examine(stores, claim);
    withdrawLostPreferences(stores, *before, claim);
    stores.claims.put(claim);
    if (claim.value == before->value && claim.status == before->status)
        return;
    for (const Decision &decision : stores.claims.decisionsAbout(claim.about)) {
        if (decision.preferred == claim.id)
            showClaim(stores, claim);
    }
}

void removeClaim(Stores &stores, ClaimId id)
{
    forgetJudgements(stores, id);
    if (const std::optional<Claim> claim = stores.claims.find(id)) {
        for (const Decision &decision : stores.claims.decisionsAbout(claim->about)) {
            if (decision.preferred == id)
                withdrawPreference(stores, claim->about, decision.field);
        }
    }
    stores.claims.remove(id);
}

void preferClaim(Stores &stores, const Decision &decision)
{
    const std::optional<Claim> claim = stores.claims.find(decision.preferred);
    refuseUnless(claim.has_value(), "The claim is gone.");
    refuseUnless(!decision.about.isNull() && claim->about == decision.about &&
                     claim->field == decision.field,
                 "Only a claim about this field can be preferred for it.");
    refuseUnclean({decision.reason});
    stores.claims.put(decision);
    showClaim(stores, *claim);
}

void withdrawPreference(Stores &stores, ItemRef about, std::string_view field)
{
    for (const Decision &decision : stores.claims.decisionsAbout(about)) {
        if (decision.field == field)
            showEntered(stores, decision);
    }
    stores.claims.removeDecision(about, field);
}

}  // namespace dateline
