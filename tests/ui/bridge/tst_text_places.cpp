// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/model/code_points.h"
#include "ui/bridge/text.h"
#include "ui/bridge/text_places.h"

using namespace dateline;
using namespace dateline::ui;

class tst_text_places : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void placesAgreeWithTheModels_data();
    void placesAgreeWithTheModels();
    void placesOutsideAreCut();
    void middleOfAPairIsThePlaceBeforeIt();
    void shownTextKeepsItsLength();
};

void tst_text_places::placesAgreeWithTheModels_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("latin") << u"He came in March."_qs;
    QTest::newRow("hangul") << u"김정은 위원장"_qs;
    QTest::newRow("emoji") << u"😀 a 😀😀 b 🇰🇵 c"_qs;
    QTest::newRow("emoji first and last") << u"😀x😀"_qs;
    QTest::newRow("nothing") << QString();
}

void tst_text_places::placesAgreeWithTheModels()
{
    QFETCH(QString, text);
    const std::string utf8 = toUtf8(text);
    const TextPlaces places(text);
    QCOMPARE(places.codePointCount(), codePointCount(utf8));
    for (std::int64_t point = 0; point <= codePointCount(utf8); ++point) {
        const int utf16 = places.toUtf16(point);
        QCOMPARE(toUtf8(text.left(utf16)), utf8.substr(0, byteOffset(utf8, point)));
        QCOMPARE(places.toCodePoint(utf16), point);
    }
}

void tst_text_places::placesOutsideAreCut()
{
    const TextPlaces places(u"a😀"_qs);
    QCOMPARE(places.toUtf16(-3), 0);
    QCOMPARE(places.toUtf16(99), 3);
    QCOMPARE(places.toCodePoint(-3), 0);
    QCOMPARE(places.toCodePoint(99), 2);
}

void tst_text_places::middleOfAPairIsThePlaceBeforeIt()
{
    QCOMPARE(TextPlaces(u"a😀b"_qs).toCodePoint(2), 1);
}

void tst_text_places::shownTextKeepsItsLength()
{
    const QString text = u"one\r\ntwo\rthree\nfour\ufdd0"_qs;
    const QString shown = shownText(text);
    QCOMPARE(shown, u"one \ntwo\nthree\nfour\ufffd"_qs);
    QCOMPARE(shown.size(), text.size());
}

QTEST_GUILESS_MAIN(tst_text_places)
#include "tst_text_places.moc"
