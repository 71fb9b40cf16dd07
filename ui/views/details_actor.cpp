// SPDX-License-Identifier: GPL-3.0-or-later
// The page of an actor: heading, fields, roles, relations, the trust it has earned, its figures in
// the graph, and its latest events.
#include <algorithm>

#include <QComboBox>
#include <QDate>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

#include "app/model/grade.h"
#include "app/model/withdrawn_grade.h"
#include "ui/bridge/date_text.h"
#include "ui/bridge/text.h"
#include "ui/views/details_page.h"
#include "ui/views/event_form.h"
#include "ui/views/item_text.h"
#include "ui/views/merges_list.h"
#include "ui/views/ribbon_entries.h"
#include "ui/views/word_field.h"

namespace dateline::ui {

namespace {

constexpr std::size_t kEventsListed = 12;
constexpr std::size_t kRibbonsListed = 60;

class ActorPage final : public DetailsPage {
public:
    ActorPage(const ViewContext &viewContext, ActorMeasures measures);
    void refresh() override;

private:
    void writeActor();
    void fillRibbons();
    void fillReliability();
    void fillMeasures();
    void fillEvents();

    ActorId actor() const { return item().actor(); }

    ActorMeasures m_measures;
    TextField *m_name;
    QLabel *m_state;  // the posts held
    ActorForm *m_form;
    QLabel *m_rolesHeading = nullptr;
    ValidityRibbons *m_roles;
    ValidityRibbons *m_relations;
    QLabel *m_moreRelations = nullptr;
    QLabel *m_grade = nullptr;
    ChoiceField *m_newGrade;
    TextField *m_reason;
    QLabel *m_figures = nullptr;
    RowPool<LinkButton> m_events{nullptr};
    QLabel *m_earlier = nullptr;
    MergesList *m_merges = nullptr;
};

ActorPage::ActorPage(const ViewContext &viewContext, ActorMeasures measures)
    : DetailsPage(viewContext), m_measures(std::move(measures)),
      m_name(new TextField(tr("Name"), FieldLook::Heading)),
      m_form(new ActorForm(viewContext, FieldLook::Quiet)),
      m_roles(new ValidityRibbons(viewContext)), m_relations(new ValidityRibbons(viewContext)),
      m_newGrade(new ChoiceField(tr("New reliability"), FieldLook::Quiet)),
      m_reason(new TextField(tr("Reason for the grade"), FieldLook::Quiet))
{
    column()->addWidget(m_name);
    m_state = addNote();
    addStanding();
    column()->addWidget(m_form);
    const auto addButton = [this](const QString &text, void (DetailsPage::*signal)()) {
        auto *button = new QPushButton(text);
        button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        button->setEnabled(!context().hub.isReadOnly());
        connect(button, &QPushButton::clicked, this, signal);
        column()->addWidget(button);
    };
    addRule();
    m_rolesHeading = addHeading(tr("Roles"));
    column()->addWidget(m_roles);
    addButton(tr("Add role…"), &DetailsPage::addRoleRequested);
    addRule();
    addHeading(tr("Relations"));
    column()->addWidget(m_relations);
    m_moreRelations = addNote();
    addButton(tr("Add relation…"), &DetailsPage::addRelationRequested);
    addRule();
    addHeading(tr("Reliability"));
    m_grade = addNote();
    auto *row = new QHBoxLayout;
    m_newGrade->addItem(tr("Grade"), QString());
    for (const char grade : {'A', 'B', 'C', 'D', 'E', 'F'})
        m_newGrade->addItem(
            QStringLiteral("%1  %2").arg(QLatin1Char(grade)).arg(toQString(reliabilityText(grade))),
            QString(QLatin1Char(grade)));
    m_newGrade->addItem(tr("–  withdraw the grade"), QString(QLatin1Char(kWithdrawnGrade)));
    m_reason->setPlaceholderText(tr("why"));
    row->addWidget(m_newGrade);
    row->addWidget(m_reason, 1);
    column()->addLayout(row);
    addRule();
    addHeading(tr("In the graph"));
    m_figures = addNote();
    addRule();
    addHeading(tr("Events"));
    m_events = addLinks();
    m_earlier = addNote();
    addRule();
    addHeading(tr("One and the same"));
    m_merges = new MergesList(context());
    column()->addWidget(m_merges);
    addClaims();
    addRule();
    column()->addWidget(m_form->remarks());
    addRemoveButton(tr("Delete actor…"));
    column()->addStretch();

    connect(m_name, &TextField::committed, this, &ActorPage::writeActor);
    connect(m_form, &ItemForm::committed, this, &ActorPage::writeActor);
    connect(m_newGrade, &ChoiceField::committed, this, [this] {
        const QString grade = m_newGrade->value().toString();
        if (grade.isEmpty())
            return;
        Reliability reliability;
        reliability.actor = actor();
        reliability.grade = grade.at(0).toLatin1();
        reliability.reason = toUtf8(m_reason->value());
        const Result<Edtf> today = Edtf::parse(toUtf8(QDate::currentDate().toString(Qt::ISODate)));
        if (today)
            reliability.since = *today;
        m_newGrade->setValue(QString());
        const bool isDone =
            reliability.grade == kWithdrawnGrade
                ? context().intents.withdrawGrade(actor(), reliability.since, reliability.reason)
                : context().intents.grade(reliability);
        if (isDone)
            m_reason->setValue(QString());
    });
}

void ActorPage::refresh()
{
    const std::optional<Actor> shown = context().hub.actor(actor());
    if (!shown)
        return;
    const bool isReadOnly = context().hub.isReadOnly();
    m_name->setValue(toQString(shown->name));
    m_name->setReadOnly(isReadOnly);
    m_form->setActor(*shown, snapshot().tagsOf(item()));
    m_form->setReadOnly(isReadOnly);
    m_newGrade->setEnabled(!isReadOnly);
    m_reason->setEnabled(!isReadOnly);
    fillRibbons();
    fillReliability();
    fillMeasures();
    fillEvents();
    m_merges->showActor(actor());
    refreshClaims();
}

void ActorPage::writeActor()
{
    const std::optional<Actor> before = context().hub.actor(actor());
    if (!before || !m_form->problem().isEmpty())
        return;
    Actor changed = m_form->actor();
    changed.name = m_name->value().isEmpty() ? before->name : toUtf8(m_name->value());
    const std::vector<std::string> tags = m_form->tags();
    if (tags != snapshot().tagsOf(item()))
        context().intents.setTags(item(), tags);
    if (changed != *before)
        context().intents.changeActor(changed);
}

void ActorPage::fillRibbons()
{
    std::vector<RibbonEntry> roles = roleEntries(snapshot(), actor());
    std::vector<RibbonEntry> relations = relationEntries(snapshot(), actor());
    const std::size_t all = relations.size();
    if (all > kRibbonsListed) {
        std::stable_partition(relations.begin(), relations.end(),
                              [](const RibbonEntry &entry) { return entry.when.isDated(); });
        relations.resize(kRibbonsListed);
    }
    const RibbonFrame frame = ribbonFrame(context().filter, roles, relations);
    const QString posts = postsHeld(snapshot(), actor(), frame);
    m_state->setText(frame.isNow ? posts : tr("%1: %2").arg(frame.atText, posts));
    m_state->setVisible(!posts.isEmpty());
    m_rolesHeading->setText(frame.isNow ? tr("Roles") : tr("Roles, as of %1").arg(frame.atText));
    m_roles->setEntries(std::move(roles), frame);
    m_relations->setEntries(std::move(relations), frame);
    m_moreRelations->setText(
        tr("and %1 more")
            .arg(QLocale().toString(static_cast<qulonglong>(all - std::min(all, kRibbonsListed)))));
    m_moreRelations->setVisible(all > kRibbonsListed);
}

void ActorPage::fillReliability()
{
    QStringList lines;
    for (const Reliability &reliability : *snapshot().reliabilities) {
        if (reliability.actor == actor())
            lines.prepend(QStringLiteral("%1 · %2 · %3")
                              .arg(reliability.grade == kWithdrawnGrade
                                       ? tr("Withdrawn")
                                       : QString(QLatin1Char(reliability.grade)))
                              .arg(dateText(reliability.since), toQString(reliability.reason)));
    }
    m_grade->setText(lines.isEmpty() ? tr("Not graded") : lines.join(QLatin1Char('\n')));
}

void ActorPage::fillMeasures()
{
    QStringList lines;
    if (m_measures) {
        for (const auto &[name, value] : m_measures(actor()))
            lines.append(QStringLiteral("%1 %2").arg(name, value));
    }
    m_figures->setText(lines.isEmpty() ? tr("Not shown in the graph")
                                       : lines.join(QStringLiteral(" · ")));
}

void ActorPage::fillEvents()
{
    std::vector<Link> links;
    const EventColumns &events = *snapshot().events;
    const std::span<const EventRow> rows =
        snapshot().participations->eventsOf(snapshot().actorRow(actor()));
    for (auto row = rows.rbegin(); row != rows.rend() && links.size() < kEventsListed; ++row)
        links.push_back({toQString(events.title(*row)), events.id(*row)});
    fillLinks(m_events, links);
    const std::size_t earlier = rows.size() - links.size();
    m_earlier->setText(
        tr("and %1 earlier").arg(QLocale().toString(static_cast<qulonglong>(earlier))));
    m_earlier->setVisible(earlier > 0);
}

}  // namespace

DetailsPage *makeActorPage(const ViewContext &context, ActorMeasures measures)
{
    return new ActorPage(context, std::move(measures));
}

}  // namespace dateline::ui
