// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/event_titles.h"

namespace dateline {

namespace {

std::string folded(std::string_view text)
{
    std::string out(text);
    for (char &c : out) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c + ('a' - 'A'));
    }
    return out;
}

}  // namespace

EventTitles::EventTitles(const EventColumns &events)
{
    for (EventRow row{0}; row.value < events.size(); ++row.value) {
        const auto [entry, isNew] = m_rows.try_emplace(folded(events.title(row)), row);
        if (!isNew)
            entry->second = EventRow();
    }
}

EventRow EventTitles::find(std::string_view title) const
{
    const auto found = m_rows.find(folded(title));
    return found == m_rows.end() ? EventRow() : found->second;
}

}  // namespace dateline
