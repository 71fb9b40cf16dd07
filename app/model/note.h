// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody wrote down about an item, whatever its kind: events, actors, relations and claims
// have a note of their own, an annotation too. The note on a source as a whole is an annotation of
// no words at its beginning.
#pragma once

#include <string>

#include "app/model/source.h"

namespace dateline {

struct Note {
    ItemRef about;
    std::string text;    // may be empty for annotations: words that are marked, and no more
    std::string madeBy;  // as the annotation has it, else unknown
    std::string madeAt;
    AnnotationId remark;  // on a source: the annotation that holds the note

    bool operator==(const Note &) const = default;
};

inline bool isRemark(const Annotation &annotation)
{
    return annotation.begin == 0 && annotation.end == 0 && annotation.exact.empty();
}

constexpr bool canBearNote(ItemKind kind)
{
    return kind == ItemKind::Event || kind == ItemKind::Actor || kind == ItemKind::Relation ||
           kind == ItemKind::Source || kind == ItemKind::Annotation || kind == ItemKind::Claim;
}

}  // namespace dateline
