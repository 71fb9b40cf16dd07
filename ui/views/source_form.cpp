// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/source_form.h"

#include "app/model/grade.h"
#include "ui/bridge/text.h"
#include "ui/views/actor_field.h"
#include "ui/views/date_field.h"
#include "ui/views/word_field.h"

namespace dateline::ui {

SourceForm::SourceForm(const ViewContext &viewContext, FieldLook fieldLook, QWidget *parent)
    : ItemForm(viewContext, fieldLook, parent)
{
    if (look() == FieldLook::Framed)
        m_title = add(tr("Title"), new TextField(tr("Title"), look()));
    m_outlet = add(tr("Outlet"), new ActorField(context(), tr("Outlet"), look()));
    m_author = add(tr("Author"), new TextField(tr("Author"), look()));
    m_published = add(tr("Published"), new DateField(tr("Published, as EDTF"), look()));
    m_updated = add(tr("Updated"), new DateField(tr("Updated, as EDTF"), look()));
    m_retrieved = add(tr("Retrieved"), new DateField(tr("Retrieved, as EDTF"), look()));
    m_address = add(tr("Address"), new TextField(tr("Address"), look()));
    m_language = add(tr("Language"), new TextField(tr("Language"), look()));
    m_handling = add(tr("Handling"), new WordField(tr("Handling"), look()));
    m_supersedes = add(tr("Replaces"), new ChoiceField(tr("Replaces"), look()));
    m_outlet->setPlaceholderText(tr("who published it"));
    m_author->setPlaceholderText(tr("not named"));
    m_address->setPlaceholderText(tr("where it was found"));
    m_language->setPlaceholderText(tr("en, ko, ru"));
    m_handling->setHint(tr("TLP mark"));
    m_handling->setChoices(nullptr, handlingMarks());
    m_supersedes->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_supersedes->setMinimumContentsLength(12);
    connect(m_outlet, &ActorField::unknownNamed, m_outlet, &ActorField::makeUnknown);
}

void SourceForm::setSource(const Source &source)
{
    m_shown = source;
    if (m_title != nullptr)
        m_title->setValue(toQString(source.title));
    m_outlet->setActor(source.outlet);
    m_author->setValue(toQString(source.author));
    m_published->setValue(source.published);
    m_updated->setValue(source.updated);
    m_retrieved->setValue(source.retrieved);
    m_address->setValue(toQString(source.address));
    m_language->setValue(toQString(source.language));
    m_handling->setValue(toQString(source.handling));
    m_supersedes->clear();
    m_supersedes->addItem(tr("no other"), QVariant::fromValue<qlonglong>(0));
    for (const Source &other : *context().hub.snapshot()->sources) {
        if (other.id != source.id)
            m_supersedes->addItem(toQString(other.title),
                                  QVariant::fromValue<qlonglong>(other.id.value));
    }
    m_supersedes->setValue(QVariant::fromValue<qlonglong>(source.supersedes.value));
}

Source SourceForm::source() const
{
    Source source = m_shown;
    if (m_title != nullptr)
        source.title = toUtf8(m_title->value());
    source.outlet = m_outlet->actor();
    source.author = toUtf8(m_author->value());
    source.published = m_published->value();
    source.updated = m_updated->value();
    source.retrieved = m_retrieved->value();
    source.address = toUtf8(m_address->value());
    source.language = toUtf8(m_language->value());
    source.handling = toUtf8(m_handling->value());
    source.supersedes = {m_supersedes->value().toLongLong()};
    return source;
}

QString SourceForm::problem() const
{
    if (m_title != nullptr && m_title->value().isEmpty())
        return tr("Give the source a title.");
    if (m_outlet->isUnknownName())
        return tr("Nobody is called “%1” yet. Enter in the field adds them.")
            .arg(m_outlet->value());
    for (const DateField *date : {m_published, m_updated, m_retrieved}) {
        if (const QString wrong = date->problem(); !wrong.isEmpty())
            return wrong;
    }
    return {};
}

}  // namespace dateline::ui
