// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/details_page.h"

#include <QFrame>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

#include "app/evidence/resolve.h"
#include "ui/bridge/date_text.h"
#include "ui/bridge/text.h"
#include "ui/views/claim_card.h"
#include "ui/views/claim_form.h"
#include "ui/views/item_text.h"
#include "ui/views/relation_form.h"
#include "ui/views/source_form.h"

namespace dateline::ui {

namespace {

// A form of one row, under its title, with the claims about it.
template <typename Form, typename Read, typename Show, typename Write>
class FormPage final : public DetailsPage {
public:
    FormPage(const ViewContext &viewContext, ItemRef item, Form *form, Read read, Show show,
             Write write)
        : DetailsPage(viewContext), m_item(item), m_form(form), m_read(std::move(read)),
          m_show(std::move(show)), m_write(std::move(write))
    {
        m_title = addHeading(QString());
        column()->addWidget(m_form);
        QObject::connect(m_form, &ItemForm::committed, this, [this] {
            if (m_form->problem().isEmpty())
                m_write(*m_form);
        });
        if (item.kind != ItemKind::Claim && item.kind != ItemKind::Source)
            addClaims(item);
        m_note = addNote();
        addRemoveButton(tr("Delete…"));
        column()->addStretch();
        refresh();
    }

    void refresh() override
    {
        m_title->setText(titleOf(snapshot(), m_item));
        m_form->setEnabled(!context().hub.isReadOnly());
        if (const auto row = m_read())
            m_show(*m_form, *row);
        if (m_item.kind == ItemKind::Source) {
            const Source *source = snapshot().sources->find(m_item.source());
            m_note->setText(
                source ? tr("%1 characters, SHA-256 %2…")
                             .arg(QLocale().toString(static_cast<qlonglong>(source->length)),
                                  toQString(source->sha256).left(12))
                       : QString());
        }
        refreshClaims();
    }

private:
    ItemRef m_item;
    Form *m_form;
    Read m_read;
    Show m_show;
    Write m_write;
    QLabel *m_title;
    QLabel *m_note;
};

template <typename Form, typename Read, typename Show, typename Write>
DetailsPage *formPage(const ViewContext &context, ItemRef item, Form *form, Read read, Show show,
                      Write write)
{
    return new FormPage<Form, Read, Show, Write>(context, item, form, std::move(read),
                                                 std::move(show), std::move(write));
}

DetailsPage *makeClaimPage(const ViewContext &context, ClaimId id)
{
    return formPage(
        context, id, new ClaimForm(context, FieldLook::Quiet),
        [context, id] { return context.hub.claim(id); },
        [](ClaimForm &form, const Claim &claim) { form.setClaim(claim); },
        [context, id](ClaimForm &form) {
            if (form.claim() != context.hub.claim(id))
                context.intents.changeClaim(form.claim());
        });
}

DetailsPage *makeRelationPage(const ViewContext &context, RelationId id)
{
    return formPage(
        context, id, new RelationForm(context, FieldLook::Quiet),
        [context, id] { return context.hub.relation(id); },
        [](RelationForm &form, const Relation &relation) { form.setRelation(relation); },
        [context, id](RelationForm &form) {
            if (form.relation() != context.hub.relation(id))
                context.intents.changeRelation(form.relation());
        });
}

DetailsPage *makeRolePage(const ViewContext &context, RoleId id)
{
    return formPage(
        context, id, new RoleForm(context, FieldLook::Quiet),
        [context, id] { return context.hub.role(id); },
        [](RoleForm &form, const Role &role) { form.setRole(role); },
        [context, id](RoleForm &form) {
            if (form.role() != context.hub.role(id))
                context.intents.changeRole(form.role());
        });
}

DetailsPage *makeSourcePage(const ViewContext &context, SourceId id)
{
    return formPage(
        context, id, new SourceForm(context, FieldLook::Framed),
        [context, id] { return context.hub.source(id); },
        [](SourceForm &form, const Source &source) { form.setSource(source); },
        [context, id](SourceForm &form) {
            if (form.source() != context.hub.source(id))
                context.intents.changeSource(form.source());
        });
}

// An annotation: its words, its note and tags, and what rests on it.
class AnnotationPage final : public DetailsPage {
public:
    AnnotationPage(const ViewContext &viewContext, AnnotationId id)
        : DetailsPage(viewContext), m_id(id), m_quote(addHeading(QString())), m_where(addNote()),
          m_note(new NotesField(tr("Note"), FieldLook::Quiet)),
          m_tags(new TagField(tr("Tags"), FieldLook::Quiet)), m_resting(new QVBoxLayout)
    {
        m_tags->setPlaceholderText(tr("Tags"));
        m_note->setPlaceholderText(tr("Note"));
        column()->addWidget(m_note);
        column()->addWidget(m_tags);
        addRule();
        addHeading(tr("What rests on it"));
        column()->addLayout(m_resting);
        addRemoveButton(tr("Delete…"));
        column()->addStretch();
        QObject::connect(m_note, &NotesField::committed, this, [this] {
            const Annotation *annotation = snapshot().annotations->find(m_id);
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
            if (tags != snapshot().tagsOf(m_id))
                context().intents.setTags(m_id, tags);
        });
        refresh();
    }

