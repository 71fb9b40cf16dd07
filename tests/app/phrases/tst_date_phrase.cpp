// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/phrases/date_phrase.h"

using namespace dateline;

namespace {

CivilDate day(const QString &text)
{
    const QStringList parts = text.split(QLatin1Char('-'));
    return {parts.at(0).toInt(), parts.at(1).toInt(), parts.at(2).toInt()};
}

PhraseContext beside(const char *reference, const char *language = "en")
{
    PhraseContext context;
    context.reference = day(QString::fromLatin1(reference));
    context.language = language;
    return context;
}

QString best(const char *phrase, const PhraseContext &context)
{
    const auto readings = readDatePhrase(phrase, context);
    return readings.empty() ? QString() : QString::fromStdString(readings.front().date.text());
}

}  // namespace

class tst_date_phrase : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEnglish_data();
    void readsEnglish();
    void offersTheOtherReading();
    void tellsDurationsAndTimesFromDates();
    void refusesWhatIsNoDate_data();
    void refusesWhatIsNoDate();
    void countsFromTheDateNamedBefore();
    void southernSeasonsAreTheirOwn();
    void tenseOfTheSentenceDecides();
    void findsPhrasesInRunningText();
    void everyRuleHasItsWords();
};

// Beside Friday, 21 March 2025.
void tst_date_phrase::readsEnglish_data()
{
    QTest::addColumn<QString>("edtf");
    const std::pair<const char *, const char *> rows[] = {
        {"last autumn", "2024-23"},
        {"this spring", "2025-21"},
        {"next winter", "2025-24"},
        {"in the summer of 2019", "2019-22"},
        {"Friday", "2025-03-21"},
        {"on Thursday", "2025-03-20"},
        {"last Friday", "2025-03-14"},
        {"next Monday", "2025-03-24"},
        {"this past Monday", "2025-03-17"},
        {"Tuesday, March 4", "2025-03-04"},
        {"Friday night", "2025-03-21"},
        {"June 3", "2024-06-03"},
        {"May 3", "2025-05-03"},  // 43 days ahead; else it was ten months ago
        {"3 May 2024", "2024-05-03"},
        {"3rd of May, 2024", "2024-05-03"},
        {"Nov. 10", "2024-11-10"},
        {"3/4/2024", "2024-03-04"},
        {"19.6.2024", "2024-06-19"},
        {"2024/6/19", "2024-06-19"},
        {"March", "2025-03"},
        {"in October", "2024-10"},
        {"Sept 2023", "2023-09"},
        {"late February 2025", "2025-02-2X"},
        {"early March", "2025-03-0X"},
        {"mid-June", "2024-06-1X"},
        {"early 2019", "2019-37"},
        {"the end of the year", "2025-39"},
        {"yesterday", "2025-03-20"},
        {"yesterday's", "2025-03-20"},
        {"the day after tomorrow", "2025-03-23"},
        {"two days ago", "2025-03-19"},
        {"two years ago", "2023"},
        {"three months ago", "2024-12"},
        {"in three weeks", "[2025-04-07..2025-04-13]"},
        {"three weeks from tomorrow", "2025-04-12"},
        {"two days after Easter 2024", "2024-04-02"},
        {"last week", "[2025-03-10..2025-03-16]"},
        {"last month", "2025-02"},
        {"next year", "2026"},
        {"last year's", "2024"},
        {"the following week", "[2025-03-24..2025-03-30]"},
        {"a year earlier", "2024"},
        {"the past three days", "[2025-03-18..2025-03-20]"},
        {"the next two weeks", "[2025-03-22..2025-04-04]"},
        {"Tuesday of last week", "2025-03-11"},
        {"the first Monday of May 2024", "2024-05-06"},
        {"the last week of July 2024", "[2024-07-22..2024-07-28]"},
        {"the third quarter", "2024-35"},
        {"1988's fourth quarter", "1988-36"},
        {"the first half of 2020", "2020-40"},
        {"fiscal 1989", "1989~"},
        {"week 23 of 2018", "[2018-06-04..2018-06-10]"},
        {"the 1990s", "199X"},
        {"the nineties", "199X"},
        {"the '80s", "198X"},
        {"the late 1980s", "[1987-01-01..1989-12-31]"},
        {"the 20th century", "19XX"},
        {"Christmas 2023", "2023-12-25"},
        {"Good Friday 2024", "2024-03-29"},
        {"Thanksgiving 2024", "2024-11-28"},
        {"from 2018 to 2019", "2018/2019"},
        {"between August and October 2024", "2024-08/2024-10"},
        {"from 26 to 28 June 2020", "2020-06-26/2020-06-28"},
        {"from November to February 2017", "2016-11/2017-02"},
        {"since 2018", "2018/.."},
        {"since last autumn", "2024-23/.."},
        {"until March 2024", "../2024-03"},
        {"before 2018", "../2017"},
        {"after May 2020", "2020-06/.."},
        {"circa 1950", "1950~"},
        {"about June 1812", "1812-06~"},
        {"perhaps 1950", "1950?"},
        {"3pm on Friday", "2025-03-21T15:00"},
        {"10:30 GMT on 21 March", "2025-03-21T10:30:00Z"},
        {"21:30 on 3 May 2024", "2024-05-03T21:30"},
        {"recently", "../2025-03-21"},
        {"in recent weeks", "[2025-01-10~..2025-03-21~]"},
        {"a decade ago", "2015"},
        {"more than three years ago", "2022~"},
        {"the year ended Sept. 30", "2023-10-01/2024-09-30"},
        {"1985-87", "1985/1987"},
        {"the winter of 1941-42", "1941-24"},
        {"44 BC", "-0043"},
        {"the year-ago quarter", "2023-36"},
        {"May of last year", "2024-05"},
        {"a week from Tuesday", "2025-04-01"},
        {"the 18th", "2025-03-18"},
        {"January 5-7, 1998", "1998-01-05/1998-01-07"},
        {"the day after Christmas 2023", "2023-12-26"},
        {"Tuesday night, March 4", "2025-03-04"},
        {"year-end", "2025-39"},
    };
    for (const auto &[phrase, edtf] : rows)
        QTest::newRow(phrase) << QString::fromLatin1(edtf);
}

