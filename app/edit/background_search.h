// SPDX-License-Identifier: GPL-3.0-or-later
// The search of a session for a worker: on a connection of its own, so that a long one keeps nobody
// waiting. It sees what is committed. Used by one thread, the one that searches first.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>
#include <string_view>
#include <vector>

#include "app/base/error.h"
#include "app/model/search_hit.h"
#include "app/model/snapshot.h"

namespace dateline {

class Database;

class BackgroundSearch {
public:
    explicit BackgroundSearch(std::filesystem::path path);
    ~BackgroundSearch();  // on any thread, after the last search
    BackgroundSearch(const BackgroundSearch &) = delete;
    BackgroundSearch &operator=(const BackgroundSearch &) = delete;

    // As Session::search; the snapshot is that of the session. onHits is told of what is found on
    // the way where the rest takes long. Cancelled where it was stopped; NewerFile where the file
    // is of another version than this program's, which only the session itself can read.
    using OnHits = std::function<void(const std::vector<SearchHit> &)>;
    Result<std::vector<SearchHit>> search(std::string_view text, int limit,
                                          const Snapshot &snapshot, const OnHits &onHits,
                                          const std::stop_token &stop);

    // As Session::matches; two threads look through it.
    Result<std::vector<ItemRef>> matches(std::string_view text, const std::stop_token &stop);

private:
    Database &database();  // opened when first asked for; throws as search() fails

    std::filesystem::path m_path;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Database> m_beside;  // on a second thread, while the first searches too
};

}  // namespace dateline
