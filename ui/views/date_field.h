// SPDX-License-Identifier: GPL-3.0-or-later
// A date: in words, and as it is typed, which may be EDTF or a phrase such as "last autumn". While
// somebody types, it says below what the text would mean, from when to when, drawn as on the
// timeline, and by which rule, or why it is no date. Where a phrase can mean several dates, Up and
// Down or the button beside choose one; Enter keeps it, as EDTF. Only a date is committed. GUI
// thread.
#pragma once

#include <QWidget>

#include "app/model/edtf_widths.h"
#include "app/suggestions/date_readings.h"
#include "ui/views/text_field.h"

class QLabel;
class QToolButton;

namespace dateline::ui {

class CalendarPopup;
class DateMark;

class DateField final : public QWidget {
    Q_OBJECT

public:
    DateField(const QString &name, FieldLook look, QWidget *parent = nullptr);
    ~DateField() override;

    Edtf value() const;       // undated where what stands there is no date
    QString problem() const;  // why it is none; "" where it is one, or empty
    void setValue(const Edtf &value);
    // Beside which day, and in which half of the world, phrases are read; without a day, today.
    // The widths say what "about" takes in.
    void setSetting(const DateSetting &setting, const DateWidths &widths = {});
    // What the words of a source say, with all its readings.
    void setReadings(const QString &phrase, const std::vector<DateReading> &readings);
    bool isBeingTyped() const { return m_edit->isBeingTyped(); }
    void setReadOnly(bool isReadOnly);
    TextField *edit() const { return m_edit; }
    const std::vector<DateReading> &readings() const { return m_readings; }
    void chooseReading(int index);

Q_SIGNALS:
    void edited();
    void committed();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void keep();
    void read();  // what stands in the field
    void showMeaning();
    void showReadings();
    void openCalendar();
    void setFonts();
    Edtf chosen() const;
    QString meaningOf(const DateReading &reading) const;
    Edtf reference() const;

    FieldLook m_look;
    QLabel *m_words;
    TextField *m_edit;
    DateMark *m_mark;
    QToolButton *m_choice;
    QLabel *m_meaning;
    CalendarPopup *m_calendar = nullptr;
    Edtf m_value;
    DateSetting m_setting;
    DateWidths m_widths;
    std::vector<DateReading> m_readings;
    std::size_t m_chosen = 0;
};

}  // namespace dateline::ui
