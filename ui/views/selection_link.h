// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the rows selected in one view of an ItemTableModel and the selection of the window the
// same, both ways, and brings a view back to its place after its model was reset. A view shows the
// items of its own kind; picking rows in it replaces what is selected elsewhere. GUI thread.
#pragma once

#include <QObject>

#include "ui/bridge/view_context.h"

class QAbstractItemView;

namespace dateline::ui {

class ItemTableModel;

class SelectionLink final : public QObject {
    Q_OBJECT

public:
    // The view has its model already, selects whole rows, and owns the link.
    SelectionLink(const ViewContext &context, ItemTableModel *model, QAbstractItemView *view);

private:
    void takeFromView();
    void showInView();
    void showAfterReset();
    int selectRows();  // the row of the last item, -1 where none is among the rows

    ViewContext m_context;
    ItemTableModel *m_model;
    QAbstractItemView *m_view;
    bool m_isBusy = false;
    int m_scroll = 0;
    ItemRef m_place;  // the row that had the keyboard's attention
};

}  // namespace dateline::ui
