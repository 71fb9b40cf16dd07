// SPDX-License-Identifier: GPL-3.0-or-later
// Who took part in what, and the stored relations, of one snapshot, as arrays. Built once from rows
// in any order, then shared as const.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "app/base/text_pool.h"
#include "app/model/date_bounds.h"
#include "app/model/ids.h"
#include "app/model/vocabulary.h"

namespace dateline {

class ColumnReader;
class ColumnWriter;

// Participations from both sides (compressed rows): a few bytes each, neighbours next to each
// other.
class ParticipationColumns {
public:
    struct Entry {
        ParticipationId id;
        EventRow event;
        ActorRow actor;
        std::uint32_t part = 0;  // number in partWords()
    };

    void add(ParticipationId id, EventRow event, ActorRow actor, std::string_view part);
    void finish(std::uint32_t eventCount, std::uint32_t actorCount);
    // A copy without these participations, whose events and actors now stand in other rows (by
    // their old one; where it is none, its participations are left out too). More can be added
    // before it is finished: for the few rows that an edit touches.
    ParticipationColumns without(std::vector<ParticipationId> gone,
                                 const std::vector<EventRow> &newEvents,
                                 const std::vector<ActorRow> &newActors) const;

    // To the column cache and back (column_archive.h), for columns with these numbers of rows.
    void save(ColumnWriter &writer) const;
    static ParticipationColumns restore(ColumnReader &reader, std::uint32_t eventCount,
                                        std::uint32_t actorCount);

    std::span<const Entry> ofEvent(EventRow event) const;      // in the order of their ids
    std::span<const EventRow> eventsOf(ActorRow actor) const;  // ascending, so by date; distinct
    std::size_t size() const { return m_entries.size(); }
    const Vocabulary &partWords() const { return m_partWords; }

private:
    std::vector<Entry> m_entries;  // sorted by event, then id
    std::vector<std::uint32_t> m_eventBegin;
    std::vector<EventRow> m_actorEvents;
    std::vector<std::uint32_t> m_actorBegin;
    Vocabulary m_partWords;
};

class RelationColumns {
public:
    // Appends a row in any order. Only before finish().
    void add(RelationId id, ActorRow from, ActorRow to, std::string_view kind, bool isDirected,
             std::string_view whenText, const When &when, std::string_view status);
    // Sorts by id what is not in order yet.
    void finish();
    // As of participations.
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
    const When &when(RelationRow row) const { return m_when[row.value]; }
    std::string_view whenText(RelationRow row) const { return m_text.view(m_whenText[row.value]); }
    const Vocabulary &kindWords() const { return m_kindWords; }
    const Vocabulary &statusWords() const { return m_statusWords; }

private:
    TextPool m_text;
    std::vector<RelationId> m_id;
    std::vector<ActorRow> m_from;
    std::vector<ActorRow> m_to;
    std::vector<std::uint32_t> m_kind;
    std::vector<std::uint32_t> m_status;
    std::vector<std::uint8_t> m_isDirected;
    std::vector<When> m_when;
    std::vector<TextRef> m_whenText;
    Vocabulary m_kindWords;
    Vocabulary m_statusWords;
};

}  // namespace dateline
