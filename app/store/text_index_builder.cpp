// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/text_index_builder.h"

#include <atomic>
#include <exception>
#include <optional>
#include <thread>
#include <vector>

#include <sqlite3.h>

#include "app/base/bounded_queue.h"
#include "app/base/check.h"
#include "app/store/database.h"
#include "app/store/search_words.h"

namespace dateline {

namespace {

constexpr std::int64_t kKinds = 16;
constexpr std::size_t kTextsAtOnce = 1'024;
constexpr std::size_t kBatchesWaiting = 16;

struct Text {
    std::int64_t row;
    std::string title;
    std::string body;
};
using Batch = std::vector<Text>;

// The tables in which FTS5 keeps an index, beside those of its settings.
struct Shadow {
    const char *read;
    const char *write;
    int columns;
};
constexpr Shadow kShadows[] = {
    {"SELECT id, block FROM text_index_data",
     "INSERT OR REPLACE INTO text_index_data(id, block) VALUES (?, ?)", 2},
    {"SELECT segid, term, pgno FROM text_index_idx",
     "INSERT INTO text_index_idx(segid, term, pgno) VALUES (?, ?, ?)", 3},
    {"SELECT id, c0, c1 FROM text_index_content",
     "INSERT INTO text_index_content(id, c0, c1) VALUES (?, ?, ?)", 3},
    {"SELECT id, sz FROM text_index_docsize",
     "INSERT INTO text_index_docsize(id, sz) VALUES (?, ?)", 2},
};

// SQLite guards these tables against statements that are not FTS5's own.
class Undefended {
public:
    explicit Undefended(Database &database) : m_connection(database.connection())
    {
        sqlite3_db_config(m_connection, SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
    }
    ~Undefended() { sqlite3_db_config(m_connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr); }
    Undefended(const Undefended &) = delete;
    Undefended &operator=(const Undefended &) = delete;

private:
    sqlite3 *m_connection;
};

// A new table has nothing in memory of what it held before, so that it reads what is put under it.
void replaceIndex(Database &database, Database &made, const std::string &definition)
{
    database.execute("DROP TABLE text_index");
    database.execute(definition.c_str());
    const Undefended undefended(database);
    for (const Shadow &shadow : kShadows) {
        Statement row(made, shadow.read);
        Statement write(database, shadow.write);
        while (row.step())
            write.copyRow(row, shadow.columns).run();
    }
}

}  // namespace

struct TextIndexBuilder::Private {
    explicit Private(Database &file)
        : database(file),
          definition(file.text("SELECT sql FROM sqlite_schema WHERE name = 'text_index'")),
          batches(kBatchesWaiting), thread([this] { build(); })
    {
    }
    ~Private() { wait(); }

    void wait()
    {
        batches.close();
        if (thread.joinable())
            thread.join();
    }

    void build()
    {
        try {
            scratch.emplace(std::filesystem::path(), Database::Mode::Scratch);
            scratch->execute(definition.c_str());
            scratch->execute(
                "INSERT INTO text_index(text_index, rank) VALUES('hashsize', 134217728);"
                "INSERT INTO text_index(text_index, rank) VALUES('automerge', 0);"
                "BEGIN");
            Statement write(*scratch,
                            "INSERT INTO text_index(rowid, title, body) VALUES (?, ?, ?)");
            while (const std::optional<Batch> batch = batches.take()) {
                for (const Text &text : *batch)
                    write.bind(text.row, composed(text.title), composed(text.body)).run();
            }
            if (isToFinish)
                scratch->execute("COMMIT");
        } catch (...) {
            failure = std::current_exception();
            batches.close();  // who adds more is not kept waiting
        }
    }

    Database &database;
    std::string definition;
    BoundedQueue<Batch> batches;
    Batch gathered;
    std::optional<Database> scratch;  // the thread's, until it has ended
    std::exception_ptr failure;       // likewise
    std::atomic<bool> isToFinish = false;
    std::thread thread;
};

TextIndexBuilder::TextIndexBuilder(Database &database) : d(std::make_unique<Private>(database)) {}

TextIndexBuilder::~TextIndexBuilder()
{
    d->wait();
    if (d->scratch)
        d->scratch->adoptByThisThread();
}

void TextIndexBuilder::add(ItemRef item, std::string title, std::string body)
{
    d->gathered.push_back({textRowOf(item), std::move(title), std::move(body)});
    if (d->gathered.size() < kTextsAtOnce)
        return;
    d->batches.put(std::move(d->gathered));
    d->gathered.clear();
    d->gathered.reserve(kTextsAtOnce);
}

void TextIndexBuilder::finish()
{
    d->batches.put(std::move(d->gathered));
    d->isToFinish = true;
    d->wait();
    if (d->failure)
        std::rethrow_exception(d->failure);
    d->scratch->adoptByThisThread();
    replaceIndex(d->database, *d->scratch, d->definition);
}

std::int64_t textRowOf(ItemRef item)
{
    return item.id * kKinds + static_cast<std::int64_t>(item.kind);
}

ItemRef textItemOf(std::int64_t row)
{
    return {static_cast<ItemKind>(row % kKinds), row / kKinds};
}

}  // namespace dateline
