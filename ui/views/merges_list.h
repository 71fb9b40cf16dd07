// SPDX-License-Identifier: GPL-3.0-or-later
// On the page of an actor: which others went up in it, each with a button that takes it apart
// again, and the way to merge it with another one. GUI thread.
#pragma once

#include <QWidget>

#include "ui/bridge/view_context.h"

class QPushButton;
class QVBoxLayout;

namespace dateline::ui {

class MergesList final : public QWidget {
    Q_OBJECT

public:
    explicit MergesList(const ViewContext &context, QWidget *parent = nullptr);

    void showActor(ActorId actor);

private:
    ViewContext m_context;
    ActorId m_actor;
    QVBoxLayout *m_rows;
    QPushButton *m_merge;
};

}  // namespace dateline::ui
