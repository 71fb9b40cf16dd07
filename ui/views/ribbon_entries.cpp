// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/ribbon_entries.h"

#include <unordered_map>

#include <QDateTime>

#include "app/model/validity.h"
#include "ui/bridge/text.h"
#include "ui/views/item_text.h"

namespace dateline::ui {

namespace {

QString tr(const char *text)
{
    return RibbonRow::tr(text);
}

// What claims say on when each of the items held; one walk over the claims for all of them.
void addAttestedDates(const Snapshot &snapshot, std::vector<RibbonEntry> &entries)
{
    std::unordered_map<std::int64_t, RibbonEntry *> byId;
    for (RibbonEntry &entry : entries) {
        if (entry.when.isDated())
            byId.emplace(entry.item.id, &entry);
    }
    if (byId.empty())
        return;
    const ItemKind kind = entries.front().item.kind;
    for (const Claim &claim : *snapshot.claims) {
        if (claim.about.kind != kind || claim.stance == Stance::Contradicts ||
            claim.field != "date")
            continue;
        const auto entry = byId.find(claim.about.id);
        if (entry == byId.end())
            continue;
        const Result<Edtf> date = Edtf::parse(claim.value);
        if (date && date->isDated())
            entry->second->attested.push_back(date->when());
    }
}

// As one of its two ends sees it: "→ Kim Jong Un: thanks".
QString tieText(const Snapshot &snapshot, RelationRow row, ActorRow self)
{
    const RelationColumns &relations = *snapshot.relations;
    const bool isOutgoing = relations.from(row) == self;
    const ActorRow other = isOutgoing ? relations.to(row) : relations.from(row);
    return tr("%1 %2: %3")
        .arg(!relations.isDirected(row) ? QStringLiteral("–")
             : isOutgoing               ? QStringLiteral("→")
                                        : QStringLiteral("←"),
             toQString(snapshot.actor(other).name),
             toQString(relations.kindWords().word(relations.kind(row))));
}

RibbonEntry relationEntry(const Snapshot &snapshot, RelationRow row)
{
    const RelationColumns &relations = *snapshot.relations;
    RibbonEntry entry;
    entry.item = relations.id(row);
    entry.text = relationText(snapshot, row);
    if (const Result<Edtf> when = Edtf::parse(relations.whenText(row)))
        entry.when = *when;
    entry.certainty = certaintyOf(relations.statusWords().word(relations.status(row)));
    return entry;
}

}  // namespace

std::vector<RibbonEntry> roleEntries(const Snapshot &snapshot, ActorId actor)
{
    std::vector<RibbonEntry> entries;
    for (const Role &role : *snapshot.roles) {
        if (role.actor != actor && role.body != actor)
            continue;
        const QString text = role.actor == actor ? roleText(snapshot, role)
                                                 : tr("%1: %2").arg(actorName(snapshot, role.actor),
                                                                    toQString(role.title));
        entries.push_back({role.id, text, role.when, {}, Certainty::Confirmed});
    }
    addAttestedDates(snapshot, entries);
    return entries;
}

std::vector<RibbonEntry> relationEntries(const Snapshot &snapshot, ActorId actor)
{
    std::vector<RibbonEntry> entries;
    const RelationColumns &relations = *snapshot.relations;
    const ActorRow self = snapshot.actorRow(actor);
    for (std::uint32_t i = 0; i < relations.size(); ++i) {
        const RelationRow row{i};
        if (relations.from(row) != self && relations.to(row) != self)
            continue;
        entries.push_back(relationEntry(snapshot, row));
    }
    addAttestedDates(snapshot, entries);
    return entries;
}

std::vector<RibbonEntry> datedRelationEntries(const Snapshot &snapshot, ActorId actor,
                                              std::size_t most)
{
    std::vector<RibbonEntry> entries;
    const RelationColumns &relations = *snapshot.relations;
    const ActorRow self = snapshot.actorRow(actor);
    for (std::uint32_t i = 0; i < relations.size() && entries.size() < most; ++i) {
        const RelationRow row{i};
        if ((relations.from(row) != self && relations.to(row) != self) ||
            relations.whenText(row).empty())
            continue;
        RibbonEntry entry = relationEntry(snapshot, row);
        if (!entry.when.isDated())
            continue;
        entry.text = tieText(snapshot, row, self);
        entries.push_back(std::move(entry));
    }
    return entries;
}

RibbonFrame ribbonFrame(const ViewFilter &filter, const std::vector<RibbonEntry> &roles,
                        const std::vector<RibbonEntry> &relations)
{
    RibbonFrame frame;
    frame.isNow = !filter.asOf();
    frame.at = filter.asOf().value_or(Instant{QDateTime::currentSecsSinceEpoch()});
    frame.atText = frame.isNow ? tr("now") : filter.asOfText();
    std::vector<When> dates;
    for (const std::vector<RibbonEntry> *entries : {&roles, &relations}) {
        for (const RibbonEntry &entry : *entries)
            dates.push_back(entry.when.when());
    }
    frame.span = ribbonSpan(dates, frame.at);
    return frame;
}

QString postsHeld(const Snapshot &snapshot, ActorId actor, const RibbonFrame &frame)
{
    QStringList posts;
    for (const Role &role : *snapshot.roles) {
        if (role.actor != actor)
            continue;
        const Validity validity = validityAt(role.when.when(), frame.at);
        if (validity == Validity::Certain || validity == Validity::Unknown)
            posts.append(roleText(snapshot, role));
        else if (validity == Validity::Perhaps)
            posts.append(tr("perhaps %1").arg(roleText(snapshot, role)));
    }
    return posts.join(QStringLiteral(" · "));
}

}  // namespace dateline::ui
