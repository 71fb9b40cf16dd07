// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/evidence/coverage.h"
#include "tests/support/snapshot_of.h"

using namespace dateline;
using namespace dateline::test;

class tst_coverage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_rows = SnapshotOf(); }
    void eachYearIsToldByWhomItIs();
    void filteredEventsLeaveSilence();
    void anOpenEndCoversNothing();

private:
    // A letter a year from 2020 to 2024: - silence, ? nobody says so, 1 one origin, + several.
    QByteArray years(bool isShown = true) const
    {
        const SnapshotPointer snapshot = m_rows.build();
        const RowSet shown(snapshot->events->size(), isShown);
        QByteArray letters;
        for (const Telling telling : Coverage(*snapshot).binsIn(
                 *snapshot->events, shown, edtf("2020/2024").when().bounds.whole(), 5))
            letters += "-?1+"[static_cast<int>(telling)];
        return letters;
    }

    SnapshotOf m_rows;
};

void tst_coverage::eachYearIsToldByWhomItIs()
{
    const ActorId agency = m_rows.actor("Agency", "outlet");
    const SourceId one = m_rows.source("one");
    const SourceId two = m_rows.source("two");
    m_rows.event("nobody says", "2020-06");
    const EventId told = m_rows.event("told", "2022-06");
    m_rows.claim(one, told, "date", "2022", "", {agency});
    m_rows.claim(two, told, "date", "2022", "", {agency});  // a reprint
    QCOMPARE(years(), QByteArray("?-1--"));
    const EventId again = m_rows.event("told too", "2022-08/2023-02");
    m_rows.claim(two, again, "date", "2022");
    QCOMPARE(years(), QByteArray("?-+1-"));
}

void tst_coverage::filteredEventsLeaveSilence()
{
    m_rows.event("left out", "2022");
    QCOMPARE(years(false), QByteArray("-----"));
}

void tst_coverage::anOpenEndCoversNothing()
{
    m_rows.event("goes on", "2021-06/..");
    m_rows.event("always was", "../2023-06");
    QCOMPARE(years(), QByteArray("-?-?-"));
}

QTEST_GUILESS_MAIN(tst_coverage)
#include "tst_coverage.moc"
