// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/time_steps.h"

#include <algorithm>

#include "app/model/civil_date.h"

namespace dateline {

std::vector<Instant> timeSteps(const Snapshot &snapshot, const NetworkQuery &query,
                               std::size_t count)
{
    std::vector<Instant> days;
    const auto note = [&days](Instant at) {
        if (at.isDistant())
            return;
        const Instant end = unitAround(at, Precision::Day).end();
        days.push_back(end.isDistant() ? at : Instant{end.seconds - 1});
    };
    const EventColumns &events = *snapshot.events;
    for (std::uint32_t i = 0; i < events.datedSize(); ++i)
        if (!query.events || query.events->contains(EventRow{i}))
            note(events.begins()[i]);
    for (std::uint32_t i = 0; i < snapshot.relations->size(); ++i) {
        note(snapshot.relations->when(RelationRow{i}).bounds.earliestBegin);
        note(snapshot.relations->when(RelationRow{i}).bounds.latestEnd);
    }
    for (const Role &role : *snapshot.roles) {
        note(role.when.when().bounds.earliestBegin);
        note(role.when.when().bounds.latestEnd);
    }
    if (query.range)
        std::erase_if(days, [&query](Instant day) {
            return day < query.range->begin() || query.range->end() < day;
        });
    std::sort(days.begin(), days.end());
    std::vector<Instant> steps;
    for (std::size_t i = 0; i < count && !days.empty(); ++i) {
        // From the first to the last; a single one is the last.
        const Instant day =
            days[count == 1 ? days.size() - 1 : i * (days.size() - 1) / (count - 1)];
        if (steps.empty() || steps.back() < day)
            steps.push_back(day);
    }
    return steps;
}

std::vector<ActorRow> actorsPresent(const Snapshot &snapshot, const NetworkQuery &query)
{
    const Network network = buildNetwork(snapshot, query);
    std::vector<ActorRow> present;
    for (std::uint32_t node = 0; node < network.nodeCount(); ++node) {
        if (network.linksOf(node).empty() && network.nodes()[node].events == 0)
            continue;
        const std::vector<ActorRow> actors = network.actorsAt(node);
        present.insert(present.end(), actors.begin(), actors.end());
    }
    std::sort(present.begin(), present.end());
    return present;
}

}  // namespace dateline
