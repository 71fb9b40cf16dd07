// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/model/civil_date.h"
#include "app/model/date_order.h"
#include "app/model/edtf.h"

using namespace dateline;

namespace {

QString nameOf(DateForm form)
{
    constexpr const char *kNames[] = {"undated", "moment", "range", "span", "set"};
    return QString::fromLatin1(kNames[int(form)]);
}

// "-" stands for a distant instant.
QString textOf(Instant t)
{
    return t.isDistant() ? QStringLiteral("-") : QString::fromStdString(isoDate(t));
}

QString boundsText(const DateBounds &bounds)
{
    return QStringList{textOf(bounds.earliestBegin), textOf(bounds.latestBegin),
                       textOf(bounds.earliestEnd), textOf(bounds.latestEnd)}
        .join(QLatin1Char(' '));
}

When whenOf(const char *text)
{
    return Edtf::parse(text).value().when();
}

}  // namespace

class tst_edtf : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void emptyTextIsUndated();
    void readsEveryForm_data();
    void readsEveryForm();
    void readsPrecision_data();
    void readsPrecision();
    void readsFlags_data();
    void readsFlags();
    void refusesWithPositionAndReason_data();
    void refusesWithPositionAndReason();
    void writesTheCoarsestHonestDate_data();
    void writesTheCoarsestHonestDate();
    void ordersDatesByWhatTheyCanMean();
    void findsWhatCanLieInASpan();
};

void tst_edtf::emptyTextIsUndated()
{
    const auto date = Edtf::parse("");
    QVERIFY(date.has_value());
    QVERIFY(!date->isDated());
    QVERIFY(*date == Edtf());
    QVERIFY(date->when().precision == Precision::None);
}

