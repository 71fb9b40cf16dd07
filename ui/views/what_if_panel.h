// SPDX-License-Identifier: GPL-3.0-or-later
// What falls if these sources, outlets and speakers are wrong: who is doubted, and a list of what
// rests on them alone. While nobody is doubted it lists what the file leans on most. Confirming
// makes an edit of the doubt; until then nothing is written. GUI thread.
#pragma once

#include <QWidget>

#include "ui/bridge/view_context.h"

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace dateline::ui {

class WhatIfPanel final : public QWidget {
    Q_OBJECT

public:
    explicit WhatIfPanel(const ViewContext &context, QWidget *parent = nullptr);

    QString statusText() const;  // "3 fall · 2 claims"; "" while nothing is doubted
    QTreeWidget *list() const { return m_list; }

Q_SIGNALS:
    void statusChanged(const QString &status);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void fill();
    void fillKeystones();
    void fillFallen();
    QTreeWidgetItem *addGroup(const QString &title);
    void addItem(QTreeWidgetItem *group, ItemRef item, const QString &aside = QString());
    void confirm();

    ViewContext m_context;
    QLabel *m_summary;
    QTreeWidget *m_list;
    QPushButton *m_doubt;
    QPushButton *m_confirm;
    QPushButton *m_clear;
};

}  // namespace dateline::ui
