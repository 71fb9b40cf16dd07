// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/fallen_part.h"

#include <algorithm>

namespace dateline {

NetworkPart fallenPart(const Snapshot &snapshot, const NetworkQuery &query, const Network &network,
                       const std::vector<ItemRef> &doubted,
                       const std::function<bool(ItemRef)> &falls)
{
    constexpr std::uint32_t kMostDerived = 3'000;
    NetworkPart part;
    for (const ItemRef item : doubted) {
        const ActorRow row = snapshot.actorRow(item.actor());
        const std::uint32_t node = row.isNull() ? Network::kNone : network.nodeOf(row);
        if (node != Network::kNone)
            part.nodes.push_back(node);
    }
    for (std::uint32_t link = 0; link < network.linkCount(); ++link) {
        const NetworkLink &row = network.links()[link];
        bool isFallen = false;
        if (row.origin == LinkOrigin::Relation) {
            isFallen = falls(snapshot.relations->id(row.relation));
        } else if (row.origin == LinkOrigin::Role) {
            isFallen = falls(row.role);
        } else if (network.linkCount() <= kMostDerived) {
            const std::vector<ItemRef> behind = itemsBehind(snapshot, query, network, link);
            isFallen = !behind.empty() && std::all_of(behind.begin(), behind.end(), falls);
        }
        if (isFallen)
            part.links.push_back(link);
    }
    return part;
}

}  // namespace dateline
