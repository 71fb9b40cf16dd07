// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command_line/command_line.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>

#include "ui/command_line/commands.h"
#include "ui/command_line/console.h"

namespace dateline::ui {

namespace {

constexpr std::array kSubcommands =
    std::to_array<std::string_view>({"new", "info", "check", "import", "export", "search", "date",
                                     "graph", "layout", "bench", "formats"});

// Stands before a word that is a date and would be taken for an option.
constexpr char kDateMark = '\x01';

void eraseDateMarks(std::string &text)
{
    std::erase(text, kDateMark);
}

constexpr const char *kJson = "One JSON value on standard output";

}  // namespace

bool isSubcommand(std::string_view word)
{
    return word == "--help" || word == "-h" || word == "--version" ||
           std::find(kSubcommands.begin(), kSubcommands.end(), word) != kSubcommands.end();
}

struct CommandLine::Private {
    explicit Private(CommandLineParts given) : parts(std::move(given))
    {
        app.set_version_flag("--version", "dateline " DATELINE_VERSION);
        app.require_subcommand(1);
        app.footer(
            "Without a sub-command the window opens: dateline [FILE], or dateline --sample for a\n"
            "new copy of the built-in sample.\n\n"
            "Exit status: 0 done; 1 done, and the answer is no; 2 wrong arguments;\n"
            "3 the input was refused, nothing was changed; 4 a file could not be read or\n"
            "written, or is in use.");
        addFileCommands();
        addImport();
        addExport();
        addSearch();
        addDate();
        addGraph();
        addRest();
    }

    void addFileCommands()
    {
        CLI::App *create =
            app.add_subcommand("new", "Make an empty project, or a copy of the sample");
        create->add_option("FILE", newCommand.file, "The project to make; must not exist")
            ->required();
        create->add_flag("--sample", newCommand.isSample, "A copy of the built-in sample");
        create->callback([this] { status = ui::run(newCommand); });

        CLI::App *info = app.add_subcommand("info", "Say what a project holds");
        info->add_option("FILE", infoCommand.file, "The project")->required();
        info->add_flag("--json", infoCommand.isJson, kJson);
        info->callback([this] { status = ui::run(infoCommand); });

        CLI::App *check = app.add_subcommand(
            "check", "Look for damage, lost quotes, and claims and dates that cannot all be right");
        check->add_option("FILE", checkCommand.file, "The project")->required();
        check->add_flag("--json", checkCommand.isJson, kJson);
        check->callback([this] { status = ui::run(checkCommand); });
    }

    void addImport()
    {
        CLI::App *taken =
            app.add_subcommand("import", "Bring tables, foreign data and texts into a project");
        taken->add_option("FILE", importCommand.file, "The project")->required();
        taken
            ->add_option("INPUT", importCommand.inputs,
                         "Folder of the project's own tables, file of it, text, Markdown or HTML; "
                         "with --map csv, tsv or json")
            ->required();
        taken->add_option("--format", importCommand.format, "tables, mapped or document");
        taken->add_option("--map", importCommand.map,
                          "Mapping file, or the name of one that comes with the program");
        taken->add_flag("--dry-run", importCommand.isDryRun, "Say what would be done");
        taken->add_flag("--skip-bad-rows", importCommand.skipsBadRows,
                        "Leave out what is refused, and list it");
        taken->add_flag("--json", importCommand.isJson, kJson);
        taken->callback([this] { status = ui::run(importCommand); });
    }

    void addExport()
    {
        CLI::App *command = app.add_subcommand("export", "Write pictures, tables and texts");
        ExportCommand &to = exportCommand;
        command->add_option("FILE", to.file, "The project")->required();
        command->add_option("OUT", to.out, "File, or folder for --what all")->required();
        command->add_option("--what", to.what,
                            "timeline, graph, graph:dates, graph:matrix, chart:periods, "
                            "chart:actors, chart:quantities, "
                            "source:ID, events, actors, relations, sources, annotations, all");
        command->add_option("--format", to.format,
                            "png, svg, pdf, csv, json, txt, html; else told by the ending of OUT");
        addView(*command, to.view);
        command->add_option("--group-by", to.groupBy, "actor, kind, place, source or none");
        command->add_option("--size", to.size, "Of a picture in pixels, WxH");
        command->add_option("--dpi", to.dpi, "Dots per inch of a PNG")->check(CLI::Range(24, 1200));
        command->add_option("--theme", to.theme, "light or dark");
        command->add_flag("!--no-caption", to.hasCaption, "Leave out what stands below a picture");
        command->add_option("--handling", to.handling,
                            "Refuse to write anything stricter than this mark: TLP:CLEAR, "
                            "TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT or TLP:RED");
        command->callback([this] {
            eraseDateMarks(exportCommand.view.from);
            eraseDateMarks(exportCommand.view.to);
            eraseDateMarks(exportCommand.view.asOf);
            eraseDateMarks(exportCommand.view.knownOn);
            status = ui::run(exportCommand, parts);
        });
    }

    static void addView(CLI::App &command, ViewArguments &view)
    {
        command.add_option("--from", view.from, "Not before this date (EDTF)");
        command.add_option("--to", view.to, "Not after this date (EDTF)");
        command.add_option("--as-of", view.asOf, "Roles and relations as of this date (EDTF)");
        command.add_option("--known-on", view.knownOn,
                           "Only what a source had published by this date (EDTF)");
        command.add_option("--actor", view.actors, "Only with this actor: name, alias or id")
            ->allow_extra_args(false);
        command.add_option("--kind", view.kinds, "Only events of this kind")
            ->allow_extra_args(false);
        command.add_option("--query", view.query, "Only events in which these words occur");
    }

