// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/link_columns.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

#include "app/base/check.h"
#include "app/base/side_by_side.h"
#include "app/model/column_rows.h"

namespace dateline {

namespace {

template <typename Row>
bool isIdentity(const std::vector<Row> &rows)
{
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
        if (rows[row].value != row)
            return false;
    }
    return true;
}

bool isBefore(const ParticipationColumns::Entry &a, const ParticipationColumns::Entry &b)
{
    return a.id < b.id;
}

}  // namespace

struct ParticipationColumns::Before {
    ParticipationColumns columns;
    std::vector<ParticipationId> gone;  // ascending
    const std::vector<EventRow> &newEvents;
    const std::vector<ActorRow> &newActors;
};

// Where few events have moved among the others, their entries are copied in long runs, and only the
// actors of events that changed get another list.
class ParticipationColumns::Join {
public:
    Join(const Before &before, ParticipationColumns &after, std::uint32_t eventCount,
         std::uint32_t actorCount)
        : m_before(before), m_old(before.columns), m_after(after), m_eventCount(eventCount),
          m_actorCount(actorCount)
    {
    }

    void make()
    {
        countLost();
        const bool haveActorsStayed = isIdentity(m_before.newActors);
        if (haveActorsStayed && m_lost.empty() && m_after.m_added.empty() &&
            m_eventCount == m_before.newEvents.size() &&
            m_actorCount == m_before.newActors.size() && isIdentity(m_before.newEvents)) {
            m_after.m_entries = m_old.m_entries;
            m_after.m_eventBegin = m_old.m_eventBegin;
            m_after.m_actorEvents = m_old.m_actorEvents;
            m_after.m_actorBegin = m_old.m_actorBegin;
        } else if (haveActorsStayed && m_actorCount >= m_before.newActors.size()) {
            findOldRows();
            findChanged();
            placeEvents();
            // Both sides know of the other only what findChanged() has found.
            sideBySide(
                m_old.size(), [this] { placeEntries(); }, [this] { listActorEvents(); });
        } else {
            makeAnew();
        }
    }

private:
    static constexpr std::uint32_t kNone = UINT32_MAX;

    EventRow newRow(std::uint32_t oldEvent) const { return m_before.newEvents[oldEvent]; }
    bool isGone(const Entry &entry) const
    {
        return std::binary_search(m_before.gone.begin(), m_before.gone.end(), entry.id);
    }

    // Finds the entries that are gone from events that stay, and counts all parts that are left
    // out.
    void countLost()
    {
        for (std::uint32_t event = 0; event < m_before.newEvents.size(); ++event) {
            if (newRow(event).isNull()) {
                for (const Entry &entry : m_old.ofEvent({event}))
                    m_after.m_partWords.remove(entry.part);
            }
        }
        const Column<Entry> &entries = m_old.m_entries;
        const Column<std::uint32_t> &begins = m_old.m_eventBegin;
        const std::vector<ParticipationId> &gone = m_before.gone;
        for (std::uint32_t i = 0; !gone.empty() && i < entries.size(); ++i) {
            if (entries[i].id < gone.front() || gone.back() < entries[i].id || !isGone(entries[i]))
                continue;
            const auto event = static_cast<std::uint32_t>(
                std::upper_bound(begins.begin(), begins.end(), i) - begins.begin() - 1);
            if (newRow(event).isNull())
                continue;
            m_after.m_partWords.remove(entries[i].part);
            m_lost.push_back({entries[i], newRow(event)});
        }
    }

    void findOldRows()
    {
        m_oldRows.assign(m_eventCount, kNone);
        for (std::uint32_t event = 0; event < m_before.newEvents.size(); ++event) {
            if (newRow(event))
                m_oldRows[newRow(event).value] = event;
        }
    }
    std::span<const Entry> oldEntries(std::uint32_t event) const
    {
        return m_oldRows[event] == kNone ? std::span<const Entry>()
                                         : m_old.ofEvent({m_oldRows[event]});
    }

    // All entries of the events that have lost or got some.
    void findChanged()
    {
        for (const Added &lost : m_lost)
            m_changed[lost.event.value];
        for (const Added &added : m_after.m_added)
            m_changed[added.event.value].push_back(added.entry);
        for (auto &[event, entries] : m_changed) {
            for (const Entry &entry : oldEntries(event)) {
                if (!isGone(entry))
                    entries.push_back(entry);
            }
            std::sort(entries.begin(), entries.end(), isBefore);
        }
    }

