// SPDX-License-Identifier: GPL-3.0-or-later
// The page of an event: heading, fields, who took part, how many of what, and the claims.
#include <QHBoxLayout>
#include <QLabel>

#include "app/model/grade.h"
#include "ui/bridge/text.h"
#include "ui/tables/cell_text.h"
#include "ui/views/actor_field.h"
#include "ui/views/annotation_quantity_field.h"
#include "ui/views/details_event_rows.h"
#include "ui/views/details_page.h"
#include "ui/views/event_form.h"
#include "ui/views/word_field.h"

namespace dateline::ui {

namespace {

// A column without margins, for rows beside a label of the form.
QWidget *rowsWidget(QVBoxLayout *rows)
{
    auto *widget = new QWidget;
    widget->setLayout(rows);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    return widget;
}

class EventPage final : public DetailsPage {
public:
    explicit EventPage(const ViewContext &viewContext);
    void refresh() override;

private:
    EventId event() const { return item().event(); }
    void addFields();
    void writeEvent();
    void fillParticipants();
    void fillQuantities();
    void addParticipant();
    void addQuantity();

    TextField *m_title;
    QLabel *m_state;
    EventForm *m_form;
    RowPool<ParticipantRow> m_participants{new QVBoxLayout};
    RowPool<QuantityRow> m_quantities{new QVBoxLayout};
    ActorField *m_newActor;
    WordField *m_newPart;
    TextField *m_newQuantity;
};

EventPage::EventPage(const ViewContext &viewContext)
    : DetailsPage(viewContext), m_title(new TextField(tr("Title"), FieldLook::Heading)),
      m_form(new EventForm(viewContext, FieldLook::Quiet)),
      m_newActor(new ActorField(viewContext, tr("New participant"), FieldLook::Quiet)),
      m_newPart(new WordField(tr("Part of the new participant"), FieldLook::Quiet)),
      m_newQuantity(new TextField(tr("New quantity"), FieldLook::Quiet))
{
    column()->addWidget(m_title);
    m_state = addNote();
    addStanding();
    addFields();
    column()->addWidget(m_form);
    addClaims();
    addRule();
    column()->addWidget(m_form->remarks());
    addRemoveButton(tr("Delete event…"));
    column()->addStretch();

    connect(m_title, &TextField::committed, this, &EventPage::writeEvent);
    connect(m_form, &ItemForm::committed, this, &EventPage::writeEvent);
    connect(m_newActor, &TextField::committed, this, &EventPage::addParticipant);
    connect(m_newActor, &ActorField::unknownNamed, this, [this] { m_newActor->makeUnknown(); });
    connect(m_newQuantity, &TextField::committed, this, &EventPage::addQuantity);
}

// Participants and quantities stand among the fields, so that the claims begin above the fold.
void EventPage::addFields()
{
    auto *who = new QVBoxLayout;
    who->addLayout(m_participants.layout());
    auto *row = new QHBoxLayout;
    m_newActor->setPlaceholderText(tr("Add a participant"));
    m_newPart->setHint(tr("part"));
    row->addWidget(m_newActor, 3);
    row->addWidget(m_newPart, 2);
    who->addLayout(row);
    m_form->appendRow(tr("Who"), rowsWidget(who));

    auto *howMany = new QVBoxLayout;
    howMany->addLayout(m_quantities.layout());
    m_newQuantity->setPlaceholderText(tr("Add a quantity: 10,000 to 12,000 troops"));
    howMany->addWidget(m_newQuantity);
    m_form->appendRow(tr("How many"), rowsWidget(howMany));
    for (QBoxLayout *rows : {m_participants.layout(), m_quantities.layout()})
        rows->setSpacing(0);
    // As many as most events have: the page is made while nobody waits for it.
    constexpr std::size_t kUsualParticipants = 3;
    m_participants.reserve(kUsualParticipants, [this] { return new ParticipantRow(context()); });
}

void EventPage::refresh()
{
    const std::optional<Event> shown = context().hub.event(event());
    if (!shown)
        return;
    const bool isReadOnly = context().hub.isReadOnly();
    m_title->setValue(toQString(shown->title));
    m_title->setReadOnly(isReadOnly);
    m_form->setEvent(*shown, snapshot().tagsOf(item()));
    m_form->setReadOnly(isReadOnly);
    for (QWidget *adding : {static_cast<QWidget *>(m_newActor), static_cast<QWidget *>(m_newPart),
                            static_cast<QWidget *>(m_newQuantity)})
        adding->setVisible(!isReadOnly);
    const EventEvidence evidence = snapshot().evidenceOf(snapshot().events->rowOf(event()));
    const QString sources =
        counted(static_cast<qlonglong>(evidence.sources), tr("1 source"), tr("%1 sources"));
    m_state->setText(evidence.isContested ? tr("contested · %1").arg(sources) : sources);
    m_state->setForegroundRole(evidence.isContested ? QPalette::BrightText : QPalette::WindowText);
    fillParticipants();
    fillQuantities();
    refreshClaims();
}

void EventPage::writeEvent()
{
    const std::optional<Event> before = context().hub.event(event());
    if (!before || !m_form->problem().isEmpty())
        return;
    Event changed = m_form->event();
    changed.title = m_title->value().isEmpty() ? before->title : toUtf8(m_title->value());
    const std::vector<std::string> tags = m_form->tags();
    if (tags != snapshot().tagsOf(item()))
        context().intents.setTags(item(), tags);
    if (changed != *before)
        context().intents.changeEvent(changed);
}

void EventPage::fillParticipants()
{
    const QStringList parts =
        WordField::words(&snapshot().participations->partWords(), participationParts());
    m_newPart->setChoices(parts);
    const std::vector<Participation> shown = context().hub.participationsOf(event());
    m_participants.fill(
        shown.size(), [this] { return new ParticipantRow(context()); },
        [&](ParticipantRow &row, std::size_t i) { row.setParticipation(shown[i], parts); });
}

void EventPage::fillQuantities()
{
    std::vector<const Quantity *> shown;
    for (const Quantity &quantity : *snapshot().quantities) {
        if (quantity.event == event())
            shown.push_back(&quantity);
    }
    m_quantities.fill(
        shown.size(), [this] { return new QuantityRow(context()); },
        [&shown](QuantityRow &row, std::size_t i) { row.setQuantity(*shown[i]); });
}

void EventPage::addParticipant()
{
    const ActorId actor = m_newActor->actor();
    if (!actor)
        return;
    Participation participation;
    participation.event = event();
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
    std::optional<Quantity> quantity = readQuantity(written);
    if (!quantity) {
        m_newQuantity->setToolTip(tr("Write it like 10,000 to 12,000 troops, at least 2 hours or "
                                     "6 tests."));
        return;
    }
    quantity->event = event();
    quantity->what = quantity->unit;
    m_newQuantity->setValue(QString());
    m_newQuantity->clear();
    context().intents.addQuantity(*quantity);
}

}  // namespace

DetailsPage *makeEventPage(const ViewContext &context)
{
    return new EventPage(context);
}

}  // namespace dateline::ui
