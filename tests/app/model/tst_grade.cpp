// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <set>

#include "app/model/grade.h"

using namespace dateline;

class tst_grade : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void statusesHaveTheirCertainty_data();
    void statusesHaveTheirCertainty();
    void everyOfferedStatusHasADistinctWord();
    void likelihoodsGoFromLeastToMost();
    void gradesThatCannotBeJudgedAreNotTheWorst();
    void whatIsNoGradeIsNotGraded();
};

void tst_grade::statusesHaveTheirCertainty_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<int>("certainty");
    const auto row = [](const char *status, Certainty certainty) {
        QTest::newRow(status) << QByteArray(status) << int(certainty);
    };
    row("confirmed", Certainty::Confirmed);
    row("took place", Certainty::Confirmed);
    row("Took Place", Certainty::Confirmed);
    row("reported", Certainty::Reported);
    row("assessed", Certainty::Assessed);
    row("likely", Certainty::Assessed);
    row("appears", Certainty::Assessed);
    row("suspected", Certainty::Suspected);
    row("alleged", Certainty::Suspected);
    row("expected", Certainty::Expected);
    row("planned", Certainty::Expected);
    row("speculation", Certainty::Expected);
    row("speculative", Certainty::Expected);
    row("possible", Certainty::Expected);
    row("denied", Certainty::Denied);
    row("retracted", Certainty::Denied);
    row("cancelled", Certainty::Denied);
    row("did not take place", Certainty::Denied);
    row("a word of one's own", Certainty::Reported);
    row("", Certainty::Reported);
    row("confirme", Certainty::Reported);
}

void tst_grade::statusesHaveTheirCertainty()
{
    QFETCH(QByteArray, status);
    QFETCH(int, certainty);
    QCOMPARE(int(certaintyOf(status.toStdString())), certainty);
}

void tst_grade::everyOfferedStatusHasADistinctWord()
{
    for (const auto words : {eventStatuses(), claimStatuses(), actorKinds(), participationParts(),
                             quantityQualifiers(), handlingMarks(), likelihoodWords()}) {
        const std::set<std::string_view> distinct(words.begin(), words.end());
        QCOMPARE(distinct.size(), words.size());
        QVERIFY(!distinct.contains(std::string_view()));
    }
    // What is new is only reported, until somebody says more.
    QCOMPARE(certaintyOf(eventStatuses().front()), Certainty::Reported);
}

void tst_grade::likelihoodsGoFromLeastToMost()
{
    QCOMPARE(likelihoodWords().size(), std::size_t(7));
    QCOMPARE(likelihoodWords().front(), std::string_view("almost no chance"));
    QCOMPARE(likelihoodWords()[3], std::string_view("roughly even chance"));
    QCOMPARE(likelihoodWords().back(), std::string_view("almost certain"));
}

void tst_grade::gradesThatCannotBeJudgedAreNotTheWorst()
{
    QCOMPARE(reliabilityText('E'), std::string_view("unreliable"));
    QVERIFY(reliabilityText('F').find("cannot be judged") != std::string_view::npos);
    QCOMPARE(credibilityText(5), std::string_view("improbable"));
    QVERIFY(credibilityText(6).find("cannot be judged") != std::string_view::npos);
}

void tst_grade::whatIsNoGradeIsNotGraded()
{
    for (const char grade : {'\0', 'G', 'a', '@'})
        QCOMPARE(reliabilityText(grade), std::string_view("not graded"));
    for (const int grade : {0, 7, -1})
        QCOMPARE(credibilityText(grade), std::string_view("not graded"));
}

QTEST_GUILESS_MAIN(tst_grade)
#include "tst_grade.moc"
