// SPDX-License-Identifier: GPL-3.0-or-later
// How long an import of a whole folder takes, beside its physical limit in the same run: prepared
// inserts of the same rows, the same indexes and FTS5 with its own settings, on one thread, without
// reading, parsing, undo or a snapshot.
//
//     cmake --preset release -DDATELINE_PERF=ON && ninja -C build/release bench_import
//     build/release/tests/perf/bench_import 100000 FOLDER
//     build/release/tests/perf/bench_import --tables TABLES FOLDER     of tables that are there
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <sys/resource.h>

#include "app/exchange/file_import.h"
#include "app/exchange/own_tables_reader.h"
#include "app/exchange/own_tables_writer.h"
#include "app/store/database.h"
#include "app/store/recorder.h"
#include "app/store/schema.h"
#include "tests/perf/generated_tables.h"

using namespace dateline;

namespace {

namespace fs = std::filesystem;

struct Taken {
    double wall = 0;
    double cpu = 0;  // of all threads
};

class Watch {
public:
    // Since the last look.
    Taken look()
    {
        const Taken now = clock();
        const Taken taken{now.wall - m_last.wall, now.cpu - m_last.cpu};
        m_last = now;
        return taken;
    }

private:
    static Taken clock()
    {
        rusage used{};
        getrusage(RUSAGE_SELF, &used);
        const auto seconds = [](timeval time) {
            return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
        };
        return {std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
                    .count(),
                seconds(used.ru_utime) + seconds(used.ru_stime)};
    }
    Taken m_last = clock();
};

void print(const char *what, Taken taken)
{
    std::printf("%-34s %8.2f s wall %8.2f s CPU\n", what, taken.wall, taken.cpu);
    std::fflush(stdout);
}

void removeFile(const fs::path &path)
{
    for (const char *ending : {"", "-wal", "-shm", ".lock"})
        fs::remove(path.string() + ending);
}

// The rows with the ids that an import gives them.
struct Rows {
    ProjectTables tables;
    std::vector<std::pair<std::int64_t, std::int64_t>> parts;
    std::vector<std::pair<std::int64_t, std::int64_t>> ties;
};

std::optional<Rows> read(const fs::path &folder)
{
    Rows rows;
    std::vector<Refusal> refused;
    if (!readOwnTables(folder, rows.tables, refused) || !refused.empty())
        return std::nullopt;
    std::unordered_map<std::string, std::int64_t> actors;
    std::unordered_map<std::string, std::int64_t> events;
    for (const ActorRecord &record : rows.tables.actors)
        actors.emplace(record.row.externalId, actors.size() + 1);
    for (const EventRecord &record : rows.tables.events)
        events.emplace(record.row.externalId, events.size() + 1);
    for (const ParticipationRecord &record : rows.tables.participations)
        rows.parts.emplace_back(events.at(record.event), actors.at(record.actor));
    for (const RelationRecord &record : rows.tables.relations)
        rows.ties.emplace_back(actors.at(record.from), actors.at(record.to));
    return rows;
}

void insertRows(Database &database, const Rows &rows)
{
    Statement actor(database, "INSERT INTO actor VALUES (?, ?, ?, ?, ?)");
    std::int64_t id = 0;
    for (const ActorRecord &record : rows.tables.actors) {
        const Actor &row = record.row;
        actor.bind(++id, row.externalId, row.name, row.kind, row.notes).run();
    }
    Statement event(database, "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    id = 0;
    for (const EventRecord &record : rows.tables.events) {
        const Event &row = record.row;
        event
            .bind(++id, row.externalId, row.title, row.kind, row.when, row.status, row.place,
                  row.notes)
            .run();
    }
    Statement part(database, "INSERT INTO participation VALUES (?, ?, ?, ?)");
    for (std::size_t i = 0; i < rows.parts.size(); ++i) {
        part.bind(i + 1, rows.parts[i].first, rows.parts[i].second,
                  rows.tables.participations[i].part)
            .run();
    }
    Statement tie(database, "INSERT INTO relation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (std::size_t i = 0; i < rows.ties.size(); ++i) {
        const Relation &row = rows.tables.relations[i].row;
        tie.bind(i + 1, row.externalId, rows.ties[i].first, rows.ties[i].second, row.kind,
                 row.isDirected, row.when, row.status, row.notes)
            .run();
    }
}

void insertText(Database &database, const Rows &rows)
{
    Statement text(database, "INSERT INTO text_index(rowid, title, body) VALUES (?, ?, ?)");
    std::int64_t id = 0;
    for (const EventRecord &record : rows.tables.events) {
        const Event &row = record.row;
        const std::string body = row.notes + '\n' + row.place + '\n' + row.kind + '\n' + row.status;
        text.bind(++id * 16 + 1, row.title, body).run();
    }
    id = 0;
    for (const ActorRecord &record : rows.tables.actors)
        text.bind(++id * 16 + 2, record.row.name, '\n' + record.row.notes).run();
}

std::vector<std::string> takeAway(Database &database, const char *type)
{
    std::vector<std::string> names;
    std::vector<std::string> creations;
    {
        Statement made(database,
                       "SELECT name, sql FROM sqlite_schema WHERE type = ? AND sql <> ''");
        made.bind(type);
        while (made.step()) {
            names.emplace_back(made.text(0));
            creations.emplace_back(made.text(1));
        }
    }
    for (const std::string &name : names)
        database.execute(("DROP " + std::string(type) + " " + name).c_str());
    return creations;
}

Taken bareSum(const fs::path &file, const Rows &rows)
{
    removeFile(file);
    {
        Database made(file, Database::Mode::Create);
        migrate(made);
    }
    Database database(file, Database::Mode::Write);
    database.execute("PRAGMA foreign_keys = OFF");
    takeAway(database, "trigger");
    const std::vector<std::string> indexes = takeAway(database, "index");

    Watch whole;
    Watch watch;
    Transaction transaction(database);
    insertRows(database, rows);
    print("bare: inserts", watch.look());
    for (const std::string &sql : indexes)
        database.execute(sql.c_str());
    print("bare: indexes", watch.look());
    insertText(database, rows);
    print("bare: FTS5", watch.look());
    transaction.commit();
    print("bare: commit", watch.look());
    return whole.look();
}

int fail(const char *what)
{
    std::fprintf(stderr, "%s\n", what);
    return EXIT_FAILURE;
}

}  // namespace

int main(int count, char **words)
{
    const bool isGiven = count > 1 && std::strcmp(words[1], "--tables") == 0;
    if (count != (isGiven ? 4 : 3))
        return fail("bench_import EVENTS FOLDER, or bench_import --tables TABLES FOLDER");
    const fs::path folder = words[isGiven ? 3 : 2];
    const fs::path tables = isGiven ? fs::path(words[2]) : folder / "tables";
    fs::create_directories(folder);
    if (!isGiven)
        writeGeneratedTables(tables, std::atoll(words[1]));

    Taken bare;
    Watch watch;
    {
        const std::optional<Rows> rows = read(tables);
        if (!rows)
            return fail("the tables cannot be read");
        print("reading and parsing, one thread", watch.look());
        bare = bareSum(folder / "bare.dateline", *rows);
        print("bare: sum", bare);
    }

    const fs::path file = folder / "import.dateline";
    removeFile(file);
    Result<std::unique_ptr<Session>> session = Session::create(file);
    if (!session)
        return fail("no file");
    watch.look();
    ImportRequest request;
    request.inputs = {tables};
    std::optional<WorkStage> stage;
    Watch stages;
    request.options.onProgress = [&](const WorkProgress &now) {
        constexpr const char *kBefore[] = {"", "import: rows", "import: indexes", "import: text"};
        if (stage && *stage != now.stage)
            print(kBefore[static_cast<int>(now.stage)], stages.look());
        stage = now.stage;
    };
    const Result<ImportReport> report = importFiles(**session, request);
    if (!report || !report->isDone)
        return fail("not imported");
    print("import: snapshot and commit", stages.look());
    const Taken taken = watch.look();
    print("import: whole", taken);
    std::printf("import / bare: %.2f of the wall, %.2f of the CPU\n", taken.wall / bare.wall,
                taken.cpu / bare.cpu);
    if (!(*session)->undo())
        return fail("not undone");
    print("undo", watch.look());
    if (!(*session)->redo())
        return fail("not redone");
    print("redo", watch.look());
    if (!writeOwnTables(**session, folder / "export"))
        return fail("not exported");
    print("export of all tables", watch.look());
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    std::printf("peak of the whole run: %ld MiB (the bare sum has all rows in memory)\n",
                used.ru_maxrss / 1024);
    return EXIT_SUCCESS;
}
