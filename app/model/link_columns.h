// SPDX-License-Identifier: GPL-3.0-or-later
// Who took part in what, and the stored relations, of one snapshot, as arrays. Built once from rows
// in any order, then shared as const.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "app/base/column.h"
#include "app/base/text_pool.h"
#include "app/model/date_bounds.h"
#include "app/model/ids.h"
#include "app/model/vocabulary.h"

namespace dateline {

class ColumnReader;
class ColumnWriter;
class RowMoves;

// Participations from both sides (compressed rows): a few bytes each, neighbours next to each
// other.
class ParticipationColumns {
public:
    struct Entry {
        ParticipationId id;
        ActorRow actor;
        std::uint32_t part = 0;  // number in partWords()
    };

    void add(ParticipationId id, EventRow event, ActorRow actor, std::string_view part);
    void finish(std::uint32_t eventCount, std::uint32_t actorCount);
    // These columns without the participations that are gone, whose events and actors now stand in
    // other rows (actors by their old one; where it is none, its participations are left out too).
    // Others can be added, by the new rows, before they are finished: for the few rows that an edit
    // touches. Moves and actors must live until then. O(n) bytes in long runs where only few events
    // have moved among the others and no actor has.
    ParticipationColumns without(std::vector<ParticipationId> gone, const RowMoves &events,
                                 const std::vector<ActorRow> &newActors) const;

    // To the column cache and back (column_archive.h), for columns with these numbers of rows.
    void save(ColumnWriter &writer) const;
    static ParticipationColumns restore(ColumnReader &reader, std::uint32_t eventCount,
                                        std::uint32_t actorCount);

    std::span<const Entry> ofEvent(EventRow event) const;      // in the order of their ids
    std::span<const EventRow> eventsOf(ActorRow actor) const;  // ascending, so by date; distinct
    // Where the entries of each event begin among all; one more at the end.
    std::span<const std::uint32_t> eventBegins() const { return m_eventBegin; }
    // Of all actors, one after the other.
    std::span<const EventRow> actorEvents() const { return m_actorEvents; }
    // Where in them an actor's events begin.
    std::uint32_t actorBegin(ActorRow actor) const { return m_actorBegin[actor.value]; }
    std::size_t size() const { return m_entries.size(); }
    const Vocabulary &partWords() const { return m_partWords; }

private:
    struct Added {
        Entry entry;
        EventRow event;
    };
    struct Before;  // what an edit begins with

    class Join;  // what comes of it

    void placeEntries(std::uint32_t eventCount);
    void listActorEvents(std::uint32_t actorCount);

    Column<Entry> m_entries;  // by event, then id
    Column<std::uint32_t> m_eventBegin;
    Column<EventRow> m_actorEvents;
    Column<std::uint32_t> m_actorBegin;
    std::vector<Added> m_added;  // until finish()
    Vocabulary m_partWords;
    std::shared_ptr<const Before> m_before;  // from without() to finish()
};

class RelationColumns {
public:
    // Appends a row in any order. Only before finish().
    void add(RelationId id, ActorRow from, ActorRow to, std::string_view kind, bool isDirected,
             std::string_view whenText, const When &when, std::string_view status);
    // Sorts by id what is not in order yet.
    void finish();
    // These columns without the relations that are gone, whose actors now stand in other rows
    // (none: their relations are left out too); more can be added before they are finished.
    RelationColumns without(std::vector<RelationId> gone,
                            const std::vector<ActorRow> &newActors) const;
    // To the column cache and back (column_archive.h), for actors of this number.
    void save(ColumnWriter &writer) const;
    static RelationColumns restore(ColumnReader &reader, std::uint32_t actorCount);

    std::uint32_t size() const { return static_cast<std::uint32_t>(m_id.size()); }
    RelationId id(RelationRow row) const { return m_id[row.value]; }  // ascending
    RelationRow rowOf(RelationId id) const;                           // O(log n)
    ActorRow from(RelationRow row) const { return m_from[row.value]; }
    ActorRow to(RelationRow row) const { return m_to[row.value]; }
    std::uint32_t kind(RelationRow row) const { return m_kind[row.value]; }
    std::uint32_t status(RelationRow row) const { return m_status[row.value]; }
    bool isDirected(RelationRow row) const { return m_isDirected[row.value] != 0; }
    When when(RelationRow row) const
    {
        return {m_bounds[row.value], m_form[row.value], m_precision[row.value], m_flags[row.value]};
    }
    std::string_view whenText(RelationRow row) const { return m_text.view(m_whenText[row.value]); }
    const Vocabulary &kindWords() const { return m_kindWords; }
    const Vocabulary &statusWords() const { return m_statusWords; }
    // From the first earliest begin to the last latest end that are not distant; none where no
    // relation is dated. Known since finish().
    std::optional<TimeSpan> extent() const { return m_extent; }

private:
    struct Before;  // what an edit begins with

    template <typename F, typename... Columns>
    static void forEachColumn(F &&f, Columns &...columns)
    {
        f("relation.id", columns.m_id...);
        f("relation.from", columns.m_from...);
        f("relation.to", columns.m_to...);
        f("relation.kind", columns.m_kind...);
        f("relation.status", columns.m_status...);
        f("relation.is_directed", columns.m_isDirected...);
        f("relation.bounds", columns.m_bounds...);
        f("relation.form", columns.m_form...);
        f("relation.precision", columns.m_precision...);
        f("relation.flags", columns.m_flags...);
        f("relation.when_text", columns.m_whenText...);
    }

    void findExtent();

    TextPool m_text;
    Column<RelationId> m_id;
    Column<ActorRow> m_from;
    Column<ActorRow> m_to;
    Column<std::uint32_t> m_kind;
    Column<std::uint32_t> m_status;
    Column<std::uint8_t> m_isDirected;
    Column<DateBounds> m_bounds;
    Column<DateForm> m_form;
    Column<Precision> m_precision;
    Column<std::uint8_t> m_flags;
    Column<TextRef> m_whenText;
    Vocabulary m_kindWords;
    Vocabulary m_statusWords;
    std::optional<TimeSpan> m_extent;
    std::shared_ptr<const Before> m_before;  // from without() to finish()
};

}  // namespace dateline
