// SPDX-License-Identifier: GPL-3.0-or-later
// What rests on an item, and would go or change with it: said before it is removed.
#pragma once

namespace dateline {

struct Dependents {
    int participations = 0;
    int quantities = 0;
    int roles = 0;
    int relations = 0;
    int sources = 0;  // that would lose their outlet
    int annotations = 0;
    int claims = 0;  // that would go, or lose what they are about
    int attributions = 0;

    int total() const
    {
        return participations + quantities + roles + relations + sources + annotations + claims +
               attributions;
    }
    bool operator==(const Dependents &) const = default;
};

}  // namespace dateline
