// SPDX-License-Identifier: GPL-3.0-or-later
// The sub-commands, each with its arguments as they were parsed. Each prints its result and returns
// the exit status (docs: CLI). No display is needed, no event loop runs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ui/command_line/command_line.h"

namespace dateline::ui {

struct NewCommand {
    std::string file;
    bool isSample = false;
};
int run(const NewCommand &command);

struct InfoCommand {
    std::string file;
    bool isJson = false;
};
int run(const InfoCommand &command);

struct CheckCommand {
    std::string file;
    bool isJson = false;
};
int run(const CheckCommand &command);

struct ImportCommand {
    std::string file;
    std::vector<std::string> inputs;
    std::string format;
    std::string map;
    bool isDryRun = false;
    bool skipsBadRows = false;
    bool isJson = false;
};
int run(const ImportCommand &command);

// What export and graph narrow down.
struct ViewArguments {
    std::string from;
    std::string to;
    std::string asOf;
    std::string knownOn;
    std::vector<std::string> actors;
    std::vector<std::string> kinds;
    std::string query;
};

struct ExportCommand {
    std::string file;
    std::string out;
    std::string what;
    std::string format;
    ViewArguments view;
    std::string groupBy = "actor";
    std::string size = "1600x1000";
    int dpi = 96;
    std::string theme = "light";
    bool hasCaption = true;
    std::string handling;  // nothing stricter than this mark; empty: anything
};
int run(const ExportCommand &command, const CommandLineParts &parts);

struct SearchCommand {
    std::string file;
    std::vector<std::string> words;
    int limit = 50;
    bool isJson = false;
};
int run(const SearchCommand &command);

struct DateCommand {
    std::string published;
    std::string language;
    bool isEdtfOnly = false;
    bool isJson = false;
    std::vector<std::string> texts;  // none: lines of standard input
};
int run(const DateCommand &command);

struct GraphCommand {
    std::string file;
    std::string metric;
    std::vector<std::string> path;  // two names or ids
    bool isAdvancing = false;       // only ways whose dates follow each other
    bool hasCommunities = false;
    std::string asOf;
    bool isJson = false;
};
int run(const GraphCommand &command);

struct LayoutCommand {
    std::string graph;
    std::string out;
    std::string quality = "fast";
    int seed = 1;
    int threads = 0;  // 0: as many as the machine runs at once; the result is the same for any
    bool isJson = false;
};
int run(const LayoutCommand &command);

struct BenchCommand {
    std::string file;
    std::string size = "1600x1000";
    std::vector<std::string> only;
    bool isJson = false;
};
int run(const BenchCommand &command, const CommandLineParts &parts);

struct FormatsCommand {
    bool isJson = false;
};
int run(const FormatsCommand &command);

}  // namespace dateline::ui
