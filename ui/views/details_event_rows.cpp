// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/details_event_rows.h"

#include <QHBoxLayout>
#include <QToolButton>

#include "ui/bridge/text.h"
#include "ui/views/annotation_quantity_field.h"
#include "ui/views/item_text.h"
#include "ui/views/text_field.h"
#include "ui/views/word_field.h"

namespace dateline::ui {

namespace {

constexpr int kSpacing = 4;
constexpr int kFieldInset = 5;  // where the text of a quiet field begins

QHBoxLayout *rowOf(QWidget *widget)
{
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpacing);
    return row;
}

// Flat and low, so that a row is no higher than its words.
QToolButton *smallButton()
{
    auto *button = new QToolButton;
    button->setProperty("link", true);
    return button;
}

void nameButton(QToolButton *button, const QString &text, const QString &name)
{
    button->setText(text);
    button->setAccessibleName(name);
    button->setToolTip(name);
}

}  // namespace

ParticipantRow::ParticipantRow(const ViewContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_name(new LinkButton(context)),
      m_part(new WordField(tr("Part"), FieldLook::Quiet)), m_remove(smallButton())
{
    QHBoxLayout *row = rowOf(this);
    row->setContentsMargins(kFieldInset, 0, 0, 0);
    row->addWidget(m_name, 3);
    row->addWidget(m_part, 2);
    row->addWidget(m_remove);
    m_part->setHint(tr("part"));
    connect(m_part, &WordField::committed, this, [this] {
        Participation changed = m_shown;
        changed.part = toUtf8(m_part->value());
        if (changed != m_shown)
            m_context.intents.changeParticipation(changed);
    });
    connect(m_remove, &QToolButton::clicked, this,
            [this] { m_context.intents.removeParticipation(m_shown.id); });
}

void ParticipantRow::setParticipation(const Participation &participation, const QStringList &parts)
{
    m_shown = participation;
    const QString name = actorName(*m_context.hub.snapshot(), participation.actor);
    const bool canWrite = !m_context.hub.isReadOnly();
    m_name->setLink(name, participation.actor);
    m_part->setChoices(parts);
    m_part->setValue(toQString(participation.part));
    m_part->setName(tr("Part of %1").arg(name));
    m_part->setEnabled(canWrite);
    nameButton(m_remove, QStringLiteral("×"), tr("Remove %1").arg(name));
    m_remove->setEnabled(canWrite);
}

QuantityRow::QuantityRow(const ViewContext &context, QWidget *parent)
    : QWidget(parent), m_context(context),
      m_amount(new TextField(tr("How many"), FieldLook::Quiet)),
      m_what(new TextField(tr("What is counted"), FieldLook::Quiet)), m_mode(smallButton()),
      m_remove(smallButton())
{
    QHBoxLayout *row = rowOf(this);
    row->addWidget(m_amount, 3);
    row->addWidget(m_what, 2);
    row->addWidget(m_mode);
    row->addWidget(m_remove);
    m_what->setPlaceholderText(tr("of what"));
    connect(m_amount, &TextField::committed, this, &QuantityRow::write);
    connect(m_what, &TextField::committed, this, &QuantityRow::write);
    connect(m_mode, &QToolButton::clicked, this, &QuantityRow::toggleMode);
    connect(m_remove, &QToolButton::clicked, this,
            [this] { m_context.intents.removeQuantity(m_shown.id); });
}

void QuantityRow::setQuantity(const Quantity &quantity)
{
    m_shown = quantity;
    const QString text = quantityText(quantity);
    const bool isTotal = quantity.mode == QuantityMode::Total;
    m_amount->setValue(editableText(quantity));
    m_amount->setToolTip(text);
    m_what->setValue(toQString(quantity.what));
    nameButton(m_mode, isTotal ? tr("total") : tr("more"),
               isTotal ? tr("In total; click for: in addition to earlier ones")
                       : tr("In addition to earlier ones; click for: in total"));
    nameButton(m_remove, QStringLiteral("×"), tr("Remove %1").arg(text));
    const bool canWrite = !m_context.hub.isReadOnly();
    for (QWidget *part : {static_cast<QWidget *>(m_amount), static_cast<QWidget *>(m_what),
                          static_cast<QWidget *>(m_mode), static_cast<QWidget *>(m_remove)})
        part->setEnabled(canWrite);
}

void QuantityRow::write()
{
    Quantity changed = m_shown;
    if (m_amount->value() != editableText(m_shown)) {
        const std::optional<Quantity> read = readQuantity(m_amount->value());
        if (!read) {
            m_amount->setToolTip(tr("Not understood: write a number, or two with “to” between."));
            return;
        }
        changed.low = read->low;
        changed.high = read->high;
        changed.qualifier = read->qualifier;
        changed.unit = read->unit;
        if (read->mode == QuantityMode::Additional)
            changed.mode = QuantityMode::Additional;
    }
    changed.what = toUtf8(m_what->value());
    if (changed != m_shown)
        m_context.intents.changeQuantity(changed);
}

void QuantityRow::toggleMode()
{
    Quantity changed = m_shown;
    changed.mode =
        m_shown.mode == QuantityMode::Total ? QuantityMode::Additional : QuantityMode::Total;
    m_context.intents.changeQuantity(changed);
}

}  // namespace dateline::ui
