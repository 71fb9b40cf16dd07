// SPDX-License-Identifier: GPL-3.0-or-later
// One answer to a search.
#pragma once

#include <cstdint>
#include <string>

#include "app/model/ids.h"

namespace dateline {

struct SearchHit {
    ItemRef item;
    std::string title;
    std::string excerpt;  // the words found stand between U+0001 and U+0002
};

}  // namespace dateline
