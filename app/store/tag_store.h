// SPDX-License-Identifier: GPL-3.0-or-later
// Reads and writes the tables tag and tagging. Throws StoreError. Opens no transaction: Session
// owns it. A tag comes into being with its first use; an unused one stays until it is removed.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/model/ids.h"

namespace dateline {

class Database;

class TagStore {
public:
    explicit TagStore(Database &database) : m_database(database) {}

    std::vector<std::string> all() const;                 // by name
    std::vector<std::string> tagsOf(ItemRef item) const;  // in the order in which they were set
    void setTags(ItemRef item, std::span<const std::string> tags);  // touches only what differs
    // What has the one has the other from now on, once; the first name is gone.
    void rename(std::string_view from, std::string_view to);
    void remove(std::string_view name);  // from everything that has it

private:
    Database &m_database;
};

}  // namespace dateline
