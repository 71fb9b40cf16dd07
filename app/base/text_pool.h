// SPDX-License-Identifier: GPL-3.0-or-later
// Many short UTF-8 texts in one block of memory, so that a million titles cost one allocation and
// a snapshot is freed at once. Append while building, then share as const: readers need no lock.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

// A text in a pool. Valid with the pool that gave it.
struct TextRef {
    std::uint32_t offset = 0;
    std::uint32_t length = 0;

    constexpr bool isEmpty() const { return length == 0; }
    constexpr bool operator==(const TextRef &) const = default;
};

class TextPool {
public:
    // Copies the text. A pool holds 4 GiB at most (checked).
    TextRef add(std::string_view text);
    std::string_view view(TextRef ref) const
    {
        return std::string_view(m_bytes).substr(ref.offset, ref.length);
    }
    std::size_t size() const { return m_bytes.size(); }
    void reserve(std::size_t bytes) { m_bytes.reserve(bytes); }
    // All of it, to keep and to make a pool of again: references stay good.
    const std::string &bytes() const { return m_bytes; }
    static TextPool of(std::string bytes);

private:
    std::string m_bytes;
};

}  // namespace dateline
