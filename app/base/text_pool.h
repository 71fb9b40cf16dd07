// SPDX-License-Identifier: GPL-3.0-or-later
// Many short UTF-8 texts in one block of memory, so that a million titles cost one allocation and
// a snapshot is freed at once. Append while building, then share as const: readers need no lock.
// Copies share what was settled; each adds its own texts behind it.
#pragma once

#include <cstdint>
#include <memory>
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
        return ref.offset < m_settled.size()
                   ? m_settled.substr(ref.offset, ref.length)
                   : std::string_view(m_own).substr(ref.offset - m_settled.size(), ref.length);
    }
    std::size_t size() const { return m_settled.size() + m_own.size(); }
    // From now on what is here belongs to all copies. It is moved only while little was settled
    // before: O(1) beside the texts that were added, over the life of a pool.
    void settle();
    // All of it, in two parts, to keep and to make a pool of again: references stay good.
    std::string_view settled() const { return m_settled; }
    std::string_view own() const { return m_own; }
    static TextPool of(std::string bytes);

private:
    std::shared_ptr<const std::string> m_shared;
    std::string_view m_settled;  // all of it
    std::string m_own;           // texts behind it
};

}  // namespace dateline
