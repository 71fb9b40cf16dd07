// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/same_actor.h"

#include <algorithm>
#include <set>

#include "app/evidence/name_forms.h"

namespace dateline {

namespace {

struct Name {
    std::string text;
    std::string latin;
    std::vector<std::string> forms;
};

std::vector<Name> namesOf(const Actor &actor, const NameForms &reader)
{
    std::vector<Name> names{{actor.name, reader.latin(actor.name), reader.of(actor.name)}};
    for (const Alias &alias : actor.aliases)
        names.push_back({alias.text, reader.latin(alias.text), reader.of(alias.text)});
    return names;
}

std::set<std::string> wordsOf(const std::string &latin)
{
    std::set<std::string> words;
    for (std::size_t begin = 0; begin < latin.size();) {
        const std::size_t end = std::min(latin.find(' ', begin), latin.size());
        if (end - begin > 2)
            words.insert(latin.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

// Changing, adding or leaving out one letter makes the one of the other.
bool differInOneLetter(const std::string &a, const std::string &b)
{
    const std::string &shorter = a.size() < b.size() ? a : b;
    const std::string &longer = a.size() < b.size() ? b : a;
    if (shorter.size() < 6 || longer.size() - shorter.size() > 1)
        return false;
    std::size_t i = 0;
    while (i < shorter.size() && shorter[i] == longer[i])
        ++i;
    const std::size_t rest = shorter.size() - i;
    return longer.size() == shorter.size()
               ? rest == 0 || shorter.substr(i + 1) == longer.substr(i + 1)
               : shorter.substr(i) == longer.substr(longer.size() - rest);
}

SameActor::Reason compareNames(const Name &a, const Name &b)
{
    if (a.text == b.text)
        return {80, "both are called " + a.text};
    if (!a.latin.empty() && a.latin == b.latin)
        return {75, a.text + " and " + b.text + " are one name in Latin letters"};
    for (const std::string &form : a.forms) {
        if (std::find(b.forms.begin(), b.forms.end(), form) != b.forms.end())
            return {70, a.text + " reads like " + b.text};
    }
    const std::set<std::string> first = wordsOf(a.latin);
    const std::set<std::string> second = wordsOf(b.latin);
    const bool isPart = !first.empty() && !second.empty() &&
                        (std::includes(first.begin(), first.end(), second.begin(), second.end()) ||
                         std::includes(second.begin(), second.end(), first.begin(), first.end()));
    if (isPart)
        return {45, a.text + " and " + b.text + " share all words of the shorter one"};
    if (differInOneLetter(a.latin, b.latin))
        return {40, a.text + " and " + b.text + " differ in one letter"};
    return {};
}

SameActor::Reason bestOf(const std::vector<Name> &ones, const std::vector<Name> &others)
{
    SameActor::Reason best;
    for (const Name &one : ones) {
        for (const Name &other : others) {
            if (SameActor::Reason reason = compareNames(one, other); reason.points > best.points)
                best = std::move(reason);
        }
    }
    return best;
}

void addCircumstances(SameActor &same, const Snapshot &snapshot, const Actor &one,
                      const Actor &other)
{
    if (one.kind == other.kind)
        same.reasons.push_back({10, "both are called a " + one.kind});
    else
        same.reasons.push_back({-40, "the one is a " + one.kind + ", the other a " + other.kind});
    for (const Role &role : *snapshot.roles) {
        if (role.actor != one.id)
            continue;
        for (const Role &held : *snapshot.roles) {
            if (held.actor == other.id && held.title == role.title && held.body == role.body) {
                same.reasons.push_back({10, "both held the post " + role.title});
                break;
            }
        }
    }
    const auto events = snapshot.participations->eventsOf(snapshot.actorRow(one.id));
    const auto others = snapshot.participations->eventsOf(snapshot.actorRow(other.id));
    std::vector<EventRow> both;
    std::set_intersection(events.begin(), events.end(), others.begin(), others.end(),
                          std::back_inserter(both),
                          [](EventRow a, EventRow b) { return a.value < b.value; });
    if (!both.empty()) {
        same.reasons.push_back(
            {-15, "both take part in " + std::to_string(both.size()) + " of the same events"});
    }
    const RelationColumns &relations = *snapshot.relations;
    const ActorRow oneRow = snapshot.actorRow(one.id);
    const ActorRow otherRow = snapshot.actorRow(other.id);
    for (RelationRow row{0}; row.value < relations.size(); ++row.value) {
        const ActorRow from = relations.from(row);
        const ActorRow to = relations.to(row);
        if ((from == oneRow && to == otherRow) || (from == otherRow && to == oneRow)) {
            same.reasons.push_back(
                {-50, "a relation ties them to each other: " +
                          std::string(relations.kindWords().word(relations.kind(row)))});
            break;
        }
    }
}

void addUp(SameActor &same)
{
    for (const SameActor::Reason &reason : same.reasons)
        same.score += reason.points;
    same.score = std::clamp(same.score, 0, 100);
}

}  // namespace

SameActor compareActors(const Snapshot &snapshot, ActorId one, ActorId other)
{
    SameActor same{other, 0, {}};
    const Actor *first = snapshot.actor(one);
    const Actor *second = snapshot.actor(other);
    if (first == nullptr || second == nullptr || one == other)
        return same;
    const NameForms reader;
    const SameActor::Reason name = bestOf(namesOf(*first, reader), namesOf(*second, reader));
    same.reasons.push_back(name.points > 0 ? name
                                           : SameActor::Reason{0, "no name of theirs is alike"});
    addCircumstances(same, snapshot, *first, *second);
    addUp(same);
    return same;
}

std::vector<SameActor> likelySame(const Snapshot &snapshot, ActorId actor, std::size_t most)
{
    std::vector<SameActor> likely;
    const Actor *self = snapshot.actor(actor);
    if (self == nullptr)
        return likely;
    const NameForms reader;
    const std::vector<Name> names = namesOf(*self, reader);
    for (const Actor &other : *snapshot.actors) {
        if (other.id == actor)
            continue;
        SameActor::Reason name = bestOf(names, namesOf(other, reader));
        if (name.points == 0)
            continue;
        SameActor same{other.id, 0, {std::move(name)}};
        addCircumstances(same, snapshot, *self, other);
        addUp(same);
        if (same.score > 0)
            likely.push_back(std::move(same));
    }
    std::stable_sort(likely.begin(), likely.end(),
                     [](const SameActor &a, const SameActor &b) { return a.score > b.score; });
    if (likely.size() > most)
        likely.resize(most);
    return likely;
}

}  // namespace dateline
