// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/details_page.h"

#include <QFrame>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

#include "app/model/note.h"
#include "ui/bridge/text.h"
#include "ui/views/claim_card.h"
#include "ui/views/claim_form.h"
#include "ui/views/claim_list.h"
#include "ui/views/item_text.h"
#include "ui/views/relation_form.h"
#include "ui/views/source_form.h"
#include "ui/views/standing_bar.h"

namespace dateline::ui {

namespace {

// A form of one row, under its title, with the claims about it. Rows tells how one is read, shown
// and written.
template <typename Rows>
class FormPage final : public DetailsPage {
public:
    FormPage(const ViewContext &viewContext, ItemKind kind, FieldLook look)
        : DetailsPage(viewContext), m_form(new typename Rows::Form(viewContext, look))
    {
        m_title = addHeading(QString());
        if (kind != ItemKind::Role)
            addStanding();
        column()->addWidget(m_form);
        QObject::connect(m_form, &ItemForm::committed, this, [this] {
            if (m_form->problem().isEmpty())
                Rows::write(context(), item(), *m_form);
        });
        if (kind != ItemKind::Claim && kind != ItemKind::Source)
            addClaims();
        m_note = addNote();
        addRemoveButton(tr("Delete…"));
        column()->addStretch();
    }

    void refresh() override
    {
        m_title->setText(titleOf(snapshot(), item()));
        m_form->setReadOnly(context().hub.isReadOnly());
        Rows::show(context(), item(), *m_form);
        if (item().kind == ItemKind::Source) {
            const Source *source = snapshot().sources->find(item().source());
            m_note->setText(
                source ? tr("%1 characters, SHA-256 %2…")
                             .arg(QLocale().toString(static_cast<qlonglong>(source->length)),
                                  toQString(source->sha256).left(12))
                       : QString());
        }
        m_note->setVisible(!m_note->text().isEmpty());
        refreshClaims();
    }

private:
    typename Rows::Form *m_form;
    QLabel *m_title;
    QLabel *m_note;
};

struct ClaimRows {
    using Form = ClaimForm;
    static void show(const ViewContext &context, ItemRef item, Form &form)
    {
        if (const auto claim = context.hub.claim(item.claim()))
            form.setClaim(*claim);
    }
    static void write(const ViewContext &context, ItemRef item, const Form &form)
    {
        if (form.claim() != context.hub.claim(item.claim()))
            context.intents.changeClaim(form.claim());
    }
};

struct RelationRows {
    using Form = RelationForm;
    static void show(const ViewContext &context, ItemRef item, Form &form)
    {
        if (const auto relation = context.hub.relation(item.relation()))
            form.setRelation(*relation);
    }
    static void write(const ViewContext &context, ItemRef item, const Form &form)
    {
        if (form.relation() != context.hub.relation(item.relation()))
            context.intents.changeRelation(form.relation());
    }
};

struct RoleRows {
    using Form = RoleForm;
    static void show(const ViewContext &context, ItemRef item, Form &form)
    {
        if (const auto role = context.hub.role(item.role()))
            form.setRole(*role);
    }
    static void write(const ViewContext &context, ItemRef item, const Form &form)
    {
        if (form.role() != context.hub.role(item.role()))
            context.intents.changeRole(form.role());
    }
};

struct SourceRows {
    using Form = SourceForm;
    static void show(const ViewContext &context, ItemRef item, Form &form)
    {
        if (const auto source = context.hub.source(item.source()))
            form.setSource(*source);
    }
    static void write(const ViewContext &context, ItemRef item, const Form &form)
    {
        if (form.source() != context.hub.source(item.source()))
            context.intents.changeSource(form.source());
    }
};

// An annotation: its words, its note and tags, and what rests on it.
class AnnotationPage final : public DetailsPage {
public:
    explicit AnnotationPage(const ViewContext &viewContext)
        : DetailsPage(viewContext), m_quote(addHeading(QString())), m_where(addNote()),
          m_note(new NotesField(tr("Note"), FieldLook::Quiet)),
          m_tags(new TagField(tr("Tags"), FieldLook::Quiet)), m_resting(new QVBoxLayout)
    {
        m_tags->setPlaceholderText(tr("Tags"));
        m_note->setPlaceholderText(tr("Note"));
        column()->addWidget(m_note);
        column()->addWidget(m_tags);
        addRule();
        addHeading(tr("What rests on it"));
        column()->addLayout(m_resting.layout());
        addRemoveButton(tr("Delete…"));
        column()->addStretch();
        QObject::connect(m_note, &NotesField::committed, this, [this] {
            const Annotation *annotation = snapshot().annotations->find(item().annotation());
            if (!annotation || toUtf8(m_note->value()) == annotation->note)
                return;
            Annotation changed = *annotation;
            changed.note = toUtf8(m_note->value());
            context().intents.changeAnnotation(changed);
        });
        QObject::connect(m_tags, &TagField::committed, this, [this] {
            std::vector<std::string> tags;
            for (const QString &tag : m_tags->tags())
                tags.push_back(toUtf8(tag));
            if (tags != snapshot().tagsOf(item()))
                context().intents.setTags(item(), tags);
        });
    }

