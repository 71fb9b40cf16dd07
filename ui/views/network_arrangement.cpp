// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/network_arrangement.h"

#include <algorithm>

namespace dateline::ui {

void NetworkArrangement::clear()
{
    m_stored.clear();
    m_automatic.clear();
    m_preview.clear();
    m_placed.reset();
}

void NetworkArrangement::forgetPreview()
{
    m_preview.clear();
    m_placed.reset();
}

void NetworkArrangement::place(ActorId actor, Point at)
{
    m_automatic[actor] = at;
    m_placed.reset();
}

void NetworkArrangement::setPreview(ActorId actor, Point at)
{
    m_preview[actor] = at;
    m_placed.reset();
}

void NetworkArrangement::readStored(const Snapshot &snapshot, ViewId view)
{
    m_stored.clear();
    m_placed.reset();
    if (const SavedView *saved = snapshot.views->find(view))
        for (const ActorPosition &position : saved->positions)
            m_stored.emplace(position.actor, position);
}

std::optional<ActorPosition> NetworkArrangement::find(ActorId actor) const
{
    std::optional<ActorPosition> found;
    if (const auto stored = m_stored.find(actor); stored != m_stored.end())
        found = stored->second;
    else if (const auto placed = m_automatic.find(actor); placed != m_automatic.end())
        found = ActorPosition{actor, placed->second.x, placed->second.y, false};
    if (const auto preview = m_preview.find(actor); preview != m_preview.end())
        found =
            ActorPosition{actor, preview->second.x, preview->second.y, found && found->isPinned};
    return found;
}

bool NetworkArrangement::isComplete(const Snapshot &snapshot) const
{
    return std::all_of(snapshot.actors->begin(), snapshot.actors->end(),
                       [this](const Actor &actor) {
                           return m_stored.contains(actor.id) || m_automatic.contains(actor.id);
                       });
}

std::shared_ptr<const BitSet> NetworkArrangement::placed(const Snapshot &snapshot) const
{
    if (m_placed && m_placedOf == snapshot.actors)
        return m_placed;
    BitSet placed(static_cast<std::uint32_t>(snapshot.actors->size()));
    std::uint32_t row = 0;
    for (const Actor &actor : *snapshot.actors) {
        if (find(actor.id))
            placed.insert(row);
        ++row;
    }
    m_placedOf = snapshot.actors;
    m_placed = std::make_shared<const BitSet>(std::move(placed));
    return m_placed;
}

std::vector<ActorPosition> NetworkArrangement::all() const
{
    std::vector<ActorPosition> positions;
    for (const auto &[actor, position] : m_stored)
        positions.push_back(*find(actor));
    for (const auto &[actor, at] : m_automatic)
        if (!m_stored.contains(actor))
            positions.push_back(*find(actor));
    std::sort(positions.begin(), positions.end(),
              [](const ActorPosition &a, const ActorPosition &b) { return a.actor < b.actor; });
    return positions;
}

}  // namespace dateline::ui
