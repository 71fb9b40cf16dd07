// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/standing_bar.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/evidence/standing.h"
#include "ui/bridge/text.h"

namespace dateline::ui {

namespace {

bool hasStanding(ItemRef item)
{
    return item.kind == ItemKind::Event || item.kind == ItemKind::Relation ||
           item.kind == ItemKind::Claim;
}

bool canBeRuledOn(ItemRef item)
{
    return hasStanding(item) || item.kind == ItemKind::Source;
}

}  // namespace

QString standingText(Standing standing)
{
    switch (standing) {
    case Standing::Open:
        return StandingBar::tr("open");
    case Standing::Corroborated:
        return StandingBar::tr("corroborated");
    case Standing::Disputed:
        return StandingBar::tr("disputed");
    case Standing::Corrected:
        return StandingBar::tr("corrected");
    case Standing::Retracted:
        return StandingBar::tr("retracted");
    case Standing::Doubtful:
        return StandingBar::tr("doubtful");
    }
    return {};
}

StandingBar::StandingBar(const ViewContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_text(new QLabel), m_overrule(new QToolButton),
      m_whatIf(new QPushButton(tr("What if it is wrong?")))
{
    m_text->setWordWrap(true);
    m_text->setProperty("faint", true);
    m_overrule->setText(tr("Overrule"));
    m_overrule->setAccessibleName(tr("Overrule the standing"));
    m_overrule->setPopupMode(QToolButton::InstantPopup);
    m_overrule->setMenu(new QMenu(m_overrule));
    m_whatIf->setCheckable(true);
    m_whatIf->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_whatIf->setToolTip(tr("Shows what rests on it alone. Nothing is written."));
    auto *row = new QHBoxLayout;
    row->addWidget(m_text, 1);
    row->addWidget(m_overrule, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(m_whatIf);
    connect(m_overrule->menu(), &QMenu::aboutToShow, this, &StandingBar::fillMenu);
    connect(m_whatIf, &QPushButton::toggled, this,
            [this](bool isOn) { m_context.whatIf.setDoubted(m_item, isOn); });
    connect(&context.whatIf, &WhatIf::changed, this, &StandingBar::refresh);
}

void StandingBar::showItem(ItemRef item)
{
    m_item = item;
    refresh();
}

QString StandingBar::text() const
{
    return m_text->text();
}

void StandingBar::refresh()
{
    const Snapshot &snapshot = *m_context.hub.snapshot();
    const Ruling *ruling = snapshot.rulingOn(m_item);
    QString text;
    if (ruling) {
        text = tr("Standing: %1, by ruling: %2")
                   .arg(standingText(ruling->standing), toQString(ruling->reason));
    } else if (hasStanding(m_item)) {
        text = tr("Standing: %1").arg(standingText(standingOf(snapshot, m_item)));
    }
    if (m_context.whatIf.falls(m_item))
        text +=
            (text.isEmpty() ? QString() : QStringLiteral("\n")) + tr("Falls with what is doubted.");
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_overrule->setVisible(canBeRuledOn(m_item));
    m_overrule->setEnabled(!m_context.hub.isReadOnly());
    const QSignalBlocker blocker(m_whatIf);
    m_whatIf->setVisible(WhatIf::canDoubt(m_item));
    m_whatIf->setChecked(m_context.whatIf.isDoubted(m_item));
}

void StandingBar::fillMenu()
{
    QMenu *menu = m_overrule->menu();
    menu->clear();
    const Ruling *ruling = m_context.hub.snapshot()->rulingOn(m_item);
    const bool isSource = m_item.kind == ItemKind::Source;
    const std::vector<Standing> choices =
        isSource ? std::vector{Standing::Doubtful, Standing::Corrected, Standing::Retracted}
                 : std::vector{Standing::Open, Standing::Corroborated, Standing::Disputed,
                               Standing::Corrected, Standing::Retracted};
    for (const Standing standing : choices) {
        QAction *action =
            menu->addAction(standingText(standing), this, [this, standing] { overrule(standing); });
        action->setCheckable(true);
        action->setChecked(ruling && ruling->standing == standing);
    }
    menu->addSeparator();
    QAction *withdraw =
        menu->addAction(isSource ? tr("Trust it again") : tr("As the evidence says"), this,
                        [this] { m_context.intents.withdrawRuling(m_item); });
    withdraw->setEnabled(ruling != nullptr);
}

void StandingBar::overrule(Standing standing)
{
    bool isAccepted = false;
    const QString reason = QInputDialog::getText(this, tr("Overrule the standing"),
                                                 tr("Why is it %1?").arg(standingText(standing)),
                                                 QLineEdit::Normal, QString(), &isAccepted);
    if (isAccepted && !reason.trimmed().isEmpty())
        m_context.intents.ruleStanding({m_item, standing, toUtf8(reason.trimmed())});
}

}  // namespace dateline::ui