    void refresh() override
    {
        const Annotation *annotation = snapshot().annotations->find(item().annotation());
        if (!annotation)
            return;
        const bool isReadOnly = context().hub.isReadOnly();
        m_note->setReadOnly(isReadOnly);
        m_tags->setReadOnly(isReadOnly);
        m_quote->setText(isRemark(*annotation)
                             ? tr("On the whole of it")
                             : QStringLiteral("“%1”").arg(toQString(annotation->exact)));
        m_where->setText(tr("%1 · by %2, %3")
                             .arg(titleOf(snapshot(), annotation->source),
                                  toQString(annotation->madeBy), toQString(annotation->madeAt)));
        m_note->setValue(toQString(annotation->note));
        QStringList tags;
        for (const std::string &tag : snapshot().tagsOf(item()))
            tags.append(toQString(tag));
        m_tags->setTags(tags);
        std::vector<const Claim *> resting;
        for (const Claim &claim : *snapshot().claims) {
            if (claim.annotation == annotation->id)
                resting.push_back(&claim);
        }
        m_resting.fill(
            resting.size(), [this] { return new ClaimCard(context()); },
            [&resting](ClaimCard &card, std::size_t i) {
                card.setClaim(*resting[i], ClaimCard::Standing::Undisputed);
            });
    }

private:
    QLabel *m_quote;
    QLabel *m_where;
    NotesField *m_note;
    TagField *m_tags;
    RowPool<ClaimCard> m_resting;
};

}  // namespace

DetailsPage::DetailsPage(const ViewContext &context)
    : m_context(context), m_column(new QVBoxLayout(this))
{
    const int unit = fontMetrics().height();
    m_column->setContentsMargins(unit, unit / 2, unit, unit);
    m_column->setSpacing(unit / 3);
}

void DetailsPage::addRule()
{
    auto *rule = new QFrame;
    rule->setFrameShape(QFrame::HLine);
    rule->setForegroundRole(QPalette::Mid);
    rule->setFixedHeight(1);
    rule->setLineWidth(1);
    m_column->addWidget(rule);
}

QLabel *DetailsPage::addHeading(const QString &text)
{
    auto *label = new QLabel(text);
    label->setProperty("heading", true);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    m_column->addWidget(label);
    return label;
}

QLabel *DetailsPage::addNote(const QString &text)
{
    auto *label = new QLabel(text);
    label->setProperty("faint", true);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    m_column->addWidget(label);
    return label;
}

RowPool<LinkButton> DetailsPage::addLinks()
{
    auto *layout = new QVBoxLayout;
    layout->setSpacing(2);
    m_column->addLayout(layout);
    return RowPool<LinkButton>(layout);
}

void DetailsPage::fillLinks(RowPool<LinkButton> &pool, const std::vector<Link> &links) const
{
    pool.fill(
        links.size(), [this] { return new LinkButton(m_context); },
        [&links](LinkButton &button, std::size_t i) {
            button.setLink(links[i].text, links[i].item);
        });
}

void DetailsPage::addStanding()
{
    m_standing = new StandingBar(m_context);
    m_column->addWidget(m_standing);
}

void DetailsPage::addClaims()
{
    addRule();
    m_claims = new ClaimList(m_context);
    connect(m_claims, &ClaimList::addRequested, this, &DetailsPage::addClaimRequested);
    m_column->addWidget(m_claims);
}

void DetailsPage::refreshClaims()
{
    if (m_standing)
        m_standing->showItem(m_item);
    if (m_claims)
        m_claims->showClaimsAbout(m_item);
    if (m_remove)
        m_remove->setEnabled(!m_context.hub.isReadOnly());
}

void DetailsPage::addRemoveButton(const QString &text)
{
    m_remove = new QPushButton(text);
    m_remove->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_remove, &QPushButton::clicked, this, &DetailsPage::removeRequested);
    m_column->addSpacing(fontMetrics().height() / 2);
    m_column->addWidget(m_remove);
}

void DetailsPage::showItem(ItemRef item)
{
    m_item = item;
    refresh();
}

DetailsPage *makeDetailsPage(const ViewContext &context, ItemKind kind,
                             const ActorMeasures &measures)
{
    switch (kind) {
    case ItemKind::Event:
        return makeEventPage(context);
    case ItemKind::Actor:
        return makeActorPage(context, measures);
    case ItemKind::Role:
        return new FormPage<RoleRows>(context, kind, FieldLook::Quiet);
    case ItemKind::Relation:
        return new FormPage<RelationRows>(context, kind, FieldLook::Quiet);
    case ItemKind::Source:
        return new FormPage<SourceRows>(context, kind, FieldLook::Framed);
    case ItemKind::Annotation:
        return new AnnotationPage(context);
    case ItemKind::Claim:
        return new FormPage<ClaimRows>(context, kind, FieldLook::Quiet);
    case ItemKind::None:
    case ItemKind::Participation:
    case ItemKind::Quantity:
        break;
    }
    return nullptr;
}

}  // namespace dateline::ui
