// SPDX-License-Identifier: GPL-3.0-or-later
// The menus of the main window. What an entry does is one call; the work is elsewhere.
#include <QAction>
#include <QActionGroup>
#include <QInputDialog>
#include <QMenu>
#include <QMenuBar>

#include "ui/dialogs/tags_dialog.h"
#include "ui/paint/icons.h"
#include "ui/views/lists_panel.h"
#include "ui/views/network_view.h"
#include "ui/views/source_view.h"
#include "ui/views/time_strip.h"
#include "ui/views/timeline_view.h"
#include "ui/window/main_window.h"
#include "ui/window/pane.h"
#include "ui/window/search_field.h"
#include "ui/window/tool_bar.h"

namespace dateline::ui {

QAction *MainWindow::addEntry(QMenu *menu, const QString &text, const QKeySequence &keys,
                              const std::function<void()> &run, Needs needs,
                              const QString &iconName)
{
    auto *action = new QAction(text, this);
    action->setShortcut(keys);
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    connect(action, &QAction::triggered, this, run);
    menu->addAction(action);
    addAction(action);
    if (needs == Needs::File)
        m_fileActions.append(action);
    else if (needs == Needs::WritableFile)
        m_writeActions.append(action);
    return action;
}

void MainWindow::makeMenus()
{
    makeFileMenu();
    makeEditMenu();
    makeViewMenu();
    makeInsertMenu();
    makeAnalyseMenu();
    makeHelpMenu();
}

void MainWindow::makeFileMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&File"));
    addEntry(
        menu, tr("New project…"), QKeySequence::New, [this] { newFile(); }, Needs::Nothing,
        QStringLiteral("new"));
    addEntry(
        menu, tr("Open…"), QKeySequence::Open, [this] { chooseFile(); }, Needs::Nothing,
        QStringLiteral("open"));
    m_recentMenu = menu->addMenu(tr("Open recent"));
    connect(m_recentMenu, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
    addEntry(
        menu, tr("New from sample"), {}, [this] { openSample(); }, Needs::Nothing);
    menu->addSeparator();
    addEntry(
        menu, tr("Save a copy as…"), QKeySequence::SaveAs, [this] { saveCopy(); }, Needs::File,
        QStringLiteral("save-copy"));
    addEntry(
        menu, tr("Import…"), {}, [this] { importFiles({}); }, Needs::WritableFile,
        QStringLiteral("import"));
    menu->addSeparator();
    addEntry(
        menu, tr("Export picture…"), QKeySequence(tr("Ctrl+E")), [this] { exportPicture(); },
        Needs::File, QStringLiteral("export"));
    addEntry(
        menu, tr("Export rows…"), {}, [this] { exportRows(); }, Needs::File);
    addEntry(
        menu, tr("Copy as image"), QKeySequence(tr("Ctrl+Shift+C")), [this] { copyPicture(); },
        Needs::File, QStringLiteral("image"));
    addEntry(
        menu, tr("Print…"), QKeySequence::Print, [this] { print(); }, Needs::File,
        QStringLiteral("print"));
    menu->addSeparator();
    addEntry(
        menu, tr("Close project"), QKeySequence::Close, [this] { m_hub.closeFile(); }, Needs::File);
    addEntry(
        menu, tr("Quit"), QKeySequence(tr("Ctrl+Q")), [this] { close(); }, Needs::Nothing);
}

void MainWindow::makeEditMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Edit"));
    m_undo->setShortcut(QKeySequence::Undo);
    m_redo->setShortcuts({QKeySequence(tr("Ctrl+Shift+Z")), QKeySequence(tr("Ctrl+Y"))});
    connect(m_undo, &QAction::triggered, &m_hub, &SessionHub::undo);
    connect(m_redo, &QAction::triggered, &m_hub, &SessionHub::redo);
    for (QAction *action : {m_undo, m_redo}) {
        menu->addAction(action);
        addAction(action);
    }
    menu->addSeparator();
    m_remove = addEntry(
        menu, tr("Delete…"), {}, [this] { removeSelected(); }, Needs::WritableFile,
        QStringLiteral("delete"));
    addEntry(
        menu, tr("Clear selection"), {}, [this] { m_selection.clear(); }, Needs::File);
    menu->addSeparator();
    addEntry(
        menu, tr("Search everything"), QKeySequence(tr("Ctrl+K")),
        [this] {
            m_toolBar->searchField()->setFocus();
            m_toolBar->searchField()->selectAll();
        },
        Needs::File, QStringLiteral("search"));
    addEntry(
        menu, tr("Filter by time"), QKeySequence(tr("Ctrl+T")),
        [this] {
            m_toolBar->whenField()->setFocus();
            m_toolBar->whenField()->selectAll();
        },
        Needs::File, QStringLiteral("filter"));
    addEntry(
        menu, tr("Clear filter"), QKeySequence(tr("Ctrl+Shift+F")), [this] { m_filter.clear(); },
        Needs::File, QStringLiteral("clear"));
    menu->addSeparator();
    addEntry(
        menu, tr("Tags…"), {}, [this] { showTagsDialog(m_context, this); }, Needs::File,
        QStringLiteral("tag"));
    addEntry(
        menu, tr("Project settings…"), {}, [this] { changeProject(); }, Needs::WritableFile);
}

