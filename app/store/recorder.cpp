// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/recorder.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <unordered_map>

#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>

#include "app/base/check.h"
#include "app/store/changeset_format.h"
#include "app/store/database_private.h"

namespace dateline {

namespace {

constexpr std::array<std::string_view, kRecordedTableCount> kTables{
    "setting",  "actor",          "alias",    "event",         "participation",
    "quantity", "role",           "relation", "reliability",   "source",
    "document", "annotation",     "claim",    "attribution",   "decision",
    "tag",      "tagging",        "view",     "view_position", "acceptance",
    "ruling",   "claim_handling", "merge",    "merge_part",
};

struct SqliteFree {
    void operator()(void *bytes) const { sqlite3_free(bytes); }
};
using SqliteBytes = std::unique_ptr<void, SqliteFree>;

struct IteratorEnd {
    void operator()(sqlite3_changeset_iter *iterator) const { sqlite3changeset_finalize(iterator); }
};

[[noreturn]] void throwChangesetError(int code, const char *doing)
{
    throw StoreError(errorCodeFor(code), std::string(doing) + ": " + sqlite3_errstr(code));
}

// A changeset that is safe to give to SQLite, whose functions take a non-const pointer and an int,
// and only read.
struct Bytes {
    explicit Bytes(std::string_view changeset)
        : size(static_cast<int>(changeset.size())), data(const_cast<char *>(changeset.data()))
    {
        DL_CHECK(changeset.size() < 0x7fffffff);
        if (!isWellFormedChangeset(changeset))
            throw StoreError(ErrorCode::DamagedFile, "a changeset in the history is damaged");
    }
    int size;
    void *data;
};

std::optional<RecordedTable> recordedTable(std::string_view name)
{
    const auto found = std::find(kTables.begin(), kTables.end(), name);
    if (found == kTables.end())
        return std::nullopt;
    return static_cast<RecordedTable>(found - kTables.begin());
}

// One row of a changeset under the iterator.
class ChangedRow {
public:
    explicit ChangedRow(sqlite3_changeset_iter *iterator) : m_iterator(iterator)
    {
        const char *table = nullptr;
        sqlite3changeset_op(iterator, &table, &m_columns, &m_operation, nullptr);
        m_table = table;
    }
    std::string_view table() const { return m_table; }
    int operation() const { return m_operation; }

    // After the change; before it, for a row that is gone. Empty where an update left it alone.
    std::optional<std::int64_t> integer(int column) const
    {
        sqlite3_value *value = nullptr;
        if (m_operation != SQLITE_DELETE)
            sqlite3changeset_new(m_iterator, column, &value);
        if (value == nullptr && m_operation != SQLITE_INSERT)
            sqlite3changeset_old(m_iterator, column, &value);
        if (value == nullptr)
            return std::nullopt;
        return sqlite3_value_int64(value);
    }
    std::int64_t id() const { return integer(0).value_or(0); }

private:
    sqlite3_changeset_iter *m_iterator;
    std::string_view m_table;
    int m_columns = 0;
    int m_operation = 0;
};

class ChangeCollector {
public:
    explicit ChangeCollector(Database &database) : m_database(database) {}

