// SPDX-License-Identifier: GPL-3.0-or-later
// How well a stretch of time is told of: by several independent origins, by one alone, or by
// nobody. Events count where they can have been; an end that is open or unknown counts for
// nothing, for nobody says that it was still so. Made once per snapshot: O(claims); binsIn() is
// O(events in the span).
#pragma once

#include <cstdint>
#include <vector>

#include "app/evidence/origins.h"
#include "app/model/filter.h"

namespace dateline {

enum class Telling : std::uint8_t {
    Silence,  // no event
    Unsaid,   // events, but no claim about them
    OneOrigin,
    SeveralOrigins,
};

class Coverage {
public:
    explicit Coverage(const Snapshot &snapshot);

    // Of equal stretches of the span, from its begin on; `shown` events only.
    std::vector<Telling> binsIn(const EventColumns &events, const RowSet &shown, TimeSpan span,
                                std::size_t count) const;

private:
    static constexpr std::int64_t kNobody = 0;
    static constexpr std::int64_t kSeveral = INT64_MIN;

    std::vector<std::int64_t> m_origins;  // per event row: who, nobody or several
};

}  // namespace dateline
