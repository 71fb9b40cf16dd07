// SPDX-License-Identifier: GPL-3.0-or-later
// The open file: the one place that writes. Each edit is one committed transaction whose changeset
// is its undo, kept in the file; after it the next snapshot is built and listeners are told.
//
//     Result<std::unique_ptr<Session>> session = Session::open(path);
//     (*session)->perform("Move event", [&](Stores &stores) { moveEvent(stores, id, when); });
//     (*session)->undo();
//
// One thread at a time. open() may run on a worker and the session then be handed over once with
// adoptByThisThread(). On failure nothing has changed in the file or in memory.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/error.h"
#include "app/base/long_work.h"
#include "app/edit/stores.h"
#include "app/model/change_set.h"
#include "app/model/history_entry.h"
#include "app/model/search_hit.h"
#include "app/model/snapshot.h"

namespace dateline {

enum class OpenMode { Write, ReadOnly };

class Session {
public:
    using Edit = std::function<void(Stores &)>;
    using Listener = std::function<void(const SnapshotPointer &, const ChangeSet &)>;

    // A new project; an existing file is refused (NotWritable).
    static Result<std::unique_ptr<Session>> create(const std::filesystem::path &path);
    // Refuses foreign and damaged files without ever writing to them. A file that another process
    // holds, that a newer version wrote, or that cannot be written opens read-only: see isReadOnly.
    // A file of an earlier version is brought to this one's only when all of it was read: what was
    // stopped (Cancelled) or failed has changed nothing.
    static Result<std::unique_ptr<Session>> open(const std::filesystem::path &path,
                                                 OpenMode mode = OpenMode::Write,
                                                 LongWork *work = nullptr);
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    const std::filesystem::path &path() const;
    bool isReadOnly() const;
    const Error &readOnlyReason() const;  // InUse (detail: who, where, since), NewerFile, ReadOnly
    int schemaVersion() const;
    void adoptByThisThread();

    SnapshotPointer snapshot() const;
    const Stores &stores() const;  // for reading single rows on demand

    Result<void> perform(std::string_view name, const Edit &edit);
    // The same for an import of many rows: the stores have a BulkInsert, so that the undo step
    // holds runs of ids instead of the rows. expectedRows is an estimate. Whoever writes to the
    // file by other means must not change these rows: undo tells only that one is missing, not that
    // it is another. isToStop is asked on this thread, also while indexes are made; then the edit
    // ends as Cancelled.
    struct Scale {
        std::int64_t expectedRows = 0;
        std::function<bool()> isToStop;
        std::function<void(WorkStage)> onStage;
    };
    Result<void> performImport(std::string_view name, const Scale &scale, const Edit &edit);
    bool canUndo() const;
    bool canRedo() const;
    std::string undoName() const;  // "" where nothing can be undone
    std::string redoName() const;
    // What an import of many rows is undone or brought back by can take long, and be stopped
    // (Cancelled): then all is as before.
    Result<void> undo(LongWork *work = nullptr);
    Result<void> redo(LongWork *work = nullptr);
    // Undoes or redoes until the entry is the last that is done; 0: everything undone.
    Result<void> goTo(std::int64_t historyId, LongWork *work = nullptr);
    // How many rows of imports that would take out of the file or bring back.
    std::int64_t importedRowsOfUndo() const;
    std::int64_t importedRowsOfRedo() const;
    std::int64_t importedRowsOfGoTo(std::int64_t historyId) const;
    std::vector<HistoryEntry> history(int limit = 1000) const;  // newest first
    void setAuthor(std::string author);  // written into the history; default: the system's user

    // Events, actors with aliases, sources and annotations; best first. Words of any length in any
    // script, parts of words too; several words must all occur.
    Result<std::vector<SearchHit>> search(std::string_view text, int limit) const;
    // Every item that holds all of the words: see TextIndex::matches.
    Result<std::vector<ItemRef>> matches(std::string_view text) const;

    // Called after each edit, undo, redo and reload, in the order of registration. A listener may
    // perform: that edit is made at once, and told of when all have heard of the first.
    void addListener(Listener listener);

    // Reads again what somebody else has written since; false where nothing was.
    Result<bool> reload();

    // A large file opens faster where it keeps its columns (app/store/column_cache.h). What is to
    // be done for that, to be called once, on any thread; empty where there is nothing to do. It
    // uses a connection of its own, fails in silence, and must have ended before the session does.
    std::function<void(std::stop_token)> columnCacheWork();

    // SQLite's integrity check and the foreign keys; one line per finding, empty when sound.
    std::vector<std::string> integrityFindings() const;
    // A copy of the file as it is now, whole even while it is open. The target must not exist.
    Result<void> saveCopy(const std::filesystem::path &path) const;

private:
    struct Private;
    explicit Session(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

}  // namespace dateline
