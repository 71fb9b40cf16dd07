// SPDX-License-Identifier: GPL-3.0-or-later
// What a form is prefilled with from selected words: actors and speaker.
#include <QTest>

#include "app/model/mentions.h"
#include "tests/support/snapshot_of.h"

using namespace dateline;

class tst_mentions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void actorsAreFoundByNameAliasAndFamilyName();
    void shortNamesAreTakenLetterForLetter();
    void hangulNamesAreFoundBeforeParticles();
    void longestNameWins();
    void speakerIsRead_data();
    void speakerIsRead();
};

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

void tst_mentions::actorsAreFoundByNameAliasAndFamilyName()
{
    const Cast cast;
    QCOMPARE(cast.in("Sergei Shoigu was received by Kim Jong Un"),
             (std::vector{cast.shoigu, cast.kim}));
    QCOMPARE(cast.in("Shoigu's delegation thanked Kim"), (std::vector{cast.shoigu, cast.kim}));
    QCOMPARE(cast.in("north korea"), std::vector{cast.korea});
    QVERIFY(cast.in("Kimchi and nothing else").empty());
}

void tst_mentions::shortNamesAreTakenLetterForLetter()
{
    const Cast cast;
    QVERIFY(cast.in("they told us").empty());
    QCOMPARE(cast.in("the US said"), std::vector{cast.states});
}

void tst_mentions::hangulNamesAreFoundBeforeParticles()
{
    const Cast cast;
    QCOMPARE(cast.in("김정은은 말했다"), std::vector{cast.korean});
}

void tst_mentions::longestNameWins()
{
    const Cast cast;
    QCOMPARE(cast.in("the North Korean Defence Ministry"), std::vector{cast.ministry});
}

void tst_mentions::speakerIsRead_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("isTass");
    QTest::newRow("according to") << u"They met, according to Tass"_qs << true;
    QTest::newRow("account") << u"By Tass's account he came"_qs << true;
    QTest::newRow("said") << u"Tass said that he came"_qs << true;
    QTest::newRow("nobody") << u"Tass and Kim Jong Un"_qs << false;
}

void tst_mentions::speakerIsRead()
{
    QFETCH(QString, words);
    QFETCH(bool, isTass);
    const Cast cast;
    const std::string text = words.toStdString();
    QCOMPARE(speakerIn(text, mentionsIn(text, *cast.snapshot->actors)),
             isTass ? cast.tass : ActorId());
}

QTEST_GUILESS_MAIN(tst_mentions)
#include "tst_mentions.moc"
