// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/graph_choice.h"

#include <algorithm>

namespace dateline {

bool GraphChoice::isShown(ActorId actor) const
{
    return !std::binary_search(hidden.begin(), hidden.end(), actor) &&
           (!only || std::binary_search(only->begin(), only->end(), actor));
}

const ActorGroup *GraphChoice::groupOf(ActorId actor) const
{
    for (const ActorGroup &group : groups)
        if (std::binary_search(group.members.begin(), group.members.end(), actor))
            return &group;
    return nullptr;
}

void GraphChoice::hide(ActorId actor)
{
    const auto at = std::lower_bound(hidden.begin(), hidden.end(), actor);
    if (at == hidden.end() || *at != actor)
        hidden.insert(at, actor);
}

void GraphChoice::show(ActorId actor)
{
    std::erase(hidden, actor);
    if (!only)
        return;
    const auto at = std::lower_bound(only->begin(), only->end(), actor);
    if (at == only->end() || *at != actor)
        only->insert(at, actor);
}

void GraphChoice::group(std::string name, std::vector<ActorId> actors)
{
    std::sort(actors.begin(), actors.end());
    actors.erase(std::unique(actors.begin(), actors.end()), actors.end());
    for (ActorGroup &other : groups)
        std::erase_if(other.members, [&actors](ActorId member) {
            return std::binary_search(actors.begin(), actors.end(), member);
        });
    groups.push_back({std::move(name), std::move(actors), true});
    std::erase_if(groups, [](const ActorGroup &other) { return other.members.size() < 2; });
}

}  // namespace dateline
