// SPDX-License-Identifier: GPL-3.0-or-later
// Items in words: what a row, a link, a card or a dialog calls them. Pure functions of a snapshot;
// any thread.
#pragma once

#include <string>
#include <vector>

#include <QString>

#include "app/model/snapshot.h"

namespace dateline::ui {

QString kindText(ItemKind kind);  // "Event"
// "Shoigu meets Kim Jong Un", "Russia → North Korea: war", "Secretary, Security Council": "" where
// the item is gone.
QString titleOf(const Snapshot &snapshot, ItemRef item);
QString actorName(const Snapshot &snapshot, ActorId actor);  // "" for none

QString relationText(const Snapshot &snapshot, RelationRow row);
QString roleText(const Snapshot &snapshot, const Role &role);  // "Secretary, Security Council"
QString quantityText(const Quantity &quantity);                // "about 10,000 to 12,000 troops"

// The day beside which the dates of an item are read: that of the first source that says something
// about it; undated where nothing does.
Edtf publicationOf(const Snapshot &snapshot, ItemRef item);

// The fields that a claim may fill, as files have them and as people read them.
const std::vector<std::string> &claimFields();
QString fieldText(const std::string &field);  // "date" -> "Date", "counted by" as it is

// A claim: what it says, by what way it came, and its grades ("B2", "" where not graded).
QString valueText(const Snapshot &snapshot, const Claim &claim);
QString hopsText(const Snapshot &snapshot, const Claim &claim);  // "Tass → AP → Express & Star"
QString gradeText(const Snapshot &snapshot, const Claim &claim);
QString gradeMeaning(const Snapshot &snapshot, const Claim &claim);  // the same in words
QString quoteOf(const Snapshot &snapshot, const Claim &claim);       // “...”, or ""

}  // namespace dateline::ui
