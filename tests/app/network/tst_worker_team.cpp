// SPDX-License-Identifier: GPL-3.0-or-later
#include <numeric>

#include <QTest>

#include "app/network/worker_team.h"

using namespace dateline;

class tst_worker_team : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyNumberIsMetOnce()
    {
        for (const unsigned threads : {1u, 2u, 4u}) {
            WorkerTeam team(threads);
            for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{1'003}}) {
                std::vector<int> met(count, 0);
                team.run(count, 10, [&](std::size_t first, std::size_t last) {
                    for (std::size_t i = first; i < last; ++i)
                        ++met[i];
                });
                QCOMPARE(met, std::vector<int>(count, 1));
            }
        }
    }
    void rangesAreTheSameForAnyNumberOfThreads()
    {
        const auto starts = [](unsigned threads) {
            WorkerTeam team(threads);
            std::vector<std::size_t> ends(7, 0);
            team.run(65, 10, [&](std::size_t first, std::size_t last) { ends[first / 10] = last; });
            return ends;
        };
        QCOMPARE(starts(1), (std::vector<std::size_t>{10, 20, 30, 40, 50, 60, 65}));
        QCOMPARE(starts(3), starts(1));
    }
    void aTeamWorksManyTimes()
    {
        WorkerTeam team(3);
        std::vector<std::uint64_t> sums(100, 0);
        for (std::uint64_t round = 0; round < 500; ++round)
            team.run(100, 3, [&](std::size_t first, std::size_t last) {
                for (std::size_t i = first; i < last; ++i)
                    sums[i] += round;
            });
        for (const std::uint64_t sum : sums)
            QCOMPARE(sum, std::uint64_t{499 * 500 / 2});
    }
};

QTEST_GUILESS_MAIN(tst_worker_team)
#include "tst_worker_team.moc"
