// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of disputes.cpp hand each other.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/model/claim.h"

namespace dateline {

using Claims = std::vector<const Claim *>;

// A sentence and the claims that it is about; an empty sentence is agreement.
struct Disagreement {
    std::string reason;
    Claims claims;
};

inline std::string quoted(std::string_view text)
{
    return "\"" + std::string(text) + "\"";
}

}  // namespace dateline
