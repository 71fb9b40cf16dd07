// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/item_table_model.h"

#include <algorithm>

#include <QTimer>

#include "app/base/background_work.h"
#include "ui/bridge/post.h"

namespace dateline::ui {

ItemTableModel::ItemTableModel(const ViewContext &context, int sortColumn, QObject *parent)
    : QAbstractTableModel(parent), m_context(context), m_snapshot(context.hub.snapshot()),
      m_sortColumn(sortColumn)
{
    m_collator.setNumericMode(true);
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    connect(&m_context.hub, &SessionHub::snapshotChanged, this, &ItemTableModel::noteSnapshot);
    connect(&m_context.filter, &ViewFilter::changed, this, &ItemTableModel::updateSoon);
    connect(&m_context.filter, &ViewFilter::appearanceChanged, this, &ItemTableModel::updateSoon);
    connect(&m_context.whatIf, &WhatIf::changed, this, &ItemTableModel::noteDoubt);
}

ItemTableModel::~ItemTableModel()
{
    m_asked.cancel();
    m_following.cancel();
}

// The filter tells of a new snapshot, too, and is often the first to do so.
void ItemTableModel::noteSnapshot()
{
    if (m_snapshot != m_context.hub.snapshot())
        updateSoon();
}

// Several changes of one moment are one update; a short table follows each at once.
void ItemTableModel::updateSoon()
{
    if (!isLong()) {
        update();
        return;
    }
    if (m_isUpdateDue)
        return;
    m_isUpdateDue = true;
    QTimer::singleShot(0, this, [this] {
        if (m_isUpdateDue)
            update();
    });
}

// The same rows, marked otherwise.
void ItemTableModel::noteDoubt()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

bool ItemTableModel::holdsWords(std::uint32_t row) const
{
    return m_words.isEmpty() || dateline::ui::holdsWords(searchText(row), m_words);
}

RowsMade ItemTableModel::wantedRows()
{
    const bool hides = m_context.filter.filteredOut() == ViewFilter::FilteredOut::Hidden;
    RowsMade made;
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < size(); ++row) {
        const bool passes = passesFilter(row);
        if ((hides && !passes) || !holdsWords(row))
            continue;
        made.passing += passes ? 1 : 0;
        rows.push_back(row);
    }
    sortRows(rows, m_sortColumn);
    made.rows = Column<std::uint32_t>(rows);
    return made;
}

RowsWish ItemTableModel::wish() const
{
    const ViewFilter &filter = m_context.filter;
    RowsWish wish;
    wish.snapshot = m_context.hub.snapshot();
    wish.filter = filter.filter();
    wish.shown = filter.sharedShown();
    wish.hides = filter.filteredOut() == ViewFilter::FilteredOut::Hidden;
    wish.asOf = filter.asOf();
    wish.words = m_words;
    wish.column = m_sortColumn;
    wish.isDescending = isDescending();
    wish.locale = m_collator.locale().name().toStdString();
    return wish;
}

bool ItemTableModel::isLong() const
{
    constexpr std::size_t kManyRows = 50'000;
    const Snapshot &next = *m_context.hub.snapshot();
    return std::max<std::size_t>(next.events->size(), next.actors->size()) > kManyRows;
}

void ItemTableModel::update(Cause cause)
{
    m_isUpdateDue = false;
    const std::shared_ptr<RowsMaker> maker = rowsMaker();
    const quint64 run = ++m_run;
    if (maker && (isLong() || m_isMaking)) {
        m_isMaking = true;
        const bool isAsked = cause == Cause::Asked;
        (isAsked ? m_following : m_asked).cancel();
        (isAsked ? m_asked : m_following)
            .start([this, run, maker, isAsked, inTurn = m_inTurn,
                    wish = wish()](const std::stop_token &stop) {
                if (!isAsked)
                    yieldToOthers(Haste::Soon);  // the timeline comes first
                std::optional<RowsMade> made;
                {
                    const std::lock_guard lock(*inTurn);
                    if (!stop.stop_requested())
                        made = maker->make(wish, stop);
                }
                if (!made)
                    return;
                post(this,
                     [this, run, snapshot = wish.snapshot, made = std::move(*made)]() mutable {
                         if (run == m_run)
                             takeRows(std::move(snapshot), std::move(made));
                     });
            });
        return;
    }
    if (maker) {
        RowsMade made = *maker->make(wish(), {});
        takeRows(m_context.hub.snapshot(), std::move(made));
        return;
    }
    const SnapshotPointer old = m_snapshot;  // kept alive while the rows change hands
    m_snapshot = m_context.hub.snapshot();
    forget();
    RowsMade made = wantedRows();
    m_snapshot = old;
    takeRows(m_context.hub.snapshot(), std::move(made));
}

