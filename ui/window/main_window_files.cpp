// SPDX-License-Identifier: GPL-3.0-or-later
// What the main window does with files, and with what is selected.
#include <QApplication>
#include <QClipboard>
#include <QDirIterator>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QMenu>
#include <QMessageBox>
#include <QStandardPaths>

#include "ui/bridge/file_jobs.h"
#include "ui/bridge/text.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/dialogs/item_dialogs.h"
#include "ui/dialogs/project_dialog.h"
#include "ui/dialogs/take_source_dialog.h"
#include "ui/views/charts_panel.h"
#include "ui/views/details_panel.h"
#include "ui/views/lists_panel.h"
#include "ui/views/message_bar.h"
#include "ui/views/network_view.h"
#include "ui/views/source_view.h"
#include "ui/views/timeline_view.h"
#include "ui/window/help_window.h"
#include "ui/window/main_window.h"
#include "ui/window/pane.h"

namespace dateline::ui {

namespace {

const QString kFileEnding = QStringLiteral(".dateline");

QString startFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

QString withEnding(const QString &path)
{
    return path.isEmpty() || path.endsWith(kFileEnding) ? path : path + kFileEnding;
}

// The texts in a folder and below it, by name; our own tables are no such folder.
QStringList documentsIn(const QString &folder)
{
    constexpr qsizetype kMost = 500;  // each is looked at by a person
    for (const char *table : {"events.csv", "actors.csv", "sources.csv"}) {
        if (QFileInfo::exists(folder + QLatin1Char('/') + QLatin1String(table)))
            return {};
    }
    QStringList documents;
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext() && documents.size() < kMost) {
        const QString path = files.next();
        if (FileJobs::isDocument(path))
            documents.append(path);
    }
    documents.sort();
    return documents;
}

}  // namespace

void MainWindow::newFile()
{
    const QString path = withEnding(QFileDialog::getSaveFileName(
        this, tr("New project"), startFolder(), tr("Dateline files (*.dateline)")));
    if (path.isEmpty())
        return;
    // The dialog asked already whether to replace; a project is never replaced all the same.
    m_hub.createFile(path);
}

void MainWindow::chooseFile()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Open"), startFolder(), tr("Dateline files (*.dateline);;All files (*)"));
    if (!path.isEmpty())
        startOpening(path);
}

void MainWindow::fillRecentMenu()
{
    m_recentMenu->clear();
    for (const QString &path : WindowState::recentFiles())
        m_recentMenu->addAction(path, this, [this, path] { startOpening(path); });
    if (m_recentMenu->isEmpty())
        m_recentMenu->addAction(tr("None yet"))->setEnabled(false);
}

void MainWindow::saveCopy()
{
    const QString path = withEnding(QFileDialog::getSaveFileName(
        this, tr("Save a copy as"), startFolder(), tr("Dateline files (*.dateline)"), nullptr,
        QFileDialog::DontConfirmOverwrite));
    if (!path.isEmpty())
        m_hub.saveCopy(path);
}

void MainWindow::importFiles(const QStringList &paths)
{
    importDialog(m_context, *m_jobs, this, paths);
}

void MainWindow::chooseDocuments()
{
    const QStringList paths = QFileDialog::getOpenFileNames(
        this, tr("Source from a file"), startFolder(),
        tr("Texts (%1);;All files (*)").arg(FileJobs::documentPatterns()));
    if (!paths.isEmpty())
        m_source->openDocuments(paths);
}

void MainWindow::chooseDocumentFolder()
{
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Sources from a folder"), startFolder());
    if (folder.isEmpty())
        return;
    const QStringList documents = documentsIn(folder);
    if (documents.isEmpty())
        m_messages->showNotice(tr("There are no texts, pages, PDF files or mails in this folder."));
    else
        m_source->openDocuments(documents);
}

// A project is opened, a text or page becomes a source, anything else is offered for import.
void MainWindow::takeDropped(const QStringList &paths)
{
    QStringList documents;
    QStringList tables;
    for (const QString &path : paths) {
        if (path.endsWith(kFileEnding)) {
            startOpening(path);
            return;
        }
        const QStringList inside = QFileInfo(path).isDir() ? documentsIn(path) : QStringList();
        documents += inside;
        if (inside.isEmpty())
            (FileJobs::isDocument(path) ? documents : tables).append(path);
    }
    if (!m_hub.isOpen()) {
        m_messages->showNotice(tr("Open or make a project first, then drop files into it."));
        return;
    }
    if (!documents.isEmpty())
        m_source->openDocuments(documents);
    if (!tables.isEmpty())
        importFiles(tables);
}

