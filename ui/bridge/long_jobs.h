// SPDX-License-Identifier: GPL-3.0-or-later
// Long work beside the window, one piece at a time: opening a file, writing an export, undoing an
// import. It works on a thread of its own; what it came to is told on the GUI thread, to which this
// belongs.
//
//     jobs.start(tr("Writing %1").arg(name), [=](LongWork &work) { return write(path, work); },
//                [this](const Result<void> &written) { ... });
#pragma once

#include <functional>
#include <memory>

#include <QElapsedTimer>
#include <QObject>
#include <QString>

#include "app/base/error.h"
#include "app/base/long_work.h"
#include "app/base/newest_job.h"
#include "app/base/progress_estimate.h"

namespace dateline::ui {

class LongJobs final : public QObject {
    Q_OBJECT

public:
    using Work = std::function<Result<void>(LongWork &)>;
    using Then = std::function<void(const Result<void> &)>;

    explicit LongJobs(QObject *parent = nullptr);
    ~LongJobs() override;  // stops the work and waits; what it came to is told no more

    bool isBusy() const { return m_run != nullptr; }
    // False, and nothing begins, while other work is going on. The title says what is done:
    // "Opening Case.dateline". then is called once, also after a stop (Cancelled) or a failure.
    bool start(const QString &title, Work work, Then then);
    void stop();
    // Work that is done within that time is done when this returns: what is quick need not be shown
    // as long. True where nothing is going on any more.
    bool waitFor(int milliseconds);

    QString title() const { return m_title; }
    QString text() const { return m_text; }   // "120,000 rows/s, about 40 s left", or ""
    double share() const { return m_share; }  // 0..1; less than 0: nobody knows

Q_SIGNALS:
    void started();
    void advanced();
    void ended();

private:
    struct Run;
    void tell(const std::shared_ptr<Run> &run, const WorkProgress &now);
    void finish(const std::shared_ptr<Run> &run);

    std::shared_ptr<Run> m_run;  // what is going on
    Then m_then;
    QString m_title;
    QString m_text;
    double m_share = -1;
    QElapsedTimer m_begun;
    ProgressEstimate m_estimate;
    std::unique_ptr<NewestJob> m_job;
};

}  // namespace dateline::ui
