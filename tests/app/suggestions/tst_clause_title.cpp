// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/suggestions/clause_title.h"

using namespace dateline;

class tst_clause_title : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theClauseAroundTheDateIsTheTitle_data();
    void theClauseAroundTheDateIsTheTitle();
    void anythingIsSafe();
};

void tst_clause_title::theClauseAroundTheDateIsTheTitle_data()
{
    QTest::addColumn<QByteArray>("sentence");
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<QByteArray>("title");
    const auto row = [](const char *name, const char *sentence, const char *date,
                        const char *title) {
        QTest::newRow(name) << QByteArray(sentence) << QByteArray(date) << QByteArray(title);
    };
    row("date first",
        "On May 3, 2010, the minister signed Order 1355, which widened the scope of an older one.",
        "May 3, 2010", "the minister signed Order 1355");
    row("too little is drawn out",
        "On May 3, 2010, by Order 1355, the minister declared a state of alarm.", "May 3, 2010",
        "by Order 1355, the minister declared a state of alarm.");
    row("date last", "The two leaders will meet in Geneva on June 16, 2021.", "June 16, 2021",
        "The two leaders will meet in Geneva");
    row("date inside",
        "It condemned its February 7, 2016, launch of a long-range rocket; more came.",
        "February 7, 2016", "It condemned launch of a long-range rocket");
    row("what ends a part ends the title",
        "the sinking of a navy ship and the deaths of its crew in March 2010; its test of a device",
        "March 2010", "the sinking of a navy ship and the deaths of its crew");
    row("another script", "В марте 2025 года министр прибыл в столицу с большой делегацией.",
        "марте 2025 года", "министр прибыл в столицу с большой делегацией.");
    row("lines are joined", "On March\n10, the ministry\n   published what it knew of the tests.",
        "March\n10", "the ministry published what it knew of the tests.");
    row("nothing else", "2024-06", "2024-06", "");
}

void tst_clause_title::theClauseAroundTheDateIsTheTitle()
{
    QFETCH(QByteArray, sentence);
    QFETCH(QByteArray, date);
    QFETCH(QByteArray, title);
    const std::string text = sentence.toStdString();
    const std::size_t begin = text.find(date.toStdString());
    QVERIFY(begin != std::string::npos);
    QCOMPARE(QByteArray::fromStdString(
                 clauseTitle(text, {begin, begin + static_cast<std::size_t>(date.size())})),
             title);
}

void tst_clause_title::anythingIsSafe()
{
    QCOMPARE(clauseTitle("", {0, 0}), std::string());
    QCOMPARE(clauseTitle(",;:().", {2, 3}).find("  "), std::string::npos);
    const std::string one(5000, 'x');
    QVERIFY(!clauseTitle(one, {2000, 2010}).empty());
    const std::string bytes = "\xff\xfe 2024 \x80\x80, (((";
    clauseTitle(bytes, {3, 7});
}

QTEST_GUILESS_MAIN(tst_clause_title)
#include "tst_clause_title.moc"
