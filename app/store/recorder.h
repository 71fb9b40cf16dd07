// SPDX-License-Identifier: GPL-3.0-or-later
// Records what one edit does to the recorded tables as a changeset (SQLite's session extension),
// and works with changesets: inverts, applies and lists them. Works inside the caller's
// transaction; throws StoreError. Same thread as the database.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "app/model/change_set.h"

struct sqlite3_session;

namespace dateline {

class Database;

// The recorded tables in the order of the schema: bit n of ChangeSet::tables is the table n.
enum class RecordedTable : std::uint8_t {
    Setting,
    Actor,
    Alias,
    Event,
    Participation,
    Quantity,
    Role,
    Relation,
    Reliability,
    Source,
    Document,
    Annotation,
    Claim,
    Attribution,
    Decision,
    Tag,
    Tagging,
    View,
    ViewPosition,
    Acceptance,
    Ruling,
    ClaimHandling,
    Merge,
    MergePart,
};
inline constexpr std::size_t kRecordedTableCount = 24;
inline constexpr std::uint32_t kAllTables = (1u << kRecordedTableCount) - 1;

const std::array<std::string_view, kRecordedTableCount> &recordedTables();

constexpr std::uint32_t tableBit(RecordedTable table)
{
    return std::uint32_t{1} << static_cast<unsigned>(table);
}
template <typename... Tables>
constexpr bool touches(const ChangeSet &changes, Tables... tables)
{
    return (changes.tables & (tableBit(tables) | ...)) != 0;
}

// Records from its construction on.
class Recorder {
public:
    explicit Recorder(Database &database);
    ~Recorder();
    Recorder(const Recorder &) = delete;
    Recorder &operator=(const Recorder &) = delete;

    // Between the two nothing is recorded.
    void pause();
    void resume();

    // What has changed so far; empty where everything is as it was.
    std::string changeset() const;

private:
    sqlite3_session *m_session = nullptr;
};

// The changeset that takes this one back.
std::string inverted(std::string_view changeset);
// One changeset that does what the two do one after the other.
std::string concatenated(std::string_view first, std::string_view second);

// Makes the changes, all of them or none: rows that are not as the changeset expects them are a
// conflict (ErrorCode::Conflict), and so is a reference that would lead nowhere.
void applyChangeset(Database &database, std::string_view changeset);

// What a changeset did, read after it was made. Rows that belong to an item (aliases,
// participations, quantities, hops, tags, grades, documents, decisions) report it as changed.
ChangeSet changesIn(Database &database, std::string_view changeset);

}  // namespace dateline
