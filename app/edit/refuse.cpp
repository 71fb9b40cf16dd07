// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/edit/refuse.h"
#include "app/edit/shown_values.h"

#include "app/model/code_points.h"

namespace dateline {

void refuseUnless(bool holds, const char *sentence)
{
    if (!holds)
        throw EditRefused(sentence);
}

void refuseBlank(std::string_view text, std::string_view name)
{
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        throw EditRefused("The " + std::string(name) + " must not be empty.");
}

void refuseUnclean(std::initializer_list<std::string_view> texts)
{
    for (const std::string_view text : texts)
        refuseUnless(isCleanUtf8(text), "A text holds bytes that are no UTF-8.");
}

bool exists(const Stores &stores, ItemRef item)
{
    switch (item.kind) {
    case ItemKind::Event:
        return stores.events.has(item.event());
    case ItemKind::Actor:
        return stores.actors.has(item.actor());
    case ItemKind::Role:
        return stores.actors.find(item.role()).has_value();
    case ItemKind::Relation:
        return stores.relations.find(item.relation()).has_value();
    case ItemKind::Source:
        return stores.sources.find(item.source()).has_value();
    case ItemKind::Annotation:
        return stores.annotations.find(item.annotation()).has_value();
    case ItemKind::Claim:
        return stores.claims.find(item.claim()).has_value();
    case ItemKind::Participation:
        return stores.events.find(ParticipationId{item.id}).has_value();
    case ItemKind::Quantity:
        return stores.events.find(QuantityId{item.id}).has_value();
    case ItemKind::None:
        return false;
    }
    return false;
}

void refuseMissing(const Stores &stores, ItemRef item)
{
    if (!exists(stores, item))
        throw EditRefused("The " + std::string(nameOf(item.kind)) + " is gone.");
}

void detachClaimsAbout(Stores &stores, ItemRef item)
{
    forgetJudgements(stores, item);
    for (const Decision &decision : stores.claims.decisionsAbout(item)) {
        stores.claims.removeDecision(item, decision.field);
        forgetEntered(stores, item, decision.field);
    }
    for (const ClaimId id : stores.claims.about(item)) {
        if (std::optional<Claim> claim = stores.claims.find(id)) {
            claim->about = {};
            stores.claims.put(*claim);
        }
    }
}

}  // namespace dateline
