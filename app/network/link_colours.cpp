// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/link_colours.h"

namespace dateline {

LinkColours::LinkColours(const RelationColumns &relations)
{
    const Vocabulary &words = relations.kindWords();
    std::uint32_t rank = 0;
    for (std::uint32_t kind = 0; kind < words.size(); ++kind) {
        const bool isGrey = kind == 0 || isBelongingKind(words.word(kind));
        m_ofKind.push_back(isGrey ? kBelongingColour
                                  : static_cast<std::uint8_t>(rank++ % kRelationColours));
    }
    if (m_ofKind.empty())
        m_ofKind.push_back(kBelongingColour);
}

std::uint8_t relationColour(const RelationColumns &relations, std::uint32_t kind)
{
    return LinkColours(relations).ofKind(kind);
}

}  // namespace dateline