    void add(const ChangedRow &row)
    {
        const std::optional<RecordedTable> table = recordedTable(row.table());
        if (!table)
            return;
        m_changes.tables |= tableBit(*table);
        const std::int64_t id = row.id();
        switch (*table) {
        case RecordedTable::Actor:
            return note({ItemKind::Actor, id}, row.operation());
        case RecordedTable::Event:
            return note({ItemKind::Event, id}, row.operation());
        case RecordedTable::Role:
            return note({ItemKind::Role, id}, row.operation());
        case RecordedTable::Relation:
            return note({ItemKind::Relation, id}, row.operation());
        case RecordedTable::Source:
            return note({ItemKind::Source, id}, row.operation());
        case RecordedTable::Annotation:
            return note({ItemKind::Annotation, id}, row.operation());
        case RecordedTable::Claim:
            return note({ItemKind::Claim, id}, row.operation());
        case RecordedTable::Participation:
            note({ItemKind::Participation, id}, row.operation());
            return noteOwner(ItemKind::Event, row, 1,
                             "SELECT event_id FROM participation WHERE id = ?");
        case RecordedTable::Quantity:
            note({ItemKind::Quantity, id}, row.operation());
            return noteOwner(ItemKind::Event, row, 1, "SELECT event_id FROM quantity WHERE id = ?");
        case RecordedTable::Alias:
            return noteOwner(ItemKind::Actor, row, 1, "SELECT actor_id FROM alias WHERE id = ?");
        case RecordedTable::Reliability:
            return noteOwner(ItemKind::Actor, row, 1,
                             "SELECT actor_id FROM reliability WHERE id = ?");
        case RecordedTable::Attribution:
            return noteOwner(ItemKind::Claim, row, 1,
                             "SELECT claim_id FROM attribution WHERE id = ?");
        case RecordedTable::Document:
            return note({ItemKind::Source, id}, SQLITE_UPDATE);
        case RecordedTable::ClaimHandling:
            return note({ItemKind::Claim, id}, SQLITE_UPDATE);
        case RecordedTable::Decision:
        case RecordedTable::Ruling:
            return noteAbout(row.integer(0), row.integer(1));
        case RecordedTable::Tagging:
            // Taggings are added and removed, never changed.
            return noteAbout(row.integer(2), row.integer(3));
        case RecordedTable::Setting:
        case RecordedTable::Tag:
        case RecordedTable::View:
        case RecordedTable::ViewPosition:
        case RecordedTable::Acceptance:
        case RecordedTable::Merge:
        case RecordedTable::MergePart:
            return;
        }
    }

    ChangeSet finish()
    {
        for (const auto &[item, operation] : m_items) {
            if (operation == SQLITE_INSERT)
                m_changes.added.push_back(item);
            else if (operation == SQLITE_DELETE)
                m_changes.removed.push_back(item);
            else
                m_changes.changed.push_back(item);
        }
        for (std::vector<ItemRef> *items :
             {&m_changes.added, &m_changes.changed, &m_changes.removed}) {
            std::sort(items->begin(), items->end());
        }
        return std::move(m_changes);
    }

private:
    // What happened to the row itself says more than that something of it changed.
    void note(ItemRef item, int operation)
    {
        const auto [entry, isNew] = m_items.try_emplace(item, operation);
        if (!isNew && operation != SQLITE_UPDATE)
            entry->second = operation;
    }
    void noteOwner(ItemKind kind, const ChangedRow &row, int column, std::string_view sql)
    {
        std::optional<std::int64_t> owner = row.integer(column);
        if (!owner) {
            Statement statement(m_database, sql);
            if (statement.bind(row.id()).step())
                owner = statement.integer(0);
        }
        if (owner)
            note({kind, *owner}, SQLITE_UPDATE);
    }
    void noteAbout(std::optional<std::int64_t> kind, std::optional<std::int64_t> id)
    {
        if (kind && id && *kind > 0 && *kind <= static_cast<int>(ItemKind::Quantity))
            note({static_cast<ItemKind>(*kind), *id}, SQLITE_UPDATE);
    }

