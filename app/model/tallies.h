// SPDX-License-Identifier: GPL-3.0-or-later
// Counts and sums for charts: events per period by kind, events per actor, quantities over time.
// Nothing is made more exact than it is: an event whose date is wider than a period is counted
// apart, and a quantity's band begins where its event is certain to have begun. Pure; O(events).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/model/filter.h"

namespace dateline {

struct PeriodTally {
    Precision unit = Precision::Year;
    std::vector<TimeSpan> periods;  // without gaps, at most the number asked for
    struct Series {
        std::uint32_t kind = 0;             // number in events->kindWords()
        std::vector<std::uint32_t> counts;  // one per period
        std::uint32_t wider = 0;            // dates that no single period holds
        std::uint32_t total = 0;            // dated ones
    };
    std::vector<Series> series;  // most used kind first
    std::uint32_t undated = 0;
};

// The finest of day, month, year, decade, century that covers the events in at most that many
// periods.
PeriodTally tallyPeriods(const Snapshot &snapshot, const RowSet &shown, std::uint32_t mostPeriods);

struct ActorTally {
    ActorRow actor;
    std::uint32_t events = 0;
};

// Most active first; actors without an event in the set are left out.
std::vector<ActorTally> tallyActors(const Snapshot &snapshot, const RowSet &shown);

// One kind of quantity, low and high as they stand from an instant on. An additional quantity is
// added to what stood before it; a total replaces it.
struct QuantityBand {
    std::string what;
    std::string unit;
    struct Step {
        TimeSpan when;  // all that the event's date can mean
        Instant from;   // when the event has certainly begun; never distant
        EventRow event;
        double low = 0;  // running
        double high = 0;
        double ownLow = 0;  // this event's own
        double ownHigh = 0;
        QuantityMode mode = QuantityMode::Total;
    };
    std::vector<Step> steps;  // ascending by from; events whose date names no instant are left out
};

// Bands with most steps first. A missing end counts as the other one; a quantity without any number
// is left out.
std::vector<QuantityBand> quantityBands(const Snapshot &snapshot, const RowSet &shown);

}  // namespace dateline
