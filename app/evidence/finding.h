// SPDX-License-Identifier: GPL-3.0-or-later
// One thing that is wrong in a project, or worth a second look, as the checks hand it on.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/model/snapshot.h"

namespace dateline {

enum class Severity {
    Must,  // broken, or it cannot have been so whatever the dates mean
    May,   // an analyst may want to look: sources disagree, or something cannot quite be
};
std::string_view nameOf(Severity severity);  // "must", "may"

// What a finding is about: the file itself, what its claims say, or when things were.
enum class FindingGroup { File, Evidence, Chronology };
std::string_view nameOf(FindingGroup group);  // "file", "evidence", "chronology"

struct Finding {
    Severity severity = Severity::May;
    std::string code;            // lower_snake_case, for scripts: "quote_lost"
    std::vector<ItemRef> items;  // what it is about, most telling first
    std::string sentence;        // English
    FindingGroup group = FindingGroup::File;
    std::string basis;        // what was compared: dates, places, numbers; no titles
    AcceptanceId accepted;    // somebody let it stand ...
    std::string acceptedWhy;  // ... for this reason

    bool operator==(const Finding &) const = default;
};
using Findings = std::vector<Finding>;

// "The event "Treaty signed"", "The relation 12".
std::string described(const Snapshot &snapshot, ItemRef item);

}  // namespace dateline