    void placeEvents()
    {
        m_after.m_eventBegin = Column<std::uint32_t>::ofSize(m_eventCount + 1u);
        std::uint32_t *const begins = m_after.m_eventBegin.writable();
        begins[0] = 0;
        for (std::uint32_t event = 0; event < m_eventCount; ++event)
            begins[event + 1u] = static_cast<std::uint32_t>(oldEntries(event).size());
        for (const auto &[event, entries] : m_changed)
            begins[event + 1u] = static_cast<std::uint32_t>(entries.size());
        std::partial_sum(begins, begins + m_eventCount + 1u, begins);
    }

    void placeEntries()
    {
        const Column<std::uint32_t> &begins = m_after.m_eventBegin;
        m_after.m_entries = Column<Entry>::ofSize(begins[m_eventCount]);
        Entry *const to = m_after.m_entries.writable();
        for (std::uint32_t event = 0; event < m_eventCount;) {
            const std::uint32_t end = runFrom(event);
            if (m_oldRows[event] != kNone) {
                const Entry *const from =
                    m_old.m_entries.begin() + m_old.m_eventBegin[m_oldRows[event]];
                const auto count = m_old.m_eventBegin[m_oldRows[end - 1u] + 1u] -
                                   m_old.m_eventBegin[m_oldRows[event]];
                if (!m_changed.contains(event))
                    std::copy_n(from, count, to + begins[event]);
            }
            event = end;
        }
        for (const auto &[event, entries] : m_changed)
            std::copy(entries.begin(), entries.end(), to + begins[event]);
    }

    // The end of the events from this one on that stood one behind the other before, too.
    std::uint32_t runFrom(std::uint32_t event) const
    {
        const auto changed = m_changed.lower_bound(event);
        if (m_oldRows[event] == kNone || (changed != m_changed.end() && changed->first == event))
            return event + 1u;
        const std::uint32_t limit = changed == m_changed.end() ? m_eventCount : changed->first;
        std::uint32_t end = event + 1u;
        while (end < limit && m_oldRows[end] == m_oldRows[end - 1u] + 1u)
            ++end;
        return end;
    }

    void listActorEvents()
    {
        std::map<std::uint32_t, std::vector<EventRow>> changes;  // by actor: events to test
        for (const std::vector<Added> *entries : {&m_lost, &m_after.m_added}) {
            for (const Added &change : *entries)
                changes[change.entry.actor.value].push_back(change.event);
        }
        const auto oldCount = static_cast<std::uint32_t>(m_before.newActors.size());
        m_after.m_actorBegin = Column<std::uint32_t>::ofSize(m_actorCount + 1u);
        m_after.m_actorEvents =
            Column<EventRow>::ofSize(m_old.m_actorEvents.size() + m_after.m_added.size());
        std::uint32_t *const begins = m_after.m_actorBegin.writable();
        EventRow *const first = m_after.m_actorEvents.writable();
        EventRow *to = first;
        auto changed = changes.begin();
        for (std::uint32_t actor = 0; actor < m_actorCount; ++actor) {
            begins[actor] = static_cast<std::uint32_t>(to - first);
            EventRow *const begin = to;
            bool isSorted = true;
            for (const EventRow old :
                 actor < oldCount ? m_old.eventsOf({actor}) : std::span<const EventRow>()) {
                const EventRow event = newRow(old.value);
                if (event.isNull())
                    continue;
                isSorted &= to == begin || *(to - 1) < event;
                *to++ = event;
            }
            if (changed != changes.end() && changed->first == actor) {
                to = withChanges(begin, to, {actor}, changed->second);
                ++changed;
            } else if (!isSorted) {
                std::sort(begin, to);
            }
        }
        begins[m_actorCount] = static_cast<std::uint32_t>(to - first);
        m_after.m_actorEvents.shortenTo(begins[m_actorCount]);
    }

