// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/participants.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace dateline {

namespace {

using Words = std::pair<std::string_view, std::string_view>;

// Nobody has both of them in one event.
constexpr std::array<Words, 8> kExcluding{{{"host", "visitor"},
                                           {"host", "guest"},
                                           {"sender", "recipient"},
                                           {"speaker", "target"},
                                           {"attacker", "target"},
                                           {"attacker", "victim"},
                                           {"buyer", "seller"},
                                           {"winner", "loser"}}};
// One event has one of them.
constexpr std::array<std::string_view, 9> kSingle{
    "host", "sender", "speaker", "attacker", "buyer", "seller", "winner", "author", "commander"};
constexpr std::array<std::string_view, 5> kBelonging{"member of", "part of", "belongs to",
                                                     "organ of", "works for"};

struct Said {
    const Claim *claim = nullptr;
    ClaimedPart what;

    bool isSameActor(const Said &other) const
    {
        return what.actor || other.what.actor ? what.actor == other.what.actor
                                              : what.name == other.what.name;
    }
};

template <std::size_t count>
bool isAmong(const std::array<std::string_view, count> &words, std::string_view word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool excludeEachOther(std::string_view one, std::string_view other)
{
    return std::any_of(kExcluding.begin(), kExcluding.end(), [&](const Words &words) {
        return (words.first == one && words.second == other) ||
               (words.first == other && words.second == one);
    });
}

// Kim and North Korea may both be called the host of one visit.
bool belongTogether(const Snapshot &snapshot, ActorId one, ActorId other)
{
    for (const Role &role : *snapshot.roles) {
        if ((role.actor == one && role.body == other) || (role.actor == other && role.body == one))
            return true;
    }
    const ActorRow first = snapshot.actorRow(one);
    const ActorRow second = snapshot.actorRow(other);
    if (first.isNull() || second.isNull())
        return false;
    const RelationColumns &relations = *snapshot.relations;
    for (std::uint32_t i = 0; i < relations.size(); ++i) {
        const RelationRow row{i};
        const bool joins = (relations.from(row) == first && relations.to(row) == second) ||
                           (relations.from(row) == second && relations.to(row) == first);
        if (joins && isAmong(kBelonging, relations.kindWords().word(relations.kind(row))))
            return true;
    }
    return false;
}

std::string nameOf(const Snapshot &snapshot, const Said &said)
{
    const Actor *actor = snapshot.actor(said.what.actor);
    return actor != nullptr ? actor->name : said.what.name;
}

// Whether the source of one claim also says what the other claim does: then the two agree.
bool saysToo(const std::vector<Said> &all, SourceId source, const Said &wanted)
{
    return std::any_of(all.begin(), all.end(), [&](const Said &said) {
        return said.claim->source == source && said.what.part == wanted.what.part &&
               said.isSameActor(wanted);
    });
}

bool isDisagreement(const Snapshot &snapshot, const std::vector<Said> &all, const Said &one,
                    const Said &other)
{
    if (one.claim->source == other.claim->source || saysToo(all, other.claim->source, one) ||
        saysToo(all, one.claim->source, other))
        return false;
    if (one.isSameActor(other))
        return excludeEachOther(one.what.part, other.what.part);
    return one.what.part == other.what.part && isAmong(kSingle, one.what.part) &&
           !(one.what.actor && other.what.actor &&
             belongTogether(snapshot, one.what.actor, other.what.actor));
}

}  // namespace

ClaimedPart claimedPart(const Snapshot &snapshot, std::string_view value)
{
    ClaimedPart claimed;
    const std::size_t sign = value.rfind('=');
    claimed.name = value.substr(0, sign);
    if (sign != std::string_view::npos)
        claimed.part = value.substr(sign + 1);
    for (const Actor &actor : *snapshot.actors) {
        if (!actor.externalId.empty() && actor.externalId == claimed.name) {
            claimed.actor = actor.id;
            return claimed;
        }
    }
    if (const Actor *actor = snapshot.actorNamed(claimed.name))
        claimed.actor = actor->id;
    return claimed;
}

Disagreement participantsAmong(const Snapshot &snapshot, const Claims &claims)
{
    const bool hasOneVoice = std::all_of(claims.begin(), claims.end(), [&](const Claim *claim) {
        return claim->source == claims.front()->source || claim->value == claims.front()->value;
    });
    if (hasOneVoice)
        return {};
    std::vector<Said> all;
    for (const Claim *claim : claims) {
        Said said{claim, claimedPart(snapshot, claim->value)};
        if (!said.what.part.empty())
            all.push_back(std::move(said));
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t j = i + 1; j < all.size(); ++j) {
            const Said &one = all[i];
            const Said &other = all[j];
            if (!isDisagreement(snapshot, all, one, other))
                continue;
            if (one.isSameActor(other))
                return {nameOf(snapshot, one) + " is the " + one.what.part +
                            " by one source, the " + other.what.part + " by another.",
                        {one.claim, other.claim}};
            return {"The " + one.what.part + " is " + nameOf(snapshot, one) + " or " +
                        nameOf(snapshot, other) + ".",
                    {one.claim, other.claim}};
        }
    }
    return {};
}

}  // namespace dateline
