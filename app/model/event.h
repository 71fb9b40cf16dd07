// SPDX-License-Identifier: GPL-3.0-or-later
// What happened: an event with its participations and quantities. Row types of three tables.
#pragma once

#include <optional>
#include <string>

#include "app/model/edtf.h"
#include "app/model/ids.h"

namespace dateline {

struct Event {
    EventId id;
    std::string externalId;  // the id that an import gave it; empty for what was made by hand
    std::string title;
    std::string kind;
    Edtf when;  // as entered; what is shown may rest on claims
    std::string status;
    std::string place;
    std::string notes;

    bool operator==(const Event &) const = default;
};

// One actor's part in one event. The same actor may have several parts.
struct Participation {
    ParticipationId id;
    EventId event;
    ActorId actor;
    std::string part;  // host, visitor, signatory ...; may be empty

    bool operator==(const Participation &) const = default;
};

enum class QuantityMode : std::uint8_t { Total, Additional };

// "about 10,000 to 12,000 troops": low and high are equal for one number; one may be absent.
struct Quantity {
    QuantityId id;
    EventId event;
    std::string what;
    std::optional<double> low;
    std::optional<double> high;
    std::string qualifier;  // about, at least, up to ...; may be empty
    std::string unit;
    QuantityMode mode = QuantityMode::Total;

    bool operator==(const Quantity &) const = default;
};

}  // namespace dateline
