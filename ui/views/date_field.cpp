// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/date_field.h"

#include <QAction>
#include <QDate>
#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/bridge/date_text.h"
#include "ui/bridge/text.h"
#include "ui/paint/icons.h"
#include "ui/paint/theme.h"
#include "ui/tables/cell_text.h"
#include "ui/views/calendar_popup.h"
#include "ui/views/date_mark.h"

namespace dateline::ui {

namespace {

constexpr int kFieldInset = 5;  // where the text of a quiet field begins

Edtf today()
{
    const Result<Edtf> date = Edtf::parse(QDate::currentDate().toString(Qt::ISODate).toStdString());
    return date ? *date : Edtf();
}

}  // namespace

DateField::DateField(const QString &name, FieldLook look, QWidget *parent)
    : QWidget(parent), m_look(look), m_words(new QLabel), m_edit(new TextField(name, look)),
      m_mark(new DateMark), m_choice(new QToolButton), m_meaning(new QLabel)
{
    m_edit->setToolTip(tr("A date as you would write it: 21 March 2025, last autumn, early 2019, "
                          "or EDTF: 2024-06, 2025-02-2X, 2025-03~, 2024-06/.. "
                          "Alt+Down opens the calendar."));
    m_edit->setPlaceholderText(look == FieldLook::Framed ? tr("June 2024, last autumn, 2018/2019")
                                                         : tr("undated"));
    m_words->setTextInteractionFlags(Qt::NoTextInteraction);
    m_words->setBuddy(m_edit);
    m_words->setVisible(look != FieldLook::Framed);
    m_words->setContentsMargins(kFieldInset, 0, 0, 0);
    m_meaning->setWordWrap(true);
    m_meaning->setProperty("faint", true);
    m_meaning->hide();
    m_mark->hide();
    m_choice->setProperty("action", true);
    m_choice->setAutoRaise(true);
    m_choice->setFocusPolicy(Qt::NoFocus);  // Up and Down do the same
    m_choice->setAccessibleName(tr("Other readings of the date"));
    m_choice->hide();
    setFocusProxy(m_edit);
    setFonts();

    auto *calendar =
        new QAction(icon(QStringLiteral("calendar")), tr("Choose from a calendar"), this);
    m_edit->addAction(calendar, QLineEdit::TrailingPosition);
    connect(calendar, &QAction::triggered, this, &DateField::openCalendar);
    m_edit->installEventFilter(this);

    auto *row = new QHBoxLayout;
    row->setSpacing(fontMetrics().averageCharWidth());
    row->addWidget(m_words);
    row->addWidget(m_edit, 1);
    auto *below = new QHBoxLayout;
    below->setSpacing(fontMetrics().averageCharWidth());
    below->addWidget(m_mark, 0, Qt::AlignVCenter);
    below->addStretch();
    below->addWidget(m_choice);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(row);
    column->addLayout(below);
    column->addWidget(m_meaning);
    // What it means may need several lines, and a form has to make room for them.
    QSizePolicy tall(QSizePolicy::Preferred, QSizePolicy::Fixed);
    tall.setHeightForWidth(true);
    setSizePolicy(tall);

    connect(m_choice, &QToolButton::clicked, this, &DateField::showReadings);
    connect(m_edit, &QLineEdit::textChanged, this, &DateField::read);
    connect(m_edit, &TextField::edited, this, &DateField::edited);
    connect(m_edit, &TextField::committed, this, &DateField::keep);
    connect(m_edit, &QLineEdit::editingFinished, this, &DateField::showMeaning);
}

// The line outlives this part of the field by a moment, and commits when it loses the focus then.
DateField::~DateField()
{
    m_edit->disconnect(this);
}

void DateField::keep()
{
    if (!problem().isEmpty())
        return;
    m_value = value();
    // The phrase has done its work: what is kept, and shown from now on, is the date.
    m_edit->setValue(toQString(m_value.text()));
    showMeaning();
    Q_EMIT committed();
}

void DateField::setFonts()
{
    QFont mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    const QFont small = Theme::fromPalette(palette(), font()).smallFont();
    mono.setPointSizeF(m_look == FieldLook::Framed ? font().pointSizeF() : small.pointSizeF());
    m_edit->setFont(mono);
    m_meaning->setFont(small);
    m_choice->setFont(small);
}

void DateField::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        setFonts();
}

bool DateField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_edit || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isUp = key->key() == Qt::Key_Up;
    if (!isUp && key->key() != Qt::Key_Down)
        return false;
    if (key->modifiers().testFlag(Qt::AltModifier)) {
        openCalendar();
        return true;
    }
    if (m_readings.size() < 2)
        return false;
    const std::size_t count = m_readings.size();
    chooseReading(static_cast<int>((m_chosen + (isUp ? count - 1 : 1)) % count));
    return true;
}

void DateField::setReadOnly(bool isReadOnly)
{
    m_edit->setReadOnly(isReadOnly);
    for (QAction *action : m_edit->actions())
        action->setVisible(!isReadOnly);
}

Edtf DateField::reference() const
{
    return m_setting.published.isDated() ? m_setting.published : today();
}

void DateField::setSetting(const DateSetting &setting, const DateWidths &widths)
{
    if (setting == m_setting && widths == m_widths)
        return;
    m_setting = setting;
    m_widths = widths;
    read();
}

