// SPDX-License-Identifier: GPL-3.0-or-later
// Where the annotations of one version of a text stand in the next one, by their quotes with the
// words around them. What has moved is for a person to consent to. Pure; O(annotations * length).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "app/model/source.h"

namespace dateline {

enum class AnchorFate : std::uint8_t {
    Kept,   // the quote and the words on both sides are the same
    Moved,  // the quote is there, in other surroundings
    Lost,   // it is not there, or more than once without telling which
};

struct AnchorMove {
    AnnotationId annotation;
    AnchorFate fate = AnchorFate::Lost;
    std::int64_t begin = 0;  // code points of the new text; not of what is lost
    std::int64_t end = 0;

    bool operator==(const AnchorMove &) const = default;
};

// One for each annotation, in their order.
std::vector<AnchorMove> reanchor(std::string_view text,
                                 std::span<const Annotation *const> annotations);

}  // namespace dateline
