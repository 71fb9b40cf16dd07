// SPDX-License-Identifier: GPL-3.0-or-later
// Who says so, as it stands in a sentence.
#include <QTest>

#include "app/suggestions/attribution_phrases.h"

using namespace dateline;

class tst_attribution_phrases : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void speakersAreRead_data();
    void speakersAreRead();
    void nobodySpeaks_data();
    void nobodySpeaks();
    void hearersAreRead();
    void placesHoldNameAndVerb();
};

void tst_attribution_phrases::speakersAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("speaker");
    const auto row = [](const char *text, const char *speaker) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(speaker);
    };
    row("They went, according to South Korea's spy agency.", "South Korea's spy agency");
    row("It was agreed, according to the Ministry of Defence in Seoul.", "the Ministry of Defence");
    row("Tass reported on Friday that he came.", "Tass");
    row("Citing two officials, the paper wrote nothing.", "two officials");
    row("On Friday South Korea's spy agency also said more went.", "South Korea's spy agency");
    row("In March the agency said that more went.", "the agency");
    row("Officials said so.", "Officials");
    row("Sergei Shoigu, the former minister, said it.", "Sergei Shoigu");
    row("\"It was fine,\" said Ivan Petrov, a guard.", "Ivan Petrov");
    row("Laut BND kamen sie.", "BND");
    row("По данным разведки, он приехал.", "разведки");
    row("국정원에 따르면 그는 왔다.", "국정원");
}

void tst_attribution_phrases::speakersAreRead()
{
    QFETCH(QString, text);
    QFETCH(QString, speaker);
    const std::string bytes = text.toStdString();
    const std::vector<AttributionPhrase> found = findAttributions(bytes);
    QVERIFY(!found.empty());
    const ByteRange place = found[0].speaker;
    QCOMPARE(QString::fromStdString(bytes.substr(place.begin, place.end - place.begin)), speaker);
}

void tst_attribution_phrases::nobodySpeaks_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"He said so.", "They've told me.", "The United States and Russia",
                             "which was said to be", "the reports were lost", ""})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void tst_attribution_phrases::nobodySpeaks()
{
    QFETCH(QString, text);
    QVERIFY(findAttributions(text.toStdString()).empty());
}

void tst_attribution_phrases::hearersAreRead()
{
    const std::string text = "The envoy told Tass that it was over.";
    const std::vector<AttributionPhrase> found = findAttributions(text);
    QCOMPARE(found.size(), std::size_t(1));
    QCOMPARE(text.substr(found[0].hearer.begin, found[0].hearer.end - found[0].hearer.begin),
             std::string("Tass"));
    QCOMPARE(text.substr(found[0].speaker.begin, found[0].speaker.end - found[0].speaker.begin),
             std::string("The envoy"));
}

void tst_attribution_phrases::placesHoldNameAndVerb()
{
    const std::string text = "Yesterday Tass also reported it.";
    const std::vector<AttributionPhrase> found = findAttributions(text);
    QCOMPARE(found.size(), std::size_t(1));
    QCOMPARE(text.substr(found[0].place.begin, found[0].place.end - found[0].place.begin),
             std::string("Tass also reported"));
}

QTEST_GUILESS_MAIN(tst_attribution_phrases)
#include "tst_attribution_phrases.moc"
