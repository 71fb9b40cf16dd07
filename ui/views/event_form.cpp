// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/event_form.h"

#include "app/model/grade.h"
#include "ui/bridge/date_setting.h"
#include "ui/bridge/text.h"
#include "ui/views/date_field.h"
#include "ui/views/item_text.h"
#include "ui/views/word_field.h"

namespace dateline::ui {

namespace {

std::vector<std::string> toWords(const QStringList &list)
{
    std::vector<std::string> words;
    for (const QString &word : list)
        words.push_back(toUtf8(word));
    return words;
}

QStringList toList(const std::vector<std::string> &words)
{
    QStringList list;
    for (const std::string &word : words)
        list.append(toQString(word));
    return list;
}

}  // namespace

EventForm::EventForm(const ViewContext &viewContext, FieldLook fieldLook, QWidget *parent)
    : ItemForm(viewContext, fieldLook, parent)
{
    if (fieldLook == FieldLook::Framed)
        m_title = add(tr("Title"), new TextField(tr("Title"), look()));
    m_when = add(tr("When"), new DateField(tr("Date"), look()));
    m_kind = add(tr("Kind"), new WordField(tr("Kind"), look()));
    m_status = add(tr("Status"), new WordField(tr("Status"), look()));
    m_place = add(tr("Place"), new TextField(tr("Place"), look()));
    if (fieldLook != FieldLook::Framed)
        m_remarks = beginPart();
    m_tags = add(tr("Tags"), new TagField(tr("Tags"), look()));
    m_notes = add(tr("Notes"), new NotesField(tr("Notes"), look()));
    setEvent({}, {});
}

void EventForm::setEvent(const Event &event, const std::vector<std::string> &tags)
{
    m_shown = event;
    const EventColumns &events = *context().hub.snapshot()->events;
    m_kind->setChoices(&events.kindWords());
    m_status->setChoices(&events.statusWords(), eventStatuses());
    if (m_title)
        m_title->setValue(toQString(event.title));
    m_when->setSetting(
        dateSettingOf(context().hub, publicationOf(*context().hub.snapshot(), event.id)),
        dateWidthsOf(context().hub));
    m_when->setValue(event.when);
    m_kind->setValue(toQString(event.kind));
    m_status->setValue(toQString(event.status));
    m_place->setValue(toQString(event.place));
    m_notes->setValue(toQString(event.notes));
    m_tags->setTags(toList(tags));
}

Event EventForm::event() const
{
    Event event = m_shown;
    if (m_title)
        event.title = toUtf8(m_title->value());
    event.when = m_when->value();
    event.kind = toUtf8(m_kind->value());
    event.status = toUtf8(m_status->value());
    event.place = toUtf8(m_place->value());
    event.notes = toUtf8(m_notes->value());
    return event;
}

std::vector<std::string> EventForm::tags() const
{
    return toWords(m_tags->tags());
}

QString EventForm::problem() const
{
    if (m_title && m_title->value().isEmpty())
        return tr("An event needs a title.");
    return m_when->problem();
}

ActorForm::ActorForm(const ViewContext &viewContext, FieldLook fieldLook, QWidget *parent)
    : ItemForm(viewContext, fieldLook, parent)
{
    if (fieldLook == FieldLook::Framed)
        m_name = add(tr("Name"), new TextField(tr("Name"), look()));
    m_kind = add(tr("Kind"), new WordField(tr("Kind"), look()));
    m_aliases = add(tr("Also called"), new TagField(tr("Other names"), look()));
    m_aliases->setPlaceholderText(tr("name@language, ..."));
    if (fieldLook != FieldLook::Framed)
        m_remarks = beginPart();
    m_tags = add(tr("Tags"), new TagField(tr("Tags"), look()));
    m_notes = add(tr("Notes"), new NotesField(tr("Notes"), look()));
    setActor({}, {});
}

void ActorForm::setActor(const Actor &actor, const std::vector<std::string> &tags)
{
    m_shown = actor;
    m_kind->setChoices(nullptr, actorKinds());
    if (m_name)
        m_name->setValue(toQString(actor.name));
    m_kind->setValue(toQString(actor.kind.empty() ? "person" : actor.kind));
    QStringList aliases;
    for (const Alias &alias : actor.aliases)
        aliases.append(alias.language.empty() ? toQString(alias.text)
                                              : toQString(alias.text + '@' + alias.language));
    m_aliases->setTags(aliases);
    m_tags->setTags(toList(tags));
    m_notes->setValue(toQString(actor.notes));
}

Actor ActorForm::actor() const
{
    Actor actor = m_shown;
    if (m_name)
        actor.name = toUtf8(m_name->value());
    actor.kind = toUtf8(m_kind->value());
    actor.notes = toUtf8(m_notes->value());
    actor.aliases.clear();
    for (const QString &written : m_aliases->tags()) {
        const qsizetype at = written.lastIndexOf(QLatin1Char('@'));
        Alias alias;
        alias.actor = actor.id;
        alias.text = toUtf8((at < 0 ? written : written.left(at)).trimmed());
        alias.language = at < 0 ? std::string() : toUtf8(written.mid(at + 1).trimmed());
        // The same name keeps its row, so that an edit touches only what differs.
        for (const Alias &before : m_shown.aliases) {
            if (before.text == alias.text && before.language == alias.language)
                alias.id = before.id;
        }
        if (!alias.text.empty())
            actor.aliases.push_back(alias);
    }
    return actor;
}

std::vector<std::string> ActorForm::tags() const
{
    return toWords(m_tags->tags());
}

QString ActorForm::problem() const
{
    if (m_name && m_name->value().isEmpty())
        return tr("An actor needs a name.");
    return m_kind->value().isEmpty() ? tr("An actor needs a kind.") : QString();
}

}  // namespace dateline::ui