    // Takes these events out of the actor's list, and those in again that it takes part in.
    EventRow *withChanges(EventRow *begin, EventRow *end, ActorRow actor,
                          std::vector<EventRow> &events) const
    {
        std::sort(events.begin(), events.end());
        events.erase(std::unique(events.begin(), events.end()), events.end());
        end = std::remove_if(begin, end, [&events](EventRow event) {
            return std::binary_search(events.begin(), events.end(), event);
        });
        for (const EventRow event : events) {
            const std::vector<Entry> &entries = m_changed.at(event.value);
            if (std::any_of(entries.begin(), entries.end(),
                            [actor](const Entry &entry) { return entry.actor == actor; }))
                *end++ = event;
        }
        std::sort(begin, end);
        return end;
    }

    void makeAnew()
    {
        for (std::uint32_t event = 0; event < m_before.newEvents.size(); ++event) {
            for (Entry entry : m_old.ofEvent({event})) {
                if (newRow(event).isNull() || isGone(entry))
                    continue;
                entry.actor = m_before.newActors[entry.actor.value];
                if (entry.actor)
                    m_after.m_added.push_back({entry, newRow(event)});
                else
                    m_after.m_partWords.remove(entry.part);
            }
        }
        m_after.placeEntries(m_eventCount);
        m_after.listActorEvents(m_actorCount);
    }

    const Before &m_before;
    const ParticipationColumns &m_old;
    ParticipationColumns &m_after;
    std::uint32_t m_eventCount;
    std::uint32_t m_actorCount;
    std::vector<Added> m_lost;
    std::vector<std::uint32_t> m_oldRows;                   // by new event
    std::map<std::uint32_t, std::vector<Entry>> m_changed;  // by new event
};

void ParticipationColumns::add(ParticipationId id, EventRow event, ActorRow actor,
                               std::string_view part)
{
    m_added.push_back({{id, actor, m_partWords.add(part)}, event});
}

void ParticipationColumns::finish(std::uint32_t eventCount, std::uint32_t actorCount)
{
    for (const Added &added : m_added)
        DL_CHECK(added.event.value < eventCount && added.entry.actor.value < actorCount);
    if (const std::shared_ptr<const Before> before = std::exchange(m_before, nullptr)) {
        Join(*before, *this, eventCount, actorCount).make();
    } else {
        placeEntries(eventCount);
        listActorEvents(actorCount);
    }
    m_added = {};
}

// A counting sort by event.
void ParticipationColumns::placeEntries(std::uint32_t eventCount)
{
    m_eventBegin = Column<std::uint32_t>::ofSize(eventCount + 1u);
    std::uint32_t *const begins = m_eventBegin.writable();
    std::fill_n(begins, eventCount + 1u, 0u);
    for (const Added &added : m_added)
        ++begins[added.event.value + 1u];
    std::partial_sum(begins, begins + eventCount + 1u, begins);

    m_entries = Column<Entry>::ofSize(m_added.size());
    Entry *const entries = m_entries.writable();
    std::vector<std::uint32_t> next(begins, begins + eventCount);
    for (const Added &added : m_added)
        entries[next[added.event.value]++] = added.entry;
    for (std::uint32_t event = 0; event < eventCount; ++event) {
        Entry *const begin = entries + begins[event];
        Entry *const end = entries + begins[event + 1u];
        if (!std::is_sorted(begin, end, isBefore))
            std::sort(begin, end, isBefore);
    }
}

// A counting sort by actor. Entries are by event already, so each actor's events come ascending and
// repeats (one actor in several parts) stand next to each other.
void ParticipationColumns::listActorEvents(std::uint32_t actorCount)
{
    const auto forEachFirst = [&](auto &&f) {
        std::vector<EventRow> lastEvent(actorCount);
        for (std::uint32_t event = 0; event + 1u < m_eventBegin.size(); ++event) {
            for (const Entry &entry : ofEvent({event})) {
                if (lastEvent[entry.actor.value] != EventRow{event})
                    f(entry.actor, EventRow{event});
                lastEvent[entry.actor.value] = {event};
            }
        }
    };
    m_actorBegin = Column<std::uint32_t>::ofSize(actorCount + 1u);
    std::uint32_t *const begins = m_actorBegin.writable();
    std::fill_n(begins, actorCount + 1u, 0u);
    forEachFirst([&](ActorRow actor, EventRow) { ++begins[actor.value + 1u]; });
    std::partial_sum(begins, begins + actorCount + 1u, begins);
    m_actorEvents = Column<EventRow>::ofSize(begins[actorCount]);
    EventRow *const events = m_actorEvents.writable();
    std::vector<std::uint32_t> next(begins, begins + actorCount);
    forEachFirst([&](ActorRow actor, EventRow event) { events[next[actor.value]++] = event; });
}

