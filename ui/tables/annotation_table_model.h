// SPDX-License-Identifier: GPL-3.0-or-later
// The annotations of the newest snapshot as a table, by source and place in it. GUI thread.
#pragma once

#include <string>
#include <unordered_map>

#include "ui/tables/item_table_model.h"

namespace dateline::ui {

class AnnotationTableModel final : public ItemTableModel {
    Q_OBJECT

public:
    enum Column { Quote, Note, Source, Tags, ColumnCount };

    explicit AnnotationTableModel(const ViewContext &context, QObject *parent = nullptr);

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

    const std::vector<std::uint8_t> &passing() const;
    QString sourceTitle(std::uint32_t row) const;
    QString tagsOf(std::uint32_t row) const;

    mutable std::vector<std::uint8_t> m_passing;
    mutable std::unordered_map<std::int64_t, std::vector<std::string>> m_tags;
    mutable bool m_hasTags = false;
};

}  // namespace dateline::ui
