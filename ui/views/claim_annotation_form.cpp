// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/claim_annotation_form.h"

#include <QHBoxLayout>

#include "app/model/grade.h"
#include "app/model/quantity_notation.h"
#include "ui/bridge/text.h"
#include "ui/views/annotation_chips.h"
#include "ui/views/item_field.h"
#include "ui/views/item_text.h"
#include "ui/views/word_field.h"

namespace dateline::ui {

namespace {

bool canBeClaimedAbout(ItemKind kind)
{
    return kind == ItemKind::Event || kind == ItemKind::Actor || kind == ItemKind::Relation ||
           kind == ItemKind::Role;
}

QWidget *beside(QWidget *left, QWidget *right)
{
    auto *both = new QWidget;
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(left, 1);
    row->addWidget(right);
    both->setFocusProxy(left);
    return both;
}

}  // namespace

ClaimAnnotationForm::ClaimAnnotationForm(const ViewContext &viewContext,
                                         const SelectedWords &selected, QWidget *parent)
    : AnnotationForm(viewContext, selected, parent),
      m_about(new ItemField(viewContext, tr("About"), FieldLook::Framed)),
      m_field(new WordField(tr("Field"), FieldLook::Framed)),
      m_value(new TextField(tr("Value"), FieldLook::Framed)),
      m_status(new WordField(tr("Status"), FieldLook::Framed)),
      m_credibility(new ChoiceField(tr("Credibility"), FieldLook::Framed)),
      m_stance(new ChoiceField(tr("Stance"), FieldLook::Framed)),
      m_saidBy(new ActorChips(viewContext, tr("Said by"), QStringLiteral("→")))
{
    setHeading(tr("New claim"));
    addRow(tr("About"), m_about);
    addRow(tr("Field"), m_field);
    addRow(tr("Value"), m_value);
    addRow(tr("Status"), beside(m_status, m_stance));
    addRow(tr("Credibility"), m_credibility);
    addRow(tr("Said by"), m_saidBy);

    QStringList fields;
    for (const std::string &field : claimFields())
        fields.append(toQString(field));
    m_field->setChoices(fields);
    m_status->setChoices(nullptr, claimStatuses());
    m_status->setValue(toQString(claimStatuses().front()));
    m_stance->addItem(tr("supports"), static_cast<int>(Stance::Supports));
    m_stance->addItem(tr("contradicts"), static_cast<int>(Stance::Contradicts));
    m_credibility->addItem(tr("not graded"), 0);
    for (int grade = 1; grade <= 6; ++grade)
        m_credibility->addItem(
            tr("%1 %2", "grade, its meaning").arg(grade).arg(toQString(credibilityText(grade))),
            grade);
    m_saidBy->setActors(suggestedAttribution());

    ItemRef about = viewContext.selection.current();
    if (about.kind == ItemKind::Claim) {
        const Claim *claim = snapshot().claims->find(about.claim());
        about = claim != nullptr ? claim->about : ItemRef();
    }
    if (canBeClaimedAbout(about.kind))
        m_about->setItem(about);
    suggestField();
    suggestValue();
    setFirstField(m_about->item().isNull() ? static_cast<QWidget *>(m_about) : m_field);
    connect(m_field, &WordField::edited, this, &ClaimAnnotationForm::suggestValue);
}

void ClaimAnnotationForm::suggestField()
{
    const std::string text = wordsUtf8();
    const ItemKind kind = m_about->item().kind;
    if (kind == ItemKind::Role || kind == ItemKind::Relation)
        m_field->setValue(toQString(nameOf(kind)));
    else if (kind == ItemKind::Actor)
        m_field->setValue(QStringLiteral("mention"));
    else if (likeliestDate(text, words().setting).isDated())
        m_field->setValue(QStringLiteral("date"));
    else if (suggestedQuantity())
        m_field->setValue(QStringLiteral("quantity"));
    else
        m_field->setValue(QStringLiteral("status"));
}

// What the words say of the field; what somebody has typed stays.
void ClaimAnnotationForm::suggestValue()
{
    if (m_value->isModified())
        return;
    const std::string text = wordsUtf8();
    const QString field = m_field->value();
    std::string value;
    if (field == QLatin1String("date")) {
        value = likeliestDate(text, words().setting).text();
    } else if (field == QLatin1String("quantity")) {
        if (const std::optional<Quantity> quantity = suggestedQuantity())
            value = toNotation({quantity->low, quantity->high, quantity->unit});
    } else if (field == QLatin1String("status")) {
        value = toUtf8(m_status->value());
    } else if (field == QLatin1String("relation") || field == QLatin1String("role")) {
        value = toUtf8(titleOf(snapshot(), m_about->item()));
        if (const RelationRow row = snapshot().relations->rowOf(m_about->item().relation()))
            value = snapshot().relations->kindWords().word(snapshot().relations->kind(row));
        else if (const Role *role = snapshot().roles->find(m_about->item().role()))
            value = role->title;
    } else {
        value = toUtf8(words().words.simplified());
    }
    m_value->setText(toQString(value));
    m_value->setCursorPosition(0);
}

std::string ClaimAnnotationForm::value() const
{
    const std::string text = toUtf8(m_value->value());
    if (m_field->value() == QLatin1String("date")) {
        const std::vector<DateReading> readings = dateReadings(text, words().setting);
        return readings.empty() ? text : readings.front().date.text();
    }
    if (m_field->value() == QLatin1String("quantity") && !parseCountedRange(text)) {
        if (const std::optional<Quantity> quantity = suggestQuantity(text, {}))
            return toNotation({quantity->low, quantity->high, quantity->unit});
    }
    return text;
}

QString ClaimAnnotationForm::valueProblem() const
{
    const std::string text = value();
    if (m_field->value() == QLatin1String("date")) {
        const Result<Edtf> date = Edtf::parse(text);
        if (!date || !date->isDated())
            return tr("The value is not a date: write “last autumn”, 2024-06 or 2025-03~.");
    }
    if (m_field->value() == QLatin1String("quantity") && !parseCountedRange(text))
        return tr("The value is not a quantity: write a number, or two with “to” between.");
    return {};
}

QString ClaimAnnotationForm::problem() const
{
    if (m_about->item().isNull())
        return tr("Choose what the claim is about.");
    if (m_field->value().isEmpty())
        return tr("Say which field the claim is about.");
    if (m_value->value().isEmpty())
        return tr("A claim needs a value.");
    return valueProblem();
}

AnnotationTarget ClaimAnnotationForm::target() const
{
    AnnotationTarget target;
    target.kind = AnnotationTarget::Kind::Claim;
    Claim claim;
    claim.about = m_about->item();
    claim.field = toUtf8(m_field->value());
    claim.value = value();
    claim.status = toUtf8(m_status->value());
    claim.credibility = m_credibility->value().toInt();
    claim.stance = static_cast<Stance>(m_stance->value().toInt());
    claim.attribution = m_saidBy->actors();
    target.claim = claim;
    return target;
}

}  // namespace dateline::ui
