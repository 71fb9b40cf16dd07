// SPDX-License-Identifier: GPL-3.0-or-later
// The colour of each link, as a table of the file's kinds made once: the words are not asked a
// million times.
#pragma once

#include <cstdint>
#include <vector>

#include "app/network/network_scene.h"

namespace dateline {

class LinkColours {
public:
    explicit LinkColours(const RelationColumns &relations);

    std::uint8_t of(const NetworkLink &link) const
    {
        if (link.isBelonging)
            return kBelongingColour;
        return link.origin == LinkOrigin::Relation ? ofKind(link.kind) : kDerivedColour;
    }
    std::uint8_t ofKind(std::uint32_t kind) const { return m_ofKind[kind]; }

private:
    std::vector<std::uint8_t> m_ofKind;
};

}  // namespace dateline
