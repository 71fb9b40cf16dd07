// SPDX-License-Identifier: GPL-3.0-or-later
// What the window remembers between runs, in the user's settings and not in the file: recent files,
// geometry, named workspaces, light or dark.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace dateline::ui {

enum class Look { Desktop, Light, Dark };

class WindowState {
public:
    static bool isFirstStart();        // true once
    static QStringList recentFiles();  // newest first, only files that are there
    static void addRecentFile(const QString &path);

    static Look look();
    static void setLook(Look look);

    // Dates, quantities and speakers in sources are pointed out; on until somebody turns it off.
    static bool isSuggesting();
    static void setSuggesting(bool isSuggesting);

    static bool isLegendShown();  // below the timeline; off until somebody asks for it
    static void setLegendShown(bool isShown);

    // Rows of the timeline as low as their names.
    static bool areRowsCompact();
    static void setRowsCompact(bool areCompact);

    // Posts and relations of the selected actor, below the lanes.
    static bool isActorStripShown();
    static void setActorStripShown(bool isShown);

    static QByteArray geometry();
    static void setGeometry(const QByteArray &geometry);
    static QStringList workspaces();
    static QByteArray workspace(const QString &name);  // "" is the last arrangement
    static void setWorkspace(const QString &name, const QByteArray &state);
    static void removeWorkspace(const QString &name);
};

}  // namespace dateline::ui
