// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/place_names.h"

#include <algorithm>
#include <array>

namespace dateline {

namespace {

constexpr std::array<std::string_view, 6> kLiesIn{"part of",    "in",         "lies in",
                                                  "located in", "capital of", "city in"};

std::string folded(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(' ');
    if (first == std::string_view::npos)
        return {};
    std::string out(text.substr(first, text.find_last_not_of(' ') - first + 1));
    for (char &c : out) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c + ('a' - 'A'));
    }
    return out;
}

}  // namespace

PlaceNames::PlaceNames(const Snapshot &snapshot)
{
    const RelationColumns &relations = *snapshot.relations;
    for (RelationRow row{0}; row.value < relations.size(); ++row.value) {
        const std::string kind = folded(relations.kindWords().word(relations.kind(row)));
        if (std::find(kLiesIn.begin(), kLiesIn.end(), kind) != kLiesIn.end())
            m_above[snapshot.actor(relations.from(row)).id].push_back(
                snapshot.actor(relations.to(row)).id);
    }
    for (const Actor &actor : *snapshot.actors) {
        m_actors.try_emplace(folded(actor.name), actor.id);
        for (const Alias &alias : actor.aliases)
            m_actors.try_emplace(folded(alias.text), actor.id);
    }
}

std::vector<std::string> PlaceNames::around(std::string_view place) const
{
    std::vector<std::string> names;
    std::vector<ActorId> actors;
    const auto add = [&](const std::string &name) {
        names.push_back(name);
        const auto actor = m_actors.find(name);
        if (actor != m_actors.end() &&
            std::find(actors.begin(), actors.end(), actor->second) == actors.end())
            actors.push_back(actor->second);
    };
    for (std::size_t begin = 0; begin <= place.size();) {
        const std::size_t comma = std::min(place.find(',', begin), place.size());
        add(folded(place.substr(begin, comma - begin)));
        begin = comma + 1;
    }
    for (std::size_t i = 0; i < actors.size(); ++i) {
        const auto above = m_above.find(actors[i]);
        if (above == m_above.end())
            continue;
        for (const ActorId actor : above->second) {
            if (std::find(actors.begin(), actors.end(), actor) == actors.end())
                actors.push_back(actor);
        }
    }
    for (const ActorId actor : actors)
        names.push_back("#" + std::to_string(actor.value));
    return names;
}

bool PlaceNames::canBeOne(std::string_view a, std::string_view b) const
{
    const std::vector<std::string> first = around(a);
    const std::vector<std::string> second = around(b);
    // The first name is the place itself; the rest is what it lies in.
    const auto holds = [this](const std::vector<std::string> &names, const std::string &name) {
        const auto actor = m_actors.find(name);
        return std::find(names.begin(), names.end(), name) != names.end() ||
               (actor != m_actors.end() &&
                std::find(names.begin(), names.end(), "#" + std::to_string(actor->second.value)) !=
                    names.end());
    };
    return first.front().empty() || second.front().empty() || holds(first, second.front()) ||
           holds(second, first.front());
}

}  // namespace dateline
