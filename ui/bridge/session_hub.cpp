// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/session_hub.h"

#include <utility>

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include "app/base/background_work.h"
#include "app/base/check.h"
#include "app/base/large_block.h"
#include "app/edit/edits.h"
#include "app/edit/session.h"
#include "app/exchange/rows_writer.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"

namespace dateline::ui {

namespace {

std::filesystem::path toPath(const QString &path)
{
    return std::filesystem::path(QFile::encodeName(path).toStdString());
}

}  // namespace

SessionHub::SessionHub(QObject *parent) : QObject(parent), m_snapshot(Snapshot::empty())
{
    constexpr int kEditsEndMs = 20'000;
    m_editsEnd.setSingleShot(true);
    m_editsEnd.setInterval(kEditsEndMs);
    connect(&m_editsEnd, &QTimer::timeout, this, [] { keepSpareBlocks(false); });
}

SessionHub::~SessionHub()
{
    keepSpareBlocks(false);
}

template <typename T>
void SessionHub::report(const Result<T> &result)
{
    if (!result)
        Q_EMIT failed(result.error());
}

bool SessionHub::accept(Result<std::unique_ptr<Session>> session)
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
        expectEdits();
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
    return accept(Session::create(toPath(path)));
}

bool SessionHub::openFile(const QString &path)
{
    // It would meet its own lock.
    if (m_session && !isReadOnly() && QFileInfo(this->path()) == QFileInfo(path))
        return true;
    return accept(Session::open(toPath(path)));
}

bool SessionHub::createSample(const QString &path)
{
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

std::shared_ptr<Session> SessionHub::lend()
{
    DL_CHECK(m_session);
    m_columnWork = {};
    m_lentPath = path();
    return std::exchange(m_session, nullptr);
}

void SessionHub::takeBack(std::shared_ptr<Session> session)
{
    DL_CHECK(session && isLent());
    m_lentPath.clear();
    session->adoptByThisThread();
    m_session = std::move(session);
    if (m_snapshot != m_session->snapshot()) {
        m_snapshot = m_session->snapshot();
        Q_EMIT snapshotChanged(ChangeSet());
        keepColumnsSoon();
    }
    Q_EMIT historyChanged();
}

void SessionHub::expectEdits()
{
    keepSpareBlocks(true);
    m_editsEnd.start();
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
        Q_EMIT failed({ErrorCode::Refused, toUtf8(tr("an import is still running"))});
    return isLent();
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
        return tr("An import is running. Editing goes on when it is done.");
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
    const std::shared_ptr<Session> session = m_session;
    if (canUndo())
        report(session->undo());
}

void SessionHub::redo()
{
    const std::shared_ptr<Session> session = m_session;
    if (canRedo())
        report(session->redo());
}

void SessionHub::goTo(qint64 historyId)
{
    const std::shared_ptr<Session> session = m_session;
    if (session)
        report(session->goTo(historyId));
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

std::optional<Event> SessionHub::event(EventId id) const
{
    return m_session ? m_session->stores().events.find(id) : std::nullopt;
}

std::vector<Participation> SessionHub::participationsOf(EventId event) const
{
    return m_session ? m_session->stores().events.participationsOf(event)
                     : std::vector<Participation>();
}

std::optional<Actor> SessionHub::actor(ActorId id) const
{
    return m_session ? m_session->stores().actors.find(id) : std::nullopt;
}

std::optional<Relation> SessionHub::relation(RelationId id) const
{
    return m_session ? m_session->stores().relations.find(id) : std::nullopt;
}

std::optional<Role> SessionHub::role(RoleId id) const
{
    return m_session ? m_session->stores().actors.find(id) : std::nullopt;
}

std::optional<Claim> SessionHub::claim(ClaimId id) const
{
    return m_session ? m_session->stores().claims.find(id) : std::nullopt;
}

std::optional<Source> SessionHub::source(SourceId id) const
{
    return m_session ? m_session->stores().sources.find(id) : std::nullopt;
}

QString SessionHub::sourceText(SourceId id) const
{
    return m_session ? toQString(m_session->stores().sources.text(id)) : QString();
}

Dependents SessionHub::dependentsOf(ItemRef item) const
{
    return m_session ? dateline::dependentsOf(m_session->stores(), item) : Dependents();
}

QString SessionHub::setting(const QString &name) const
{
    return m_session ? toQString(m_session->stores().views.setting(toUtf8(name))) : QString();
}

bool SessionHub::exportRows(const QString &what, const QString &path, const Filter &filter)
{
    if (!m_session)
        return false;
    const std::optional<RowsOf> rows = rowsNamed(toUtf8(what));
    if (!rows) {
        const Result<void> result = writeOwnTables(*m_session, toPath(path));
        report(result);
        return result.has_value();
    }
    const RowSelection selection =
        filter.isEmpty() ? RowSelection() : selectionOf(filter, *m_snapshot);
    const std::string bytes = path.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive)
                                  ? rowsAsJson(*m_session, *rows, selection)
                                  : rowsAsCsv(*m_session, *rows, selection);
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly) &&
                           file.write(bytes.data(), static_cast<qint64>(bytes.size())) >= 0 &&
                           file.commit();
    if (!isWritten)
        Q_EMIT failed(
            {ErrorCode::NotWritable, toUtf8(path + QStringLiteral(": ") + file.errorString())});
    return isWritten;
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
