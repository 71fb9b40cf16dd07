// SPDX-License-Identifier: GPL-3.0-or-later
// How much of one text stands in another, word for word: reprints, corrected versions, copied
// passages. Texts are compared by their shingles, runs of a few words each (Broder, "On the
// resemblance and containment of documents", 1997). Pure; any thread; O(length) to make,
// O(shingles) to compare.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline {

class Shingles {
public:
    static constexpr std::size_t kWords = 6;  // of one

    explicit Shingles(std::string_view text);

    std::size_t size() const { return m_hashes.size(); }
    // The share of these that the other text has, too: 0 none, 1 all. 0 for a text of few words.
    double sharedWith(const Shingles &other) const;

private:
    std::vector<std::uint64_t> m_hashes;  // ascending, each once
};

}  // namespace dateline
