// SPDX-License-Identifier: GPL-3.0-or-later
// A claim: a source, and where known the words in it, say something about one field of one item. It
// came by ordered hops, from the first speaker to the outlet that printed it. Newer claims never
// overwrite older ones; app/evidence resolves what is shown.
#pragma once

#include <string>
#include <vector>

#include "app/model/ids.h"

namespace dateline {

enum class Stance : std::uint8_t { Supports, Contradicts };

struct Claim {
    ClaimId id;
    std::string externalId;
    SourceId source;
    AnnotationId annotation;  // may be none
    ItemRef about;            // event, role, relation or actor; may be none: just a claim
    std::string field;    // date, status, place, quantity, participation, role, relation, title ...
    std::string value;    // in the field's own notation: EDTF for dates, "10000..12000 troops"
    std::string status;   // took place, expected, suspected, denied ...
    int credibility = 0;  // 1..6, 0: not graded
    std::string likelihood;  // ICD 203 word, may be empty
    Stance stance = Stance::Supports;
    std::string notes;
    std::vector<ActorId> attribution;  // hops in order, the first speaker first
    std::string handling;              // TLP mark of its own, may be empty: its source's

    bool operator==(const Claim &) const = default;
};

// A person's choice of the claim that a field shows, with the reason.
struct Decision {
    ItemRef about;
    std::string field;
    ClaimId preferred;
    std::string reason;

    bool operator==(const Decision &) const = default;
};

}  // namespace dateline
