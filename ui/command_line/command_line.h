// SPDX-License-Identifier: GPL-3.0-or-later
// The command line: sub-commands for scripts, with the same code behind them as the window. What
// lies in layers that this one must not see (charts and the bench need widgets) is handed over.
//
//     if (isSubcommand(argv[1]))
//         return CommandLine(parts).run(argc, argv);
//
// Only run() and explain() touch the arguments; both on the main thread.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include <QRectF>

#include "app/base/error.h"
#include "app/model/filter.h"
#include "ui/paint/picture.h"

class QCoreApplication;
class QPainter;

namespace CLI {
class ParseError;
}

namespace dateline::ui {

struct BenchRequest {
    std::string file;
    int width = 1600;
    int height = 1000;
    std::vector<std::string> only;  // names of scripts; empty: all
};

struct CommandLineParts {
    // An application for what needs fonts and painters.
    std::function<std::unique_ptr<QCoreApplication>()> makeApplication;
    std::function<void(QPainter &painter, const QRectF &area, const Theme &theme,
                       PictureSubject subject, const Snapshot &snapshot, const RowSet &shown)>
        paintChart;
    std::function<Result<std::string>(const BenchRequest &request)> bench;  // JSON
};

bool isSubcommand(std::string_view word);  // --help and --version too

class CommandLine {
public:
    explicit CommandLine(CommandLineParts parts);
    ~CommandLine();
    CommandLine(const CommandLine &) = delete;
    CommandLine &operator=(const CommandLine &) = delete;

    // Throws CLI::ParseError for wrong arguments, and for --help and --version: see explain().
    int run(int argc, char **argv);
    // Prints what the error means and returns the exit status.
    int explain(const CLI::ParseError &error);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace dateline::ui