void tst_edtf::readsEveryForm_data()
{
    QTest::addColumn<int>("level");
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("bounds");
    const auto row = [](const char *text, int level, const char *form, const char *bounds) {
        QTest::newRow(text) << level << QString::fromLatin1(form) << QString::fromLatin1(bounds);
    };
    // A date of one place in time: begin and end, given once each.
    const auto date = [](const char *text, int level, const char *form, const char *begin,
                         const char *end) {
        const QString b = QString::fromLatin1(begin);
        const QString e = QString::fromLatin1(end);
        QTest::newRow(text) << level << QString::fromLatin1(form)
                            << QStringList{b, e, b, e}.join(QLatin1Char(' '));
    };
    date("1985", 0, "range", "1985-01-01", "1986-01-01");
    date("1985-04", 0, "range", "1985-04-01", "1985-05-01");
    date("2024-02", 0, "range", "2024-02-01", "2024-03-01");
    date("1985-12", 0, "range", "1985-12-01", "1986-01-01");
    date("1985-04-12", 0, "moment", "1985-04-12", "1985-04-13");
    date("0000", 0, "range", "0000-01-01", "0001-01-01");
    date("9999", 0, "range", "9999-01-01", "+10000-01-01");
    date("2024-02-29", 0, "moment", "2024-02-29", "2024-03-01");
    date("19", 0, "range", "1900-01-01", "2000-01-01");
    date("193", 2, "range", "1930-01-01", "1940-01-01");
    date("-19", 2, "range", "-1999-01-01", "-1899-01-01");
    // Times of day: without a zone as UTC, fractions within their second.
    date("1985-04-12T23:20:30", 0, "moment", "1985-04-12T23:20:30Z", "1985-04-12T23:20:31Z");
    date("1985-04-12T23:20:30Z", 0, "moment", "1985-04-12T23:20:30Z", "1985-04-12T23:20:31Z");
    date("1985-04-12T23:20:30.75Z", 0, "moment", "1985-04-12T23:20:30Z", "1985-04-12T23:20:31Z");
    date("1985-04-12T23:20", 0, "moment", "1985-04-12T23:20Z", "1985-04-12T23:21Z");
    date("1985-04-12T23:20:30+04", 0, "moment", "1985-04-12T19:20:30Z", "1985-04-12T19:20:31Z");
    date("1985-04-12T23:20:30-0530", 0, "moment", "1985-04-13T04:50:30Z", "1985-04-13T04:50:31Z");
    date("1985-04-12T24:00:00Z", 0, "moment", "1985-04-13", "1985-04-13T00:00:01Z");
    // Level 1.
    date("Y170000002", 1, "range", "+170000002-01-01", "+170000003-01-01");
    date("Y-170000002", 1, "range", "-170000002-01-01", "-170000001-01-01");
    date("-1985", 1, "range", "-1985-01-01", "-1984-01-01");
    date("-0001", 1, "range", "-0001-01-01", "0000-01-01");
    date("2001-21", 1, "range", "2001-03-01", "2001-06-01");
    date("2001-22", 1, "range", "2001-06-01", "2001-09-01");
    date("2024-23", 1, "range", "2024-09-01", "2024-12-01");
    date("2024-24", 1, "range", "2024-12-01", "2025-03-01");
    date("1984?", 1, "range", "1984-01-01", "1985-01-01");
    date("2004-06~", 1, "range", "2004-06-01", "2004-07-01");
    date("2004-06-11%", 1, "moment", "2004-06-11", "2004-06-12");
    date("201X", 1, "range", "2010-01-01", "2020-01-01");
    date("20XX", 1, "range", "2000-01-01", "2100-01-01");
    date("2004-XX", 1, "range", "2004-01-01", "2005-01-01");
    date("1985-04-XX", 1, "range", "1985-04-01", "1985-05-01");
    date("1985-XX-XX", 1, "range", "1985-01-01", "1986-01-01");
    // Level 2.
    date("Y-17E7", 2, "range", "-170000000-01-01", "-169999999-01-01");
    date("Y1E400", 2, "range", "-", "-");
    date("1950S2", 2, "range", "1900-01-01", "2000-01-01");
    date("1950S4", 2, "range", "1950-01-01", "1951-01-01");
    date("Y171010000S3", 2, "range", "+171000000-01-01", "+172000000-01-01");
    date("Y-3388E2S3", 2, "range", "-338999-01-01", "-337999-01-01");
    date("2001-25", 2, "range", "2001-03-01", "2001-06-01");
    date("2001-28", 2, "range", "2001-12-01", "2002-03-01");
    date("2001-29", 2, "range", "2001-09-01", "2001-12-01");
    date("2001-30", 2, "range", "2001-12-01", "2002-03-01");
    date("2001-31", 2, "range", "2001-03-01", "2001-06-01");
    date("2001-32", 2, "range", "2001-06-01", "2001-09-01");
    date("2001-33", 2, "range", "2001-01-01", "2001-04-01");
    date("2001-36", 2, "range", "2001-10-01", "2002-01-01");
    date("2001-38", 2, "range", "2001-05-01", "2001-09-01");
    date("2001-41", 2, "range", "2001-07-01", "2002-01-01");
    date("?2004-06-~11", 2, "moment", "2004-06-11", "2004-06-12");
    date("2004?-06-11", 2, "moment", "2004-06-11", "2004-06-12");
    date("2025-02-2X", 2, "range", "2025-02-20", "2025-03-01");
    date("2024-02-2X", 2, "range", "2024-02-20", "2024-03-01");
    date("2025-03-3X", 2, "range", "2025-03-30", "2025-04-01");
    date("2025-X1", 2, "range", "2025-01-01", "2025-12-01");
    date("1930-X0-10", 2, "moment", "1930-10-10", "1930-10-11");
    date("156X-12-25", 2, "range", "1560-12-25", "1569-12-26");
    date("XXXX-12-XX", 2, "range", "0000-12-01", "+10000-01-01");
    date("-XXXX", 2, "range", "-9999-01-01", "0000-01-01");
    date("-0X00", 2, "range", "-0900-01-01", "-0099-01-01");
    date("19XX-02-29", 2, "range", "1904-02-29", "1996-03-01");
    date("-19XX-02-29", 2, "range", "-1996-02-29", "-1904-03-01");
    date("2XXX-02-X9", 2, "range", "2000-02-09", "2999-02-20");
    // Intervals: first begin, last begin, first end, last end.
    row("1964/2008", 0, "span", "1964-01-01 1965-01-01 2008-01-01 2009-01-01");
    row("2004-06/2006-08", 0, "span", "2004-06-01 2004-07-01 2006-08-01 2006-09-01");
    row("2004-02-01/2005", 0, "span", "2004-02-01 2004-02-02 2005-01-01 2006-01-01");
    row("1985/1985", 0, "span", "1985-01-01 1986-01-01 1985-01-01 1986-01-01");
    row("2025-03-21/..", 1, "span", "2025-03-21 2025-03-22 - -");
    row("../2025-03", 1, "span", "- - 2025-03-01 2025-04-01");
    row("2025-03-21/", 1, "span", "2025-03-21 2025-03-22 2025-03-21 -");
    row("/2025-03", 1, "span", "- 2025-04-01 2025-03-01 2025-04-01");
    row("2003-22/2003-23", 1, "span", "2003-06-01 2003-09-01 2003-09-01 2003-12-01");
    row("2004-06-XX/2004-07-03", 2, "span", "2004-06-01 2004-07-01 2004-07-03 2004-07-04");
    row("2004-06-11/2004-06-XX", 2, "span", "2004-06-11 2004-06-12 2004-06-11 2004-07-01");
    row("198X/1985", 2, "span", "1980-01-01 1986-01-01 1985-01-01 1986-01-01");
    row("2004-06-~01/2004-06-~20", 2, "span", "2004-06-01 2004-06-02 2004-06-20 2004-06-21");
    // Sets.
    date("[1667,1668,1670..1672]", 2, "set", "1667-01-01", "1673-01-01");
    date("{1672,1667}", 2, "set", "1667-01-01", "1673-01-01");
    date("{1960~,  1961-12}", 2, "set", "1960-01-01", "1962-01-01");
    date("[..1760-12-03]", 2, "set", "-", "1760-12-04");
    date("[1760-01,1760-12..]", 2, "set", "1760-01-01", "-");
}

