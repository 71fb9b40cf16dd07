// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/column_cache.h"

#include <algorithm>
#include <bit>
#include <future>
#include <memory>

#define XXH_INLINE_ALL
#include <sqlite3.h>
#include <xxhash.h>

#include "app/model/column_archive.h"
#include "app/store/database.h"
#include "app/store/recorder.h"
#include "app/store/snapshot_tables.h"

namespace dateline {

namespace {

// Changes with every change of what a column holds.
constexpr std::int64_t kFormat = 2;
static_assert(std::endian::native == std::endian::little, "columns are kept as they lie in memory");

// Small enough for a transaction that nobody notices, large enough to be read at full speed.
constexpr std::size_t kChunkSize = 4u * 1024 * 1024;

// More rows noted than this, in thousandths of all, and reading them again takes longer than is
// won.
constexpr std::size_t kMostTouchedPerMille = 10;

std::size_t rowCount(const Snapshot &snapshot)
{
    return snapshot.events->size() + snapshot.participations->size() + snapshot.relations->size();
}

// Of the name as well: a column in another's place is damage.
std::int64_t checksumOf(std::string_view name, std::span<const std::byte> bytes)
{
    const XXH64_hash_t seed = XXH3_64bits(name.data(), name.size());
    return static_cast<std::int64_t>(XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed));
}

struct CacheState {
    std::int64_t generation = 0;
    bool isRecording = false;
    bool isUsable = false;
};

CacheState stateOf(Database &database)
{
    CacheState state;
    std::int64_t format = 0;
    bool isComplete = false;
    Statement row(database,
                  "SELECT generation, format, is_recording, is_complete FROM column_cache");
    if (row.step())
        row.read(state.generation, format, state.isRecording, isComplete);
    state.isUsable = isComplete && state.isRecording && format == kFormat;
    return state;
}

std::int64_t touchedCount(Database &database)
{
    return database.integer("SELECT count(*) FROM column_touched");
}

// The making was told to stop, or is no longer the newest one.
struct GivenUp {};

class ChunkWriter final : public ColumnWriter {
public:
    ChunkWriter(Database &database, std::int64_t generation, std::stop_token stop)
        : m_database(database), m_generation(generation), m_stop(std::move(stop))
    {
    }

    void write(std::string_view name, std::span<const std::byte> bytes) override
    {
        const std::int64_t first = m_nextChunk;
        std::span<const std::byte> rest = bytes;
        while (!rest.empty()) {
            const auto chunk = rest.first(std::min(kChunkSize, rest.size()));
            rest = rest.subspan(chunk.size());
            step([&] {
                const Blob blob{{reinterpret_cast<const char *>(chunk.data()), chunk.size()}};
                Statement insert(m_database, "INSERT OR REPLACE INTO column_chunk VALUES (?, ?)");
                insert.bind(m_nextChunk, blob).run();
            });
            ++m_nextChunk;
        }
        step([&] {
            Statement insert(m_database, "INSERT OR REPLACE INTO column_run VALUES (?, ?, ?, ?)");
            insert.bind(name, first, bytes.size(), checksumOf(name, bytes)).run();
        });
    }

    void finish()
    {
        step([&] {
            Statement(m_database, "DELETE FROM column_chunk WHERE id >= ?").bind(m_nextChunk).run();
            Statement(m_database, "UPDATE column_cache SET is_complete = 1").run();
        });
    }

private:
    // One short transaction, if it is still wanted.
    template <typename Work>
    void step(Work work)
    {
        if (m_stop.stop_requested())
            throw GivenUp();
        Transaction transaction(m_database);
        if (const CacheState state = stateOf(m_database);
            state.generation != m_generation || !state.isRecording)
            throw GivenUp();
        work();
        transaction.commit();
    }

    Database &m_database;
    std::int64_t m_generation;
    std::stop_token m_stop;
    std::int64_t m_nextChunk = 1;
};

struct BlobClosing {
    void operator()(sqlite3_blob *blob) const { sqlite3_blob_close(blob); }
};

// Reads chunks straight into the column, without a copy between.
class ChunkReader : public ColumnReader {
public:
    explicit ChunkReader(Database &database) : m_database(database) {}

    std::size_t size(std::string_view name) override
    {
        return static_cast<std::size_t>(find(name).size);
    }

