// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/session_hub.h"

#include <utility>

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QThreadPool>

#include "app/base/background_work.h"
#include "app/base/check.h"
#include "app/base/heap_memory.h"
#include "app/base/large_block.h"
#include "app/edit/background_reading.h"
#include "app/edit/edits.h"
#include "app/edit/session.h"
#include "app/exchange/rows_writer.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/long_jobs.h"
#include "ui/bridge/text.h"

namespace dateline::ui {

namespace {

std::filesystem::path toPath(const QString &path)
{
    return std::filesystem::path(QFile::encodeName(path).toStdString());
}

}  // namespace

// A session that a job has, or had: where the window is closed in the middle, the file is closed on
// the GUI thread with what is left of the job.
struct SessionHub::Lent {
    Lent() = default;
    ~Lent()
    {
        if (session)
            session->adoptByThisThread();
    }
    Lent(const Lent &) = delete;
    Lent &operator=(const Lent &) = delete;
    std::shared_ptr<Session> session;
};

SessionHub::SessionHub(QObject *parent)
    : QObject(parent), m_snapshot(Snapshot::empty()), m_jobs(std::make_unique<LongJobs>())
{
    constexpr int kRestMs = 20'000;
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    connect(&m_rest, &QTimer::timeout, this,
            [] { QThreadPool::globalInstance()->start(giveBackFreeHeap); });
    constexpr int kBetweenEditsMs = 120'000;
    m_editing.setSingleShot(true);
    m_editing.setInterval(kBetweenEditsMs);
    connect(&m_editing, &QTimer::timeout, this, [] { keepSpareBlocks(false); });
    connect(this, &SessionHub::opened, this, [this] { m_rest.start(); });
}

SessionHub::~SessionHub()
{
    m_jobs.reset();
    keepSpareBlocks(false);
}

template <typename T>
void SessionHub::report(const Result<T> &result)
{
    if (!result)
        Q_EMIT failed(result.error());
}

bool SessionHub::accept(Result<std::shared_ptr<Session>> session)
{
    report(session);
    if (!session || refuseWhileLent())
        return false;
    if (m_session)
        Q_EMIT aboutToClose();
    m_columnWork = {};
    m_session = std::move(*session);
    m_snapshot = m_session->snapshot();
    const Session *told = m_session.get();
    m_session->addListener([this, told](const SnapshotPointer &snapshot, const ChangeSet &changes) {
        if (told != m_session.get())
            return;  // closed meanwhile
        expectMoreEdits();
        m_snapshot = snapshot;
        Q_EMIT snapshotChanged(changes);
        Q_EMIT historyChanged();
    });
    Q_EMIT opened();
    Q_EMIT snapshotChanged(ChangeSet());
    Q_EMIT historyChanged();
    keepColumnsSoon();
    return true;
}

bool SessionHub::createFile(const QString &path)
{
    return !refuseWhileOpening() && accept(Session::create(toPath(path)));
}

bool SessionHub::openFile(const QString &path)
{
    // It would meet its own lock.
    if (m_session && !isReadOnly() && QFileInfo(this->path()) == QFileInfo(path))
        return true;
    return !refuseWhileOpening() && accept(Session::open(toPath(path)));
}

bool SessionHub::startOpening(const QString &path, int patienceMilliseconds)
{
    if (m_session && !isReadOnly() && QFileInfo(this->path()) == QFileInfo(path))
        return true;
    if (refuseWhileLent() || refuseWhileBusy() || refuseWhileOpening())
        return false;
    const auto opened = std::make_shared<Lent>();
    m_isOpening = true;
    m_jobs->start(
        tr("Opening %1").arg(QFileInfo(path).fileName()),
        [opened, file = toPath(path)](LongWork &work) -> Result<void> {
            Result<std::unique_ptr<Session>> session = Session::open(file, OpenMode::Write, &work);
            if (!session)
                return tl::unexpected(session.error());
            opened->session = *std::move(session);
            return {};
        },
        [this, opened](const Result<void> &result) {
            if (result) {
                opened->session->adoptByThisThread();
                takeOpened(opened);
                return;
            }
            m_isOpening = false;
            if (result.error().code == ErrorCode::Cancelled)
                Q_EMIT noted(tr("Stopped. The file was not opened, and is as it was."));
            else
                report(result);
        });
    m_jobs->waitFor(patienceMilliseconds);
    return true;
}

void SessionHub::takeOpened(const std::shared_ptr<Lent> &opened)
{
    constexpr int kNextLookMs = 100;
    if (isLent() || (m_mayReplace && !m_mayReplace())) {
        QTimer::singleShot(kNextLookMs, this, [this, opened] { takeOpened(opened); });
        return;
    }
    m_isOpening = false;
    accept(std::exchange(opened->session, nullptr));
}

bool SessionHub::createSample(const QString &path)
{
    if (refuseWhileOpening())
        return false;
    if (QFile::exists(path)) {
        Q_EMIT failed({ErrorCode::NotWritable, toUtf8(tr("%1 exists already").arg(path))});
        return false;
    }
    QFile sample(QStringLiteral(":/sample.dateline"));
    if (!sample.copy(path)) {
        Q_EMIT failed({ErrorCode::NotWritable, toUtf8(sample.errorString())});
        return false;
    }
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup |
                                    QFile::ReadOther);
    return openFile(path);
}

