// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/pane.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMainWindow>
#include <QMenu>
#include <QStyle>
#include <QTimer>
#include <QToolButton>

namespace dateline::ui {

// A dock asks its title bar for a height even while it is hidden.
class PaneBar final : public QWidget {
public:
    void setFolded(bool isFolded)
    {
        m_isFolded = isFolded;
        setVisible(!isFolded);
        updateGeometry();
    }
    QSize sizeHint() const override
    {
        return m_isFolded ? QSize(QWidget::sizeHint().width(), 0) : QWidget::sizeHint();
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

private:
    bool m_isFolded = false;
};

// A line that is written anew in every frame, and asks nobody for another place then: a label would
// have the whole window laid out.
class StatusLine final : public QWidget {
public:
    explicit StatusLine(QLabel *label) : m_label(label) { label->setParent(this); }
    QSize sizeHint() const override { return {1, m_label->sizeHint().height()}; }
    QSize minimumSizeHint() const override { return {1, m_label->sizeHint().height()}; }

private:
    void resizeEvent(QResizeEvent *) override { m_label->setGeometry(rect()); }
    QLabel *m_label;
};

Pane::Pane(const QString &title, const QString &objectName, QWidget *content, QWidget *parent)
    : QDockWidget(title, parent), m_name(new QLabel(title)), m_status(new QLabel),
      m_buttons(new QHBoxLayout)
{
    setObjectName(objectName);
    setAccessibleName(title);
    setWidget(content);

    auto *bar = new PaneBar;
    m_bar = bar;
    bar->setObjectName(QStringLiteral("paneTitle"));
    m_name->setProperty("heading", true);
    m_status->setProperty("faint", true);
    m_status->setTextFormat(Qt::PlainText);
    m_buttons->setSpacing(2);

    auto *more = new QToolButton;
    more->setText(QStringLiteral("⋯"));
    more->setToolTip(tr("Move or close the %1 pane").arg(title));
    more->setAccessibleName(tr("%1 pane menu").arg(title));
    more->setPopupMode(QToolButton::InstantPopup);
    more->setAutoRaise(true);
    auto *menu = new QMenu(more);
    QAction *floating = menu->addAction(tr("In a window of its own"));
    floating->setCheckable(true);
    connect(floating, &QAction::triggered, this, [this](bool on) { setFloating(on); });
    connect(this, &QDockWidget::topLevelChanged, floating, &QAction::setChecked);
    menu->addAction(tr("Close"), this, &QDockWidget::close);
    more->setMenu(menu);

    auto *row = new QHBoxLayout(bar);
    const int margin = fontMetrics().height() / 2;
    row->setContentsMargins(margin + 4, 3, margin / 2, 3);
    row->setSpacing(margin);
    row->addWidget(m_name);
    row->addWidget(new StatusLine(m_status), 1);  // gives way before the buttons do
    row->addLayout(m_buttons);
    row->addWidget(more);
    setTitleBarWidget(bar);

    connect(this, &QDockWidget::dockLocationChanged, this, [this] { updateName(); });
    connect(this, &QDockWidget::visibilityChanged, this, [this] { updateName(); });
}

void Pane::updateName()
{
    // The main window knows its tabs only after the event that moved the dock.
    QTimer::singleShot(0, this, [this] {
        const auto *window = qobject_cast<QMainWindow *>(parentWidget());
        bool isTab = false;
        if (window && !isFloating()) {
            for (const QDockWidget *other : window->tabifiedDockWidgets(this))
                isTab |= !other->isFloating() && !other->isHidden();
        }
        m_name->setVisible(!isTab);
        m_isTab = isTab;
        updateBar();
    });
}

// A tab says the name already: a bar with nothing else in it would only take room. View and the
// tabs themselves still move and close the pane.
void Pane::updateBar()
{
    m_bar->setFolded(m_isTab && m_status->text().isEmpty() && m_buttons->count() == 0);
}

void Pane::setStatus(const QString &status)
{
    if (status == m_status->text())
        return;
    const bool wasEmpty = m_status->text().isEmpty();
    m_status->setText(status);
    m_status->setToolTip(status);
    if (wasEmpty != status.isEmpty())
        updateBar();
}

QToolButton *Pane::addButton(QAction *action)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setAccessibleName(action->text().remove(QLatin1Char('&')));
    m_buttons->addWidget(button);
    return button;
}

QToolButton *Pane::addMenuButton(const QString &text, QMenu *menu)
{
    auto *button = new QToolButton;
    button->setText(text + QStringLiteral(" ▾"));
    button->setAccessibleName(text);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setAutoRaise(true);
    button->setMenu(menu);
    m_buttons->addWidget(button);
    return button;
}

}  // namespace dateline::ui
