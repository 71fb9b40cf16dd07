// SPDX-License-Identifier: GPL-3.0-or-later
// Positions for the nodes of a graph file.
#include <charconv>
#include <chrono>
#include <ctime>
#include <optional>

#include "app/exchange/file_bytes.h"
#include "app/exchange/graph_file.h"
#include "app/network/network_layout.h"
#include "ui/command_line/commands.h"
#include "ui/command_line/console.h"

namespace dateline::ui {

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point begin)
{
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

double processSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

void appendNumber(std::string &out, double number)
{
    char digits[400];
    const auto [end, error] =
        std::to_chars(digits, digits + sizeof digits, number, std::chars_format::fixed, 4);
    out.append(digits, error == std::errc() ? end : digits);
}

// A name may hold anything; a TAB or a line end in it would break the row.
std::string inOneCell(std::string name)
{
    for (char &c : name)
        c = c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
    return name;
}

std::optional<LayoutQuality> qualityOf(const std::string &name)
{
    if (name == "fast")
        return LayoutQuality::Fast;
    if (name == "fine")
        return LayoutQuality::Fine;
    if (name == "clusters")
        return LayoutQuality::Clusters;
    return std::nullopt;
}

}  // namespace

int run(const LayoutCommand &command)
{
    const std::optional<LayoutQuality> quality = qualityOf(command.quality);
    if (!quality)
        return failArguments("--quality is fast, fine or clusters");
    if (!isGraphFile(command.graph)) {
        std::string endings;
        for (const std::string &ending : graphFileEndings())
            endings += " ." + ending;
        return failArguments("GRAPH must be a graph file:" + endings);
    }
    const Clock::time_point readBegin = Clock::now();
    std::vector<Refusal> refused;
    const Result<EdgeList> graph = readGraphFile(command.graph, refused);
    if (!graph)
        return fail(graph.error());
    for (const Refusal &refusal : refused)
        remark(sentenceOf(refusal));
    if (!refused.empty())
        return kRefused;
    const double readSeconds = secondsSince(readBegin);

    LayoutRequest request;
    request.nodeCount = static_cast<std::uint32_t>(graph->names.size());
    request.pairs = graph->pairs;
    request.seed = static_cast<std::uint32_t>(command.seed);
    request.quality = *quality;
    request.threads = static_cast<unsigned>(command.threads);
    const Clock::time_point begin = Clock::now();
    const double cpuBegin = processSeconds();
    const LayoutResult layout = [&] {
        ProgressLine progress("laying out");
        return layOut(request, {}, [&](double share) {
            progress.show({WorkStage::Drawing, share});
        });
    }();
    const double wall = secondsSince(begin);
    const double cpu = processSeconds() - cpuBegin;

    std::string rows;
    for (std::size_t node = 0; node < graph->names.size(); ++node) {
        rows.append(inOneCell(graph->names[node])).append("\t");
        appendNumber(rows, layout.positions[node].x);
        rows += '\t';
        appendNumber(rows, layout.positions[node].y);
        rows += '\n';
    }
    if (const Result<void> written = writeFileBytes(command.out, rows); !written)
        return fail(written.error());
    if (command.isJson) {
        std::string out;
        JsonWriter json(out);
        json.beginObject().member("nodes", graph->names.size());
        json.member("edges", graph->pairs.size()).fixed("layout_wall", wall, 3);
        json.fixed("layout_cpu", cpu, 3).fixed("read_s", readSeconds, 3).end();
        printJson(std::move(out));
    }
    return kDone;
}

}  // namespace dateline::ui
