// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the text index of many rows on a thread of its own, in a nameless file beside the project,
// while the caller goes on; then puts it in the place of the project's. Of the same rows it finds
// the same as an index that was written row by row, in a third of the time: postings are gathered
// in memory (128 MiB at most) and written in a few sorted runs.
//
// Called on the thread of the database, inside its transaction. Throws StoreError.
#pragma once

#include <memory>
#include <string>

#include "app/model/ids.h"

namespace dateline {

class Database;

class TextIndexBuilder {
public:
    explicit TextIndexBuilder(Database &database);
    ~TextIndexBuilder();  // without finish(): nothing has changed
    TextIndexBuilder(const TextIndexBuilder &) = delete;
    TextIndexBuilder &operator=(const TextIndexBuilder &) = delete;

    // Each item once. Quickest where the items of a kind come in the order of their ids.
    void add(ItemRef item, std::string title, std::string body);
    // Waits for the thread, and has its index replace that of the database.
    void finish();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

// Where an item stands in the index, and back.
std::int64_t textRowOf(ItemRef item);
ItemRef textItemOf(std::int64_t row);

}  // namespace dateline
