// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/own_tables.h"

#include "app/base/check.h"

namespace dateline {

namespace {

struct Definition {
    OwnTable table;
    std::string_view file;
    std::span<const std::string_view> known;
    std::size_t alwaysWritten;
    std::span<const std::string_view> needed;
};

using Names = std::string_view;

constexpr Names kActors[] = {"id", "name", "kind", "aliases", "notes", "tags"};
constexpr Names kEvents[] = {"id",    "title", "kind", "when",  "status",
                             "place", "notes", "tags", "actors"};
constexpr Names kParticipations[] = {"event_id", "actor_id", "part"};
constexpr Names kQuantities[] = {"event_id", "what", "low", "high", "qualifier", "unit", "mode"};
constexpr Names kRoles[] = {"actor_id", "title", "body_id", "when"};
constexpr Names kRelations[] = {"id",       "from_id", "to_id",  "kind",
                                "directed", "when",    "status", "notes"};
constexpr Names kReliabilities[] = {"actor_id", "grade", "since", "reason"};
constexpr Names kSources[] = {"id",      "title",     "outlet_id",  "author",        "published",
                              "updated", "retrieved", "address",    "language",      "handling",
                              "text",    "sha256",    "media_type", "supersedes_id", "tags"};
constexpr Names kAnnotations[] = {"id",     "source_id", "start", "end",     "exact",  "prefix",
                                  "suffix", "note",      "tags",  "made_by", "made_at"};
constexpr Names kClaims[] = {"id",     "source_id",   "annotation_id", "about",       "about_id",
                             "field",  "value",       "status",        "credibility", "likelihood",
                             "stance", "attribution", "notes",         "handling"};
constexpr Names kDecisions[] = {"about", "about_id", "field", "claim_id", "reason"};
constexpr Names kRulings[] = {"about", "about_id", "standing", "reason"};
constexpr Names kAcceptances[] = {"code", "items", "basis", "reason"};

constexpr Names kNeedsId[] = {"id"};
constexpr Names kNeedsEvent[] = {"event_id"};
constexpr Names kNeedsEventAndActor[] = {"event_id", "actor_id"};
constexpr Names kNeedsActor[] = {"actor_id"};
constexpr Names kNeedsAbout[] = {"about", "about_id", "claim_id"};
constexpr Names kNeedsStanding[] = {"about", "about_id", "standing", "reason"};
constexpr Names kNeedsFinding[] = {"code", "items", "reason"};

constexpr Definition kDefinitions[] = {
    {OwnTable::Actors, "actors.csv", kActors, 5, kNeedsId},
    {OwnTable::Events, "events.csv", kEvents, 8, kNeedsId},
    {OwnTable::Participations, "participations.csv", kParticipations, 3, kNeedsEventAndActor},
    {OwnTable::Quantities, "quantities.csv", kQuantities, 7, kNeedsEvent},
    {OwnTable::Roles, "roles.csv", kRoles, 4, kNeedsActor},
    {OwnTable::Relations, "relations.csv", kRelations, 8, kNeedsId},
    {OwnTable::Reliabilities, "reliabilities.csv", kReliabilities, 4, kNeedsActor},
    {OwnTable::Sources, "sources.csv", kSources, 12, kNeedsId},
    {OwnTable::Annotations, "annotations.csv", kAnnotations, 11, kNeedsId},
    {OwnTable::Claims, "claims.csv", kClaims, 13, kNeedsId},
    {OwnTable::Decisions, "decisions.csv", kDecisions, 5, kNeedsAbout},
    {OwnTable::Rulings, "rulings.csv", kRulings, 4, kNeedsStanding},
    {OwnTable::Acceptances, "acceptances.csv", kAcceptances, 4, kNeedsFinding},
};

const Definition &definitionOf(OwnTable table)
{
    for (const Definition &definition : kDefinitions) {
        if (definition.table == table)
            return definition;
    }
    DL_CHECK(false);
}

}  // namespace

std::string_view fileNameOf(OwnTable table)
{
    return definitionOf(table).file;
}

std::span<const std::string_view> columnsOf(OwnTable table)
{
    const Definition &definition = definitionOf(table);
    return definition.known.first(definition.alwaysWritten);
}

std::span<const std::string_view> knownColumnsOf(OwnTable table)
{
    return definitionOf(table).known;
}

std::span<const std::string_view> neededColumnsOf(OwnTable table)
{
    return definitionOf(table).needed;
}

std::string_view endingOf(std::string_view mediaType)
{
    if (mediaType == "text/html")
        return ".html";
    if (mediaType == "text/markdown")
        return ".md";
    if (mediaType == "application/pdf")
        return ".pdf";
    if (mediaType == "message/rfc822")
        return ".eml";
    return mediaType.empty() || mediaType == "text/plain" ? ".txt" : ".bin";
}

}  // namespace dateline