    Database &m_database;
    std::unordered_map<ItemRef, int> m_items;
    ChangeSet m_changes;
};

struct Conflict {
    std::string what;
};

const char *conflictName(int conflict)
{
    switch (conflict) {
    case SQLITE_CHANGESET_DATA:
        return "was changed since";
    case SQLITE_CHANGESET_NOTFOUND:
        return "is gone";
    case SQLITE_CHANGESET_CONFLICT:
        return "is there already";
    case SQLITE_CHANGESET_CONSTRAINT:
        return "breaks a constraint";
    default:
        return "leads nowhere";
    }
}

int onConflict(void *context, int conflict, sqlite3_changeset_iter *iterator)
{
    auto &found = *static_cast<Conflict *>(context);
    if (conflict == SQLITE_CHANGESET_FOREIGN_KEY) {
        found.what = "a reference would lead nowhere";
    } else {
        const ChangedRow row(iterator);
        found.what = "row " + std::to_string(row.id()) + " of " + std::string(row.table()) + " " +
                     conflictName(conflict);
    }
    return SQLITE_CHANGESET_ABORT;
}

template <typename Visit>
void forEachRow(std::string_view changeset, Visit visit)
{
    const Bytes bytes(changeset);
    sqlite3_changeset_iter *started = nullptr;
    int code = sqlite3changeset_start(&started, bytes.size, bytes.data);
    if (code != SQLITE_OK)
        throwChangesetError(code, "reading a changeset");
    const std::unique_ptr<sqlite3_changeset_iter, IteratorEnd> iterator(started);
    while ((code = sqlite3changeset_next(iterator.get())) == SQLITE_ROW)
        visit(ChangedRow(iterator.get()));
    if (code != SQLITE_DONE)
        throwChangesetError(code, "reading a changeset");
}

}  // namespace

const std::array<std::string_view, kRecordedTableCount> &recordedTables()
{
    return kTables;
}

Recorder::Recorder(Database &database)
{
    int code = sqlite3session_create(database.connection(), "main", &m_session);
    for (const std::string_view table : kTables) {
        if (code == SQLITE_OK)
            code = sqlite3session_attach(m_session, table.data());
    }
    if (code != SQLITE_OK) {
        sqlite3session_delete(m_session);
        throwChangesetError(code, "recording an edit");
    }
}

Recorder::~Recorder()
{
    sqlite3session_delete(m_session);
}

void Recorder::pause()
{
    sqlite3session_enable(m_session, 0);
}

void Recorder::resume()
{
    sqlite3session_enable(m_session, 1);
}

std::string Recorder::changeset() const
{
    int size = 0;
    void *bytes = nullptr;
    const int code = sqlite3session_changeset(m_session, &size, &bytes);
    const SqliteBytes owner(bytes);
    if (code != SQLITE_OK)
        throwChangesetError(code, "recording an edit");
    return {static_cast<const char *>(bytes), static_cast<std::size_t>(size)};
}

std::string inverted(std::string_view changeset)
{
    const Bytes bytes(changeset);
    int size = 0;
    void *inverse = nullptr;
    const int code = sqlite3changeset_invert(bytes.size, bytes.data, &size, &inverse);
    const SqliteBytes owner(inverse);
    if (code != SQLITE_OK)
        throwChangesetError(code, "inverting a changeset");
    return {static_cast<const char *>(inverse), static_cast<std::size_t>(size)};
}

std::string concatenated(std::string_view first, std::string_view second)
{
    const Bytes one(first);
    const Bytes two(second);
    int size = 0;
    void *both = nullptr;
    const int code = sqlite3changeset_concat(one.size, one.data, two.size, two.data, &size, &both);
    const SqliteBytes owner(both);
    if (code != SQLITE_OK)
        throwChangesetError(code, "joining changesets");
    return {static_cast<const char *>(both), static_cast<std::size_t>(size)};
}

void applyChangeset(Database &database, std::string_view changeset)
{
    // SQLite skips, without a word, tables that it does not know: look for them first.
    forEachRow(changeset, [](const ChangedRow &row) {
        if (!recordedTable(row.table()))
            throw StoreError(ErrorCode::Conflict, "unknown table " + std::string(row.table()));
    });
    const Bytes bytes(changeset);
    Conflict conflict;
    const int code = sqlite3changeset_apply(database.connection(), bytes.size, bytes.data, nullptr,
                                            onConflict, &conflict);
    if (code == SQLITE_OK)
        return;
    if (!conflict.what.empty())
        throw StoreError(ErrorCode::Conflict, conflict.what);
    throwChangesetError(code, "applying a changeset");
}

ChangeSet changesIn(Database &database, std::string_view changeset)
{
    ChangeCollector collector(database);
    forEachRow(changeset, [&](const ChangedRow &row) { collector.add(row); });
    return collector.finish();
}

}  // namespace dateline
