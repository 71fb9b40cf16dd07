// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/mapping_fingerprint.h"

#include <functional>

#include "app/exchange/cell_syntax.h"

namespace dateline {

namespace {

// Texts with their ends marked, so that "ab" and "c" differ from "a" and "bc".
class Print {
public:
    template <typename... Texts>
    Print &add(const Texts &...texts)
    {
        (m_text.append(texts).append(1, '\0'), ...);
        return *this;
    }
    Print &add(const std::optional<double> &number)
    {
        return add(number ? textOf(*number) : std::string("-"));
    }
    std::size_t hash() const { return std::hash<std::string>{}(m_text); }

private:
    std::string m_text;
};

std::string idOf(const std::string &key)
{
    return isNameKey(key) ? key.substr(1) : key;
}

std::string nameOfRole(const RoleRecord &role)
{
    return cellOf({idOf(role.actor), role.title, idOf(role.body), role.when.text()}, '|', "|");
}

void addClaims(Print &print, const ProjectTables &record, ItemKind kind, const std::string &id)
{
    for (const ClaimRecord &claim : record.claims) {
        if (claim.about.kind == kind && claim.about.id == id) {
            print.add(claim.row.field, claim.row.value, claim.row.status, claim.row.likelihood,
                      claim.row.notes, std::to_string(claim.row.credibility));
        }
    }
}

RowFingerprint fingerprint(ItemKind kind, const std::string &name, const Print &print,
                           bool isStrict = true)
{
    return {kind, name, std::string(nameOf(kind)) + '\0' + name, print.hash(), isStrict};
}

}  // namespace

std::vector<RowFingerprint> fingerprintsOf(const ProjectTables &record)
{
    std::vector<RowFingerprint> prints;
    for (const ActorRecord &actor : record.actors) {
        const Actor &row = actor.row;
        if (row.externalId.empty())
            continue;
        prints.push_back(
            fingerprint(ItemKind::Actor, row.externalId,
                        Print().add(row.name, row.kind, cellOf(row.aliases), row.notes)));
    }
    for (const EventRecord &event : record.events) {
        const Event &row = event.row;
        Print print;
        print.add(row.title, row.kind, row.when.text(), row.status, row.place, row.notes);
        if (event.tags)
            print.add(cellOf(*event.tags, ';', ";"));
        for (const ParticipationRecord &part : record.participations) {
            if (part.event == row.externalId)
                print.add(part.actor, part.part);
        }
        for (const QuantityRecord &quantity : record.quantities) {
            if (quantity.event == row.externalId) {
                print.add(quantity.row.what, quantity.row.unit, quantity.row.qualifier);
                print.add(quantity.row.low).add(quantity.row.high);
                print.add(std::to_string(static_cast<int>(quantity.row.mode)));
            }
        }
        addClaims(print, record, ItemKind::Event, row.externalId);
        prints.push_back(fingerprint(ItemKind::Event, row.externalId, print));
    }
    for (const RoleRecord &role : record.roles)
        prints.push_back(fingerprint(ItemKind::Role, nameOfRole(role), Print(), false));
    for (const RelationRecord &relation : record.relations) {
        const Relation &row = relation.row;
        Print print;
        print.add(relation.from, relation.to, row.kind, row.when.text(), row.status, row.notes,
                  std::to_string(static_cast<int>(row.isDirected)));
        const bool isOwnId = row.externalId != idOf(relation.from) + ">" + row.kind + ">" +
                                                   idOf(relation.to) + ">" + row.when.text();
        if (isOwnId)
            addClaims(print, record, ItemKind::Relation, row.externalId);
        prints.push_back(fingerprint(ItemKind::Relation, row.externalId, print, isOwnId));
    }
    return prints;
}

void withoutRow(ProjectTables &record, const std::string &name, ItemKind kind)
{
    std::erase_if(record.claims, [&](const ClaimRecord &claim) {
        return claim.about.kind == kind && claim.about.id == name;
    });
    switch (kind) {
    case ItemKind::Actor:
        std::erase_if(record.actors,
                      [&](const ActorRecord &actor) { return actor.row.externalId == name; });
        break;
    case ItemKind::Event:
        std::erase_if(record.events,
                      [&](const EventRecord &event) { return event.row.externalId == name; });
        std::erase_if(record.participations,
                      [&](const ParticipationRecord &part) { return part.event == name; });
        std::erase_if(record.quantities,
                      [&](const QuantityRecord &quantity) { return quantity.event == name; });
        break;
    case ItemKind::Role:
        std::erase_if(record.roles,
                      [&](const RoleRecord &role) { return nameOfRole(role) == name; });
        break;
    case ItemKind::Relation:
        std::erase_if(record.relations, [&](const RelationRecord &relation) {
            return relation.row.externalId == name;
        });
        break;
    default:
        break;
    }
}

}  // namespace dateline
