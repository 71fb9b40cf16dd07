// SPDX-License-Identifier: GPL-3.0-or-later
// Which annotations of a source are shown: by tag (with those below it), by the kind of what they
// support, by who made them. Within one of the three any that is chosen will do; all three must
// hold; nothing chosen is everything. A way of looking, no part of the window's filter. Values and
// pure functions.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <QtGlobal>

#include "app/model/snapshot.h"
#include "ui/views/source_marks.h"

namespace dateline::ui {

struct AnnotationChoice {
    std::set<std::string> tags;
    std::set<ItemKind> kinds;  // None: a note that nothing rests on
    std::set<std::string> authors;

    bool isAll() const { return tags.empty() && kinds.empty() && authors.empty(); }
    bool operator==(const AnnotationChoice &) const = default;
};

using AnnotationTags = std::unordered_map<AnnotationId, std::vector<std::string_view>>;
AnnotationTags annotationTags(const Snapshot &snapshot);  // of all sources; O(taggings)

bool isChosen(const Annotation &annotation, const AnnotationTags &tags, const RestingClaims &claims,
              const AnnotationChoice &choice);

// What there is to choose from in one source, with how often it occurs. A tag counts in all above
// it too.
struct AnnotationTallies {
    std::map<std::string, qlonglong> tags;
    std::map<ItemKind, qlonglong> kinds;
    std::map<std::string, qlonglong> authors;
    qlonglong all = 0;
};
AnnotationTallies talliesOf(const Snapshot &snapshot, SourceId source, const AnnotationTags &tags,
                            const RestingClaims &claims);

}  // namespace dateline::ui
