// SPDX-License-Identifier: GPL-3.0-or-later
// The open file as a QObject: opening and closing, the newest snapshot, undo and redo, search, and
// single rows read on demand. All edits go through EditIntents (edit_intents.h). GUI thread.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include "app/base/error.h"
#include "app/evidence/checks.h"
#include "app/model/change_set.h"
#include "app/model/dependents.h"
#include "app/model/filter.h"
#include "app/model/history_entry.h"
#include "app/model/search_hit.h"
#include "app/model/snapshot.h"

namespace dateline {
class BackgroundReading;
class LongWork;
class Session;
struct Stores;
}  // namespace dateline

namespace dateline::ui {

class LongJobs;

class SessionHub final : public QObject {
    Q_OBJECT

public:
    explicit SessionHub(QObject *parent = nullptr);
    ~SessionHub() override;

    // Each returns false after failed() was emitted; what was open before then stays open. Opening
    // the file that is open changes nothing, unless it was read-only and need not be any more. A
    // slot may open and close files, also while it is told of an edit.
    bool createFile(const QString &path);
    bool openFile(const QString &path);
    bool createSample(const QString &path);  // a new copy of the built-in sample
    bool saveCopy(const QString &path);
    void closeFile();
    // The same as openFile beside the window, which goes on showing what is open: what takes no
    // longer than the patience is open when this returns. Stopped, nothing has changed. False where
    // other long work is going on, which is told.
    bool startOpening(const QString &path, int patienceMilliseconds);
    // What was opened beside the window waits to take the place of what is open until this says
    // true: a dialog or a menu that is shown means things of the file that it was shown for.
    void setMayReplace(std::function<bool()> mayReplace) { m_mayReplace = std::move(mayReplace); }
    LongJobs &jobs() { return *m_jobs; }

    bool isOpen() const { return m_session != nullptr || isLent(); }
    // A job works in the file (an import, or its undo): the snapshot stays as it was, single rows
    // are read as they were, and edits, opening and closing are refused until it is back.
    bool isLent() const { return !m_lentPath.isEmpty(); }
    bool isReadOnly() const;
    // Somebody is about to edit, in a form or by a drag: what the first edit of a large file needs
    // is made ready beside the window.
    void expectEdit();
    QString readOnlyText() const;  // a sentence, "" where the file can be written
    QString path() const;
    QString projectTitle() const;  // the setting "title", else the file's name

    // Never null: an empty snapshot where no file is open.
    const SnapshotPointer &snapshot() const { return m_snapshot; }

    bool canUndo() const;
    bool canRedo() const;
    QString undoName() const;
    QString redoName() const;
    // What takes away or brings back an import of many rows goes on beside the window.
    void undo();
    void redo();
    void goTo(qint64 historyId);
    std::vector<HistoryEntry> history(int limit = 1000) const;

    std::vector<SearchHit> search(const QString &text, int limit) const;
    // Every item that holds all of the words.
    std::vector<ItemRef> matches(const QString &text) const;

    // Single rows with their long fields; nothing where the row is gone.
    std::optional<Event> event(EventId id) const;
    std::vector<Participation> participationsOf(EventId event) const;
    std::optional<Actor> actor(ActorId id) const;
    std::optional<Relation> relation(RelationId id) const;
    std::optional<Role> role(RoleId id) const;
    std::optional<Claim> claim(ClaimId id) const;
    std::optional<Source> source(SourceId id) const;
    QString sourceText(SourceId id) const;
    Dependents dependentsOf(ItemRef item) const;
    QString setting(const QString &name) const;

    // Rows that the filter shows as .csv or .json (events, actors, relations, sources,
    // annotations), or all tables into a folder (all); beside the window, as the file is now. False
    // after failed() was emitted; noted() says when they are written.
    bool exportRows(const QString &what, const QString &path, const Filter &filter);
    // The same for what somebody else writes; what is given is said at its end.
    bool startExport(const QString &path, std::function<Result<void>(LongWork &)> work,
                     const QString &done);

    // What is broken in the file, and what its claims disagree on. O(file).
    std::vector<Finding> findings() const;

Q_SIGNALS:
    void aboutToClose();  // the file is still open: write what is half typed, or never
    void opened();        // another file, or none, is open now; snapshotChanged follows
    void snapshotChanged(const dateline::ChangeSet &changes);
    void historyChanged();
    void aboutToLend();  // what is half typed can be written still
    void lentChanged();  // a job begins or ends to work in the file
    void failed(const dateline::Error &error);
    void noted(const QString &sentence);  // what just happened, for the message bar

private:
    friend class EditIntents;
    friend class FileJobs;
    std::shared_ptr<Session> lend(const QString &why);
    void takeBack(std::shared_ptr<Session> session);
    bool refuseWhileLent();
    bool refuseWhileBusy();
    bool refuseWhileOpening();
    struct Lent;
    void takeOpened(const std::shared_ptr<Lent> &opened);
    // On this thread, or, where it is of so many rows that it takes long, on the jobs'.
    using Rows = std::function<std::int64_t(const Session &)>;
    using Step = std::function<Result<void>(Session &, LongWork *)>;
    void step(const QString &title, const Rows &rows, Step make);
    const Stores *stores() const;  // null where nothing is open
    // Large files keep their columns, so that they open at once next time; on a thread of its own,
    // and not before the window has come to rest.
    void keepColumnsSoon();
    void keepColumns();
    // One edit is often followed by another, which can use the memory of the last.
    void expectMoreEdits();
    bool perform(const QString &name, const std::function<void(Stores &)> &edit);
    bool accept(tl::expected<std::shared_ptr<Session>, Error> session);
    template <typename T>
    void report(const tl::expected<T, Error> &result);

    // Shared with the edit that is going on, during which a slot may close the file.
    std::shared_ptr<Session> m_session;
    SnapshotPointer m_snapshot;
    QString m_lentPath;                                // "" unless the session is lent
    QString m_lentWhy;                                 // a sentence
    std::unique_ptr<BackgroundReading> m_lentReading;  // of the file as it was then
    std::jthread m_columnWork;                         // ends before the session does
    std::function<bool()> m_mayReplace;
    bool m_isOpening = false;  // beside the window, until it is open or was refused
    QTimer m_rest;
    QTimer m_editing;
    std::unique_ptr<LongJobs> m_jobs;  // ends before all else does
};

}  // namespace dateline::ui
