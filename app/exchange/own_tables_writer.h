// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the project as its own tables (docs/tables.md): rows in the order of their ids, so that an
// export, imported into an empty project and exported again, gives the same bytes. Reads through
// the session on its thread; memory: one table at a time.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>

#include "app/base/long_work.h"
#include "app/edit/session.h"
#include "app/exchange/generated_id.h"
#include "app/exchange/own_tables.h"
#include "app/model/filter.h"

namespace dateline {

// Which rows are written; none: all of them.
struct RowSelection {
    std::optional<std::unordered_set<EventId>> events;
    std::optional<std::unordered_set<ActorId>> actors;
    std::optional<std::unordered_set<SourceId>> sources;
};
RowSelection selectionOf(const Filter &filter, const Snapshot &snapshot);

// What an export reads: the session's own, or another connection's (app/edit/background_reading.h).
// On the connection's thread.
struct ExportedProject {
    ExportedProject(const Session &session) : stores(session.stores()), snapshot(session.snapshot())
    {
    }
    ExportedProject(const Stores &ofConnection, SnapshotPointer ofRevision)
        : stores(ofConnection), snapshot(std::move(ofRevision))
    {
    }
    const Stores &stores;
    SnapshotPointer snapshot;
};

class OwnTablesWriter {
public:
    // Where there is work, it advances by each row that gets an id or is written, and what is
    // stopped ends as a StoreError (Cancelled).
    explicit OwnTablesWriter(ExportedProject project, RowSelection selection = {},
                             LongWork *work = nullptr);
    // How many rows get an id, and how many are written into all tables together.
    static std::int64_t rowsWithIds(const Snapshot &snapshot);
    static std::int64_t rowsOfAll(const Snapshot &snapshot);

    enum class ActorsInPlace { No, Yes };  // the column `actors` of a table of events on its own
    std::string table(OwnTable table, ActorsInPlace inPlace = ActorsInPlace::No) const;
    bool isWritten(OwnTable table) const;  // false: optional, and without a row

    const RowSelection &selection() const { return m_selection; }
    const GivenIds &actorIds() const { return m_actorIds; }
    const GivenIds &eventIds() const { return m_eventIds; }
    const GivenIds &relationIds() const { return m_relationIds; }
    const GivenIds &sourceIds() const { return m_sourceIds; }
    const GivenIds &annotationIds() const { return m_annotationIds; }
    const GivenIds &claimIds() const { return m_claimIds; }
    std::string aboutId(ItemRef item) const;  // "" for nothing, and for a row that is gone

private:
    std::string events(ActorsInPlace inPlace) const;
    std::string actors() const;
    std::string participations() const;
    std::string quantities() const;
    std::string roles() const;
    std::string relations() const;
    std::string reliabilities() const;
    std::string sources() const;
    std::string annotations() const;
    std::string claims() const;
    std::string decisions() const;
    std::string rulings() const;
    std::string acceptances() const;
    std::string itemsCell(const std::vector<ItemRef> &items) const;  // "": one has no id
    std::vector<Decision> allDecisions() const;

    bool isSelected(EventId id) const
    {
        return !m_selection.events || m_selection.events->contains(id);
    }
    bool isSelected(ActorId id) const
    {
        return !m_selection.actors || m_selection.actors->contains(id);
    }
    bool isSelected(SourceId id) const
    {
        return !m_selection.sources || m_selection.sources->contains(id);
    }

    void advance() const;

    ExportedProject m_project;
    RowSelection m_selection;
    LongWork *m_work = nullptr;
    GivenIds m_actorIds{"actor"};
    GivenIds m_eventIds{"event"};
    GivenIds m_relationIds{"relation"};
    GivenIds m_sourceIds{"source"};
    GivenIds m_annotationIds{"annotation"};
    GivenIds m_claimIds{"claim"};
};

// All tables, and the originals of sources whose bytes are not their text's, into the folder, which
// is made where it is not there. All of them or, where it fails or is stopped, none.
Result<void> writeOwnTables(const ExportedProject &project, const std::filesystem::path &folder,
                            LongWork *work = nullptr);

}  // namespace dateline
