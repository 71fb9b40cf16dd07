// SPDX-License-Identifier: GPL-3.0-or-later
// Draws a row of an ItemTableModel as the lists show it: mark and name, under it a second line with
// an aside at the right. Heights follow the font; texts that do not fit are elided, the aside last.
#pragma once

#include <QStyledItemDelegate>

namespace dateline::ui {

class TwoLineDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

}  // namespace dateline::ui
