// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/link_columns.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

#include "app/base/check.h"
#include "app/base/side_by_side.h"
#include "app/model/column_rows.h"
#include "app/model/row_moves.h"

namespace dateline {

namespace {

bool isIdentity(const std::vector<ActorRow> &rows)
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
    const RowMoves &events;
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
        DL_CHECK(eventCount == before.events.sizeAfter());
    }

    void make()
    {
        countLost();
        const bool haveActorsStayed = isIdentity(m_before.newActors);
        if (haveActorsStayed && m_lost.empty() && m_after.m_added.empty() &&
            m_before.events.keepPlaces() && m_actorCount == m_before.newActors.size()) {
            m_after.m_entries = m_old.m_entries;
            m_after.m_eventBegin = m_old.m_eventBegin;
            m_after.m_actorEvents = m_old.m_actorEvents;
            m_after.m_actorBegin = m_old.m_actorBegin;
        } else if (haveActorsStayed && m_actorCount >= m_before.newActors.size()) {
            findChanged();
            // Neither side needs the other.
            sideBySide(
                m_old.size(), [this] { placeEntries(); }, [this] { listActorEvents(); });
        } else {
            makeAnew();
        }
    }

private:
    // An event of which the entries are not those of a whole stretch: it moved by itself, is new,
    // or has lost or got some.
    struct Changed {
        EventRow before;
        EventRow after;
        std::vector<Entry> entries;  // now
    };

    bool isGone(const Entry &entry) const
    {
        return std::binary_search(m_before.gone.begin(), m_before.gone.end(), entry.id);
    }

    // Finds the entries that are gone from events that stay, and counts all parts that are left
    // out.
    void countLost()
    {
        for (const RowMoves::Touched &event : m_before.events.touched()) {
            for (const Entry &entry :
                 event.after ? std::span<const Entry>() : m_old.ofEvent(event.before))
                m_after.m_partWords.remove(entry.part);
        }
        const Column<Entry> &entries = m_old.m_entries;
        const Column<std::uint32_t> &begins = m_old.m_eventBegin;
        const std::vector<ParticipationId> &gone = m_before.gone;
        for (std::uint32_t i = 0; !gone.empty() && i < entries.size(); ++i) {
            if (entries[i].id < gone.front() || gone.back() < entries[i].id || !isGone(entries[i]))
                continue;
            const auto event = static_cast<std::uint32_t>(
                std::upper_bound(begins.begin(), begins.end(), i) - begins.begin() - 1);
            if (m_before.events.of({event}).isNull())
                continue;
            m_after.m_partWords.remove(entries[i].part);
            m_lost.push_back({entries[i], {event}});
        }
    }

    // The events that changed, with what they have now; all others move in stretches.
    void findChanged()
    {
        std::map<EventRow, EventRow> newRows;  // of those that were there before
        for (const Added &lost : m_lost)
            newRows.emplace(lost.event, m_before.events.of(lost.event));
        std::vector<EventRow> newcomers;
        for (const RowMoves::Touched &event : m_before.events.touched()) {
            if (event.before)
                newRows.emplace(event.before, event.after);
            else
                newcomers.push_back(event.after);
        }
        std::map<EventRow, std::vector<Entry>> added;
        for (const Added &entry : m_after.m_added)
            added[entry.event].push_back(entry.entry);
        if (!added.empty()) {
            for (const RowMoves::Stretch &stretch : m_before.events.stretches()) {
                const auto end = added.lower_bound({stretch.after + stretch.count});
                for (auto at = added.lower_bound({stretch.after}); at != end; ++at)
                    newRows.emplace(EventRow{stretch.before + (at->first.value - stretch.after)},
                                    at->first);
            }
        }
        std::vector<RowMoves::Touched> touched;
        const auto note = [&](EventRow before, EventRow after) {
            touched.push_back({before, after});
            Changed event{before, after, {}};
            for (const Entry &entry : after ? m_old.ofEvent(before) : std::span<const Entry>()) {
                if (!isGone(entry))
                    event.entries.push_back(entry);
            }
            if (const auto more = added.find(after); after && more != added.end())
                event.entries.insert(event.entries.end(), more->second.begin(), more->second.end());
            std::sort(event.entries.begin(), event.entries.end(), isBefore);
            m_changed.push_back(std::move(event));
        };
        for (const auto &[before, after] : newRows)
            note(before, after);
        for (const EventRow row : newcomers)
            note({}, row);
        m_moves = RowMoves(m_before.events.sizeBefore(), std::move(touched));
        // From here on by the row that they have now; those that are gone stand behind them.
        std::sort(m_changed.begin(), m_changed.end(),
                  [](const Changed &a, const Changed &b) { return a.after < b.after; });
    }

    // Calls for each stretch and for each changed event, in the order of the rows now.
    template <typename OfStretch, typename OfChanged>
    void forEachPiece(OfStretch &&ofStretch, OfChanged &&ofChanged) const
    {
        auto stretch = m_moves.stretches().begin();
        auto changed = m_changed.begin();
        for (std::uint32_t row = 0; row < m_eventCount;) {
            if (changed != m_changed.end() && changed->after.value == row) {
                ofChanged(*changed++);
                ++row;
            } else {
                ofStretch(*stretch);
                row += stretch->count;
                ++stretch;
            }
        }
    }

