// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/reanchor.h"

#include "app/model/anchor.h"
#include "app/model/note.h"

namespace dateline {

std::vector<AnchorMove> reanchor(std::string_view text,
                                 std::span<const Annotation *const> annotations)
{
    std::vector<AnchorMove> moves;
    moves.reserve(annotations.size());
    for (const Annotation *annotation : annotations) {
        AnchorMove move;
        move.annotation = annotation->id;
        if (isRemark(*annotation)) {
            move.fate = AnchorFate::Kept;
            moves.push_back(move);
            continue;
        }
        const auto place = anchor(text, annotation->exact, annotation->prefix, annotation->suffix);
        if (place) {
            const Quote now = quoteAt(text, place->first, place->second);
            const bool isSame =
                now.prefix == annotation->prefix && now.suffix == annotation->suffix;
            move.fate = isSame ? AnchorFate::Kept : AnchorFate::Moved;
            move.begin = place->first;
            move.end = place->second;
        }
        moves.push_back(move);
    }
    return moves;
}

}  // namespace dateline
