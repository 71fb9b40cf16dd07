// SPDX-License-Identifier: GPL-3.0-or-later
// Words become a relation between two actors; the first two that the words name are filled in. An
// unknown name becomes a new actor. GUI thread.
#pragma once

#include "ui/views/annotation_form.h"

class QCheckBox;

namespace dateline::ui {

class ActorChips;
class ActorField;
class DateField;
class WordField;

class RelationAnnotationForm final : public AnnotationForm {
    Q_OBJECT

public:
    RelationAnnotationForm(const ViewContext &context, const SelectedWords &words, QWidget *parent);

    AnnotationTarget target() const override;
    QString problem() const override;

private:
    ActorField *m_from;
    ActorField *m_to;
    WordField *m_kind;
    QCheckBox *m_bothWays;
    WordField *m_status;
    DateField *m_when;
    ActorChips *m_saidBy;
};

}  // namespace dateline::ui
