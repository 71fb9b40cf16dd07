// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/hops_field.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/views/actor_field.h"

namespace dateline::ui {

namespace {

QToolButton *smallButton(const QString &sign, const QString &name)
{
    auto *button = new QToolButton;
    button->setText(sign);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setAutoRaise(true);
    return button;
}

}  // namespace

HopsField::HopsField(const ViewContext &context, FieldLook look, QWidget *parent)
    : QWidget(parent), m_context(context), m_look(look),
      m_next(new ActorField(context, tr("Next to pass it on"), look)),
      m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(2);
    m_column->addWidget(m_next);
    connect(m_next, &TextField::edited, this, &HopsField::edited);
    connect(m_next, &ActorField::unknownNamed, m_next, &ActorField::makeUnknown);
    connect(m_next, &TextField::committed, this, [this] {
        if (const ActorId actor = m_next->actor()) {
            std::vector<ActorId> hops = m_hops;
            hops.push_back(actor);
            m_next->clear();
            m_next->setActor({});
            change(std::move(hops));
        }
    });
    showHops();
}

void HopsField::setHops(const std::vector<ActorId> &hops)
{
    m_hops = hops;
    showHops();
}

bool HopsField::hasUnknownName() const
{
    return m_next->isUnknownName() ||
           std::any_of(m_lines.begin(), m_lines.end(),
                       [](const Line &line) { return line.actor->isUnknownName(); });
}

void HopsField::setReadOnly(bool isReadOnly)
{
    m_isReadOnly = isReadOnly;
    showHops();
}

void HopsField::change(std::vector<ActorId> hops)
{
    if (hops == m_hops)
        return;
    m_hops = std::move(hops);
    showHops();
    Q_EMIT edited();
    Q_EMIT committed();
}

void HopsField::addLine()
{
    const auto place = static_cast<std::ptrdiff_t>(m_lines.size());
    const int number = static_cast<int>(place) + 1;
    Line line;
    line.widget = new QWidget;
    line.actor = new ActorField(m_context, tr("Hop %1").arg(number), m_look);
    line.up = smallButton(QStringLiteral("↑"), tr("Move hop %1 up").arg(number));
    line.down = smallButton(QStringLiteral("↓"), tr("Move hop %1 down").arg(number));
    line.remove = smallButton(QStringLiteral("×"), tr("Take hop %1 out").arg(number));
    auto *row = new QHBoxLayout(line.widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(line.actor, 1);
    row->addWidget(line.up);
    row->addWidget(line.down);
    row->addWidget(line.remove);
    connect(line.actor, &TextField::edited, this, &HopsField::edited);
    connect(line.actor, &ActorField::unknownNamed, line.actor, &ActorField::makeUnknown);
    connect(line.actor, &TextField::committed, this, [this, place, field = line.actor] {
        std::vector<ActorId> hops = m_hops;
        if (const ActorId actor = field->actor())
            hops[static_cast<std::size_t>(place)] = actor;
        else
            hops.erase(hops.begin() + place);
        change(std::move(hops));
    });
    const auto swapWith = [this, place](std::ptrdiff_t other) {
        std::vector<ActorId> hops = m_hops;
        std::swap(hops[static_cast<std::size_t>(place)], hops[static_cast<std::size_t>(other)]);
        change(std::move(hops));
    };
    connect(line.up, &QToolButton::clicked, this, [swapWith, place] { swapWith(place - 1); });
    connect(line.down, &QToolButton::clicked, this, [swapWith, place] { swapWith(place + 1); });
    connect(line.remove, &QToolButton::clicked, this, [this, place] {
        std::vector<ActorId> hops = m_hops;
        hops.erase(hops.begin() + place);
        change(std::move(hops));
    });
    m_column->insertWidget(static_cast<int>(place), line.widget);
    m_lines.push_back(line);
}

void HopsField::showHops()
{
    while (m_lines.size() < m_hops.size())
        addLine();
    while (m_lines.size() > m_hops.size()) {
        m_lines.back().widget->hide();
        m_lines.back().widget->deleteLater();
        m_lines.pop_back();
    }
    for (std::size_t place = 0; place < m_lines.size(); ++place) {
        const Line &line = m_lines[place];
        line.actor->setActor(m_hops[place]);
        line.actor->setReadOnly(m_isReadOnly);
        line.up->setEnabled(place > 0 && !m_isReadOnly);
        line.down->setEnabled(place + 1 < m_lines.size() && !m_isReadOnly);
        line.remove->setEnabled(!m_isReadOnly);
    }
    m_next->setVisible(!m_isReadOnly);
    m_next->setPlaceholderText(m_hops.empty() ? tr("Who said it first")
                                              : tr("Who passed it on, down to the outlet"));
}

}  // namespace dateline::ui
