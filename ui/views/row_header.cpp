// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/row_header.h"

namespace dateline::ui {

RowHeader::RowHeader(QWidget *parent) : QHeaderView(Qt::Vertical, parent)
{
    setSectionResizeMode(Fixed);
    setVisible(false);
}

// Past QHeaderView's own, which forgets all rows first.
void RowHeader::reset()
{
    QAbstractItemView::reset();
    initializeSections();
}

}  // namespace dateline::ui
