// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the notes of all kinds of items at once, and the marks in sources with them: one walk over
// the tables that have notes, O(rows), so for a worker with a connection of its own. Throws
// StoreError. Opens no transaction.
#pragma once

#include <optional>
#include <stop_token>
#include <vector>

#include "app/model/note.h"

namespace dateline {

class Database;

class NoteStore {
public:
    explicit NoteStore(Database &database) : m_database(database) {}

    // By kind and id, at most as many as said; nothing where it was stopped.
    std::optional<std::vector<Note>> all(std::size_t most, const std::stop_token &stop) const;
    // The annotation that holds the note on the source as a whole; none where there is none.
    AnnotationId remarkOn(SourceId source) const;

private:
    Database &m_database;
};

}  // namespace dateline