void MainWindow::writeNote()
{
    raisePane("lists");
    m_lists->writeNote();
}

// A letter that no field, list or canvas wanted for itself.
void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_N && event->modifiers() == Qt::NoModifier &&
        !m_selection.isEmpty() && m_hub.isOpen() && !m_hub.isReadOnly()) {
        writeNote();
        return;
    }
    QMainWindow::keyPressEvent(event);
}

void MainWindow::addItem(ItemKind kind)
{
    if (m_hub.isReadOnly()) {
        m_messages->showNotice(m_hub.readOnlyText());
        return;
    }
    const std::vector<ActorId> actors = m_selection.actors(*m_hub.snapshot());
    ItemRef made;
    switch (kind) {
    case ItemKind::Event:
        made = addEventDialog(m_context, this, Event(), actors);
        break;
    case ItemKind::Actor:
        made = addActorDialog(m_context, this, Actor());
        break;
    case ItemKind::Relation: {
        Relation relation;
        if (!actors.empty())
            relation.from = actors.front();
        if (actors.size() > 1)
            relation.to = actors[1];
        made = addRelationDialog(m_context, this, relation);
        break;
    }
    case ItemKind::Role: {
        Role role;
        if (!actors.empty())
            role.actor = actors.front();
        made = addRoleDialog(m_context, this, role);
        break;
    }
    case ItemKind::Claim: {
        Claim claim;
        claim.about = m_selection.current();
        made = addClaimDialog(m_context, this, claim);
        break;
    }
    case ItemKind::Source:
        m_source->pasteText();
        return;
    default:
        return;
    }
    if (!made.isNull())
        m_selection.select(made);
}

void MainWindow::editSelected()
{
    Pane *details = m_panes.at(QStringLiteral("details"));
    details->show();
    details->raise();
    m_details->setFocus();
}

void MainWindow::removeSelected()
{
    const std::vector<ItemRef> items = m_selection.items();
    if (items.empty() || m_hub.isReadOnly())
        return;
    if (confirmRemoval(m_context, this, items))
        m_intents.remove(items);
}

void MainWindow::changeProject()
{
    if (changeProjectDialog(m_context, this))
        showFileState();
}

void MainWindow::filterBySelection()
{
    Filter filter = m_filter.filter();
    filter.actors.clear();
    filter.sources.clear();
    for (const ItemRef item : m_selection.items()) {
        if (item.kind == ItemKind::Source)
            filter.sources.push_back(item.source());
    }
    if (filter.sources.empty())
        filter.actors = m_selection.actors(*m_hub.snapshot());
    m_filter.setFilter(filter);
}

void MainWindow::exportPicture()
{
    exportPictureDialog(m_context, this, pictureView());
}

void MainWindow::copyPicture()
{
    QApplication::clipboard()->setImage(pictureForClipboard(m_context, pictureView()));
    m_messages->showNote(tr("The picture is on the clipboard."));
}

void MainWindow::print()
{
    printPicture(m_context, this, pictureView());
}

void MainWindow::exportRows()
{
    exportRowsDialog(m_context, this);
}

// What Export, Copy and Print take: the canvas that has the focus, else the timeline.
PictureView MainWindow::pictureView() const
{
    const auto holdsFocus = [this](const char *name) {
        const QWidget *pane = m_panes.at(QString::fromLatin1(name));
        const QWidget *focus = QApplication::focusWidget();
        return focus && pane->isAncestorOf(focus);
    };
    PictureView view;
    view.visible = m_timeline->visibleSpan();
    view.rows = m_timeline->rows();
    view.rowHeight = m_timeline->rowHeight();
    view.positions = m_network->positions();
    view.graph = m_network->shown();
    if (holdsFocus("graph"))
        view.subject =
            m_network->isMatrixShown() ? PictureSubject::GraphMatrix : PictureSubject::Graph;
    else if (holdsFocus("charts"))
        view.subject = m_charts->subject();
    return view;
}

void MainWindow::showHelp(const QString &page)
{
    if (!m_help)
        m_help = new HelpWindow(this);
    m_help->showPage(page);
}

void MainWindow::showAbout()
{
    QMessageBox::about(
        this, tr("About Dateline"),
        tr("<h3>Dateline %1</h3><p>A timeline and relationship explorer for dated, uncertain, "
           "attributed claims.</p><p>Free software under the GNU General Public License, version 3 "
           "or later, without any warranty.</p><p>Everything stays in your file; Dateline never "
           "opens a network connection.</p>")
            .arg(QApplication::applicationVersion()));
}

}  // namespace dateline::ui
