// SPDX-License-Identifier: GPL-3.0-or-later
// The value that an item shows in a field, in the notation of claims, and the claim that somebody
// chose for it. A preferred claim takes the place of what was entered; that is kept beside it (as
// the setting "entered event:3 date") and comes back with the withdrawal. What is changed by hand
// afterwards ends the preference. For the .cpp files of app/edit.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/edit/stores.h"

namespace dateline {

// Event: date, status, place, title, quantity (where one row has the unit); relation: date, status,
// relation; role: date, role. None for what has no such value.
std::optional<std::string> shownValue(const Stores &stores, ItemRef item, std::string_view field,
                                      std::string_view like = {});

// Lets the item show what the claim says, and keeps what was entered.
void showClaim(Stores &stores, const Claim &claim);
// Lets it show again what was entered, if it still shows the claim.
void showEntered(Stores &stores, const Decision &decision);
// Without a change to what is shown.
void forgetEntered(Stores &stores, ItemRef item, std::string_view field);

// After a change by hand: what no longer shows its preferred claim has none.
void endOverruledPreferences(Stores &stores, ItemRef item);

}  // namespace dateline
