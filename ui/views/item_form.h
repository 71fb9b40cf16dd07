// SPDX-License-Identifier: GPL-3.0-or-later
// Labelled fields for one item, for the details as for dialogs: the same fields, quiet in the one
// and framed in the other. A form writes nothing; it says what was entered, and whether it can be.
#pragma once

#include <vector>

#include <QFormLayout>
#include <QLabel>
#include <QWidget>

#include "ui/bridge/view_context.h"
#include "ui/views/text_field.h"

namespace dateline::ui {

class ItemForm : public QWidget {
    Q_OBJECT

public:
    // Why what is entered cannot be taken, in one sentence; "" where it can.
    virtual QString problem() const = 0;
    void setReadOnly(bool isReadOnly);  // of the fields; rows of other widgets stay as they are

Q_SIGNALS:
    void edited();     // with every change
    void committed();  // a field was decided on

protected:
    ItemForm(const ViewContext &context, FieldLook look, QWidget *parent);

    const ViewContext &context() const { return m_context; }
    FieldLook look() const { return m_look; }

    // Takes a field in under its label; its name for readers of the screen is set already.
    template <typename Field>
    Field *add(const QString &label, Field *field)
    {
        addRow(label, field);
        m_fields.push_back(field);
        connect(field, &Field::edited, this, &ItemForm::edited);
        connect(field, &Field::committed, this, &ItemForm::committed);
        return field;
    }
    // A row for a widget that is no field, under the fields of the first part.
    void appendRow(const QString &label, QWidget *widget);
    // What is added from now on goes into a widget of its own, for a page to place elsewhere.
    QWidget *beginPart();
    QLabel *addMeaning();  // a line below a field for what it means
    static void setMeaning(QLabel *label, const QString &text, bool isWrong = false);

private:
    static QFormLayout *rowsIn(QWidget *widget, FieldLook look);
    void addRow(const QString &label, QWidget *field);

    ViewContext m_context;
    FieldLook m_look;
    QFormLayout *m_rows;
    std::vector<QWidget *> m_fields;
};

// A small grey label as forms have them before a field.
QLabel *fieldLabel(const QString &text, QWidget *buddy = nullptr);

}  // namespace dateline::ui
