// SPDX-License-Identifier: GPL-3.0-or-later
// Whether claims on a number can all be right, and whether their sources agree on who counted. For
// disputes.cpp. Pure; O(n log n) in the claims.
#pragma once

#include "app/evidence/disagreement.h"
#include "app/evidence/disputes.h"

namespace dateline {

// The claims are about one item and support it. Values in another notation than that of
// app/model/quantity_notation.h take no part.
Disagreement quantitiesAmong(const Snapshot &snapshot, const SharedUnits &units,
                             const Claims &claims);

}  // namespace dateline
