// SPDX-License-Identifier: GPL-3.0-or-later
// The window: panes in docks around one file, with one selection and one filter, or the start page
// where no file is open. It wires views to each other and to the menus; it shows no data itself.
#pragma once

#include <functional>
#include <map>

#include <QMainWindow>

#include "app/network/network_question.h"
#include "ui/bridge/view_context.h"
#include "ui/window/window_state.h"

namespace dateline::ui {

class AskPanel;
class ChartsPanel;
class ChecksPanel;
class DetailsPanel;
class EventTable;
class FileJobs;
class HelpWindow;
class HistoryPanel;
class ListsPanel;
class MessageBar;
class NetworkView;
class Pane;
class SourceView;
class StartPage;
class TimelineView;
class ToolBar;
class WhatIfPanel;
struct PictureView;

class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    MainWindow();
    ~MainWindow() override;

    bool openFile(const QString &path);      // waits; false after the hub told why not
    void startOpening(const QString &path);  // beside the window, with progress and Stop
    bool openSample();                       // a new copy in the user's documents

    const ViewContext &context() const { return m_context; }
    TimelineView *timeline() const { return m_timeline; }
    NetworkView *network() const { return m_network; }
    EventTable *table() const { return m_table; }

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool mayEndWork();
    void makePanes();
    void makeMenus();
    void makeFileMenu();
    void makeEditMenu();
    void makeViewMenu();
    void makeInsertMenu();
    void makeAnalyseMenu();
    void makeEvidencePanes();
    void makeEvidenceEntries(QMenu *menu);
    void makeHelpMenu();
    void makeWorkspaceMenu(QMenu *menu);
    void makeSavedViewsMenu(QMenu *menu);
    void fillSavedViewsMenu(QMenu *menu);
    void openSavedView(ViewId id);
    void saveViewAs();
    void saveOpenView(const QString &newName);
    // With what is shown now in place of what they say of it.
    std::string settingsAsShown(std::string_view settings) const;
    void wire();
    void wireTimeline();
    void wireNetwork();
    void wireSource();
    enum class Needs { Nothing, File, WritableFile };
    QAction *addEntry(QMenu *menu, const QString &text, const QKeySequence &keys,
                      const std::function<void()> &run, Needs needs,
                      const QString &iconName = QString());

    void arrangePanes(const QString &workspace);
    void applyLook(Look look);
    void showFileState();
    void showPaneStates();
    void updateActions();

    void newFile();
    void chooseFile();
    void saveCopy();
    void importFiles(const QStringList &paths);
    void takeDropped(const QStringList &paths);
    void editSelected();
    std::vector<std::pair<QString, QString>> measuresOf(ActorId actor) const;
    void removeSelected();
    void addItem(ItemKind kind);
    void writeNote();
    void dateEvent(EventId event, const Edtf &before, const Edtf &after);
    void changeProject();
    void filterBySelection();
    void fillRecentMenu();
    void chooseDocuments();
    void chooseDocumentFolder();
    PictureView pictureView() const;
    void exportPicture();
    void copyPicture();
    void print();
    void exportRows();
    void ask(QuestionKind kind, ActorId from = {}, ActorId to = {});
    void showFindings();
    void showWhatIf();
    void mergeActors();
    void raisePane(const char *name);
    void showHelp(const QString &page);
    void showAbout();

    SessionHub m_hub;
    EditIntents m_intents;
    Selection m_selection;
    ViewFilter m_filter;
    WhatIf m_whatIf;
    ViewContext m_context;

    MessageBar *m_messages = nullptr;
    StartPage *m_start = nullptr;
    ToolBar *m_toolBar = nullptr;
    ListsPanel *m_lists = nullptr;
    NetworkView *m_network = nullptr;
    TimelineView *m_timeline = nullptr;
    EventTable *m_table = nullptr;
    ChartsPanel *m_charts = nullptr;
    DetailsPanel *m_details = nullptr;
    SourceView *m_source = nullptr;
    HistoryPanel *m_history = nullptr;
    ChecksPanel *m_checks = nullptr;
    WhatIfPanel *m_whatIfPanel = nullptr;
    AskPanel *m_ask = nullptr;
    HelpWindow *m_help = nullptr;
    std::map<QString, Pane *> m_panes;  // by object name
    QList<QAction *> m_fileActions;     // only with a file open
    QList<QAction *> m_writeActions;    // only with one that can be written
    FileJobs *m_jobs = nullptr;
    QAction *m_undo = nullptr;
    QAction *m_redo = nullptr;
    QAction *m_remove = nullptr;
    QAction *m_back = nullptr;
    QAction *m_forward = nullptr;
    QMenu *m_recentMenu = nullptr;
    bool m_isApplyingLook = false;
    bool m_areDocksShown = false;
};

}  // namespace dateline::ui
