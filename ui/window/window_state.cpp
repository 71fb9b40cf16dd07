// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/window_state.h"

#include <QFileInfo>
#include <QSettings>

namespace dateline::ui {

namespace {

constexpr int kMostRecent = 8;

QString workspaceKey(const QString &name)
{
    // The last arrangement is no workspace: one may be called anything.
    if (name.isEmpty())
        return QStringLiteral("arrangement");
    return QStringLiteral("workspaces/") + QString::fromLatin1(name.toUtf8().toPercentEncoding());
}

}  // namespace

bool WindowState::isFirstStart()
{
    QSettings settings;
    const bool isFirst = !settings.value(QStringLiteral("started"), false).toBool();
    settings.setValue(QStringLiteral("started"), true);
    return isFirst;
}

QStringList WindowState::recentFiles()
{
    QStringList there;
    for (const QString &path : QSettings().value(QStringLiteral("recent")).toStringList()) {
        if (QFileInfo::exists(path))
            there.append(path);
    }
    return there;
}

void WindowState::addRecentFile(const QString &path)
{
    QStringList paths = recentFiles();
    const QString absolute = QFileInfo(path).absoluteFilePath();
    paths.removeAll(absolute);
    paths.prepend(absolute);
    while (paths.size() > kMostRecent)
        paths.removeLast();
    QSettings().setValue(QStringLiteral("recent"), paths);
}

Look WindowState::look()
{
    const QString name = QSettings().value(QStringLiteral("look")).toString();
    if (name == QLatin1String("light"))
        return Look::Light;
    if (name == QLatin1String("dark"))
        return Look::Dark;
    return Look::Desktop;
}

void WindowState::setLook(Look look)
{
    QSettings().setValue(QStringLiteral("look"), look == Look::Light  ? QStringLiteral("light")
                                                 : look == Look::Dark ? QStringLiteral("dark")
                                                                      : QStringLiteral("desktop"));
}

bool WindowState::isSuggesting()
{
    return QSettings().value(QStringLiteral("suggesting"), true).toBool();
}

void WindowState::setSuggesting(bool isSuggesting)
{
    QSettings().setValue(QStringLiteral("suggesting"), isSuggesting);
}

bool WindowState::isLegendShown()
{
    return QSettings().value(QStringLiteral("timelineLegend"), false).toBool();
}

void WindowState::setLegendShown(bool isShown)
{
    QSettings().setValue(QStringLiteral("timelineLegend"), isShown);
}

bool WindowState::areRowsCompact()
{
    return QSettings().value(QStringLiteral("timelineCompactRows"), false).toBool();
}

void WindowState::setRowsCompact(bool areCompact)
{
    QSettings().setValue(QStringLiteral("timelineCompactRows"), areCompact);
}

bool WindowState::isActorStripShown()
{
    return QSettings().value(QStringLiteral("timelineActorStrip"), true).toBool();
}

void WindowState::setActorStripShown(bool isShown)
{
    QSettings().setValue(QStringLiteral("timelineActorStrip"), isShown);
}

QByteArray WindowState::geometry()
{
    return QSettings().value(QStringLiteral("geometry")).toByteArray();
}

void WindowState::setGeometry(const QByteArray &geometry)
{
    QSettings().setValue(QStringLiteral("geometry"), geometry);
}

QStringList WindowState::workspaces()
{
    QSettings settings;
    settings.beginGroup(QStringLiteral("workspaces"));
    QStringList names;
    for (const QString &key : settings.childKeys())
        names.append(QString::fromUtf8(QByteArray::fromPercentEncoding(key.toLatin1())));
    return names;
}

QByteArray WindowState::workspace(const QString &name)
{
    return QSettings().value(workspaceKey(name)).toByteArray();
}

void WindowState::setWorkspace(const QString &name, const QByteArray &state)
{
    QSettings().setValue(workspaceKey(name), state);
}

void WindowState::removeWorkspace(const QString &name)
{
    QSettings().remove(workspaceKey(name));
}

}  // namespace dateline::ui
