// SPDX-License-Identifier: GPL-3.0-or-later
// Waiting is by semaphores, never by time.
#include <QTest>

#include <atomic>
#include <mutex>
#include <semaphore>
#include <stdexcept>
#include <string>
#include <vector>

#include "app/base/newest_job.h"

using namespace dateline;

namespace {

using Signal = std::binary_semaphore;

// What was seen, in order, from any thread.
class Record {
public:
    void add(std::string word)
    {
        const std::scoped_lock lock(m_mutex);
        m_words.push_back(std::move(word));
    }
    std::vector<std::string> words() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_words;
    }

private:
    mutable std::mutex m_mutex;
    std::vector<std::string> m_words;
};

using Words = std::vector<std::string>;

// Waits until it is asked to stop.
void waitForStop(const std::stop_token &stop)
{
    Signal asked(0);
    const std::stop_callback callback(stop, [&asked] { asked.release(); });
    asked.acquire();
}

}  // namespace

class tst_newest_job : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void workRunsOnAnotherThread();
    void theRunningWorkIsAskedToStop();
    void ofThoseWaitingOnlyTheNewestRuns();
    void cancelForgetsTheWaitingWork();
    void cancelDoesNotStopWhatComesLater();
    void theDestructorStopsAndWaits();
    void whatWorkThrowsIsHandedOn();
    void aFailureDoesNotEndTheWorker();
    void isBusyWhileThereIsWork();
};

void tst_newest_job::workRunsOnAnotherThread()
{
    Signal done(0);
    std::thread::id worker;
    NewestJob job;
    job.start([&](std::stop_token stop) {
        worker = stop.stop_requested() ? std::thread::id() : std::this_thread::get_id();
        done.release();
    });
    done.acquire();
    QVERIFY(worker != std::thread::id());
    QVERIFY(worker != std::this_thread::get_id());
}

void tst_newest_job::theRunningWorkIsAskedToStop()
{
    Record record;
    Signal running(0);
    Signal done(0);
    NewestJob job;
    job.start([&](std::stop_token stop) {
        running.release();
        waitForStop(stop);
        record.add("old stopped");
    });
    running.acquire();
    job.start([&](std::stop_token stop) {
        record.add(stop.stop_requested() ? "new stopped" : "new");
        done.release();
    });
    done.acquire();
    QCOMPARE(record.words(), (Words{"old stopped", "new"}));
}

void tst_newest_job::ofThoseWaitingOnlyTheNewestRuns()
{
    Record record;
    Signal running(0);
    Signal mayEnd(0);
    Signal done(0);
    NewestJob job;
    job.start([&](std::stop_token) {
        running.release();
        mayEnd.acquire();
        record.add("first");
    });
    running.acquire();
    for (int i = 2; i <= 4; ++i) {
        job.start([&record, &done, i](std::stop_token) {
            record.add(std::to_string(i));
            done.release();
        });
    }
    mayEnd.release();
    done.acquire();
    QCOMPARE(record.words(), (Words{"first", "4"}));
}

void tst_newest_job::cancelForgetsTheWaitingWork()
{
    Record record;
    {
        Signal running(0);
        NewestJob job;
        job.start([&](std::stop_token stop) {
            running.release();
            waitForStop(stop);
            record.add("stopped");
        });
        running.acquire();
        job.start([&](std::stop_token) { record.add("waiting"); });
        job.cancel();
    }
    // The first start's token is asked by the second start already; the waiting work never ran.
    QCOMPARE(record.words(), Words{"stopped"});
}

void tst_newest_job::cancelDoesNotStopWhatComesLater()
{
    Record record;
    Signal done(0);
    NewestJob job;
    job.cancel();
    job.start([&](std::stop_token stop) {
        record.add(stop.stop_requested() ? "stopped" : "ran");
        done.release();
    });
    done.acquire();
    QCOMPARE(record.words(), Words{"ran"});
}

void tst_newest_job::theDestructorStopsAndWaits()
{
    Record record;
    {
        Signal running(0);
        NewestJob job;
        job.start([&](std::stop_token stop) {
            running.release();
            waitForStop(stop);
            record.add("ended");
        });
        running.acquire();
    }
    QCOMPARE(record.words(), Words{"ended"});
}

void tst_newest_job::whatWorkThrowsIsHandedOn()
{
    Signal failed(0);
    Error error;
    std::thread::id worker;
    NewestJob job([&](const Error &what) {
        error = what;
        worker = std::this_thread::get_id();
        failed.release();
    });
    job.start([](std::stop_token) { throw std::runtime_error("the disk is full"); });
    failed.acquire();
    QCOMPARE(error.detail, std::string("the disk is full"));
    QVERIFY(worker != std::this_thread::get_id());
}

void tst_newest_job::aFailureDoesNotEndTheWorker()
{
    Signal done(0);
    NewestJob job;  // nobody is told
    job.start([&](std::stop_token) {
        done.release();
        throw std::runtime_error("first");
    });
    done.acquire();
    job.start([&](std::stop_token) { done.release(); });
    done.acquire();
}

void tst_newest_job::isBusyWhileThereIsWork()
{
    Signal running(0);
    Signal mayEnd(0);
    NewestJob job;
    job.start([&](std::stop_token) {
        running.release();
        mayEnd.acquire();
    });
    QVERIFY(job.isBusy());
    running.acquire();
    QVERIFY(job.isBusy());
    mayEnd.release();
    QTRY_VERIFY(!job.isBusy());
}

QTEST_GUILESS_MAIN(tst_newest_job)
#include "tst_newest_job.moc"
