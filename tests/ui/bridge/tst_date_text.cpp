// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/model/civil_date.h"
#include "ui/bridge/date_text.h"

using namespace dateline;
using namespace dateline::ui;

namespace {

QLocale english()
{
    return QLocale(QLocale::English, QLocale::UnitedKingdom);
}

Edtf dateOf(const char *text)
{
    return Edtf::parse(text).value();
}

}  // namespace

class tst_date_text : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatADateMeans_data();
    void saysWhatADateMeans();
    void namesTheDayOnlyWhereItIsKnown();
    void alwaysNamesTheYear();
    void takesMonthNamesFromTheLocale();
    void writesInstants_data();
    void writesInstants();
    void writesSpansWithBothDaysIncluded();
};

void tst_date_text::saysWhatADateMeans_data()
{
    QTest::addColumn<QString>("full");
    QTest::addColumn<QString>("brief");
    QTest::addColumn<QString>("bounds");
    const auto row = [](const char *text, const char *full, const char *brief, const char *bounds) {
        QTest::newRow(*text != '\0' ? text : "nothing")
            << QString::fromUtf8(full) << QString::fromUtf8(brief) << QString::fromUtf8(bounds);
    };
    row("2025-03-21", "21 March 2025", "21 Mar 2025", "21 Mar 2025");
    row("2024-06", "June 2024", "Jun 2024", "1–30 Jun 2024");
    row("2025", "2025", "2025", "1 Jan – 31 Dec 2025");
    row("2024-23", "autumn 2024", "autumn 2024", "1 Sept – 30 Nov 2024");
    row("2024-24", "winter 2024–2025", "winter 2024–2025", "1 Dec 2024 – 28 Feb 2025");
    row("2024-25", "spring 2024 (northern)", "spring 2024 (northern)", "1 Mar – 31 May 2024");
    row("2024-30", "summer 2024–2025 (southern)", "summer 2024–2025 (southern)",
        "1 Dec 2024 – 28 Feb 2025");
    row("2024-34", "second quarter of 2024", "Q2 2024", "1 Apr – 30 Jun 2024");
    row("2024-37", "January–April 2024", "Jan–Apr 2024", "1 Jan – 30 Apr 2024");
    row("2024-41", "second half of 2024", "H2 2024", "1 Jul – 31 Dec 2024");
    row("2025-03~", "March 2025, approximately", "Mar 2025 ~", "1–31 Mar 2025");
    row("2025?", "2025, uncertain", "2025 ?", "1 Jan – 31 Dec 2025");
    row("2025%", "2025, approximate and uncertain", "2025 ~?", "1 Jan – 31 Dec 2025");
    row("2004-06-~11", "11 June 2004, day approximate", "11 Jun 2004 ~", "11 Jun 2004");
    row("2004?-06-~11", "11 June 2004, year uncertain, day approximate", "11 Jun 2004 ~?",
        "11 Jun 2004");
    // Digits left open.
    row("2025-02-2X", "20–28 February 2025, some day", "20–28 Feb 2025", "20–28 Feb 2025");
    row("2025-02-XX", "February 2025, some day", "Feb 2025", "1–28 Feb 2025");
    row("2025-XX", "2025, some month", "2025", "1 Jan – 31 Dec 2025");
    row("2025-XX-XX", "2025, some day", "2025", "1 Jan – 31 Dec 2025");
    row("2025-1X", "October–December 2025, some month", "Oct–Dec 2025", "1 Oct – 31 Dec 2025");
    row("2025-XX-15", "between 15 January 2025 and 15 December 2025", "15 Jan 2025 – 15 Dec 2025",
        "15 Jan – 15 Dec 2025");
    row("156X", "1560s", "1560s", "1 Jan 1560 – 31 Dec 1569");
    row("190X", "1900–1909", "1900–1909", "1 Jan 1900 – 31 Dec 1909");
    row("19XX", "1900–1999, some year", "1900–1999", "1 Jan 1900 – 31 Dec 1999");
    row("156X-12-25", "25 December, 1560s", "25 Dec, 1560s", "25 Dec 1560 – 25 Dec 1569");
    row("19XX-12", "December, 1900–1999, some year", "Dec, 1900–1999", "1 Dec 1900 – 31 Dec 1999");
    row("XXXX-12-25", "25 December, year unknown", "25 Dec, year unknown",
        "25 Dec 1 BCE – 25 Dec 9999");
    row("193", "1930s", "1930s", "1 Jan 1930 – 31 Dec 1939");
    row("1950S2", "1900–1999, estimated 1950", "1900–1999, estimated 1950",
        "1 Jan 1900 – 31 Dec 1999");
    // Long ago.
    row("-0043-03-15", "15 March 44 BCE", "15 Mar 44 BCE", "15 Mar 44 BCE");
    row("0800", "800 CE", "800 CE", "1 Jan – 31 Dec 800 CE");
    row("Y-17E7", "170,000,001 BCE", "170,000,001 BCE", "1 Jan – 31 Dec 170,000,001 BCE");
    // Times.
    row("2025-03-21T09:05Z", "21 March 2025, 09:05 UTC", "21 Mar 2025, 09:05 UTC",
        "21 Mar 2025, 09:05 UTC");
    row("2025-03-21T09:05:30+09", "21 March 2025, 09:05:30 UTC+09:00",
        "21 Mar 2025, 09:05:30 UTC+09:00", "21 Mar 2025, 00:05:30 UTC");
    row("2025-03-21T09:05", "21 March 2025, 09:05", "21 Mar 2025, 09:05", "21 Mar 2025, 09:05 UTC");
    // Intervals.
    row("2018/2019", "2018 – 2019", "2018/2019", "1 Jan 2018 – 31 Dec 2019");
    row("1984?/2004-06~", "1984 (uncertain) – June 2004 (approximately)", "1984 ?/Jun 2004 ~",
        "1 Jan 1984 – 30 Jun 2004");
    row("2025-03-21/..", "from 21 March 2025", "21 Mar 2025/…", "from 21 Mar 2025");
    row("2025-03-21/", "from 21 March 2025, end unknown", "21 Mar 2025/?", "from 21 Mar 2025");
    row("../2025-03", "until March 2025", "…/Mar 2025", "until 31 Mar 2025");
    row("/2025-03", "until March 2025, start unknown", "?/Mar 2025", "until 31 Mar 2025");
    // Sets.
    row("[1667,1668,1670..1672]", "one of: 1667; 1668; 1670 – 1672", "[1667, 1668, …]",
        "1 Jan 1667 – 31 Dec 1672");
    row("{2024-06,2024-08..}", "all of: June 2024; from August 2024", "{Jun 2024, Aug 2024/…}",
        "from 1 Jun 2024");
    row("[..1984]", "until 1984", "[…/1984]", "until 31 Dec 1984");
    row("", "undated", "undated", "");
}

