// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/history_table_model.h"

#include <QDateTime>
#include <QFont>
#include <QLocale>

#include "ui/bridge/session_hub.h"
#include "ui/bridge/text.h"

namespace dateline::ui {

HistoryTableModel::HistoryTableModel(const SessionHub &hub, QObject *parent)
    : QAbstractTableModel(parent), m_hub(hub)
{
    readAgain();
}

void HistoryTableModel::readAgain()
{
    beginResetModel();
    m_entries = m_hub.history();
    endResetModel();
}

int HistoryTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int HistoryTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const HistoryEntry &entry = m_entries[static_cast<std::size_t>(index.row())];
    if (role == Qt::FontRole && entry.isUndone) {
        QFont font;
        font.setItalic(true);
        return font;
    }
    if (role == Qt::ToolTipRole)
        return entry.isUndone ? tr("Undone; double-click to do it again")
                              : tr("Double-click to go back to just after this");
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Name:
        return entry.isUndone ? tr("%1 (undone)").arg(toQString(entry.name))
                              : toQString(entry.name);
    case Author:
        return toQString(entry.author);
    case Time: {
        const QDateTime time = QDateTime::fromString(toQString(entry.madeAt), Qt::ISODate);
        return QLocale().toString(time.toLocalTime(), QLocale::ShortFormat);
    }
    default:
        return {};
    }
}

QVariant HistoryTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Edit");
    case Author:
        return tr("By");
    case Time:
        return tr("When");
    default:
        return {};
    }
}

qint64 HistoryTableModel::historyId(int row) const
{
    return m_entries[static_cast<std::size_t>(row)].id;
}

int HistoryTableModel::currentRow() const
{
    for (std::size_t row = 0; row < m_entries.size(); ++row) {
        if (!m_entries[row].isUndone)
            return static_cast<int>(row);
    }
    return -1;
}

}  // namespace dateline::ui
