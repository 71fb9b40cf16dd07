// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/actor_rows.h"

#include "ui/bridge/text.h"
#include "ui/tables/actor_table_model.h"

namespace dateline::ui {

QString ActorRows::roleOf(const Snapshot &snapshot, std::uint32_t row, std::optional<Instant> asOf)
{
    if (snapshot.roles->size() == 0)
        return {};
    const Instant last{Instant::distantFuture().seconds - 1};
    const std::vector<std::string> roles =
        snapshot.rolesAt(snapshot.actor(ActorRow{row}).id, asOf.value_or(last));
    return roles.empty() ? QString() : toQString(roles.front());
}

QString ActorRows::aliasesOf(const Snapshot &snapshot, std::uint32_t row)
{
    QStringList names;
    for (const Alias &alias : snapshot.actor(ActorRow{row}).aliases)
        names.append(toQString(alias.text));
    return names.join(QStringLiteral("; "));
}

QString ActorRows::searchTextOf(const Snapshot &snapshot, std::uint32_t row,
                                std::optional<Instant> asOf)
{
    const Actor &actor = snapshot.actor(ActorRow{row});
    std::string text = actor.name + '\n' + actor.kind;
    for (const Alias &alias : actor.aliases)
        text += '\n' + alias.text;
    return toQString(text) + QLatin1Char('\n') + roleOf(snapshot, row, asOf);
}

std::vector<std::uint32_t> ActorRows::relationCounts(const Snapshot &snapshot)
{
    std::vector<std::uint32_t> counts(snapshot.actors->size(), 0);
    const RelationColumns &relations = *snapshot.relations;
    for (std::uint32_t row = 0; row < relations.size(); ++row) {
        const ActorRow from = relations.from(RelationRow{row});
        const ActorRow to = relations.to(RelationRow{row});
        ++counts[from.value];
        if (to != from)
            ++counts[to.value];
    }
    return counts;
}

std::uint32_t ActorRows::size(const RowsWish &wish) const
{
    return static_cast<std::uint32_t>(wish.snapshot->actors->size());
}

std::optional<BitSet> ActorRows::passing(const RowsWish &wish) const
{
    if (wish.filter.isEmpty())
        return std::nullopt;
    BitSet passing(size(wish));
    for (const ActorRow row : actorsShown(wish.filter, *wish.shown, *wish.snapshot))
        passing.insert(row.value);
    return passing;
}

QString ActorRows::searchText(const RowsWish &wish, std::uint32_t row) const
{
    return searchTextOf(*wish.snapshot, row, wish.asOf);
}

Column<std::uint32_t> ActorRows::ordered(const RowsWish &wish)
{
    const Snapshot &snapshot = *wish.snapshot;
    const std::uint32_t count = size(wish);
    if (wish.column == ActorTableModel::Name) {
        if (m_named != snapshot.actors) {
            m_names = orderByText(
                count,
                [&](std::uint32_t row) {
                    return std::string_view(snapshot.actor(ActorRow{row}).name);
                },
                wish.locale);
            m_named = snapshot.actors;
        }
        return inDirection(m_names, wish.isDescending);
    }
    if (wish.column == ActorTableModel::Relations)
        return inDirection(orderByNumber(relationCounts(snapshot)), wish.isDescending);
    if (wish.column == ActorTableModel::Events) {
        std::vector<std::uint32_t> numbers(count);
        for (std::uint32_t row = 0; row < count; ++row)
            numbers[row] =
                static_cast<std::uint32_t>(snapshot.participations->eventsOf(ActorRow{row}).size());
        return inDirection(orderByNumber(numbers), wish.isDescending);
    }
    std::vector<std::string> texts(count);
    for (std::uint32_t row = 0; row < count; ++row) {
        if (wish.column == ActorTableModel::Kind)
            texts[row] = snapshot.actor(ActorRow{row}).kind;
        else
            texts[row] =
                toUtf8(wish.column == ActorTableModel::Aliases ? aliasesOf(snapshot, row)
                                                               : roleOf(snapshot, row, wish.asOf));
    }
    return inDirection(
        orderByText(
            count, [&](std::uint32_t row) { return std::string_view(texts[row]); }, wish.locale),
        wish.isDescending);
}

}  // namespace dateline::ui
