// SPDX-License-Identifier: GPL-3.0-or-later
// What a form is prefilled with from selected words: date, actors and speaker.
#include <QTest>

#include "app/model/date_suggestion.h"
#include "app/model/mentions.h"
#include "tests/support/snapshot_of.h"

using namespace dateline;

class tst_words_suggestions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void datesAreReadAsTheyAreWritten_data();
    void datesAreReadAsTheyAreWritten();
    void placeOfTheDateIsNamed();
    void actorsAreFoundByNameAliasAndFamilyName();
    void shortNamesAreTakenLetterForLetter();
    void hangulNamesAreFoundBeforeParticles();
    void longestNameWins();
    void speakerIsRead_data();
    void speakerIsRead();
};

void tst_words_suggestions::datesAreReadAsTheyAreWritten_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("edtf");
    const auto row = [](const char *words, const char *edtf) {
        QTest::newRow(words) << QString::fromUtf8(words) << QString::fromUtf8(edtf);
    };
    row("flew on 21 March 2025 to Pyongyang", "2025-03-21");
    row("on March 21, 2025", "2025-03-21");
    row("the 3rd of June 2024", "2024-06-03");
    row("Putin invited him in June 2024", "2024-06");
    row("Sept. 2024", "2024-09");
    row("In 2023, as defence minister", "2023");
    row("since 2018", "2018");
    row("2018 to 2019", "2018/2019");
    row("March 2024 – June 2024", "2024-03/2024-06");
    row("dated 2024-06~ in the file", "2024-06~");
    row("2025-02-2X", "2025-02-2X");
    row("31 February 2024", "2024-02");
    row("2000 troops", "");
    row("in 2000 troops were sent", "2000");
    row("10,000 to 12,000 soldiers", "");
    row("they may come", "");
    row("last autumn", "");
    row("", "");
}

void tst_words_suggestions::datesAreReadAsTheyAreWritten()
{
    QFETCH(QString, words);
    QFETCH(QString, edtf);
    const DateSuggestion date = suggestDate(words.toStdString(), {});
    QCOMPARE(QString::fromStdString(date.date.text()), edtf);
}

void tst_words_suggestions::placeOfTheDateIsNamed()
{
    const std::string words = "invited in June 2024, when";
    const DateSuggestion date = suggestDate(words, {});
    QCOMPARE(words.substr(date.begin, date.end - date.begin), std::string("June 2024"));
}

namespace {

struct Cast {
    test::SnapshotOf rows;
    ActorId kim = rows.actor("Kim Jong Un");
    ActorId shoigu = rows.actor("Sergei Shoigu");
    ActorId states = rows.actor("US", "state");
    ActorId korea = rows.actor("North Korea", "state");
    ActorId ministry = rows.actor("North Korean Defence Ministry", "body");
    ActorId tass = rows.actor("Tass", "outlet");
    ActorId korean = rows.actor("김정은");
    SnapshotPointer snapshot = rows.build();

    std::vector<ActorId> in(std::string_view words) const
    {
        return actorsOf(mentionsIn(words, *snapshot->actors));
    }
};

}  // namespace

void tst_words_suggestions::actorsAreFoundByNameAliasAndFamilyName()
{
    const Cast cast;
    QCOMPARE(cast.in("Sergei Shoigu was received by Kim Jong Un"),
             (std::vector{cast.shoigu, cast.kim}));
    QCOMPARE(cast.in("Shoigu's delegation thanked Kim"), (std::vector{cast.shoigu, cast.kim}));
    QCOMPARE(cast.in("north korea"), std::vector{cast.korea});
    QVERIFY(cast.in("Kimchi and nothing else").empty());
}

void tst_words_suggestions::shortNamesAreTakenLetterForLetter()
{
    const Cast cast;
    QVERIFY(cast.in("they told us").empty());
    QCOMPARE(cast.in("the US said"), std::vector{cast.states});
}

void tst_words_suggestions::hangulNamesAreFoundBeforeParticles()
{
    const Cast cast;
    QCOMPARE(cast.in("김정은은 말했다"), std::vector{cast.korean});
}

void tst_words_suggestions::longestNameWins()
{
    const Cast cast;
    QCOMPARE(cast.in("the North Korean Defence Ministry"), std::vector{cast.ministry});
}

void tst_words_suggestions::speakerIsRead_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("isTass");
    QTest::newRow("according to") << u"They met, according to Tass"_qs << true;
    QTest::newRow("account") << u"By Tass's account he came"_qs << true;
    QTest::newRow("said") << u"Tass said that he came"_qs << true;
    QTest::newRow("nobody") << u"Tass and Kim Jong Un"_qs << false;
}

void tst_words_suggestions::speakerIsRead()
{
    QFETCH(QString, words);
    QFETCH(bool, isTass);
    const Cast cast;
    const std::string text = words.toStdString();
    QCOMPARE(speakerIn(text, mentionsIn(text, *cast.snapshot->actors)),
             isTass ? cast.tass : ActorId());
}

QTEST_GUILESS_MAIN(tst_words_suggestions)
#include "tst_words_suggestions.moc"
