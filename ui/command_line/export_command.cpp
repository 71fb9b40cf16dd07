// SPDX-License-Identifier: GPL-3.0-or-later
// Rows, texts and whole projects; pictures are picture_command.cpp's.
#include <algorithm>

#include "app/evidence/finding.h"
#include "app/evidence/handling.h"
#include "app/exchange/file_bytes.h"
#include "app/exchange/own_tables.h"
#include "app/exchange/rows_writer.h"
#include "ui/command_line/console.h"
#include "ui/command_line/picture_export.h"

namespace dateline::ui {

namespace {

namespace fs = std::filesystem;

std::string formatOf(const ExportCommand &command)
{
    std::string ending = command.format;
    if (ending.empty()) {
        ending = fs::path(command.out).extension().string();
        if (!ending.empty())
            ending.erase(0, 1);
    }
    std::transform(ending.begin(), ending.end(), ending.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return ending;
}

// What is meant where --what is not given: the ending says it.
std::string subjectOf(const ExportCommand &command)
{
    if (!command.what.empty())
        return command.what;
    std::error_code error;
    const std::string ending = formatOf(command);
    if (command.out.ends_with('/') || fs::is_directory(command.out, error))
        return "all";
    return ending == "csv" || ending == "json" ? "events" : "timeline";
}

bool isNarrowed(const ViewArguments &view)
{
    return !view.knownOn.empty() || !view.from.empty() || !view.to.empty() || !view.asOf.empty() ||
           !view.actors.empty() || !view.kinds.empty() || !view.query.empty();
}

int exportAll(const Session &session, const ExportCommand &command)
{
    if (isNarrowed(command.view))
        return failArguments("--what all writes the whole project; it cannot be narrowed down");
    CommandWork exporting("exporting");
    const Result<void> written = writeOwnTables(session, command.out, &exporting.work());
    return written ? kDone : fail(written.error());
}

int exportRows(const Session &session, const ExportCommand &command, RowsOf rows)
{
    const std::string ending = formatOf(command);
    if (ending != "csv" && ending != "json")
        return failArguments("rows are written as csv or json, not as " + ending);
    int status = kDone;
    const std::optional<View> view = viewFor(session, command.view, status);
    if (!view)
        return status;
    const RowSelection selection = selectionOf(view->filter, *session.snapshot());
    CommandWork exporting("exporting");
    const Result<void> written =
        writeRows(session, rows, ending == "csv" ? RowsFormat::Csv : RowsFormat::Json, selection,
                  command.out, &exporting.work());
    return written ? kDone : fail(written.error());
}

int exportSource(const Session &session, const ExportCommand &command, const std::string &id)
{
    const OwnTablesWriter ids(session);
    for (const Source &source : *session.snapshot()->sources) {
        if (ids.sourceIds().of(source.id.value) != id)
            continue;
        // As text, or, with the ending of what was taken in, byte for byte.
        const std::string ending = "." + formatOf(command);
        const bool isOriginal =
            ending == endingOf(source.mediaType) && source.mediaType != "text/plain";
        if (!isOriginal && ending != ".txt" && ending != ".")
            return failArguments("this source is written as txt or as " +
                                 std::string(endingOf(source.mediaType)).substr(1));
        const SourceStore &sources = session.stores().sources;
        const Result<void> written = writeFileBytes(
            command.out, isOriginal ? sources.bytes(source.id) : sources.text(source.id));
        return written ? kDone : fail(written.error());
    }
    complain("no source has the id " + id);
    return kAnswerIsNo;
}

// Says what is stricter than the mark that was promised, one line each.
int refuseAbove(const Session &session, const ExportCommand &command, const std::string &what)
{
    if (command.handling.empty())
        return kDone;
    if (!isKnownMark(command.handling))
        return failArguments("--handling: no mark is called " + command.handling);
    const Snapshot &snapshot = *session.snapshot();
    std::vector<ItemRef> above;
    if (what == "all" || what == "sources" || what == "annotations") {
        above = aboveMark(snapshot, command.handling);
    } else if (what.starts_with("source:")) {
        const OwnTablesWriter ids(session);
        for (const Source &source : *snapshot.sources) {
            if (ids.sourceIds().of(source.id.value) == what.substr(7) &&
                rankOf(source.handling) > rankOf(command.handling))
                above.emplace_back(source.id);
        }
    } else {
        int status = kDone;
        const std::optional<View> view = viewFor(session, command.view, status);
        if (!view)
            return status;
        above = aboveMark(snapshot, command.handling, [&](ItemRef item) {
            const EventRow row = snapshot.events->rowOf(item.event());
            return item.kind != ItemKind::Event || (!row.isNull() && view->shown.contains(row));
        });
    }
    for (const ItemRef item : above) {
        const Claim *claim = snapshot.claims->find(item.claim());
        const Source *source = snapshot.sources->find(item.source());
        const std::string mark = claim != nullptr ? claim->handling : source->handling;
        complain(described(snapshot, item) + " is marked " + mark + ", expected " +
                 command.handling + " or below; nothing was written");
    }
    return above.empty() ? kDone : kRefused;
}

}  // namespace

int run(const ExportCommand &command, const CommandLineParts &parts)
{
    const std::string what = subjectOf(command);
    constexpr std::string_view kSource = "source:";
    const std::optional<RowsOf> rows = rowsNamed(what);
    const std::optional<PictureSubject> picture = pictureSubjectNamed(what);
    const bool isSource = what.starts_with(kSource);
    if (what != "all" && !rows && !picture && !isSource)
        return failArguments("--what: nothing is called " + what);
    int status = kDone;
    const std::unique_ptr<Session> session = openProject(command.file, OpenMode::ReadOnly, status);
    if (!session)
        return status;
    if (const int refused = refuseAbove(*session, command, what); refused != kDone)
        return refused;
    if (what == "all")
        return exportAll(*session, command);
    if (rows)
        return exportRows(*session, command, *rows);
    if (isSource)
        return exportSource(*session, command, what.substr(kSource.size()));
    return exportPicture(*session, command, parts, *picture, formatOf(command));
}

}  // namespace dateline::ui
