// SPDX-License-Identifier: GPL-3.0-or-later
// Reads and writes the tables view, view_position and setting. Throws StoreError. Opens no
// transaction: Session owns it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/model/saved_view.h"

namespace dateline {

class Database;

class ViewStore {
public:
    explicit ViewStore(Database &database) : m_database(database) {}

    std::optional<SavedView> find(ViewId id) const;  // with positions
    std::vector<ViewId> all() const;
    ViewId put(const SavedView &view);  // name and settings; positions are left alone
    void remove(ViewId id);             // its positions too
    void putPositions(ViewId view, std::span<const ActorPosition> positions);
    void removePosition(ViewId view, ActorId actor);
    std::vector<ViewId> viewsPlacing(ActorId actor) const;

    // Settings of the project: "title", "hemisphere" ... "" where never set.
    std::string setting(std::string_view name) const;
    void putSetting(std::string_view name, std::string_view value);
    void removeSetting(std::string_view name);

private:
    Database &m_database;
};

}  // namespace dateline
