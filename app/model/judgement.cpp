// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/judgement.h"

#include <array>
#include <charconv>

namespace dateline {

namespace {

constexpr std::array<std::string_view, 6> kStandings{"open",      "corroborated", "disputed",
                                                     "corrected", "retracted",    "doubtful"};

ItemRef itemFrom(std::string_view word)
{
    const std::size_t colon = word.find(':');
    if (colon == std::string_view::npos)
        return {};
    const ItemKind kind = itemKindFrom(word.substr(0, colon));
    const std::string_view digits = word.substr(colon + 1);
    std::int64_t id = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), id);
    if (kind == ItemKind::None || error != std::errc() || end != digits.data() + digits.size())
        return {};
    return {kind, id};
}

}  // namespace

std::string_view nameOf(Standing standing)
{
    return kStandings[static_cast<std::size_t>(standing)];
}

std::optional<Standing> standingNamed(std::string_view name)
{
    for (std::size_t i = 0; i < kStandings.size(); ++i) {
        if (kStandings[i] == name)
            return static_cast<Standing>(i);
    }
    return std::nullopt;
}

std::string textOf(const std::vector<ItemRef> &items)
{
    std::string text;
    for (const ItemRef item : items) {
        text.append(text.empty() ? "" : " ").append(nameOf(item.kind)).append(":");
        text.append(std::to_string(item.id));
    }
    return text;
}

std::vector<ItemRef> itemsFrom(std::string_view text)
{
    std::vector<ItemRef> items;
    while (!text.empty()) {
        const std::size_t blank = text.find(' ');
        if (const ItemRef item = itemFrom(text.substr(0, blank)); !item.isNull())
            items.push_back(item);
        text = blank == std::string_view::npos ? std::string_view() : text.substr(blank + 1);
    }
    return items;
}

}  // namespace dateline
