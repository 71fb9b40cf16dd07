// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/date_field.h"

#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QVBoxLayout>

#include "ui/bridge/date_text.h"
#include "ui/bridge/text.h"
#include "ui/paint/theme.h"
#include "ui/tables/cell_text.h"

namespace dateline::ui {

namespace {

constexpr int kFieldInset = 5;  // where the text of a quiet field begins

}  // namespace

DateField::DateField(const QString &name, FieldLook look, QWidget *parent)
    : QWidget(parent), m_look(look), m_words(new QLabel), m_edit(new TextField(name, look)),
      m_meaning(new QLabel)
{
    m_edit->setToolTip(tr("EDTF: 2024, 2024-06, 2024-23 (autumn), 2025-02-2X, 2025-03~, "
                          "2024-06/.. and so on"));
    m_edit->setPlaceholderText(look == FieldLook::Framed ? tr("2024-06, 2025-03~, 2018/2019")
                                                         : tr("undated"));
    m_words->setTextInteractionFlags(Qt::NoTextInteraction);
    m_words->setBuddy(m_edit);
    m_words->setVisible(look != FieldLook::Framed);
    m_words->setContentsMargins(kFieldInset, 0, 0, 0);
    m_meaning->setWordWrap(true);
    m_meaning->setProperty("faint", true);
    m_meaning->hide();
    setFocusProxy(m_edit);
    setFonts();

    auto *row = new QHBoxLayout;
    row->setSpacing(fontMetrics().averageCharWidth());
    row->addWidget(m_words);
    row->addWidget(m_edit, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(row);
    column->addWidget(m_meaning);

    connect(m_edit, &TextField::edited, this, [this] {
        showMeaning();
        Q_EMIT edited();
    });
    connect(m_edit, &TextField::committed, this, [this] {
        showMeaning();
        if (!problem().isEmpty())
            return;
        m_value = value();
        Q_EMIT committed();
    });
    connect(m_edit, &QLineEdit::editingFinished, this, &DateField::showMeaning);
}

void DateField::setFonts()
{
    QFont mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    const QFont small = Theme::fromPalette(palette(), font()).smallFont();
    mono.setPointSizeF(m_look == FieldLook::Framed ? font().pointSizeF() : small.pointSizeF());
    m_edit->setFont(mono);
    m_meaning->setFont(small);
}

void DateField::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        setFonts();
}

Edtf DateField::value() const
{
    const Result<Edtf> date = Edtf::parse(toUtf8(m_edit->value()));
    return date ? *date : Edtf();
}

QString DateField::problem() const
{
    const Result<Edtf> date = Edtf::parse(toUtf8(m_edit->value()));
    return date ? QString() : tr("This is not a date: %1").arg(toQString(date.error().detail));
}

void DateField::setValue(const Edtf &value)
{
    m_value = value;
    m_edit->setValue(toQString(value.text()));
    showMeaning();
}

void DateField::showMeaning()
{
    const QString wrong = problem();
    const Edtf date = value();
    m_words->setText(m_value.isDated() ? dateText(m_value) : QString());
    m_words->setVisible(m_look != FieldLook::Framed && m_value.isDated());

    const bool isChanged = toUtf8(m_edit->value()) != m_value.text();
    QString meaning = wrong;
    if (wrong.isEmpty() && (isChanged || m_look == FieldLook::Framed) && date.isDated()) {
        const QString words = dateText(date);
        const QString bounds = boundsText(date);
        meaning = bounds == words ? words : joined({words, bounds});
    }
    m_meaning->setProperty("faint", wrong.isEmpty());
    m_meaning->setProperty("wrong", !wrong.isEmpty());
    style()->unpolish(m_meaning);  // the properties decide the colour
    style()->polish(m_meaning);
    m_meaning->setText(meaning);
    m_meaning->setVisible(!meaning.isEmpty());
    m_edit->setAccessibleDescription(meaning.isEmpty() ? m_words->text() : meaning);
}

}  // namespace dateline::ui
