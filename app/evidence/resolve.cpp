// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/resolve.h"

#include <algorithm>
#include <limits>

#include "app/evidence/disputes.h"
#include "app/evidence/standing.h"

namespace dateline {

namespace {

template <typename Key>
std::size_t countDistinct(std::vector<Key> keys)
{
    std::sort(keys.begin(), keys.end());
    return static_cast<std::size_t>(std::unique(keys.begin(), keys.end()) - keys.begin());
}

std::uint16_t toCount(std::size_t count)
{
    return static_cast<std::uint16_t>(
        std::min<std::size_t>(count, std::numeric_limits<std::uint16_t>::max()));
}

EventEvidence evidenceFrom(const Snapshot &snapshot, const Standings &standings,
                           const SharedUnits &units, ItemRef event,
                           const std::vector<const Claim *> &claims)
{
    // Most rows of a large file were coded by a machine and have one claim each.
    if (claims.size() == 1) {
        const bool isDenied = claims.front()->stance == Stance::Contradicts;
        return {1, 1, 1, isDenied, standings.of(event, claims, isDenied)};
    }
    std::vector<SourceId> sources;
    sources.reserve(claims.size());
    for (const Claim *claim : claims)
        sources.push_back(claim->source);
    EventEvidence evidence;
    evidence.claims = toCount(claims.size());
    evidence.sources = toCount(countDistinct(std::move(sources)));
    evidence.origins = toCount(static_cast<std::size_t>(standings.origins().countOf(claims)));
    evidence.isContested = !disputesAmong(snapshot, units, claims).empty();
    evidence.standing = standings.of(event, claims, evidence.isContested);
    return evidence;
}

}  // namespace

int independentOrigins(const Snapshot &snapshot, const std::vector<const Claim *> &claims)
{
    return Origins(snapshot).countOf(claims);
}

std::vector<EventEvidence> resolveEvents(const Snapshot &snapshot)
{
    // Equals: SELECT ... FROM claim WHERE about_kind = event GROUP BY about_id.
    std::vector<const Claim *> claims;
    claims.reserve(snapshot.claims->size());
    for (const Claim &claim : *snapshot.claims) {
        if (claim.about.kind == ItemKind::Event)
            claims.push_back(&claim);
    }
    const auto precedes = [](const Claim *a, const Claim *b) { return a->about.id < b->about.id; };
    if (claims.empty() && snapshot.rulings->empty())
        return {};
    if (!std::is_sorted(claims.begin(), claims.end(), precedes))
        std::stable_sort(claims.begin(), claims.end(), precedes);

    std::vector<EventEvidence> evidence(snapshot.events->size());
    const SharedUnits units = sharedUnits(snapshot);
    const Standings standings(snapshot);
    std::vector<const Claim *> group;
    for (auto first = claims.begin(); first != claims.end();) {
        const ItemRef event = (*first)->about;
        const auto last = std::find_if(
            first, claims.end(), [event](const Claim *claim) { return claim->about != event; });
        group.assign(first, last);
        const EventRow row = snapshot.events->rowOf(event.event());
        if (!row.isNull())
            evidence[row.value] = evidenceFrom(snapshot, standings, units, event, group);
        first = last;
    }
    for (const Ruling &ruling : *snapshot.rulings) {
        const EventRow row = snapshot.events->rowOf(ruling.about.event());
        if (!row.isNull())
            evidence[row.value].standing = ruling.standing;
    }
    return evidence;
}

std::vector<Dispute> disputesAbout(const Snapshot &snapshot, ItemRef item)
{
    return disputesAmong(snapshot, sharedUnits(snapshot), snapshot.claimsAbout(item));
}

}  // namespace dateline