    void addSearch()
    {
        CLI::App *search = app.add_subcommand("search", "Find words in events, actors and sources");
        search->add_option("FILE", searchCommand.file, "The project")->required();
        search->add_option("QUERY", searchCommand.words, "Words, or parts of words")->required();
        search->add_option("--limit", searchCommand.limit, "At most so many")
            ->check(CLI::Range(1, 1'000'000));
        search->add_flag("--json", searchCommand.isJson, kJson);
        search->callback([this] { status = ui::run(searchCommand); });
    }

    void addDate()
    {
        CLI::App *date = app.add_subcommand(
            "date", "Say what dates mean; without TEXT a line each from standard input");
        date->add_option("TEXT", dateCommand.texts,
                         "Dates (EDTF), or phrases like \"last autumn\"");
        date->add_option("--published", dateCommand.published,
                         "The day of publication that phrases count from (EDTF)");
        date->add_option("--language", dateCommand.language,
                         "Of phrases: en, de, fr, ru, uk or ko; else guessed");
        date->add_flag("--edtf-only", dateCommand.isEdtfOnly, "Take no phrases");
        date->add_flag("--json", dateCommand.isJson, "One JSON object a line");
        date->callback([this] {
            std::for_each(dateCommand.texts.begin(), dateCommand.texts.end(), eraseDateMarks);
            eraseDateMarks(dateCommand.published);
            status = ui::run(dateCommand);
        });
    }

    void addGraph()
    {
        CLI::App *graph = app.add_subcommand("graph", "Figures about who is tied to whom");
        graph->add_option("FILE", graphCommand.file, "The project")->required();
        graph->add_option("--metric", graphCommand.metric,
                          "degree, betweenness, pagerank, core or component: sorted by it");
        graph
            ->add_option("--path", graphCommand.path,
                         "The shortest paths between two actors, with what they rest on")
            ->expected(2);
        graph->add_flag("--advancing", graphCommand.isAdvancing,
                        "With --path: only such whose dates follow each other");
        graph->add_flag("--communities", graphCommand.hasCommunities,
                        "Groups that are tied more closely");
        graph->add_option("--as-of", graphCommand.asOf, "The graph as of this date (EDTF)");
        graph->add_flag("--json", graphCommand.isJson, kJson);
        graph->callback([this] {
            eraseDateMarks(graphCommand.asOf);
            status = ui::run(graphCommand);
        });
    }

    void addRest()
    {
        CLI::App *layout = app.add_subcommand("layout", "Positions for the nodes of a graph file");
        layout
            ->add_option("GRAPH", layoutCommand.graph,
                         "csv or tsv of links (source,target), gexf, graphml, gml, dot, net ...")
            ->required();
        layout->add_option("OUT", layoutCommand.out, "Rows of id, x, y with a TAB between")
            ->required();
        layout->add_option("--quality", layoutCommand.quality,
                           "fast (as by default), fine or clusters");
        layout->add_option("--seed", layoutCommand.seed, "Of what is left to chance")
            ->check(CLI::Range(0, INT_MAX));
        layout
            ->add_option("--threads", layoutCommand.threads,
                         "At most so many; the result is the same")
            ->check(CLI::Range(1, 1024));
        layout->add_flag("--json", layoutCommand.isJson, kJson);
        layout->callback([this] { status = ui::run(layoutCommand); });

        CLI::App *bench = app.add_subcommand(
            "bench", "Pan, zoom, select and export on the real widgets, and take the time");
        bench->add_option("FILE", benchCommand.file, "The project")->required();
        bench->add_option("--size", benchCommand.size, "Of the window in pixels, WxH");
        bench->add_option("--only", benchCommand.only, "These scripts alone, by name")
            ->delimiter(',');
        bench->add_flag("--json", benchCommand.isJson, kJson);
        bench->callback([this] { status = ui::run(benchCommand, parts); });

        CLI::App *formats = app.add_subcommand("formats", "Say what can be read and written");
        formats->add_flag("--json", formatsCommand.isJson, kJson);
        formats->callback([this] { status = ui::run(formatsCommand); });
    }

    CommandLineParts parts;
    CLI::App app{"Dateline: a timeline and relationship explorer for dated, attributed claims",
                 "dateline"};
    int status = kDone;
    NewCommand newCommand;
    InfoCommand infoCommand;
    CheckCommand checkCommand;
    ImportCommand importCommand;
    ExportCommand exportCommand;
    SearchCommand searchCommand;
    DateCommand dateCommand;
    GraphCommand graphCommand;
    LayoutCommand layoutCommand;
    BenchCommand benchCommand;
    FormatsCommand formatsCommand;
};  // namespace dateline::ui

CommandLine::CommandLine(CommandLineParts parts) : d(std::make_unique<Private>(std::move(parts))) {}

CommandLine::~CommandLine() = default;

int CommandLine::run(int argc, char **argv)
{
    // A date before our era begins with '-' like an option, "dateline date -0044-03-15", and CLI11
    // would take a set, "[1667,1668]", apart.
    const bool isDate = argc > 1 && std::string_view(argv[1]) == "date";
    std::vector<std::string> words;
    for (int i = argc - 1; i > 0; --i) {
        const std::string_view word = argv[i];
        const bool isYear = word.size() > 1 && word[0] == '-' && word[1] >= '0' && word[1] <= '9';
        const bool isSet = isDate && word.starts_with('[');
        words.push_back((isYear || isSet ? std::string(1, kDateMark) : std::string()).append(word));
    }
    d->app.parse(std::move(words));
    std::fflush(stdout);
    return d->status;
}

int CommandLine::explain(const CLI::ParseError &error)
{
    return d->app.exit(error) == 0 ? kDone : kWrongArguments;
}

}  // namespace dateline::ui
