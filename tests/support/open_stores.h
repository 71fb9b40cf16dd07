// SPDX-License-Identifier: GPL-3.0-or-later
// A new file with our tables, open in a transaction that is never committed, for tests of the
// stores; and texts that break careless code.
#pragma once

#include <array>
#include <string>

#include "app/edit/stores.h"
#include "app/store/database.h"
#include "app/store/schema.h"
#include "tests/support/temporary_folder.h"

namespace dateline {

inline constexpr std::array<const char *, 7> kAwkwardTexts{
    "",
    "김정은, 조선민주주의인민공화국",
    "Сергей Шойгу",
    "it's \"quoted\"; DROP TABLE event; --",
    "two\nlines\r\n\tand a tab",
    "e\xCC\x81 😀 \xE2\x80\xAE \xEF\xBB\xBF",
    " blanks ",
};

struct OpenStores {
    TemporaryFolder folder;
    Database database;
    Stores stores;
    Transaction transaction;

    OpenStores()
        : database(folder / "stores.dateline", Database::Mode::Create), stores(database),
          transaction(migrated(database))
    {
    }

    ActorId actor(std::string name = "somebody")
    {
        Actor row;
        row.name = std::move(name);
        return stores.actors.put(row);
    }
    EventId event(std::string title = "something")
    {
        Event row;
        row.title = std::move(title);
        return stores.events.put(row);
    }
    SourceId source(std::string title = "somewhere")
    {
        Source row;
        row.title = std::move(title);
        return stores.sources.add(row, "text", "bytes");
    }

private:
    static Database &migrated(Database &database)
    {
        migrate(database);
        return database;
    }
};

}  // namespace dateline