    void placeEntries()
    {
        m_after.m_eventBegin = Column<std::uint32_t>::ofSize(m_eventCount + 1u);
        std::uint32_t *const begins = m_after.m_eventBegin.writable();
        const Column<std::uint32_t> &old = m_old.m_eventBegin;
        std::uint32_t size = 0;
        forEachPiece(
            [&](const RowMoves::Stretch &stretch) {
                const std::uint32_t shift = size - old[stretch.before];
                const std::uint32_t *const from = old.begin() + stretch.before;
                std::transform(from, from + stretch.count, begins + stretch.after,
                               [shift](std::uint32_t begin) { return begin + shift; });
                size = old[stretch.before + stretch.count] + shift;
            },
            [&](const Changed &event) {
                begins[event.after.value] = size;
                size += static_cast<std::uint32_t>(event.entries.size());
            });
        begins[m_eventCount] = size;
        m_after.m_entries = Column<Entry>::ofSize(size);
        Entry *to = m_after.m_entries.writable();
        forEachPiece(
            [&](const RowMoves::Stretch &stretch) {
                to = std::copy(m_old.m_entries.begin() + old[stretch.before],
                               m_old.m_entries.begin() + old[stretch.before + stretch.count], to);
            },
            [&](const Changed &event) {
                to = std::copy(event.entries.begin(), event.entries.end(), to);
            });
    }

    void listActorEvents()
    {
        // By actor: the changed events that it takes part in now; none where it did before.
        std::map<std::uint32_t, std::vector<EventRow>> changes;
        for (const Changed &event : m_changed) {
            for (const Entry &entry : m_old.ofEvent(event.before))
                changes[entry.actor.value];
            for (const Entry &entry : event.entries) {
                std::vector<EventRow> &events = changes[entry.actor.value];
                if (events.empty() || events.back() != event.after)
                    events.push_back(event.after);
            }
        }
        const auto oldCount = static_cast<std::uint32_t>(m_before.newActors.size());
        const Column<std::uint32_t> &oldBegins = m_old.m_actorBegin;
        m_after.m_actorBegin = Column<std::uint32_t>::ofSize(m_actorCount + 1u);
        m_after.m_actorEvents =
            Column<EventRow>::ofSize(m_old.m_actorEvents.size() + m_after.m_added.size());
        std::uint32_t *const begins = m_after.m_actorBegin.writable();
        EventRow *const first = m_after.m_actorEvents.writable();
        std::uint32_t size = 0;
        auto changed = changes.begin();
        for (std::uint32_t actor = 0; actor < m_actorCount;) {
            if (changed != changes.end() && changed->first == actor) {
                begins[actor] = size;
                size += withChanges({actor}, changed->second, first + size);
                ++changed;
                ++actor;
                continue;
            }
            const std::uint32_t end = changed == changes.end() ? m_actorCount : changed->first;
            const std::uint32_t oldEnd = std::min(end, oldCount);
            if (actor < oldEnd) {
                const std::uint32_t shift = size - oldBegins[actor];
                std::transform(oldBegins.begin() + actor, oldBegins.begin() + oldEnd,
                               begins + actor,
                               [shift](std::uint32_t begin) { return begin + shift; });
                const auto old =
                    std::span(m_old.m_actorEvents)
                        .subspan(oldBegins[actor], oldBegins[oldEnd] - oldBegins[actor]);
                m_moves.follow(old, first + size);
                size += static_cast<std::uint32_t>(old.size());
                actor = oldEnd;
            }
            std::fill(begins + actor, begins + end, size);
            actor = end;
        }
        begins[m_actorCount] = size;
        m_after.m_actorEvents.shortenTo(size);
    }

    // Writes the actor's events: of its old ones those that have not changed, and these, each once.
    // Returns how many.
    std::uint32_t withChanges(ActorRow actor, const std::vector<EventRow> &events,
                              EventRow *to) const
    {
        EventRow *end = to;
        for (const EventRow old : actor.value < m_before.newActors.size()
                                      ? m_old.eventsOf(actor)
                                      : std::span<const EventRow>()) {
            if (!std::binary_search(m_moves.gone().begin(), m_moves.gone().end(), old.value))
                *end++ = m_moves.of(old);
        }
        end = std::copy(events.begin(), events.end(), end);
        std::sort(to, end);
        return static_cast<std::uint32_t>(end - to);
    }

    void makeAnew()
    {
        for (std::uint32_t old = 0; old < m_before.events.sizeBefore(); ++old) {
            const EventRow event = m_before.events.of({old});
            for (Entry entry : m_old.ofEvent({old})) {
                if (event.isNull() || isGone(entry))
                    continue;
                entry.actor = m_before.newActors[entry.actor.value];
                if (entry.actor)
                    m_after.m_added.push_back({entry, event});
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
    std::vector<Added> m_lost;  // by the row before
    RowMoves m_moves;           // with all that changed as touched
    std::vector<Changed> m_changed;
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
                                                   const RowMoves &events,
                                                   const std::vector<ActorRow> &newActors) const
{
    DL_CHECK(!m_before &&
             events.sizeBefore() + 1u == std::max<std::size_t>(m_eventBegin.size(), 1u));
    std::sort(gone.begin(), gone.end());
    ParticipationColumns rest;
    rest.m_partWords = m_partWords;
    rest.m_before =
        std::make_shared<const Before>(Before{*this, std::move(gone), events, newActors});
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
