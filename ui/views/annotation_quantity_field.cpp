// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/annotation_quantity_field.h"

#include <QApplication>
#include <QLabel>
#include <QVBoxLayout>

#include "app/model/quantity_notation.h"
#include "app/suggestions/quantity_phrases.h"
#include "ui/bridge/text.h"
#include "ui/paint/theme.h"
#include "ui/views/item_text.h"
#include "ui/views/text_field.h"

namespace dateline::ui {

std::optional<Quantity> readQuantity(const QString &written)
{
    const std::string text = toUtf8(written);
    if (const std::optional<CountedRange> range = parseCountedRange(text)) {
        Quantity quantity;
        quantity.low = range->low;
        quantity.high = range->high;
        quantity.unit = range->unit;
        return quantity;
    }
    return suggestQuantity(text, {});
}

QString editableText(Quantity quantity)
{
    quantity.mode = QuantityMode::Total;
    const QString text = quantityText(quantity);
    // The words of the locale may group by marks that are not read again.
    const std::optional<Quantity> read = readQuantity(text);
    const bool isSame = read && read->low == quantity.low && read->high == quantity.high &&
                        read->unit == quantity.unit && read->qualifier == quantity.qualifier;
    return isSame ? text : toQString(toNotation({quantity.low, quantity.high, quantity.unit}));
}

QuantityField::QuantityField(const QString &name, QWidget *parent)
    : QWidget(parent), m_edit(new TextField(name, FieldLook::Framed)), m_meaning(new QLabel)
{
    m_edit->setPlaceholderText(tr("at least 40 people, 10,000 to 12,000 troops"));
    m_meaning->setProperty("faint", true);
    m_meaning->setFont(Theme::fromPalette(palette(), QApplication::font()).smallFont());
    m_meaning->hide();
    setFocusProxy(m_edit);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_edit);
    column->addWidget(m_meaning);
    connect(m_edit, &QLineEdit::textChanged, this, &QuantityField::showMeaning);
}

std::optional<Quantity> QuantityField::value() const
{
    return readQuantity(m_edit->value());
}

QString QuantityField::problem() const
{
    return m_edit->value().isEmpty() || value()
               ? QString()
               : tr("The quantity is not understood: write a number, or two with “to” between.");
}

void QuantityField::setValue(const Quantity &quantity)
{
    m_edit->setValue(editableText(quantity));
    showMeaning();
}

void QuantityField::showMeaning()
{
    const std::optional<Quantity> quantity = value();
    QString meaning = quantity ? quantityText(*quantity) : problem();
    if (meaning == m_edit->value())
        meaning.clear();
    m_meaning->setText(meaning);
    m_meaning->setVisible(!meaning.isEmpty());
    m_edit->setAccessibleDescription(meaning);
}

}  // namespace dateline::ui