    void read(std::string_view name, std::span<std::byte> to) override
    {
        const Run run = find(name);
        std::int64_t chunk = run.firstChunk;
        std::span<std::byte> rest = to;
        while (!rest.empty()) {
            open(chunk++);
            const int length = sqlite3_blob_bytes(m_blob.get());
            if (length <= 0 || static_cast<std::size_t>(length) > rest.size() ||
                sqlite3_blob_read(m_blob.get(), rest.data(), length, 0) != SQLITE_OK)
                throw DamagedColumns(std::string(name));
            rest = rest.subspan(static_cast<std::size_t>(length));
        }
        if (checksumOf(name, to) != run.checksum)
            throw DamagedColumns(std::string(name));
    }

private:
    struct Run {
        std::int64_t firstChunk = 0;
        std::int64_t size = 0;
        std::int64_t checksum = 0;
    };

    Run find(std::string_view name)
    {
        Run run;
        Statement row(m_database,
                      "SELECT first_chunk, size, checksum FROM column_run WHERE name = ?");
        if (!row.bind(name).step())
            throw DamagedColumns(std::string(name));
        row.read(run.firstChunk, run.size, run.checksum);
        // No column is larger than the file: a wild size would ask for all the memory there is.
        if (run.size < 0 || run.size > largestSize())
            throw DamagedColumns(std::string(name));
        return run;
    }

    std::int64_t largestSize()
    {
        if (m_largestSize < 0) {
            m_largestSize =
                m_database.integer("PRAGMA page_count") * m_database.integer("PRAGMA page_size");
        }
        return m_largestSize;
    }

    void open(std::int64_t chunk)
    {
        if (m_blob && sqlite3_blob_reopen(m_blob.get(), chunk) == SQLITE_OK)
            return;
        sqlite3_blob *blob = nullptr;
        m_blob.reset();
        const int result = sqlite3_blob_open(m_database.connection(), "main", "column_chunk",
                                             "bytes", chunk, 0, &blob);
        m_blob.reset(blob);
        if (result != SQLITE_OK)
            throw DamagedColumns("chunk " + std::to_string(chunk));
    }

    Database &m_database;
    std::unique_ptr<sqlite3_blob, BlobClosing> m_blob;
    std::int64_t m_largestSize = -1;
};

ChangeSet touchedSince(Database &database)
{
    ChangeSet since;
    since.tables =
        kAllTables & ~(tableBit(RecordedTable::Event) | tableBit(RecordedTable::Participation) |
                       tableBit(RecordedTable::Relation));
    Statement row(database, "SELECT kind, row_id FROM column_touched");
    while (row.step()) {
        ItemRef item;
        row.read(item.kind, item.id);
        since.changed.push_back(item);
        switch (item.kind) {
        case ItemKind::Event:
            since.tables |= tableBit(RecordedTable::Event);
            break;
        case ItemKind::Participation:
            since.tables |= tableBit(RecordedTable::Participation);
            break;
        case ItemKind::Relation:
            since.tables |= tableBit(RecordedTable::Relation);
            break;
        default:
            break;
        }
    }
    return since;
}

// The actors of the rows, where they are those whose places the links hold; else a table of these.
void takeActors(Database &database, ColumnReader &reader, CachedColumns &cached)
{
    const auto ids = reader.column<ActorId>("actor.id");
    const std::shared_ptr<const Table<Actor>> actors = readActors(database);
    if (std::equal(ids.begin(), ids.end(), actors->begin(), actors->end(),
                   [](ActorId id, const Actor &actor) { return actor.id == id; })) {
        cached.snapshot.actors = actors;
        cached.since.tables &= ~(tableBit(RecordedTable::Actor) | tableBit(RecordedTable::Alias));
        return;
    }
    std::vector<Actor> before;
    for (const ActorId id : ids)
        before.emplace_back().id = id;
    cached.snapshot.actors = std::make_shared<const Table<Actor>>(std::move(before));
}

struct CachedLinks {
    std::shared_ptr<const ParticipationColumns> participations;
    std::shared_ptr<const RelationColumns> relations;
};

// A connection of its own to what another one has found; for another thread.
class SecondReader {
public:
    SecondReader(const std::filesystem::path &path, std::int64_t generation)
        : m_database(path, Database::Mode::Read),
          m_transaction(m_database, Transaction::Kind::Read), m_reader(m_database)
    {
        const CacheState state = stateOf(m_database);
        if (!state.isUsable || state.generation != generation)
            throw DamagedColumns("another generation");
    }
    ChunkReader &reader() { return m_reader; }

private:
    Database m_database;
    Transaction m_transaction;
    ChunkReader m_reader;
};

constexpr std::string_view kEventTexts = "event.text";

std::string readEventTexts(const std::filesystem::path &path, std::int64_t generation)
{
    return SecondReader(path, generation).reader().texts(kEventTexts);
}

// Reads the columns of events, while somebody else reads their texts, half of all bytes.
class EventReader final : public ChunkReader {
public:
    EventReader(Database &database, std::future<std::string> texts)
        : ChunkReader(database), m_texts(std::move(texts))
    {
    }
    std::string texts(std::string_view name) override
    {
        return name == kEventTexts ? m_texts.get() : ChunkReader::texts(name);
    }

private:
    std::future<std::string> m_texts;
};

CachedLinks readLinks(const std::filesystem::path &path, std::int64_t generation)
{
    SecondReader second(path, generation);
    ChunkReader &reader = second.reader();
    const auto events = reader.size("event.id") / sizeof(EventId);
    const auto actors = static_cast<std::uint32_t>(reader.size("actor.id") / sizeof(ActorId));
    CachedLinks links;
    links.participations = std::make_shared<const ParticipationColumns>(
        ParticipationColumns::restore(reader, static_cast<std::uint32_t>(events), actors));
    links.relations =
        std::make_shared<const RelationColumns>(RelationColumns::restore(reader, actors));
    return links;
}

}  // namespace