bool SessionHub::saveCopy(const QString &path)
{
    if (!m_session)
        return false;
    const Result<void> result = m_session->saveCopy(toPath(path));
    report(result);
    if (result)
        Q_EMIT noted(tr("A copy was saved as %1.").arg(path));
    return result.has_value();
}

std::shared_ptr<Session> SessionHub::lend(const QString &why)
{
    DL_CHECK(m_session);
    m_columnWork = {};
    m_lentPath = path();
    m_lentWhy = why;
    // Where that fails the panes show what the snapshot has.
    if (auto reading =
            BackgroundReading::begin(m_session->path(), BackgroundReading::Span::EachRead))
        m_lentReading = *std::move(reading);
    std::shared_ptr<Session> session = std::exchange(m_session, nullptr);
    Q_EMIT lentChanged();
    return session;
}

void SessionHub::takeBack(std::shared_ptr<Session> session)
{
    DL_CHECK(session && isLent());
    m_lentPath.clear();
    m_lentReading.reset();
    session->adoptByThisThread();
    m_session = std::move(session);
    Q_EMIT lentChanged();
    if (m_snapshot != m_session->snapshot()) {
        m_snapshot = m_session->snapshot();
        Q_EMIT snapshotChanged(ChangeSet());
        keepColumnsSoon();
    }
    Q_EMIT historyChanged();
}

void SessionHub::expectMoreEdits()
{
    keepSpareBlocks(true);
    m_rest.start();
    m_editing.start();
}

void SessionHub::expectEdit()
{
    if (!isOpen() || isReadOnly() || m_editing.isActive())
        return;
    expectMoreEdits();
    QThreadPool::globalInstance()->start(prepareSpareBlocks);
}

void SessionHub::keepColumnsSoon()
{
    constexpr int kRestMs = 3'000;
    QTimer::singleShot(kRestMs, this, &SessionHub::keepColumns);
}

void SessionHub::keepColumns()
{
    if (!m_session)
        return;
    m_columnWork = {};
    if (auto work = m_session->columnCacheWork())
        m_columnWork = std::jthread([work = std::move(work)](std::stop_token stop) {
            yieldToOthers();
            work(std::move(stop));
        });
}

bool SessionHub::refuseWhileLent()
{
    if (isLent())
        Q_EMIT failed({ErrorCode::Refused, toUtf8(tr("other work on this file is going on"))});
    return isLent();
}

bool SessionHub::refuseWhileBusy()
{
    if (m_jobs->isBusy()) {
        Q_EMIT failed(
            {ErrorCode::Refused,
             toUtf8(tr("“%1” is still going on; wait for it, or stop it").arg(m_jobs->title()))});
    }
    return m_jobs->isBusy();
}

bool SessionHub::refuseWhileOpening()
{
    if (m_isOpening)
        Q_EMIT failed({ErrorCode::Refused, toUtf8(tr("another file is being opened"))});
    return m_isOpening;
}

const Stores *SessionHub::stores() const
{
    if (m_session)
        return &m_session->stores();
    return m_lentReading ? &m_lentReading->stores() : nullptr;
}

