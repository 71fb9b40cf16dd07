// SPDX-License-Identifier: GPL-3.0-or-later
// A list of rows of one height, of which only the first column shows. It lays out a million rows at
// the cost of those in view: QListView asks the model for each of them, fifty milliseconds on every
// change of what is shown. GUI thread.
#pragma once

#include <QTableView>

namespace dateline::ui {

class RowList final : public QTableView {
    Q_OBJECT

public:
    explicit RowList(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    // A list has no columns to go along: Home and End lead to its ends.
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    void hideOtherColumns();
    void fitRows();
};

}  // namespace dateline::ui
