// SPDX-License-Identifier: GPL-3.0-or-later
// What analysts decide about what the program computes: a finding that may stand, the standing of
// an item against its evidence, two actors that turned out to be one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/model/ids.h"

namespace dateline {

using AcceptanceId = Id<struct AcceptanceTag>;
using MergeId = Id<struct MergeTag>;

// What an item's evidence makes of it. Doubtful is for sources alone.
enum class Standing : std::uint8_t {
    Open,
    Corroborated,
    Disputed,
    Corrected,
    Retracted,
    Doubtful,
};
std::string_view nameOf(Standing standing);  // "open", "corroborated" ...
std::optional<Standing> standingNamed(std::string_view name);

// A finding of app/evidence/checks.h that somebody let stand, and why. It holds for what was
// compared then: with another basis the finding comes back.
struct Acceptance {
    AcceptanceId id;
    std::string code;
    std::vector<ItemRef> items;  // in the finding's order
    std::string basis;
    std::string reason;

    bool operator==(const Acceptance &) const = default;
};

// A person's word on the standing of an event, a relation, a claim or a source.
struct Ruling {
    ItemRef about;
    Standing standing = Standing::Open;
    std::string reason;

    bool operator==(const Ruling &) const = default;
};

// An actor that went up in another one, as it was, without what it had: MergePart tells that.
struct Merge {
    MergeId id;
    ActorId kept;
    ActorId gone;  // its id while it was there
    std::string externalId;
    std::string name;
    std::string kind;
    std::string notes;
    std::string reason;

    bool operator==(const Merge &) const = default;
};

// One thing that a merge moved or made; app/edit/merge_edits.cpp gives the words their meaning.
struct MergePart {
    std::string kind;
    std::int64_t row = 0;
    std::int64_t other = 0;
    std::string text;
    std::string language;

    bool operator==(const MergePart &) const = default;
};

// "event:3 claim:4", as files hold lists of items; what is not written so is left out.
std::string textOf(const std::vector<ItemRef> &items);
std::vector<ItemRef> itemsFrom(std::string_view text);

}  // namespace dateline
