// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/network_changes.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace dateline {

namespace {

using RowPair = std::pair<ActorRow, ActorRow>;

struct Tie {
    RowPair ends;
    TieStrength strength;
};

// Every tied pair once, ascending.
std::vector<Tie> tiesOf(const Network &network)
{
    std::vector<Tie> ties;
    ties.reserve(network.links().size());
    for (const NetworkLink &link : network.links()) {
        const ActorRow from = network.nodes()[link.from].actor;
        const ActorRow to = network.nodes()[link.to].actor;
        Tie tie{{std::min(from, to), std::max(from, to)}, {}};
        if (link.origin == LinkOrigin::Relation || link.origin == LinkOrigin::Role) {
            tie.strength.stored = 1;
            tie.strength.surest = UINT8_MAX - static_cast<std::uint32_t>(link.certainty);
            tie.strength.sources = link.sources;
        } else {
            tie.strength.weight = link.weight;
        }
        ties.push_back(tie);
    }
    std::stable_sort(ties.begin(), ties.end(),
                     [](const Tie &a, const Tie &b) { return a.ends < b.ends; });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < ties.size(); ++i) {
        if (kept > 0 && ties[kept - 1].ends == ties[i].ends) {
            TieStrength &all = ties[kept - 1].strength;
            all.stored += ties[i].strength.stored;
            all.surest = std::max(all.surest, ties[i].strength.surest);
            all.sources += ties[i].strength.sources;
            all.weight += ties[i].strength.weight;
        } else {
            ties[kept++] = ties[i];
        }
    }
    ties.resize(kept);
    // Shared events are not counted while something is stored: nor may they then be missed.
    for (Tie &tie : ties)
        if (tie.strength.stored > 0)
            tie.strength.weight = 0;
    return ties;
}

std::map<ActorRow, std::uint32_t> degreesOf(const std::vector<Tie> &ties)
{
    std::map<ActorRow, std::uint32_t> degrees;
    for (const Tie &tie : ties) {
        ++degrees[tie.ends.first];
        ++degrees[tie.ends.second];
    }
    return degrees;
}

template <typename Amount>
Change changeFrom(const Amount &before, const Amount &after)
{
    if (before == Amount{})
        return Change::Added;
    if (after == Amount{})
        return Change::Gone;
    return before < after ? Change::Stronger : Change::Weaker;
}

std::int64_t sizeOf(const TieStrength &strength)
{
    return std::int64_t{strength.stored} * 1'000'000 + std::int64_t{strength.sources} * 1'000 +
           strength.weight;
}

std::int64_t differenceOf(const TieChange &change)
{
    return std::abs(sizeOf(change.after) - sizeOf(change.before));
}

std::int64_t differenceOf(const ActorChange &change)
{
    return std::abs(std::int64_t{change.after} - std::int64_t{change.before});
}

template <typename Row>
void sortByWeight(std::vector<Row> &rows)
{
    std::stable_sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) {
        return std::pair(a.change, -differenceOf(a)) < std::pair(b.change, -differenceOf(b));
    });
}

}  // namespace

NetworkChanges changesBetween(const Network &before, const Network &after)
{
    const std::vector<Tie> then = tiesOf(before);
    const std::vector<Tie> now = tiesOf(after);
    NetworkChanges changes;
    const auto note = [&changes](const RowPair &ends, const TieStrength &was,
                                 const TieStrength &is) {
        if (was != is)
            changes.ties.push_back({changeFrom(was, is), ends.first, ends.second, was, is});
    };
    for (std::size_t i = 0, j = 0; i < then.size() || j < now.size();) {
        if (j == now.size() || (i < then.size() && then[i].ends < now[j].ends)) {
            note(then[i].ends, then[i].strength, {});
            ++i;
        } else if (i == then.size() || now[j].ends < then[i].ends) {
            note(now[j].ends, {}, now[j].strength);
            ++j;
        } else {
            note(now[j].ends, then[i++].strength, now[j].strength);
            ++j;
        }
    }
    const auto degreesThen = degreesOf(then);
    auto degreesNow = degreesOf(now);
    for (const auto &[actor, count] : degreesThen) {
        const auto found = degreesNow.find(actor);
        const std::uint32_t is = found != degreesNow.end() ? found->second : 0;
        if (is != count)
            changes.actors.push_back({changeFrom(count, is), actor, count, is});
    }
    for (const auto &[actor, count] : degreesNow)
        if (!degreesThen.contains(actor))
            changes.actors.push_back({Change::Added, actor, 0, count});
    sortByWeight(changes.ties);
    sortByWeight(changes.actors);
    return changes;
}

}  // namespace dateline
