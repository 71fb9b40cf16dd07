// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/tool_bar.h"

#include <algorithm>

#include <QAction>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>
#include <QToolTip>

#include "app/model/edtf.h"
#include "ui/bridge/text.h"
#include "ui/paint/theme.h"
#include "ui/window/search_field.h"

namespace dateline::ui {

namespace {

// What a field shows when nobody has typed, and what it says about itself then.
constexpr char kShown[] = "shown";
constexpr char kHint[] = "hint";

QLineEdit *dateField(const QString &name, const QString &placeholder, const QString &hint,
                     int characters)
{
    auto *field = new QLineEdit;
    field->setAccessibleName(name);
    field->setPlaceholderText(placeholder);
    field->setToolTip(hint);
    field->setProperty(kHint, hint);
    field->setClearButtonEnabled(true);
    // A whole date beside the button that clears it.
    const QFontMetrics metrics = field->fontMetrics();
    field->setFixedWidth(metrics.horizontalAdvance(QString(characters, QLatin1Char('0'))) +
                         metrics.height() * 5 / 2);
    for (QToolButton *button : field->findChildren<QToolButton *>())
        button->setAccessibleName(ToolBar::tr("Clear: %1").arg(name));
    return field;
}

// A field with a date that cannot be read says so, and why; an empty problem takes that back.
void mark(QLineEdit *field, const QString &problem)
{
    field->setToolTip(problem.isEmpty() ? field->property(kHint).toString() : problem);
    field->setAccessibleDescription(problem);
    QPalette palette = field->parentWidget() ? field->parentWidget()->palette() : QPalette();
    if (!problem.isEmpty())
        palette.setColor(QPalette::Text, Theme::fromPalette(palette, field->font()).warning());
    field->setPalette(palette);
    if (!problem.isEmpty() && field->isVisible())
        QToolTip::showText(field->mapToGlobal(QPoint(0, field->height())), problem, field);
}

// Shows what holds, unless that did not change and the user is typing something else.
void showText(QLineEdit *field, const QString &text)
{
    if (field->isModified() && field->property(kShown).toString() == text)
        return;
    const QSignalBlocker block(field);
    field->setProperty(kShown, text);
    field->setText(text);
    mark(field, QString());
}

// The date in a field, or nothing after the field said why it cannot be read.
std::optional<Edtf> dateIn(QLineEdit *field, const QString &text)
{
    const Result<Edtf> date = Edtf::parse(toUtf8(text));
    if (!date) {
        mark(field, ToolBar::tr("This is not a date: %1").arg(toQString(date.error().detail)));
        return std::nullopt;
    }
    mark(field, QString());
    return *date;
}

}  // namespace

ToolBar::ToolBar(const ViewContext &context, QAction *undo, QAction *redo, QWidget *parent)
    : QToolBar(parent), m_context(context), m_search(new SearchField(context)),
      m_when(dateField(tr("When"), tr("all time"),
                       tr("A date or a span, as EDTF: 2024, 2024-06, 2022-10/2025-07"), 15)),
      m_asOf(dateField(tr("As of"), tr("newest"),
                       tr("The date at which roles and relations are read, as EDTF: 2024-06"), 10)),
      m_known(dateField(tr("Known on"), tr("any day"),
                        tr("Only what a source had published by this day, as EDTF: 2025-03-21"),
                        10)),
      m_group(new QComboBox), m_colour(new QComboBox)
{
    setObjectName(QStringLiteral("toolBar"));
    setWindowTitle(tr("Tool bar"));
    setMovable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);

