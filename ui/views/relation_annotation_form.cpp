// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/relation_annotation_form.h"

#include <algorithm>

#include <QCheckBox>

#include "app/model/grade.h"
#include "app/model/mentions.h"
#include "ui/bridge/date_setting.h"
#include "ui/bridge/text.h"
#include "ui/views/actor_field.h"
#include "ui/views/annotation_chips.h"
#include "ui/views/date_field.h"
#include "ui/views/word_field.h"

namespace dateline::ui {

RelationAnnotationForm::RelationAnnotationForm(const ViewContext &viewContext,
                                               const SelectedWords &selected, QWidget *parent)
    : AnnotationForm(viewContext, selected, parent),
      m_from(new ActorField(viewContext, tr("From"), FieldLook::Framed)),
      m_to(new ActorField(viewContext, tr("To"), FieldLook::Framed)),
      m_kind(new WordField(tr("Kind"), FieldLook::Framed)),
      m_bothWays(new QCheckBox(tr("both ways"))),
      m_status(new WordField(tr("Status"), FieldLook::Framed)),
      m_when(new DateField(tr("When it holds"), FieldLook::Framed)),
      m_saidBy(new ActorChips(viewContext, tr("Said by"), QStringLiteral("→")))
{
    setHeading(tr("New relation"));
    m_bothWays->setAccessibleName(tr("The relation holds both ways"));
    addRow(tr("From"), m_from);
    addRow(tr("To"), m_to);
    addRow(tr("Kind"), m_kind);
    addRow(QString(), m_bothWays);
    addRow(tr("Status"), m_status);
    addRow(tr("When"), m_when);
    addRow(tr("Said by"), m_saidBy);

    m_kind->setChoices(&snapshot().relations->kindWords());
    m_kind->setHint(tr("treaty, supplies, member of …"));
    m_status->setChoices(nullptr, claimStatuses());
    m_status->setValue(toQString(claimStatuses().front()));

    const std::string text = wordsUtf8();
    const std::vector<ActorId> attribution = suggestedAttribution();
    std::vector<ActorId> named = actorsOf(mentionsIn(text, *snapshot().actors));
    // Who speaks is seldom an end of it, unless nobody else is named.
    if (named.size() > 2) {
        std::stable_partition(named.begin(), named.end(), [&attribution](ActorId actor) {
            return std::find(attribution.begin(), attribution.end(), actor) == attribution.end();
        });
    }
    if (!named.empty())
        m_from->setActor(named[0]);
    if (named.size() > 1)
        m_to->setActor(named[1]);
    m_when->setSetting(selected.setting, dateWidthsOf(viewContext.hub));
    if (const Edtf date = likeliestDate(text, selected.setting); date.isDated())
        m_when->setValue(date);
    m_saidBy->setActors(attribution);
    if (named.size() > 1)
        setFirstField(m_kind);
    else if (named.size() == 1)
        setFirstField(m_to);
}

QString RelationAnnotationForm::problem() const
{
    if (m_from->value().isEmpty() || m_to->value().isEmpty())
        return tr("A relation needs two actors.");
    if (m_from->actor() == m_to->actor() && m_from->actor())
        return tr("A relation needs two different actors.");
    if (m_kind->value().isEmpty())
        return tr("Say of what kind the relation is.");
    return m_when->problem();
}

AnnotationTarget RelationAnnotationForm::target() const
{
    AnnotationTarget target;
    target.kind = AnnotationTarget::Kind::NewRelation;
    target.relation.from = m_from->actor();
    target.relation.to = m_to->actor();
    target.from = toUtf8(m_from->value());
    target.to = toUtf8(m_to->value());
    target.relation.kind = toUtf8(m_kind->value());
    target.relation.isDirected = !m_bothWays->isChecked();
    target.relation.status = toUtf8(m_status->value());
    target.relation.when = m_when->value();
    Claim claim;
    claim.field = "relation";
    claim.value = target.relation.kind;
    claim.status = target.relation.status;
    claim.attribution = m_saidBy->actors();
    target.claim = claim;
    return target;
}

}  // namespace dateline::ui
