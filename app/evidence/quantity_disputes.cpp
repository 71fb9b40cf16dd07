// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/quantity_disputes.h"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>

#include "app/model/quantity_notation.h"

namespace dateline {

namespace {

struct Count {
    const Claim *claim = nullptr;
    CountedRange range;

    double low() const { return range.low.value_or(-std::numeric_limits<double>::infinity()); }
    double high() const { return range.high.value_or(std::numeric_limits<double>::infinity()); }
    auto key() const { return std::tuple(std::string_view(range.unit), low(), high()); }
};

// The counts are all of one unit.
Disagreement rangesAmong(const SharedUnits &units, const std::vector<Count> &counts)
{
    const auto most =
        std::max_element(counts.begin(), counts.end(),
                         [](const Count &a, const Count &b) { return a.low() < b.low(); });
    const auto least =
        std::min_element(counts.begin(), counts.end(),
                         [](const Count &a, const Count &b) { return a.high() < b.high(); });
    if (most->low() <= least->high() ||
        units.contains({most->claim->about.event(), most->range.unit}))
        return {};
    Disagreement disagreement{quoted(least->claim->value) + " and " + quoted(most->claim->value) +
                                  " cannot both be right.",
                              {}};
    for (const Count &count : counts)
        disagreement.claims.push_back(count.claim);
    return disagreement;
}

// The counts are all the same. Sources that agree on a number but name nobody in common as having
// counted disagree on who counted.
Disagreement countersAmong(const Snapshot &snapshot, const std::vector<Count> &counts)
{
    std::vector<std::pair<ActorId, SourceId>> counters;
    std::vector<SourceId> sources;
    Disagreement disagreement;
    for (const Count &count : counts) {
        if (count.claim->attribution.empty())
            continue;
        counters.emplace_back(count.claim->attribution.front(), count.claim->source);
        sources.push_back(count.claim->source);
        disagreement.claims.push_back(count.claim);
    }
    const auto makeDistinct = [](auto &values) {
        std::sort(values.begin(), values.end());
        values.erase(std::unique(values.begin(), values.end()), values.end());
    };
    makeDistinct(counters);
    makeDistinct(sources);
    for (auto first = counters.begin(); first != counters.end();) {
        const auto last = std::find_if(
            first, counters.end(), [&](const auto &other) { return other.first != first->first; });
        if (static_cast<std::size_t>(last - first) == sources.size())
            return {};
        first = last;
    }
    if (sources.size() < 2)
        return {};
    const ActorId one = disagreement.claims.front()->attribution.front();
    const auto other =
        std::find_if(disagreement.claims.begin(), disagreement.claims.end(),
                     [one](const Claim *claim) { return claim->attribution.front() != one; });
    const auto name = [&](ActorId id) {
        const Actor *actor = snapshot.actor(id);
        return actor != nullptr ? actor->name : std::string("somebody unknown");
    };
    disagreement.reason = quoted(disagreement.claims.front()->value) + " was counted by " +
                          name(one) + " or by " + name((*other)->attribution.front()) + ".";
    return disagreement;
}

}  // namespace

SharedUnits sharedUnits(const Snapshot &snapshot)
{
    std::map<std::pair<EventId, std::string_view>, int> uses;
    SharedUnits shared;
    for (const Quantity &quantity : *snapshot.quantities) {
        if (++uses[{quantity.event, quantity.unit}] == 2)
            shared.emplace(quantity.event, quantity.unit);
    }
    return shared;
}

Disagreement quantitiesAmong(const Snapshot &snapshot, const SharedUnits &units,
                             const Claims &claims)
{
    std::vector<Count> counts;
    for (const Claim *claim : claims) {
        if (std::optional<CountedRange> range = parseCountedRange(claim->value))
            counts.push_back({claim, std::move(*range)});
    }
    std::stable_sort(counts.begin(), counts.end(),
                     [](const Count &a, const Count &b) { return a.key() < b.key(); });
    const auto eachRun = [&](auto isSame, auto examine) {
        for (auto first = counts.begin(); first != counts.end();) {
            const auto last = std::find_if(first, counts.end(),
                                           [&](const Count &c) { return !isSame(*first, c); });
            if (Disagreement disagreement = examine(std::vector<Count>(first, last));
                !disagreement.reason.empty())
                return disagreement;
            first = last;
        }
        return Disagreement{};
    };
    Disagreement disagreement =
        eachRun([](auto &a, auto &b) { return a.range.unit == b.range.unit; },
                [&](const auto &run) { return rangesAmong(units, run); });
    if (disagreement.reason.empty()) {
        disagreement = eachRun([](auto &a, auto &b) { return a.key() == b.key(); },
                               [&](const auto &run) { return countersAmong(snapshot, run); });
    }
    return disagreement;
}

}  // namespace dateline