void tst_edtf::readsEveryForm()
{
    QFETCH(int, level);
    QFETCH(QString, form);
    QFETCH(QString, bounds);
    const auto date = Edtf::parse(QTest::currentDataTag());
    if (!date)
        QFAIL(date.error().detail.c_str());
    QCOMPARE(date->text(), std::string(QTest::currentDataTag()));
    QCOMPARE(date->level(), level);
    QCOMPARE(nameOf(date->when().form), form);
    QCOMPARE(boundsText(date->when().bounds), bounds);
}

void tst_edtf::readsPrecision_data()
{
    QTest::addColumn<int>("precision");
    const auto row = [](const char *text, Precision precision) {
        QTest::newRow(text) << int(precision);
    };
    row("2024-06-01T12:00:00Z", Precision::Second);
    row("2024-06-01T12:00Z", Precision::Minute);
    row("2024-06-01", Precision::Day);
    row("2024-06", Precision::Month);
    row("2024-06-XX", Precision::Month);
    row("2025-02-2X", Precision::Month);
    row("2024-23", Precision::Season);
    row("2024-34", Precision::Season);
    row("2024", Precision::Year);
    row("2024-XX", Precision::Year);
    row("2024-XX-15", Precision::Year);
    row("Y17E7", Precision::Year);
    row("202X", Precision::Decade);
    row("156X-12-25", Precision::Decade);
    row("202", Precision::Decade);
    row("1950S3", Precision::Decade);
    row("20XX", Precision::Century);
    row("20X5", Precision::Century);
    row("20", Precision::Century);
    row("2XXX", Precision::Coarser);
    row("XXXX-12-25", Precision::Coarser);
    // Of two, the coarser one.
    row("2024-06-01/2025", Precision::Year);
    row("2024-06-01/..", Precision::Day);
    row("[2024-06,2025-01-02]", Precision::Month);
}

void tst_edtf::readsPrecision()
{
    QFETCH(int, precision);
    QCOMPARE(int(whenOf(QTest::currentDataTag()).precision), precision);
}

void tst_edtf::readsFlags_data()
{
    QTest::addColumn<int>("flags");
    QTest::newRow("2024") << 0;
    QTest::newRow("2024~") << int(kApproximate);
    QTest::newRow("2024?") << int(kUncertain);
    QTest::newRow("2024%") << int(kApproximate | kUncertain);
    QTest::newRow("2024-~06-?11") << int(kApproximate | kUncertain);
    QTest::newRow("2024~-06") << int(kApproximate);
    QTest::newRow("2024-23~") << int(kApproximate);
    QTest::newRow("2024/2025?") << int(kUncertain);
    QTest::newRow("2024-06/..") << int(kOpenEnd);
    QTest::newRow("../2024-06~") << int(kOpenBegin | kApproximate);
    QTest::newRow("2024-06/") << int(kUnknownEnd);
    QTest::newRow("/2024-06") << int(kUnknownBegin);
    QTest::newRow("2025-02-2X") << int(kUnspecified);
    QTest::newRow("202X/2031") << int(kUnspecified);
    QTest::newRow("[2024,2025]") << 0;
    QTest::newRow("{2024,2025..}") << int(kAllOf | kOpenEnd);
    QTest::newRow("[..2024,2026?]") << int(kOpenBegin | kUncertain);
}

void tst_edtf::readsFlags()
{
    QFETCH(int, flags);
    QCOMPARE(int(whenOf(QTest::currentDataTag()).flags), flags);
}

