// SPDX-License-Identifier: GPL-3.0-or-later
// Handling marks (Traffic Light Protocol 2.0) as a ladder, and what stands above a rung: an export
// that promises a mark must hold nothing stricter. A mark that is not of the protocol stands above
// all of it, for nobody can say what it allows; no mark stands below. Pure; O(claims + sources).
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "app/model/snapshot.h"

namespace dateline {

// CLEAR (and WHITE) 0, GREEN 1, AMBER 2, AMBER+STRICT 3, RED 4; with or without "TLP:", in either
// case. -1 for no mark; kUnknownMark for another word.
inline constexpr int kUnknownMark = 5;
int rankOf(std::string_view mark);
bool isKnownMark(std::string_view mark);

// The mark of a claim: its own, or its source's where that is stricter.
std::string_view markOf(const Snapshot &snapshot, const Claim &claim);

// Sources and claims that are stricter than the mark, of those whose claims are about something
// that is shown; about everything where `isShown` is empty.
std::vector<ItemRef> aboveMark(const Snapshot &snapshot, std::string_view mark,
                               const std::function<bool(ItemRef)> &isShown = {});

}  // namespace dateline
