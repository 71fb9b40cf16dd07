// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/item_form.h"

#include <QStyle>

namespace dateline::ui {

ItemForm::ItemForm(const ViewContext &context, FieldLook look, QWidget *parent)
    : QWidget(parent), m_context(context), m_look(look), m_rows(new QFormLayout(this))
{
    const int unit = fontMetrics().height();
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setHorizontalSpacing(unit / 2);
    m_rows->setVerticalSpacing(look == FieldLook::Framed ? unit / 2 : unit / 6);
    m_rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_rows->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void ItemForm::addRow(const QString &label, QWidget *field)
{
    m_rows->addRow(fieldLabel(label, field), field);
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
