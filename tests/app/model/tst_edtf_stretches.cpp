// SPDX-License-Identifier: GPL-3.0-or-later
// What a date covers, without the gaps between its bounds.
#include <QTest>

#include "app/model/civil_date.h"
#include "app/model/edtf_stretches.h"

using namespace dateline;

class tst_edtf_stretches : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stretchesLeaveTheGapsOut_data();
    void stretchesLeaveTheGapsOut();
    void allOfIsToldFromOneOf();
    void tooManyAreOneAndSaySo();
};

void tst_edtf_stretches::stretchesLeaveTheGapsOut_data()
{
    QTest::addColumn<QString>("edtf");
    QTest::addColumn<QString>("spans");
    const auto row = [](const char *edtf, const char *spans) {
        QTest::newRow(edtf) << QString::fromLatin1(edtf) << QString::fromLatin1(spans);
    };
    row("2024-06", "2024-06-01/2024-07-01");
    row("2004/2005-06", "2004-01-01/2005-07-01");
    row("2024-06/..", "2024-06-01/");
    row("[1667,1668,1670..1672]", "1667-01-01/1669-01-01 1670-01-01/1673-01-01");
    row("{1960,1961-12}", "1960-01-01/1961-01-01 1961-12-01/1962-01-01");
    row("[..1984-03]", "/1984-04-01");
    row("2025-02-2X", "2025-02-20/2025-03-01");
    row("19XX", "1900-01-01/2000-01-01");
    row("201X-02-29", "2012-02-29/2012-03-01 2016-02-29/2016-03-01");
    row("2024-1X-31", "2024-10-31/2024-11-01 2024-12-31/2025-01-01");
    row("", "");
    row("no date", "");
}

void tst_edtf_stretches::stretchesLeaveTheGapsOut()
{
    QFETCH(QString, edtf);
    QFETCH(QString, spans);
    QStringList found;
    for (const TimeSpan &span : stretchesOf(edtf.toStdString()).spans)
        found.append(QString::fromStdString(isoDate(span.begin()) + '/' + isoDate(span.end())));
    QCOMPARE(found.join(u' '), spans);
}

void tst_edtf_stretches::allOfIsToldFromOneOf()
{
    QVERIFY(stretchesOf("{1960,1962}").isAllOf);
    QVERIFY(!stretchesOf("[1960,1962]").isAllOf);
}

void tst_edtf_stretches::tooManyAreOneAndSaySo()
{
    const EdtfStretches few = stretchesOf("156X-12-25", 10);
    QCOMPARE(few.spans.size(), std::size_t(10));
    QVERIFY(few.isComplete);
    const EdtfStretches many = stretchesOf("156X-12-25", 9);
    QCOMPARE(many.spans.size(), std::size_t(1));
    QVERIFY(!many.isComplete);
    QCOMPARE(isoDate(many.spans[0].begin()), std::string("1560-12-25"));
    QCOMPARE(isoDate(many.spans[0].end()), std::string("1569-12-26"));
}

QTEST_GUILESS_MAIN(tst_edtf_stretches)
#include "tst_edtf_stretches.moc"
