// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/standing.h"

#include <algorithm>

#include "app/evidence/resolve.h"

namespace dateline {

Standings::Standings(const Snapshot &snapshot) : m_snapshot(snapshot), m_origins(snapshot)
{
    for (const Source &source : *snapshot.sources) {
        if (source.supersedes)
            m_worthOfSource[source.supersedes.value] = Worth::Superseded;
    }
    for (const Ruling &ruling : *snapshot.rulings) {
        if (ruling.about.kind != ItemKind::Source)
            continue;
        if (ruling.standing == Standing::Retracted)
            m_worthOfSource[ruling.about.id] = Worth::Retracted;
        else if (ruling.standing == Standing::Doubtful)
            m_worthOfSource[ruling.about.id] = Worth::Doubtful;
        else if (ruling.standing == Standing::Corrected)
            m_worthOfSource[ruling.about.id] = Worth::Superseded;
    }
}

Standings::Worth Standings::worthOf(const Claim &claim) const
{
    if (!m_snapshot.rulings->empty()) {
        const Ruling *ruling = m_snapshot.rulingOn(claim.id);
        if (ruling != nullptr && ruling->standing == Standing::Retracted)
            return Worth::Retracted;
        if (ruling != nullptr && ruling->standing == Standing::Corrected)
            return Worth::Superseded;
    }
    const auto found = m_worthOfSource.find(claim.source.value);
    return found == m_worthOfSource.end() ? Worth::Counts : found->second;
}

Standing Standings::byClaims(const std::vector<const Claim *> &claims, bool isContested) const
{
    // Most items of a large file have one claim, which a machine coded.
    if (claims.size() == 1 && claims.front()->stance == Stance::Supports) {
        const Worth worth = worthOf(*claims.front());
        return worth == Worth::Retracted    ? Standing::Retracted
               : worth == Worth::Superseded ? Standing::Corrected
               : isContested                ? Standing::Disputed
                                            : Standing::Open;
    }
    std::vector<const Claim *> counting;
    std::size_t supporting = 0;
    std::size_t retracted = 0;
    std::size_t superseded = 0;
    for (const Claim *claim : claims) {
        if (claim->stance == Stance::Contradicts)
            continue;
        ++supporting;
        const Worth worth = worthOf(*claim);
        retracted += worth == Worth::Retracted ? 1u : 0u;
        superseded += worth == Worth::Superseded ? 1u : 0u;
        if (worth == Worth::Counts)
            counting.push_back(claim);
    }
    if (supporting > 0 && retracted == supporting)
        return Standing::Retracted;
    if (isContested)
        return Standing::Disputed;
    if (counting.empty() && superseded > 0)
        return Standing::Corrected;
    return m_origins.countOf(counting) > 1 ? Standing::Corroborated : Standing::Open;
}

Standing Standings::of(ItemRef item, const std::vector<const Claim *> &claims,
                       bool isContested) const
{
    const Ruling *ruling = m_snapshot.rulings->empty() ? nullptr : m_snapshot.rulingOn(item);
    return ruling != nullptr ? ruling->standing : byClaims(claims, isContested);
}

Standing Standings::of(const Claim &claim) const
{
    if (const Ruling *ruling = m_snapshot.rulingOn(claim.id))
        return ruling->standing;
    switch (worthOf(claim)) {
    case Worth::Retracted:
        return Standing::Retracted;
    case Worth::Superseded:
        return Standing::Corrected;
    case Worth::Doubtful:
        return Standing::Open;
    case Worth::Counts:
        break;
    }
    if (claim.about.isNull())
        return Standing::Open;
    for (const Dispute &dispute : disputesAbout(m_snapshot, claim.about)) {
        if (std::find(dispute.claims.begin(), dispute.claims.end(), claim.id) !=
            dispute.claims.end())
            return Standing::Disputed;
    }
    std::vector<const Claim *> same;
    for (const Claim *other : m_snapshot.claimsAbout(claim.about)) {
        if (other->field == claim.field && other->value == claim.value &&
            other->stance == claim.stance && worthOf(*other) == Worth::Counts)
            same.push_back(other);
    }
    return m_origins.countOf(same) > 1 ? Standing::Corroborated : Standing::Open;
}

Standing standingOf(const Snapshot &snapshot, ItemRef item)
{
    const Standings standings(snapshot);
    if (const Claim *claim = snapshot.claims->find(item.claim()))
        return standings.of(*claim);
    const std::vector<const Claim *> claims = snapshot.claimsAbout(item);
    return standings.of(item, claims, !disputesAbout(snapshot, item).empty());
}

}  // namespace dateline
