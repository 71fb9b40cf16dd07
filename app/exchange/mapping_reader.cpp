// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/mapping_reader.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "app/exchange/mapping_fingerprint.h"
#include "app/exchange/mapping_record.h"
#include "app/exchange/mapping_records.h"
#include "app/exchange/mapping_words.h"

namespace dateline {

namespace {

class MappedImport {
public:
    MappedImport(Mapping &mapping, ProjectTables &tables, ImportReport &report,
                 const std::optional<FirstPart> &first)
        : m_mapping(mapping), m_tables(tables), m_report(report), m_first(first)
    {
    }

    Result<void> read(const std::filesystem::path &input)
    {
        const auto file = static_cast<std::uint32_t>(m_tables.files.size());
        m_tables.files.push_back(input.filename().string());
        const std::string sourceId = addSource(input, file);
        return readRecords(
            m_mapping, input, m_report.refused, m_report.remarks,
            [&](std::int64_t row, RecordValues &values) {
                const RowPlace place{file, static_cast<std::uint32_t>(row)};
                if (isLeftOut(values, place))
                    ++m_report.leftOut;
                else
                    take(mapRecord(m_mapping, values, place, sourceId), place);
            },
            m_first);
    }

    void finish(const std::function<bool(const std::string &)> &hasActor)
    {
        for (Waiting &waiting : m_waiting) {
            const auto unknown = std::find_if(
                waiting.record.neededActors.begin(), waiting.record.neededActors.end(),
                [&](const std::string &id) { return !m_actorIds.contains(id) && !hasActor(id); });
            if (unknown == waiting.record.neededActors.end())
                add(std::move(waiting.record), waiting.place);
            else
                refuse(waiting.place, {"actor_id", *unknown,
                                       "the id of an actor, of this import or of the project"});
        }
        if (m_otherActors > 0) {
            m_report.remarks.push_back(std::to_string(m_otherActors) +
                                       " records describe an actor otherwise than an earlier one "
                                       "of the same id; the first counts");
        }
    }

private:
    struct Waiting {
        MappedRecord record;
        RowPlace place;
    };

    void refuse(RowPlace place, const MappedRecord::Fault &fault)
    {
        m_report.refused.push_back({m_tables.files[place.file], place.line, 0, fault.key,
                                    cutForDisplay(fault.found), fault.expected});
    }

    bool isLeftOut(RecordValues &values, RowPlace place)
    {
        for (std::size_t i = 0; i < m_mapping.skipWhen.size(); ++i) {
            const MappedCondition &condition = m_mapping.skipWhen[i];
            const std::optional<std::string> value =
                evaluate(condition.value, values, m_mapping.maps);
            if (values.fault) {
                refuse(place, {"skip_when/" + std::to_string(i), values.fault->found,
                               values.fault->expected});
                values.fault.reset();
                return false;
            }
            const bool isMet =
                condition.isMissing
                    ? !value
                    : value && std::any_of(condition.like.begin(), condition.like.end(),
                                           [&](const std::string &like) {
                                               return matchesPattern(like, *value);
                                           });
            if (isMet)
                return true;
        }
        return false;
    }

    // Records whose actors are named by id wait for all records: one of them may make the actor.
    void take(MappedRecord record, RowPlace place)
    {
        if (record.fault)
            return refuse(place, *record.fault);
        for (const ActorRecord &actor : record.rows.actors) {
            if (!actor.row.externalId.empty())
                m_actorIds.insert(actor.row.externalId);
        }
        if (record.neededActors.empty())
            add(std::move(record), place);
        else
            m_waiting.push_back({std::move(record), place});
    }

    // Rows whose id came before are the same, and are not written again, or refuse the record.
    void add(MappedRecord record, RowPlace place)
    {
        ProjectTables &rows = record.rows;
        const std::vector<RowFingerprint> prints = fingerprintsOf(rows);
        for (const RowFingerprint &print : prints) {
            const auto found = m_seen.find(print.id);
            if (found == m_seen.end() || found->second == print.hash)
                continue;
            if (print.kind == ItemKind::Actor)
                ++m_otherActors;
            else if (print.isStrict) {
                return refuse(place, {"id", print.name,
                                      "an id that tells records apart: one that came "
                                      "before makes something else"});
            }
        }
        for (const RowFingerprint &print : prints) {
            if (!m_seen.emplace(print.id, print.hash).second) {
                withoutRow(rows, print.name, print.kind);
                ++m_report.unchanged;
            }
        }
        const auto move = [](auto &from, auto &to) {
            to.insert(to.end(), std::make_move_iterator(from.begin()),
                      std::make_move_iterator(from.end()));
        };
        for (ActorRecord &actor : rows.actors) {
            if (!actor.row.externalId.empty() || m_names.insert(actor.row.name).second)
                m_tables.actors.push_back(std::move(actor));
        }
        move(rows.events, m_tables.events);
        move(rows.participations, m_tables.participations);
        move(rows.quantities, m_tables.quantities);
        move(rows.roles, m_tables.roles);
        move(rows.relations, m_tables.relations);
        move(rows.claims, m_tables.claims);
    }

