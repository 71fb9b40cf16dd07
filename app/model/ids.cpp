// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/ids.h"

#include <array>
#include <utility>

namespace dateline {

namespace {

constexpr std::array<std::pair<ItemKind, std::string_view>, 9> kNames{{
    {ItemKind::Event, "event"},
    {ItemKind::Actor, "actor"},
    {ItemKind::Role, "role"},
    {ItemKind::Relation, "relation"},
    {ItemKind::Source, "source"},
    {ItemKind::Annotation, "annotation"},
    {ItemKind::Claim, "claim"},
    {ItemKind::Participation, "participation"},
    {ItemKind::Quantity, "quantity"},
}};

}  // namespace

std::string_view nameOf(ItemKind kind)
{
    for (const auto &[known, name] : kNames) {
        if (known == kind)
            return name;
    }
    return {};
}

ItemKind itemKindFrom(std::string_view name)
{
    for (const auto &[kind, known] : kNames) {
        if (known == name)
            return kind;
    }
    return ItemKind::None;
}

}  // namespace dateline
