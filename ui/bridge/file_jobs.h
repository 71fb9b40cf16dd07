// SPDX-License-Identifier: GPL-3.0-or-later
// Files on their way into the project. An import works on its own thread in the session, which the
// hub lends for that time: one edit and one undo step, or nothing. One import at a time; signals
// come on the GUI thread, to which this belongs.
#pragma once

#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QStringList>

#include "app/base/error.h"
#include "app/base/newest_job.h"
#include "app/base/progress_estimate.h"
#include "app/model/edtf.h"

namespace dateline {
class Session;
struct ImportReport;
struct ImportRequest;
struct WorkProgress;
}  // namespace dateline

namespace dateline::ui {

class SessionHub;

// A text or page that may become a source. What is not the document's own is a guess.
struct TakenDocument {
    QString title;
    QString text;
    std::string bytes;
    std::string mediaType;
    QString author;
    QString outlet;
    Edtf published;
    Edtf updated;
    QString language;
    QString address;
    QStringList remarks;  // "the encoding was guessed: windows-949"
};

// A row, cell or record that was not taken; line and column count from 1, 0 says nothing.
struct RefusedRow {
    QString file;
    std::int64_t line = 0;
    std::int64_t column = 0;
    QString field;
    QString found;
    QString expected;
    QString sentence() const;
};

struct ImportOutcome {
    bool isDryRun = false;
    bool isDone = false;  // the project holds the rows now
    QString format;
    struct Count {
        QString what;  // "events"
        std::int64_t count = 0;
    };
    QList<Count> added;  // without what there is none of
    std::int64_t updated = 0;
    std::int64_t unchanged = 0;
    std::int64_t leftOut = 0;
    QList<RefusedRow> refused;
    QStringList remarks;

    QString rows() const;      // "90,730 events and 7,691 actors"
    QString sentence() const;  // "90,730 events and 7,691 actors were imported."
};

// A mapping for a foreign table: a file inside the program, or one of the user's.
struct MappingFile {
    QString name;  // as the mapping calls itself
    QString path;
};
QList<MappingFile> builtInMappings();

class FileJobs final : public QObject {
    Q_OBJECT

public:
    explicit FileJobs(SessionHub &hub, QObject *parent = nullptr);
    ~FileJobs() override;  // a running import is stopped, and nothing of it kept

    enum class Rows { AllOrNone, SkipBad };
    // Without a mapping the files are our own tables, or documents. False, after failed() was
    // emitted, where an import is running, nothing is open, or the mapping cannot be read.
    bool importFiles(const QStringList &paths, const QString &mapping, Rows rows = Rows::AllOrNone);
    // The same without changing anything: finished() says what would be done. Of what takes long to
    // read previewed() says first what its first rows are.
    bool tryFiles(const QStringList &paths, const QString &mapping, Rows rows = Rows::AllOrNone);
    bool isBusy() const { return m_session != nullptr; }
    void cancel();  // failed() with Cancelled comes, unless it was done first

    // Whether the files need a mapping to be read.
    static bool needsMapping(const QStringList &paths);

    // What can become a source, by its ending, and the patterns of these for a file dialog.
    static bool isDocument(const QString &path);
    static QString documentPatterns();  // "*.txt *.text ..."

    // At once, on this thread.
    static Result<TakenDocument> readDocument(const QString &path);
    static Result<TakenDocument> documentFrom(const QString &pasted);
    // 64 lower-case hexadecimal digits, as sources have them.
    static std::string hashOf(const TakenDocument &document);

Q_SIGNALS:
    void started();
    // total 0: not known. The text tells the stage, the rate and the time that is left.
    void progress(qint64 done, qint64 total, const QString &text);
    // Of each file so many rows at most; the counts are of those that were read.
    void previewed(const dateline::ui::ImportOutcome &first, qint64 rowsOfEach);
    void finished(const dateline::ui::ImportOutcome &outcome);
    void failed(const dateline::Error &error);

private:
    bool start(const QStringList &paths, const QString &mapping, Rows rows, bool isDryRun);
    void finish(const Result<ImportReport> &report, bool isDryRun);
    void fail(const Error &error);
    void giveBack();
    void preview(const ImportRequest &request);
    void tell(const WorkProgress &now);

    QPointer<SessionHub> m_hub;
    std::shared_ptr<Session> m_session;  // while an import runs
    std::stop_source m_stop;
    std::unique_ptr<NewestJob> m_job;
    QElapsedTimer m_begun;
    ProgressEstimate m_estimate;
};

}  // namespace dateline::ui

Q_DECLARE_METATYPE(dateline::ui::ImportOutcome)
