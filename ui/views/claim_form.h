// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of a claim: what it is about, what it says, who says so, by what way, and how sure it
// is. Says beside the value what it means, or why it does not fit its field. GUI thread.
#pragma once

#include "ui/views/item_form.h"

namespace dateline::ui {

class ChoiceField;
class HopsField;
class ItemField;
class WordField;

class ClaimForm final : public ItemForm {
    Q_OBJECT

public:
    ClaimForm(const ViewContext &context, FieldLook look, QWidget *parent = nullptr);

    void setClaim(const Claim &claim);
    Claim claim() const;
    QString problem() const override;

private:
    void fillSources();
    void fillWords();
    void showMeaning();
    QString valueProblem() const;

    Claim m_shown;
    ItemField *m_about;
    WordField *m_field;
    TextField *m_value;
    QLabel *m_meaning;
    WordField *m_status;
    ChoiceField *m_stance;
    ChoiceField *m_source;
    ChoiceField *m_words;  // the annotation
    HopsField *m_hops;
    ChoiceField *m_credibility;
    WordField *m_likelihood;
    WordField *m_handling;
    NotesField *m_notes;
};

}  // namespace dateline::ui
