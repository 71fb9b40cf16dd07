// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/item_form.h"

#include <QStyle>

namespace dateline::ui {

ItemForm::ItemForm(const ViewContext &context, FieldLook look, QWidget *parent)
    : QWidget(parent), m_context(context), m_look(look), m_rows(rowsIn(this, look))
{
}

QFormLayout *ItemForm::rowsIn(QWidget *widget, FieldLook look)
{
    auto *rows = new QFormLayout(widget);
    const int unit = widget->fontMetrics().height();
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setHorizontalSpacing(unit / 2);
    rows->setVerticalSpacing(look == FieldLook::Framed ? unit / 2 : 0);
    rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    rows->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return rows;
}

void ItemForm::setReadOnly(bool isReadOnly)
{
    for (QWidget *field : m_fields)
        field->setEnabled(!isReadOnly);
}

QWidget *ItemForm::beginPart()
{
    auto *part = new QWidget(this);
    m_rows = rowsIn(part, m_look);
    return part;
}

void ItemForm::addRow(const QString &label, QWidget *field)
{
    m_rows->addRow(fieldLabel(label, field), field);
}

void ItemForm::appendRow(const QString &label, QWidget *widget)
{
    QLabel *name = fieldLabel(label);
    name->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    name->setContentsMargins(0, fontMetrics().height() / 5, 0, 0);
    static_cast<QFormLayout *>(layout())->addRow(name, widget);
}

QLabel *ItemForm::addMeaning()
{
    auto *label = new QLabel;
    label->setWordWrap(true);
    label->setProperty("faint", true);
    label->hide();
    m_rows->addRow(QString(), label);
    return label;
}

void ItemForm::setMeaning(QLabel *label, const QString &text, bool isWrong)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
    if (label->property("wrong").toBool() == isWrong)
        return;
    label->setProperty("faint", !isWrong);
    label->setProperty("wrong", isWrong);
    label->style()->unpolish(label);
    label->style()->polish(label);
}

QLabel *fieldLabel(const QString &text, QWidget *buddy)
{
    auto *label = new QLabel(text);
    label->setProperty("faint", true);
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(buddy);
    label->setMinimumWidth(label->fontMetrics().averageCharWidth() * 10);
    return label;
}

}  // namespace dateline::ui