    addAction(undo);
    addAction(redo);
    addSeparator();
    m_search->setMinimumWidth(fontMetrics().averageCharWidth() * 30);
    m_search->setMaximumWidth(fontMetrics().averageCharWidth() * 56);
    addWidget(m_search);
    addCaption(tr("When"), m_when);
    addCaption(tr("As of"), m_asOf);
    addCaption(tr("Known on"), m_known);
    m_group->addItem(tr("Actor"), static_cast<int>(Grouping::Actor));
    m_group->addItem(tr("Kind"), static_cast<int>(Grouping::Kind));
    m_group->addItem(tr("Place"), static_cast<int>(Grouping::Place));
    m_group->addItem(tr("Source"), static_cast<int>(Grouping::Source));
    m_group->addItem(tr("Nothing"), static_cast<int>(Grouping::None));
    m_group->setAccessibleName(tr("Group by"));
    addCaption(tr("Group by"), m_group);
    m_colour->addItem(tr("Kind"), static_cast<int>(Colouring::Kind));
    m_colour->addItem(tr("Status"), static_cast<int>(Colouring::Status));
    m_colour->addItem(tr("Place"), static_cast<int>(Colouring::Place));
    m_colour->setAccessibleName(tr("Colour by"));
    addCaption(tr("Colour by"), m_colour);
    for (QToolButton *button : findChildren<QToolButton *>()) {
        if (!button->accessibleName().isEmpty())
            continue;
        if (button->defaultAction())
            button->setAccessibleName(button->defaultAction()->text().remove(QLatin1Char('&')));
        else if (button->parentWidget() == this)
            button->setAccessibleName(tr("More of the tool bar"));
    }
    m_when->installEventFilter(this);
    m_asOf->installEventFilter(this);
    m_known->installEventFilter(this);
    connect(m_known, &QLineEdit::editingFinished, this, &ToolBar::applyKnown);
    connect(m_known, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty() && m_known->hasFocus())
            applyKnown();
    });

    connect(m_when, &QLineEdit::editingFinished, this, &ToolBar::applyWhen);
    connect(m_when, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty() && m_when->hasFocus())
            applyWhen();
    });
    connect(m_asOf, &QLineEdit::editingFinished, this, &ToolBar::applyAsOf);
    connect(m_asOf, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty() && m_asOf->hasFocus())
            applyAsOf();
    });
    connect(m_group, &QComboBox::activated, this, [this](int index) {
        m_context.filter.setGrouping(static_cast<Grouping>(m_group->itemData(index).toInt()));
    });
    connect(m_colour, &QComboBox::activated, this, [this](int index) {
        m_context.filter.setColouring(static_cast<Colouring>(m_colour->itemData(index).toInt()));
    });
    connect(&m_context.filter, &ViewFilter::changed, this, &ToolBar::showFilter);
    connect(&m_context.filter, &ViewFilter::asOfChanged, this, &ToolBar::showFilter);
    connect(&m_context.filter, &ViewFilter::appearanceChanged, this, &ToolBar::showFilter);
    showFilter();
}

QLabel *ToolBar::addCaption(const QString &text, QWidget *buddy)
{
    auto *caption = new QLabel(text);
    caption->setProperty("faint", true);
    caption->setBuddy(buddy);
    caption->setContentsMargins(fontMetrics().height() / 2, 0, 2, 0);
    addWidget(caption);
    addWidget(buddy);
    return caption;
}

bool ToolBar::eventFilter(QObject *watched, QEvent *event)
{
    auto *field = qobject_cast<QLineEdit *>(watched);
    if (field && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        field->setModified(false);
        showFilter();
        field->selectAll();
        return true;
    }
    return QToolBar::eventFilter(watched, event);
}

void ToolBar::applyWhen()
{
    const QString text = m_when->text().trimmed();
    const std::optional<Edtf> date = dateIn(m_when, text);
    if (!date || text == toQString(m_context.filter.filter().rangeText))
        return;
    if (date->isDated())
        m_context.filter.setRange(date->when().bounds.whole(), text);
    else
        m_context.filter.setRange(std::nullopt);
}

void ToolBar::applyAsOf()
{
    const QString text = m_asOf->text().trimmed();
    const std::optional<Edtf> date = dateIn(m_asOf, text);
    if (!date || text == m_context.filter.asOfText())
        return;
    if (!date->isDated()) {
        m_context.filter.setAsOf(std::nullopt);
        return;
    }
    // "As of 2024" is the end of it: what was known by then.
    const Instant end = date->when().bounds.latestEnd;
    m_context.filter.setAsOf(end.isDistant() ? end : Instant{end.seconds - 1}, text);
}

void ToolBar::applyKnown()
{
    const QString text = m_known->text().trimmed();
    const std::optional<Edtf> date = dateIn(m_known, text);
    if (!date || text == toQString(m_context.filter.filter().knownText))
        return;
    if (date->isDated())
        m_context.filter.setKnownBefore(date->when().bounds.latestEnd, text);
    else
        m_context.filter.setKnownBefore(std::nullopt);
}

void ToolBar::showFilter()
{
    showText(m_known, toQString(m_context.filter.filter().knownText));
    showText(m_when, toQString(m_context.filter.filter().rangeText));
    showText(m_asOf, m_context.filter.asOfText());
    m_group->setCurrentIndex(m_group->findData(static_cast<int>(m_context.filter.grouping())));
    m_colour->setCurrentIndex(m_colour->findData(static_cast<int>(m_context.filter.colouring())));
}

}  // namespace dateline::ui
