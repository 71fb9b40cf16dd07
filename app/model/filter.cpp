// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/filter.h"

#include <algorithm>
#include <cstdint>

namespace dateline {

namespace {

bool rangeMeets(TimeSpan range, Instant begin, Instant end)
{
    return TimeSpan::between(begin, end).overlaps(range);
}

// Equals: WHERE earliest_begin < range.end AND latest_end > range.begin.
BitSet rowsIn(TimeSpan range, const EventColumns &events)
{
    // candidates() leaves out what begins at the very end of the span, which for a moment is also
    // its only instant.
    const TimeSpan wide = range.isEmpty() && !range.end().isDistant()
                              ? TimeSpan::between(range.begin(), {range.end().seconds + 1})
                              : range;
    const EventColumns::Range candidates = events.candidates(wide);
    const Column<Instant> &begins = events.begins();
    const Column<Instant> &ends = events.ends();
    BitSet found(events.size());
    for (std::uint32_t row = candidates.first; row < candidates.last; ++row) {
        if (rangeMeets(range, begins[row], ends[row]))
            found.insert(row);
    }
    return found;
}

void keepWords(BitSet &kept, const std::vector<std::string> &wanted,
               std::span<const std::uint32_t> column, const Vocabulary &words)
{
    std::vector<std::uint8_t> isWanted(words.size(), 0);
    for (const std::string &word : wanted) {
        const std::uint32_t number = words.find(word);
        if (number < words.size())
            isWanted[number] = 1;
    }
    kept.keepIf([&](std::uint32_t row) { return isWanted[column[row]] != 0; });
}

void mark(BitSet &marked, EventRow row)
{
    if (row.value < marked.size())
        marked.insert(row.value);
}

BitSet rowsOfActors(const std::vector<ActorId> &actors, const Snapshot &snapshot)
{
    BitSet marked(snapshot.events->size());
    for (const ActorId actor : actors) {
        const ActorRow row = snapshot.actorRow(actor);
        if (row.isNull())
            continue;
        for (const EventRow event : snapshot.participations->eventsOf(row))
            mark(marked, event);
    }
    return marked;
}

BitSet rowsWithTags(const std::vector<std::string> &tags, const Snapshot &snapshot)
{
    BitSet marked(snapshot.events->size());
    for (const Tagging &tagging : *snapshot.taggings) {
        if (tagging.about.kind == ItemKind::Event &&
            std::find(tags.begin(), tags.end(), tagging.tag) != tags.end())
            mark(marked, snapshot.events->rowOf(tagging.about.event()));
    }
    return marked;
}

BitSet rowsClaimedBy(std::vector<SourceId> sources, const Snapshot &snapshot)
{
    BitSet marked(snapshot.events->size());
    std::sort(sources.begin(), sources.end());
    for (const Claim &claim : *snapshot.claims) {
        if (claim.about.kind == ItemKind::Event &&
            std::binary_search(sources.begin(), sources.end(), claim.source))
            mark(marked, snapshot.events->rowOf(claim.about.event()));
    }
    return marked;
}

// A source counts from the first instant at which it can have been published; one without such a
// date from its retrieval, for by then somebody had it.
BitSet rowsKnownBefore(Instant day, const Snapshot &snapshot)
{
    std::vector<SourceId> known;  // ascending, like the table
    for (const Source &source : *snapshot.sources) {
        const When &published =
            source.published.isDated() ? source.published.when() : source.retrieved.when();
        if (published.isDated() && published.bounds.earliestBegin < day)
            known.push_back(source.id);
    }
    return rowsClaimedBy(std::move(known), snapshot);
}

// Whether a part is in use that only an event can answer, so that a relation alone keeps no actor.
bool asksAboutEvents(const Filter &filter)
{
    return filter.textHits.has_value() || !filter.kinds.empty() || !filter.statuses.empty() ||
           !filter.places.empty() || !filter.tags.empty() || !filter.sources.empty() ||
           filter.knownBefore.has_value();
}

void markRelated(std::vector<std::uint8_t> &shown, const Filter &filter, const Snapshot &snapshot)
{
    std::vector<std::uint8_t> isWanted;
    if (!filter.actors.empty()) {
        isWanted.assign(shown.size(), 0);
        for (const ActorId actor : filter.actors) {
            const ActorRow row = snapshot.actorRow(actor);
            if (!row.isNull())
                isWanted[row.value] = 1;
        }
    }
    const RelationColumns &relations = *snapshot.relations;
    for (RelationRow row{0}; row.value < relations.size(); ++row.value) {
        const std::uint32_t from = relations.from(row).value;
        const std::uint32_t to = relations.to(row).value;
        if (filter.range && !relations.when(row).bounds.whole().overlaps(*filter.range))
            continue;
        if (!isWanted.empty() && isWanted[from] == 0 && isWanted[to] == 0)
            continue;
        shown[from] = 1;
        shown[to] = 1;
    }
}

}  // namespace

bool Filter::isEmpty() const
{
    return !range && text.empty() && !textHits && kinds.empty() && statuses.empty() &&
           places.empty() && tags.empty() && actors.empty() && sources.empty() && !knownBefore;
}

Column<EventId> eventsMeantBy(const std::vector<ItemRef> &items, const Snapshot &snapshot)
{
    const EventColumns &events = *snapshot.events;
    BitSet meant(events.size());
    std::vector<AnnotationId> annotations;
    for (const ItemRef item : items) {
        if (const EventId event = item.event())
            mark(meant, events.rowOf(event));
        else if (const AnnotationId annotation = item.annotation())
            annotations.push_back(annotation);
        else if (const ActorRow actor = snapshot.actorRow(item.actor()))
            for (const EventRow row : snapshot.participations->eventsOf(actor))
                mark(meant, row);
    }
    std::sort(annotations.begin(), annotations.end());
    for (const Claim &claim : *snapshot.claims) {
        if (claim.about.kind == ItemKind::Event &&
            std::binary_search(annotations.begin(), annotations.end(), claim.annotation))
            mark(meant, events.rowOf(claim.about.event()));
    }
    Column<EventId> ids = Column<EventId>::ofSize(meant.count());
    EventId *next = ids.writable();
    meant.forEach([&](std::uint32_t row) { *next++ = events.id({row}); });
    return ids;
}

RowSet apply(const Filter &filter, const Snapshot &snapshot)
{
    const EventColumns &events = *snapshot.events;
    if (filter.isEmpty())
        return RowSet(events.size(), true);

    BitSet kept = filter.range ? rowsIn(*filter.range, events) : BitSet(events.size(), true);
    if (filter.textHits) {
        BitSet found(events.size());
        for (const EventId event : *filter.textHits)
            mark(found, events.rowOf(event));
        kept &= found;
    }
    if (!filter.kinds.empty())
        keepWords(kept, filter.kinds, events.kinds(), events.kindWords());
    if (!filter.statuses.empty())
        keepWords(kept, filter.statuses, events.statuses(), events.statusWords());
    if (!filter.places.empty())
        keepWords(kept, filter.places, events.places(), events.placeWords());
    if (!filter.tags.empty())
        kept &= rowsWithTags(filter.tags, snapshot);
    if (!filter.actors.empty())
        kept &= rowsOfActors(filter.actors, snapshot);
    if (!filter.sources.empty())
        kept &= rowsClaimedBy(filter.sources, snapshot);
    if (filter.knownBefore)
        kept &= rowsKnownBefore(*filter.knownBefore, snapshot);
    return RowSet(std::move(kept));
}

std::vector<ActorRow> actorsShown(const Filter &filter, const RowSet &events,
                                  const Snapshot &snapshot)
{
    const bool isEverything = filter.isEmpty();
    std::vector<std::uint8_t> shown(snapshot.actors->size(), isEverything ? 1 : 0);
    if (!isEverything) {
        events.bits().forEach([&](std::uint32_t row) {
            for (const ParticipationColumns::Entry &entry :
                 snapshot.participations->ofEvent(EventRow{row}))
                shown[entry.actor.value] = 1;
        });
        if (!asksAboutEvents(filter))
            markRelated(shown, filter, snapshot);
    }
    std::vector<ActorRow> rows;
    for (std::uint32_t row = 0; row < shown.size(); ++row) {
        if (shown[row] != 0)
            rows.push_back({row});
    }
    return rows;
}

}  // namespace dateline
