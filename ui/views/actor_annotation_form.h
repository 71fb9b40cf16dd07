// SPDX-License-Identifier: GPL-3.0-or-later
// Words become an actor. Where the file has one of that name or alias already, they become a
// mention of that one instead, and the form says so. GUI thread.
#pragma once

#include "ui/views/annotation_form.h"

namespace dateline::ui {

class ActorField;
class WordField;

class ActorAnnotationForm final : public AnnotationForm {
    Q_OBJECT

public:
    ActorAnnotationForm(const ViewContext &context, const SelectedWords &words, QWidget *parent);

    AnnotationTarget target() const override;
    QString problem() const override;

private:
    void showKnown();

    ActorField *m_name;
    WordField *m_kind;
};

}  // namespace dateline::ui