ParticipationColumns ParticipationColumns::without(std::vector<ParticipationId> gone,
                                                   const std::vector<EventRow> &newEvents,
                                                   const std::vector<ActorRow> &newActors) const
{
    DL_CHECK(!m_before && newEvents.size() + 1u == std::max<std::size_t>(m_eventBegin.size(), 1u));
    std::sort(gone.begin(), gone.end());
    ParticipationColumns rest;
    rest.m_partWords = m_partWords;
    rest.m_before =
        std::make_shared<const Before>(Before{*this, std::move(gone), newEvents, newActors});
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

struct RelationColumns::Before {
    RelationColumns columns;
    std::vector<std::uint32_t> gone;  // rows, ascending
};

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
    m_bounds.push_back(when.bounds);
    m_form.push_back(when.form);
    m_precision.push_back(when.precision);
    m_flags.push_back(when.flags);
    m_whenText.push_back(m_text.add(whenText));
}

void RelationColumns::finish()
{
    m_text.settle();
    if (!std::is_sorted(m_id.begin(), m_id.end())) {
        std::vector<std::uint32_t> order(m_id.size());
        std::iota(order.begin(), order.end(), 0u);
        std::sort(order.begin(), order.end(),
                  [this](std::uint32_t a, std::uint32_t b) { return m_id[a] < m_id[b]; });
        forEachColumn(
            [&order](std::string_view, auto &column) { column = permuted(column, order); }, *this);
    }
    const std::shared_ptr<const Before> before = std::exchange(m_before, nullptr);
    if (!before) {
        forEachColumn([](std::string_view, auto &column) { column.trim(); }, *this);
        findExtent();
        return;
    }
    const Column<RelationId> &ids = before->columns.m_id;
    std::vector<std::uint32_t> places;
    for (const RelationId id : m_id)
        places.push_back(
            static_cast<std::uint32_t>(std::lower_bound(ids.begin(), ids.end(), id) - ids.begin()));
    const RowRuns runs(before->columns.size(), before->gone, places);
    forEachColumn([&runs](std::string_view, auto &after,
                          const auto &earlier) { after = runs.applied(earlier, after); },
                  *this, before->columns);
    if (m_bounds.data() == before->columns.m_bounds.data())
        m_extent = before->columns.m_extent;
    else
        findExtent();
}

void RelationColumns::findExtent()
{
    Instant first = Instant::distantFuture();
    Instant last = Instant::distantPast();
    for (const DateBounds &bounds : m_bounds) {
        for (const Instant end : {bounds.earliestBegin, bounds.latestEnd}) {
            if (end.isDistant())
                continue;
            first = std::min(first, end);
            last = std::max(last, end);
        }
    }
    m_extent.reset();
    if (first <= last)
        m_extent = TimeSpan::between(first, last);
}

RelationColumns RelationColumns::without(std::vector<RelationId> gone,
                                         const std::vector<ActorRow> &newActors) const
{
    DL_CHECK(!m_before);
    auto before = std::make_shared<Before>();
    before->columns = *this;
    std::sort(gone.begin(), gone.end());  // as the rows are
    for (const RelationId id : gone) {
        if (const RelationRow row = rowOf(id))
            before->gone.push_back(row.value);
    }
    if (!isIdentity(newActors)) {
        ActorRow *const from = before->columns.m_from.writable();
        ActorRow *const to = before->columns.m_to.writable();
        for (std::uint32_t row = 0; row < size(); ++row) {
            from[row] = newActors[m_from[row].value];
            to[row] = newActors[m_to[row].value];
            if (!from[row] || !to[row])
                before->gone.push_back(row);
        }
    }
    std::sort(before->gone.begin(), before->gone.end());
    before->gone.erase(std::unique(before->gone.begin(), before->gone.end()), before->gone.end());

    RelationColumns rest;
    rest.m_text = m_text;
    rest.m_kindWords = m_kindWords;
    rest.m_statusWords = m_statusWords;
    for (const std::uint32_t row : before->gone) {
        rest.m_kindWords.remove(m_kind[row]);
        rest.m_statusWords.remove(m_status[row]);
    }
    rest.m_before = std::move(before);
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
