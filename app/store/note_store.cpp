// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/note_store.h"

#include "app/store/queries.h"

namespace dateline {

namespace {

// In the order of ItemKind. No table has an index on its notes: of a million events hardly any has
// one, and an index would cost every import more than the walk costs.
constexpr std::string_view kNotes[] = {
    "SELECT 1, id, notes, '', '', 0 FROM event WHERE notes <> '' ORDER BY id",
    "SELECT 2, id, notes, '', '', 0 FROM actor WHERE notes <> '' ORDER BY id",
    "SELECT 4, id, notes, '', '', 0 FROM relation WHERE notes <> '' ORDER BY id",
    // The first remark on each source is its note.
    "SELECT 5, source_id, note, made_by, made_at, min(id) FROM annotation "
    "WHERE begin = 0 AND end = 0 GROUP BY source_id ORDER BY source_id",
    "SELECT 6, id, note, made_by, made_at, 0 FROM annotation "
    "WHERE begin < end ORDER BY id",
    "SELECT 7, id, notes, '', '', 0 FROM claim WHERE notes <> '' ORDER BY id",
};

}  // namespace

std::optional<std::vector<Note>> NoteStore::all(std::size_t most, const std::stop_token &stop) const
{
    std::vector<Note> notes;
    for (const std::string_view sql : kNotes) {
        Statement statement(m_database, sql);
        while (notes.size() < most && statement.step()) {
            Note &note = notes.emplace_back();
            statement.read(note.about.kind, note.about.id, note.text, note.madeBy, note.madeAt,
                           note.remark);
            if (stop.stop_requested())
                return std::nullopt;
        }
        if (stop.stop_requested())
            return std::nullopt;
    }
    return notes;
}

AnnotationId NoteStore::remarkOn(SourceId source) const
{
    return firstIdFrom<AnnotationId>(m_database,
                                     "SELECT id FROM annotation WHERE source_id = ? "
                                     "AND begin = 0 AND end = 0 ORDER BY id",
                                     source);
}

}  // namespace dateline
