// SPDX-License-Identifier: GPL-3.0-or-later
// What is known about a source beside its text, which never changes. GUI thread.
#pragma once

#include "ui/views/item_form.h"

namespace dateline::ui {

class ActorField;
class ChoiceField;
class DateField;
class WordField;

class SourceForm final : public ItemForm {
    Q_OBJECT

public:
    SourceForm(const ViewContext &context, FieldLook look, QWidget *parent = nullptr);

    void setSource(const Source &source);
    Source source() const;
    QString problem() const override;

private:
    Source m_shown;
    TextField *m_title = nullptr;  // framed only: the details have it as their heading
    ActorField *m_outlet;
    TextField *m_author;
    DateField *m_published;
    DateField *m_updated;
    DateField *m_retrieved;
    TextField *m_address;
    TextField *m_language;
    WordField *m_handling;
    ChoiceField *m_supersedes;
};

}  // namespace dateline::ui
