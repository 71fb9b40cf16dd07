// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of words of a mapping file (docs/mapping.md, Maps), and patterns with '*'. Filled once per
// input, then only asked. Values.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline {

// Whether the whole text matches; '*' is any run of characters, also none. O(text * stars).
bool matchesPattern(std::string_view pattern, std::string_view text);

struct WordMap {
    struct Rule {
        std::vector<std::string> like;
        std::string gives;
    };
    struct File {
        std::string name;  // beside the input
        std::string format = "json";
        std::string at;     // json: pointer to the object whose members are the keys
        std::string key;    // csv, tsv: column
        std::string value;  // json: pointer inside a member; csv, tsv: column
    };

    std::string name;
    std::unordered_map<std::string, std::string> values;
    std::vector<Rule> rules;
    std::optional<File> file;
    std::unordered_map<std::string, std::string> fileValues;
    std::optional<std::string> otherwise;

    std::string of(const std::string &value) const;
};

}  // namespace dateline
