// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/tag_store.h"

#include <algorithm>

#include "app/store/queries.h"

namespace dateline {

namespace {

TagId knownTag(Database &database, const std::string &name)
{
    return firstIdFrom<TagId>(database, "SELECT id FROM tag WHERE name = ? ORDER BY id", name);
}

TagId tagNamed(Database &database, const std::string &name)
{
    if (const TagId known = knownTag(database, name))
        return known;
    change(database, "INSERT INTO tag(name) VALUES (?)", name);
    return {database.lastInsertId()};
}

}  // namespace

std::vector<std::string> TagStore::all() const
{
    std::vector<std::string> names;
    Statement statement(m_database, "SELECT DISTINCT name FROM tag ORDER BY name");
    while (statement.step())
        names.emplace_back(statement.text(0));
    return names;
}

std::vector<std::string> TagStore::tagsOf(ItemRef item) const
{
    std::vector<std::string> names;
    Statement statement(m_database,
                        "SELECT tag.name FROM tagging JOIN tag ON tag.id = tagging.tag_id "
                        "WHERE about_kind = ? AND about_id = ? ORDER BY tagging.id");
    statement.bind(item.kind, item.id);
    while (statement.step())
        names.emplace_back(statement.text(0));
    return names;
}

void TagStore::setTags(ItemRef item, std::span<const std::string> tags)
{
    const std::vector<std::string> before = tagsOf(item);
    for (const std::string &name : before) {
        if (std::find(tags.begin(), tags.end(), name) == tags.end()) {
            change(m_database,
                   "DELETE FROM tagging WHERE about_kind = ? AND about_id = ? "
                   "AND tag_id IN (SELECT id FROM tag WHERE name = ?)",
                   item.kind, item.id, name);
        }
    }
    for (auto tag = tags.begin(); tag != tags.end(); ++tag) {
        const bool isRepeated = std::find(tags.begin(), tag, *tag) != tag;
        if (isRepeated || std::find(before.begin(), before.end(), *tag) != before.end())
            continue;
        change(m_database, "INSERT INTO tagging(tag_id, about_kind, about_id) VALUES (?, ?, ?)",
               tagNamed(m_database, *tag), item.kind, item.id);
    }
}

void TagStore::rename(std::string_view from, std::string_view to)
{
    const std::string before(from);
    const std::string after(to);
    if (before == after)
        return;
    const TagId kept = knownTag(m_database, after);
    if (!kept) {
        change(m_database, "UPDATE tag SET name = ? WHERE name = ?", after, before);
        return;
    }
    change(m_database,
           "DELETE FROM tagging WHERE tag_id IN (SELECT id FROM tag WHERE name = ?1) AND EXISTS ("
           "SELECT 1 FROM tagging AS other WHERE other.tag_id = ?2 "
           "AND other.about_kind = tagging.about_kind AND other.about_id = tagging.about_id)",
           before, kept);
    change(m_database,
           "UPDATE tagging SET tag_id = ? WHERE tag_id IN (SELECT id FROM tag WHERE name = ?)",
           kept, before);
    change(m_database, "DELETE FROM tag WHERE name = ?", before);
}

void TagStore::remove(std::string_view name)
{
    const std::string gone(name);
    change(m_database, "DELETE FROM tagging WHERE tag_id IN (SELECT id FROM tag WHERE name = ?)",
           gone);
    change(m_database, "DELETE FROM tag WHERE name = ?", gone);
}

}  // namespace dateline
