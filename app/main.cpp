// SPDX-License-Identifier: GPL-3.0-or-later
// The only file of app/ that sees ui/: decides between window and command line, and catches what
// nobody else did.
#include <CLI/Error.hpp>

#include <cstdio>
#include <exception>
#include <string_view>

#include <QApplication>
#include <QLoggingCategory>

#include "app/base/heap_memory.h"
#include "ui/command_line/command_line.h"
#include "ui/window/bench.h"
#include "ui/window/chart_picture.h"
#include "ui/window/run_window.h"

using namespace dateline;

namespace {

// Sub-commands paint into files: no display is asked for, and none is needed.
std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // What an invisible platform cannot do is no news for a script that reads standard error.
    QLoggingCategory::setFilterRules(QStringLiteral("default.warning=false"));
    auto application = std::make_unique<QApplication>(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Dateline"));
    QApplication::setOrganizationName(QStringLiteral("Dateline"));
    return application;
}

int runSubcommand(int argc, char **argv)
{
    ui::CommandLineParts parts;
    parts.makeApplication = [&] { return makeApplication(argc, argv); };
    parts.paintChart = ui::paintChartPicture;
    parts.bench = [&](const ui::BenchRequest &request) {
        keepHeapSmall();  // as the window
        const std::unique_ptr<QCoreApplication> application = makeApplication(argc, argv);
        return ui::runBench(request.file, {request.width, request.height}, request.only);
    };
    ui::CommandLine commandLine(parts);
    try {
        return commandLine.run(argc, argv);
    } catch (const CLI::ParseError &error) {
        return commandLine.explain(error);
    }
}

}  // namespace

int main(int argc, char **argv)
{
    try {
        if (argc > 1 && ui::isSubcommand(argv[1]))
            return runSubcommand(argc, argv);
        return ui::runWindow(argc, argv);
    } catch (const std::exception &error) {
        std::fprintf(stderr, "dateline: %s\n", error.what());
    }
    return 4;
}
