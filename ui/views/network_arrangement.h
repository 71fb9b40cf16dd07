// SPDX-License-Identifier: GPL-3.0-or-later
// Where the actors of the open file stand in the graph: the positions kept in the file, and for all
// others those that a layout gave them, which no edit has written. A value of the graph's view.
#pragma once

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "app/base/bit_set.h"
#include "app/model/snapshot.h"
#include "app/network/plane.h"

namespace dateline::ui {

class NetworkArrangement {
public:
    void clear();
    // Takes the positions of the view; what is not stored in it, or no longer, falls back to where
    // a layout had put it before.
    void readStored(const Snapshot &snapshot, ViewId view);
    void forgetPreview();
    void place(ActorId actor, Point at);
    // In a file that cannot be written, what the user moved stands elsewhere than is stored.
    void setPreview(ActorId actor, Point at);

    std::optional<ActorPosition> find(ActorId actor) const;
    bool isStored(ActorId actor) const { return m_stored.contains(actor); }
    bool hasStored() const { return !m_stored.empty(); }
    bool isComplete(const Snapshot &snapshot) const;  // every actor has a place
    // The rows of actors that have one. Made anew only where actors or places are others.
    std::shared_ptr<const BitSet> placed(const Snapshot &snapshot) const;
    std::vector<ActorPosition> all() const;  // sorted by actor

private:
    std::unordered_map<ActorId, ActorPosition> m_stored;
    std::unordered_map<ActorId, Point> m_automatic;
    std::unordered_map<ActorId, Point> m_preview;
    mutable std::shared_ptr<const Table<Actor>> m_placedOf;
    mutable std::shared_ptr<const BitSet> m_placed;  // null: to be made
};

}  // namespace dateline::ui