void DateField::read()
{
    const std::string text = toUtf8(m_edit->value());
    const std::vector<DateReading> before = std::move(m_readings);
    m_readings = text.empty()
                     ? std::vector<DateReading>()
                     : dateReadings(text, {reference(), m_setting.language, m_setting.isSouthern});
    if (m_readings != before)
        m_chosen = 0;
    showMeaning();
}

Edtf DateField::chosen() const
{
    return m_chosen < m_readings.size() ? m_readings[m_chosen].date : Edtf();
}

Edtf DateField::value() const
{
    return chosen();
}

QString DateField::problem() const
{
    if (m_edit->value().isEmpty() || !m_readings.empty())
        return {};
    const Result<Edtf> date = Edtf::parse(toUtf8(m_edit->value()));
    if (date)
        return {};
    // Letters were meant as words, anything else as EDTF.
    const QChar first = m_edit->value().front();
    return first.isLetter() && first != u'X' && first != u'Y'
               ? tr("This is not a date. Try “21 March 2025”, “last autumn” or “2024-06”.")
               : tr("This is not a date: %1").arg(toQString(date.error().detail));
}

void DateField::setValue(const Edtf &value)
{
    m_value = value;
    m_edit->setValue(toQString(value.text()));
    showMeaning();
}

void DateField::setReadings(const QString &phrase, const std::vector<DateReading> &readings)
{
    m_value = {};
    m_edit->setValue(phrase);
    m_readings = readings;
    m_chosen = 0;
    showMeaning();
}

void DateField::chooseReading(int index)
{
    if (index < 0 || static_cast<std::size_t>(index) >= m_readings.size())
        return;
    m_chosen = static_cast<std::size_t>(index);
    showMeaning();
    Q_EMIT edited();
}

// "autumn 2024 · 1 Sep – 30 Nov 2024" and why.
QString DateField::meaningOf(const DateReading &reading) const
{
    const QString words = dateText(reading.date);
    const QString bounds = boundsText(reading.date);
    QStringList parts{words};
    if (bounds != words && !bounds.isEmpty())
        parts.append(bounds);
    const DateBounds wide = widened(reading.date.when(), m_widths);
    if (wide != reading.date.when().bounds)
        parts.append(tr("takes in %1").arg(boundsText(wide.whole())));
    QString meaning = joined(parts);
    const std::string_view because = becauseOf(reading.rule);
    if (!because.empty())
        meaning +=
            QStringLiteral("\n") +
            tr("%1: %2, beside %3", "EDTF, why, the day of publication")
                .arg(toQString(reading.date.text()), toQString(because), dateText(reference()));
    return meaning;
}

void DateField::showMeaning()
{
    const QString wrong = problem();
    const Edtf date = chosen();
    m_words->setText(m_value.isDated() ? dateText(m_value) : QString());
    m_words->setVisible(m_look != FieldLook::Framed && m_value.isDated());

    const bool isChanged = toUtf8(m_edit->value()) != m_value.text();
    const bool isShown =
        wrong.isEmpty() && date.isDated() && (isChanged || m_look == FieldLook::Framed);
    const QString meaning = isShown ? meaningOf(m_readings[m_chosen]) : wrong;
    if (m_meaning->property("wrong").toBool() != !wrong.isEmpty()) {
        m_meaning->setProperty("faint", wrong.isEmpty());
        m_meaning->setProperty("wrong", !wrong.isEmpty());
        style()->unpolish(m_meaning);  // the properties decide the colour
        style()->polish(m_meaning);
    }
    m_meaning->setText(meaning);
    m_meaning->setVisible(!meaning.isEmpty());
    m_mark->setDate(date);
    m_mark->setVisible(isShown);
    const std::size_t count = m_readings.size();
    m_choice->setVisible(isShown && count > 1);
    m_choice->setText(tr("%1 of %2 ▾", "reading").arg(m_chosen + 1).arg(count));
    m_choice->setToolTip(tr("The words can mean %1 dates. Up and Down choose.").arg(count));
    m_edit->setAccessibleDescription(meaning.isEmpty() ? m_words->text() : meaning);
}

void DateField::showReadings()
{
    QMenu menu(this);
    menu.setAccessibleName(tr("Readings"));
    for (std::size_t i = 0; i < m_readings.size(); ++i) {
        const QString because = toQString(becauseOf(m_readings[i].rule));
        const QString words = dateText(m_readings[i].date);
        QAction *action =
            menu.addAction(because.isEmpty() ? words : tr("%1: %2").arg(words, because), this,
                           [this, i] { chooseReading(static_cast<int>(i)); });
        action->setCheckable(true);
        action->setChecked(i == m_chosen);
    }
    menu.exec(m_choice->mapToGlobal(QPoint(0, m_choice->height())));
}

void DateField::openCalendar()
{
    if (m_edit->isReadOnly())
        return;
    if (m_calendar == nullptr) {
        m_calendar = new CalendarPopup(this);
        connect(m_calendar, &CalendarPopup::picked, this, [this](const Edtf &date) {
            m_edit->setText(toQString(date.text()));
            m_edit->setModified(true);
            m_edit->setFocus(Qt::PopupFocusReason);
            Q_EMIT edited();
            keep();
        });
    }
    const Instant beside = reference().when().bounds.earliestBegin;
    m_calendar->open(chosen(),
                     civilDateAt(beside.isDistant() ? today().when().bounds.earliestBegin : beside),
                     m_edit->mapToGlobal(QPoint(0, m_edit->height())));
}

}  // namespace dateline::ui
