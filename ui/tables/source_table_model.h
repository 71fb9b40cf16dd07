// SPDX-License-Identifier: GPL-3.0-or-later
// The sources of the newest snapshot as a table; the grade is that of the outlet. GUI thread.
#pragma once

#include "ui/tables/item_table_model.h"

namespace dateline::ui {

class SourceTableModel final : public ItemTableModel {
    Q_OBJECT

public:
    enum Column { Title, Outlet, Published, Annotations, Claims, Grade, ColumnCount };

    explicit SourceTableModel(const ViewContext &context, QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override;

private:
    std::uint32_t size() const override;
    ItemRef itemAt(std::uint32_t row) const override;
    std::uint32_t snapshotRow(ItemRef item) const override;
    bool passesFilter(std::uint32_t row) const override;
    QString searchText(std::uint32_t row) const override;
    void sortRows(std::vector<std::uint32_t> &rows, int column) const override;
    QString heading(int column) const override;
    bool isNumber(int column) const override;
    QString text(std::uint32_t row, int column) const override;
    QVariant roleOf(std::uint32_t row, int column, int role) const override;
    void forget() override;

    struct Counts {
        std::uint32_t annotations = 0;
        std::uint32_t claims = 0;
        bool isOfShownEvent = false;  // a claim in it is about an event that passes the filter
    };
    const std::vector<Counts> &counts() const;
    QString outletName(std::uint32_t row) const;
    QString gradeOf(std::uint32_t row) const;

    mutable std::vector<Counts> m_counts;
};

}  // namespace dateline::ui
