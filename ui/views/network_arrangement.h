// SPDX-License-Identifier: GPL-3.0-or-later
// Where the actors of the open file stand in the graph: the positions kept in the file, and for all
// others those that a layout gave them, which no edit has written. A value of the graph's view.
#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

#include "app/model/snapshot.h"
#include "app/network/plane.h"

namespace dateline::ui {

class NetworkArrangement {
public:
    void clear();
    // Takes the positions of the view; what is not stored in it, or no longer, falls back to where
    // a layout had put it before.
    void readStored(const Snapshot &snapshot, ViewId view);
    void forgetPreview() { m_preview.clear(); }
    void place(ActorId actor, Point at) { m_automatic[actor] = at; }
    // In a file that cannot be written, what the user moved stands elsewhere than is stored.
    void setPreview(ActorId actor, Point at) { m_preview[actor] = at; }

    std::optional<ActorPosition> find(ActorId actor) const;
    bool isStored(ActorId actor) const { return m_stored.contains(actor); }
    bool hasStored() const { return !m_stored.empty(); }
    bool isComplete(const Snapshot &snapshot) const;  // every actor has a place
    std::vector<ActorPosition> all() const;           // sorted by actor

private:
    std::unordered_map<ActorId, ActorPosition> m_stored;
    std::unordered_map<ActorId, Point> m_automatic;
    std::unordered_map<ActorId, Point> m_preview;
};

}  // namespace dateline::ui
