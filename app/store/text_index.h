// SPDX-License-Identifier: GPL-3.0-or-later
// Full text search over events, actors with their aliases, sources and annotations: FTS5 with
// trigrams, so that parts of words are found in any script. Kept from change sets, inside the
// edit's transaction. Throws StoreError.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <string_view>
#include <vector>

#include "app/model/change_set.h"
#include "app/model/search_hit.h"
#include "app/model/snapshot.h"

namespace dateline {

class Database;

// A part of the index, for two connections that look through it side by side.
struct TextRows {
    std::int64_t first = std::numeric_limits<std::int64_t>::min();
    std::int64_t last = std::numeric_limits<std::int64_t>::max();
};

class TextIndex {
public:
    explicit TextIndex(Database &database) : m_database(database) {}

    // Brings the index in line with what was changed. Made anew when most of it changed, or when it
    // is empty beside rows that it should hold.
    void update(const ChangeSet &changes);
    void rebuild();
    std::int64_t size() const;  // items in it

    // The text of every item of the file that is to be found, in the order of a new index.
    using Visit = std::function<void(ItemRef, std::string_view title, std::string_view body)>;
    static void forEachText(Database &database, const Visit &visit);

    // Any text is safe. Its words must all occur, in any order, whatever their case; what is found
    // in titles comes first. Of more than a few hundred rows that match, the first few hundred are
    // ranked. Words of one or two characters alone, which the index does not hold, may need a look
    // at each row, some seconds for a million events: onHits is told what was found before that,
    // and isToStop, asked now and then, ends the search as Cancelled. Both may be empty.
    using OnHits = std::function<void(const std::vector<SearchHit> &)>;
    std::vector<SearchHit> search(std::string_view text, int limit, const Snapshot &titles,
                                  const OnHits &onHits = {},
                                  const std::function<bool()> &isToStop = {}) const;

    // Every item whose text holds all of the words, however many, in the order of the index: what a
    // filter by words asks. Some 60 ms for a word in each seventh of a million events; words of one
    // or two characters alone are looked for in each row, as by search(). isToStop as there.
    std::vector<ItemRef> matches(std::string_view text, const std::function<bool()> &isToStop = {},
                                 TextRows rows = {}) const;
    std::int64_t lastRow() const;  // 0: it is empty

private:
    void put(ItemRef item);
    void remove(ItemRef item);

    Database &m_database;
};

}  // namespace dateline
