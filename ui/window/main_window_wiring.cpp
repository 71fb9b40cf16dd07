// SPDX-License-Identifier: GPL-3.0-or-later
// What views ask of the window, and what it answers.
#include <QMessageBox>

#include "ui/bridge/date_text.h"
#include "ui/bridge/text.h"
#include "ui/dialogs/event_dialog.h"
#include "ui/dialogs/relation_dialog.h"
#include "ui/views/network_view.h"
#include "ui/views/source_view.h"
#include "ui/views/timeline_view.h"
#include "ui/window/main_window.h"
#include "ui/window/pane.h"

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
    connect(m_source, &SourceView::statusChanged, m_panes.at(QStringLiteral("source")),
            &Pane::setStatus);
    connect(m_source, &SourceView::removeRequested, this, &MainWindow::removeSelected);
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