void tst_date_text::saysWhatADateMeans()
{
    QFETCH(QString, full);
    QFETCH(QString, brief);
    QFETCH(QString, bounds);
    const QByteArray tag = QTest::currentDataTag();
    const Edtf date = tag == "nothing" ? Edtf() : dateOf(tag.constData());
    QCOMPARE(dateText(date, english()), full);
    QCOMPARE(shortDateText(date, english()), brief);
    QCOMPARE(boundsText(date, english()), bounds);
}

void tst_date_text::namesTheDayOnlyWhereItIsKnown()
{
    for (const char *text : {"2024-06", "2024-06~", "2024-06/2024-07", "2024-06-XX", "[2024-06]"}) {
        for (const QString &words :
             {dateText(dateOf(text), english()), shortDateText(dateOf(text), english())})
            QVERIFY2(!words.contains(QLatin1String("1 J")) && !words.contains(QLatin1String("30")),
                     qPrintable(words));
    }
}

void tst_date_text::alwaysNamesTheYear()
{
    for (const char *text : {"2024-06-01/2024-06-05", "2024-06", "2024-06-01T12:00", "2024-36"}) {
        const Edtf date = dateOf(text);
        for (const QString &words : {dateText(date, english()), shortDateText(date, english()),
                                     boundsText(date, english())})
            QVERIFY2(words.contains(QLatin1String("2024")), qPrintable(words));
    }
}

void tst_date_text::takesMonthNamesFromTheLocale()
{
    const QLocale russian(QLocale::Russian, QLocale::Russia);
    QCOMPARE(dateText(dateOf("2025-03-21"), russian), QStringLiteral("21 марта 2025"));
    QCOMPARE(dateText(dateOf("2025-03"), russian), QStringLiteral("март 2025"));
    QCOMPARE(dateText(dateOf("2025-03"), QLocale(QLocale::French)), QStringLiteral("mars 2025"));
}

void tst_date_text::writesInstants_data()
{
    QTest::addColumn<int>("precision");
    QTest::newRow("21 March 2025, 09:05:30 UTC") << int(Precision::Second);
    QTest::newRow("21 March 2025, 09:05 UTC") << int(Precision::Minute);
    QTest::newRow("21 March 2025") << int(Precision::Day);
    QTest::newRow("March 2025") << int(Precision::Month);
    QTest::newRow("spring 2025") << int(Precision::Season);
    QTest::newRow("2025") << int(Precision::Year);
    QTest::newRow("2020s") << int(Precision::Decade);
    QTest::newRow("2000–2099") << int(Precision::Century);
    QTest::newRow("2000–2999") << int(Precision::Coarser);
}

void tst_date_text::writesInstants()
{
    QFETCH(int, precision);
    const Instant t = addSeconds(instantOf(2025, 3, 21), 9 * 3'600 + 5 * 60 + 30);
    QCOMPARE(instantText(t, Precision(precision), english()),
             QString::fromUtf8(QTest::currentDataTag()));
    QCOMPARE(instantText(Instant::distantFuture(), Precision(precision), english()),
             QStringLiteral("…"));
}

void tst_date_text::writesSpansWithBothDaysIncluded()
{
    const auto text = [](Instant begin, Instant end) {
        return boundsText(TimeSpan::between(begin, end), english());
    };
    const Instant june = instantOf(2024, 6);
    QCOMPARE(text(june, instantOf(2024, 6, 2)), QStringLiteral("1 Jun 2024"));
    QCOMPARE(text(june, instantOf(2024, 7, 2)), QStringLiteral("1 Jun – 1 Jul 2024"));
    QCOMPARE(text(june, addSeconds(june, 3'600)),
             QStringLiteral("1 Jun 2024, 00:00 UTC – 1 Jun 2024, 00:59:59 UTC"));
    QCOMPARE(text(june, june), QStringLiteral("1 Jun 2024, 00:00 UTC"));
    QCOMPARE(text(Instant::distantPast(), Instant::distantFuture()), QString());
}

QTEST_GUILESS_MAIN(tst_date_text)
#include "tst_date_text.moc"
