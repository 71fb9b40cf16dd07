// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "app/edit/refuse.h"
#include "app/edit/shown_values.h"

namespace dateline {

namespace {

void examine(const Event &event)
{
    refuseBlank(event.title, "title of an event");
    refuseUnclean(
        {event.externalId, event.title, event.kind, event.status, event.place, event.notes});
}

void examine(const Stores &stores, const Participation &participation)
{
    // An import has just looked these up, or added them.
    if (stores.bulk == nullptr) {
        refuseMissing(stores, participation.event);
        refuseMissing(stores, participation.actor);
    }
    refuseUnclean({participation.part});
}

void examine(const Stores &stores, const Quantity &quantity)
{
    refuseMissing(stores, quantity.event);
    refuseBlank(quantity.what, "name of what is counted");
    refuseUnclean({quantity.what, quantity.qualifier, quantity.unit});
    refuseUnless(quantity.low || quantity.high, "A quantity needs a number.");
    refuseUnless(std::isfinite(quantity.low.value_or(0)) &&
                     std::isfinite(quantity.high.value_or(0)),
                 "A quantity needs a finite number.");
    refuseUnless(!quantity.low || !quantity.high || *quantity.low <= *quantity.high,
                 "The low end of a quantity must not lie above its high end.");
}

}  // namespace

EventId addEvent(Stores &stores, const Event &event)
{
    examine(event);
    if (stores.bulk != nullptr)
        return stores.bulk->add(event);
    Event row = event;
    row.id = {};
    return stores.events.put(row);
}

void changeEvent(Stores &stores, const Event &event)
{
    refuseMissing(stores, event.id);
    examine(event);
    stores.events.put(event);
    endOverruledPreferences(stores, event.id);
}

void moveEvent(Stores &stores, EventId id, const Edtf &when)
{
    std::optional<Event> event = stores.events.find(id);
    if (!event)
        throw EditRefused("The event is gone.");
    event->when = when;
    stores.events.put(*event);
    endOverruledPreferences(stores, id);
}

void removeEvent(Stores &stores, EventId id)
{
    for (const Participation &participation : stores.events.participationsOf(id))
        stores.events.remove(participation.id);
    for (const Quantity &quantity : stores.events.quantitiesOf(id))
        stores.events.remove(quantity.id);
    stores.tags.setTags(id, {});
    detachClaimsAbout(stores, id);
    stores.events.remove(id);
}

ParticipationId addParticipation(Stores &stores, const Participation &participation)
{
    examine(stores, participation);
    if (stores.bulk != nullptr)
        return stores.bulk->add(participation);
    Participation row = participation;
    row.id = {};
    return stores.events.put(row);
}

void changeParticipation(Stores &stores, const Participation &participation)
{
    refuseMissing(stores, {ItemKind::Participation, participation.id.value});
    examine(stores, participation);
    stores.events.put(participation);
}

void removeParticipation(Stores &stores, ParticipationId id)
{
    stores.events.remove(id);
}

QuantityId addQuantity(Stores &stores, const Quantity &quantity)
{
    examine(stores, quantity);
    if (stores.bulk != nullptr)
        return stores.bulk->add(quantity);
    Quantity row = quantity;
    row.id = {};
    return stores.events.put(row);
}

void changeQuantity(Stores &stores, const Quantity &quantity)
{
    refuseMissing(stores, {ItemKind::Quantity, quantity.id.value});
    examine(stores, quantity);
    stores.events.put(quantity);
    endOverruledPreferences(stores, quantity.event);
}

void removeQuantity(Stores &stores, QuantityId id)
{
    stores.events.remove(id);
}

}  // namespace dateline
