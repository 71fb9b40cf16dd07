// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/edit/session.h"

#include "app/base/check.h"
#include "app/edit/edits.h"
#include "app/edit/session_private.h"
#include "app/evidence/resolve.h"
#include "app/store/bulk_writing.h"
#include "app/store/column_cache.h"
#include "app/store/file_copy.h"
#include "app/store/interruption.h"
#include "app/store/late_indexes.h"
#include "app/store/recorder.h"
#include "app/store/schema.h"
#include "app/store/snapshot_reader.h"
#include "app/store/watched_database.h"

namespace dateline {

namespace {

// Sets a flag for the time of a scope.
class Raised {
public:
    explicit Raised(bool &flag) : m_flag(flag) { m_flag = true; }
    ~Raised() { m_flag = false; }
    Raised(const Raised &) = delete;
    Raised &operator=(const Raised &) = delete;

private:
    bool &m_flag;
};

// What the claims make of an event does not hang on where its actors stand or what it is tagged.
bool touchesEvidence(const ChangeSet &changes)
{
    constexpr std::uint32_t kNoEvidence =
        tableBit(RecordedTable::Setting) | tableBit(RecordedTable::Tag) |
        tableBit(RecordedTable::Tagging) | tableBit(RecordedTable::View) |
        tableBit(RecordedTable::ViewPosition) | tableBit(RecordedTable::Document) |
        tableBit(RecordedTable::Acceptance) | tableBit(RecordedTable::Merge) |
        tableBit(RecordedTable::MergePart);
    return (changes.tables & ~kNoEvidence) != 0;
}

void goOn(LongWork *work)
{
    if (work != nullptr && !work->look())
        throw StoreError(ErrorCode::Cancelled, "stopped; nothing was changed");
}

// What reading the whole file will come to, nearly: ids are given one after the other.
std::int64_t rowsToRead(Database &database)
{
    std::int64_t rows = 0;
    for (const char *table : {"event", "participation", "relation", "actor", "alias", "quantity",
                              "claim", "tagging", "role"})
        rows += database.integer("SELECT max(id) FROM " + std::string(table));
    return rows;
}

SnapshotPointer withNewEvidence(Snapshot snapshot)
{
    snapshot.evidence = std::make_shared<const std::vector<EventEvidence>>(resolveEvents(snapshot));
    return std::make_shared<const Snapshot>(std::move(snapshot));
}

}  // namespace

Session::Private::Private(std::filesystem::path filePath, std::unique_ptr<FileLock> fileLock,
                          std::unique_ptr<Database> connection, std::optional<Error> reason,
                          LongWork *work)
    : path(std::move(filePath)), lock(std::move(fileLock)), database(std::move(connection)),
      stores(*database), history(*database), textIndex(*database),
      readOnlyReason(std::move(reason)), schemaVersion(schemaVersionOf(*database)),
      dataVersion(database->integer("PRAGMA data_version"))
{
    DL_CHECK(lock != nullptr || readOnlyReason);
    if (work != nullptr)
        work->enter(WorkStage::Reading, 1, rowsToRead(*database), WorkUnit::Rows);
    const WatchedDatabase watched(*database, work, WatchedDatabase::Counts::RowsRead);
    snapshot = withNewEvidence(readSnapshot(*database));
    goOn(work);
}

Result<void> Session::Private::change(const std::function<ChangeSet()> &work,
                                      const std::function<void()> &index, LongWork *watch)
{
    if (isReadOnly())
        return failure(ErrorCode::ReadOnly, readOnlyReason->detail);
    DL_CHECK(!isChanging);
    const auto enter = [watch](WorkStage stage, double shareAtEnd) {
        if (watch != nullptr)
            watch->enter(stage, shareAtEnd);
    };
    std::optional<Error> error;
    {
        const Raised changing(isChanging);
        try {
            const WatchedDatabase watched(*database, watch);
            Transaction transaction(*database);
            ChangeSet changes = work();
            enter(WorkStage::Text, 0.85);
            if (index)
                index();
            else
                textIndex.update(changes);
            enter(WorkStage::Snapshot, 1);
            Snapshot next = readChanges(*database, *snapshot, changes);
            SnapshotPointer shared = touchesEvidence(changes)
                                         ? withNewEvidence(std::move(next))
                                         : std::make_shared<const Snapshot>(std::move(next));
            goOn(watch);
            transaction.commit();
            snapshot = std::move(shared);
            notices.emplace_back(snapshot, std::move(changes));
        } catch (const EditRefused &refused) {
            error = Error{ErrorCode::Refused, refused.what()};
        } catch (const StoreError &failed) {
            error = failed.error();
        } catch (...) {  // a bug in the edit, or no memory: somebody above will stop the program
            history.reload();
            throw;
        }
    }
    if (error) {
        try {
            history.reload();
        } catch (const StoreError &) {
            // The file cannot even be read any more; the first failure is the one to tell.
        }
        return tl::unexpected(*error);
    }
    notify();
    return {};
}

// Changesets that follow one another are joined and made as one; an import with its runs of rows
// stands by itself.
Result<void> Session::Private::step(const std::vector<std::int64_t> &ids, bool isUndo,
                                    LongWork *watch)
{
    const auto work = [&] {
        if (watch != nullptr)
            watch->enter(WorkStage::Rows, 0.6, importedRows(ids), WorkUnit::Rows);
        ChangeSet changes;
        std::string combined;
        const auto makeCombined = [&] {
            if (combined.empty())
                return;
            applyChangeset(*database, combined);
            changes = joined(std::move(changes), changesIn(*database, combined));
            combined.clear();
        };
        for (const std::int64_t id : ids) {
            if (!history.ranges(id).empty()) {
                makeCombined();
                changes = joined(std::move(changes), undoOrRedoImport(id, isUndo, watch));
                continue;
            }
            const std::string made = history.changeset(id);
            const std::string next = isUndo ? inverted(made) : made;
            combined = combined.empty() ? next : concatenated(combined, next);
        }
        makeCombined();
        history.setUndone(ids, isUndo);
        return changes;
    };
    return change(work, {}, watch);
}

ChangeSet Session::Private::undoOrRedoImport(std::int64_t id, bool isUndo, LongWork *watch)
{
    const auto advance = [watch](std::int64_t rows) {
        if (watch != nullptr)
            watch->advance(rows);
        goOn(watch);
    };
    const BulkWriting settings(*database);
    const std::vector<RowRange> ranges = history.ranges(id);
    const std::string made = history.changeset(id);
    LateIndexes indexes(*database);
    const auto recorded = [&](const std::string &changeset) {
        if (changeset.empty())
            return ChangeSet();
        applyChangeset(*database, changeset);
        return changesIn(*database, changeset);
    };
    if (isUndo) {
        ChangeSet changes = recorded(made.empty() ? made : inverted(made));
        removeRows(*database, ranges, [&](std::int64_t place, std::string_view rows) {
            history.keepRows(id, place, rows);
            advance(kRowsAtOnce);
        });
        indexes.make();
        return joined(std::move(changes), removalOf(ranges));
    }
    history.forEachOfKeptRows(id, [&](std::string_view rows) {
        applyChangeset(*database, rows);
        advance(kRowsAtOnce);
    });
    history.forgetKeptRows(id);
    indexes.make();
    return joined(additionOf(ranges), recorded(made));
}

std::int64_t Session::Private::importedRows(const std::vector<std::int64_t> &ids) const
{
    std::int64_t rows = 0;
    try {
        for (const std::int64_t id : ids) {
            for (const RowRange &range : history.ranges(id))
                rows += range.count();
        }
    } catch (const StoreError &) {
        return 0;  // whether the file can be read is for the step itself to say
    }
    return rows;
}

Session::Private::Way Session::Private::wayTo(std::int64_t historyId) const
{
    Way way{history.doneAfter(historyId), {}};
    if (way.undone.empty())
        way.redone = history.undoneUpTo(historyId);
    return way;
}

void Session::Private::notify()
{
    if (isNotifying)
        return;
    const Raised notifying(isNotifying);
    while (!notices.empty()) {
        const auto [seen, changes] = std::move(notices.front());
        notices.pop_front();
        // By position: a listener may add another one.
        for (std::size_t i = 0; i < listeners.size(); ++i) {
            const Listener listener = listeners[i];
            listener(seen, changes);
        }
    }
}

Session::Session(std::unique_ptr<Private> inside) : d(std::move(inside)) {}

Session::~Session() = default;

const std::filesystem::path &Session::path() const
{
    return d->path;
}

bool Session::isReadOnly() const
{
    return d->isReadOnly();
}

const Error &Session::readOnlyReason() const
{
    DL_CHECK(d->isReadOnly());
    return *d->readOnlyReason;
}

int Session::schemaVersion() const
{
    return d->schemaVersion;
}

void Session::adoptByThisThread()
{
    d->database->adoptByThisThread();
}

SnapshotPointer Session::snapshot() const
{
    return d->snapshot;
}

const Stores &Session::stores() const
{
    return d->stores;
}

Result<void> Session::perform(std::string_view name, const Edit &edit)
{
    return d->change([&] {
        const Recorder recorder(*d->database);
        edit(d->stores);
        const std::string changeset = recorder.changeset();
        // An edit that changed nothing leaves no line that could be undone.
        if (!changeset.empty())
            d->history.append(name, d->author, utcTimestamp(), changeset);
        return changesIn(*d->database, changeset);
    });
}

Result<void> Session::performImport(std::string_view name, const Scale &scale, const Edit &edit)
{
    const auto enter = [&](WorkStage stage) {
        if (scale.onStage)
            scale.onStage(stage);
    };
    const BulkWriting settings(*d->database);
    std::optional<Recorder> recorder;
    std::optional<BulkInsert> bulk;
    // Goes after the transaction: what it holds is asked until the last statement.
    std::optional<Interruption> interruption;
    ChangeSet recorded;
    const auto work = [&] {
        interruption.emplace(*d->database, scale.isToStop);
        recorder.emplace(*d->database);
        bulk.emplace(*d->database, *recorder, scale.expectedRows);
        Stores stores(*d->database);
        stores.bulk = &*bulk;
        enter(WorkStage::Rows);
        edit(stores);
        enter(WorkStage::Indexes);
        bulk->makeIndexes();
        const std::string changeset = recorder->changeset();
        recorder.reset();
        const std::vector<RowRange> &ranges = bulk->ranges();
        if (!changeset.empty() || !ranges.empty())
            d->history.append(name, d->author, utcTimestamp(), changeset, ranges);
        recorded = changesIn(*d->database, changeset);
        return joined(additionOf(ranges), recorded);
    };
    const auto index = [&] {
        enter(WorkStage::Text);
        bulk->finishText(recorded);
        enter(WorkStage::Snapshot);
    };
    return d->change(work, index);
}

bool Session::canUndo() const
{
    return !d->isReadOnly() && d->history.nextUndo().id != 0;
}

bool Session::canRedo() const
{
    return !d->isReadOnly() && d->history.nextRedo().id != 0;
}

std::string Session::undoName() const
{
    return canUndo() ? d->history.nextUndo().name : std::string();
}

std::string Session::redoName() const
{
    return canRedo() ? d->history.nextRedo().name : std::string();
}

Result<void> Session::undo(LongWork *work)
{
    if (!d->isReadOnly() && !canUndo())
        return failure(ErrorCode::Refused, "there is nothing to undo");
    return d->step({d->history.nextUndo().id}, true, work);
}

Result<void> Session::redo(LongWork *work)
{
    if (!d->isReadOnly() && !canRedo())
        return failure(ErrorCode::Refused, "there is nothing to redo");
    return d->step({d->history.nextRedo().id}, false, work);
}

std::int64_t Session::importedRowsOfUndo() const
{
    return canUndo() ? d->importedRows({d->history.nextUndo().id}) : 0;
}

std::int64_t Session::importedRowsOfRedo() const
{
    return canRedo() ? d->importedRows({d->history.nextRedo().id}) : 0;
}

std::int64_t Session::importedRowsOfGoTo(std::int64_t historyId) const
{
    try {
        const Private::Way way = d->wayTo(historyId);
        return d->importedRows(way.undone) + d->importedRows(way.redone);
    } catch (const StoreError &) {
        return 0;
    }
}

Result<void> Session::goTo(std::int64_t historyId, LongWork *work)
{
    try {
        if (historyId != 0 && !d->history.contains(historyId))
            return failure(ErrorCode::NotFound,
                           "the history has no entry " + std::to_string(historyId));
        const Private::Way way = d->wayTo(historyId);
        if (!way.undone.empty())
            return d->step(way.undone, true, work);
        if (!way.redone.empty())
            return d->step(way.redone, false, work);
    } catch (const StoreError &error) {
        return tl::unexpected(error.error());
    }
    return {};
}

std::vector<HistoryEntry> Session::history(int limit) const
{
    try {
        return d->history.entries(limit);
    } catch (const StoreError &) {
        return {};
    }
}

void Session::setAuthor(std::string author)
{
    d->author = author.empty() ? systemUser() : std::move(author);
}

Result<std::vector<SearchHit>> Session::search(std::string_view text, int limit) const
{
    try {
        return d->textIndex.search(text, limit, *d->snapshot);
    } catch (const StoreError &error) {
        return tl::unexpected(error.error());
    }
}

Result<std::vector<ItemRef>> Session::matches(std::string_view text) const
{
    try {
        return d->textIndex.matches(text);
    } catch (const StoreError &error) {
        return tl::unexpected(error.error());
    }
}

void Session::addListener(Listener listener)
{
    d->listeners.push_back(std::move(listener));
}

Result<bool> Session::reload()
{
    DL_CHECK(!d->isChanging);
    try {
        const std::int64_t version = d->database->integer("PRAGMA data_version");
        if (version == d->dataVersion)
            return false;
        Snapshot next = readSnapshot(*d->database);
        next.revision = d->snapshot->revision + 1;
        d->history.reload();
        d->dataVersion = version;
        d->snapshot = withNewEvidence(std::move(next));
    } catch (const StoreError &error) {
        return tl::unexpected(error.error());
    }
    ChangeSet everything;
    everything.tables = kAllTables;
    d->notices.emplace_back(d->snapshot, std::move(everything));
    d->notify();
    return true;
}

std::function<void(std::stop_token)> Session::columnCacheWork()
{
    try {
        if (isReadOnly() || !needsColumnCache(*d->database, *d->snapshot))
            return {};
        return [path = d->path, snapshot = d->snapshot,
                generation = beginColumnCache(*d->database)](std::stop_token stop) {
            try {
                Database database(path, Database::Mode::Write);
                writeColumnCache(database, *snapshot, generation, std::move(stop));
            } catch (const StoreError &) {
                // A full disk, most likely. The file is whole, and opens as slowly as before.
            }
        };
    } catch (const StoreError &) {
        return {};
    }
}

std::vector<std::string> Session::integrityFindings() const
{
    std::vector<std::string> findings;
    try {
        Statement pages(*d->database, "PRAGMA integrity_check");
        while (pages.step()) {
            if (pages.text(0) != "ok")
                findings.emplace_back(pages.text(0));
        }
        Statement keys(*d->database, "PRAGMA foreign_key_check");
        while (keys.step()) {
            findings.push_back("row " + std::to_string(keys.integer(1)) + " of " +
                               std::string(keys.text(0)) + " refers to a row of " +
                               std::string(keys.text(2)) + " that is not there");
        }
    } catch (const StoreError &error) {
        findings.emplace_back(error.what());
    }
    return findings;
}

Result<void> Session::saveCopy(const std::filesystem::path &path) const
{
    return copyDatabase(*d->database, path);
}

}  // namespace dateline
