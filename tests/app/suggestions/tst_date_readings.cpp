// SPDX-License-Identifier: GPL-3.0-or-later
// Dates as they are typed and as they stand in sources, beside the day of publication.
#include <QTest>

#include "app/suggestions/date_readings.h"
#include "app/suggestions/text_suggestions.h"

using namespace dateline;

class tst_date_readings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void typedDatesAreReadBesideTheDay_data();
    void typedDatesAreReadBesideTheDay();
    void seasonsFollowTheHemisphere();
    void onlyWhatIsSureIsReadBesideAMonth();
    void withoutADayOnlyWholeDatesAreRead();
    void relativeDatesCountFromTheOneNamedBefore();
    void everyRuleSaysWhy();
    void suggestionsAreInOrderAndApartByKind();
};

namespace {

Edtf edtf(std::string_view text)
{
    return *Edtf::parse(text);
}

DateSetting beside(std::string_view published)
{
    return {edtf(published), "en", false};
}

}  // namespace

void tst_date_readings::typedDatesAreReadBesideTheDay_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("date");
    const auto row = [](const char *text, const char *date) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(date);
    };
    row("2024-06~", "2024-06~");
    row("21 March 2025", "2025-03-21");
    row("last autumn", "2024-23");
    row("late February 2025", "2025-02-2X");
    row("yesterday", "2025-03-20");
    row("on Friday", "2025-03-21");
    row("no date at all", "");
    row("", "");
}

void tst_date_readings::typedDatesAreReadBesideTheDay()
{
    QFETCH(QString, text);
    QFETCH(QString, date);
    const std::vector<DateReading> readings =
        dateReadings(text.toStdString(), beside("2025-03-21"));
    QCOMPARE(readings.empty() ? QString() : QString::fromStdString(readings.front().date.text()),
             date);
}

void tst_date_readings::seasonsFollowTheHemisphere()
{
    DateSetting south = beside("2025-07-21");
    south.isSouthern = true;
    const std::vector<DateReading> readings = dateReadings("last autumn", south);
    QVERIFY(!readings.empty());
    const DateBounds bounds = readings.front().date.when().bounds;
    QVERIFY(bounds.earliestBegin >= edtf("2025-03-01").when().bounds.earliestBegin);
    QVERIFY(bounds.latestEnd <= edtf("2025-05-31").when().bounds.latestEnd);
}

void tst_date_readings::onlyWhatIsSureIsReadBesideAMonth()
{
    QCOMPARE(dateReadings("last year", beside("2025-03")).front().date.text(), std::string("2024"));
    QVERIFY(dateReadings("yesterday", beside("2025-03")).empty());
    QCOMPARE(dateReadings("last month", beside("2025-03")).front().date.text(),
             std::string("2025-02"));
}

void tst_date_readings::withoutADayOnlyWholeDatesAreRead()
{
    const std::vector<FoundDate> found =
        findDates("On Friday, 3 May 2024, and last year, and in 2019.", {});
    QStringList dates;
    for (const FoundDate &date : found)
        dates.append(QString::fromStdString(date.readings.front().date.text()));
    QCOMPARE(dates, (QStringList{u"2024-05-03"_qs, u"2019"_qs}));
}

void tst_date_readings::relativeDatesCountFromTheOneNamedBefore()
{
    const auto dates = [](const std::string &text) {
        QStringList list;
        for (const FoundDate &date : findDates(text, beside("2025-03-21")))
            list.append(QString::fromStdString(date.readings.front().date.text()));
        return list;
    };
    QCOMPARE(dates("He came in 1950. Two years later he left."),
             (QStringList{u"1950"_qs, u"1952"_qs}));
    QCOMPARE(dates("Two years later he left."), QStringList{u"2027"_qs});
    QCOMPARE(dates("In 1950." + std::string(500, ' ') + "Two years later he left."),
             (QStringList{u"1950"_qs, u"2027"_qs}));
}

void tst_date_readings::everyRuleSaysWhy()
{
    for (const char *text : {"last autumn", "on Friday", "May 3", "two days ago", "21 March 2025",
                             "late February", "the 1990s", "since 2018"}) {
        for (const DateReading &reading : dateReadings(text, beside("2025-03-21")))
            QVERIFY2(!becauseOf(reading.rule).empty(), reading.rule.c_str());
    }
    QVERIFY(becauseOf("edtf").empty());
}

void tst_date_readings::suggestionsAreInOrderAndApartByKind()
{
    const std::string text = "Tass said on Friday that about 3,000 troops left in 2024.";
    QStringList found;
    for (const TextSuggestion &suggestion : suggestionsIn(text, beside("2025-03-21"))) {
        static constexpr const char *kKinds[] = {"date ", "quantity ", "speaker "};
        found.append(QLatin1String(kKinds[static_cast<int>(suggestion.kind)]) +
                     QString::fromStdString(text.substr(
                         suggestion.place.begin, suggestion.place.end - suggestion.place.begin)));
    }
    QCOMPARE(found, (QStringList{u"speaker Tass said"_qs, u"date Friday"_qs,
                                 u"quantity about 3,000 troops"_qs, u"date 2024"_qs}));
}

QTEST_GUILESS_MAIN(tst_date_readings)
#include "tst_date_readings.moc"
