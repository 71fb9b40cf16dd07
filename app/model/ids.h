// SPDX-License-Identifier: GPL-3.0-or-later
// The names of all rows, each a type of its own.
#pragma once

#include <array>
#include <string_view>

#include "app/base/strong_id.h"

namespace dateline {

using EventId = Id<struct EventTag>;
using ParticipationId = Id<struct ParticipationTag>;
using QuantityId = Id<struct QuantityTag>;
using ActorId = Id<struct ActorTag>;
using AliasId = Id<struct AliasTag>;
using RoleId = Id<struct RoleTag>;
using RelationId = Id<struct RelationTag>;
using SourceId = Id<struct SourceTag>;
using AnnotationId = Id<struct AnnotationTag>;
using ClaimId = Id<struct ClaimTag>;
using AttributionId = Id<struct AttributionTag>;
using ReliabilityId = Id<struct ReliabilityTag>;
using TagId = Id<struct TagTag>;
using TaggingId = Id<struct TaggingTag>;
using ViewId = Id<struct ViewTag>;

using EventRow = Row<struct EventTag>;
using ActorRow = Row<struct ActorTag>;
using RelationRow = Row<struct RelationTag>;

// What a claim is about, a search hit is, a selection holds. The numbers stand in files: keep them.
enum class ItemKind : std::uint8_t {
    None = 0,
    Event = 1,
    Actor = 2,
    Role = 3,
    Relation = 4,
    Source = 5,
    Annotation = 6,
    Claim = 7,
    Participation = 8,
    Quantity = 9,
};

struct ItemRef {
    ItemKind kind = ItemKind::None;
    std::int64_t id = 0;

    constexpr ItemRef() = default;
    constexpr ItemRef(ItemKind itemKind, std::int64_t itemId) : kind(itemKind), id(itemId) {}
    constexpr ItemRef(EventId event) : ItemRef(ItemKind::Event, event.value) {}
    constexpr ItemRef(ActorId actor) : ItemRef(ItemKind::Actor, actor.value) {}
    constexpr ItemRef(RoleId role) : ItemRef(ItemKind::Role, role.value) {}
    constexpr ItemRef(RelationId relation) : ItemRef(ItemKind::Relation, relation.value) {}
    constexpr ItemRef(SourceId source) : ItemRef(ItemKind::Source, source.value) {}
    constexpr ItemRef(AnnotationId annotation) : ItemRef(ItemKind::Annotation, annotation.value) {}
    constexpr ItemRef(ClaimId claim) : ItemRef(ItemKind::Claim, claim.value) {}

    // Also of an id that is none, as of an item that was not made after all.
    constexpr bool isNull() const { return kind == ItemKind::None || id == 0; }
    constexpr EventId event() const { return {kind == ItemKind::Event ? id : 0}; }
    constexpr ActorId actor() const { return {kind == ItemKind::Actor ? id : 0}; }
    constexpr RoleId role() const { return {kind == ItemKind::Role ? id : 0}; }
    constexpr RelationId relation() const { return {kind == ItemKind::Relation ? id : 0}; }
    constexpr SourceId source() const { return {kind == ItemKind::Source ? id : 0}; }
    constexpr AnnotationId annotation() const { return {kind == ItemKind::Annotation ? id : 0}; }
    constexpr ClaimId claim() const { return {kind == ItemKind::Claim ? id : 0}; }
    constexpr auto operator<=>(const ItemRef &) const = default;
};

// "event", "actor" ...: the words that files and the command line use. "" for None.
std::string_view nameOf(ItemKind kind);
ItemKind itemKindFrom(std::string_view name);  // None for an unknown name

}  // namespace dateline

template <>
struct std::hash<dateline::ItemRef> {
    std::size_t operator()(const dateline::ItemRef &item) const noexcept
    {
        return std::hash<std::int64_t>{}(item.id * 16 + static_cast<std::int64_t>(item.kind));
    }
};
