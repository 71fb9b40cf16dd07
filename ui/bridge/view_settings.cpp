// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/view_settings.h"

#include <algorithm>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "app/model/edtf.h"
#include "ui/bridge/text.h"

namespace dateline::ui {

namespace {

QJsonObject objectIn(std::string_view settings)
{
    return QJsonDocument::fromJson(
               QByteArray(settings.data(), static_cast<qsizetype>(settings.size())))
        .object();
}

std::string textOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

template <typename IdType>
QJsonArray arrayOf(const std::vector<IdType> &ids)
{
    QJsonArray array;
    for (const IdType id : ids)
        array.append(static_cast<qint64>(id.value));
    return array;
}

template <typename IdType>
std::vector<IdType> idsIn(const QJsonValue &value)
{
    std::vector<IdType> ids;
    const QJsonArray array = value.toArray();
    for (const auto &entry : array)
        if (const qint64 id = entry.toInteger(); id > 0)
            ids.push_back({id});
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

QJsonArray arrayOf(const std::vector<std::string> &words)
{
    QJsonArray array;
    for (const std::string &word : words)
        array.append(toQString(word));
    return array;
}

std::vector<std::string> wordsIn(const QJsonValue &value)
{
    std::vector<std::string> words;
    const QJsonArray array = value.toArray();
    for (const auto &entry : array)
        words.push_back(toUtf8(entry.toString()));
    return words;
}

// Only what is not as usual is written.
void put(QJsonObject &object, QLatin1String key, const QJsonValue &value, bool isUsual)
{
    if (isUsual)
        object.remove(key);
    else
        object[key] = value;
}

template <typename Choice, std::size_t count>
Choice choiceNamed(const QString &name, const Choice (&choices)[count], Choice otherwise)
{
    for (const Choice choice : choices)
        if (toQString(nameOf(choice)) == name)
            return choice;
    return otherwise;
}

constexpr QLatin1String kHidden("hidden");
constexpr QLatin1String kOnly("only");
constexpr QLatin1String kGroups("groups");
constexpr QLatin1String kName("name");
constexpr QLatin1String kMembers("members");
constexpr QLatin1String kFolded("folded");
constexpr QLatin1String kColumns("columns");
constexpr QLatin1String kLeft("left");
constexpr QLatin1String kRight("right");
constexpr QLatin1String kFirst("first");
constexpr QLatin1String kLast("last");
constexpr QLatin1String kLinks("links");
constexpr QLatin1String kSharedEvents("shared_events");
constexpr QLatin1String kRoles("roles");
constexpr QLatin1String kQuotations("quotations");
constexpr QLatin1String kCommunities("communities");
constexpr QLatin1String kMarkSize("mark_size");
constexpr QLatin1String kByEvents("events");
constexpr QLatin1String kEqual("equal");

}  // namespace

GraphChoice graphChoiceIn(std::string_view settings)
{
    const QJsonObject object = objectIn(settings);
    GraphChoice choice;
    choice.hidden = idsIn<ActorId>(object[kHidden]);
    if (object.contains(kOnly))
        choice.only = idsIn<ActorId>(object[kOnly]);
    const QJsonArray groups = object[kGroups].toArray();
    for (const auto &entry : groups) {
        const QJsonObject row = entry.toObject();
        ActorGroup group{toUtf8(row[kName].toString()), idsIn<ActorId>(row[kMembers]),
                         row[kFolded].toBool()};
        std::erase_if(group.members,
                      [&choice](ActorId member) { return choice.groupOf(member) != nullptr; });
        if (group.members.size() > 1)
            choice.groups.push_back(std::move(group));
    }
    const QJsonArray columns = object[kColumns].toArray();
    for (const auto &entry : columns) {
        const QJsonObject row = entry.toObject();
        GraphColumn column{row[kLeft].toDouble(), row[kRight].toDouble()};
        if (row.contains(kFirst) && row.contains(kLast)) {
            column.first = Instant{row[kFirst].toInteger()};
            column.last = Instant{row[kLast].toInteger()};
        }
        choice.columns.push_back(column);
    }
    return choice;
}

std::string withGraphChoice(std::string_view settings, const GraphChoice &choice)
{
    QJsonObject object = objectIn(settings);
    put(object, kHidden, arrayOf(choice.hidden), choice.hidden.empty());
    put(object, kOnly, choice.only ? arrayOf(*choice.only) : QJsonArray(), !choice.only);
    QJsonArray groups;
    for (const ActorGroup &group : choice.groups)
        groups.append(QJsonObject{{QString(kName), toQString(group.name)},
                                  {QString(kMembers), arrayOf(group.members)},
                                  {QString(kFolded), group.isFolded}});
    put(object, kGroups, groups, groups.isEmpty());
    QJsonArray columns;
    for (const GraphColumn &column : choice.columns) {
        QJsonObject row{{QString(kLeft), column.left}, {QString(kRight), column.right}};
        if (!column.first.isDistant()) {
            row[kFirst] = static_cast<qint64>(column.first.seconds);
            row[kLast] = static_cast<qint64>(column.last.seconds);
        }
        columns.append(row);
    }
    put(object, kColumns, columns, columns.isEmpty());
    return textOf(object);
}

GraphLook graphLookIn(std::string_view settings)
{
    const QJsonObject object = objectIn(settings);
    GraphLook look;
    if (object.contains(kLinks)) {
        const QJsonArray links = object[kLinks].toArray();
        look.withSharedEvents = links.contains(QString(kSharedEvents));
        look.withRoles = links.contains(QString(kRoles));
        look.withQuotations = links.contains(QString(kQuotations));
    }
    look.withCommunities = object[kCommunities].toBool();
    const QString size = object[kMarkSize].toString();
    if (size == kByEvents)
        look.sizing = NodeSizing::ByEvents;
    else if (size == kEqual)
        look.sizing = NodeSizing::Equal;
    return look;
}

std::string withGraphLook(std::string_view settings, const GraphLook &look)
{
    QJsonObject object = objectIn(settings);
    QJsonArray links;
    if (look.withSharedEvents)
        links.append(QString(kSharedEvents));
    if (look.withRoles)
        links.append(QString(kRoles));
    if (look.withQuotations)
        links.append(QString(kQuotations));
    put(object, kLinks, links, look.hasSameLinks({}));
    put(object, kCommunities, look.withCommunities, !look.withCommunities);
    put(object, kMarkSize, QString(look.sizing == NodeSizing::ByEvents ? kByEvents : kEqual),
        look.sizing == NodeSizing::ByLinks);
    return textOf(object);
}

std::string withLook(std::string_view settings, const ViewFilter &view)
{
    QJsonObject object = objectIn(settings);
    const Filter &filter = view.filter();
    QJsonObject parts;
    const auto text = [&parts](const char *key, const std::string &value) {
        put(parts, QLatin1String(key), toQString(value), value.empty());
    };
    const auto words = [&parts](const char *key, const std::vector<std::string> &value) {
        put(parts, QLatin1String(key), arrayOf(value), value.empty());
    };
    text("range", filter.rangeText);
    // A range that was brushed has no words: its ends, in seconds.
    if (filter.range && filter.rangeText.empty()) {
        parts[QLatin1String("from")] = static_cast<qint64>(filter.range->begin().seconds);
        parts[QLatin1String("to")] = static_cast<qint64>(filter.range->end().seconds);
    }
    text("text", filter.text);
    text("known", filter.knownText);
    words("kinds", filter.kinds);
    words("statuses", filter.statuses);
    words("places", filter.places);
    words("tags", filter.tags);
    put(parts, QLatin1String("actors"), arrayOf(filter.actors), filter.actors.empty());
    put(parts, QLatin1String("sources"), arrayOf(filter.sources), filter.sources.empty());
    put(object, QLatin1String("filter"), parts, parts.isEmpty());
    put(object, QLatin1String("as_of"), view.asOfText(), view.asOfText().isEmpty());
    object[QLatin1String("group_by")] = toQString(nameOf(view.grouping()));
    object[QLatin1String("colour_by")] = toQString(nameOf(view.colouring()));
    return textOf(object);
}

ViewLook viewLookIn(std::string_view settings)
{
    const QJsonObject object = objectIn(settings);
    const QJsonObject parts = object[QLatin1String("filter")].toObject();
    const auto text = [&parts](const char *key) {
        return toUtf8(parts[QLatin1String(key)].toString());
    };
    ViewLook look;
    Filter &filter = look.filter;
    filter.rangeText = text("range");
    if (const Result<Edtf> range = Edtf::parse(filter.rangeText); range && range->isDated())
        filter.range = range->when().bounds.whole();
    else
        filter.rangeText.clear();
    if (parts.contains(QLatin1String("from")))
        filter.range = TimeSpan::between(Instant{parts[QLatin1String("from")].toInteger()},
                                         Instant{parts[QLatin1String("to")].toInteger()});
    filter.text = text("text");
    filter.knownText = text("known");
    if (const Result<Edtf> known = Edtf::parse(filter.knownText); known && known->isDated())
        filter.knownBefore = known->when().bounds.latestEnd;
    else
        filter.knownText.clear();
    filter.kinds = wordsIn(parts[QLatin1String("kinds")]);
    filter.statuses = wordsIn(parts[QLatin1String("statuses")]);
    filter.places = wordsIn(parts[QLatin1String("places")]);
    filter.tags = wordsIn(parts[QLatin1String("tags")]);
    filter.actors = idsIn<ActorId>(parts[QLatin1String("actors")]);
    filter.sources = idsIn<SourceId>(parts[QLatin1String("sources")]);

    look.asOfText = object[QLatin1String("as_of")].toString();
    const Result<Edtf> day = Edtf::parse(toUtf8(look.asOfText));
    if (day && day->isDated()) {
        const Instant end = day->when().bounds.latestEnd;
        look.asOf = end.isDistant() ? end : Instant{end.seconds - 1};
    } else {
        look.asOfText.clear();
    }
    constexpr Grouping kGroupings[] = {Grouping::None, Grouping::Actor, Grouping::Kind,
                                       Grouping::Place, Grouping::Source};
    constexpr Colouring kColourings[] = {Colouring::Kind, Colouring::Status, Colouring::Place};
    if (object.contains(QLatin1String("group_by")))
        look.grouping =
            choiceNamed(object[QLatin1String("group_by")].toString(), kGroupings, Grouping::Actor);
    if (object.contains(QLatin1String("colour_by")))
        look.colouring = choiceNamed(object[QLatin1String("colour_by")].toString(), kColourings,
                                     Colouring::Kind);
    return look;
}

void applyLook(std::string_view settings, ViewFilter &view)
{
    ViewLook look = viewLookIn(settings);
    view.setFilter(std::move(look.filter));
    view.setAsOf(look.asOf, look.asOfText);
    view.setGrouping(look.grouping.value_or(Grouping::Actor));
    view.setColouring(look.colouring.value_or(Colouring::Kind));
}

}  // namespace dateline::ui
