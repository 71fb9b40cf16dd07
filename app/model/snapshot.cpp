// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/snapshot.h"
#include "app/model/withdrawn_grade.h"

#include <algorithm>

namespace dateline {

namespace {

char lowerAscii(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool equalsButForCase(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lowerAscii(x) == lowerAscii(y); });
}

// Whether what the date says can have held at the instant; an unknown date can always.
bool canHoldAt(const When &when, Instant t)
{
    return !when.isDated() || (when.bounds.earliestBegin <= t && t < when.bounds.latestEnd);
}

}  // namespace

std::shared_ptr<const Snapshot> Snapshot::empty()
{
    Snapshot snapshot;
    auto events = std::make_shared<EventColumns>();
    events->finish();
    auto participations = std::make_shared<ParticipationColumns>();
    participations->finish(0, 0);
    snapshot.events = std::move(events);
    snapshot.actors = std::make_shared<const Table<Actor>>();
    snapshot.participations = std::move(participations);
    snapshot.relations = std::make_shared<const RelationColumns>();
    snapshot.quantities = std::make_shared<const Table<Quantity>>();
    snapshot.roles = std::make_shared<const Table<Role>>();
    snapshot.reliabilities = std::make_shared<const Table<Reliability>>();
    snapshot.sources = std::make_shared<const Table<Source>>();
    snapshot.annotations = std::make_shared<const Table<Annotation>>();
    snapshot.claims = std::make_shared<const Table<Claim>>();
    snapshot.decisions = std::make_shared<const std::vector<Decision>>();
    snapshot.acceptances = std::make_shared<const Table<Acceptance>>();
    snapshot.rulings = std::make_shared<const std::vector<Ruling>>();
    snapshot.merges = std::make_shared<const Table<Merge>>();
    snapshot.taggings = std::make_shared<const Table<Tagging>>();
    snapshot.views = std::make_shared<const Table<SavedView>>();
    snapshot.evidence = std::make_shared<const std::vector<EventEvidence>>();
    return std::make_shared<const Snapshot>(std::move(snapshot));
}

ActorRow Snapshot::actorRow(ActorId id) const
{
    const std::size_t row = actors->rowOf(id);
    return row < actors->size() ? ActorRow{static_cast<std::uint32_t>(row)} : ActorRow();
}

const Actor *Snapshot::actorNamed(std::string_view name) const
{
    // An exact name before an exact alias, either before what only differs in case.
    const Actor *byAlias = nullptr;
    const Actor *butForCase = nullptr;
    for (const Actor &actor : *actors) {
        if (actor.name == name)
            return &actor;
        if (butForCase == nullptr && equalsButForCase(actor.name, name))
            butForCase = &actor;
        for (const Alias &alias : actor.aliases) {
            if (byAlias == nullptr && alias.text == name)
                byAlias = &actor;
            if (butForCase == nullptr && equalsButForCase(alias.text, name))
                butForCase = &actor;
        }
    }
    return byAlias != nullptr ? byAlias : butForCase;
}

std::vector<std::string> Snapshot::rolesAt(ActorId actor, Instant when) const
{
    std::vector<const Role *> held;
    for (const Role &role : *roles) {
        if (role.actor == actor && canHoldAt(role.when.when(), when))
            held.push_back(&role);
    }
    std::stable_sort(held.begin(), held.end(), [](const Role *a, const Role *b) {
        const When &first = a->when.when();
        const When &second = b->when.when();
        if (first.isDated() != second.isDated())
            return first.isDated();
        return first.bounds.earliestBegin > second.bounds.earliestBegin;
    });
    std::vector<std::string> titles;
    for (const Role *role : held) {
        const Actor *body = this->actor(role->body);
        titles.push_back(body != nullptr ? role->title + ", " + body->name : role->title);
    }
    return titles;
}

char Snapshot::reliabilityOf(ActorId actor) const
{
    const Reliability *newest = nullptr;
    const auto since = [](const Reliability &reliability) {
        return reliability.since.isDated() ? reliability.since.when().bounds.earliestBegin
                                           : Instant::distantPast();
    };
    for (const Reliability &reliability : *reliabilities) {
        if (reliability.actor == actor &&
            (newest == nullptr || since(reliability) >= since(*newest)))
            newest = &reliability;
    }
    return newest != nullptr && newest->grade != kWithdrawnGrade ? newest->grade : '\0';
}

std::vector<std::string> Snapshot::tagsOf(ItemRef item) const
{
    std::vector<std::string> tags;
    for (const Tagging &tagging : *taggings) {
        if (tagging.about == item)
            tags.push_back(tagging.tag);
    }
    return tags;
}

std::vector<const Claim *> Snapshot::claimsAbout(ItemRef item) const
{
    std::vector<const Claim *> found;
    for (const Claim &claim : *claims) {
        if (claim.about == item)
            found.push_back(&claim);
    }
    return found;
}

std::vector<const Annotation *> Snapshot::annotationsOf(SourceId source) const
{
    std::vector<const Annotation *> found;
    for (const Annotation &annotation : *annotations) {
        if (annotation.source == source)
            found.push_back(&annotation);
    }
    std::stable_sort(found.begin(), found.end(), [](const Annotation *a, const Annotation *b) {
        return a->begin != b->begin ? a->begin < b->begin : a->end > b->end;
    });
    return found;
}

EventEvidence Snapshot::evidenceOf(EventRow row) const
{
    return row.value < evidence->size() ? (*evidence)[row.value] : EventEvidence();
}

const Ruling *Snapshot::rulingOn(ItemRef item) const
{
    const auto found =
        std::lower_bound(rulings->begin(), rulings->end(), item,
                         [](const Ruling &row, ItemRef want) { return row.about < want; });
    return found != rulings->end() && found->about == item ? &*found : nullptr;
}

}  // namespace dateline