    void refresh() override
    {
        const Annotation *annotation = snapshot().annotations->find(m_id);
        if (!annotation)
            return;
        const bool isReadOnly = context().hub.isReadOnly();
        m_note->setReadOnly(isReadOnly);
        m_tags->setReadOnly(isReadOnly);
        m_quote->setText(QStringLiteral("“%1”").arg(toQString(annotation->exact)));
        m_where->setText(tr("%1 · by %2, %3")
                             .arg(titleOf(snapshot(), annotation->source),
                                  toQString(annotation->madeBy), toQString(annotation->madeAt)));
        m_note->setValue(toQString(annotation->note));
        QStringList tags;
        for (const std::string &tag : snapshot().tagsOf(m_id))
            tags.append(toQString(tag));
        m_tags->setTags(tags);
        clear(m_resting);
        for (const Claim &claim : *snapshot().claims) {
            if (claim.annotation == m_id)
                m_resting->addWidget(
                    new ClaimCard(context(), claim, ClaimCard::Standing::Undisputed));
        }
    }

private:
    AnnotationId m_id;
    QLabel *m_quote;
    QLabel *m_where;
    NotesField *m_note;
    TagField *m_tags;
    QVBoxLayout *m_resting;
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

QPushButton *DetailsPage::addLink(QVBoxLayout *layout, const QString &text, ItemRef item)
{
    auto *button = new QPushButton(text);
    button->setFlat(true);
    button->setAccessibleName(text);
    button->setStyleSheet(QStringLiteral("QPushButton { border: none; background: transparent; "
                                         "text-align: left; padding: 1px; }"
                                         "QPushButton:hover, QPushButton:focus { "
                                         "text-decoration: underline; }"));
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    button->setToolTip(text);
    connect(button, &QPushButton::clicked, this,
            [this, item] { m_context.selection.select(item); });
    layout->addWidget(button);
    return button;
}

void DetailsPage::addClaims(ItemRef about)
{
    m_claimsAbout = about;
    addRule();
    m_claimsHeading = addHeading(tr("Claims"));
    m_claims = new QVBoxLayout;
    m_claims->setSpacing(fontMetrics().height() / 3);
    m_column->addLayout(m_claims);
    auto *add = new QPushButton(tr("Add claim…"));
    add->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(add, &QPushButton::clicked, this, &DetailsPage::addClaimRequested);
    m_column->addWidget(add);
}

void DetailsPage::refreshClaims()
{
    if (!m_claims)
        return;
    clear(m_claims);
    const std::vector<const Claim *> claims = snapshot().claimsAbout(m_claimsAbout);
    std::vector<ClaimId> disputed;
    QStringList reasons;
    for (const Dispute &dispute : disputesAbout(snapshot(), m_claimsAbout)) {
        disputed.insert(disputed.end(), dispute.claims.begin(), dispute.claims.end());
        reasons.append(toQString(dispute.reason));
    }
    const QLocale locale;
    m_claimsHeading->setText(
        claims.empty() ? tr("No claims yet")
                       : tr("Claims   %1 · %2 independent origins")
                             .arg(locale.toString(static_cast<qulonglong>(claims.size())),
                                  locale.toString(independentOrigins(snapshot(), claims))));
    m_claimsHeading->setToolTip(reasons.join(QLatin1Char('\n')));
    for (const Claim *claim : claims) {
        ClaimCard::Standing standing = ClaimCard::Standing::Undisputed;
        if (std::find(disputed.begin(), disputed.end(), claim->id) != disputed.end())
            standing = ClaimCard::Standing::Disputed;
        for (const Decision &decision : *snapshot().decisions) {
            if (decision.preferred == claim->id)
                standing = ClaimCard::Standing::Preferred;
        }
        m_claims->addWidget(new ClaimCard(m_context, *claim, standing));
    }
}

void DetailsPage::addRemoveButton(const QString &text)
{
    auto *remove = new QPushButton(text);
    remove->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    remove->setEnabled(!m_context.hub.isReadOnly());
    connect(remove, &QPushButton::clicked, this, &DetailsPage::removeRequested);
    m_column->addSpacing(fontMetrics().height() / 2);
    m_column->addWidget(remove);
}

void DetailsPage::clear(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->layout())
            clear(item->layout());
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

DetailsPage *makeDetailsPage(const ViewContext &context, ItemRef item,
                             const ActorMeasures &measures)
{
    if (titleOf(*context.hub.snapshot(), item).isEmpty() && item.kind != ItemKind::Annotation &&
        item.kind != ItemKind::Claim)
        return nullptr;
    switch (item.kind) {
    case ItemKind::Event:
        return makeEventPage(context, item.event());
    case ItemKind::Actor:
        return makeActorPage(context, item.actor(), measures);
    case ItemKind::Role:
        return makeRolePage(context, item.role());
    case ItemKind::Relation:
        return makeRelationPage(context, item.relation());
    case ItemKind::Source:
        return makeSourcePage(context, item.source());
    case ItemKind::Annotation:
        return new AnnotationPage(context, item.annotation());
    case ItemKind::Claim:
        return makeClaimPage(context, item.claim());
    case ItemKind::None:
    case ItemKind::Participation:
    case ItemKind::Quantity:
        break;
    }
    return nullptr;
}

}  // namespace dateline::ui
