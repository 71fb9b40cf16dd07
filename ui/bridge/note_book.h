// SPDX-License-Identifier: GPL-3.0-or-later
// The notes on all items of the open file, and the words that are marked in its sources. Nothing is
// read before somebody wants it; then a worker walks through the file once, and after that each
// edit costs what it touched. A file with more notes than kMost shows those, and says so. GUI
// thread.
#pragma once

#include <optional>
#include <vector>

#include <QObject>

#include "app/base/newest_job.h"
#include "app/model/change_set.h"
#include "app/model/note.h"

namespace dateline::ui {

class SessionHub;

class NoteBook final : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t kMost = 50'000;

    explicit NoteBook(SessionHub &hub, QObject *parent = nullptr);
    ~NoteBook() override;

    void want();  // from now on they are read, and kept up to date
    bool isReading() const { return m_isReading; }
    bool isCut() const { return m_notes.size() >= kMost; }
    const std::vector<Note> &notes() const { return m_notes; }  // by kind and id

    // Of the file as it is; the text is empty where there is none. Costs a row of the database.
    static Note noteOn(const SessionHub &hub, ItemRef item);

Q_SIGNALS:
    void aboutToChange();
    void changed();

private:
    void follow(const ChangeSet &changes);
    void readAll();
    void take(ItemRef touched);
    void begin();

    SessionHub &m_hub;
    std::vector<Note> m_notes;
    bool m_isWanted = false;
    bool m_isReading = false;
    bool m_isChanging = false;
    quint64 m_run = 0;
    NewestJob m_job;  // last: ends before what it works for
};

}  // namespace dateline::ui