void tst_edtf::refusesWithPositionAndReason_data()
{
    QTest::addColumn<int>("position");
    QTest::addColumn<QString>("found");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *text, int position, const char *found, const char *expected) {
        QTest::newRow(text) << position << QString::fromUtf8(found) << QString::fromUtf8(expected);
    };
    const char *end = "the end of the text";
    row("last autumn", 1, "'l'", "a year of four digits");
    row("2024-13", 6, "'1'", "a month from 01 to 12, or a season from 21 to 41");
    row("2024-42", 6, "'4'", "a month from 01 to 12, or a season from 21 to 41");
    row("2024-6", 7, end, "the two digits of a month");
    row("2024-", 6, end, "the two digits of a month");
    row("2024-06-31", 9, "'3'", "a day that the month has");
    row("2023-02-29", 9, "'2'", "a day that the month has");
    row("XXX1-02-29", 9, "'2'", "a day that the month has");
    row("2024-06-00", 9, "'0'", "a day from 01 to 31");
    row("2024-06-1 ", 10, "' '", "the two digits of a day");
    row("20245", 1, "'2'", "a year of four digits (a longer one has Y before it)");
    row("05/2024", 3, "'/'", "a year of four digits");
    row("-0000", 1, "'-'", "a year before 0000, -0001 or earlier");
    row("Y2024", 2, "'2'", "more than four digits after Y");
    row("Y012345", 2, "'0'", "a year without zeros before it");
    row("Y1E", 4, end, "the digits of an exponent");
    row("1950S0", 6, "'0'", "the number of significant digits");
    row("2024?~", 6, "'~'", "the end of the date");
    row("2024-06-01t12:00", 11, "'t'", "the end of the date");
    row("2024-06-01T25:00", 12, "'2'", "an hour from 00 to 24");
    row("2024-06-01T12", 14, end, "a colon and the minutes");
    row("2024-06-01T12:60", 15, "'6'", "minutes from 00 to 59");
    row("2024-06-01T12:00:60", 18, "'6'", "seconds from 00 to 59");
    row("2024-06-01T24:00:01", 12, "'2'", "24:00:00 at the latest");
    row("2024-06-01T12:00-00:00", 17, "'-'", "an offset from -12:00 to +14:00, and not -00:00");
    row("2025/2024", 6, "'2'", "an end that is not before the beginning");
    row("2004-06-11/2004-06", 12, "'2'", "an end that is not before the beginning");
    row("2012-24/2012-21", 9, "'2'", "an end that is not before the beginning");
    row("/", 2, end, "a year of four digits");
    row("../..", 4, "'.'", "a year of four digits");
    row("..", 3, end, "a slash, as in ../1985");
    row("2024/2025/2026", 10, "'/'", "the end of the interval");
    row("2024-06-01T12:00/2024-06-02", 1, "'2'",
        "an interval of dates with years of four digits and no time of day");
    row("2024/Y20250", 6, "'Y'", "a year of four digits (no Y in an interval or a set)");
    row("[2024", 6, end, "a comma or ]");
    row("{2024]", 6, "']'", "a comma or }");
    row("[2024..,2026]", 8, "','", "a year of four digits");
    row("[2024,..2026]", 7, "'.'", "a year of four digits");
    row("{2025..2024}", 8, "'2'", "an end that is not before the beginning");
    row("[2024]?", 7, "'?'", "nothing after the set");
    row("2024\xE2\x80\x93"
        "25",
        5, "'\xE2\x80\x93'", "the end of the date");
    row("2024\xFF", 5, "byte 0xFF", "the end of the date");
    row("2024\n", 5, "byte 0x0A", "the end of the date");
}

void tst_edtf::refusesWithPositionAndReason()
{
    QFETCH(int, position);
    QFETCH(QString, found);
    QFETCH(QString, expected);
    const auto date = Edtf::parse(QTest::currentDataTag());
    QVERIFY(!date.has_value());
    QCOMPARE(date.error().code, ErrorCode::BadInput);
    QCOMPARE(QString::fromStdString(date.error().detail),
             QStringLiteral("at character %1: found %2, expected %3")
                 .arg(QString::number(position), found, expected));
}

