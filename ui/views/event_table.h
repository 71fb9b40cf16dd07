// SPDX-License-Identifier: GPL-3.0-or-later
// The events as a table: sorted by any column, columns moved and hidden, linked with the selection
// and the filter. Ctrl+C copies the selected rows with tabs between the cells. GUI thread.
#pragma once

#include <QTableView>

#include "ui/bridge/view_context.h"

namespace dateline::ui {

class EventTableModel;

class EventTable final : public QTableView {
    Q_OBJECT

public:
    explicit EventTable(const ViewContext &context, QWidget *parent = nullptr);

    EventTableModel *tableModel() const { return m_model; }
    // The selected rows as they stand, the columns that are seen in their order, headings first.
    QString selectedText() const;
    void copySelected() const;

    // Order, widths and hidden columns, for the window's settings.
    QByteArray columnState() const;
    void restoreColumnState(const QByteArray &state);

Q_SIGNALS:
    void openRequested(dateline::ItemRef item);
    void removeRequested();  // of what is selected

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showColumnMenu(const QPoint &position);
    void setRowHeights();

    EventTableModel *m_model;
};

}  // namespace dateline::ui