void MainWindow::makeViewMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&View"));
    m_back = addEntry(
        menu, tr("Back"), QKeySequence(tr("Alt+Left")), [this] { m_filter.goBack(); },
        Needs::Nothing, QStringLiteral("back"));
    m_forward = addEntry(
        menu, tr("Forward"), QKeySequence(tr("Alt+Right")), [this] { m_filter.goForward(); },
        Needs::Nothing, QStringLiteral("forward"));
    menu->addSeparator();
    QMenu *panes = menu->addMenu(tr("Panes"));
    for (const char *name : {"lists", "graph", "timeline", "table", "charts", "checks", "details",
                             "source", "history", "whatif", "ask"})
        panes->addAction(m_panes.at(QString::fromLatin1(name))->toggleViewAction());
    m_fileActions.append(panes->menuAction());
    makeSavedViewsMenu(menu->addMenu(tr("Saved views")));
    makeWorkspaceMenu(menu->addMenu(tr("Workspace")));
    addEntry(
        menu, tr("Reset panes"), {}, [this] { arrangePanes(QString()); }, Needs::File,
        QStringLiteral("layout"));
    QAction *play = m_network->strip()->playAction();
    play->setShortcut(QKeySequence(tr("F5")));
    menu->addAction(play);
    m_fileActions.append(play);
    menu->addSeparator();

    QMenu *out = menu->addMenu(tr("What the filter leaves out"));
    auto *outGroup = new QActionGroup(this);
    using FilteredOut = ViewFilter::FilteredOut;
    for (const auto &[text, choice] : {std::pair(tr("Hidden"), FilteredOut::Hidden),
                                       std::pair(tr("Dimmed"), FilteredOut::Dimmed),
                                       std::pair(tr("Shown"), FilteredOut::Shown)}) {
        QAction *action = out->addAction(text);
        action->setCheckable(true);
        action->setChecked(choice == m_filter.filteredOut());
        outGroup->addAction(action);
        connect(action, &QAction::triggered, this,
                [this, value = choice] { m_filter.setFilteredOut(value); });
    }
    m_fileActions.append(out->menuAction());
    QAction *suggesting = addEntry(
        menu, tr("Suggestions in texts"), {},
        [this] {
            WindowState::setSuggesting(!WindowState::isSuggesting());
            m_source->setSuggesting(WindowState::isSuggesting());
        },
        Needs::File);
    suggesting->setCheckable(true);
    suggesting->setChecked(WindowState::isSuggesting());
    QAction *strip = addEntry(
        menu, tr("Posts and relations of the selected actor"), {},
        [this] {
            WindowState::setActorStripShown(!WindowState::isActorStripShown());
            m_timeline->setActorStripShown(WindowState::isActorStripShown());
        },
        Needs::File);
    strip->setCheckable(true);
    strip->setChecked(WindowState::isActorStripShown());
    QAction *legend = addEntry(
        menu, tr("Legend of the timeline"), {},
        [this] {
            WindowState::setLegendShown(!WindowState::isLegendShown());
            m_timeline->setLegendShown(WindowState::isLegendShown());
        },
        Needs::File);
    legend->setCheckable(true);
    legend->setChecked(WindowState::isLegendShown());

    QAction *compact = addEntry(
        menu, tr("Compact rows in the timeline"), {},
        [this] {
            m_timeline->setRowHeight(m_timeline->rowHeight() == RowHeight::Compact
                                         ? RowHeight::Fitting
                                         : RowHeight::Compact);
        },
        Needs::File);
    compact->setCheckable(true);
    compact->setChecked(m_timeline->rowHeight() == RowHeight::Compact);
    connect(m_timeline, &TimelineView::rowHeightChanged, this, [compact](RowHeight height) {
        compact->setChecked(height == RowHeight::Compact);
        WindowState::setRowsCompact(height == RowHeight::Compact);
    });

    QMenu *look = menu->addMenu(tr("Look"));
    auto *lookGroup = new QActionGroup(this);
    for (const auto &[text, choice] :
         {std::pair(tr("As the desktop"), Look::Desktop), std::pair(tr("Light"), Look::Light),
          std::pair(tr("Dark"), Look::Dark)}) {
        QAction *action = look->addAction(text);
        action->setCheckable(true);
        action->setChecked(choice == WindowState::look());
        lookGroup->addAction(action);
        connect(action, &QAction::triggered, this, [this, value = choice] {
            WindowState::setLook(value);
            applyLook(value);
        });
    }
    menu->addSeparator();
    QAction *full = addEntry(
        menu, tr("Full screen"), QKeySequence::FullScreen,
        [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); }, Needs::Nothing);
    full->setCheckable(true);
}

