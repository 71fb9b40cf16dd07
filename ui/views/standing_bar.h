// SPDX-License-Identifier: GPL-3.0-or-later
// One line on a page of Details: the standing of the item by its evidence, or by a person's word,
// with a button to overrule it; for sources and actors also the question what falls if it is
// wrong. GUI thread.
#pragma once

#include <QWidget>

#include "ui/bridge/view_context.h"

class QLabel;
class QPushButton;
class QToolButton;

namespace dateline::ui {

QString standingText(Standing standing);  // "corroborated"

class StandingBar final : public QWidget {
    Q_OBJECT

public:
    explicit StandingBar(const ViewContext &context, QWidget *parent = nullptr);

    void showItem(ItemRef item);
    QString text() const;

private:
    void refresh();
    void fillMenu();
    void overrule(Standing standing);

    ViewContext m_context;
    ItemRef m_item;
    QLabel *m_text;
    QToolButton *m_overrule;
    QPushButton *m_whatIf;
};

}  // namespace dateline::ui
