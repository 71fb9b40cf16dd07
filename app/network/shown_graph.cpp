// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/shown_graph.h"

#include <algorithm>

namespace dateline {

namespace {

std::vector<FoldedGroup> foldedIn(const GraphChoice &choice, const Snapshot &snapshot)
{
    std::vector<FoldedGroup> groups;
    for (const ActorGroup &group : choice.groups) {
        if (!group.isFolded)
            continue;
        FoldedGroup one;
        one.name = group.name;
        for (const ActorId member : group.members) {
            const ActorRow row = snapshot.actorRow(member);
            if (row.isNull())
                continue;
            if (one.leader.isNull())
                one.leader = row;
            else
                one.others.push_back(row);
        }
        if (!one.others.empty())
            groups.push_back(std::move(one));
    }
    return groups;
}

// With a window, what there was in it, not what there is on its last day.
void limitTo(const TimeSpan &window, const Snapshot &snapshot, NetworkQuery &query,
             RowSet &windowEvents)
{
    const EventColumns &events = *snapshot.events;
    windowEvents = RowSet(events.size());
    const EventColumns::Range near = events.candidates(window);
    for (std::uint32_t i = near.first; i < near.last; ++i) {
        const EventRow row{i};
        if ((!query.events || query.events->contains(row)) &&
            TimeSpan::between(events.begins()[i], events.ends()[i]).overlaps(window))
            windowEvents.insert(row);
    }
    query.events = &windowEvents;
    query.range = query.range
                      ? TimeSpan::between(
                            std::max(query.range->begin(), window.begin()),
                            std::max(window.begin(), std::min(query.range->end(), window.end())))
                      : window;
    query.asOf.reset();
}

}  // namespace

NetworkQuery queryFor(const Snapshot &snapshot, const ShownGraph &shown, const RowSet *events,
                      std::optional<std::vector<ActorRow>> candidates, RowSet &windowEvents)
{
    NetworkQuery query;
    query.events = events;
    query.asOf = shown.asOf;
    query.range = shown.range;
    query.withSharedEvents = shown.look.withSharedEvents;
    query.withRoles = shown.look.withRoles;
    query.withQuotations = shown.look.withQuotations;
    query.actors = std::move(candidates);
    if (shown.choice.hides()) {
        if (!query.actors) {
            query.actors.emplace();
            for (std::uint32_t i = 0; i < snapshot.actors->size(); ++i)
                query.actors->push_back(ActorRow{i});
        }
        std::erase_if(*query.actors,
                      [&](ActorRow row) { return !shown.choice.isShown(snapshot.actor(row).id); });
    }
    query.folded = foldedIn(shown.choice, snapshot);
    if (shown.windowSeconds && query.asOf && !query.asOf->isDistant())
        limitTo(TimeSpan::between(Instant{query.asOf->seconds - *shown.windowSeconds}, *query.asOf),
                snapshot, query, windowEvents);
    return query;
}

std::vector<std::uint8_t> dimmedNodes(const Network &network, const std::optional<Instant> &asOf,
                                      const std::vector<ActorRow> *bright)
{
    std::vector<std::uint8_t> flags(network.nodeCount(), 0);
    if (asOf)
        for (std::uint32_t node = 0; node < network.nodeCount(); ++node)
            flags[node] = network.linksOf(node).empty() && network.nodes()[node].events == 0;
    if (bright == nullptr)
        return flags;
    std::vector<std::uint8_t> isOut(network.nodeCount(), 1);
    for (const ActorRow row : *bright)
        if (const std::uint32_t node = network.nodeOf(row); node != Network::kNone)
            isOut[node] = 0;
    for (std::uint32_t node = 0; node < network.nodeCount(); ++node)
        flags[node] = flags[node] != 0 || isOut[node] != 0;
    return flags;
}

}  // namespace dateline
