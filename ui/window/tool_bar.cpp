// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/tool_bar.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QTimer>
#include <QToolButton>

#include "app/model/civil_date.h"
#include "app/model/edtf.h"
#include "ui/bridge/date_text.h"
#include "ui/bridge/text.h"
#include "ui/paint/theme.h"
#include "ui/window/icons.h"
#include "ui/window/search_field.h"

namespace dateline::ui {

namespace {

constexpr int kPlayMilliseconds = 350;
constexpr std::int64_t kSteps = 60;  // Play crosses the file in so many steps, or by days

QLineEdit *dateField(const QString &name, const QString &hint, int characters)
{
    auto *field = new QLineEdit;
    field->setAccessibleName(name);
    field->setPlaceholderText(hint);
    field->setClearButtonEnabled(true);
    field->setFixedWidth(field->fontMetrics().averageCharWidth() * characters);
    return field;
}

// A field with a date that cannot be read says so, and why.
void mark(QLineEdit *field, const QString &problem)
{
    field->setToolTip(problem);
    field->setAccessibleDescription(problem);
    QPalette palette = field->parentWidget() ? field->parentWidget()->palette() : QPalette();
    if (!problem.isEmpty())
        palette.setColor(QPalette::Text, Theme::fromPalette(palette, field->font()).warning());
    field->setPalette(palette);
}

}  // namespace

ToolBar::ToolBar(const ViewContext &context, QAction *undo, QAction *redo, QWidget *parent)
    : QToolBar(parent), m_context(context), m_search(new SearchField(context)),
      m_when(dateField(tr("When"), tr("all time"), 22)),
      m_asOf(dateField(tr("As of"), tr("newest"), 16)), m_group(new QComboBox),
      m_colour(new QComboBox), m_play(new QAction(tr("Play"), this)), m_playTimer(new QTimer(this))
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
    m_when->setToolTip(tr("A date or a span, as EDTF: 2024, 2024-06, 2022-10/2025-07"));
    addCaption(tr("As of"), m_asOf);
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
    m_play->setIcon(icon(QStringLiteral("play")));
    m_play->setCheckable(true);
    m_play->setToolTip(tr("Play the relations as they came and went"));
    addAction(m_play);
    for (QToolButton *button : findChildren<QToolButton *>()) {
        if (button->defaultAction())
            button->setAccessibleName(button->defaultAction()->text().remove(QLatin1Char('&')));
    }

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
    connect(m_play, &QAction::toggled, this, &ToolBar::setPlaying);
    connect(m_playTimer, &QTimer::timeout, this, &ToolBar::playStep);
    connect(&m_context.filter, &ViewFilter::changed, this, &ToolBar::showFilter);
    connect(&m_context.filter, &ViewFilter::asOfChanged, this, &ToolBar::showFilter);
    connect(&m_context.filter, &ViewFilter::appearanceChanged, this, &ToolBar::showFilter);
    connect(&m_context.hub, &SessionHub::opened, this, [this] { m_play->setChecked(false); });
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

void ToolBar::applyWhen()
{
    const QString text = m_when->text().trimmed();
    if (text == toQString(m_context.filter.filter().rangeText))
        return;
    const Result<Edtf> date = Edtf::parse(toUtf8(text));
    if (!date) {
        mark(m_when, tr("This is not a date: %1").arg(toQString(date.error().detail)));
        return;
    }
    mark(m_when, QString());
    if (date->isDated())
        m_context.filter.setRange(date->when().bounds.whole(), text);
    else
        m_context.filter.setRange(std::nullopt);
}

void ToolBar::applyAsOf()
{
    const QString text = m_asOf->text().trimmed();
    if (text == m_context.filter.asOfText())
        return;
    const Result<Edtf> date = Edtf::parse(toUtf8(text));
    if (!date) {
        mark(m_asOf, tr("This is not a date: %1").arg(toQString(date.error().detail)));
        return;
    }
    mark(m_asOf, QString());
    if (!date->isDated()) {
        m_context.filter.setAsOf(std::nullopt);
        return;
    }
    // "As of 2024" is the end of it: what was known by then.
    const Instant end = date->when().bounds.latestEnd;
    m_context.filter.setAsOf(end.isDistant() ? end : Instant{end.seconds - 1}, text);
}

void ToolBar::showFilter()
{
    const QSignalBlocker blockWhen(m_when);
    const QSignalBlocker blockAsOf(m_asOf);
    const Filter &filter = m_context.filter.filter();
    m_when->setText(toQString(filter.rangeText));
    m_asOf->setText(m_context.filter.asOfText());
    m_group->setCurrentIndex(m_group->findData(static_cast<int>(m_context.filter.grouping())));
    m_colour->setCurrentIndex(m_colour->findData(static_cast<int>(m_context.filter.colouring())));
}

void ToolBar::setPlaying(bool isPlaying)
{
    m_play->setIcon(icon(isPlaying ? QStringLiteral("pause") : QStringLiteral("play")));
    m_play->setText(isPlaying ? tr("Pause") : tr("Play"));
    if (!isPlaying) {
        m_playTimer->stop();
        return;
    }
    const TimeSpan extent = m_context.hub.snapshot()->events->extent();
    const std::optional<Instant> asOf = m_context.filter.asOf();
    if (!asOf || *asOf >= extent.end())
        m_context.filter.setAsOf(extent.begin(), instantText(extent.begin(), Precision::Day));
    m_playTimer->start(kPlayMilliseconds);
}

void ToolBar::playStep()
{
    const TimeSpan extent = m_context.hub.snapshot()->events->extent();
    const std::int64_t length = extent.end().seconds - extent.begin().seconds;
    const std::int64_t step = std::max(kSecondsPerDay, length / kSteps);
    const Instant now = m_context.filter.asOf().value_or(extent.begin());
    const Instant next{now.seconds + step};
    if (next >= extent.end()) {
        m_context.filter.setAsOf(std::nullopt);
        m_play->setChecked(false);
        return;
    }
    m_context.filter.setAsOf(next, toQString(isoDate(next)));
}

}  // namespace dateline::ui
