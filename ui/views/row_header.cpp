// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/row_header.h"

namespace dateline::ui {

RowHeader::RowHeader(QWidget *parent) : QHeaderView(Qt::Vertical, parent)
{
    setSectionResizeMode(Fixed);
    setVisible(false);
}

// Past QHeaderView's own, on purpose: it forgets all rows first.
void RowHeader::reset()
{
    QAbstractItemView::reset();  // NOLINT(bugprone-parent-virtual-call)
    initializeSections();
}

}  // namespace dateline::ui
