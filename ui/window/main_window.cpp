// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QScreen>
#include <QStandardPaths>
#include <QStyleFactory>
#include <QTabBar>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/bridge/file_jobs.h"
#include "ui/bridge/long_jobs.h"
#include "ui/bridge/text.h"
#include "ui/paint/icons.h"
#include "ui/views/annotation_form.h"
#include "ui/views/charts_panel.h"
#include "ui/views/details_panel.h"
#include "ui/views/event_table.h"
#include "ui/views/history_panel.h"
#include "ui/views/item_form.h"
#include "ui/views/lists_panel.h"
#include "ui/views/message_bar.h"
#include "ui/views/network_view.h"
#include "ui/views/source_view.h"
#include "ui/views/timeline_view.h"
#include "ui/window/help_window.h"
#include "ui/window/pane.h"
#include "ui/window/start_page.h"
#include "ui/window/status_bar.h"
#include "ui/window/style_sheet.h"
#include "ui/window/tool_bar.h"

namespace dateline::ui {

MainWindow::MainWindow()
    : m_intents(m_hub), m_filter(m_hub),
      m_whatIf(m_hub), m_context{m_hub, m_intents, m_selection, m_filter, m_whatIf}
{
    setWindowIcon(QIcon(QStringLiteral(":/icons/dateline.svg")));
    setDockNestingEnabled(true);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    setAcceptDrops(true);
    m_undo = new QAction(icon(QStringLiteral("undo")), tr("Undo"), this);
    m_redo = new QAction(icon(QStringLiteral("redo")), tr("Redo"), this);

    applyLook(WindowState::look());
    makePanes();
    m_toolBar = new ToolBar(m_context, m_undo, m_redo, this);
    QMainWindow::addToolBar(m_toolBar);
    setStatusBar(new StatusBar(m_context, this));
    makeMenus();
    wire();

    const QSize room = screen() ? screen()->availableSize() : QSize(1600, 1000);
    resize(qMin(1600, room.width()), qMin(1000, room.height()));
    restoreGeometry(WindowState::geometry());
    showFileState();
}

MainWindow::~MainWindow() = default;

void MainWindow::makePanes()
{
    m_messages = new MessageBar;
    m_start = new StartPage;
    auto *middle = new QWidget;
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_messages);
    column->addWidget(m_start, 1);
    setCentralWidget(middle);

    m_jobs = new FileJobs(m_hub, this);
    m_lists = new ListsPanel(m_context);
    m_network = new NetworkView(m_context);
    m_timeline = new TimelineView(m_context);
    m_table = new EventTable(m_context);
    m_charts = new ChartsPanel(m_context);
    m_details = new DetailsPanel(m_context);
    m_source = new SourceView(m_context);
    m_source->setSuggesting(WindowState::isSuggesting());
    m_timeline->setActorStripShown(WindowState::isActorStripShown());
    m_timeline->setLegendShown(WindowState::isLegendShown());
    m_timeline->setRowHeight(WindowState::areRowsCompact() ? RowHeight::Compact
                                                           : RowHeight::Fitting);
    m_history = new HistoryPanel(m_context);

    const auto add = [this](const QString &title, const char *name, QWidget *content) {
        const QString key = QString::fromLatin1(name);
        auto *pane = new Pane(title, key, content, this);
        m_panes.emplace(key, pane);
        addDockWidget(Qt::LeftDockWidgetArea, pane);
    };
    add(tr("Lists"), "lists", m_lists);
    add(tr("Graph"), "graph", m_network);
    add(tr("Timeline"), "timeline", m_timeline);
    add(tr("Table"), "table", m_table);
    add(tr("Charts"), "charts", m_charts);
    connect(m_panes.at(QStringLiteral("charts")), &QDockWidget::visibilityChanged, m_charts,
            [charts = m_charts] { QTimer::singleShot(0, charts, &ChartsPanel::showInSight); });
    add(tr("Details"), "details", m_details);
    add(tr("Source"), "source", m_source);
    add(tr("History"), "history", m_history);
    makeEvidencePanes();
}

