// SPDX-License-Identifier: GPL-3.0-or-later
// A date: in words, and as EDTF, which is what is edited. While somebody types, it says below what
// the text would mean, from when to when, or why it is no date; only a date is committed. GUI
// thread.
#pragma once

#include <QWidget>

#include "app/model/edtf.h"
#include "ui/views/text_field.h"

class QLabel;

namespace dateline::ui {

class DateField final : public QWidget {
    Q_OBJECT

public:
    DateField(const QString &name, FieldLook look, QWidget *parent = nullptr);

    Edtf value() const;       // undated where what stands there is no date
    QString problem() const;  // why it is none; "" where it is one, or empty
    void setValue(const Edtf &value);
    bool isBeingTyped() const { return m_edit->isBeingTyped(); }
    void setReadOnly(bool isReadOnly) { m_edit->setReadOnly(isReadOnly); }
    TextField *edit() const { return m_edit; }

Q_SIGNALS:
    void edited();
    void committed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showMeaning();
    void setFonts();

    FieldLook m_look;
    QLabel *m_words;
    TextField *m_edit;
    QLabel *m_meaning;
    Edtf m_value;
};

}  // namespace dateline::ui
