// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/lists_panel.h"

#include <QApplication>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include "ui/bridge/note_book.h"
#include "ui/tables/actor_table_model.h"
#include "ui/tables/event_table_model.h"
#include "ui/tables/source_table_model.h"
#include "ui/views/list_page.h"
#include "ui/views/notes_page.h"

namespace dateline::ui {

ListsPanel::ListsPanel(const ViewContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_tabs(new QTabBar), m_pages(new QStackedWidget),
      m_notes(new NotesPage(context))
{
    setObjectName(QStringLiteral("Lists"));
    m_tabs->setAccessibleName(tr("Lists"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_pages, 1);

    addPage(ItemKind::Event,
            new ListPage(context, new EventTableModel(context),
                         {tr("Events"), tr("Add an event"),
                          tr("No events yet. Double-click the timeline, or press Ctrl+Shift+E.")}),
            tr("Events"));
    addPage(ItemKind::Actor,
            new ListPage(context, new ActorTableModel(context),
                         {tr("Actors"), tr("Add an actor"),
                          tr("No actors yet. Name who took part in an event, or press +.")}),
            tr("Actors"));
    addPage(
        ItemKind::Source,
        new ListPage(context, new SourceTableModel(context),
                     {tr("Sources"), tr("Add a source"),
                      tr("No sources yet. Drop a text or web page here, or paste one with +.")}),
        tr("Sources"));
    addNotes();

    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(&m_context.selection, &Selection::changed, this, &ListsPanel::followSelection);
}

void ListsPanel::addPage(ItemKind kind, ListPage *page, const QString &name)
{
    m_tabs->addTab(name);
    m_pages->addWidget(page);
    m_kinds.emplace_back(kind, page);
    connect(page, &ListPage::addRequested, this, [this, kind] { Q_EMIT addRequested(kind); });
    connect(page, &ListPage::openRequested, this, &ListsPanel::openRequested);
    connect(page, &ListPage::removeRequested, this, &ListsPanel::removeRequested);
}

void ListsPanel::addNotes()
{
    m_tabs->addTab(tr("Notes"));
    m_pages->addWidget(m_notes);
    m_kinds.emplace_back(ItemKind::Annotation, m_notes->list());
    connect(m_notes, &NotesPage::removeRequested, this, &ListsPanel::removeRequested);
    // Whoever came from another list goes on there.
    connect(m_notes, &NotesPage::leftField, this, [this](QWidget *before) {
        for (int i = 0; before && i < m_pages->count(); ++i) {
            if (m_pages->widget(i)->isAncestorOf(before))
                m_tabs->setCurrentIndex(i);
        }
        QWidget *next = before && before->isVisible() ? before : m_notes->list();
        next->setFocus(Qt::OtherFocusReason);
    });
}

void ListsPanel::writeNote()
{
    QWidget *before = QApplication::focusWidget();
    m_tabs->setCurrentIndex(m_pages->indexOf(m_notes));
    m_notes->writeNote(before);
}

ListPage *ListsPanel::page(ItemKind kind) const
{
    for (const auto &[pageKind, page] : m_kinds) {
        if (pageKind == kind)
            return page;
    }
    return nullptr;
}

void ListsPanel::showKind(ItemKind kind)
{
    QWidget *wanted = page(kind);
    if (kind == ItemKind::Annotation)
        wanted = m_notes;
    if (wanted != nullptr)
        m_tabs->setCurrentIndex(m_pages->indexOf(wanted));
}

// What is picked elsewhere comes to the front, but not while somebody is at work in another tab.
void ListsPanel::followSelection()
{
    const ItemRef current = m_context.selection.current();
    if (isAncestorOf(QApplication::focusWidget()))
        return;
    const bool isInNotes = m_pages->currentWidget() == m_notes;
    if (current.kind == ItemKind::Annotation
            ? !NoteBook::noteOn(m_context.hub, current).text.empty()
            : !isInNotes || !m_notes->hasNoteOn(current))
        showKind(current.kind);
}

}  // namespace dateline::ui
