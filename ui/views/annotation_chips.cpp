// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/annotation_chips.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>
#include <QKeyEvent>
#include <QToolButton>

#include "ui/bridge/text.h"
#include "ui/paint/theme.h"
#include "ui/views/actor_field.h"
#include "ui/views/annotation_flow.h"
#include "ui/views/item_text.h"

namespace dateline::ui {

ActorChips::ActorChips(const ViewContext &context, const QString &name, const QString &separator,
                       QWidget *parent)
    : QWidget(parent), m_context(context), m_name(name), m_separator(separator),
      m_field(new ActorField(context, name, FieldLook::Framed))
{
    auto *flow = new WordsLayout(3);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->addWidget(m_field);
    setLayout(flow);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_field->setMinimumWidth(m_field->fontMetrics().averageCharWidth() * 12);
    m_field->setPlaceholderText(tr("add a name"));
    m_field->installEventFilter(this);
    setFocusProxy(m_field);
    const Theme theme = Theme::fromPalette(palette(), QApplication::font());
    setStyleSheet(QStringLiteral("QToolButton { background: %1; border: 1px solid %2; }"
                                 "QToolButton:focus { border-color: %3; }")
                      .arg(theme.band().name(), theme.rule().name(), theme.accent().name()));
}

std::vector<ActorChips::Chip> ActorChips::chips() const
{
    std::vector<Chip> chips = m_chips;
    if (!m_field->value().isEmpty())
        chips.push_back({m_field->actor(), m_field->value()});
    return chips;
}

std::vector<ActorId> ActorChips::actors() const
{
    std::vector<ActorId> actors;
    for (const Chip &chip : chips()) {
        if (chip.actor)
            actors.push_back(chip.actor);
    }
    return actors;
}

void ActorChips::setActors(const std::vector<ActorId> &actors)
{
    m_chips.clear();
    for (const ActorId actor : actors)
        m_chips.push_back({actor, actorName(*m_context.hub.snapshot(), actor)});
    rebuild();
}

void ActorChips::addTyped()
{
    if (m_field->value().isEmpty())
        return;
    const ActorId actor = m_field->actor();
    const QString known = actorName(*m_context.hub.snapshot(), actor);
    m_chips.push_back({actor, known.isEmpty() ? m_field->value() : known});
    m_field->clear();
    rebuild();
}

void ActorChips::removeAt(std::size_t index)
{
    if (index >= m_chips.size())
        return;
    m_chips.erase(m_chips.begin() + static_cast<std::ptrdiff_t>(index));
    rebuild();
    if (m_chips.empty())
        m_field->setFocus();
    else
        focusChip(std::min(index, m_chips.size() - 1));
}

void ActorChips::rebuild()
{
    for (QToolButton *button : m_buttons) {
        layout()->removeWidget(button);
        button->hide();
        button->deleteLater();
    }
    m_buttons.clear();
    auto *flow = static_cast<WordsLayout *>(layout());
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        const Chip &chip = m_chips[i];
        auto *button = new QToolButton(this);
        const bool isFollowed = !m_separator.isEmpty() && i + 1 < m_chips.size();
        const QString name = chip.actor ? chip.name : tr("%1 (new)").arg(chip.name);
        // An ampersand in a name is no key.
        const QString shown = QString(name).replace(u'&', QStringLiteral("&&"));
        button->setText(isFollowed ? QStringLiteral("%1 × %2").arg(shown, m_separator)
                                   : QStringLiteral("%1 ×").arg(shown));
        button->setAccessibleName(tr("%1: take %2 away").arg(m_name, name));
        button->setToolTip(tr("Take %1 away").arg(name));
        button->setFocusPolicy(Qt::ClickFocus);
        button->installEventFilter(this);
        connect(button, &QToolButton::clicked, this, [this, i] { removeAt(i); });
        flow->insertWidget(static_cast<int>(i), button);
        m_buttons.push_back(button);
        button->show();
    }
    updateGeometry();
}

void ActorChips::focusChip(std::size_t index)
{
    if (index < m_buttons.size())
        m_buttons[index]->setFocus(Qt::TabFocusReason);
    else
        m_field->setFocus(Qt::TabFocusReason);
}

bool ActorChips::takeKey(const QKeyEvent &event)
{
    const bool isEmpty = m_field->text().isEmpty();
    switch (event.key()) {
    case Qt::Key_Comma:
    case Qt::Key_Semicolon:
        addTyped();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (isEmpty || (m_field->completer()->popup()->isVisible() &&
                        m_field->completer()->popup()->currentIndex().isValid()))
            return false;
        addTyped();
        return true;
    case Qt::Key_Backspace:
        if (!isEmpty || m_chips.empty())
            return false;
        m_chips.pop_back();
        rebuild();
        return true;
    case Qt::Key_Left:
        if (m_field->cursorPosition() > 0 || m_buttons.empty())
            return false;
        focusChip(m_buttons.size() - 1);
        return true;
    default:
        return false;
    }
}

bool ActorChips::takeChipKey(std::size_t index, const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        removeAt(index);
        return true;
    case Qt::Key_Left:
        if (index > 0)
            focusChip(index - 1);
        return true;
    case Qt::Key_Right:
        focusChip(index + 1);
        return true;
    default:
        return false;
    }
}

bool ActorChips::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto &press = *static_cast<QKeyEvent *>(event);
        if (watched == m_field)
            return takeKey(press);
        for (std::size_t i = 0; i < m_buttons.size(); ++i) {
            if (watched == m_buttons[i])
                return takeChipKey(i, press);
        }
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace dateline::ui
