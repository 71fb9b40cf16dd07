// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/model/civil_date.h"
#include "app/timeline/date_drag.h"
#include "tests/support/snapshot_of.h"

using namespace dateline;
using namespace dateline::test;

class tst_date_drag : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void dragging_data();
    void dragging();
    void openEndsAndUndatedEventsCannotBeDragged();
    void everyResultIsADate();
};

void tst_date_drag::dragging_data()
{
    QTest::addColumn<QString>("date");
    QTest::addColumn<int>("part");
    QTest::addColumn<qint64>("taken");
    QTest::addColumn<qint64>("released");
    QTest::addColumn<int>("zoom");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *date, DragPart part, Instant taken,
                        Instant released, Precision zoom, const char *expected) {
        QTest::newRow(name) << QString::fromLatin1(date) << static_cast<int>(part)
                            << qint64{taken.seconds} << qint64{released.seconds}
                            << static_cast<int>(zoom) << QString::fromLatin1(expected);
    };
    const auto on = [](int year, int month, int day) { return instantOf(year, month, day); };
    row("a day moves by days", "2024-06-10", DragPart::Whole, on(2024, 6, 10), on(2024, 6, 15),
        Precision::Month, "2024-06-15");
    row("a month stays a month, however near one is", "2024-06", DragPart::Whole, on(2024, 6, 3),
        on(2024, 8, 4), Precision::Day, "2024-08");
    row("a small push does not move a month", "2024-06", DragPart::Whole, on(2024, 6, 3),
        on(2024, 6, 8), Precision::Day, "2024-06");
    row("a season", "2024-23", DragPart::Whole, on(2024, 10, 1), on(2025, 1, 1), Precision::Day,
        "2024-24");
    row("about stays about", "2024~", DragPart::Whole, on(2024, 6, 1), on(2025, 6, 1),
        Precision::Month, "2025~");
    row("both ends of a span move", "2024-03/2024-08", DragPart::Whole, on(2024, 4, 1),
        on(2024, 5, 2), Precision::Day, "2024-04/2024-09");
    row("an open end stays open", "2024-03-21/..", DragPart::Whole, on(2024, 4, 1), on(2024, 4, 11),
        Precision::Month, "2024-03-31/..");
    row("the end of a span", "2024-03-01/2024-03-05", DragPart::End, on(2024, 3, 5), on(2024, 3, 9),
        Precision::Day, "2024-03-01/2024-03-09");
    row("an end keeps its own precision at a coarse zoom", "2024-03-01/2024-03-05", DragPart::End,
        on(2024, 3, 5), on(2024, 4, 9), Precision::Year, "2024-03-01/2024-04-09");
    row("an end becomes finer at a fine zoom", "2024-03/2024-05", DragPart::Begin, on(2024, 3, 1),
        on(2024, 2, 9), Precision::Day, "2024-02-09/2024-05");
    row("an end does not pass the other", "2024-03-10/2024-03-20", DragPart::End, on(2024, 3, 20),
        on(2024, 1, 1), Precision::Day, "2024-03-10/2024-03-10");
    row("some day in June becomes some day in June to August", "2024-06", DragPart::End,
        on(2024, 6, 30), on(2024, 8, 10), Precision::Month, "[2024-06..2024-08]");
    row("and back to one month", "[2024-06..2024-08]", DragPart::End, on(2024, 8, 31),
        on(2024, 6, 20), Precision::Month, "2024-06");
}

void tst_date_drag::dragging()
{
    QFETCH(QString, date);
    QFETCH(int, part);
    QFETCH(qint64, taken);
    QFETCH(qint64, released);
    QFETCH(int, zoom);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(draggedDate(edtf(date.toStdString()).when(),
                                                static_cast<DragPart>(part), {taken}, {released},
                                                static_cast<Precision>(zoom))),
             expected);
}

void tst_date_drag::openEndsAndUndatedEventsCannotBeDragged()
{
    const Instant from = instantOf(2024);
    const Instant to = instantOf(2025);
    QVERIFY(draggedDate(edtf("2024/..").when(), DragPart::End, from, to, Precision::Day).empty());
    QVERIFY(draggedDate(edtf("/2024").when(), DragPart::Begin, from, to, Precision::Day).empty());
    QVERIFY(draggedDate(Edtf().when(), DragPart::Whole, from, to, Precision::Day).empty());
}

void tst_date_drag::everyResultIsADate()
{
    for (const char *text : {"2024", "2024-06", "2024-06-10", "2025-02-2X", "2024-21", "199X",
                             "2024?", "2024-06%", "2024/2025", "../2024-03", "2024-03/..",
                             "[2024-06-01..2024-08-10]", "-0043", "2024-06-10T12:30Z"}) {
        const When when = edtf(text).when();
        for (const DragPart part : {DragPart::Whole, DragPart::Begin, DragPart::End}) {
            for (const Precision zoom : {Precision::Minute, Precision::Day, Precision::Year}) {
                const std::string result =
                    draggedDate(when, part, instantOf(2024, 5, 5), instantOf(2026, 2, 11), zoom);
                QVERIFY2(Edtf::parse(result).has_value(),
                         (std::string(text) + " -> " + result).c_str());
            }
        }
    }
}

QTEST_GUILESS_MAIN(tst_date_drag)
#include "tst_date_drag.moc"
