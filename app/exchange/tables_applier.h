// SPDX-License-Identifier: GPL-3.0-or-later
// Writes records through the functions of edits.h, inside one edit that tables_import.cpp runs.
// Knows which row of the project each key of the tables means. A record that does not fit is
// refused and writes nothing.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "app/edit/edits.h"
#include "app/exchange/project_tables.h"
#include "app/exchange/refusal.h"

namespace dateline {

class TablesApplier {
public:
    // A row that names one that was refused before it came here need not be listed too, where one
    // refusal refuses all.
    enum class Consequences { Listed, Silent };

    TablesApplier(Stores &stores, ImportReport &report, Consequences consequences);

    // Called for each part of the tables: first those of tables that others refer to. onRow is
    // called before each record; it may throw to give up.
    void apply(const ProjectTables &part, const std::function<void()> &onRow);
    bool hasWritten() const { return m_hasWritten; }

private:
    void apply(const ActorRecord &record);
    void apply(const EventRecord &record);
    void apply(const ParticipationRecord &record);
    void apply(const QuantityRecord &record);
    void apply(const RoleRecord &record);
    void apply(const RelationRecord &record);
    void apply(const ReliabilityRecord &record);
    void apply(const SourceRecord &record);
    void apply(const AnnotationRecord &record);
    void apply(const ClaimRecord &record);
    void apply(const DecisionRecord &record);
    void apply(const RulingRecord &record);
    void apply(const AcceptanceRecord &record);

    void addActorNamed(const ActorRecord &record);
    void addSourceOf(const SourceRecord &record, const Source &source);
    void compareSource(const SourceRecord &record, const Source &source, const Source &existing);
    bool findPlace(const AnnotationRecord &record, Annotation &wanted);

    // The rows that keys name; none, and the record refused, where nothing has the key.
    ActorId actor(RowPlace place, std::string_view field, const std::string &key);
    EventId event(RowPlace place, const std::string &key);
    SourceId source(RowPlace place, std::string_view field, const std::string &key);
    std::optional<ItemRef> about(RowPlace place, const AboutKey &key);

    ActorId findActor(const std::string &key);
    EventId findEvent(const std::string &key);
    RelationId findRelation(const std::string &key);
    SourceId findSource(const std::string &key);
    AnnotationId findAnnotation(const std::string &key);
    ClaimId findClaim(const std::string &key);
    const std::string &textOf(SourceId source);
    void learnNames();
    void rememberName(ActorId id, const Actor &actor);

    void addTagsTo(ItemRef item, const TagList &tags);  // to a row of this import
    bool setTagsOf(ItemRef item, const TagList &tags);  // whether they differed
    void refuse(RowPlace place, std::string_view field, std::string_view found,
                std::string expected);
    void refuseReference(RowPlace place, std::string_view field, const std::string &key,
                         std::string expected);
    void countExisting(bool isUpdated);
    void countAdded(std::int64_t &counter);

    Stores &m_stores;
    ImportReport &m_report;
    Consequences m_consequences;
    bool m_hasWritten = false;
    std::vector<std::string> m_files;              // of the parts so far
    std::unordered_set<std::string> m_refusedIds;  // likewise

    std::unordered_map<std::string, ActorId> m_actors;
    std::unordered_map<std::string, EventId> m_events;
    std::unordered_map<std::string, RelationId> m_relations;
    std::unordered_map<std::string, SourceId> m_sources;
    std::unordered_map<std::string, AnnotationId> m_annotations;
    std::unordered_map<std::string, ClaimId> m_claims;

    bool m_knowsNames = false;
    std::unordered_map<std::string, ActorId> m_actorsByName;
    std::unordered_map<std::string, ActorId> m_actorsByAlias;  // none: several have it

    // Events that this import has added, and whether it gave them participants; of the last one
    // all its participants, so that a table in the order of events asks the project for none.
    bool isAmongLast(EventId event, ActorId actor, const std::string &part);
    std::unordered_map<EventId, bool> m_ownEvents;
    EventId m_lastEvent;
    std::vector<std::pair<ActorId, std::string>> m_lastParts;
    // Before this import; where there were none, only those of the import can be meant.
    bool m_hadActors = true;
    bool m_hadEvents = true;
    bool m_hadRelations = true;

    std::unordered_map<std::string, std::size_t> m_quantitiesSeen;  // per event, what, unit, mode
    SourceId m_textSource;
    std::string m_text;
};

}  // namespace dateline
