// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/column_archive.h"

#include <algorithm>

#include "app/model/event_columns.h"
#include "app/model/link_columns.h"

namespace dateline {

namespace {

void require(bool isSound, std::string_view name)
{
    if (!isSound)
        throw DamagedColumns(std::string(name));
}

template <typename T>
void checkAtMost(std::string_view name, const Column<T> &values, T greatest)
{
    require(std::all_of(values.begin(), values.end(),
                        [greatest](T value) { return value <= greatest; }),
            name);
}

std::string joined(std::string_view name, std::string_view part)
{
    return std::string(name) + '.' + std::string(part);
}

void saveTexts(std::string_view name, const TextPool &pool, ColumnWriter &writer)
{
    if (pool.own().empty())
        writer.texts(name, pool.settled());
    else
        writer.texts(name, std::string(pool.settled()).append(pool.own()));
}

}  // namespace

void checkBelow(std::string_view name, const Column<std::uint32_t> &numbers, std::size_t limit)
{
    // Without a branch in the loop, so that it runs as wide as the machine allows.
    std::uint32_t greatest = 0;
    for (const std::uint32_t number : numbers)
        greatest = std::max(greatest, number);
    require(numbers.empty() || greatest < limit, name);
}

void checkTexts(std::string_view name, const Column<TextRef> &texts, std::size_t poolSize)
{
    std::uint64_t greatest = 0;
    for (const TextRef text : texts)
        greatest = std::max(greatest, std::uint64_t{text.offset} + text.length);
    require(greatest <= poolSize, name);
}

void Vocabulary::save(std::string_view name, ColumnWriter &writer) const
{
    std::string words;
    Column<std::uint32_t> lengths;
    for (const std::string &word : m_words) {
        words += word;
        lengths.push_back(static_cast<std::uint32_t>(word.size()));
    }
    writer.texts(joined(name, "words"), words);
    writer.column(joined(name, "lengths"), lengths);
    writer.column(joined(name, "counts"), Column<std::uint32_t>(m_counts));
}

void Vocabulary::restore(std::string_view name, ColumnReader &reader)
{
    const std::string words = reader.texts(joined(name, "words"));
    const auto lengths = reader.column<std::uint32_t>(joined(name, "lengths"));
    const auto counts = reader.column<std::uint32_t>(joined(name, "counts"), lengths.size());
    m_counts.assign(counts.begin(), counts.end());
    require(!lengths.empty() && lengths.front() == 0, name);
    m_words.clear();
    m_words.reserve(lengths.size());
    m_numbers.clear();
    m_numbers.reserve(lengths.size());
    std::size_t from = 0;
    for (const std::uint32_t length : lengths) {
        require(length <= words.size() - from, name);
        m_words.emplace_back(words, from, length);
        from += length;
        const auto number = static_cast<std::uint32_t>(m_words.size() - 1);
        require(m_numbers.emplace(m_words.back(), number).second, name);
    }
    require(from == words.size(), name);
}

void EventColumns::save(ColumnWriter &writer) const
{
    forEachColumn(
        [&writer](std::string_view name, const auto &column) { writer.column(name, column); },
        *this);
    saveTexts("event.text", m_text, writer);
    m_kindWords.save("event.kind", writer);
    m_statusWords.save("event.status", writer);
    m_placeWords.save("event.place", writer);
}

EventColumns EventColumns::restore(ColumnReader &reader)
{
    EventColumns events;
    events.m_id = reader.column<EventId>("event.id");
    const std::size_t count = events.m_id.size();
    require(count < UINT32_MAX, "event.id");
    const std::size_t textSize = reader.size("event.text");
    events.m_title = reader.column<TextRef>("event.title", count);
    checkTexts("event.title", events.m_title, textSize);
    events.m_whenText = reader.column<TextRef>("event.when_text", count);
    checkTexts("event.when_text", events.m_whenText, textSize);
    events.m_begin = reader.column<Instant>("event.earliest_begin", count);
    events.m_latestBegin = reader.column<Instant>("event.latest_begin", count);
    events.m_earliestEnd = reader.column<Instant>("event.earliest_end", count);
    events.m_end = reader.column<Instant>("event.latest_end", count);
    events.m_kindWords.restore("event.kind", reader);
    events.m_statusWords.restore("event.status", reader);
    events.m_placeWords.restore("event.place", reader);
    events.m_kind = reader.column<std::uint32_t>("event.kind", count);
    checkBelow("event.kind", events.m_kind, events.m_kindWords.size());
    events.m_status = reader.column<std::uint32_t>("event.status", count);
    checkBelow("event.status", events.m_status, events.m_statusWords.size());
    events.m_place = reader.column<std::uint32_t>("event.place", count);
    checkBelow("event.place", events.m_place, events.m_placeWords.size());
    events.m_form = reader.column<DateForm>("event.form", count);
    checkAtMost("event.form", events.m_form, DateForm::Set);
    events.m_precision = reader.column<Precision>("event.precision", count);
    checkAtMost("event.precision", events.m_precision, Precision::None);
    events.m_flags = reader.column<std::uint8_t>("event.flags", count);

    // Searches in the rows need their order: dated ones by begin, the undated behind them.
    const auto isUndated = [](DateForm form) { return form == DateForm::Undated; };
    require(std::is_partitioned(events.m_form.rbegin(), events.m_form.rend(), isUndated),
            "event.form");
    const auto dated = std::count_if(events.m_form.begin(), events.m_form.end(),
                                     [](DateForm form) { return form != DateForm::Undated; });
    require(std::is_sorted(events.m_begin.begin(), events.m_begin.begin() + dated),
            "event.earliest_begin");
    events.indexRows();
    // Last, for a reader that has it read beside the columns.
    events.m_text = TextPool::of(reader.texts("event.text"));
    require(events.m_text.size() == textSize, "event.text");
    return events;
}

void ParticipationColumns::save(ColumnWriter &writer) const
{
    static_assert(std::has_unique_object_representations_v<Entry>, "padding would be written");
    writer.column("participation.entry", m_entries);
    writer.column("participation.event_begin", m_eventBegin);
    writer.column("participation.actor_event", m_actorEvents);
    writer.column("participation.actor_begin", m_actorBegin);
    m_partWords.save("participation.part", writer);
}

ParticipationColumns ParticipationColumns::restore(ColumnReader &reader, std::uint32_t eventCount,
                                                   std::uint32_t actorCount)
{
    ParticipationColumns participations;
    participations.m_partWords.restore("participation.part", reader);
    participations.m_entries = reader.column<Entry>("participation.entry");
    std::uint32_t greatestActor = 0;
    std::uint32_t greatestPart = 0;
    for (const Entry &entry : participations.m_entries) {
        greatestActor = std::max(greatestActor, entry.actor.value);
        greatestPart = std::max(greatestPart, entry.part);
    }
    require(participations.m_entries.empty() ||
                (greatestActor < actorCount && greatestPart < participations.m_partWords.size()),
            "participation.entry");
    const auto readBegins = [&reader](std::string_view name, std::size_t rows,
                                      std::size_t entries) {
        auto begins = reader.column<std::uint32_t>(name, rows + 1);
        require(begins.front() == 0 && begins.back() == entries &&
                    std::is_sorted(begins.begin(), begins.end()),
                name);
        return begins;
    };
    participations.m_eventBegin =
        readBegins("participation.event_begin", eventCount, participations.m_entries.size());
    // The other side could be made of this one, but in random order, which costs more than to read.
    participations.m_actorEvents = reader.column<EventRow>("participation.actor_event");
    require(std::all_of(participations.m_actorEvents.begin(), participations.m_actorEvents.end(),
                        [eventCount](EventRow row) { return row.value < eventCount; }),
            "participation.actor_event");
    participations.m_actorBegin =
        readBegins("participation.actor_begin", actorCount, participations.m_actorEvents.size());
    return participations;
}

void RelationColumns::save(ColumnWriter &writer) const
{
    forEachColumn(
        [&writer](std::string_view name, const auto &column) { writer.column(name, column); },
        *this);
    saveTexts("relation.text", m_text, writer);
    m_kindWords.save("relation.kind", writer);
    m_statusWords.save("relation.status", writer);
}

RelationColumns RelationColumns::restore(ColumnReader &reader, std::uint32_t actorCount)
{
    RelationColumns relations;
    relations.m_id = reader.column<RelationId>("relation.id");
    const std::size_t count = relations.m_id.size();
    require(count < UINT32_MAX && std::is_sorted(relations.m_id.begin(), relations.m_id.end()),
            "relation.id");
    const auto areActors = [actorCount](const Column<ActorRow> &rows) {
        return std::all_of(rows.begin(), rows.end(),
                           [actorCount](ActorRow row) { return row.value < actorCount; });
    };
    relations.m_from = reader.column<ActorRow>("relation.from", count);
    require(areActors(relations.m_from), "relation.from");
    relations.m_to = reader.column<ActorRow>("relation.to", count);
    require(areActors(relations.m_to), "relation.to");
    relations.m_kindWords.restore("relation.kind", reader);
    relations.m_statusWords.restore("relation.status", reader);
    relations.m_kind = reader.column<std::uint32_t>("relation.kind", count);
    checkBelow("relation.kind", relations.m_kind, relations.m_kindWords.size());
    relations.m_status = reader.column<std::uint32_t>("relation.status", count);
    checkBelow("relation.status", relations.m_status, relations.m_statusWords.size());
    relations.m_isDirected = reader.column<std::uint8_t>("relation.is_directed", count);
    relations.m_text = TextPool::of(reader.texts("relation.text"));
    relations.m_whenText = reader.column<TextRef>("relation.when_text", count);
    checkTexts("relation.when_text", relations.m_whenText, relations.m_text.size());

    relations.m_bounds = reader.column<DateBounds>("relation.bounds", count);
    relations.m_form = reader.column<DateForm>("relation.form", count);
    checkAtMost("relation.form", relations.m_form, DateForm::Set);
    relations.m_precision = reader.column<Precision>("relation.precision", count);
    checkAtMost("relation.precision", relations.m_precision, Precision::None);
    relations.m_flags = reader.column<std::uint8_t>("relation.flags", count);
    relations.findExtent();
    return relations;
}

}  // namespace dateline
