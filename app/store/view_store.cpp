// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/view_store.h"

#include "app/store/queries.h"

namespace dateline {

std::optional<SavedView> ViewStore::find(ViewId id) const
{
    SavedView view;
    {
        Statement statement(m_database, "SELECT id, name, settings FROM view WHERE id = ?");
        statement.bind(id);
        if (!statement.step())
            return std::nullopt;
        statement.read(view.id, view.name, view.settings);
    }
    Statement positions(m_database, "SELECT actor_id, x, y, is_pinned FROM view_position "
                                    "WHERE view_id = ? ORDER BY actor_id");
    positions.bind(id);
    while (positions.step()) {
        ActorPosition &position = view.positions.emplace_back();
        positions.read(position.actor, position.x, position.y, position.isPinned);
    }
    return view;
}

std::vector<ViewId> ViewStore::all() const
{
    return idsFrom<ViewId>(m_database, "SELECT id FROM view ORDER BY id");
}

ViewId ViewStore::put(const SavedView &view)
{
    change(m_database,
           "INSERT INTO view(id, name, settings) VALUES (?, ?, ?) "
           "ON CONFLICT(id) DO UPDATE SET name = excluded.name, settings = excluded.settings",
           view.id, view.name, view.settings);
    return idAfterPut(m_database, view.id);
}

void ViewStore::remove(ViewId id)
{
    change(m_database, "DELETE FROM view_position WHERE view_id = ?", id);
    change(m_database, "DELETE FROM view WHERE id = ?", id);
}

void ViewStore::putPositions(ViewId view, std::span<const ActorPosition> positions)
{
    Statement statement(m_database, "INSERT INTO view_position(view_id, actor_id, x, y, is_pinned) "
                                    "VALUES (?, ?, ?, ?, ?) "
                                    "ON CONFLICT(view_id, actor_id) DO UPDATE SET x = excluded.x, "
                                    "y = excluded.y, is_pinned = excluded.is_pinned");
    for (const ActorPosition &position : positions) {
        statement.reset();
        statement.bind(view, position.actor, position.x, position.y, position.isPinned);
        statement.run();
    }
}

void ViewStore::removePosition(ViewId view, ActorId actor)
{
    change(m_database, "DELETE FROM view_position WHERE view_id = ? AND actor_id = ?", view, actor);
}

std::vector<ViewId> ViewStore::viewsPlacing(ActorId actor) const
{
    return idsFrom<ViewId>(
        m_database, "SELECT view_id FROM view_position WHERE actor_id = ? ORDER BY view_id", actor);
}

std::string ViewStore::setting(std::string_view name) const
{
    Statement statement(m_database, "SELECT value FROM setting WHERE name = ?");
    statement.bind(name);
    return statement.step() ? std::string(statement.text(0)) : std::string();
}

void ViewStore::putSetting(std::string_view name, std::string_view value)
{
    change(m_database,
           "INSERT INTO setting(name, value) VALUES (?, ?) "
           "ON CONFLICT(name) DO UPDATE SET value = excluded.value",
           name, value);
}

void ViewStore::removeSetting(std::string_view name)
{
    change(m_database, "DELETE FROM setting WHERE name = ?", name);
}

}  // namespace dateline
