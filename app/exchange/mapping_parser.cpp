// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "app/exchange/mapping.h"
#include "app/exchange/mapping_object.h"

namespace dateline {

namespace {

// Gives numbers to columns as templates name them.
class ColumnNames {
public:
    explicit ColumnNames(Mapping &mapping) : m_mapping(mapping) {}

    enum class Scope { Record, NewActor, Source };
    void setScope(Scope scope) { m_scope = scope; }

    int numberOf(std::string_view name)
    {
        using Origin = MappingColumn::Origin;
        if (m_scope == Scope::Source && name != "@file")
            return -1;
        Origin origin = Origin::Cell;
        if (m_scope == Scope::NewActor && name == "name")
            origin = Origin::ActorName;
        else if (name == "@row")
            origin = Origin::Row;
        else if (name == "@file")
            origin = Origin::File;
        else if (name == "@key" && m_mapping.format == TableFormat::Json)
            origin = Origin::Key;
        else if (name.starts_with('@') || name.empty())
            return -1;
        else if (name.starts_with('/') && m_mapping.format == TableFormat::Json)
            origin = Origin::Pointer;
        std::vector<MappingColumn> &columns = m_mapping.columns;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const bool isLet = origin == Origin::Cell && columns[i].origin == Origin::Let;
            if (columns[i].name == name && (columns[i].origin == origin || isLet))
                return static_cast<int>(i);
        }
        columns.push_back({std::string(name), origin});
        return static_cast<int>(columns.size()) - 1;
    }

private:
    Mapping &m_mapping;
    Scope m_scope = Scope::Record;
};

void parseFormat(MappingObject &root, Mapping &mapping)
{
    const std::string format = root.text("format").value_or("");
    if (format == "csv")
        mapping.format = TableFormat::Csv;
    else if (format == "tsv")
        mapping.format = TableFormat::Tsv;
    else if (format == "json")
        mapping.format = TableFormat::Json;
    else
        root.refuse("format", format, "csv, tsv or json");
    mapping.encoding = root.text("encoding").value_or("utf-8");

    const bool isTsv = mapping.format == TableFormat::Tsv;
    const std::string delimiter = root.text("delimiter").value_or(isTsv ? "\t" : ",");
    if (delimiter.size() == 1 && delimiter != "\n" && delimiter != "\r" && delimiter != "\"")
        mapping.delimiter = delimiter.front();
    else
        root.refuse("delimiter", delimiter, "one ASCII character that parts cells");
    const std::string quote = root.text("quote").value_or(isTsv ? "" : "\"");
    if (quote.size() > 1)
        root.refuse("quote", quote, "one ASCII character, or an empty text for no quoting");
    mapping.quote = quote.empty() ? std::nullopt : std::optional(quote.front());

    mapping.hasHeader = root.flag("header").value_or(true);
    mapping.givenColumns = root.texts("columns");
    if (!mapping.hasHeader && mapping.format != TableFormat::Json && mapping.givenColumns.empty())
        root.refuse("columns", "nothing", "the names of the columns, as there is no header");
    const std::string shortRows = root.text("short_rows").value_or("refuse");
    if (shortRows != "refuse" && shortRows != "missing")
        root.refuse("short_rows", shortRows, "refuse or missing");
    mapping.fillsShortRows = shortRows == "missing";

    const std::string records = root.text("records").value_or("");
    if (!records.empty() && mapping.format != TableFormat::Json)
        root.refuse("records", records, "no such key where the format is not json");
    if (Result<std::vector<std::string>> steps = pointerSteps(records))
        mapping.recordSteps = *std::move(steps);
    else
        root.refuse("records", records, steps.error().detail);
    mapping.missing = root.texts("missing");
    mapping.inputs = root.texts("inputs");
}

WordMap parseMap(MappingObject &object, std::string name)
{
    WordMap map;
    map.name = std::move(name);
    if (std::optional<MappingObject> values = object.object("values")) {
        for (const auto &[key, value] : values->json().members) {
            values->find(key);
            if (!value.isText())
                values->refuse(key, "no text", "a text");
            map.values.emplace(key, value.text);
        }
        values->finish();
    }
    object.each("rules", [&](MappingObject &rule) {
        map.rules.push_back({rule.texts("like"), rule.text("gives").value_or("")});
        if (map.rules.back().like.empty())
            rule.refuse("like", "nothing", "an array of patterns");
    });
    if (const std::optional<std::string> file = object.text("file")) {
        if (file->find_first_of("/\\") != std::string::npos || *file == "..")
            object.refuse("file", *file, "the name of a file beside the input, without a folder");
        map.file = WordMap::File();
        map.file->name = *file;
    }
    WordMap::File ignored;
    WordMap::File &file = map.file ? *map.file : ignored;
    file.format = object.text("file_format").value_or("json");
    if (file.format != "json" && file.format != "csv" && file.format != "tsv")
        object.refuse("file_format", file.format, "json, csv or tsv");
    file.at = object.text("at").value_or("");
    file.key = object.text("key").value_or("");
    file.value = object.text("value").value_or("");
    if (map.file && file.format != "json" && (file.key.empty() || file.value.empty()))
        object.refuse("key", file.key, "the columns of key and value of the file");
    for (const std::string_view pointer : {std::string_view("at"), std::string_view("value")}) {
        const std::string &text = pointer == "at" ? file.at : file.value;
        if (map.file && file.format == "json" && !pointerSteps(text))
            object.refuse(pointer, text, "a JSON pointer");
    }
    map.otherwise = object.text("otherwise");
    object.finish();
    return map;
}

std::optional<MappedClaim> parseClaim(MappingObject &parent)
{
    std::optional<MappingObject> object = parent.object("claim");
    if (!object)
        return {};
    MappedClaim claim;
    claim.status = object->value("status");
    claim.credibility = object->value("credibility");
    claim.likelihood = object->value("likelihood");
    claim.value = object->value("value");
    claim.notes = object->value("notes");
    object->finish();
    return claim;
}

MappedActorRef parseActorRef(MappingObject &object, const std::string &key)
{
    MappedActorRef ref;
    ref.name = object.value(key);
    ref.id = object.value(key + "_id");
    return ref;
}

void need(MappingObject &object, std::string_view key, const ValueTemplate &value)
{
    if (!value.isGiven())
        object.refuse(key, "nothing", "a template: this key is needed");
}

void needEnd(MappingObject &object, std::string_view key, const MappedActorRef &ref)
{
    if (!ref.name.isGiven() && !ref.id.isGiven())
        object.refuse(key, "nothing", "an actor by name, or by id");
}

MappedEvent parseEvent(MappingObject &object)
{
    MappedEvent event;
    event.id = object.value("id");
    event.title = object.value("title");
    need(object, "id", event.id);
    need(object, "title", event.title);
    event.kind = object.value("kind");
    event.when = object.value("when");
    event.status = object.value("status");
    event.place = object.value("place");
    event.notes = object.value("notes");
    event.tags = object.value("tags");
    object.each("participations", [&](MappingObject &part) {
        event.participations.push_back({parseActorRef(part, "actor"), part.value("part")});
        needEnd(part, "actor", event.participations.back().actor);
    });
    object.each("quantities", [&](MappingObject &row) {
        event.quantities.push_back({row.value("what"), row.value("low"), row.value("high"),
                                    row.value("qualifier"), row.value("unit"), row.value("mode")});
        need(row, "what", event.quantities.back().what);
    });
    event.claim = parseClaim(object);
    return event;
}

MappedRole parseRole(MappingObject &object)
{
    MappedRole role;
    role.actor = parseActorRef(object, "actor");
    needEnd(object, "actor", role.actor);
    role.body = parseActorRef(object, "body");
    role.title = object.value("title");
    need(object, "title", role.title);
    role.when = object.value("when");
    role.claim = parseClaim(object);
    return role;
}

MappedRelation parseRelation(MappingObject &object)
{
    MappedRelation relation;
    relation.from = parseActorRef(object, "from");
    relation.to = parseActorRef(object, "to");
    needEnd(object, "from", relation.from);
    needEnd(object, "to", relation.to);
    relation.id = object.value("id");
    relation.kind = object.value("kind");
    need(object, "kind", relation.kind);
    relation.directed = object.value("directed");
    relation.when = object.value("when");
    relation.status = object.value("status");
    relation.notes = object.value("notes");
    relation.claim = parseClaim(object);
    return relation;
}

MappedActor parseActor(MappingObject &object)
{
    MappedActor actor{object.value("id"), object.value("name"), object.value("kind"),
                      object.value("aliases"), object.value("notes")};
    need(object, "name", actor.name);
    return actor;
}

MappedSource parseSource(MappingObject &object)
{
    MappedSource source{
        object.value("id"),        object.value("title"),     object.value("outlet"),
        object.value("author"),    object.value("published"), object.value("updated"),
        object.value("retrieved"), object.value("address"),   object.value("language"),
        object.value("handling"),  object.value("text")};
    need(object, "id", source.id);
    need(object, "title", source.title);
    object.finish();
    return source;
}

void parseLets(MappingObject &root, Mapping &mapping)
{
    root.each("let", [&](MappingObject &object) {
        const std::string name = object.text("name").value_or("");
        Mapping::Let let{0, object.value("value")};
        need(object, "value", let.value);
        const auto isTaken =
            std::any_of(mapping.columns.begin(), mapping.columns.end(),
                        [&](const MappingColumn &column) { return column.name == name; });
        if (name.empty() || name.front() == '@' || isTaken)
            object.refuse("name", name, "a name that is not in use before it");
        let.column = static_cast<int>(mapping.columns.size());
        mapping.columns.push_back({name, MappingColumn::Origin::Let});
        mapping.lets.push_back(std::move(let));
    });
}

bool hasClaim(const Mapping &mapping)
{
    const auto any = [](const auto &rows) {
        return std::any_of(rows.begin(), rows.end(),
                           [](const auto &row) { return row.claim.has_value(); });
    };
    return any(mapping.events) || any(mapping.roles) || any(mapping.relations);
}

}  // namespace

