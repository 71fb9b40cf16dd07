// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/evidence/name_forms.h"
#include "app/evidence/same_actor.h"
#include "tests/support/snapshot_of.h"

using namespace dateline;
using namespace dateline::test;

class tst_same_actor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesThatSoundAlikeShareAForm_data();
    void namesThatSoundAlikeShareAForm();
    void otherNamesDoNot_data();
    void otherNamesDoNot();
    void choeAndChoiFindEachOther();
    void eachPointHasItsReason();
    void tiesAndSharedEventsSpeakAgainst();
    void aPartOfANameIsWeakerThanAllOfIt();

private:
    static bool shareAForm(const QString &a, const QString &b)
    {
        const NameForms reader;
        const std::vector<std::string> first = reader.of(a.toStdString());
        const std::vector<std::string> second = reader.of(b.toStdString());
        return std::any_of(first.begin(), first.end(), [&](const std::string &form) {
            return std::find(second.begin(), second.end(), form) != second.end();
        });
    }
};

void tst_same_actor::namesThatSoundAlikeShareAForm_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    const std::pair<const char *, const char *> pairs[] = {
        {"Choe", "Choi"},
        {"Choe", "최"},
        {"Choi", "최"},
        {"Kim Jong Un", "김정은"},
        {"Kim Jong-un", "Gim Jeong-eun"},
        {"Shoigu", "Шойгу"},
        {"Shoygu", "Шойгу"},
        {"Sergei Shoigu", "Sergey Shoygu"},
        {"Sergei Shoigu", "Сергей Шойгу"},
        {"Khrushchev", "Хрущев"},
        {"Vladimir Putin", "Владимир Путин"},
        {"Zelenskyy", "Zelensky"},
    };
    for (const auto &[one, other] : pairs)
        QTest::newRow(one) << QString::fromUtf8(one) << QString::fromUtf8(other);
}

void tst_same_actor::namesThatSoundAlikeShareAForm()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QVERIFY(shareAForm(one, other));
    QVERIFY(shareAForm(other, one));
}

void tst_same_actor::otherNamesDoNot_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::newRow("father and son")
        << QStringLiteral("Kim Jong Il") << QStringLiteral("Kim Jong Un");
    QTest::newRow("two ministers") << QStringLiteral("Lavrov") << QStringLiteral("Shoigu");
    QTest::newRow("marks alone") << QStringLiteral("!") << QStringLiteral("?");
}

void tst_same_actor::otherNamesDoNot()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QVERIFY(!shareAForm(one, other));
}

void tst_same_actor::choeAndChoiFindEachOther()
{
    SnapshotOf rows;
    const ActorId choe = rows.actor("Choe");
    const ActorId choi = rows.actor("Choi");
    const ActorId hangul = rows.actor("최");
    rows.actor("Kim");
    const SnapshotPointer snapshot = rows.build();
    for (const ActorId actor : {choe, choi, hangul}) {
        const std::vector<SameActor> likely = likelySame(*snapshot, actor);
        QCOMPARE(likely.size(), std::size_t{2});
        for (const SameActor &same : likely) {
            QVERIFY(same.actor != actor);
            QVERIFY(same.score >= 70);
        }
    }
}

void tst_same_actor::eachPointHasItsReason()
{
    SnapshotOf rows;
    const ActorId one = rows.actor("Sergei Shoigu");
    const ActorId other = rows.actor("S. K. Schoigu");
    rows.alias(other, "Шойгу Сергей");
    rows.alias(other, "Сергей Шойгу");
    const ActorId council = rows.actor("Council", "body");
    rows.role(one, "Secretary", council);
    rows.role(other, "Secretary", council);
    const SameActor same = compareActors(*rows.build(), one, other);
    int points = 0;
    for (const SameActor::Reason &reason : same.reasons) {
        QVERIFY(!reason.words.empty());
        points += reason.points;
    }
    QCOMPARE(same.score, std::clamp(points, 0, 100));
    QCOMPARE(same.reasons.front().words, std::string("Sergei Shoigu reads like Сергей Шойгу"));
    QCOMPARE(same.reasons.back().words, std::string("both held the post Secretary"));
}

void tst_same_actor::tiesAndSharedEventsSpeakAgainst()
{
    SnapshotOf rows;
    const ActorId one = rows.actor("Kim Song");
    const ActorId other = rows.actor("Kim Song");
    const int alone = compareActors(*rows.build(), one, other).score;
    const EventId event = rows.event("meeting", "2025");
    rows.participation(event, one);
    rows.participation(event, other);
    const int together = compareActors(*rows.build(), one, other).score;
    QVERIFY(together < alone);
    rows.relation(one, other, "brother of");
    QVERIFY(compareActors(*rows.build(), one, other).score < together);
    const ActorId state = rows.actor("Kim Song", "state");
    QVERIFY(compareActors(*rows.build(), one, state).score < alone);
}

void tst_same_actor::aPartOfANameIsWeakerThanAllOfIt()
{
    SnapshotOf rows;
    const ActorId whole = rows.actor("Sergei Shoigu");
    const ActorId part = rows.actor("Shoigu");
    const ActorId same = rows.actor("Sergey Shoygu");
    const std::vector<SameActor> likely = likelySame(*rows.build(), whole);
    QCOMPARE(likely.size(), std::size_t{2});
    QCOMPARE(likely[0].actor, same);
    QCOMPARE(likely[1].actor, part);
    QVERIFY(likely[0].score > likely[1].score);
}

QTEST_GUILESS_MAIN(tst_same_actor)
#include "tst_same_actor.moc"
