// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "app/edit/refuse.h"

namespace dateline {

namespace {

void examineTag(std::string_view tag)
{
    refuseBlank(tag, "name of a tag");
    refuseUnclean({tag});
    // Lists of tags are written with semicolons between them.
    refuseUnless(tag.find(';') == std::string_view::npos, "A tag cannot hold a semicolon.");
}

bool isBelow(std::string_view tag, std::string_view parent)
{
    return tag.size() > parent.size() && tag.starts_with(parent) && tag[parent.size()] == '/';
}

// The tag, where it is used, and those below it.
std::vector<std::string> familyOf(const Stores &stores, std::string_view name)
{
    std::vector<std::string> family;
    for (std::string &tag : stores.tags.all()) {
        if (tag == name || isBelow(tag, name))
            family.push_back(std::move(tag));
    }
    return family;
}

void examine(const Stores &stores, std::span<const ActorPosition> positions)
{
    for (const ActorPosition &position : positions) {
        refuseMissing(stores, position.actor);
        refuseUnless(std::isfinite(position.x) && std::isfinite(position.y),
                     "An actor needs a place that is on the map.");
    }
}

}  // namespace

void setTags(Stores &stores, ItemRef item, std::span<const std::string> tags)
{
    refuseUnless(item.kind == ItemKind::Event || item.kind == ItemKind::Actor ||
                     item.kind == ItemKind::Source || item.kind == ItemKind::Annotation,
                 "Tags stand on events, actors, sources and annotations.");
    refuseMissing(stores, item);
    for (const std::string &tag : tags)
        examineTag(tag);
    // Rows that are added in bulk may refer to these tags later.
    if (stores.bulk != nullptr)
        stores.bulk->addMissingTags(tags);
    stores.tags.setTags(item, tags);
}

void addTags(Stores &stores, ItemRef item, std::span<const std::string> tags)
{
    if (stores.bulk == nullptr)
        return setTags(stores, item, tags);
    for (const std::string &tag : tags)
        examineTag(tag);
    stores.bulk->addTags(item, tags);
}

void renameTag(Stores &stores, std::string_view from, std::string_view to)
{
    examineTag(to);
    const std::vector<std::string> family = familyOf(stores, from);
    refuseUnless(!family.empty(), "The tag is gone.");
    refuseUnless(!isBelow(to, from), "A tag cannot be moved below itself.");
    for (const std::string &tag : family)
        stores.tags.rename(tag, std::string(to) + tag.substr(from.size()));
}

void removeTag(Stores &stores, std::string_view name)
{
    const std::vector<std::string> family = familyOf(stores, name);
    refuseUnless(!family.empty(), "The tag is gone.");
    for (const std::string &tag : family)
        stores.tags.remove(tag);
}

void placeActors(Stores &stores, ViewId view, std::span<const ActorPosition> positions)
{
    refuseUnless(stores.views.find(view).has_value(), "The view is gone.");
    examine(stores, positions);
    stores.views.putPositions(view, positions);
}

void unpinActor(Stores &stores, ViewId view, ActorId actor)
{
    const std::optional<SavedView> saved = stores.views.find(view);
    refuseUnless(saved.has_value(), "The view is gone.");
    const auto found =
        std::find_if(saved->positions.begin(), saved->positions.end(),
                     [actor](const ActorPosition &position) { return position.actor == actor; });
    if (found == saved->positions.end())
        return;
    ActorPosition position = *found;
    position.isPinned = false;
    stores.views.putPositions(view, {&position, 1});
}

ViewId saveView(Stores &stores, const SavedView &view)
{
    if (view.id)
        refuseUnless(stores.views.find(view.id).has_value(), "The view is gone.");
    if (view.id != kDefaultView)
        refuseBlank(view.name, "name of a view");
    refuseUnclean({view.name, view.settings});
    examine(stores, view.positions);
    const ViewId id = stores.views.put(view);
    stores.views.putPositions(id, view.positions);
    return id;
}

void removeView(Stores &stores, ViewId id)
{
    refuseUnless(id != kDefaultView, "The view that the file opens with cannot be removed.");
    stores.views.remove(id);
}

void changeSetting(Stores &stores, std::string_view name, std::string_view value)
{
    refuseBlank(name, "name of a setting");
    refuseUnclean({name, value});
    stores.views.putSetting(name, value);
}

}  // namespace dateline
