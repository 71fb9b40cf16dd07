// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/support.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace dateline {

namespace {

// Runs of claims about one item.
template <typename Visit>
void forEachItem(const std::vector<const Claim *> &claims, const Visit &visit)
{
    for (auto first = claims.begin(); first != claims.end();) {
        const ItemRef item = (*first)->about;
        const auto last = std::find_if(first, claims.end(),
                                       [item](const Claim *claim) { return claim->about != item; });
        visit(item, std::span<const Claim *const>(first, last));
        first = last;
    }
}

}  // namespace

bool Fallen::contains(ItemRef item) const
{
    if (item.kind == ItemKind::Claim)
        return std::binary_search(claims.begin(), claims.end(), item.claim());
    if (item.kind == ItemKind::Source)
        return std::binary_search(sources.begin(), sources.end(), item.source());
    return std::binary_search(items.begin(), items.end(), item);
}

SupportGraph::SupportGraph(SnapshotPointer snapshot) : m_snapshot(std::move(snapshot))
{
    for (const Claim &claim : *m_snapshot->claims) {
        if (!claim.about.isNull() && claim.stance == Stance::Supports)
            m_claims.push_back(&claim);
    }
    std::stable_sort(m_claims.begin(), m_claims.end(),
                     [](const Claim *a, const Claim *b) { return a->about < b->about; });
}

std::vector<ItemRef> SupportGraph::supportsOf(const Claim &claim) const
{
    std::vector<ItemRef> supports{claim.source};
    for (const ActorId hop : claim.attribution)
        supports.emplace_back(hop);
    const Source *source = m_snapshot->sources->find(claim.source);
    if (source != nullptr && source->outlet)
        supports.emplace_back(source->outlet);
    std::sort(supports.begin(), supports.end());
    supports.erase(std::unique(supports.begin(), supports.end()), supports.end());
    return supports;
}

Fallen SupportGraph::without(std::span<const ItemRef> doubted) const
{
    Fallen fallen;
    if (doubted.empty())
        return fallen;
    const std::unordered_set<ItemRef> wrong(doubted.begin(), doubted.end());
    std::unordered_set<SourceId> wrongSources;
    for (const Source &source : *m_snapshot->sources) {
        if (wrong.count(source.id) != 0 || (source.outlet && wrong.count(source.outlet) != 0)) {
            wrongSources.insert(source.id);
            fallen.sources.push_back(source.id);
        }
    }
    const auto falls = [&](const Claim &claim) {
        return wrongSources.count(claim.source) != 0 ||
               std::any_of(claim.attribution.begin(), claim.attribution.end(),
                           [&](ActorId hop) { return wrong.count(hop) != 0; });
    };
    for (const Claim &claim : *m_snapshot->claims) {
        if (falls(claim))
            fallen.claims.push_back(claim.id);
    }
    const auto isFallen = [&](const Claim *claim) {
        return std::binary_search(fallen.claims.begin(), fallen.claims.end(), claim->id);
    };
    forEachItem(m_claims, [&](ItemRef item, std::span<const Claim *const> claims) {
        if (std::all_of(claims.begin(), claims.end(), isFallen)) {
            fallen.items.push_back(item);
            return;
        }
        std::map<std::string, bool> standing;  // by field: whether a claim is left
        for (const Claim *claim : claims) {
            if (!claim->field.empty())
                standing[claim->field] = standing[claim->field] || !isFallen(claim);
        }
        for (const auto &[field, isLeft] : standing) {
            if (!isLeft)
                fallen.fields.push_back({item, field});
        }
    });
    return fallen;
}

std::vector<ItemRef> SupportGraph::soleSupports(ItemRef item) const
{
    const auto first =
        std::lower_bound(m_claims.begin(), m_claims.end(), item,
                         [](const Claim *claim, ItemRef want) { return claim->about < want; });
    std::vector<ItemRef> common;
    for (auto claim = first; claim != m_claims.end() && (*claim)->about == item; ++claim) {
        const std::vector<ItemRef> supports = supportsOf(**claim);
        if (claim == first) {
            common = supports;
            continue;
        }
        std::vector<ItemRef> both;
        std::set_intersection(common.begin(), common.end(), supports.begin(), supports.end(),
                              std::back_inserter(both));
        common = std::move(both);
    }
    return common;
}

std::vector<SupportGraph::Keystone> SupportGraph::keystones() const
{
    std::map<ItemRef, std::size_t> counts;
    forEachItem(m_claims, [&](ItemRef item, std::span<const Claim *const>) {
        for (const ItemRef support : soleSupports(item))
            ++counts[support];
    });
    std::vector<Keystone> keystones;
    for (const auto &[support, items] : counts)
        keystones.push_back({support, items});
    std::stable_sort(keystones.begin(), keystones.end(),
                     [](const Keystone &a, const Keystone &b) { return a.items > b.items; });
    return keystones;
}

}  // namespace dateline
