// SPDX-License-Identifier: GPL-3.0-or-later
// A search for words of one or two characters alone, which an index of trigrams does not hold, in a
// large file: first in titles that are in memory, then by the trigrams that begin with a word, then
// row by row. Each step takes longer than the one before it, and what is found so far is handed out
// after each. Throws StoreError.
#pragma once

#include <functional>
#include <vector>

#include "app/model/search_hit.h"
#include "app/model/snapshot.h"
#include "app/store/search_words.h"

namespace dateline {

class Database;

struct ShortSearch {
    Database &database;
    const std::vector<SearchWord> &words;
    std::size_t limit;
    const Snapshot &titles;
    std::function<void(const std::vector<SearchHit> &)> onHits;  // may be empty
    std::function<bool()> isToStop;                              // may be empty
};

std::vector<SearchHit> searchShortWords(const ShortSearch &search);

// The last step by itself.
std::vector<SearchHit> searchRowByRow(Database &database, const std::vector<SearchWord> &words,
                                      std::size_t limit);

}  // namespace dateline
