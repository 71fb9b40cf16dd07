// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/origins.h"

#include <algorithm>
#include <string>

namespace dateline {

Origins::Origins(const Snapshot &snapshot)
{
    std::unordered_map<std::string, std::int64_t> byBytes;
    for (const Source &source : *snapshot.sources) {
        const Source *oldest = &source;
        // A ring of versions cannot be made by hand, but a file may hold one.
        for (std::size_t steps = snapshot.sources->size(); steps > 0; --steps) {
            const Source *older = snapshot.sources->find(oldest->supersedes);
            if (older == nullptr)
                break;
            oldest = older;
        }
        if (source.outlet || oldest->outlet) {
            m_ofSource[source.id.value] =
                source.outlet ? source.outlet.value : oldest->outlet.value;
            continue;
        }
        std::int64_t origin = -oldest->id.value;
        if (!oldest->sha256.empty())
            origin = byBytes.try_emplace(oldest->sha256, origin).first->second;
        m_ofSource[source.id.value] = origin;
    }
}

std::int64_t Origins::of(const Claim &claim) const
{
    if (!claim.attribution.empty())
        return claim.attribution.front().value;
    const auto found = m_ofSource.find(claim.source.value);
    return found == m_ofSource.end() ? -claim.source.value : found->second;
}

int Origins::countOf(const std::vector<const Claim *> &claims) const
{
    std::vector<std::int64_t> origins;
    origins.reserve(claims.size());
    for (const Claim *claim : claims)
        origins.push_back(of(*claim));
    std::sort(origins.begin(), origins.end());
    return static_cast<int>(std::unique(origins.begin(), origins.end()) - origins.begin());
}

}  // namespace dateline
