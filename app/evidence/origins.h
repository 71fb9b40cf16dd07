// SPDX-License-Identifier: GPL-3.0-or-later
// Who stands at the beginning of a claim. Ten reprints of one wire story have one origin: the first
// hop of their attributions; without one the outlet of the source; without that the oldest version
// of the document, or another document of the same bytes. Built once per snapshot: O(sources).
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "app/model/snapshot.h"

namespace dateline {

class Origins {
public:
    explicit Origins(const Snapshot &snapshot);

    // Equal for claims that count once. Actors have their ids, documents negative numbers.
    std::int64_t of(const Claim &claim) const;
    int countOf(const std::vector<const Claim *> &claims) const;  // distinct ones

private:
    std::unordered_map<std::int64_t, std::int64_t> m_ofSource;
};

}  // namespace dateline