void SessionHub::closeFile()
{
    if (refuseWhileLent() || !m_session)
        return;
    Q_EMIT aboutToClose();
    m_columnWork = {};
    m_session.reset();
    m_snapshot = Snapshot::empty();
    Q_EMIT opened();
    Q_EMIT snapshotChanged(ChangeSet());
    Q_EMIT historyChanged();
}

bool SessionHub::isReadOnly() const
{
    return !m_session || m_session->isReadOnly();
}

QString SessionHub::readOnlyText() const
{
    if (isLent())
        return m_lentWhy;
    return m_session && m_session->isReadOnly() ? errorText(m_session->readOnlyReason())
                                                : QString();
}

QString SessionHub::path() const
{
    return m_session ? QFile::decodeName(m_session->path().string().c_str()) : m_lentPath;
}

QString SessionHub::projectTitle() const
{
    if (!m_snapshot->projectTitle.empty())
        return toQString(m_snapshot->projectTitle);
    return QFileInfo(path()).completeBaseName();
}

bool SessionHub::canUndo() const
{
    return m_session && m_session->canUndo();
}

bool SessionHub::canRedo() const
{
    return m_session && m_session->canRedo();
}

QString SessionHub::undoName() const
{
    return m_session ? toQString(m_session->undoName()) : QString();
}

QString SessionHub::redoName() const
{
    return m_session ? toQString(m_session->redoName()) : QString();
}

void SessionHub::undo()
{
    if (canUndo()) {
        step(tr("Undoing %1").arg(undoName()), &Session::importedRowsOfUndo,
             [](Session &session, LongWork *work) { return session.undo(work); });
    }
}

void SessionHub::redo()
{
    if (canRedo()) {
        step(tr("Redoing %1").arg(redoName()), &Session::importedRowsOfRedo,
             [](Session &session, LongWork *work) { return session.redo(work); });
    }
}

void SessionHub::goTo(qint64 historyId)
{
    if (!m_session) {
        refuseWhileLent();
        return;
    }
    step(
        tr("Going through the history"),
        [historyId](const Session &session) { return session.importedRowsOfGoTo(historyId); },
        [historyId](Session &session, LongWork *work) { return session.goTo(historyId, work); });
}

void SessionHub::step(const QString &title, const Rows &rows, Step make)
{
    constexpr std::int64_t kFewRows = 20'000;
    const std::shared_ptr<Session> session = m_session;  // a slot may close the file
    const std::int64_t count = rows(*session);
    if (count <= kFewRows) {
        report(make(*session, nullptr));
        return;
    }
    if (refuseWhileBusy())
        return;
    Q_EMIT aboutToLend();
    if (m_session != session || rows(*session) != count) {
        Q_EMIT noted(tr("What was being written was kept first. It is the last edit now."));
        return;
    }
    const auto lent = std::make_shared<Lent>();
    lent->session = lend(tr("%1. Editing goes on when it is done.").arg(title));
    m_jobs->start(
        title,
        [lent, make = std::move(make)](LongWork &work) {
            lent->session->adoptByThisThread();
            return make(*lent->session, &work);
        },
        [this, lent](const Result<void> &result) {
            takeBack(std::exchange(lent->session, nullptr));
            if (!result && result.error().code == ErrorCode::Cancelled)
                Q_EMIT noted(tr("Stopped. Nothing was changed."));
            else
                report(result);
        });
}

std::vector<HistoryEntry> SessionHub::history(int limit) const
{
    return m_session ? m_session->history(limit) : std::vector<HistoryEntry>();
}

std::vector<SearchHit> SessionHub::search(const QString &text, int limit) const
{
    if (!m_session)
        return {};
    Result<std::vector<SearchHit>> hits = m_session->search(toUtf8(text), limit);
    return hits ? std::move(*hits) : std::vector<SearchHit>();
}

std::vector<ItemRef> SessionHub::matches(const QString &text) const
{
    if (!m_session)
        return {};
    Result<std::vector<ItemRef>> items = m_session->matches(toUtf8(text));
    return items ? std::move(*items) : std::vector<ItemRef>();
}

std::optional<Event> SessionHub::event(EventId id) const
{
    return stores() ? stores()->events.find(id) : std::nullopt;
}

