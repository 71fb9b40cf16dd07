// SPDX-License-Identifier: GPL-3.0-or-later
// What views ask of the window, and what it answers.
#include <algorithm>

#include <QAction>
#include <QLocale>
#include <QMenu>
#include <QMessageBox>

#include "ui/bridge/date_text.h"
#include "ui/bridge/text.h"
#include "ui/dialogs/item_dialogs.h"
#include "ui/dialogs/take_source_dialog.h"
#include "ui/views/details_panel.h"
#include "ui/views/network_view.h"
#include "ui/views/source_view.h"
#include "ui/views/time_strip.h"
#include "ui/views/timeline_view.h"
#include "ui/window/main_window.h"
#include "ui/window/pane.h"
#include "ui/window/tool_bar.h"

namespace dateline::ui {

namespace {

// Finer units stand first in Precision; an undated event has none.
bool raisesPrecision(const Edtf &before, const Edtf &after)
{
    return before.isDated() && after.when().precision < before.when().precision;
}

}  // namespace

void MainWindow::wireTimeline()
{
    connect(m_timeline, &TimelineView::moveRequested, this, &MainWindow::dateEvent);
    connect(m_timeline, &TimelineView::createRequested, this, [this](const NewEventPlace &place) {
        if (m_hub.isReadOnly())
            return;
        Event event;
        event.when = place.when;
        event.kind = toUtf8(place.kind);
        event.place = toUtf8(place.place);
        std::vector<ActorId> participants;
        if (place.actor)
            participants.push_back(place.actor);
        if (const EventId made = addEventDialog(m_context, this, event, participants))
            m_selection.select(made);
    });
    connect(m_timeline, &TimelineView::openRequested, this, &MainWindow::editSelected);
    connect(m_timeline, &TimelineView::editRequested, this, &MainWindow::editSelected);
    connect(m_timeline, &TimelineView::removeRequested, this, &MainWindow::removeSelected);
    connect(m_timeline, &TimelineView::copyPictureRequested, this, &MainWindow::copyPicture);
    connect(m_timeline, &TimelineView::exportPictureRequested, this, &MainWindow::exportPicture);
    connect(m_timeline, &TimelineView::statusChanged, m_panes.at(QStringLiteral("timeline")),
            &Pane::setStatus);
}

void MainWindow::dateEvent(EventId event, const Edtf &before, const Edtf &after)
{
    if (raisesPrecision(before, after)) {
        const auto answer = QMessageBox::question(
            this, tr("More exact than before"),
            tr("The date was %1. It would become %2, which says more than was known. Keep that?")
                .arg(dateText(before), dateText(after)),
            QMessageBox::Yes | QMessageBox::No, QMessageBox::No);
        if (answer != QMessageBox::Yes)
            return;
    }
    m_intents.moveEvent(event, after);
}

void MainWindow::wireSource()
{
    connect(m_source, &SourceView::removeRequested, this, &MainWindow::removeSelected);
    connect(m_source, &SourceView::takeRequested, this, [this](const QStringList &paths) {
        if (!takeSources(m_context, this, paths))
            return;
        // What was taken in is there to be annotated.
        raisePane("source");
        m_source->text()->setFocus(Qt::OtherFocusReason);
    });
}

void MainWindow::wireNetwork()
{
    Pane *pane = m_panes.at(QStringLiteral("graph"));
    connect(m_network, &NetworkView::statusChanged, pane, &Pane::setStatus);
    connect(m_network, &NetworkView::openRequested, this, &MainWindow::editSelected);
    connect(m_network, &NetworkView::relationRequested, this, [this](ActorId from, ActorId to) {
        Relation relation;
        relation.from = from;
        relation.to = to;
        if (const RelationId made = addRelationDialog(m_context, this, relation))
            m_selection.select(made);
    });
    auto *layouts = new QMenu(this);
    connect(layouts, &QMenu::aboutToShow, this, [this, layouts] {
        layouts->clear();
        m_network->fillMenu(*layouts);
    });
    pane->addMenuButton(tr("Layout"), layouts);
    auto *matrix = new QAction(tr("Matrix"), this);
    matrix->setCheckable(true);
    matrix->setToolTip(tr("Actors by actors, for graphs that are too dense for lines"));
    connect(matrix, &QAction::toggled, m_network, &NetworkView::setMatrixShown);
    connect(m_network, &NetworkView::matrixShown, matrix, &QAction::setChecked);
    pane->addButton(matrix);
    auto *fit = new QAction(tr("Fit"), this);
    connect(fit, &QAction::triggered, m_network, &NetworkView::fit);
    pane->addButton(fit);
    m_details->setMeasures([this](ActorId actor) { return measuresOf(actor); });
}

// Degree, betweenness and component of an actor in the graph as it is shown.
std::vector<std::pair<QString, QString>> MainWindow::measuresOf(ActorId actor) const
{
    const Network &network = m_network->network();
    const std::uint32_t node = network.nodeOf(m_hub.snapshot()->actorRow(actor));
    if (node == Network::kNone)
        return {};
    constexpr std::uint32_t kMostNodes = 400;  // beyond, betweenness costs more than a click may
    const auto pairs = network.pairs();
    const QLocale locale;
    const Components parts = components(network.nodeCount(), pairs);
    std::vector<std::pair<QString, QString>> measures{
        {tr("degree"), locale.toString(degrees(network.nodeCount(), pairs)[node])}};
    if (network.nodeCount() <= kMostNodes)
        measures.emplace_back(
            tr("betweenness"),
            locale.toString(betweenness(network.nodeCount(), pairs).ofNode[node], 'f', 1));
    const auto size = std::count(parts.ofNode.begin(), parts.ofNode.end(), parts.ofNode[node]);
    measures.emplace_back(tr("connected with"), locale.toString(static_cast<qlonglong>(size - 1)));
    return measures;
}

void MainWindow::showPaneStates()
{
    const Snapshot &snapshot = *m_hub.snapshot();
    const QLocale locale;
    const auto counted = [&locale](std::size_t shown, std::size_t all) {
        return tr("%1 of %2")
            .arg(locale.toString(static_cast<qulonglong>(shown)),
                 locale.toString(static_cast<qulonglong>(all)));
    };
    const QString events =
        tr("%1 events").arg(counted(m_filter.shown().count(), snapshot.events->size()));
    m_panes.at(QStringLiteral("table"))->setStatus(events);
    m_panes.at(QStringLiteral("charts"))->setStatus(events);
}

void MainWindow::updateActions()
{
    const bool canWrite = m_hub.isOpen() && !m_hub.isReadOnly();
    for (QAction *action : m_writeActions)
        action->setEnabled(canWrite);
    m_remove->setEnabled(canWrite && !m_selection.isEmpty());
    m_undo->setEnabled(canWrite && m_hub.canUndo());
    m_redo->setEnabled(canWrite && m_hub.canRedo());
    m_undo->setText(m_hub.canUndo() ? tr("Undo %1").arg(m_hub.undoName()) : tr("Undo"));
    m_redo->setText(m_hub.canRedo() ? tr("Redo %1").arg(m_hub.redoName()) : tr("Redo"));
    m_back->setEnabled(m_filter.canGoBack());
    m_forward->setEnabled(m_filter.canGoForward());
}

}  // namespace dateline::ui
