// SPDX-License-Identifier: GPL-3.0-or-later
// Ids for rows that were made by hand and so have none: "event-12" from the row's number. An export
// gives them; an import of the same project knows by them what it has already.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace dateline {

// 12 for "event-12" and the word "event", 0 for anything else.
std::int64_t generatedNumber(std::string_view word, std::string_view id);

// The ids of one table's rows, given in the order of their numbers.
class GivenIds {
public:
    explicit GivenIds(std::string word) : m_word(std::move(word)) {}

    void take(std::string externalId) { m_taken.insert(std::move(externalId)); }
    // Only after all that are taken. Skips ahead to a number that is free.
    const std::string &add(std::int64_t row, const std::string &externalId);
    const std::string &of(std::int64_t row) const;  // "" for a row that was not added

private:
    std::string m_word;
    std::unordered_set<std::string> m_taken;
    std::unordered_map<std::int64_t, std::string> m_ids;
};

}  // namespace dateline
