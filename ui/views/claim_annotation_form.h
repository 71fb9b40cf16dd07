// SPDX-License-Identifier: GPL-3.0-or-later
// Words become a claim about something that exists already; at first about what is selected in the
// window. GUI thread.
#pragma once

#include "ui/views/annotation_form.h"

namespace dateline::ui {

class ActorChips;
class ChoiceField;
class ItemField;
class TextField;
class WordField;

class ClaimAnnotationForm final : public AnnotationForm {
    Q_OBJECT

public:
    ClaimAnnotationForm(const ViewContext &context, const SelectedWords &words, QWidget *parent);

    AnnotationTarget target() const override;
    QString problem() const override;

private:
    void suggestField();
    void suggestValue();
    QString valueProblem() const;
    std::string value() const;  // in the notation of the field

    ItemField *m_about;
    WordField *m_field;
    TextField *m_value;
    WordField *m_status;
    ChoiceField *m_credibility;
    ChoiceField *m_stance;
    ActorChips *m_saidBy;
};

}  // namespace dateline::ui
