// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/resolve.h"

#include <algorithm>
#include <limits>

#include "app/evidence/disputes.h"

namespace dateline {

namespace {

// Who stands at the beginning of a claim: the first hop, else the outlet of its source, else the
// source itself. Outlets are actors; sources without one get numbers that no actor has.
std::int64_t originOf(const Snapshot &snapshot, const Claim &claim)
{
    if (!claim.attribution.empty())
        return claim.attribution.front().value;
    const Source *source = snapshot.sources->find(claim.source);
    return source != nullptr && source->outlet ? source->outlet.value : -claim.source.value;
}

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

EventEvidence evidenceFrom(const Snapshot &snapshot, const SharedUnits &units,
                           const std::vector<const Claim *> &claims)
{
    // Most rows of a large file were coded by a machine and have one claim each.
    if (claims.size() == 1)
        return {1, 1, 1, claims.front()->stance == Stance::Contradicts};
    std::vector<SourceId> sources;
    sources.reserve(claims.size());
    for (const Claim *claim : claims)
        sources.push_back(claim->source);
    EventEvidence evidence;
    evidence.claims = toCount(claims.size());
    evidence.sources = toCount(countDistinct(std::move(sources)));
    evidence.origins = toCount(static_cast<std::size_t>(independentOrigins(snapshot, claims)));
    evidence.isContested = !disputesAmong(snapshot, units, claims).empty();
    return evidence;
}

}  // namespace

int independentOrigins(const Snapshot &snapshot, const std::vector<const Claim *> &claims)
{
    std::vector<std::int64_t> origins;
    origins.reserve(claims.size());
    for (const Claim *claim : claims)
        origins.push_back(originOf(snapshot, *claim));
    return static_cast<int>(countDistinct(std::move(origins)));
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
    if (!std::is_sorted(claims.begin(), claims.end(), precedes))
        std::stable_sort(claims.begin(), claims.end(), precedes);

    std::vector<EventEvidence> evidence(snapshot.events->size());
    const SharedUnits units = sharedUnits(snapshot);
    std::vector<const Claim *> group;
    for (auto first = claims.begin(); first != claims.end();) {
        const ItemRef event = (*first)->about;
        const auto last = std::find_if(
            first, claims.end(), [event](const Claim *claim) { return claim->about != event; });
        group.assign(first, last);
        const EventRow row = snapshot.events->rowOf(event.event());
        if (!row.isNull())
            evidence[row.value] = evidenceFrom(snapshot, units, group);
        first = last;
    }
    return evidence;
}

std::vector<Dispute> disputesAbout(const Snapshot &snapshot, ItemRef item)
{
    return disputesAmong(snapshot, sharedUnits(snapshot), snapshot.claimsAbout(item));
}

}  // namespace dateline
