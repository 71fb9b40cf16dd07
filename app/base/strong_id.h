// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers that do not mix. An Id names a row of a table for ever; a Row is a position inside one
// snapshot and means nothing outside it.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace dateline {

template <typename Tag>
struct Id {
    std::int64_t value = 0;  // 0: none

    constexpr bool isNull() const { return value == 0; }
    constexpr explicit operator bool() const { return value != 0; }
    constexpr auto operator<=>(const Id &) const = default;
};

template <typename Tag>
struct Row {
    std::uint32_t value = UINT32_MAX;  // UINT32_MAX: none

    constexpr bool isNull() const { return value == UINT32_MAX; }
    constexpr explicit operator bool() const { return value != UINT32_MAX; }
    constexpr auto operator<=>(const Row &) const = default;
};

}  // namespace dateline

template <typename Tag>
struct std::hash<dateline::Id<Tag>> {
    std::size_t operator()(dateline::Id<Tag> id) const noexcept
    {
        return std::hash<std::int64_t>{}(id.value);
    }
};
