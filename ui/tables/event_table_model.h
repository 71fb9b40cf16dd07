// SPDX-License-Identifier: GPL-3.0-or-later
// The events of the newest snapshot as a table, by date where nothing else is asked. GUI thread.
#pragma once

#include "ui/tables/item_table_model.h"

namespace dateline::ui {

class EventTableModel final : public ItemTableModel {
    Q_OBJECT

public:
    enum Column { Title, When, Kind, Status, Place, Sources, Contested, ColumnCount };

    explicit EventTableModel(const ViewContext &context, QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override;

private:
    std::uint32_t size() const override;
    ItemRef itemAt(std::uint32_t row) const override;
    const void *tableOf(const Snapshot &snapshot) const override;
    std::uint32_t snapshotRow(ItemRef item) const override;
    bool passesFilter(std::uint32_t row) const override;
    std::shared_ptr<RowsMaker> rowsMaker() const override { return m_maker; }
    QString heading(int column) const override;
    bool isNumber(int column) const override;
    QString text(std::uint32_t row, int column) const override;
    QVariant roleOf(std::uint32_t row, int column, int role) const override;
    void forget() override {}

    QString asideOf(std::uint32_t row) const;

    std::shared_ptr<RowsMaker> m_maker;
};

}  // namespace dateline::ui
