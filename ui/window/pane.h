// SPDX-License-Identifier: GPL-3.0-or-later
// A dock of the main window: its name, a line that says what it shows ("16 of 26 actors"), and the
// few buttons that belong to it, all in one thin title row. In a tab the name stands in the tab.
#pragma once

#include <QDockWidget>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace dateline::ui {

class PaneBar;

class Pane final : public QDockWidget {
    Q_OBJECT

public:
    // The object name is the key under which a workspace remembers the pane.
    Pane(const QString &title, const QString &objectName, QWidget *content, QWidget *parent);

    void setStatus(const QString &status);
    QToolButton *addButton(QAction *action);
    QToolButton *addMenuButton(const QString &text, QMenu *menu);

private:
    void updateName();
    void updateBar();

    bool m_isTab = false;
    PaneBar *m_bar;
    QLabel *m_name;
    QLabel *m_status;
    QHBoxLayout *m_buttons;
};

}  // namespace dateline::ui