void tst_date_phrase::readsEnglish()
{
    QFETCH(QString, edtf);
    QCOMPARE(best(QTest::currentDataTag(), beside("2025-03-21")), edtf);
}

void tst_date_phrase::offersTheOtherReading()
{
    const auto has = [](const char *phrase, const char *edtf) {
        for (const PhraseReading &reading : readDatePhrase(phrase, beside("2025-03-21")))
            if (reading.date.text() == edtf)
                return true;
        return false;
    };
    QVERIFY(has("June 3", "2025-06-03"));
    QVERIFY(has("Friday", "2025-03-28"));
    QVERIFY(has("3/4/2024", "2024-04-03"));
    QVERIFY(has("October", "2025-10"));
    QVERIFY(has("two years ago", "2023-03-21"));
    QVERIFY(has("from August to October 2024", "2024-08/2024-09"));
}

void tst_date_phrase::tellsDurationsAndTimesFromDates()
{
    const auto kind = [](const char *phrase) {
        const auto found = readPhrase(phrase, beside("2025-03-21"));
        return found ? static_cast<int>(found->kind) : -1;
    };
    QCOMPARE(kind("for three days"), static_cast<int>(PhraseKind::Duration));
    QCOMPARE(kind("two weeks"), static_cast<int>(PhraseKind::Duration));
    QCOMPARE(kind("half a year"), static_cast<int>(PhraseKind::Duration));
    QCOMPARE(kind("3 pm"), static_cast<int>(PhraseKind::Time));
    QCOMPARE(kind("21 March"), static_cast<int>(PhraseKind::Date));
    QVERIFY(readDatePhrase("for three days", beside("2025-03-21")).empty());
}

