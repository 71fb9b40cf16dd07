// SPDX-License-Identifier: GPL-3.0-or-later
// The one filter of the window and of the command line: time, words, kinds, actors, statuses, tags,
// places and sources. Within one part any value will do; the parts must all hold.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/base/column.h"
#include "app/model/row_set.h"
#include "app/model/snapshot.h"

namespace dateline {

struct Filter {
    std::optional<TimeSpan> range;  // events that can overlap it; undated ones fall out
    std::string rangeText;          // how it was written: "2022-10/2025-07"
    std::string text;               // a search; events that it found are in textHits
    std::vector<std::string> kinds;
    std::vector<std::string> statuses;
    std::vector<std::string> places;
    std::vector<std::string> tags;
    std::vector<ActorId> actors;
    std::vector<SourceId> sources;
    // Events that a claim spoke of in a source published before it; others fall out.
    std::optional<Instant> knownBefore;
    std::string knownText;                    // how it was written: "2025-03-21"
    std::optional<Column<EventId>> textHits;  // filled by whoever can search

    bool isEmpty() const;
    bool operator==(const Filter &) const = default;
};

// The events that found items mean: those themselves, those of an actor who was found, and those
// that a claim with a found annotation is about. Each once, in the order of their rows.
Column<EventId> eventsMeantBy(const std::vector<ItemRef> &items, const Snapshot &snapshot);

// O(events) with one pass per part in use.
RowSet apply(const Filter &filter, const Snapshot &snapshot);

// Actors that take part in an event of the set, or in a relation that is valid at some time of
// filter.range and touches one of filter.actors (where those are set); all actors for an empty
// filter. A relation alone shows nobody when the filter asks what only an event can answer: words
// found, kinds, statuses, places, tags or sources.
std::vector<ActorRow> actorsShown(const Filter &filter, const RowSet &events,
                                  const Snapshot &snapshot);

}  // namespace dateline
