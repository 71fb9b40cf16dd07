// SPDX-License-Identifier: GPL-3.0-or-later
// The file's history as a list; double-click, or Enter, goes to the state just after an edit, and a
// button undoes everything. Undo and redo live in the file, so this works across runs.
#pragma once

#include <QWidget>

#include "ui/bridge/view_context.h"

class QTreeView;

namespace dateline::ui {

class HistoryTableModel;

class HistoryPanel final : public QWidget {
    Q_OBJECT

public:
    explicit HistoryPanel(const ViewContext &context, QWidget *parent = nullptr);

private:
    void showCurrent();

    ViewContext m_context;
    HistoryTableModel *m_model;
    QTreeView *m_view;
};

}  // namespace dateline::ui
