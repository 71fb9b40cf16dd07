// SPDX-License-Identifier: GPL-3.0-or-later
// new, info and check.
#include <algorithm>

#include <QFile>

#include "app/evidence/checks.h"
#include "app/exchange/file_bytes.h"
#include "app/exchange/own_tables_writer.h"
#include "resources/init_resources.h"
#include "ui/command_line/commands.h"
#include "ui/command_line/console.h"

namespace dateline::ui {

namespace {

// The dates of the first and of the last event, as they are written.
struct Extent {
    std::string first;
    std::string last;
};

Extent extentOf(const EventColumns &events)
{
    Extent extent;
    std::optional<Instant> first;
    std::optional<Instant> last;
    for (std::uint32_t row = 0; row < events.datedSize(); ++row) {
        const Instant begin = events.begins()[row];
        const Instant end = events.ends()[row];
        if (!begin.isDistant() && (!first || begin < *first)) {
            first = begin;
            extent.first = events.whenText(EventRow{row});
        }
        if (!end.isDistant() && (!last || end > *last)) {
            last = end;
            extent.last = events.whenText(EventRow{row});
        }
    }
    return extent;
}

void addText(JsonWriter &json, std::string_view name, const std::string &text)
{
    json.key(name);
    text.empty() ? json.null() : json.value(text);
}

}  // namespace

int run(const NewCommand &command)
{
    if (!command.isSample) {
        const Result<std::unique_ptr<Session>> session = Session::create(command.file);
        return session ? kDone : fail(session.error());
    }
    std::error_code error;
    if (std::filesystem::exists(std::filesystem::symlink_status(command.file, error))) {
        return fail({ErrorCode::NotWritable, command.file + " exists already"});
    }
    initResources();
    QFile sample(QStringLiteral(":/sample.dateline"));
    if (!sample.open(QIODevice::ReadOnly))
        return fail({ErrorCode::Internal, "the sample is not inside this program"});
    const QByteArray bytes = sample.readAll();
    const Result<void> written = writeFileBytes(
        command.file, std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    return written ? kDone : fail(written.error());
}

int run(const InfoCommand &command)
{
    int status = kDone;
    const std::unique_ptr<Session> session = openProject(command.file, OpenMode::ReadOnly, status);
    if (!session)
        return status;
    const SnapshotPointer snapshot = session->snapshot();
    const Extent extent = extentOf(*snapshot->events);
    const std::size_t edits = session->history(INT_MAX).size();
    std::error_code error;
    const std::uintmax_t bytes = std::filesystem::file_size(command.file, error);
    const std::pair<std::string_view, std::size_t> counts[] = {
        {"events", snapshot->events->size()},
        {"actors", snapshot->actors->size()},
        {"participations", snapshot->participations->size()},
        {"relations", snapshot->relations->size()},
        {"roles", snapshot->roles->size()},
        {"quantities", snapshot->quantities->size()},
        {"sources", snapshot->sources->size()},
        {"annotations", snapshot->annotations->size()},
        {"claims", snapshot->claims->size()},
        {"views", snapshot->views->size()},
        {"edits", edits},
    };
    std::string out;
    if (command.isJson) {
        JsonWriter json(out);
        json.beginObject().member("schema", session->schemaVersion());
        for (const auto &[name, count] : counts)
            json.member(name, count);
        addText(json, "first", extent.first);
        addText(json, "last", extent.last);
        json.member("bytes", bytes).member("title", snapshot->projectTitle).end();
        printJson(std::move(out));
        return kDone;
    }
    if (!snapshot->projectTitle.empty())
        out.append(snapshot->projectTitle).append("\n");
    for (const auto &[name, count] : counts) {
        out.append(name).append(16 - name.size(), ' ').append(std::to_string(count)).append("\n");
    }
    out.append("first           ").append(extent.first).append("\n");
    out.append("last            ").append(extent.last).append("\n");
    out.append("schema          ").append(std::to_string(session->schemaVersion())).append("\n");
    out.append("bytes           ").append(std::to_string(bytes)).append("\n");
    print(out);
    return kDone;
}

int run(const CheckCommand &command)
{
    int status = kDone;
    const std::unique_ptr<Session> session = openProject(command.file, OpenMode::ReadOnly, status);
    if (!session)
        return status;
    std::vector<Finding> findings;
    for (const std::string &line : session->integrityFindings())
        findings.push_back({Severity::Must, "file_damaged", {}, line});
    const SourceStore &sources = session->stores().sources;
    const std::vector<Finding> found = check(*session->snapshot(), [&](SourceId id) {
        return Document{sources.text(id), sources.bytes(id)};
    });
    findings.insert(findings.end(), found.begin(), found.end());

    const OwnTablesWriter ids(*session);
    std::string out;
    if (command.isJson) {
        JsonWriter json(out, JsonWriter::Layout::Indented);
        json.beginObject();
        json.member("sound", std::none_of(findings.begin(), findings.end(), [](const Finding &row) {
                        return row.severity == Severity::Must && row.group == FindingGroup::File;
                    }));
        json.key("findings").beginArray();
        for (const Finding &finding : findings) {
            json.beginObject().member("severity", nameOf(finding.severity));
            json.member("code", finding.code).key("items").beginArray();
            for (const ItemRef item : finding.items) {
                json.beginObject().member("kind", nameOf(item.kind));
                json.member("id", ids.aboutId(item)).end();
            }
            json.end().member("sentence", finding.sentence);
            json.member("group", nameOf(finding.group)).member("basis", finding.basis);
            json.member("accepted", !finding.accepted.isNull());
            json.key("reason");
            finding.accepted ? json.value(finding.acceptedWhy) : json.null();
            json.end();
        }
        json.end().end();
        printJson(std::move(out));
    } else {
        for (const Finding &finding : findings) {
            out.append(nameOf(finding.severity)).append("  ").append(finding.sentence);
            if (finding.accepted)
                out.append("  [accepted: ").append(finding.acceptedWhy).append("]");
            out.append("\n");
        }
        print(out.empty() ? "nothing found\n" : out);
    }
    const bool isClean = std::all_of(findings.begin(), findings.end(), [](const Finding &finding) {
        return !finding.accepted.isNull();
    });
    return isClean ? kDone : kAnswerIsNo;
}

}  // namespace dateline::ui
