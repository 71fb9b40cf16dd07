// SPDX-License-Identifier: GPL-3.0-or-later
// Words become an event: title, kind, date, status, who took part, a quantity, and by whom the
// words came. Each filled field of the event gets a claim that rests on the words. GUI thread.
#pragma once

#include "ui/views/annotation_form.h"

namespace dateline::ui {

class ActorChips;
class DateField;
class QuantityField;
class TextField;
class WordField;

class EventAnnotationForm final : public AnnotationForm {
    Q_OBJECT

public:
    EventAnnotationForm(const ViewContext &context, const SelectedWords &words, QWidget *parent);

    AnnotationTarget target() const override;
    QString problem() const override;

private:
    void suggest();
    void suggestTitle(bool isDated);

    TextField *m_title;
    WordField *m_kind;
    DateField *m_when;
    WordField *m_status;
    ActorChips *m_who;
    QuantityField *m_quantity;
    ActorChips *m_saidBy;
};

// What a form calls an event or a claim: the words in one line, at most 60 characters.
QString shortTitle(const QString &words, int longest = 60);

}  // namespace dateline::ui