// Whether these rows of another snapshot are the items that are shown now.
bool ItemTableModel::isSameIn(const SnapshotPointer &snapshot, const Column<std::uint32_t> &rows)
{
    if (tableOf(*snapshot) != nullptr && tableOf(*snapshot) == tableOf(*m_snapshot))
        return rows == m_rows;
    // Piece by piece: where a row was added, all behind it have moved.
    constexpr std::size_t kPiece = 1'024;
    const SnapshotPointer shown = m_snapshot;
    std::vector<ItemRef> before;
    bool isSame = true;
    for (std::size_t from = 0; isSame && from < rows.size(); from += kPiece) {
        const std::size_t end = std::min(rows.size(), from + kPiece);
        before.clear();
        for (std::size_t i = from; i < end; ++i)
            before.push_back(itemAt(m_rows[i]));
        m_snapshot = snapshot;
        for (std::size_t i = from; isSame && i < end; ++i)
            isSame = itemAt(rows[i]) == before[i - from];
        m_snapshot = shown;
    }
    return isSame;
}

// Rows that are the same as before only show their texts again, so that views keep their place.
void ItemTableModel::takeRows(SnapshotPointer snapshot, RowsMade made)
{
    m_isMaking = false;
    const SnapshotPointer old = m_snapshot;
    bool isSame = made.rows.size() == m_rows.size();
    if (isSame && snapshot == old) {
        isSame = made.rows == m_rows;
    } else if (isSame) {
        isSame = isSameIn(snapshot, made.rows);
    }
    if (!isSame)
        beginResetModel();
    m_snapshot = std::move(snapshot);
    forget();
    m_rows = std::move(made.rows);
    m_places = std::move(made.places);
    m_passing = made.passing;
    if (!isSame)
        endResetModel();
    else if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT updated();
}

void ItemTableModel::endItems()
{
    m_snapshot = m_context.hub.snapshot();
    forget();
    RowsMade made = wantedRows();
    m_rows = std::move(made.rows);
    m_places = {};
    m_passing = made.passing;
    endResetModel();
    Q_EMIT updated();
}

int ItemTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ItemTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || static_cast<std::size_t>(index.row()) >= m_rows.size())
        return {};
    const std::uint32_t row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(
            Qt::AlignVCenter | (isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft)));
    case ItemRefRole:
        return QVariant::fromValue(itemAt(row));
    case FallsRole: {
        const ItemRef item = itemAt(row);
        return m_context.whatIf.falls(item) || m_context.whatIf.isDoubted(item);
    }
    case IsDimmedRole:
        return m_context.filter.filteredOut() == ViewFilter::FilteredOut::Dimmed &&
               m_snapshot == m_context.hub.snapshot() && !passesFilter(row);
    default:
        return roleOf(row, index.column(), role);
    }
}

QVariant ItemTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::DisplayRole)
        return heading(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (isNumber(section) ? Qt::AlignRight : Qt::AlignLeft)));
    return {};
}

void ItemTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || (column == m_sortColumn && order == m_sortOrder))
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    update(Cause::Asked);
}

void ItemTableModel::setWords(const QString &words)
{
    QStringList list = words.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (list == m_words)
        return;
    m_words = std::move(list);
    update(Cause::Asked);
}

ItemRef ItemTableModel::item(int row) const
{
    return row >= 0 && static_cast<std::size_t>(row) < m_rows.size()
               ? itemAt(m_rows[static_cast<std::size_t>(row)])
               : ItemRef();
}

int ItemTableModel::rowOf(ItemRef item) const
{
    const std::uint32_t row = snapshotRow(item);
    if (row == kNoRow)
        return -1;
    if (m_places.empty())
        m_places = RowPlaces(placesIn(m_rows, size()));
    const std::uint32_t place = m_places.of(row);
    return place == RowPlaces::kNone ? -1 : static_cast<int>(place);
}

}  // namespace dateline::ui