void MainWindow::makeWorkspaceMenu(QMenu *menu)
{
    m_fileActions.append(menu->menuAction());
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        const std::pair<QString, QString> builtIn[] = {
            {tr("Everything"), QString()},
            {tr("Timeline"), QStringLiteral("timeline")},
            {tr("Graph"), QStringLiteral("graph")},
            {tr("Reading"), QStringLiteral("source")},
        };
        for (const auto &[text, name] : builtIn)
            menu->addAction(text, this, [this, key = name] { arrangePanes(key); });
        const QStringList own = WindowState::workspaces();
        if (!own.isEmpty())
            menu->addSeparator();
        for (const QString &name : own)
            menu->addAction(name, this,
                            [this, name] { restoreState(WindowState::workspace(name)); });
        menu->addSeparator();
        menu->addAction(tr("Save this arrangement…"), this, [this] {
            const QString name = QInputDialog::getText(this, tr("Save arrangement"), tr("Name"));
            if (!name.trimmed().isEmpty())
                WindowState::setWorkspace(name.trimmed(), saveState());
        });
        if (!own.isEmpty()) {
            QMenu *forget = menu->addMenu(tr("Forget"));
            for (const QString &name : own)
                forget->addAction(name, this, [name] { WindowState::removeWorkspace(name); });
        }
    });
}

void MainWindow::makeInsertMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Insert"));
    addEntry(
        menu, tr("Event…"), QKeySequence(tr("Ctrl+Shift+E")), [this] { addItem(ItemKind::Event); },
        Needs::WritableFile, QStringLiteral("event"));
    addEntry(
        menu, tr("Actor…"), QKeySequence(tr("Ctrl+Shift+A")), [this] { addItem(ItemKind::Actor); },
        Needs::WritableFile, QStringLiteral("actor-person"));
    addEntry(
        menu, tr("Relation…"), QKeySequence(tr("Ctrl+Shift+R")),
        [this] { addItem(ItemKind::Relation); }, Needs::WritableFile, QStringLiteral("relation"));
    addEntry(
        menu, tr("Role…"), {}, [this] { addItem(ItemKind::Role); }, Needs::WritableFile);
    addEntry(
        menu, tr("Claim…"), {}, [this] { addItem(ItemKind::Claim); }, Needs::WritableFile,
        QStringLiteral("claim"));
    addEntry(
        menu, tr("Note on what is selected"), QKeySequence(tr("Ctrl+Shift+N")),
        [this] { writeNote(); }, Needs::WritableFile, QStringLiteral("note"));
    menu->addSeparator();
    addEntry(
        menu, tr("Source from the clipboard…"), QKeySequence(tr("Ctrl+Shift+V")),
        [this] { m_source->pasteText(); }, Needs::WritableFile, QStringLiteral("source"));
    addEntry(
        menu, tr("Source from a file…"), {}, [this] { chooseDocuments(); }, Needs::WritableFile);
    addEntry(
        menu, tr("Sources from a folder…"), {}, [this] { chooseDocumentFolder(); },
        Needs::WritableFile);
}

void MainWindow::makeAnalyseMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Analyse"));
    addEntry(
        menu, tr("Lay the graph out anew"), QKeySequence(tr("Ctrl+L")),
        [this] { m_network->startLayout(); }, Needs::WritableFile, QStringLiteral("layout"));
    addEntry(
        menu, tr("Shortest path…"), QKeySequence(tr("Ctrl+Shift+P")),
        [this] { ask(QuestionKind::ShortestPaths); }, Needs::File, QStringLiteral("relation"));
    addEntry(
        menu, tr("Who bridges"), {}, [this] { ask(QuestionKind::Bridges); }, Needs::File);
    addEntry(
        menu, tr("What changed between two dates…"), {}, [this] { ask(QuestionKind::Changes); },
        Needs::File);
    menu->addSeparator();
    addEntry(
        menu, tr("Only what is selected"), QKeySequence(tr("Ctrl+Shift+S")),
        [this] { filterBySelection(); }, Needs::File, QStringLiteral("filter"));
    makeEvidenceEntries(menu);
}

void MainWindow::makeHelpMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Help"));
    addEntry(
        menu, tr("Help"), QKeySequence::HelpContents, [this] { showHelp(QStringLiteral("index")); },
        Needs::Nothing, QStringLiteral("help"));
    addEntry(
        menu, tr("Two-minute tour"), {}, [this] { showHelp(QStringLiteral("tour")); },
        Needs::Nothing);
    addEntry(
        menu, tr("Keyboard"), {}, [this] { showHelp(QStringLiteral("keyboard")); }, Needs::Nothing);
    menu->addSeparator();
    addEntry(
        menu, tr("About Dateline"), {}, [this] { showAbout(); }, Needs::Nothing);
}

}  // namespace dateline::ui
