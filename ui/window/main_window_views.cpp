// SPDX-License-Identifier: GPL-3.0-or-later
// Saved views: the filter, the day, how it is shown, and the graph's places under a name, kept in
// the file. Opening one is no edit; saving, renaming and deleting are.
#include <QInputDialog>
#include <QMenu>

#include "ui/bridge/text.h"
#include "ui/bridge/view_settings.h"
#include "ui/views/network_view.h"
#include "ui/window/main_window.h"

namespace dateline::ui {

void MainWindow::makeSavedViewsMenu(QMenu *menu)
{
    m_fileActions.append(menu->menuAction());
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillSavedViewsMenu(menu); });
    fillSavedViewsMenu(menu);
}

void MainWindow::fillSavedViewsMenu(QMenu *menu)
{
    menu->clear();
    const bool canWrite = m_hub.isOpen() && !m_hub.isReadOnly();
    const ViewId open = m_network->view();
    const auto add = [&](const QString &name, ViewId id) {
        QAction *action = menu->addAction(name, this, [this, id] { openSavedView(id); });
        action->setCheckable(true);
        action->setChecked(id == open);
    };
    add(tr("As the file opens"), kDefaultView);
    for (const SavedView &view : *m_hub.snapshot()->views)
        if (view.id != kDefaultView)
            add(toQString(view.name), view.id);
    menu->addSeparator();
    const SavedView *saved = m_hub.snapshot()->views->find(open);
    const bool isNamed = saved != nullptr && open != kDefaultView;
    const QString name = isNamed ? toQString(saved->name) : QString();
    const auto addWriting = [&](const QString &text, bool isPossible, auto &&run) {
        menu->addAction(text, this, run)->setEnabled(canWrite && isPossible);
    };
    addWriting(tr("Save this view as…"), true, [this] { saveViewAs(); });
    addWriting(isNamed ? tr("Save %1 as it is now").arg(name)
                       : tr("Let the file open as it is now"),
               saved != nullptr, [this] { saveOpenView({}); });
    addWriting(isNamed ? tr("Rename %1…").arg(name) : tr("Rename…"), isNamed, [this, name] {
        const QString wanted =
            QInputDialog::getText(this, tr("Rename view"), tr("Name"), QLineEdit::Normal, name);
        if (!wanted.trimmed().isEmpty() && wanted.trimmed() != name)
            saveOpenView(wanted.trimmed());
    });
    addWriting(isNamed ? tr("Delete %1").arg(name) : tr("Delete"), isNamed,
               [this, open] { m_intents.removeView(open); });
}

void MainWindow::openSavedView(ViewId id)
{
    const SavedView *view = m_hub.snapshot()->views->find(id);
    if (view == nullptr)
        return;
    const std::string settings = view->settings;
    m_network->openView(id);
    dateline::ui::applyLook(settings, m_filter);
}

std::string MainWindow::settingsAsShown(std::string_view settings) const
{
    return withGraphLook(withGraphChoice(withLook(settings, m_filter), m_network->choice()),
                         m_network->look());
}

void MainWindow::saveViewAs()
{
    const QString name = QInputDialog::getText(this, tr("Save view"), tr("Name")).trimmed();
    if (name.isEmpty())
        return;
    SavedView view;
    view.name = toUtf8(name);
    view.settings = settingsAsShown("{}");
    view.positions = m_network->positions();
    if (const ViewId made = m_intents.saveView(view))
        m_network->openView(made);
}

// Under another name it keeps what was saved; under its own it takes what is shown.
void MainWindow::saveOpenView(const QString &newName)
{
    const SavedView *saved = m_hub.snapshot()->views->find(m_network->view());
    if (saved == nullptr)
        return;
    SavedView view{saved->id, saved->name, saved->settings, {}};
    if (newName.isEmpty()) {
        view.settings = settingsAsShown(saved->settings);
        // What the user placed is in the view that the file opens with already; the rest follows
        // the shape of the pane.
        if (saved->id != kDefaultView)
            view.positions = m_network->positions();
    } else {
        view.name = toUtf8(newName);
    }
    m_intents.changeView(view, newName.isEmpty() ? tr("Save view") : tr("Rename view"));
}

}  // namespace dateline::ui
