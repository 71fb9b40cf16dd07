// SPDX-License-Identifier: GPL-3.0-or-later
// The distinct words of one column (kinds, places, statuses) and how often each occurs, so that a
// million rows hold numbers. Word 0 is always the empty one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline {

class ColumnReader;
class ColumnWriter;

class Vocabulary {
public:
    Vocabulary();
    // The word's number; counts one more use.
    std::uint32_t add(std::string_view word);
    void remove(std::uint32_t number) { --m_counts[number]; }  // one use less; the number stays
    // The word's number, or none (UINT32_MAX).
    std::uint32_t find(std::string_view word) const;
    const std::string &word(std::uint32_t number) const { return m_words[number]; }
    std::uint32_t count(std::uint32_t number) const { return m_counts[number]; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(m_words.size()); }
    // Numbers of the words in use, most used first, then by text; without the empty word.
    std::vector<std::uint32_t> byCount() const;
    // Under this name, to the column cache and back (column_archive.h).
    void save(std::string_view name, ColumnWriter &writer) const;
    void restore(std::string_view name, ColumnReader &reader);

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept
        {
            return std::hash<std::string_view>{}(text);
        }
    };
    std::vector<std::string> m_words;
    std::vector<std::uint32_t> m_counts;
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> m_numbers;
};

}  // namespace dateline
