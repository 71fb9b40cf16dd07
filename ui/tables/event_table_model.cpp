// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/event_table_model.h"

#include "ui/bridge/text.h"
#include "ui/tables/cell_text.h"
#include "ui/tables/event_rows.h"

namespace dateline::ui {

EventTableModel::EventTableModel(const ViewContext &context, QObject *parent)
    : ItemTableModel(context, When, parent), m_maker(std::make_shared<EventRows>())
{
    update();
}

int EventTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

std::uint32_t EventTableModel::size() const
{
    return snapshot().events->size();
}

ItemRef EventTableModel::itemAt(std::uint32_t row) const
{
    return snapshot().events->id(EventRow{row});
}

const void *EventTableModel::tableOf(const Snapshot &snapshot) const
{
    return snapshot.events->ids().data();
}

std::uint32_t EventTableModel::snapshotRow(ItemRef item) const
{
    return item.kind == ItemKind::Event ? snapshot().events->rowOf(item.event()).value : kNoRow;
}

bool EventTableModel::passesFilter(std::uint32_t row) const
{
    return context().filter.shown().contains(EventRow{row});
}

QString EventTableModel::heading(int column) const
{
    switch (column) {
    case Title:
        return tr("Title");
    case When:
        return tr("When");
    case Kind:
        return tr("Kind");
    case Status:
        return tr("Status");
    case Place:
        return tr("Place");
    case Sources:
        return tr("Sources");
    case Contested:
        return tr("Contested");
    default:
        return {};
    }
}

bool EventTableModel::isNumber(int column) const
{
    return column == Sources;
}

QString EventTableModel::text(std::uint32_t row, int column) const
{
    const EventColumns &events = *snapshot().events;
    const EventRow event{row};
    switch (column) {
    case Title:
        return toQString(events.title(event));
    case When:
        return events.whenText(event).empty() ? QString() : shortDateOf(events.whenText(event));
    case Kind:
        return toQString(events.kindWords().word(events.kind(event)));
    case Status:
        return toQString(events.statusWords().word(events.status(event)));
    case Place:
        return toQString(events.placeWords().word(events.place(event)));
    case Sources:
        return numberText(static_cast<qlonglong>(snapshot().evidenceOf(event).sources));
    case Contested:
        return snapshot().evidenceOf(event).isContested ? tr("contested") : QString();
    default:
        return {};
    }
}

QString EventTableModel::asideOf(std::uint32_t row) const
{
    const EventEvidence evidence = snapshot().evidenceOf(EventRow{row});
    const QString sources = evidence.sources > 0
                                ? counted(evidence.sources, tr("1 source"), tr("%1 sources"))
                                : QString();
    return joined({sources, evidence.isContested ? tr("contested") : QString()});
}

QVariant EventTableModel::roleOf(std::uint32_t row, int column, int role) const
{
    const EventColumns &events = *snapshot().events;
    const EventRow event{row};
    switch (role) {
    case SecondLineRole:
        return events.whenText(event).empty() ? tr("undated") : shortDateOf(events.whenText(event));
    case AsideRole:
        return asideOf(row);
    case IsWarningRole:
        return snapshot().evidenceOf(event).isContested;
    case MarkRole:
        return events.kind(event);
    case Qt::ToolTipRole:
        if (column == When && !events.whenText(event).empty())
            return tr("%1  (%2)")
                .arg(longDateOf(events.whenText(event)), toQString(events.whenText(event)));
        return toQString(events.title(event));
    case Qt::AccessibleTextRole:
        if (column != Title)
            return text(row, column);
        return QStringList({text(row, Title), longDateOf(events.whenText(event)), asideOf(row)})
            .join(QStringLiteral(", "));
    default:
        return {};
    }
}

}  // namespace dateline::ui
