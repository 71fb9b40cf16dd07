// SPDX-License-Identifier: GPL-3.0-or-later
// The file's history as a list; double-click, or Enter, goes to the state just after an edit, and a
// button undoes everything. Undo and redo live in the file, so this works across runs.
#pragma once

#include <QWidget>

#include "ui/bridge/view_context.h"

class QLabel;
class QPushButton;
class QTreeView;

namespace dateline::ui {

class HistoryTableModel;

class HistoryPanel final : public QWidget {
    Q_OBJECT

public:
    explicit HistoryPanel(const ViewContext &context, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void readInSight();
    void showState();

    ViewContext m_context;
    HistoryTableModel *m_model;
    QTreeView *m_view;
    QLabel *m_hint;
    QPushButton *m_undoAll;
    bool m_isStale = true;
};

}  // namespace dateline::ui
