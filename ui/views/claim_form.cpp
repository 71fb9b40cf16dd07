// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/claim_form.h"

#include "app/model/grade.h"
#include "app/model/quantity_notation.h"
#include "ui/bridge/date_text.h"
#include "ui/bridge/text.h"
#include "ui/tables/cell_text.h"
#include "ui/views/hops_field.h"
#include "ui/views/item_field.h"
#include "ui/views/item_text.h"
#include "ui/views/word_field.h"

namespace dateline::ui {

namespace {

constexpr int kQuoteLength = 60;

QVariant idValue(std::int64_t id)
{
    return QVariant::fromValue<qlonglong>(id);
}

// Long titles must not make the panel wider.
void keepNarrow(QComboBox *choice)
{
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(12);
}

QString hintFor(const QString &field)
{
    if (field == QLatin1String("date"))
        return ClaimForm::tr("EDTF: 2024-06, 2025-02-2X");
    if (field == QLatin1String("quantity"))
        return ClaimForm::tr("10000..12000 troops, 2.. hours, 6 tests");
    if (field == QLatin1String("participation"))
        return ClaimForm::tr("name=part: Kim Jong Un=host");
    return ClaimForm::tr("in a word or two");
}

}  // namespace

ClaimForm::ClaimForm(const ViewContext &viewContext, FieldLook fieldLook, QWidget *parent)
    : ItemForm(viewContext, fieldLook, parent)
{
    m_about = add(tr("About"), new ItemField(context(), tr("About"), look()));
    m_field = add(tr("Which"), new WordField(tr("Which of its fields"), look()));
    m_value = add(tr("Says"), new TextField(tr("Says"), look()));
    m_meaning = addMeaning();
    m_status = add(tr("Status"), new WordField(tr("Status"), look()));
    m_stance = add(tr("Stance"), new ChoiceField(tr("Stance"), look()));
    m_source = add(tr("Source"), new ChoiceField(tr("Source"), look()));
    m_words = add(tr("Words"), new ChoiceField(tr("Words of the source"), look()));
    m_hops = add(tr("Said by"), new HopsField(context(), look()));
    m_credibility = add(tr("Credibility"), new ChoiceField(tr("Credibility"), look()));
    m_likelihood = add(tr("Likelihood"), new WordField(tr("Likelihood"), look()));
    m_handling = add(tr("Handling"), new WordField(tr("Handling mark"), look()));
    m_notes = add(tr("Notes"), new NotesField(tr("Notes"), look()));

    QStringList fields;
    for (const std::string &field : claimFields())
        fields.append(toQString(field));
    m_field->setChoices(fields);
    m_status->setChoices(nullptr, claimStatuses());
    m_likelihood->setChoices(nullptr, likelihoodWords());
    m_likelihood->setHint(tr("not said"));
    m_handling->setChoices(nullptr, handlingMarks());
    m_handling->setHint(tr("as its source"));
    m_stance->addItem(tr("supports it"), static_cast<int>(Stance::Supports));
    m_stance->addItem(tr("contradicts it"), static_cast<int>(Stance::Contradicts));
    m_credibility->addItem(tr("not graded"), 0);
    for (int grade = 1; grade <= 6; ++grade)
        m_credibility->addItem(tr("%1: %2").arg(grade).arg(toQString(credibilityText(grade))),
                               grade);
    keepNarrow(m_source);
    keepNarrow(m_words);
    keepNarrow(m_credibility);
    connect(m_source, &QComboBox::activated, this, [this] {
        m_shown.annotation = {};
        fillWords();
    });
    connect(this, &ItemForm::edited, this, &ClaimForm::showMeaning);
}

void ClaimForm::fillSources()
{
    m_source->clear();
    for (const Source &source : *context().hub.snapshot()->sources)
        m_source->addItem(toQString(source.title), idValue(source.id.value));
    m_source->setValue(idValue(m_shown.source.value));
}

void ClaimForm::fillWords()
{
    m_words->clear();
    m_words->addItem(tr("none in particular"), idValue(0));
    const SourceId source{m_source->value().toLongLong()};
    for (const Annotation *annotation : context().hub.snapshot()->annotationsOf(source))
        m_words->addItem(tr("“%1”").arg(oneLine(annotation->exact, kQuoteLength)),
                         idValue(annotation->id.value));
    m_words->setValue(idValue(m_shown.annotation.value));
}

void ClaimForm::setClaim(const Claim &claim)
{
    m_shown = claim;
    m_about->setItem(claim.about);
    m_field->setValue(toQString(claim.field));
    m_value->setValue(toQString(claim.value));
    m_status->setValue(toQString(claim.status));
    m_stance->setValue(static_cast<int>(claim.stance));
    fillSources();
    fillWords();
    m_hops->setHops(claim.attribution);
    m_credibility->setValue(claim.credibility);
    m_likelihood->setValue(toQString(claim.likelihood));
    m_handling->setValue(toQString(claim.handling));
    m_notes->setValue(toQString(claim.notes));
    showMeaning();
}

Claim ClaimForm::claim() const
{
    Claim claim = m_shown;
    claim.about = m_about->item();
    claim.field = toUtf8(m_field->value());
    claim.value = toUtf8(m_value->value());
    claim.status = toUtf8(m_status->value());
    claim.stance = static_cast<Stance>(m_stance->value().toInt());
    claim.source = {m_source->value().toLongLong()};
    claim.annotation = {m_words->value().toLongLong()};
    claim.attribution = m_hops->hops();
    claim.credibility = m_credibility->value().toInt();
    claim.likelihood = toUtf8(m_likelihood->value());
    claim.handling = toUtf8(m_handling->value());
    claim.notes = toUtf8(m_notes->value());
    return claim;
}

QString ClaimForm::valueProblem() const
{
    const std::string field = toUtf8(m_field->value());
    const std::string value = toUtf8(m_value->value());
    if (value.empty())
        return {};
    if (field == "date") {
        const Result<Edtf> date = Edtf::parse(value);
        return date ? QString() : tr("This is not a date: %1").arg(toQString(date.error().detail));
    }
    if (field == "quantity" && !parseCountedRange(value))
        return tr("A quantity is written 10000..12000 troops, 2.. hours, ..500 people or 6 tests.");
    return {};
}

void ClaimForm::showMeaning()
{
    m_value->setPlaceholderText(hintFor(m_field->value()));
    const QString wrong = valueProblem();
    if (!wrong.isEmpty()) {
        setMeaning(m_meaning, wrong, true);
        return;
    }
    const Claim entered = claim();
    QString meaning;
    if (entered.field == "date" && !entered.value.empty()) {
        const Result<Edtf> date = Edtf::parse(entered.value);
        meaning = joined({dateText(*date), boundsText(*date)});
    } else if (entered.field == "quantity" || entered.field == "participation") {
        meaning = valueText(*context().hub.snapshot(), entered);
    }
    setMeaning(m_meaning, meaning == m_value->value() ? QString() : meaning);
}

QString ClaimForm::problem() const
{
    if (m_about->item().isNull() && !m_about->value().isEmpty())
        return tr("Choose what the claim is about from the answers below the field.");
    if (m_source->currentIndex() < 0)
        return context().hub.snapshot()->sources->size() == 0
                   ? tr("A claim needs a source, and the project has none yet.")
                   : tr("Choose the source that says so.");
    if (m_value->value().isEmpty() && m_status->value().isEmpty())
        return tr("Say what is claimed.");
    if (m_hops->hasUnknownName())
        return tr("Somebody named under “Said by” is not known yet. Enter in the field adds them.");
    return valueProblem();
}

}  // namespace dateline::ui
