// SPDX-License-Identifier: GPL-3.0-or-later
#include <QImage>
#include <QPainter>
#include <QPicture>
#include <QTest>

#include "ui/paint/label.h"

using namespace dateline::ui;

namespace {

QImage drawn(TextAs text, const QString &words, const QColor &ink)
{
    QImage image(300, 60, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.setPen(ink);
    QFont font(QStringLiteral("Noto Sans"));
    font.setPixelSize(24);
    const LabelMode mode(text);
    drawLabel(painter, QPointF(10, 40), words, font);
    return image;
}

// The box of all that is not white.
QRect inked(const QImage &image)
{
    QRect box;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) != QColor(Qt::white))
                box |= QRect(x, y, 1, 1);
        }
    }
    return box;
}

}  // namespace

class tst_label : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void outlinesStandWhereTheTextWould_data();
    void outlinesStandWhereTheTextWould();
    void wordsStandWhereTheWholeTextWould_data();
    void wordsStandWhereTheWholeTextWould();
    void takesThePensColour_data();
    void takesThePensColour();
    void theModeEndsWithItsScope();
    void leavesTheBrushAlone();
};

void tst_label::outlinesStandWhereTheTextWould_data()
{
    QTest::addColumn<QString>("words");
    QTest::newRow("Latin") << u"Pyongyang"_qs;
    QTest::newRow("Cyrillic") << u"Шойгу"_qs;
    QTest::newRow("Hangul") << u"김정은"_qs;
}

void tst_label::outlinesStandWhereTheTextWould()
{
    QFETCH(QString, words);
    const QRect live = inked(drawn(TextAs::Live, words, Qt::black));
    const QRect outlines = inked(drawn(TextAs::Outlines, words, Qt::black));
    QVERIFY(!live.isEmpty());
    // Hinting may move an edge by a pixel or two.
    QVERIFY(std::abs(live.left() - outlines.left()) <= 2);
    QVERIFY(std::abs(live.right() - outlines.right()) <= 4);
    QVERIFY(std::abs(live.top() - outlines.top()) <= 2);
    QVERIFY(std::abs(live.bottom() - outlines.bottom()) <= 2);
}

void tst_label::wordsStandWhereTheWholeTextWould_data()
{
    QTest::addColumn<QString>("words");
    QTest::newRow("Latin") << u"Talks in Moscow, again"_qs;
    QTest::newRow("Cyrillic") << u"Сергей  Шойгу "_qs;
    QTest::newRow("kerned and ligatures") << u"AVATAR Tower affine office fjord To "_qs;
    QTest::newRow("marked letters") << u"Dvořák Škoda Ærø Ökonom"_qs;
    QTest::newRow("signs and digits") << u"O'Neil (acting), 1,204 men – “no”…"_qs;
    QTest::newRow("Hangul") << u"김정은 국무위원장, 2024 "_qs;
    QTest::newRow("Greek") << u"Ωμέγα Αθήνα"_qs;
    QTest::newRow("combining marks, whole") << u"Dvor\u030Ca\u0301k in Brno"_qs;
    QTest::newRow("two scripts") << u"Kim 김정은 met"_qs;
    QTest::newRow("right to left, whole") << u"لقاء في موسكو"_qs;
}

void tst_label::wordsStandWhereTheWholeTextWould()
{
    QFETCH(QString, words);
    const QImage live = drawn(TextAs::Live, words, Qt::black);
    QImage text(live.size(), live.format());
    text.fill(Qt::white);
    QPainter painter(&text);
    QFont font(QStringLiteral("Noto Sans"));
    font.setPixelSize(24);
    painter.setFont(font);
    painter.drawText(QPointF(10, 40), words);
    painter.end();
    const QRect is = inked(live);
    const QRect should = inked(text);
    QVERIFY(!is.isEmpty());
    QVERIFY(std::abs(is.left() - should.left()) <= 1);
    QVERIFY(std::abs(is.right() - should.right()) <= 2);
    QCOMPARE(is.top(), should.top());
    QCOMPARE(is.bottom(), should.bottom());
    QVERIFY(std::abs(labelWidth(words, font) - QFontMetricsF(font).horizontalAdvance(words)) < 2);
    // No letter stands elsewhere than where the whole text would have it.
    if (!words.contains(u'ق'))
        QCOMPARE(live, text);
}

void tst_label::takesThePensColour_data()
{
    QTest::addColumn<TextAs>("text");
    QTest::newRow("live") << TextAs::Live;
    QTest::newRow("outlines") << TextAs::Outlines;
}

void tst_label::takesThePensColour()
{
    QFETCH(TextAs, text);
    const QImage image = drawn(text, u"IIII"_qs, Qt::red);
    bool isRed = false;
    for (int x = 0; x < image.width(); ++x)
        isRed |= image.pixelColor(x, 30) == QColor(Qt::red);
    QVERIFY(isRed);
}

void tst_label::theModeEndsWithItsScope()
{
    const QImage live = drawn(TextAs::Live, u"Text"_qs, Qt::black);
    const LabelMode outlines(TextAs::Outlines);
    QCOMPARE(drawn(TextAs::Live, u"Text"_qs, Qt::black), live);
    // The inner mode is over; what is drawn now are outlines, which a picture records as a path.
    QPicture picture;
    QPainter painter(&picture);
    drawLabel(painter, QPointF(0, 20), u"Text"_qs, QFont());
    painter.end();
    QVERIFY(!picture.isNull());
    QPicture livePicture;
    {
        const LabelMode inner(TextAs::Live);
        QPainter livePainter(&livePicture);
        drawLabel(livePainter, QPointF(0, 20), u"Text"_qs, QFont());
    }
    QVERIFY(picture.size() != livePicture.size());
}

void tst_label::leavesTheBrushAlone()
{
    QImage image(50, 50, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    painter.setBrush(Qt::green);
    const LabelMode mode(TextAs::Outlines);
    drawLabel(painter, QPointF(0, 20), u"x"_qs, QFont());
    QCOMPARE(painter.brush().color(), QColor(Qt::green));
}

QTEST_MAIN(tst_label)
#include "tst_label.moc"
