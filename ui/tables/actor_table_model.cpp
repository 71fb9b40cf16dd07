// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/actor_table_model.h"

#include <QRegularExpression>

#include "ui/bridge/text.h"
#include "ui/tables/actor_rows.h"
#include "ui/tables/cell_text.h"

namespace dateline::ui {

ActorTableModel::ActorTableModel(const ViewContext &context, QObject *parent)
    : ItemTableModel(context, Name, parent), m_maker(std::make_shared<ActorRows>())
{
    connect(&context.filter, &ViewFilter::asOfChanged, this, &ActorTableModel::updateSoon);
    update();
}

int ActorTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

std::uint32_t ActorTableModel::size() const
{
    return static_cast<std::uint32_t>(snapshot().actors->size());
}

ItemRef ActorTableModel::itemAt(std::uint32_t row) const
{
    return snapshot().actor(ActorRow{row}).id;
}

const void *ActorTableModel::tableOf(const Snapshot &snapshot) const
{
    return snapshot.actors.get();
}

std::uint32_t ActorTableModel::snapshotRow(ItemRef item) const
{
    return item.kind == ItemKind::Actor ? snapshot().actorRow(item.actor()).value : kNoRow;
}

const std::vector<std::uint8_t> &ActorTableModel::passing() const
{
    if (m_passing.empty()) {
        m_passing.assign(size(), 0);
        const ViewFilter &filter = context().filter;
        for (const ActorRow row : actorsShown(filter.filter(), filter.shown(), snapshot()))
            m_passing[row.value] = 1;
    }
    return m_passing;
}

bool ActorTableModel::passesFilter(std::uint32_t row) const
{
    return context().filter.filter().isEmpty() || passing()[row] != 0;
}

const std::vector<std::uint32_t> &ActorTableModel::relationCounts() const
{
    if (m_relationCounts.empty())
        m_relationCounts = ActorRows::relationCounts(snapshot());
    return m_relationCounts;
}

void ActorTableModel::forget()
{
    m_relationCounts.clear();
    m_passing.clear();
}

QString ActorTableModel::roleNow(std::uint32_t row) const
{
    return ActorRows::roleOf(snapshot(), row, context().filter.asOf());
}

std::int64_t ActorTableModel::eventCount(std::uint32_t row) const
{
    return static_cast<std::int64_t>(snapshot().participations->eventsOf(ActorRow{row}).size());
}

QString ActorTableModel::heading(int column) const
{
    switch (column) {
    case Name:
        return tr("Name");
    case Kind:
        return tr("Kind");
    case Aliases:
        return tr("Other names");
    case RoleNow:
        return tr("Role");
    case Events:
        return tr("Events");
    case Relations:
        return tr("Relations");
    default:
        return {};
    }
}

bool ActorTableModel::isNumber(int column) const
{
    return column == Events || column == Relations;
}

QString ActorTableModel::text(std::uint32_t row, int column) const
{
    const Actor &actor = snapshot().actor(ActorRow{row});
    switch (column) {
    case Name:
        return toQString(actor.name);
    case Kind:
        return toQString(actor.kind);
    case Aliases:
        return ActorRows::aliasesOf(snapshot(), row);
    case RoleNow:
        return roleNow(row);
    case Events:
        return numberText(static_cast<qlonglong>(eventCount(row)));
    case Relations:
        return numberText(static_cast<qlonglong>(relationCounts()[row]));
    default:
        return {};
    }
}

QVariant ActorTableModel::roleOf(std::uint32_t row, int column, int role) const
{
    const auto aside = [&] {
        const std::int64_t events = eventCount(row);
        return events > 0 ? counted(events, tr("1 event"), tr("%1 events")) : QString();
    };
    switch (role) {
    case SecondLineRole: {
        const QString held = roleNow(row);
        return held.isEmpty() ? text(row, Kind) : held;
    }
    case AsideRole:
        return aside();
    case MarkRole:
        return text(row, Kind);
    case Qt::ToolTipRole:
        return column == Name ? text(row, Aliases) : text(row, column);
    case Qt::AccessibleTextRole:
        if (column != Name)
            return text(row, column);
        return QStringList({text(row, Name), text(row, Kind), roleNow(row), aside()})
            .filter(QRegularExpression(QStringLiteral(".")))  // without what is empty
            .join(QStringLiteral(", "));
    default:
        return {};
    }
}

}  // namespace dateline::ui