// The arrangement that SCREEN draws: lists, graph over timeline, details over source.
void MainWindow::arrangePanes(const QString &workspace)
{
    const auto pane = [this](const char *name) { return m_panes.at(QString::fromLatin1(name)); };
    // For a moment all panes stand one above the other: the window must not grow to hold them.
    layout()->setSizeConstraint(QLayout::SetNoConstraint);
    for (const auto &[name, dock] : m_panes) {
        dock->setFloating(false);
        addDockWidget(Qt::LeftDockWidgetArea, dock);
        dock->show();
    }
    splitDockWidget(pane("lists"), pane("graph"), Qt::Horizontal);
    splitDockWidget(pane("graph"), pane("details"), Qt::Horizontal);
    splitDockWidget(pane("graph"), pane("timeline"), Qt::Vertical);
    splitDockWidget(pane("details"), pane("source"), Qt::Vertical);
    tabifyDockWidget(pane("timeline"), pane("table"));
    tabifyDockWidget(pane("table"), pane("charts"));
    tabifyDockWidget(pane("charts"), pane("checks"));
    tabifyDockWidget(pane("details"), pane("history"));
    tabifyDockWidget(pane("history"), pane("whatif"));
    tabifyDockWidget(pane("whatif"), pane("ask"));
    pane("timeline")->raise();
    pane("details")->raise();

    const int width = this->width();
    const int height = this->height();
    int left = width * 16 / 100;
    int right = width * 24 / 100;
    int top = 46;
    if (workspace == QLatin1String("timeline")) {
        pane("graph")->hide();
        right = width * 22 / 100;
    } else if (workspace == QLatin1String("graph")) {
        top = 72;
    } else if (workspace == QLatin1String("source")) {
        right = width * 38 / 100;
        left = width * 14 / 100;
    }
    resizeDocks({pane("lists"), pane("graph"), pane("details")},
                {left, width - left - right, right}, Qt::Horizontal);
    resizeDocks({pane("graph"), pane("timeline")}, {height * top / 100, height * (100 - top) / 100},
                Qt::Vertical);
    resizeDocks({pane("details"), pane("source")}, {height * 56 / 100, height * 44 / 100},
                Qt::Vertical);
    // Panes that are put in one by one pass through a tab bar that Qt no longer uses then, and now
    // and then forgets to hide.
    layout()->activate();
    layout()->setSizeConstraint(QLayout::SetDefaultConstraint);
    for (QTabBar *bar : findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly)) {
        if (bar->count() == 0)
            bar->hide();
    }
}

void MainWindow::wire()
{
    connect(&m_hub, &SessionHub::failed, m_messages, &MessageBar::showError);
    connect(&m_hub, &SessionHub::noted, m_messages, &MessageBar::showNote);
    // What is half typed belongs to the file that closes: a field that loses the focus writes it.
    const auto keepWritten = [this] {
        if (QWidget *field = focusWidget())
            field->clearFocus();
    };
    connect(&m_hub, &SessionHub::aboutToClose, this, keepWritten);
    connect(&m_hub, &SessionHub::aboutToLend, this, keepWritten);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        for (; now != nullptr; now = now->parentWidget()) {
            if (qobject_cast<ItemForm *>(now) || qobject_cast<AnnotationForm *>(now))
                return m_hub.expectEdit();
        }
    });
    m_hub.setMayReplace([] {
        return QApplication::activeModalWidget() == nullptr &&
               QApplication::activePopupWidget() == nullptr &&
               QGuiApplication::mouseButtons() == Qt::NoButton;
    });
    connect(&m_hub, &SessionHub::opened, this, [this] {
        m_selection.clear();
        m_messages->clear();
        if (m_hub.isOpen())
            WindowState::addRecentFile(m_hub.path());
        showFileState();
    });
    connect(&m_hub, &SessionHub::snapshotChanged, this, [this] {
        m_selection.dropMissing(*m_hub.snapshot());
        showPaneStates();
        updateActions();
    });
    connect(&m_hub, &SessionHub::historyChanged, this, &MainWindow::updateActions);
    connect(&m_hub, &SessionHub::lentChanged, this, &MainWindow::updateActions);
    connect(&m_selection, &Selection::changed, this, &MainWindow::updateActions);
    connect(&m_filter, &ViewFilter::changed, this, [this] {
        showPaneStates();
        updateActions();
    });
    connect(&m_filter, &ViewFilter::asOfChanged, this, &MainWindow::showPaneStates);

    connect(m_start, &StartPage::newRequested, this, &MainWindow::newFile);
    connect(m_start, &StartPage::openRequested, this, &MainWindow::chooseFile);
    connect(m_start, &StartPage::sampleRequested, this, &MainWindow::openSample);
    connect(m_start, &StartPage::recentRequested, this, &MainWindow::startOpening);
    connect(m_start, &StartPage::tourRequested, this, [this] { showHelp(QStringLiteral("tour")); });

    connect(m_lists, &ListsPanel::removeRequested, this, &MainWindow::removeSelected);
    connect(m_lists, &ListsPanel::openRequested, this, &MainWindow::editSelected);
    connect(m_lists, &ListsPanel::addRequested, this, &MainWindow::addItem);
    connect(m_details, &DetailsPanel::removeRequested, this, &MainWindow::removeSelected);
    connect(m_details, &DetailsPanel::addRequested, this, &MainWindow::addItem);
    connect(m_table, &EventTable::removeRequested, this, &MainWindow::removeSelected);
    connect(m_table, &EventTable::openRequested, this, &MainWindow::editSelected);
    wireTimeline();
    wireNetwork();
    wireSource();
}

