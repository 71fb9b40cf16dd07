// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/run_window.h"

#include <cstdio>

#include <QAccessible>
#include <QApplication>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include "app/base/heap_memory.h"
#include "resources/init_resources.h"
#include "ui/bridge/text.h"
#include "ui/window/main_window.h"
#include "ui/window/version.h"

namespace dateline::ui {

namespace {

struct Arguments {
    QString file;
    bool wantsSample = false;
    QString unknown;
};

Arguments readArguments(const QStringList &words)
{
    Arguments arguments;
    for (const QString &word : words) {
        if (word == QLatin1String("--sample"))
            arguments.wantsSample = true;
        else if (word.startsWith(QLatin1Char('-')) || !arguments.file.isEmpty())
            arguments.unknown = word;
        else
            arguments.file = word;
    }
    return arguments;
}

}  // namespace

int runWindow(int argc, char **argv)
{
    keepHeapSmall();
    QApplication::setHighDpiScaleFactorRoundingPolicy(
        Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Dateline"));
    QApplication::setOrganizationName(QStringLiteral("Dateline"));
    QApplication::setDesktopFileName(QStringLiteral("org.dateline.Dateline"));
    QApplication::setApplicationVersion(QStringLiteral(DATELINE_VERSION));
    initResources();
    QTranslator qtWords;
    if (qtWords.load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"),
                     QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QApplication::installTranslator(&qtWords);

    const Arguments arguments = readArguments(QApplication::arguments().mid(1));
    if (!arguments.unknown.isEmpty()) {
        std::fprintf(stderr, "dateline: unexpected argument \"%s\"; see dateline --help\n",
                     qPrintable(arguments.unknown));
        return 2;
    }
    const bool isFirst = WindowState::isFirstStart();
    MainWindow window;
    if (!arguments.file.isEmpty())
        window.startOpening(arguments.file);
    else if (arguments.wantsSample || isFirst)
        window.openSample();
    window.show();
    return QApplication::exec();
}

}  // namespace dateline::ui
