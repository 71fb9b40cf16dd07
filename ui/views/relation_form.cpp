// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/relation_form.h"

#include "app/model/grade.h"
#include "ui/bridge/date_setting.h"
#include "ui/bridge/text.h"
#include "ui/views/actor_field.h"
#include "ui/views/date_field.h"
#include "ui/views/item_text.h"
#include "ui/views/word_field.h"

namespace dateline::ui {

namespace {

void askForUnknown(ActorField *field)
{
    QObject::connect(field, &ActorField::unknownNamed, field, &ActorField::makeUnknown);
}

QString unknownText(const ActorField *field)
{
    return ActorField::tr("Nobody is called “%1” yet. Enter in the field adds them.")
        .arg(field->value());
}

}  // namespace

RelationForm::RelationForm(const ViewContext &viewContext, FieldLook fieldLook, QWidget *parent)
    : ItemForm(viewContext, fieldLook, parent)
{
    m_from = add(tr("From"), new ActorField(context(), tr("From"), look()));
    m_kind = add(tr("Kind"), new WordField(tr("Kind of relation"), look()));
    m_to = add(tr("To"), new ActorField(context(), tr("To"), look()));
    m_direction = add(tr("Direction"), new ChoiceField(tr("Direction"), look()));
    m_when = add(tr("Valid"), new DateField(tr("Valid, as EDTF"), look()));
    m_status = add(tr("Status"), new WordField(tr("Status"), look()));
    m_notes = add(tr("Notes"), new NotesField(tr("Notes"), look()));
    m_direction->addItem(tr("one way, from → to"), true);
    m_direction->addItem(tr("both ways"), false);
    m_kind->setHint(tr("kind"));
    askForUnknown(m_from);
    askForUnknown(m_to);
}

void RelationForm::setRelation(const Relation &relation)
{
    m_shown = relation;
    const RelationColumns &relations = *context().hub.snapshot()->relations;
    m_kind->setChoices(&relations.kindWords());
    m_status->setChoices(&relations.statusWords(), eventStatuses());
    m_from->setActor(relation.from);
    m_kind->setValue(toQString(relation.kind));
    m_to->setActor(relation.to);
    m_direction->setValue(relation.isDirected);
    m_when->setSetting(
        dateSettingOf(context().hub, publicationOf(*context().hub.snapshot(), relation.id)),
        dateWidthsOf(context().hub));
    m_when->setValue(relation.when);
    m_status->setValue(toQString(relation.status));
    m_notes->setValue(toQString(relation.notes));
}

Relation RelationForm::relation() const
{
    Relation relation = m_shown;
    relation.from = m_from->actor();
    relation.to = m_to->actor();
    relation.kind = toUtf8(m_kind->value());
    relation.isDirected = m_direction->value().toBool();
    relation.when = m_when->value();
    relation.status = toUtf8(m_status->value());
    relation.notes = toUtf8(m_notes->value());
    return relation;
}

QString RelationForm::problem() const
{
    for (const ActorField *field : {m_from, m_to}) {
        if (field->isUnknownName())
            return unknownText(field);
    }
    if (!m_from->actor() || !m_to->actor())
        return tr("Name the two actors.");
    if (m_kind->value().isEmpty())
        return tr("Say what kind of relation it is.");
    return m_when->problem();
}

RoleForm::RoleForm(const ViewContext &viewContext, FieldLook fieldLook, QWidget *parent)
    : ItemForm(viewContext, fieldLook, parent)
{
    m_actor = add(tr("Who"), new ActorField(context(), tr("Who"), look()));
    m_title = add(tr("Post"), new TextField(tr("Post"), look()));
    m_body = add(tr("At"), new ActorField(context(), tr("At which body"), look()));
    m_when = add(tr("Held"), new DateField(tr("Held, as EDTF"), look()));
    m_title->setPlaceholderText(tr("Secretary, President, Minister"));
    askForUnknown(m_actor);
    askForUnknown(m_body);
}

void RoleForm::setRole(const Role &role)
{
    m_shown = role;
    m_actor->setActor(role.actor);
    m_title->setValue(toQString(role.title));
    m_body->setActor(role.body);
    m_when->setSetting(
        dateSettingOf(context().hub, publicationOf(*context().hub.snapshot(), role.id)),
        dateWidthsOf(context().hub));
    m_when->setValue(role.when);
}

Role RoleForm::role() const
{
    Role role = m_shown;
    role.actor = m_actor->actor();
    role.title = toUtf8(m_title->value());
    role.body = m_body->actor();
    role.when = m_when->value();
    return role;
}

QString RoleForm::problem() const
{
    for (const ActorField *field : {m_actor, m_body}) {
        if (field->isUnknownName())
            return unknownText(field);
    }
    if (!m_actor->actor())
        return tr("Name who held the post.");
    if (m_title->value().isEmpty())
        return tr("Name the post.");
    return m_when->problem();
}

}  // namespace dateline::ui
