// SPDX-License-Identifier: GPL-3.0-or-later
// The actors of the newest snapshot as a table: names, the role held as of the window's date, and
// in how many events and relations each stands. GUI thread.
#pragma once

#include "ui/tables/item_table_model.h"

namespace dateline::ui {

class ActorTableModel final : public ItemTableModel {
    Q_OBJECT

public:
    enum Column { Name, Kind, Aliases, RoleNow, Events, Relations, ColumnCount };

    explicit ActorTableModel(const ViewContext &context, QObject *parent = nullptr);

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
    void forget() override;

    const std::vector<std::uint32_t> &relationCounts() const;
    const std::vector<std::uint8_t> &passing() const;
    QString roleNow(std::uint32_t row) const;
    std::int64_t eventCount(std::uint32_t row) const;

    std::shared_ptr<RowsMaker> m_maker;
    mutable std::vector<std::uint32_t> m_relationCounts;
    mutable std::vector<std::uint8_t> m_passing;
};

}  // namespace dateline::ui