void tst_edtf::writesTheCoarsestHonestDate_data()
{
    QTest::addColumn<qint64>("begin");
    QTest::addColumn<qint64>("end");
    QTest::addColumn<int>("precision");
    const auto row = [](const char *expected, Instant begin, Instant end, Precision precision) {
        QTest::newRow(expected) << qint64(begin.seconds) << qint64(end.seconds) << int(precision);
    };
    const Instant noon = addSeconds(instantOf(2024, 6, 1), 43'200);
    row("2024-06-01T12:00:00Z", noon, noon, Precision::Second);
    row("2024-06-01T12:00Z", noon, addSeconds(noon, 60), Precision::Minute);
    row("2024-06-01", noon, addSeconds(noon, 61), Precision::Minute);
    row("2024-06-01/2024-06-02", noon, addSeconds(noon, 86'400), Precision::Second);
    row("2024-06", instantOf(2024, 6), instantOf(2024, 7), Precision::Month);
    row("2024-06-01/2024-06-30", instantOf(2024, 6), instantOf(2024, 7), Precision::Day);
    row("2024-06/2024-07", instantOf(2024, 6), addSeconds(instantOf(2024, 7), 1), Precision::Month);
    row("2024-23", instantOf(2024, 9), instantOf(2024, 12), Precision::Season);
    row("2024-24", instantOf(2025, 1), instantOf(2025, 2), Precision::Season);
    row("2024-22/2024-24", noon, instantOf(2024, 12, 2), Precision::Season);
    row("2018/2019", instantOf(2018, 5), instantOf(2020), Precision::Year);
    row("202X", instantOf(2020), instantOf(2030), Precision::Decade);
    row("198X/199X", instantOf(1985), instantOf(1995), Precision::Decade);
    row("20XX", instantOf(2001), instantOf(2002), Precision::Century);
    row("1XXX", instantOf(1100), instantOf(1900), Precision::Coarser);
    row("-0044-03", instantOf(-44, 3), instantOf(-44, 4), Precision::Month);
    row("-0044/-0042", instantOf(-44), instantOf(-41), Precision::Decade);
    row("Y12345", instantOf(12'345, 3), instantOf(12'345, 4), Precision::Day);
    row("2024-06/..", noon, Instant::distantFuture(), Precision::Month);
    row("../2024-06", Instant::distantPast(), noon, Precision::Month);
    row("", Instant::distantPast(), Instant::distantFuture(), Precision::Month);
}

void tst_edtf::writesTheCoarsestHonestDate()
{
    QFETCH(qint64, begin);
    QFETCH(qint64, end);
    QFETCH(int, precision);
    QCOMPARE(edtfFor(TimeSpan::between(Instant{begin}, Instant{end}), Precision(precision)),
             std::string(QTest::currentDataTag()));
}

void tst_edtf::ordersDatesByWhatTheyCanMean()
{
    QVERIFY(certainlyBefore(whenOf("2024-05"), whenOf("2024-06")));
    QVERIFY(!certainlyBefore(whenOf("2024-06"), whenOf("2024-06-30")));
    QVERIFY(possiblyBefore(whenOf("2024-06"), whenOf("2024-06-30")));
    QVERIFY(!possiblyBefore(whenOf("2024-06-30"), whenOf("2024-06-29")));
    QVERIFY(possiblyBefore(whenOf("2024"), whenOf("2024")));
    QVERIFY(!possiblyBefore(whenOf("2024-07"), whenOf("2024-06")));
    QVERIFY(certainlyBefore(whenOf("2018/2019"), whenOf("2020/..")));
    QVERIFY(!possiblyBefore(whenOf("2018/.."), whenOf("2020")));
    QVERIFY(possiblyBefore(whenOf("2018/"), whenOf("2020")));
    QVERIFY(!certainlyBefore(Edtf().when(), whenOf("2024")));
    QVERIFY(!possiblyBefore(whenOf("2024"), Edtf().when()));
    QVERIFY(possiblyTogether(whenOf("2024-06"), whenOf("2024-06-30")));
    QVERIFY(!possiblyTogether(whenOf("2024-06"), whenOf("2024-07-01")));
}

void tst_edtf::findsWhatCanLieInASpan()
{
    const TimeSpan june = TimeSpan::between(instantOf(2024, 6), instantOf(2024, 7));
    QVERIFY(possiblyOverlaps(whenOf("2024"), june));
    QVERIFY(!certainlyOverlaps(whenOf("2024"), june));
    QVERIFY(certainlyOverlaps(whenOf("2024-06"), june));
    QVERIFY(certainlyOverlaps(whenOf("2023/2025"), june));
    QVERIFY(!certainlyOverlaps(whenOf("2023/2024"), june));
    QVERIFY(certainlyOverlaps(whenOf("2024-05/.."), june));
    QVERIFY(!certainlyOverlaps(whenOf("2024-05/"), june));
    QVERIFY(!possiblyOverlaps(whenOf("2024-07/.."), june));
    QVERIFY(!possiblyOverlaps(Edtf().when(), TimeSpan::everything()));
}

QTEST_GUILESS_MAIN(tst_edtf)
#include "tst_edtf.moc"
