// SPDX-License-Identifier: GPL-3.0-or-later
// The stretches of time that a date covers where its bounds alone would cover too much: the members
// of a set, and the days that unspecified digits leave possible ("156X-12-25" is ten days in ten
// years, not ten years). Pure; O(what is returned).
#pragma once

#include <cstddef>
#include <vector>

#include "app/model/edtf.h"

namespace dateline {

struct EdtfStretches {
    std::vector<TimeSpan> spans;  // ascending, apart; open ends are the distant instants
    bool isAllOf = false;         // every one of them is meant, not some day of one
    bool isComplete = true;  // false: there are more than were asked for, and one span covers all
};

// One span for a date without gaps; none for an undated one. What touches is one span.
EdtfStretches stretchesOf(const Edtf &date, std::size_t most = 512);
EdtfStretches stretchesOf(std::string_view edtf, std::size_t most = 512);

}  // namespace dateline
