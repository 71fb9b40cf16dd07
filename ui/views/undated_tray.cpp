// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/undated_tray.h"

#include <QApplication>
#include <QDrag>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>
#include <QToolButton>

#include "ui/views/timeline_texts.h"

namespace dateline::ui {

namespace {

constexpr std::size_t kMostChips = 24;  // more are in the menu
constexpr int kGap = 6;
constexpr int kMargin = 4;
constexpr int kWidestChip = 220;

QString mimeType()
{
    return QStringLiteral("application/x-dateline-event");
}

// A button that can also be dragged.
class ChipButton final : public QToolButton {
public:
    ChipButton(EventId event, QWidget *parent) : QToolButton(parent), m_event(event)
    {
        setAutoRaise(false);
        setCheckable(true);
        setToolButtonStyle(Qt::ToolButtonTextOnly);
        setFocusPolicy(Qt::TabFocus);
    }

protected:
    void mousePressEvent(QMouseEvent *event) override
    {
        m_pressed = event->position().toPoint();
        QToolButton::mousePressEvent(event);
    }
    void mouseMoveEvent(QMouseEvent *event) override
    {
        const QPoint way = event->position().toPoint() - m_pressed;
        if (!event->buttons().testFlag(Qt::LeftButton) ||
            way.manhattanLength() < QApplication::startDragDistance())
            return;
        setDown(false);
        auto *drag = new QDrag(this);  // Qt deletes it when the drag has ended
        drag->setMimeData(dragDataFor(m_event).release());
        drag->setPixmap(grab());
        drag->setHotSpot(m_pressed);
        drag->exec(Qt::MoveAction);
    }

private:
    EventId m_event;
    QPoint m_pressed;
};

}  // namespace

EventId draggedEvent(const QMimeData *data)
{
    return {data != nullptr ? data->data(mimeType()).toLongLong() : 0};
}

std::unique_ptr<QMimeData> dragDataFor(EventId event)
{
    auto data = std::make_unique<QMimeData>();
    data->setData(mimeType(), QByteArray::number(static_cast<qlonglong>(event.value)));
    return data;
}

UndatedTray::UndatedTray(const ViewContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_label(new QLabel(tr("Undated"), this)),
      m_more(new QToolButton(this))
{
    setAccessibleName(tr("Undated events"));
    m_label->setToolTip(tr("Drag one onto the time line to date it."));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(new QMenu(m_more));
    m_more->setFocusPolicy(Qt::TabFocus);
    hide();
}

void UndatedTray::setContent(const Snapshot &snapshot, const RowSet &shown)
{
    for (const Chip &chip : m_chips)
        delete chip.button;
    m_chips.clear();
    const EventColumns &events = *snapshot.events;
    shown.bits().forEachIn(events.datedSize(), events.size(), [&](std::uint32_t row) {
        Chip chip;
        chip.event = events.id({row});
        chip.title = eventTitle(snapshot, {row});
        if (m_chips.size() < kMostChips) {
            chip.button = new ChipButton(chip.event, this);
            chip.button->setAccessibleName(eventName(snapshot, {row}));
            chip.button->setToolTip(eventToolTip(snapshot, {row}));
            connect(chip.button, &QToolButton::clicked, this,
                    [this, event = chip.event] { m_context.selection.select(event); });
        }
        m_chips.push_back(std::move(chip));
    });
    setVisible(!m_chips.empty());
    showSelection();
    arrange();
}

void UndatedTray::showSelection()
{
    for (const Chip &chip : m_chips) {
        if (chip.button != nullptr)
            chip.button->setChecked(m_context.selection.contains(chip.event));
    }
}

QSize UndatedTray::sizeHint() const
{
    return {200, fontMetrics().height() + 6 + 2 * kMargin};
}

QSize UndatedTray::minimumSizeHint() const
{
    return {80, sizeHint().height()};
}

void UndatedTray::resizeEvent(QResizeEvent *)
{
    arrange();
}

void UndatedTray::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange();
}

void UndatedTray::arrange()
{
    const int chipHeight = height() - 2 * kMargin;
    const QString allMore = tr("%1 more").arg(locale().toString(m_chips.size()));
    const int moreWidth = fontMetrics().horizontalAdvance(allMore) + 28;
    m_label->setGeometry(12, kMargin, m_label->sizeHint().width(), chipHeight);
    int x = m_label->geometry().right() + 2 * kGap;
    std::size_t shown = 0;
    for (; shown < m_chips.size() && m_chips[shown].button != nullptr; ++shown) {
        const Chip &chip = m_chips[shown];
        const QString text = fontMetrics().elidedText(chip.title, Qt::ElideRight, kWidestChip - 20);
        const int chipWidth = fontMetrics().horizontalAdvance(text) + 20;
        const bool isLast = shown + 1 == m_chips.size();
        if (x + chipWidth > width() - (isLast ? kGap : moreWidth + kGap))
            break;
        QString escaped = text;
        chip.button->setText(escaped.replace(QLatin1Char('&'), QStringLiteral("&&")));
        chip.button->setGeometry(x, kMargin, chipWidth, chipHeight);
        chip.button->show();
        x += chipWidth + kGap;
    }
    m_more->menu()->clear();
    for (std::size_t i = shown; i < m_chips.size(); ++i) {
        if (m_chips[i].button != nullptr)
            m_chips[i].button->hide();
        QString title = m_chips[i].title;
        QAction *action =
            m_more->menu()->addAction(title.replace(QLatin1Char('&'), QStringLiteral("&&")));
        connect(action, &QAction::triggered, this,
                [this, event = m_chips[i].event] { m_context.selection.select(event); });
    }
    const std::size_t hidden = m_chips.size() - shown;
    m_more->setVisible(hidden > 0);
    m_more->setText(tr("%1 more").arg(locale().toString(static_cast<qulonglong>(hidden))));
    m_more->setGeometry(x, kMargin, moreWidth, chipHeight);
}

}  // namespace dateline::ui
