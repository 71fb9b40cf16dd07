// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/edit/shown_values.h"

#include "app/model/judgement.h"
#include "app/model/quantity_notation.h"

namespace dateline {

namespace {

std::string settingFor(ItemRef item, std::string_view field)
{
    return "entered " + textOf({item}) + " " + std::string(field);
}

// "about|10000..12000 troops"
std::string textOfQuantity(const Quantity &quantity)
{
    return quantity.qualifier + "|" + toNotation({quantity.low, quantity.high, quantity.unit});
}

struct WrittenQuantity {
    std::string qualifier;
    CountedRange range;
};

std::optional<WrittenQuantity> quantityFrom(std::string_view text)
{
    const std::size_t bar = text.find('|');
    const std::string_view notation = bar == std::string_view::npos ? text : text.substr(bar + 1);
    std::optional<CountedRange> range = parseCountedRange(notation);
    if (!range)
        return std::nullopt;
    return WrittenQuantity{bar == std::string_view::npos ? std::string()
                                                         : std::string(text.substr(0, bar)),
                           std::move(*range)};
}

// The only quantity of the event in this unit.
std::optional<Quantity> onlyQuantity(const Stores &stores, EventId event, std::string_view unit)
{
    std::optional<Quantity> only;
    for (const Quantity &quantity : stores.events.quantitiesOf(event)) {
        if (quantity.unit != unit)
            continue;
        if (only)
            return std::nullopt;
        only = quantity;
    }
    return only;
}

// Where an item keeps the field as plain text; null where it does not.
std::string *textField(Event &event, std::string_view field)
{
    return field == "status"  ? &event.status
           : field == "place" ? &event.place
           : field == "title" ? &event.title
                              : nullptr;
}
std::string *textField(Relation &relation, std::string_view field)
{
    return field == "status" ? &relation.status : field == "relation" ? &relation.kind : nullptr;
}
std::string *textField(Role &role, std::string_view field)
{
    return field == "role" ? &role.title : nullptr;
}

template <typename Row>
std::optional<std::string> valueIn(std::optional<Row> row, std::string_view field)
{
    if (!row)
        return std::nullopt;
    if (field == "date")
        return row->when.text();
    if (const std::string *text = textField(*row, field))
        return *text;
    return std::nullopt;
}

// Whether the value was taken.
template <typename Row>
bool setValue(Row &row, std::string_view field, std::string_view value)
{
    if (field == "date") {
        Result<Edtf> when = Edtf::parse(value);
        if (!when)
            return false;
        row.when = std::move(*when);
        return true;
    }
    std::string *text = textField(row, field);
    if (text == nullptr || (value.empty() && field != "status" && field != "place"))
        return false;
    *text = value;
    return true;
}

bool show(Stores &stores, ItemRef item, std::string_view field, std::string_view value)
{
    if (item.kind == ItemKind::Event && field == "quantity") {
        const std::optional<WrittenQuantity> written = quantityFrom(value);
        std::optional<Quantity> quantity =
            written ? onlyQuantity(stores, item.event(), written->range.unit) : std::nullopt;
        if (!quantity)
            return false;
        quantity->low = written->range.low;
        quantity->high = written->range.high;
        quantity->qualifier = written->qualifier;
        stores.events.put(*quantity);
        return true;
    }
    const auto putWith = [&](auto row, auto &store) {
        if (!row || !setValue(*row, field, value))
            return false;
        store.put(*row);
        return true;
    };
    switch (item.kind) {
    case ItemKind::Event:
        return putWith(stores.events.find(item.event()), stores.events);
    case ItemKind::Relation:
        return putWith(stores.relations.find(item.relation()), stores.relations);
    case ItemKind::Role:
        return putWith(stores.actors.find(item.role()), stores.actors);
    default:
        return false;
    }
}

// As shownValue() would tell it.
std::string claimedValue(const Claim &claim)
{
    if (claim.field == "quantity") {
        const std::optional<WrittenQuantity> written = quantityFrom(claim.value);
        return written ? written->qualifier + "|" + toNotation(written->range) : claim.value;
    }
    return claim.field == "status" && claim.value.empty() ? claim.status : claim.value;
}

}  // namespace

std::optional<std::string> shownValue(const Stores &stores, ItemRef item, std::string_view field,
                                      std::string_view like)
{
    switch (item.kind) {
    case ItemKind::Event:
        if (field == "quantity") {
            const std::optional<WrittenQuantity> written = quantityFrom(like);
            const std::optional<Quantity> quantity =
                written ? onlyQuantity(stores, item.event(), written->range.unit) : std::nullopt;
            return quantity ? std::optional(textOfQuantity(*quantity)) : std::nullopt;
        }
        return valueIn(stores.events.find(item.event()), field);
    case ItemKind::Relation:
        return valueIn(stores.relations.find(item.relation()), field);
    case ItemKind::Role:
        return valueIn(stores.actors.find(item.role()), field);
    default:
        return std::nullopt;
    }
}

void showClaim(Stores &stores, const Claim &claim)
{
    const std::string said = claimedValue(claim);
    const std::optional<std::string> shown =
        shownValue(stores, claim.about, claim.field, claim.value);
    if (!shown || said.empty() || claim.stance == Stance::Contradicts)
        return;
    // Of several preferences one after the other, what was entered is what came before the first.
    const std::string name = settingFor(claim.about, claim.field);
    const bool isFirst = stores.views.setting(name).empty();
    if (show(stores, claim.about, claim.field, said) && isFirst)
        stores.views.putSetting(name, "=" + *shown);
}

void showEntered(Stores &stores, const Decision &decision)
{
    const std::string name = settingFor(decision.about, decision.field);
    const std::string entered = stores.views.setting(name);
    if (entered.empty())
        return;
    const std::optional<Claim> claim = stores.claims.find(decision.preferred);
    if (claim &&
        shownValue(stores, decision.about, decision.field, claim->value) == claimedValue(*claim))
        show(stores, decision.about, decision.field, std::string_view(entered).substr(1));
    stores.views.removeSetting(name);
}

void forgetEntered(Stores &stores, ItemRef item, std::string_view field)
{
    stores.views.removeSetting(settingFor(item, field));
}

void endOverruledPreferences(Stores &stores, ItemRef item)
{
    for (const Decision &decision : stores.claims.decisionsAbout(item)) {
        const std::string name = settingFor(item, decision.field);
        const std::optional<Claim> claim = stores.claims.find(decision.preferred);
        if (!claim || stores.views.setting(name).empty() ||
            shownValue(stores, item, decision.field, claim->value) == claimedValue(*claim))
            continue;
        stores.claims.removeDecision(item, decision.field);
        stores.views.removeSetting(name);
    }
}

}  // namespace dateline
