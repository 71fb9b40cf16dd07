// SPDX-License-Identifier: GPL-3.0-or-later
// The dock at the left: events, actors, sources and notes as lists of two-line rows, linked with
// the selection and the filter of the window. It changes nothing itself; it asks. GUI thread.
#pragma once

#include <vector>

#include <QWidget>

#include "ui/bridge/view_context.h"

class QTabBar;
class QStackedWidget;

namespace dateline::ui {

class ListPage;
class NotesPage;

class ListsPanel final : public QWidget {
    Q_OBJECT

public:
    explicit ListsPanel(const ViewContext &context, QWidget *parent = nullptr);

    // Event, Actor, Source or Annotation.
    void showKind(ItemKind kind);
    ListPage *page(ItemKind kind) const;
    NotesPage *notes() const { return m_notes; }
    void writeNote();  // on what is selected

Q_SIGNALS:
    void addRequested(dateline::ItemKind kind);
    void openRequested(dateline::ItemRef item);
    void removeRequested();  // of what is selected

private:
    void addPage(ItemKind kind, ListPage *page, const QString &name);
    void addNotes();
    void followSelection();

    ViewContext m_context;
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    NotesPage *m_notes;
    std::vector<std::pair<ItemKind, ListPage *>> m_kinds;
};

}  // namespace dateline::ui
