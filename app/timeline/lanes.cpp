// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/lanes.h"

#include <algorithm>
#include <type_traits>

#include "app/timeline/lane_builder.h"

namespace dateline {

ItemRef Lanes::item(const Lane &lane) const
{
    if (lane.form != LaneForm::Item)
        return {};
    if (grouping == Grouping::Actor)
        return (*actors)[lane.key].id;
    if (grouping == Grouping::Source)
        return (*sources)[lane.key].id;
    return {};
}

std::string_view Lanes::word(const Lane &lane) const
{
    if (lane.form != LaneForm::Item)
        return {};
    if (grouping == Grouping::Kind)
        return events->kindWords().word(lane.key);
    if (grouping == Grouping::Place)
        return events->placeWords().word(lane.key);
    return {};
}

std::string_view Lanes::name(const Lane &lane) const
{
    if (lane.isGroup())
        return groups[lane.key];
    const bool isRest = lane.form == LaneForm::Rest;
    switch (grouping) {
    case Grouping::None:
        return words.allEvents;
    case Grouping::Actor:
        return isRest ? words.noActor : (*actors)[lane.key].name;
    case Grouping::Kind:
        return isRest ? std::string_view(words.noKind) : word(lane);
    case Grouping::Place:
        return isRest ? std::string_view(words.noPlace) : word(lane);
    case Grouping::Source:
        return isRest ? words.noSource : (*sources)[lane.key].title;
    }
    return {};
}

std::string Lanes::note(const Lane &lane) const
{
    if (lane.form == LaneForm::OpenGroup)
        return words.laneCount(lane.members);
    if (lane.form == LaneForm::ClosedGroup)
        return words.laneCount(lane.members) + " \u00b7 " + words.eventCount(lane.count());
    if (lane.form == LaneForm::Item && grouping == Grouping::Actor) {
        const auto held =
            std::lower_bound(roles.begin(), roles.end(), lane.key,
                             [](const auto &role, std::uint32_t key) { return role.first < key; });
        if (held != roles.end() && held->first == lane.key)
            return held->second;
    }
    return words.eventCount(lane.count());
}

std::span<const std::uint32_t> Lanes::actorRows() const
{
    // A row is its number and nothing else, so that many rows are many numbers.
    static_assert(std::is_standard_layout_v<EventRow> && sizeof(EventRow) == sizeof(std::uint32_t));
    const std::span<const EventRow> rowsOfActors = participations->actorEvents();
    return {rowsOfActors.empty() ? nullptr : &rowsOfActors.front().value, rowsOfActors.size()};
}

std::uint32_t Lanes::laneOf(ItemRef wanted) const
{
    std::size_t key = laneOfKey.size();
    if (grouping == Grouping::Actor && wanted.actor() && actors)
        key = actors->rowOf(wanted.actor());
    else if (grouping == Grouping::Source && wanted.source() && sources)
        key = sources->rowOf(wanted.source());
    return key < laneOfKey.size() ? laneOfKey[key] : kNone;
}

Lanes buildLanes(const Snapshot &snapshot, const RowSet &placed, Grouping grouping, LaneOrder order,
                 std::optional<Instant> asOf, const LaneWords &words)
{
    LaneWish wish;
    wish.grouping = grouping;
    wish.order = order;
    wish.asOf = asOf;
    return LaneBuilder().build(snapshot, placed, wish, words);
}

}  // namespace dateline
