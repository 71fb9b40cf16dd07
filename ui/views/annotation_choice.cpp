// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/annotation_choice.h"

#include <algorithm>

namespace dateline::ui {

namespace {

// "arms/artillery" and "arms" itself are below "arms".
bool isWithin(std::string_view tag, std::string_view above)
{
    return tag.substr(0, above.size()) == above &&
           (tag.size() == above.size() || tag[above.size()] == '/');
}

std::set<ItemKind> kindsOf(const std::vector<const Claim *> &claims)
{
    std::set<ItemKind> kinds;
    for (const Claim *claim : claims)
        kinds.insert(claim->about.kind);
    if (kinds.empty())
        kinds.insert(ItemKind::None);
    return kinds;
}

}  // namespace

AnnotationTags annotationTags(const Snapshot &snapshot)
{
    AnnotationTags tags;
    for (const Tagging &tagging : *snapshot.taggings) {
        if (tagging.about.kind == ItemKind::Annotation)
            tags[tagging.about.annotation()].push_back(tagging.tag);
    }
    return tags;
}

bool isChosen(const Annotation &annotation, const AnnotationTags &tags, const RestingClaims &claims,
              const AnnotationChoice &choice)
{
    if (!choice.authors.empty() && !choice.authors.contains(annotation.madeBy))
        return false;
    if (!choice.kinds.empty()) {
        const std::set<ItemKind> kinds = kindsOf(claims.on(annotation.id));
        if (std::none_of(kinds.begin(), kinds.end(),
                         [&](ItemKind kind) { return choice.kinds.contains(kind); }))
            return false;
    }
    if (choice.tags.empty())
        return true;
    const auto found = tags.find(annotation.id);
    if (found == tags.end())
        return false;
    return std::any_of(found->second.begin(), found->second.end(), [&](std::string_view tag) {
        return std::any_of(choice.tags.begin(), choice.tags.end(),
                           [&](const std::string &above) { return isWithin(tag, above); });
    });
}

AnnotationTallies talliesOf(const Snapshot &snapshot, SourceId source, const AnnotationTags &tags,
                            const RestingClaims &claims)
{
    AnnotationTallies tallies;
    for (const Annotation *annotation : snapshot.annotationsOf(source)) {
        ++tallies.all;
        ++tallies.authors[annotation->madeBy];
        for (const ItemKind kind : kindsOf(claims.on(annotation->id)))
            ++tallies.kinds[kind];
        const auto found = tags.find(annotation->id);
        if (found == tags.end())
            continue;
        std::set<std::string> within;
        for (const std::string_view tag : found->second) {
            for (std::size_t end = tag.find('/'); end != std::string_view::npos;
                 end = tag.find('/', end + 1))
                within.emplace(tag.substr(0, end));
            within.emplace(tag);
        }
        for (const std::string &tag : within)
            ++tallies.tags[tag];
    }
    return tallies;
}

}  // namespace dateline::ui
