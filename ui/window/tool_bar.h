// SPDX-License-Identifier: GPL-3.0-or-later
// The tool bar: undo and redo, the search, the time range, the as-of date, and how the
// timeline groups and colours. It shows the state of ViewFilter and changes it; it holds none but
// what is half typed. A date that cannot be read is said so beside its field and changes nothing;
// Escape brings back what holds.
#pragma once

#include <QToolBar>

#include "ui/bridge/view_context.h"

class QComboBox;
class QLabel;
class QLineEdit;

namespace dateline::ui {

class SearchField;

class ToolBar final : public QToolBar {
    Q_OBJECT

public:
    ToolBar(const ViewContext &context, QAction *undo, QAction *redo, QWidget *parent);

    SearchField *searchField() const { return m_search; }
    QLineEdit *whenField() const { return m_when; }
    QLineEdit *knownField() const { return m_known; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLabel *addCaption(const QString &text, QWidget *buddy);
    void applyWhen();
    void applyAsOf();
    void applyKnown();
    void showFilter();

    ViewContext m_context;
    SearchField *m_search;
    QLineEdit *m_when;
    QLineEdit *m_asOf;
    QLineEdit *m_known;
    QComboBox *m_group;
    QComboBox *m_colour;
};

}  // namespace dateline::ui
