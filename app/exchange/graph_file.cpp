// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/graph_file.h"

#include <algorithm>

#include "app/exchange/file_bytes.h"
#include "app/exchange/graph_dot.h"
#include "app/exchange/graph_gml.h"
#include "app/exchange/graph_lists.h"
#include "app/exchange/graph_table.h"
#include "app/exchange/graph_xml.h"
#include "app/exchange/text_decoding.h"

namespace dateline {

namespace {

struct Format {
    std::string_view ending;
    GraphFault (*read)(std::string_view text, GraphBuilder &graph);
};

constexpr Format kFormats[] = {
    {"csv", readGraphTable},  {"tsv", readGraphTable},   {"tab", readGraphTable},
    {"txt", readGraphTable},  {"edges", readGraphTable}, {"gexf", readGexf},
    {"graphml", readGraphMl}, {"gml", readGml},          {"dot", readDot},
    {"gv", readDot},          {"net", readPajek},        {"paj", readPajek},
    {"dl", readDl},           {"tlp", readTlp},          {"gdf", readGdf},
};

const Format *formatOf(const std::filesystem::path &path)
{
    std::string ending = path.extension().string();
    for (char &c : ending)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const auto found =
        std::find_if(std::begin(kFormats), std::end(kFormats), [&](const Format &format) {
            return !ending.empty() && ending.substr(1) == format.ending;
        });
    return found == std::end(kFormats) ? nullptr : found;
}

// Plain ASCII and UTF-8 are not copied.
bool isReadyText(std::string_view bytes)
{
    return !firstInvalidUtf8(bytes) && bytes.find('\0') == std::string_view::npos;
}

}  // namespace

const std::vector<std::string> &graphFileEndings()
{
    static const std::vector<std::string> kEndings = [] {
        std::vector<std::string> endings;
        for (const Format &format : kFormats)
            endings.emplace_back(format.ending);
        return endings;
    }();
    return kEndings;
}

bool isGraphFile(const std::filesystem::path &path)
{
    return formatOf(path) != nullptr;
}

Result<EdgeList> readGraphFile(const std::filesystem::path &path, std::vector<Refusal> &refused)
{
    const Format *format = formatOf(path);
    if (format == nullptr)
        return failure(ErrorCode::BadInput,
                       path.filename().string() + ": not a graph file by its ending");
    const Result<std::string> bytes = readFileBytes(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    GraphBuilder graph;
    GraphFault fault;
    // XML tells its encoding itself.
    if (isReadyText(*bytes) || format->read == readGexf || format->read == readGraphMl)
        fault = format->read(withoutByteOrderMark(*bytes), graph);
    else
        fault = format->read(decodeText(*bytes).text, graph);
    if (fault) {
        fault->file = path.filename().string();
        refused.push_back(std::move(*fault));
        return EdgeList{};
    }
    return graph.take();
}

}  // namespace dateline