std::vector<Participation> SessionHub::participationsOf(EventId event) const
{
    return stores() ? stores()->events.participationsOf(event) : std::vector<Participation>();
}

std::optional<Actor> SessionHub::actor(ActorId id) const
{
    return stores() ? stores()->actors.find(id) : std::nullopt;
}

std::optional<Relation> SessionHub::relation(RelationId id) const
{
    return stores() ? stores()->relations.find(id) : std::nullopt;
}

std::optional<Role> SessionHub::role(RoleId id) const
{
    return stores() ? stores()->actors.find(id) : std::nullopt;
}

std::optional<Claim> SessionHub::claim(ClaimId id) const
{
    return stores() ? stores()->claims.find(id) : std::nullopt;
}

std::optional<Source> SessionHub::source(SourceId id) const
{
    return stores() ? stores()->sources.find(id) : std::nullopt;
}

QString SessionHub::sourceText(SourceId id) const
{
    return stores() ? toQString(stores()->sources.text(id)) : QString();
}

Dependents SessionHub::dependentsOf(ItemRef item) const
{
    return stores() ? dateline::dependentsOf(*stores(), item) : Dependents();
}

QString SessionHub::setting(const QString &name) const
{
    return stores() ? toQString(stores()->views.setting(toUtf8(name))) : QString();
}

bool SessionHub::exportRows(const QString &what, const QString &path, const Filter &filter)
{
    if (refuseWhileLent() || !m_session || refuseWhileBusy())
        return false;
    const QString done = tr("The rows were written to %1.").arg(path);
    const std::optional<RowsOf> rows = rowsNamed(toUtf8(what));
    const RowsFormat format = path.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive)
                                  ? RowsFormat::Json
                                  : RowsFormat::Csv;
    const auto write = [rows, format, filter, file = toPath(path)](const ExportedProject &project,
                                                                   LongWork *work) {
        return rows ? writeRows(project, *rows, format, selectionOf(filter, *project.snapshot),
                                file, work)
                    : writeOwnTables(project, file, work);
    };
    Result<std::unique_ptr<BackgroundReading>> begun =
        BackgroundReading::begin(m_session->path(), BackgroundReading::Span::OneMoment);
    if (!begun) {
        // A file of an earlier version that is only read: its copy is the session's alone.
        const Result<void> written = write(*m_session, nullptr);
        report(written);
        if (written)
            Q_EMIT noted(done);
        return written.has_value();
    }
    const std::shared_ptr<BackgroundReading> reading = *std::move(begun);
    return startExport(
        path,
        [reading, write, snapshot = m_snapshot](LongWork &work) {
            reading->adoptByThisThread();
            return write(ExportedProject(reading->stores(), snapshot), &work);
        },
        done);
}

bool SessionHub::startExport(const QString &path, std::function<Result<void>(LongWork &)> work,
                             const QString &done)
{
    constexpr int kPatienceMs = 150;
    if (refuseWhileBusy())
        return false;
    m_jobs->start(tr("Writing %1").arg(QFileInfo(path).fileName()), std::move(work),
                  [this, done](const Result<void> &result) {
                      if (!result && result.error().code == ErrorCode::Cancelled)
                          Q_EMIT noted(tr("Stopped. Nothing was written."));
                      else
                          report(result);
                      if (result)
                          Q_EMIT noted(done);
                  });
    m_jobs->waitFor(kPatienceMs);
    return true;
}

std::vector<Finding> SessionHub::findings() const
{
    if (!m_session)
        return {};
    std::vector<Finding> findings;
    for (std::string &line : m_session->integrityFindings())
        findings.push_back({Severity::Must, "integrity", {}, std::move(line)});
    const SourceStore &sources = m_session->stores().sources;
    for (Finding &finding : check(*m_snapshot, [&sources](SourceId id) {
             return Document{sources.text(id), sources.bytes(id)};
         }))
        findings.push_back(std::move(finding));
    return findings;
}

bool SessionHub::perform(const QString &name, const std::function<void(Stores &)> &edit)
{
    if (refuseWhileLent())
        return false;
    const std::shared_ptr<Session> session = m_session;
    DL_CHECK(session);
    const Result<void> result = session->perform(toUtf8(name), edit);
    report(result);
    return result.has_value();
}

}  // namespace dateline::ui
