// SPDX-License-Identifier: GPL-3.0-or-later
// The events that the words of a filter mean: at once in a small file, from a worker in a large
// one. The newest words win. GUI thread.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include <QObject>
#include <QString>

#include "app/base/newest_job.h"
#include "app/model/ids.h"

namespace dateline {
class BackgroundSearch;
}

namespace dateline::ui {

class SessionHub;

class WordsLookup final : public QObject {
    Q_OBJECT

public:
    explicit WordsLookup(SessionHub &hub, QObject *parent = nullptr);
    ~WordsLookup() override;

    // Ascending, each once: see eventsMeantBy(). Called before start() returns, or later on this
    // thread, or never where something else was asked for meanwhile.
    using Take = std::function<void(std::vector<EventId>)>;
    void start(const QString &words, Take take);
    void cancel();
    bool isBusy() const { return m_isBusy; }

private:
    SessionHub &m_hub;
    std::shared_ptr<BackgroundSearch> m_search;  // of the file that is open
    int m_request = 0;
    bool m_isBusy = false;
    NewestJob m_job;  // last: ends before what it works for
};

}  // namespace dateline::ui
