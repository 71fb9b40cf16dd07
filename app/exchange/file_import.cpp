// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/file_import.h"

#include <chrono>

#include "app/exchange/document_reader.h"
#include "app/exchange/mapping_reader.h"
#include "app/exchange/own_tables_reader.h"
#include "app/exchange/own_tables_stream.h"

namespace dateline {

namespace {

namespace fs = std::filesystem;

void addDocument(NewDocument document, std::uint32_t file, ProjectTables &tables)
{
    const RowPlace place{file, 0};
    SourceRecord source{place};
    source.row.title = std::move(document.title);
    source.row.author = std::move(document.author);
    source.row.published = document.published;
    source.row.updated = document.updated;
    source.row.language = std::move(document.language);
    source.row.address = std::move(document.address);
    source.row.mediaType = std::move(document.mediaType);
    source.text = std::move(document.text);
    source.bytes = std::move(document.bytes);
    source.hasText = true;
    if (!document.outlet.empty()) {
        source.outlet = nameKey(document.outlet);
        ActorRecord outlet{place, {}, {}};
        outlet.row.name = std::move(document.outlet);
        outlet.row.kind = "outlet";
        tables.actors.push_back(std::move(outlet));
    }
    tables.sources.push_back(std::move(source));
}

Result<void> readDocuments(const std::vector<fs::path> &inputs, ProjectTables &tables,
                           ImportReport &report)
{
    for (const fs::path &input : inputs) {
        const std::string name = input.filename().string();
        Result<NewDocument> document = readDocument(input);
        if (!document && document.error().code != ErrorCode::BadInput)
            return tl::unexpected(document.error());
        if (!document) {
            report.refused.push_back(
                {name, 0, 0, "", document.error().detail, "a text, Markdown or HTML file"});
            continue;
        }
        for (const std::string &remark : document->remarks)
            report.remarks.push_back(name + ": " + remark);
        tables.files.push_back(name);
        addDocument(*std::move(document), static_cast<std::uint32_t>(tables.files.size()) - 1,
                    tables);
    }
    return {};
}

Result<void> readForeign(const Session &session, const ImportRequest &request,
                         ProjectTables &tables, ImportReport &report)
{
    std::optional<Mapping> mapping =
        parseMapping(request.mapping, request.mappingName, report.refused);
    if (!mapping)
        return {};
    report.format = mapping->name;
    const ActorStore &actors = session.stores().actors;
    const auto hasActor = [&](const std::string &id) { return !actors.findExternal(id).isNull(); };
    return readMapped(*mapping, request.inputs, hasActor, tables, report);
}

std::string importName(const ImportRequest &request)
{
    std::string name = request.inputs.front().filename().string();
    if (name.empty())  // a folder with a slash behind it
        name = request.inputs.front().parent_path().filename().string();
    if (request.inputs.size() > 1)
        name += " and " + std::to_string(request.inputs.size() - 1) + " more";
    return "Import " + cutForDisplay(name, 60);
}

// The one format of all inputs; a refusal where there is none.
std::optional<ImportFormat> formatOf(const ImportRequest &request, ImportReport &report)
{
    if (request.format)
        return request.format;
    if (!request.mappingName.empty())
        return ImportFormat::Mapped;
    std::optional<ImportFormat> format;
    for (const fs::path &input : request.inputs) {
        const std::optional<ImportFormat> own = importFormatOf(input);
        const std::string name = input.filename().string();
        if (!own) {
            report.refused.push_back({name, 0, 0, "", name,
                                      "a folder or file of the project's own tables, a text, "
                                      "Markdown or HTML file, or a mapping for this one (--map)"});
        } else if (format && *format != *own) {
            report.refused.push_back(
                {name, 0, 0, "", std::string(nameOf(*own)),
                 "inputs of one kind: " + std::string(nameOf(*format)) + " like the first"});
        }
        format = format ? format : own;
    }
    return report.refused.empty() ? format : std::nullopt;
}

// Foreign tables and documents: read first, then written.
Result<void> importRead(Session &session, const ImportRequest &request, ImportFormat format,
                        const ImportOptions &options, ImportReport &report)
{
    ProjectTables tables;
    const Result<void> read = format == ImportFormat::Mapped
                                  ? readForeign(session, request, tables, report)
                                  : readDocuments(request.inputs, tables, report);
    return read ? importTables(session, tables, options, report) : read;
}

// Our own tables are read on one thread while they are written on another.
Result<void> importOwnTables(Session &session, const std::vector<fs::path> &inputs,
                             const ImportOptions &options, ImportReport &report)
{
    constexpr std::int64_t kBytesOfRow = 60;  // the middle of events and of who took part in them
    OwnTablesStream stream(inputs);
    const auto next = [&]() -> Result<const ProjectTables *> {
        Result<const ProjectTables *> part = stream.next();
        // What reading refused is told before what does not fit the project.
        if (part && *part == nullptr) {
            report.refused.insert(report.refused.begin(), stream.refused().begin(),
                                  stream.refused().end());
        }
        return part;
    };
    return importTables(session, next, stream.bytes() / kBytesOfRow, options, report);
}

// What the tables hold; rows that refer to others are not followed.
ImportReport::Counts countsOf(const ProjectTables &tables)
{
    const auto count = [](const auto &rows) { return static_cast<std::int64_t>(rows.size()); };
    ImportReport::Counts counts;
    counts.events = count(tables.events);
    counts.actors = count(tables.actors);
    counts.participations = count(tables.participations);
    counts.quantities = count(tables.quantities);
    counts.roles = count(tables.roles);
    counts.relations = count(tables.relations);
    counts.reliabilities = count(tables.reliabilities);
    counts.sources = count(tables.sources);
    counts.annotations = count(tables.annotations);
    counts.claims = count(tables.claims);
    counts.decisions = count(tables.decisions);
    counts.judgements = count(tables.rulings) + count(tables.acceptances);
    return counts;
}

std::uintmax_t bytesOf(const std::vector<fs::path> &files)
{
    std::uintmax_t bytes = 0;
    for (const fs::path &file : files) {
        std::error_code error;
        const std::uintmax_t size = fs::file_size(file, error);
        bytes += error ? 0 : size;
    }
    return bytes;
}

}  // namespace

std::string_view nameOf(ImportFormat format)
{
    switch (format) {
    case ImportFormat::Tables:
        return "tables";
    case ImportFormat::Mapped:
        return "mapped";
    case ImportFormat::Document:
        return "document";
    }
    return {};
}

std::optional<ImportFormat> importFormatFrom(std::string_view name)
{
    for (const ImportFormat format :
         {ImportFormat::Tables, ImportFormat::Mapped, ImportFormat::Document}) {
        if (nameOf(format) == name)
            return format;
    }
    return {};
}

std::optional<ImportFormat> importFormatOf(const fs::path &input)
{
    std::error_code error;
    if (fs::is_directory(input, error) || isOwnTableFile(input))
        return ImportFormat::Tables;
    return isDocumentFile(input) ? std::optional(ImportFormat::Document) : std::nullopt;
}

Result<ImportReport> importFiles(Session &session, const ImportRequest &request)
{
    const auto begin = std::chrono::steady_clock::now();
    ImportReport report;
    for (const fs::path &input : request.inputs) {
        std::error_code error;
        if (!fs::exists(input, error))
            return failure(ErrorCode::NotFound, "no such file: " + input.string());
    }
    if (session.isReadOnly())
        return tl::unexpected(session.readOnlyReason());

    if (const std::optional<ImportFormat> format = formatOf(request, report)) {
        report.format = nameOf(*format);
        ImportOptions options = request.options;
        if (options.name.empty())
            options.name = importName(request);
        const Result<void> done = format == ImportFormat::Tables
                                      ? importOwnTables(session, request.inputs, options, report)
                                      : importRead(session, request, *format, options, report);
        if (!done && done.error().code == ErrorCode::BadInput) {
            report.refused.push_back({request.inputs.front().string(), 0, 0, "",
                                      done.error().detail, "an input that can be taken"});
        } else if (!done) {
            return tl::unexpected(done.error());
        }
    }
    report.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return report;
}

Result<std::optional<ImportReport>> previewFiles(const ImportRequest &request,
                                                 const FirstPart &first)
{
    constexpr std::uintmax_t kSoonRead = 4'000'000;
    ImportReport report;
    const std::optional<ImportFormat> format = formatOf(request, report);
    if (!format || format == ImportFormat::Document)
        return std::nullopt;
    ProjectTables tables;
    if (format == ImportFormat::Tables) {
        const std::vector<fs::path> files = ownTableFiles(request.inputs);
        if (bytesOf(files) <= kSoonRead)
            return std::nullopt;
        for (const fs::path &file : files) {
            const Result<void> read = readOwnTables(file, tables, report.refused, {}, first);
            if (!read)
                return tl::unexpected(read.error());
        }
    } else {
        std::optional<Mapping> mapping =
            parseMapping(request.mapping, request.mappingName, report.refused);
        if (!mapping || mapping->format == TableFormat::Json ||
            bytesOf(request.inputs) <= kSoonRead)
            return std::nullopt;
        const auto hasActor = [](const std::string &) { return true; };
        const Result<void> read =
            readMapped(*mapping, request.inputs, hasActor, tables, report, first);
        if (!read)
            return tl::unexpected(read.error());
    }
    report.added = countsOf(tables);
    return report;
}

}  // namespace dateline
