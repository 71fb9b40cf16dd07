// SPDX-License-Identifier: GPL-3.0-or-later
// What an import says for itself: what it added, what it found as it was, and every row that it
// could not take, with its place. Plain values; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

// One row, cell or record that was not taken.
struct Refusal {
    std::string file;
    std::int64_t line = 0;    // from 1; the position of a JSON record; 0: the file as a whole
    std::int64_t column = 0;  // of the cell, or of the byte in the line; from 1; 0: none
    std::string field;        // column of our tables, or key of the mapping
    std::string found;        // cut to some 80 characters
    std::string expected;

    bool operator==(const Refusal &) const = default;
};

// "events.csv:3: when: found '2025-13', expected a date ..." on one line.
std::string sentenceOf(const Refusal &refusal);

struct ImportReport {
    struct Counts {
        std::int64_t events = 0;
        std::int64_t actors = 0;
        std::int64_t participations = 0;
        std::int64_t quantities = 0;
        std::int64_t roles = 0;
        std::int64_t relations = 0;
        std::int64_t reliabilities = 0;
        std::int64_t sources = 0;
        std::int64_t annotations = 0;
        std::int64_t claims = 0;
        std::int64_t decisions = 0;
        std::int64_t judgements = 0;  // rulings and acceptances

        std::int64_t total() const;
        bool operator==(const Counts &) const = default;
    };

    std::string format;
    Counts added;
    std::int64_t updated = 0;
    std::int64_t unchanged = 0;
    std::int64_t leftOut = 0;  // records that the mapping's skip_when names
    std::vector<Refusal> refused;
    std::vector<std::string> remarks;  // an encoding that was guessed, a table that is not there
    bool isDone = false;               // false: refused, or a dry run; nothing was changed
    double seconds = 0;
};

// At most maxCharacters code points of the text, on one line: control characters become blanks, and
// a text that was cut ends in an ellipsis.
std::string cutForDisplay(std::string_view text, std::size_t maxCharacters = 80);

}  // namespace dateline
