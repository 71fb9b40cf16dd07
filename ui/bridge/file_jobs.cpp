// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/file_jobs.h"

#include <filesystem>
#include <utility>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include "app/base/sha256.h"
#include "app/edit/session.h"
#include "app/exchange/document_reader.h"
#include "app/exchange/file_import.h"
#include "ui/bridge/post.h"
#include "ui/bridge/progress_text.h"
#include "ui/bridge/session_hub.h"
#include "ui/bridge/text.h"

namespace dateline::ui {

namespace {

const QString kPastedName = QStringLiteral("pasted.txt");

std::filesystem::path toPath(const QString &path)
{
    return std::filesystem::path(QFile::encodeName(path).toStdString());
}

QString number(std::int64_t count)
{
    return QLocale().toString(static_cast<qlonglong>(count));
}

TakenDocument taken(NewDocument document)
{
    TakenDocument made;
    made.title = toQString(document.title);
    made.text = toQString(document.text);
    made.bytes = std::move(document.bytes);
    made.mediaType = std::move(document.mediaType);
    made.author = toQString(document.author);
    made.outlet = toQString(document.outlet);
    made.published = std::move(document.published);
    made.updated = std::move(document.updated);
    made.language = toQString(document.language);
    made.address = toQString(document.address);
    for (const std::string &remark : document.remarks)
        made.remarks.append(toQString(remark));
    return made;
}

QList<ImportOutcome::Count> countsOf(const ImportReport::Counts &added)
{
    const auto count = [](std::int64_t some, const QString &one, const QString &many) {
        return ImportOutcome::Count{some == 1 ? one : many, some};
    };
    const ImportOutcome::Count all[] = {
        count(added.events, FileJobs::tr("event"), FileJobs::tr("events")),
        count(added.actors, FileJobs::tr("actor"), FileJobs::tr("actors")),
        count(added.participations, FileJobs::tr("participation"), FileJobs::tr("participations")),
        count(added.quantities, FileJobs::tr("quantity"), FileJobs::tr("quantities")),
        count(added.roles, FileJobs::tr("role"), FileJobs::tr("roles")),
        count(added.relations, FileJobs::tr("relation"), FileJobs::tr("relations")),
        count(added.reliabilities, FileJobs::tr("grade of reliability"),
              FileJobs::tr("grades of reliability")),
        count(added.sources, FileJobs::tr("source"), FileJobs::tr("sources")),
        count(added.annotations, FileJobs::tr("annotation"), FileJobs::tr("annotations")),
        count(added.claims, FileJobs::tr("claim"), FileJobs::tr("claims")),
        count(added.decisions, FileJobs::tr("preference"), FileJobs::tr("preferences")),
    };
    QList<ImportOutcome::Count> counts;
    for (const ImportOutcome::Count &kind : all) {
        if (kind.count > 0)
            counts.append(kind);
    }
    return counts;
}

ImportOutcome outcomeOf(const ImportReport &report, bool isDryRun)
{
    ImportOutcome outcome;
    outcome.isDryRun = isDryRun;
    outcome.isDone = report.isDone;
    outcome.format = toQString(report.format);
    outcome.added = countsOf(report.added);
    outcome.updated = report.updated;
    outcome.unchanged = report.unchanged;
    outcome.leftOut = report.leftOut;
    for (const Refusal &refusal : report.refused)
        outcome.refused.append({toQString(refusal.file), refusal.line, refusal.column,
                                toQString(refusal.field), toQString(refusal.found),
                                toQString(refusal.expected)});
    for (const std::string &remark : report.remarks)
        outcome.remarks.append(toQString(remark));
    return outcome;
}

// "90,730 events, 7,691 actors and 2 sources"
QString listed(const QList<ImportOutcome::Count> &counts)
{
    QStringList parts;
    for (const ImportOutcome::Count &count : counts)
        parts.append(FileJobs::tr("%1 %2", "number, of what").arg(number(count.count), count.what));
    if (parts.size() < 2)
        return parts.join(QString());
    const QString last = parts.takeLast();
    return FileJobs::tr("%1 and %2").arg(parts.join(FileJobs::tr(", ")), last);
}

}  // namespace

QString RefusedRow::sentence() const
{
    return toQString(
        sentenceOf({toUtf8(file), line, column, toUtf8(field), toUtf8(found), toUtf8(expected)}));
}

QString ImportOutcome::rows() const
{
    return listed(added);
}

QString ImportOutcome::sentence() const
{
    const QString rows = listed(added);
    const QString wrong =
        refused.size() == 1
            ? FileJobs::tr("One place is not as it should be.")
            : FileJobs::tr("%1 places are not as they should be.").arg(number(refused.size()));
    QStringList sentences;
    if (!refused.isEmpty() && !isDone && rows.isEmpty() && updated == 0)
        return FileJobs::tr("Nothing can be imported.") + u' ' + wrong;
    if (rows.isEmpty() && updated == 0)
        sentences.append(isDryRun ? FileJobs::tr("Nothing would change.")
                                  : FileJobs::tr("Nothing changed: the project has it all."));
    else if (!rows.isEmpty())
        sentences.append(
            (isDryRun ? FileJobs::tr("%1 would be added.") : FileJobs::tr("%1 were added."))
                .arg(rows));
    if (updated > 0)
        sentences.append((isDryRun ? FileJobs::tr("%1 rows would be brought up to date.")
                                   : FileJobs::tr("%1 rows were brought up to date."))
                             .arg(number(updated)));
    if (unchanged > 0)
        sentences.append(FileJobs::tr("%1 are there already.").arg(number(unchanged)));
    if (leftOut > 0)
        sentences.append(FileJobs::tr("%1 are left out by the mapping.").arg(number(leftOut)));
    if (!refused.isEmpty())
        sentences.append(wrong);
    return sentences.join(u' ');
}

QList<MappingFile> builtInMappings()
{
    QList<MappingFile> mappings;
    const QDir folder(QStringLiteral(":/mappings"));
    for (const QString &file : folder.entryList({QStringLiteral("*.json")}, QDir::Files)) {
        const QString path = folder.filePath(file);
        QFile mapping(path);
        if (!mapping.open(QIODevice::ReadOnly))
            continue;
        const QString name = QJsonDocument::fromJson(mapping.readAll())
                                 .object()
                                 .value(QLatin1String("name"))
                                 .toString();
        mappings.append({name.isEmpty() ? QFileInfo(path).completeBaseName() : name, path});
    }
    return mappings;
}

FileJobs::FileJobs(SessionHub &hub, QObject *parent) : QObject(parent), m_hub(&hub)
{
    qRegisterMetaType<ImportOutcome>();
    m_job = std::make_unique<NewestJob>(
        [this](Error error) { post(this, [this, error = std::move(error)] { fail(error); }); });
}

FileJobs::~FileJobs()
{
    cancel();
    m_job.reset();  // waits
    giveBack();
}

bool FileJobs::importFiles(const QStringList &paths, const QString &mapping, Rows rows)
{
    return start(paths, mapping, rows, false);
}

bool FileJobs::tryFiles(const QStringList &paths, const QString &mapping, Rows rows)
{
    return start(paths, mapping, rows, true);
}

void FileJobs::cancel()
{
    m_stop.request_stop();
}

bool FileJobs::isDocument(const QString &path)
{
    return isDocumentFile(toPath(path));
}

QString FileJobs::documentPatterns()
{
    QStringList patterns;
    for (const std::string_view ending : documentEndings())
        patterns.append(QLatin1Char('*') + toQString(ending));
    return patterns.join(QLatin1Char(' '));
}

bool FileJobs::needsMapping(const QStringList &paths)
{
    for (const QString &path : paths) {
        if (!importFormatOf(toPath(path)))
            return true;
    }
    return false;
}

bool FileJobs::start(const QStringList &paths, const QString &mapping, Rows rows, bool isDryRun)
{
    if (isBusy() || !m_hub || !m_hub->isOpen() || paths.isEmpty()) {
        Q_EMIT failed({ErrorCode::Refused, toUtf8(isBusy() ? tr("an import is still running")
                                                           : tr("there is nothing to import"))});
        return false;
    }
    if (m_hub->isReadOnly()) {
        Q_EMIT failed({ErrorCode::ReadOnly, toUtf8(m_hub->readOnlyText())});
        return false;
    }
    ImportRequest request;
    for (const QString &path : paths)
        request.inputs.push_back(toPath(path));
    if (!mapping.isEmpty()) {
        QFile file(mapping);
        if (!file.open(QIODevice::ReadOnly)) {
            Q_EMIT failed({ErrorCode::NotReadable, toUtf8(mapping)});
            return false;
        }
        request.mapping = file.readAll().toStdString();
        request.mappingName = toUtf8(QFileInfo(mapping).fileName());
    }
    request.options.isDryRun = isDryRun;
    request.options.skipsBadRows = rows == Rows::SkipBad;
    request.options.onProgress = [this](const WorkProgress &now) {
        post(this, [this, now] { tell(now); });
    };

    m_session = m_hub->lend(tr("An import is running. Editing goes on when it is done."));
    m_begun.start();
    m_estimate = {};
    Q_EMIT started();
    Q_EMIT progress(0, 0, tr("Reading…"));
    m_stop = std::stop_source();
    request.options.stop = m_stop.get_token();
    // The job's own token would come too late for work that has not begun.
    m_job->start([this, session = m_session, request = std::move(request),
                  isDryRun](const std::stop_token &) mutable {
        session->adoptByThisThread();
        if (isDryRun)
            preview(request);
        Result<ImportReport> report = dateline::importFiles(*session, request);
        session.reset();
        post(this, [this, report = std::move(report), isDryRun] { finish(report, isDryRun); });
    });
    return true;
}

// On the job's thread. What cannot be read is told by the whole check.
void FileJobs::preview(const ImportRequest &request)
{
    const FirstPart first;
    const Result<std::optional<ImportReport>> report = previewFiles(request, first);
    if (!report || !*report)
        return;
    post(this, [this, outcome = outcomeOf(**report, true), rows = first.rows] {
        if (isBusy())
            Q_EMIT previewed(outcome, rows);
    });
}

void FileJobs::tell(const WorkProgress &now)
{
    constexpr int kThousandths = 1'000;
    const double seconds = static_cast<double>(m_begun.elapsed()) / 1000;
    const std::int64_t rows = now.unit == WorkUnit::Rows ? now.done : 0;
    const QString said = progressText(now, m_estimate.at(seconds, now.share, rows));
    QStringList parts;
    if (now.unit == WorkUnit::Rows && now.done > 0)
        parts.append(tr("%1 rows").arg(number(now.done)));
    if (!said.isEmpty())
        parts.append(said);
    Q_EMIT progress(static_cast<qint64>(now.share * kThousandths), kThousandths,
                    parts.join(tr(", ")));
}

void FileJobs::giveBack()
{
    std::shared_ptr<Session> session = std::exchange(m_session, nullptr);
    if (!session)
        return;
    // The hub goes first where a window is closed in the middle: then the file is closed here.
    if (m_hub)
        m_hub->takeBack(std::move(session));
    else
        session->adoptByThisThread();
}

void FileJobs::finish(const Result<ImportReport> &report, bool isDryRun)
{
    if (!report) {
        fail(report.error());
        return;
    }
    giveBack();
    Q_EMIT finished(outcomeOf(*report, isDryRun));
}

void FileJobs::fail(const Error &error)
{
    giveBack();
    Q_EMIT failed(error);
}

Result<TakenDocument> FileJobs::readDocument(const QString &path)
{
    Result<NewDocument> document = dateline::readDocument(toPath(path));
    if (!document)
        return tl::unexpected(document.error());
    return taken(std::move(*document));
}

Result<TakenDocument> FileJobs::documentFrom(const QString &pasted)
{
    Result<NewDocument> document = dateline::documentFrom(toUtf8(pasted), toPath(kPastedName));
    if (!document)
        return tl::unexpected(document.error());
    TakenDocument made = taken(std::move(*document));
    if (made.title == QLatin1String("pasted"))
        made.title.clear();
    return made;
}

std::string FileJobs::hashOf(const TakenDocument &document)
{
    return sha256Hex(document.bytes);
}

}  // namespace dateline::ui
