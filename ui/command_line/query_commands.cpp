// SPDX-License-Identifier: GPL-3.0-or-later
// search, formats and bench.
#include <algorithm>

#include "app/exchange/own_tables_writer.h"
#include "ui/command_line/console.h"
#include "ui/command_line/view_arguments.h"

namespace dateline::ui {

namespace {

// The words found stand between U+0001 and U+0002.
std::string withoutMarks(std::string text)
{
    std::erase_if(text, [](char c) { return c == '\x01' || c == '\x02'; });
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, ' ');
    return text;
}

struct Format {
    std::string_view name;
    std::string_view endings;
    bool isRead;
    bool isWritten;
    std::string_view what;
};
constexpr Format kFormats[] = {
    {"project", "dateline", true, true, "a project of this program"},
    {"tables", "folder, csv", true, true, "the project's own tables"},
    {"csv", "csv", true, true, "foreign rows, read through a mapping; rows, written"},
    {"tsv", "tsv", true, false, "foreign rows, read through a mapping"},
    {"json", "json", true, true, "foreign records, read through a mapping; rows, written"},
    {"text", "txt", true, true, "a document, as a source"},
    {"markdown", "md", true, true, "a document, as a source"},
    {"html", "html, htm, xhtml", true, true, "a document, as a source; nothing is loaded"},
    {"mail", "eml", true, false, "a mail, as a source; attachments are named, not opened"},
    {"links", "csv, tsv, tab, txt, edges", true, false, "links of a graph, for layout"},
    {"gexf", "gexf", true, false, "nodes and links, for layout"},
    {"graphml", "graphml", true, false, "nodes and links, for layout"},
    {"gml", "gml", true, false, "nodes and links, for layout"},
    {"dot", "dot, gv", true, false, "nodes and links, for layout"},
    {"pajek", "net, paj", true, false, "nodes and links, for layout"},
    {"dl", "dl", true, false, "nodes and links, for layout"},
    {"tlp", "tlp", true, false, "nodes and links, for layout"},
    {"gdf", "gdf", true, false, "nodes and links, for layout"},
    {"png", "png", false, true, "pictures of timeline, graph and charts"},
    {"svg", "svg", false, true, "pictures of timeline, graph and charts"},
    {"pdf", "pdf", true, true, "a document with text, as a source; pictures, written"},
};

}  // namespace

int run(const SearchCommand &command)
{
    int status = kDone;
    const std::unique_ptr<Session> session = openProject(command.file, OpenMode::ReadOnly, status);
    if (!session)
        return status;
    std::string words;
    for (const std::string &word : command.words)
        words.append(words.empty() ? "" : " ").append(word);
    const Result<std::vector<SearchHit>> hits = session->search(words, command.limit);
    if (!hits)
        return fail(hits.error());
    const OwnTablesWriter ids(*session);
    std::string out;
    if (command.isJson) {
        JsonWriter json(out);
        json.beginArray();
        for (const SearchHit &hit : *hits) {
            json.beginObject().member("kind", nameOf(hit.item.kind));
            json.member("id", ids.aboutId(hit.item)).member("title", hit.title);
            json.member("excerpt", withoutMarks(hit.excerpt)).end();
        }
        json.end();
        printJson(std::move(out));
    } else {
        for (const SearchHit &hit : *hits) {
            out.append(nameOf(hit.item.kind)).append("\t").append(ids.aboutId(hit.item));
            out.append("\t").append(withoutMarks(hit.title)).append("\t");
            out.append(withoutMarks(hit.excerpt)).append("\n");
        }
        print(out);
    }
    return hits->empty() ? kAnswerIsNo : kDone;
}

int run(const FormatsCommand &command)
{
    std::string out;
    if (command.isJson) {
        JsonWriter json(out, JsonWriter::Layout::Indented);
        json.beginArray();
        for (const Format &format : kFormats) {
            json.beginObject().member("name", format.name).member("endings", format.endings);
            json.member("reads", format.isRead).member("writes", format.isWritten);
            json.member("what", format.what).end();
        }
        json.end();
        printJson(std::move(out));
        return kDone;
    }
    for (const Format &format : kFormats) {
        out.append(format.name).append(10 - format.name.size(), ' ');
        out.append(format.isRead ? "reads " : "      ");
        out.append(format.isWritten ? "writes  " : "        ");
        out.append(format.what).append(" (").append(format.endings).append(")\n");
    }
    print(out);
    return kDone;
}

int run(const BenchCommand &command, const CommandLineParts &parts)
{
    const std::optional<PixelSize> size = pixelSizeFrom(command.size);
    if (!size)
        return failArguments("--size is WIDTHxHEIGHT in pixels, each from 64 to 20000");
    if (!parts.bench)
        return failArguments("bench is not part of this program");
    Result<std::string> result =
        parts.bench({command.file, size->width, size->height, command.only});
    if (!result)
        return fail(result.error());
    printJson(*std::move(result));
    return kDone;
}

}  // namespace dateline::ui
