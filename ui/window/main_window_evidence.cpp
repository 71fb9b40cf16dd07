// SPDX-License-Identifier: GPL-3.0-or-later
// The panes that question the evidence and the graph, and their entries in the menu Analyse.
#include <QAction>
#include <QMenu>

#include "ui/views/ask_panel.h"
#include "ui/views/checks_panel.h"
#include "ui/views/merge_dialog.h"
#include "ui/views/message_bar.h"
#include "ui/views/network_view.h"
#include "ui/views/what_if_panel.h"
#include "ui/window/main_window.h"
#include "ui/window/pane.h"

namespace dateline::ui {

void MainWindow::makeEvidencePanes()
{
    m_checks = new ChecksPanel(m_context);
    m_whatIfPanel = new WhatIfPanel(m_context);
    m_ask = new AskPanel(m_context);
    const auto add = [this](const QString &title, const char *name, QWidget *content) {
        const QString key = QString::fromLatin1(name);
        auto *pane = new Pane(title, key, content, this);
        m_panes.emplace(key, pane);
        addDockWidget(Qt::LeftDockWidgetArea, pane);
        return pane;
    };
    Pane *checks = add(tr("Checks"), "checks", m_checks);
    Pane *whatIf = add(tr("What if"), "whatif", m_whatIfPanel);
    add(tr("Ask"), "ask", m_ask);
    connect(m_ask, &AskPanel::lit, m_network, &NetworkView::light);
    connect(m_network, &NetworkView::asked, this, &MainWindow::ask);
    connect(checks, &QDockWidget::visibilityChanged, m_checks, &ChecksPanel::checkSoon);
    connect(m_checks, &ChecksPanel::statusChanged, checks, &Pane::setStatus);
    connect(m_whatIfPanel, &WhatIfPanel::statusChanged, whatIf, &Pane::setStatus);
}

void MainWindow::makeEvidenceEntries(QMenu *menu)
{
    addEntry(
        menu, tr("Check"), {}, [this] { showFindings(); }, Needs::File, QStringLiteral("check"));
    addEntry(
        menu, tr("What if this is wrong?"), QKeySequence(tr("Ctrl+Shift+W")),
        [this] { showWhatIf(); }, Needs::File, QStringLiteral("warning"));
    addEntry(
        menu, tr("Merge actors…"), {}, [this] { mergeActors(); }, Needs::WritableFile);
    addEntry(
        menu, tr("Doubt nothing"), {}, [this] { m_whatIf.clear(); }, Needs::File);
}

// The selected one or two; with none of them selected nobody knows who is meant.
void MainWindow::mergeActors()
{
    std::vector<ActorId> actors;
    for (const ItemRef item : m_selection.items()) {
        if (const ActorId actor = item.actor())
            actors.push_back(actor);
    }
    if (actors.empty() || actors.size() > 2) {
        m_messages->showNote(tr("Select one actor, or the two that are the same, and try again."));
        return;
    }
    MergeDialog dialog(m_context, actors.front(), actors.size() == 2 ? actors.back() : ActorId(),
                       this);
    dialog.exec();
}

void MainWindow::raisePane(const char *name)
{
    Pane *pane = m_panes.at(QString::fromLatin1(name));
    pane->show();
    pane->raise();
}

void MainWindow::ask(QuestionKind kind, ActorId from, ActorId to)
{
    raisePane("ask");
    m_ask->ask(kind, from, to);
}

void MainWindow::showFindings()
{
    raisePane("checks");
    m_checks->checkEverything();
}

// Of what is selected: the source or actor itself, or the source of a claim or of marked words.
void MainWindow::showWhatIf()
{
    ItemRef item = m_selection.current();
    const Snapshot &snapshot = *m_hub.snapshot();
    if (const Claim *claim = snapshot.claims->find(item.claim()))
        item = claim->source;
    else if (const Annotation *annotation = snapshot.annotations->find(item.annotation()))
        item = annotation->source;
    m_whatIf.setDoubted(item, !m_whatIf.isDoubted(item));
    raisePane("whatif");
}

}  // namespace dateline::ui