std::optional<Mapping> parseMapping(std::string_view text, const std::string &file,
                                    std::vector<Refusal> &refused)
{
    const std::size_t before = refused.size();
    const Result<JsonValue> json = parseJson(text);
    if (!json || !json->isObject()) {
        refused.push_back({file, 0, 0, "", json ? "no object" : json.error().detail,
                           "a mapping file: one JSON object"});
        return {};
    }

    Mapping mapping;
    ColumnNames columns(mapping);
    MappingObject::Context context{file, refused, {}};
    context.names.column = [&](std::string_view name) { return columns.numberOf(name); };
    context.names.map = [&](std::string_view name) {
        const auto found = std::find_if(mapping.maps.begin(), mapping.maps.end(),
                                        [&](const WordMap &map) { return map.name == name; });
        return found == mapping.maps.end() ? -1 : static_cast<int>(found - mapping.maps.begin());
    };

    MappingObject root(*json, "", context);
    mapping.name = root.text("name").value_or(file);
    root.text("about");
    parseFormat(root, mapping);
    if (std::optional<MappingObject> maps = root.object("maps")) {
        for (const auto &[name, value] : maps->json().members) {
            if (std::optional<MappingObject> map = maps->object(name))
                mapping.maps.push_back(parseMap(*map, name));
        }
    }
    parseLets(root, mapping);
    root.each("skip_when", [&](MappingObject &object) {
        MappedCondition condition{object.value("value"), object.texts("like"),
                                  object.flag("missing").value_or(false)};
        need(object, "value", condition.value);
        if (condition.like.empty() == !condition.isMissing)
            object.refuse("", "both or none", R"("like" with patterns, or "missing": true)");
        mapping.skipWhen.push_back(std::move(condition));
    });
    columns.setScope(ColumnNames::Scope::Source);
    if (std::optional<MappingObject> source = root.object("source"))
        mapping.source = parseSource(*source);
    columns.setScope(ColumnNames::Scope::NewActor);
    mapping.actorNameColumn = columns.numberOf("name");
    if (std::optional<MappingObject> actor = root.object("new_actor")) {
        mapping.newActor.kind = actor->value("kind");
        mapping.newActor.aliases = actor->value("aliases");
        mapping.newActor.notes = actor->value("notes");
        actor->finish();
    }
    columns.setScope(ColumnNames::Scope::Record);
    root.each("actors", [&](MappingObject &row) { mapping.actors.push_back(parseActor(row)); });
    root.each("events", [&](MappingObject &row) { mapping.events.push_back(parseEvent(row)); });
    root.each("roles", [&](MappingObject &row) { mapping.roles.push_back(parseRole(row)); });
    root.each("relations",
              [&](MappingObject &row) { mapping.relations.push_back(parseRelation(row)); });
    root.finish();
    if (mapping.actors.empty() && mapping.events.empty() && mapping.roles.empty() &&
        mapping.relations.empty())
        root.refuse("", "nothing to make", "actors, events, roles or relations");
    if (hasClaim(mapping) && !mapping.source)
        root.refuse("source", "nothing", "a source, as there are claims");
    if (refused.size() > before)
        return {};
    return mapping;
}

}  // namespace dateline
