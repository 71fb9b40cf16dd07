// SPDX-License-Identifier: GPL-3.0-or-later
// The inside of Session, shared by session.cpp (work) and session_open.cpp (coming into being).
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/edit/history.h"
#include "app/edit/session.h"
#include "app/store/database.h"
#include "app/store/file_lock.h"
#include "app/store/text_index.h"

namespace dateline {

struct Session::Private {
    // Reads the whole file. Without a lock the session is read-only, and the reason must be given.
    Private(std::filesystem::path filePath, std::unique_ptr<FileLock> fileLock,
            std::unique_ptr<Database> connection, std::optional<Error> reason,
            LongWork *work = nullptr);

    // One transaction around the work, which says what it changed; then the next snapshot and the
    // listeners. Whatever fails, file and memory are as they were.
    // index brings the text index in line, where the changes alone do not tell how. watch hears how
    // far it is, and may stop it until the end.
    Result<void> change(const std::function<ChangeSet()> &work,
                        const std::function<void()> &index = {}, LongWork *watch = nullptr);
    // Undoes (newest first) or redoes (oldest first) these entries as one change.
    Result<void> step(const std::vector<std::int64_t> &ids, bool isUndo, LongWork *watch);
    ChangeSet undoOrRedoImport(std::int64_t id, bool isUndo, LongWork *watch);
    std::int64_t importedRows(const std::vector<std::int64_t> &ids) const;
    // What leads to the entry: these are undone, or else those redone.
    struct Way {
        std::vector<std::int64_t> undone;
        std::vector<std::int64_t> redone;
    };
    Way wayTo(std::int64_t historyId) const;
    void notify();  // tells the listeners of all notices, in their order
    bool isReadOnly() const { return readOnlyReason.has_value(); }

    std::filesystem::path path;
    std::unique_ptr<FileLock> lock;  // outlives the connection
    std::unique_ptr<Database> database;
    Stores stores;
    History history;
    TextIndex textIndex;
    std::optional<Error> readOnlyReason;
    int schemaVersion = 0;
    std::int64_t dataVersion = 0;
    std::string author = systemUser();
    SnapshotPointer snapshot;
    std::vector<Listener> listeners;
    std::deque<std::pair<SnapshotPointer, ChangeSet>> notices;
    bool isNotifying = false;
    bool isChanging = false;
};

}  // namespace dateline
