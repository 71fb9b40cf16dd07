// SPDX-License-Identifier: GPL-3.0-or-later
// One tab of the lists: a filter line and a button to add, the rows, and how many are shown. An
// empty list says what to do next. GUI thread.
#pragma once

#include <QWidget>

#include "ui/bridge/view_context.h"

class QLabel;
class QLineEdit;
class QToolButton;
class QVBoxLayout;

namespace dateline::ui {

class ItemTableModel;
class RowList;

class ListPage final : public QWidget {
    Q_OBJECT

public:
    struct Words {
        QString name;     // "Events", the accessible name of the list
        QString add;      // "Add an event"
        QString nothing;  // what to do while there are none
    };

    // Takes the model over.
    ListPage(const ViewContext &context, ItemTableModel *model, const Words &words,
             QWidget *parent = nullptr);

    ItemTableModel *model() const { return m_model; }
    RowList *list() const { return m_list; }
    QLineEdit *filterLine() const { return m_filter; }
    void addUnderFilter(QWidget *widget);
    void setNothing(const QString &text);  // what the empty list says

Q_SIGNALS:
    void addRequested();
    void openRequested(dateline::ItemRef item);
    void removeRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showState();

    ViewContext m_context;
    ItemTableModel *m_model;
    Words m_words;
    QLineEdit *m_filter;
    QToolButton *m_add;
    RowList *m_list;
    QLabel *m_empty;
    QLabel *m_count;
    QVBoxLayout *m_top;
};

}  // namespace dateline::ui