bool needsColumnCache(Database &database, const Snapshot &snapshot)
{
    const std::size_t rows = rowCount(snapshot);
    if (rows < kFewestCachedRows)
        return false;
    return !stateOf(database).isUsable ||
           static_cast<std::size_t>(touchedCount(database)) * 1000 / kMostTouchedPerMille > rows;
}

void dropColumnCache(Database &database)
{
    database.execute("UPDATE column_cache SET is_recording = 0, is_complete = 0;"
                     "DELETE FROM column_touched");
}

void eraseColumnCache(Database &database)
{
    dropColumnCache(database);
    database.execute("DELETE FROM column_run; DELETE FROM column_chunk");
}

std::int64_t beginColumnCache(Database &database)
{
    Transaction transaction(database);
    dropColumnCache(database);
    Statement begin(database, "UPDATE column_cache SET generation = generation + 1, format = ?, "
                              "is_recording = 1");
    begin.bind(kFormat).run();
    const std::int64_t generation = stateOf(database).generation;
    transaction.commit();
    return generation;
}

void writeColumnCache(Database &database, const Snapshot &snapshot, std::int64_t generation,
                      std::stop_token stop)
{
    try {
        ChunkWriter writer(database, generation, std::move(stop));
        snapshot.events->save(writer);
        Column<ActorId> actors;
        for (const Actor &actor : *snapshot.actors)
            actors.push_back(actor.id);
        writer.column("actor.id", actors);
        snapshot.participations->save(writer);
        snapshot.relations->save(writer);
        writer.finish();
    } catch (const GivenUp &) {
        // It stays incomplete, and is made again when the file is opened next.
    }
}

std::optional<CachedColumns> readColumnCache(Database &database)
{
    const CacheState state = stateOf(database);
    if (!state.isUsable)
        return std::nullopt;
    const std::filesystem::path path = sqlite3_db_filename(database.connection(), "main");
    if (path.empty())
        return std::nullopt;  // a scratch database, which no other connection can see
    if (sqlite3_txn_state(database.connection(), "main") == SQLITE_TXN_WRITE)
        return std::nullopt;  // nor what a migration has made of it so far
    std::future<CachedLinks> links =
        std::async(std::launch::async, readLinks, path, state.generation);
    EventReader reader(database,
                       std::async(std::launch::async, readEventTexts, path, state.generation));
    try {
        CachedColumns cached;
        cached.since = touchedSince(database);
        takeActors(database, reader, cached);
        cached.snapshot.events =
            std::make_shared<const EventColumns>(EventColumns::restore(reader));
        CachedLinks read = links.get();
        cached.snapshot.participations = std::move(read.participations);
        cached.snapshot.relations = std::move(read.relations);
        return cached;
    } catch (const DamagedColumns &) {
        return std::nullopt;  // the other thread is waited for
    } catch (const StoreError &) {
        return std::nullopt;  // whether the rows can be read is for their reader to say
    }
}

}  // namespace dateline
