// SPDX-License-Identifier: GPL-3.0-or-later
// Events by their titles, for claims that name one. Lower case is that of ASCII; a title that
// several events have names none of them. O(events) once.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "app/model/snapshot.h"

namespace dateline {

class EventTitles {
public:
    explicit EventTitles(const EventColumns &events);

    EventRow find(std::string_view title) const;

private:
    std::unordered_map<std::string, EventRow> m_rows;
};

}  // namespace dateline
