// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of an event, and those of an actor, without what hangs on them. GUI thread.
#pragma once

#include "ui/views/item_form.h"

namespace dateline::ui {

class DateField;
class WordField;

class EventForm final : public ItemForm {
    Q_OBJECT

public:
    EventForm(const ViewContext &context, FieldLook look, QWidget *parent = nullptr);

    void setEvent(const Event &event, const std::vector<std::string> &tags);
    Event event() const;
    std::vector<std::string> tags() const;
    QString problem() const override;

    // Quiet only: a row after the fields of the event itself, and the widget with tags and notes,
    // which a page places below what matters more.
    using ItemForm::appendRow;
    QWidget *remarks() const { return m_remarks; }

private:
    Event m_shown;
    QWidget *m_remarks = nullptr;
    TextField *m_title = nullptr;  // framed only: the details have it as their heading
    WordField *m_kind;
    DateField *m_when;
    WordField *m_status;
    TextField *m_place;
    TagField *m_tags;
    NotesField *m_notes;
};

class ActorForm final : public ItemForm {
    Q_OBJECT

public:
    ActorForm(const ViewContext &context, FieldLook look, QWidget *parent = nullptr);

    void setActor(const Actor &actor, const std::vector<std::string> &tags);
    Actor actor() const;
    std::vector<std::string> tags() const;
    QString problem() const override;

    QWidget *remarks() const { return m_remarks; }  // as of an event

private:
    Actor m_shown;
    QWidget *m_remarks = nullptr;
    TextField *m_name = nullptr;
    WordField *m_kind;
    TagField *m_aliases;  // "Сергей Шойгу@ru, ..."
    TagField *m_tags;
    NotesField *m_notes;
};

}  // namespace dateline::ui