void tst_date_phrase::refusesWhatIsNoDate_data()
{
    QTest::addColumn<int>("unused");
    for (const char *text : {"", " ", "nonsense", "feb 30", "31 April 2020", "2/29/2019", "0.8/15",
                             "the", "in the", "every Friday", "32 May 2024"})
        QTest::newRow(text) << 0;
}

void tst_date_phrase::refusesWhatIsNoDate()
{
    QVERIFY(readDatePhrase(QTest::currentDataTag(), beside("2025-03-21")).empty());
}

void tst_date_phrase::countsFromTheDateNamedBefore()
{
    PhraseContext context = beside("2025-03-21");
    context.preceding = CivilDate{1999, 7, 15};
    QCOMPARE(best("a year earlier", context), QStringLiteral("1998"));
    QCOMPARE(best("the following week", context), QStringLiteral("[1999-07-19..1999-07-25]"));
    QCOMPARE(best("two months later", context), QStringLiteral("1999-09"));
}

void tst_date_phrase::southernSeasonsAreTheirOwn()
{
    PhraseContext context = beside("2025-03-21");
    context.isSouthernHemisphere = true;
    QCOMPARE(best("last summer", context), QStringLiteral("2024-30"));
    QCOMPARE(best("this autumn", context), QStringLiteral("2025-31"));
}

void tst_date_phrase::tenseOfTheSentenceDecides()
{
    const auto only = [](const char *text) {
        const auto found = findDatePhrases(text, beside("2025-03-21"));
        return found.size() == 1 ? QString::fromStdString(found[0].readings[0].date.text())
                                 : QStringLiteral("%1 phrases").arg(found.size());
    };
    QCOMPARE(only("The minister arrived on Tuesday."), QStringLiteral("2025-03-18"));
    QCOMPARE(only("The two will meet on Tuesday."), QStringLiteral("2025-03-25"));
    QCOMPARE(only("The talks were held in June."), QStringLiteral("2024-06"));
    QCOMPARE(only("Voters are expected to decide in June."), QStringLiteral("2025-06"));
}

void tst_date_phrase::findsPhrasesInRunningText()
{
    const std::string text =
        "The ship left Vladivostok on Tuesday, March 4, and may return. It had "
        "5,000 tons aboard for two weeks; since 2019 she was idle.";
    const auto found = findDatePhrases(text, beside("2025-03-21"));
    QStringList words;
    for (const DatePhrase &phrase : found)
        words << QString::fromStdString(text.substr(phrase.begin, phrase.end - phrase.begin));
    const QStringList expected{QStringLiteral("Tuesday, March 4"), QStringLiteral("for two weeks"),
                               QStringLiteral("since 2019")};
    QCOMPARE(words, expected);
}

void tst_date_phrase::everyRuleHasItsWords()
{
    for (const char *phrase : {"last autumn",
                               "Friday",
                               "May 3",
                               "in October",
                               "3/4/2024",
                               "two days ago",
                               "late 2024",
                               "earlier this month",
                               "last week",
                               "next two weeks",
                               "the third quarter",
                               "since 2018",
                               "from 2018 to 2019",
                               "the 1990s",
                               "Christmas",
                               "the weekend",
                               "in recent weeks",
                               "now",
                               "the first week of May",
                               "the 18th",
                               "Monday of last week",
                               "week 10",
                               "recently"})
        for (const PhraseReading &reading : readDatePhrase(phrase, beside("2025-03-21")))
            QVERIFY2(!phraseRuleWords(reading.rule).empty(), reading.rule.c_str());
    QVERIFY(phraseRuleWords("nothing").empty());
}

QTEST_GUILESS_MAIN(tst_date_phrase)
#include "tst_date_phrase.moc"