bool MainWindow::openFile(const QString &path)
{
    return m_hub.openFile(path);
}

void MainWindow::startOpening(const QString &path)
{
    // Before the window is seen there is nothing that would wait: rather that than a start page
    // that is gone at once.
    constexpr int kPatienceMs = 150;
    constexpr int kPatienceAtStartMs = 800;
    m_hub.startOpening(path, isVisible() ? kPatienceMs : kPatienceAtStartMs);
}

bool MainWindow::openSample()
{
    QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    if (folder.isEmpty() || !QDir().mkpath(folder))
        folder = QDir::homePath();
    const QString title = tr("Russia and North Korea");
    QString path = QStringLiteral("%1/%2.dateline").arg(folder, title);
    for (int n = 2; QFileInfo::exists(path); ++n)
        path = QStringLiteral("%1/%2 %3.dateline").arg(folder, title).arg(n);
    return m_hub.createSample(path);
}

void MainWindow::showFileState()
{
    const bool isOpen = m_hub.isOpen();
    if (isOpen) {
        setWindowTitle(tr("%1 — Dateline").arg(m_hub.projectTitle()));
        setWindowFilePath(m_hub.path());
    } else {
        setWindowTitle(tr("Dateline"));
        setWindowFilePath(QString());
        m_start->setRecentFiles(WindowState::recentFiles());
    }
    m_start->setVisible(!isOpen);
    m_toolBar->setVisible(isOpen);
    if (!isOpen) {
        if (m_areDocksShown)
            WindowState::setWorkspace(QString(), saveState());
        for (const auto &[name, pane] : m_panes)
            pane->hide();
        m_areDocksShown = false;
    } else if (!m_areDocksShown) {
        if (!restoreState(WindowState::workspace(QString())))
            arrangePanes(QString());
        m_areDocksShown = true;
    }
    // With a file open the middle holds only messages: it must not take the panes' room.
    centralWidget()->setSizePolicy(QSizePolicy::Preferred,
                                   isOpen ? QSizePolicy::Maximum : QSizePolicy::Expanding);
    centralWidget()->setMaximumWidth(isOpen ? 0 : QWIDGETSIZE_MAX);
    if (isOpen && m_hub.isReadOnly())
        m_messages->showNotice(m_hub.readOnlyText());
    for (QAction *action : m_fileActions)
        action->setEnabled(isOpen);
    updateActions();
    showPaneStates();
}

void MainWindow::applyLook(Look look)
{
    m_isApplyingLook = true;
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    const QFont font = QApplication::font();
    if (look == Look::Desktop)
        QApplication::setPalette(QPalette());
    else
        QApplication::setPalette(
            paletteOf(look == Look::Dark ? Theme::dark(font) : Theme::light(font)));
    const Theme theme = Theme::fromPalette(QApplication::palette(), font);
    if (look == Look::Desktop)
        QApplication::setPalette(paletteOf(theme));
    qApp->setStyleSheet(dateline::ui::styleSheet(theme));
    m_isApplyingLook = false;
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    // The desktop switched between light and dark, or changed its font.
    if ((event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::ThemeChange) &&
        !m_isApplyingLook)
        QTimer::singleShot(0, this, [this] { applyLook(WindowState::look()); });
}

// What goes on beside the window would end with it. Without a file there is nothing to lose: it is
// being opened.
bool MainWindow::mayEndWork()
{
    const LongJobs &jobs = m_hub.jobs();
    if (!jobs.isBusy() || !m_hub.isOpen())
        return true;
    QMessageBox question(QMessageBox::Question, tr("Close the window"),
                         tr("Something is still going on: %1.").arg(jobs.title()),
                         QMessageBox::NoButton, this);
    question.setInformativeText(tr("To stop it leaves nothing half-written."));
    QPushButton *stop = question.addButton(tr("Stop it and close"), QMessageBox::AcceptRole);
    QPushButton *stay = question.addButton(tr("Keep the window open"), QMessageBox::RejectRole);
    question.setDefaultButton(stay);
    question.setEscapeButton(stay);
    // Done while somebody reads the question: nothing is left to ask.
    connect(&jobs, &LongJobs::ended, &question, [&question] { question.done(0); });
    question.exec();
    return question.clickedButton() == stop || !jobs.isBusy();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!mayEndWork()) {
        event->ignore();
        return;
    }
    WindowState::setGeometry(saveGeometry());
    if (m_hub.isOpen())
        WindowState::setWorkspace(QString(), saveState());
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    QStringList paths;
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    takeDropped(paths);
}

}  // namespace dateline::ui
