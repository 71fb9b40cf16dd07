// SPDX-License-Identifier: GPL-3.0-or-later
// What "about" takes in, by the project's setting.
#include <QTest>

#include "app/model/civil_date.h"
#include "app/model/edtf.h"
#include "app/model/edtf_widths.h"

using namespace dateline;

class tst_edtf_widths : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void widthsAreUnitsOfThePrecision_data();
    void widthsAreUnitsOfThePrecision();
    void plainDatesStayAsTheyAre();
};

void tst_edtf_widths::widthsAreUnitsOfThePrecision_data()
{
    QTest::addColumn<QString>("edtf");
    QTest::addColumn<double>("approximate");
    QTest::addColumn<double>("uncertain");
    QTest::addColumn<QString>("bounds");
    QTest::newRow("month") << u"2024-06~"_qs << 1.0 << 0.0 << u"2024-05-01/2024-08-01"_qs;
    QTest::newRow("day") << u"2024-06-10~"_qs << 3.0 << 0.0 << u"2024-06-07/2024-06-14"_qs;
    QTest::newRow("year") << u"1950~"_qs << 5.0 << 0.0 << u"1945-01-01/1956-01-01"_qs;
    QTest::newRow("half a day") << u"2024-06-10~"_qs << 0.5 << 0.0
                                << u"2024-06-09T12:00Z/2024-06-11T12:00Z"_qs;
    QTest::newRow("season") << u"2024-23~"_qs << 1.0 << 0.0 << u"2024-06-01/2025-03-01"_qs;
    QTest::newRow("doubt") << u"2024-06?"_qs << 1.0 << 0.0 << u"2024-06-01/2024-07-01"_qs;
    QTest::newRow("wide doubt") << u"2024-06?"_qs << 1.0 << 2.0 << u"2024-04-01/2024-09-01"_qs;
    QTest::newRow("both") << u"2024-06%"_qs << 1.0 << 2.0 << u"2024-04-01/2024-09-01"_qs;
    QTest::newRow("open") << u"2024-06~/.."_qs << 1.0 << 0.0 << u"2024-05-01/"_qs;
}

void tst_edtf_widths::widthsAreUnitsOfThePrecision()
{
    QFETCH(QString, edtf);
    QFETCH(double, approximate);
    QFETCH(double, uncertain);
    QFETCH(QString, bounds);
    const Result<Edtf> date = Edtf::parse(edtf.toStdString());
    QVERIFY(date);
    const DateBounds wide = widened(date->when(), {approximate, uncertain});
    QCOMPARE(QString::fromStdString(isoDate(wide.earliestBegin) + '/' + isoDate(wide.latestEnd)),
             bounds);
}

void tst_edtf_widths::plainDatesStayAsTheyAre()
{
    const Result<Edtf> date = Edtf::parse("2024-06");
    QVERIFY(date);
    QCOMPARE(widened(date->when(), {10, 10}), date->when().bounds);
}

QTEST_GUILESS_MAIN(tst_edtf_widths)
#include "tst_edtf_widths.moc"
