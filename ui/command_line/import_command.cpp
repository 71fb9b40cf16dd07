// SPDX-License-Identifier: GPL-3.0-or-later
#include <stop_token>

#include <QFile>

#include "app/exchange/file_bytes.h"
#include "app/exchange/file_import.h"
#include "resources/init_resources.h"
#include "ui/bridge/text.h"
#include "ui/command_line/commands.h"
#include "ui/command_line/console.h"

namespace dateline::ui {

namespace {

// A file; where there is none of that name, a mapping that comes with the program.
Result<std::string> readMapping(const std::string &map)
{
    Result<std::string> text = readFileBytes(map);
    if (text || text.error().code != ErrorCode::NotFound)
        return text;
    initResources();
    for (const char *const ending : {"", ".json"}) {
        QFile shipped(QStringLiteral(":/mappings/") + toQString(map) + QLatin1String(ending));
        if (map.find('/') == std::string::npos && shipped.open(QIODevice::ReadOnly))
            return shipped.readAll().toStdString();
    }
    return text;
}

std::string jsonOf(const ImportReport &report)
{
    std::string out;
    JsonWriter json(out);
    const ImportReport::Counts &added = report.added;
    json.beginObject().member("format", report.format);
    json.member("events", added.events).member("actors", added.actors);
    json.member("relations", added.relations).member("sources", added.sources);
    json.member("annotations", added.annotations).member("participations", added.participations);
    json.member("quantities", added.quantities).member("roles", added.roles);
    json.member("reliabilities", added.reliabilities).member("claims", added.claims);
    json.member("decisions", added.decisions).member("judgements", added.judgements);
    json.member("updated", report.updated);
    json.member("unchanged", report.unchanged).member("left_out", report.leftOut);
    json.key("refused").beginArray();
    const auto number = [&](std::string_view name, std::int64_t value) {
        json.key(name);
        value > 0 ? json.value(value) : json.null();
    };
    for (const Refusal &refusal : report.refused) {
        json.beginObject().member("file", refusal.file);
        number("line", refusal.line);
        number("column", refusal.column);
        json.member("field", refusal.field).member("found", refusal.found);
        json.member("expected", refusal.expected).end();
    }
    json.end().key("remarks").beginArray();
    for (const std::string &line : report.remarks)
        json.value(line);
    json.end().member("done", report.isDone).fixed("seconds", report.seconds, 3).end();
    return out;
}

std::string textOf(const ImportReport &report, bool isDryRun)
{
    const ImportReport::Counts &added = report.added;
    const std::pair<std::string_view, std::int64_t> counts[] = {
        {"events", added.events},
        {"actors", added.actors},
        {"participations", added.participations},
        {"quantities", added.quantities},
        {"roles", added.roles},
        {"relations", added.relations},
        {"reliabilities", added.reliabilities},
        {"sources", added.sources},
        {"annotations", added.annotations},
        {"claims", added.claims},
        {"decisions", added.decisions},
        {"judgements", added.judgements}};
    std::string text = isDryRun ? "would add" : "added";
    bool isFirst = true;
    for (const auto &[name, count] : counts) {
        if (count == 0)
            continue;
        text.append(isFirst ? " " : ", ").append(std::to_string(count)).append(" ").append(name);
        isFirst = false;
    }
    if (isFirst)
        text += " nothing";
    text.append("; updated ").append(std::to_string(report.updated));
    text.append(", unchanged ").append(std::to_string(report.unchanged));
    if (report.leftOut > 0)
        text.append(", left out ").append(std::to_string(report.leftOut));
    if (!report.refused.empty())
        text.append(", skipped ").append(std::to_string(report.refused.size()));
    return text + "\n";
}

}  // namespace

int run(const ImportCommand &command)
{
    ImportRequest request;
    for (const std::string &input : command.inputs)
        request.inputs.emplace_back(input);
    if (!command.format.empty()) {
        request.format = importFormatFrom(command.format);
        if (!request.format)
            return failArguments("--format is tables, mapped or document");
    }
    if (command.map.empty() && request.format == ImportFormat::Mapped)
        return failArguments("--format mapped needs a mapping file: --map MAP.json");
    if (!command.map.empty()) {
        if (request.format && request.format != ImportFormat::Mapped)
            return failArguments("--map is for foreign tables only: --format mapped");
        Result<std::string> mapping = readMapping(command.map);
        if (!mapping)
            return fail(mapping.error());
        request.mapping = *std::move(mapping);
        request.mappingName = command.map;
    }
    int status = kDone;
    const std::unique_ptr<Session> session = openProject(command.file, OpenMode::Write, status);
    if (!session)
        return status;

    request.options.isDryRun = command.isDryRun;
    request.options.skipsBadRows = command.skipsBadRows;
    Result<ImportReport> report = [&] {
        CommandWork importing("importing");
        std::stop_source stop;
        request.options.stop = stop.get_token();
        request.options.onProgress = [&](const WorkProgress &now) {
            importing.line().show(now);
            if (CommandWork::isInterrupted())
                stop.request_stop();
        };
        return importFiles(*session, request);
    }();
    if (!report)
        return fail(report.error());
    if (const auto keepColumns = session->columnCacheWork())
        keepColumns({});

    const bool isRefused = !report->refused.empty() && !command.skipsBadRows;
    if (command.isJson)
        printJson(jsonOf(*report));
    else if (!isRefused)
        print(textOf(*report, command.isDryRun));
    for (const std::string &line : report->remarks)
        remark(line);
    for (const Refusal &refusal : report->refused)
        remark(sentenceOf(refusal));
    if (isRefused)
        complain("refused; nothing was changed");
    return isRefused ? kRefused : kDone;
}

}  // namespace dateline::ui
