// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/link_columns.h"

#include <algorithm>
#include <numeric>

#include "app/base/check.h"
#include "app/model/column_rows.h"

namespace dateline {

namespace {

// A counting sort: where an event has got another date, all between its old and its new row have
// moved by one, and a million rows that are nearly in order are put in order in one pass.
void sortByEvent(std::vector<ParticipationColumns::Entry> &entries,
                 const std::vector<std::uint32_t> &eventBegin)
{
    using Entry = ParticipationColumns::Entry;
    const auto precedes = [](const Entry &a, const Entry &b) {
        return a.event != b.event ? a.event < b.event : a.id < b.id;
    };
    if (std::is_sorted(entries.begin(), entries.end(), precedes))
        return;
    std::vector<Entry> sorted(entries.size());
    std::vector<std::uint32_t> next(eventBegin.begin(), eventBegin.end() - 1);
    for (const Entry &entry : entries)
        sorted[next[entry.event.value]++] = entry;
    for (std::size_t event = 0; event + 1 < eventBegin.size(); ++event) {
        const auto begin = sorted.begin() + eventBegin[event];
        const auto end = sorted.begin() + eventBegin[event + 1];
        if (!std::is_sorted(begin, end, precedes))
            std::sort(begin, end, precedes);
    }
    entries = std::move(sorted);
}

}  // namespace

void ParticipationColumns::add(ParticipationId id, EventRow event, ActorRow actor,
                               std::string_view part)
{
    m_entries.push_back({id, event, actor, m_partWords.add(part)});
}

void ParticipationColumns::finish(std::uint32_t eventCount, std::uint32_t actorCount)
{
    m_eventBegin.assign(eventCount + 1u, 0);
    m_actorBegin.assign(actorCount + 1u, 0);
    for (const Entry &entry : m_entries) {
        DL_CHECK(entry.event.value < eventCount && entry.actor.value < actorCount);
        ++m_eventBegin[entry.event.value + 1u];
    }
    for (std::uint32_t i = 0; i < eventCount; ++i)
        m_eventBegin[i + 1u] += m_eventBegin[i];
    sortByEvent(m_entries, m_eventBegin);

    // Counting sort by actor; entries are by event already, so each actor's events come ascending
    // and repeats (one actor in several parts) stand next to each other.
    std::vector<EventRow> lastEvent(actorCount);
    for (const Entry &entry : m_entries) {
        if (lastEvent[entry.actor.value] != entry.event)
            ++m_actorBegin[entry.actor.value + 1u];
        lastEvent[entry.actor.value] = entry.event;
    }
    for (std::uint32_t i = 0; i < actorCount; ++i)
        m_actorBegin[i + 1u] += m_actorBegin[i];
    m_actorEvents.resize(m_actorBegin[actorCount]);
    std::vector<std::uint32_t> next(m_actorBegin.begin(), m_actorBegin.end() - 1);
    std::fill(lastEvent.begin(), lastEvent.end(), EventRow{});
    for (const Entry &entry : m_entries) {
        if (lastEvent[entry.actor.value] != entry.event)
            m_actorEvents[next[entry.actor.value]++] = entry.event;
        lastEvent[entry.actor.value] = entry.event;
    }
}

ParticipationColumns ParticipationColumns::without(std::vector<ParticipationId> gone,
                                                   const std::vector<EventRow> &newEvents,
                                                   const std::vector<ActorRow> &newActors) const
{
    std::sort(gone.begin(), gone.end());
    ParticipationColumns rest;
    rest.m_partWords = m_partWords;
    rest.m_entries.reserve(m_entries.size() + gone.size());
    for (Entry entry : m_entries) {
        entry.event = newEvents[entry.event.value];
        entry.actor = newActors[entry.actor.value];
        if (entry.event && entry.actor && !std::binary_search(gone.begin(), gone.end(), entry.id))
            rest.m_entries.push_back(entry);
        else
            rest.m_partWords.remove(entry.part);
    }
    return rest;
}

std::span<const ParticipationColumns::Entry> ParticipationColumns::ofEvent(EventRow event) const
{
    if (event.isNull() || event.value + 1u >= m_eventBegin.size())
        return {};
    return std::span(m_entries).subspan(m_eventBegin[event.value],
                                        m_eventBegin[event.value + 1u] - m_eventBegin[event.value]);
}

std::span<const EventRow> ParticipationColumns::eventsOf(ActorRow actor) const
{
    if (actor.isNull() || actor.value + 1u >= m_actorBegin.size())
        return {};
    return std::span(m_actorEvents)
        .subspan(m_actorBegin[actor.value],
                 m_actorBegin[actor.value + 1u] - m_actorBegin[actor.value]);
}

void RelationColumns::add(RelationId id, ActorRow from, ActorRow to, std::string_view kind,
                          bool isDirected, std::string_view whenText, const When &when,
                          std::string_view status)
{
    m_id.push_back(id);
    m_from.push_back(from);
    m_to.push_back(to);
    m_kind.push_back(m_kindWords.add(kind));
    m_status.push_back(m_statusWords.add(status));
    m_isDirected.push_back(isDirected ? 1 : 0);
    m_when.push_back(when);
    m_whenText.push_back(m_text.add(whenText));
}

void RelationColumns::finish()
{
    // What an edit has added stands behind what was sorted before.
    const auto unsorted =
        static_cast<std::size_t>(std::is_sorted_until(m_id.begin(), m_id.end()) - m_id.begin());
    if (unsorted == m_id.size())
        return;
    std::vector<std::uint32_t> order(m_id.size());
    std::iota(order.begin(), order.end(), 0u);
    const auto precedes = [this](std::uint32_t a, std::uint32_t b) { return m_id[a] < m_id[b]; };
    const auto middle = order.begin() + static_cast<std::ptrdiff_t>(unsorted);
    std::sort(middle, order.end(), precedes);
    std::inplace_merge(order.begin(), middle, order.end(), precedes);
    permute(m_id, order);
    permute(m_from, order);
    permute(m_to, order);
    permute(m_kind, order);
    permute(m_status, order);
    permute(m_isDirected, order);
    permute(m_when, order);
    permute(m_whenText, order);
}

RelationColumns RelationColumns::without(std::vector<RelationId> gone,
                                         const std::vector<ActorRow> &newActors) const
{
    std::sort(gone.begin(), gone.end());
    RelationColumns rest = *this;
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < size(); ++row) {
        rest.m_from[row] = newActors[m_from[row].value];
        rest.m_to[row] = newActors[m_to[row].value];
        if (!rest.m_from[row] || !rest.m_to[row] ||
            std::binary_search(gone.begin(), gone.end(), m_id[row]))
            rows.push_back(row);
    }
    for (const std::uint32_t row : rows) {
        rest.m_kindWords.remove(m_kind[row]);
        rest.m_statusWords.remove(m_status[row]);
    }
    eraseRows(rest.m_id, rows);
    eraseRows(rest.m_from, rows);
    eraseRows(rest.m_to, rows);
    eraseRows(rest.m_kind, rows);
    eraseRows(rest.m_status, rows);
    eraseRows(rest.m_isDirected, rows);
    eraseRows(rest.m_when, rows);
    eraseRows(rest.m_whenText, rows);
    return rest;
}

RelationRow RelationColumns::rowOf(RelationId id) const
{
    const auto found = std::lower_bound(m_id.begin(), m_id.end(), id);
    if (found == m_id.end() || *found != id)
        return {};
    return {static_cast<std::uint32_t>(found - m_id.begin())};
}

}  // namespace dateline
