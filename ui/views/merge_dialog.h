// SPDX-License-Identifier: GPL-3.0-or-later
// Two actors are one: who is likely to be the same, why, with how many points, and what would move.
// Nothing happens before it is confirmed; the merge can be taken apart at any later time. GUI
// thread.
#pragma once

#include <vector>

#include <QDialog>

#include "app/evidence/same_actor.h"
#include "ui/bridge/view_context.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace dateline::ui {

class ActorField;

class MergeDialog final : public QDialog {
    Q_OBJECT

public:
    // `other` may be none: then the likeliest one is proposed.
    MergeDialog(const ViewContext &context, ActorId actor, ActorId other, QWidget *parent);

    QTreeWidget *candidates() const { return m_candidates; }
    QString preview() const;
    void setOther(ActorId other);
    void swap();  // the other one is kept
    bool merge();

private:
    void show(ActorId other);

    ViewContext m_context;
    ActorId m_kept;
    ActorId m_gone;
    std::vector<SameActor> m_likely;
    QLabel *m_heading;
    QTreeWidget *m_candidates;
    ActorField *m_other;
    QLabel *m_reasons;
    QLabel *m_preview;
    QLineEdit *m_reason;
    QPushButton *m_merge;
};

}  // namespace dateline::ui
