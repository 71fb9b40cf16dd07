// SPDX-License-Identifier: GPL-3.0-or-later
// The page of an event: heading, fields, who took part, how many of what, and the claims.
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

#include "app/model/grade.h"
#include "app/model/quantity_notation.h"
#include "ui/bridge/text.h"
#include "ui/views/actor_field.h"
#include "ui/views/details_page.h"
#include "ui/views/event_form.h"
#include "ui/views/item_text.h"
#include "ui/views/word_field.h"

namespace dateline::ui {

namespace {

QToolButton *smallButton(const QString &text, const QString &name)
{
    auto *button = new QToolButton;
    button->setText(text);
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

class EventPage final : public DetailsPage {
public:
    EventPage(const ViewContext &viewContext, EventId id);
    void refresh() override;

private:
    void writeEvent();
    void fillParticipants();
    void fillQuantities();
    void addParticipant();
    void addQuantity();

    EventId m_id;
    TextField *m_title;
    QLabel *m_state;
    EventForm *m_form;
    QVBoxLayout *m_participants = new QVBoxLayout;
    QVBoxLayout *m_quantities = new QVBoxLayout;
    ActorField *m_newActor;
    WordField *m_newPart;
    TextField *m_newQuantity;
};

EventPage::EventPage(const ViewContext &viewContext, EventId id)
    : DetailsPage(viewContext), m_id(id), m_title(new TextField(tr("Title"), FieldLook::Heading)),
      m_form(new EventForm(viewContext, FieldLook::Quiet)),
      m_newActor(new ActorField(viewContext, tr("New participant"), FieldLook::Quiet)),
      m_newPart(new WordField(tr("Part of the new participant"), FieldLook::Quiet)),
      m_newQuantity(new TextField(tr("New quantity"), FieldLook::Quiet))
{
    column()->addWidget(m_title);
    m_state = addNote();
    column()->addWidget(m_form);
    addRule();
    addHeading(tr("Who"));
    column()->addLayout(m_participants);
    auto *row = new QHBoxLayout;
    m_newActor->setPlaceholderText(tr("Add a participant"));
    m_newPart->setHint(tr("part"));
    m_newPart->setChoices(&snapshot().participations->partWords(), participationParts());
    row->addWidget(m_newActor, 3);
    row->addWidget(m_newPart, 2);
    column()->addLayout(row);
    addHeading(tr("How many"));
    column()->addLayout(m_quantities);
    m_newQuantity->setPlaceholderText(tr("Add a quantity: 10000..12000 troops"));
    column()->addWidget(m_newQuantity);
    addClaims(id);
    addRemoveButton(tr("Delete event…"));
    column()->addStretch();

    connect(m_title, &TextField::committed, this, &EventPage::writeEvent);
    connect(m_form, &ItemForm::committed, this, &EventPage::writeEvent);
    connect(m_newActor, &TextField::committed, this, &EventPage::addParticipant);
    connect(m_newActor, &ActorField::unknownNamed, this, [this] { m_newActor->makeUnknown(); });
    connect(m_newQuantity, &TextField::committed, this, &EventPage::addQuantity);
    refresh();
}

void EventPage::refresh()
{
    const std::optional<Event> event = context().hub.event(m_id);
    if (!event)
        return;
    const bool isReadOnly = context().hub.isReadOnly();
    m_title->setValue(toQString(event->title));
    m_title->setReadOnly(isReadOnly);
    m_form->setEvent(*event, snapshot().tagsOf(m_id));
    m_form->setEnabled(!isReadOnly);
    m_newActor->setEnabled(!isReadOnly);
    m_newPart->setEnabled(!isReadOnly);
    m_newQuantity->setEnabled(!isReadOnly);
    const EventEvidence evidence = snapshot().evidenceOf(snapshot().events->rowOf(m_id));
    m_state->setText(evidence.isContested ? tr("contested · %n sources", nullptr, evidence.sources)
                                          : tr("%n sources", nullptr, evidence.sources));
    m_state->setForegroundRole(evidence.isContested ? QPalette::BrightText : QPalette::WindowText);
    fillParticipants();
    fillQuantities();
    refreshClaims();
}

void EventPage::writeEvent()
{
    const std::optional<Event> before = context().hub.event(m_id);
    if (!before || !m_form->problem().isEmpty())
        return;
    Event event = m_form->event();
    event.title = m_title->value().isEmpty() ? before->title : toUtf8(m_title->value());
    const std::vector<std::string> tags = m_form->tags();
    if (tags != snapshot().tagsOf(m_id))
        context().intents.setTags(m_id, tags);
    if (event != *before)
        context().intents.changeEvent(event);
}

void EventPage::fillParticipants()
{
    clear(m_participants);
    for (const Participation &participation : context().hub.participationsOf(m_id)) {
        auto *line = new QVBoxLayout;
        const QString name = actorName(snapshot(), participation.actor);
        auto *row = new QHBoxLayout;
        row->setSpacing(4);
        addLink(line, name, participation.actor);
        row->addLayout(line, 3);
        auto *part = new WordField(tr("Part of %1").arg(name), FieldLook::Quiet);
        part->setChoices(&snapshot().participations->partWords(), participationParts());
        part->setValue(toQString(participation.part));
        row->addWidget(part, 2);
        auto *remove = smallButton(QStringLiteral("×"), tr("Remove %1").arg(name));
        row->addWidget(remove);
        part->setEnabled(!context().hub.isReadOnly());
        remove->setEnabled(!context().hub.isReadOnly());
        connect(part, &WordField::committed, this, [this, participation, part] {
            Participation changed = participation;
            changed.part = toUtf8(part->value());
            if (changed != participation)
                context().intents.changeParticipation(changed);
        });
        connect(remove, &QToolButton::clicked, this,
                [this, id = participation.id] { context().intents.removeParticipation(id); });
        m_participants->addLayout(row);
    }
}

void EventPage::fillQuantities()
{
    clear(m_quantities);
    for (const Quantity &quantity : *snapshot().quantities) {
        if (quantity.event != m_id)
            continue;
        auto *row = new QHBoxLayout;
        QString text = quantityText(quantity);
        if (!quantity.what.empty() && quantity.what != quantity.unit)
            text += QStringLiteral(" · ") + toQString(quantity.what);
        if (quantity.mode == QuantityMode::Additional)
            text += tr(" · more than before");
        auto *label = new QLabel(text);
        label->setWordWrap(true);
        row->addWidget(label, 1);
        auto *mode = smallButton(quantity.mode == QuantityMode::Total ? tr("total") : tr("more"),
                                 tr("Total or additional: %1").arg(text));
        auto *remove = smallButton(QStringLiteral("×"), tr("Remove %1").arg(text));
        for (QToolButton *button : {mode, remove})
            button->setEnabled(!context().hub.isReadOnly());
        row->addWidget(mode);
        row->addWidget(remove);
        connect(mode, &QToolButton::clicked, this, [this, quantity] {
            Quantity changed = quantity;
            changed.mode = quantity.mode == QuantityMode::Total ? QuantityMode::Additional
                                                                : QuantityMode::Total;
            context().intents.changeQuantity(changed);
        });
        connect(remove, &QToolButton::clicked, this,
                [this, id = quantity.id] { context().intents.removeQuantity(id); });
        m_quantities->addLayout(row);
    }
}

void EventPage::addParticipant()
{
    const ActorId actor = m_newActor->actor();
    if (!actor)
        return;
    Participation participation;
    participation.event = m_id;
    participation.actor = actor;
    participation.part = toUtf8(m_newPart->value());
    m_newActor->setActor({});
    m_newPart->setValue(QString());
    context().intents.addParticipation(participation);
}

void EventPage::addQuantity()
{
    const QString written = m_newQuantity->value();
    if (written.isEmpty())
        return;
    const std::optional<CountedRange> range = parseCountedRange(toUtf8(written));
    if (!range) {
        m_newQuantity->setToolTip(tr("Write it like 10000..12000 troops, 2.. hours or 6 tests."));
        return;
    }
    Quantity quantity;
    quantity.event = m_id;
    quantity.what = range->unit;
    quantity.unit = range->unit;
    quantity.low = range->low;
    quantity.high = range->high;
    m_newQuantity->setValue(QString());
    m_newQuantity->clear();
    context().intents.addQuantity(quantity);
}

}  // namespace

DetailsPage *makeEventPage(const ViewContext &context, EventId event)
{
    return new EventPage(context, event);
}

}  // namespace dateline::ui