    std::string addSource(const std::filesystem::path &input, std::uint32_t file)
    {
        if (!m_mapping.source)
            return {};
        const MappedSource &from = *m_mapping.source;
        RecordValues values;
        values.columns.resize(m_mapping.columns.size());
        for (std::size_t i = 0; i < m_mapping.columns.size(); ++i) {
            if (m_mapping.columns[i].origin == MappingColumn::Origin::File)
                values.columns[i] = input.stem().string();
        }
        const RowPlace place{file, 0};
        const auto text = [&](const ValueTemplate &value) {
            return evaluate(value, values, m_mapping.maps).value_or("");
        };
        const auto date = [&](const ValueTemplate &value, std::string_view key) {
            const std::string written = text(value);
            const Result<Edtf> parsed = Edtf::parse(written);
            if (!parsed) {
                refuse(place, {"source/" + std::string(key), written,
                               "a date as EDTF; " + parsed.error().detail});
            }
            return parsed.value_or(Edtf());
        };
        SourceRecord source{place};
        source.isKeptAsItIs = true;
        source.row.externalId = text(from.id);
        source.row.title = text(from.title);
        source.row.author = text(from.author);
        source.row.published = date(from.published, "published");
        source.row.updated = date(from.updated, "updated");
        source.row.retrieved = date(from.retrieved, "retrieved");
        source.row.address = text(from.address);
        source.row.language = text(from.language);
        source.row.handling = text(from.handling);
        source.row.mediaType = "text/plain";
        source.text = text(from.text);
        source.hasText = true;
        if (const std::string outlet = text(from.outlet); !outlet.empty()) {
            source.outlet = nameKey(outlet);
            if (m_names.insert(outlet).second) {
                ActorRecord actor{place, {}, {}};
                actor.row.name = outlet;
                actor.row.kind = "outlet";
                m_tables.actors.push_back(std::move(actor));
            }
        }
        if (source.row.externalId.empty() || source.row.title.empty())
            refuse(place, {"source", "", "an id and a title"});
        std::string id = source.row.externalId;
        if (m_sourceIds.insert(id).second)
            m_tables.sources.push_back(std::move(source));
        return id;
    }

    Mapping &m_mapping;
    ProjectTables &m_tables;
    ImportReport &m_report;
    const std::optional<FirstPart> &m_first;
    std::vector<Waiting> m_waiting;
    std::unordered_set<std::string> m_actorIds;
    std::unordered_set<std::string> m_names;
    std::unordered_set<std::string> m_sourceIds;
    std::int64_t m_otherActors = 0;                       // described otherwise by a later record
    std::unordered_map<std::string, std::size_t> m_seen;  // kind and id -> what it makes
};

}  // namespace

namespace {

// Of a folder's files some only lie beside those with the records, to be looked up in. Where none
// of the inputs is called as the mapping expects, they were renamed, and all are read.
bool holdsRecords(const Mapping &mapping, const std::filesystem::path &input)
{
    const std::string name = input.filename().string();
    return std::any_of(
        mapping.inputs.begin(), mapping.inputs.end(),
        [&name](const std::string &pattern) { return matchesPattern(pattern, name); });
}

}  // namespace

Result<void> readMapped(Mapping &mapping, std::span<const std::filesystem::path> inputs,
                        const std::function<bool(const std::string &)> &hasActor,
                        ProjectTables &tables, ImportReport &report,
                        const std::optional<FirstPart> &first)
{
    MappedImport reading(mapping, tables, report, first);
    const bool chooses =
        std::any_of(inputs.begin(), inputs.end(), [&mapping](const std::filesystem::path &input) {
            return holdsRecords(mapping, input);
        });
    for (const std::filesystem::path &input : inputs) {
        if (chooses && !holdsRecords(mapping, input)) {
            report.remarks.push_back(input.filename().string() +
                                     ": left out, for the mapping takes its records from others");
            continue;
        }
        if (const Result<void> read = reading.read(input); !read)
            return read;
    }
    reading.finish(hasActor);
    return {};
}

}  // namespace dateline
