// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of a relation, and those of a role. GUI thread.
#pragma once

#include "ui/views/item_form.h"

namespace dateline::ui {

class ActorField;
class ChoiceField;
class DateField;
class WordField;

class RelationForm final : public ItemForm {
    Q_OBJECT

public:
    RelationForm(const ViewContext &context, FieldLook look, QWidget *parent = nullptr);

    void setRelation(const Relation &relation);
    Relation relation() const;
    QString problem() const override;

private:
    Relation m_shown;
    ActorField *m_from;
    WordField *m_kind;
    ActorField *m_to;
    ChoiceField *m_direction;
    DateField *m_when;
    WordField *m_status;
    NotesField *m_notes;
};

class RoleForm final : public ItemForm {
    Q_OBJECT

public:
    RoleForm(const ViewContext &context, FieldLook look, QWidget *parent = nullptr);

    void setRole(const Role &role);
    Role role() const;
    QString problem() const override;

private:
    Role m_shown;
    ActorField *m_actor;
    TextField *m_title;
    ActorField *m_body;
    DateField *m_when;
};

}  // namespace dateline::ui
