// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/event_table_model.h"

#include <algorithm>

#include "ui/bridge/text.h"
#include "ui/tables/cell_text.h"

namespace dateline::ui {

EventTableModel::EventTableModel(const ViewContext &context, QObject *parent)
    : ItemTableModel(context, When, parent)
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

std::uint32_t EventTableModel::snapshotRow(ItemRef item) const
{
    return item.kind == ItemKind::Event ? snapshot().events->rowOf(item.event()).value : kNoRow;
}

bool EventTableModel::passesFilter(std::uint32_t row) const
{
    return context().filter.shown().contains(EventRow{row});
}

QString EventTableModel::searchText(std::uint32_t row) const
{
    const EventColumns &events = *snapshot().events;
    const EventRow event{row};
    std::string text(events.title(event));
    for (const std::string &word : {events.kindWords().word(events.kind(event)),
                                    events.placeWords().word(events.place(event)),
                                    events.statusWords().word(events.status(event))}) {
        text += '\n';
        text += word;
    }
    text += '\n';
    text += events.whenText(event);
    return toQString(text);
}

// Earliest begin first, then the coarser date ("2024" before "2024-01-01"). What has no date stays
// at the end in both directions: it is not later than anything.
void EventTableModel::sortByDate(std::vector<std::uint32_t> &rows) const
{
    const EventColumns &events = *snapshot().events;
    const auto undated =
        std::stable_partition(rows.begin(), rows.end(),
                              [&events](std::uint32_t row) { return row < events.datedSize(); });
    // The snapshot's order is by earliest begin already: only rows with the same one change places.
    const std::vector<Instant> &begins = events.begins();
    const auto precision = [&events](std::uint32_t row) {
        return static_cast<int>(events.when(EventRow{row}).precision);
    };
    const bool down = isDescending();
    for (auto first = rows.begin(); first != undated;) {
        auto last = first + 1;
        bool isEven = true;
        while (last != undated && begins[*last] == begins[*first]) {
            isEven = isEven && precision(*last) == precision(*first);
            ++last;
        }
        if (!isEven)
            std::stable_sort(first, last, [&](std::uint32_t a, std::uint32_t b) {
                return down ? precision(a) < precision(b) : precision(b) < precision(a);
            });
        if (down)
            std::reverse(first, last);  // and back, with all of them
        first = last;
    }
    if (down)
        std::reverse(rows.begin(), undated);
}

void EventTableModel::sortRows(std::vector<std::uint32_t> &rows, int column) const
{
    const Snapshot &all = snapshot();
    const EventColumns &events = *all.events;
    const auto sortByWord = [&](const Vocabulary &words, const std::vector<std::uint32_t> &values) {
        const std::vector<std::uint32_t> rankOf = ranks(words);
        sortBy(rows, [&](std::uint32_t row) { return rankOf[values[row]]; });
    };
    switch (column) {
    case Title:
        return sortByText(
            rows, [&](std::uint32_t row) { return toQString(events.title(EventRow{row})); });
    case Kind:
        return sortByWord(events.kindWords(), events.kinds());
    case Status:
        return sortByWord(events.statusWords(), events.statuses());
    case Place:
        return sortByWord(events.placeWords(), events.places());
    case Sources:
        return sortBy(rows,
                      [&](std::uint32_t row) { return all.evidenceOf(EventRow{row}).sources; });
    case Contested:
        return sortBy(
            rows, [&](std::uint32_t row) { return !all.evidenceOf(EventRow{row}).isContested; });
    default:
        return sortByDate(rows);
    }
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
