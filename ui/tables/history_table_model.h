// SPDX-License-Identifier: GPL-3.0-or-later
// The file's history, newest first: what, who, when; undone entries are told apart. It is what it
// was when it was read last. GUI thread.
#pragma once

#include <vector>

#include <QAbstractTableModel>

#include "app/model/history_entry.h"

namespace dateline::ui {

class SessionHub;

class HistoryTableModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Author, Time, ColumnCount };

    explicit HistoryTableModel(const SessionHub &hub, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void readAgain();
    qint64 historyId(int row) const;
    int currentRow() const;  // the newest entry that is done; -1 where all are undone

private:
    const SessionHub &m_hub;
    std::vector<HistoryEntry> m_entries;
};

}  // namespace dateline::ui
