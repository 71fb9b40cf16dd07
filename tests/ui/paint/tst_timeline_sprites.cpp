// SPDX-License-Identifier: GPL-3.0-or-later
#include <functional>

#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QTest>

#include "ui/paint/elided_label.h"
#include "ui/paint/label.h"
#include "ui/paint/mark_painter.h"
#include "ui/paint/timeline_painter.h"
#include "ui/paint/timeline_sprites.h"

using namespace dateline;
using namespace dateline::ui;

// Kept pictures look as what they were made of, wherever they are put; and they are kept only as
// long as they are right.
class tst_timeline_sprites : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMarkLooksAsIfItWerePainted_data();
    void aMarkLooksAsIfItWerePainted();
    void aLabelLooksAsIfItWerePainted_data();
    void aLabelLooksAsIfItWerePainted();
    void anyLengthLooksAsIfItWerePainted_data();
    void anyLengthLooksAsIfItWerePainted();
    void whatTheEdgeCutsIsPainted();
    void anotherThemeHasOtherPictures();
    void ofAnyNumberOnlySomeAreKept();
    void aFrameMakesOnlySome();
    void columnsLookTheSameOnTheScreen_data();
    void columnsLookTheSameOnTheScreen();
    void aSceneLooksTheSameTheThirdTime();
    void anElidedTextFits_data();
    void anElidedTextFits();
};

namespace {

QFont textFont()
{
    QFont font = QGuiApplication::font();
    font.setPixelSize(13);
    return font;
}

struct Canvas {
    explicit Canvas(double pixelRatio = 1, QColor ground = Qt::white)
        : ratio(pixelRatio), image(QSize(320, 60) * pixelRatio, QImage::Format_RGB32)
    {
        image.setDevicePixelRatio(ratio);
        image.fill(ground);
    }

    double ratio;
    QImage image;
};

TimelineMark markOf(MarkForm form, Certainty certainty, double width, int flags)
{
    TimelineMark mark;
    mark.form = form;
    mark.certainty = certainty;
    mark.flags = static_cast<std::uint16_t>(flags);
    mark.box = {40, 20, width, 12};
    mark.glyphX = width > 48 ? 49 : 40 + width / 2;
    mark.solidBegin = 40;
    mark.solidEnd = 40 + width;
    mark.look = {3, 2};
    return mark;
}

// The largest difference of a channel of a pixel.
int difference(const QImage &a, const QImage &b)
{
    int most = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y);
            const QRgb q = b.pixel(x, y);
            most = std::max({most, std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)),
                             std::abs(qBlue(p) - qBlue(q))});
        }
    }
    return most;
}

// Rounding twice, onto nothing and onto the ground, may change a channel by so much.
constexpr int kRounding = 3;

// Asks `draw` for its picture in three frames; it says whether it drew.
bool isDrawnTheThirdTime(TimelineSprites &sprites, Canvas &canvas, const Theme &theme,
                         const std::function<bool(QPainter &)> &draw)
{
    const LabelFonts fonts(theme);
    bool isDrawn = false;
    for (int i = 0; i < 3; ++i) {
        QPainter painter(&canvas.image);
        sprites.begin(painter, theme, fonts);
        if (i < 2) {
            QImage aside = Canvas(canvas.ratio).image;
            QPainter onto(&aside);
            isDrawn = draw(onto);
        } else {
            isDrawn = draw(painter);
        }
    }
    return isDrawn;
}

}  // namespace

void tst_timeline_sprites::aMarkLooksAsIfItWerePainted_data()
{
    QTest::addColumn<int>("form");
    QTest::addColumn<int>("certainty");
    QTest::addColumn<double>("width");
    QTest::addColumn<int>("flags");
    const auto row = [](const char *name, MarkForm form, Certainty certainty, double width,
                        int flags) {
        QTest::newRow(name) << static_cast<int>(form) << static_cast<int>(certainty) << width
                            << flags;
    };
    row("dot", MarkForm::Dot, Certainty::Confirmed, 12, 0);
    row("suspected dot", MarkForm::Dot, Certainty::Suspected, 12, 0);
    row("contested dot", MarkForm::Dot, Certainty::Confirmed, 12, kContested);
    row("denied dot", MarkForm::Dot, Certainty::Denied, 12, 0);
    row("capsule", MarkForm::Capsule, Certainty::Confirmed, 60, 0);
    row("assessed capsule", MarkForm::Capsule, Certainty::Assessed, 60, 0);
    row("wavy capsule", MarkForm::Capsule, Certainty::Confirmed, 80, kWavy);
    row("dimmed capsule", MarkForm::Capsule, Certainty::Confirmed, 60, kDimmed);
    row("digits", MarkForm::Capsule, Certainty::Confirmed, 90, kDigits);
    row("contested bar", MarkForm::Bar, Certainty::Expected, 120, kContested);
    row("rough bar", MarkForm::Bar, Certainty::Confirmed, 120, kRoughBegin | kRoughEnd);
    row("cluster", MarkForm::Cluster, Certainty::Confirmed, 44, kNoGlyph);
}

void tst_timeline_sprites::aMarkLooksAsIfItWerePainted()
{
    QFETCH(int, form);
    QFETCH(int, certainty);
    QFETCH(double, width);
    QFETCH(int, flags);
    const Theme theme = Theme::light(textFont());
    for (const double ratio : {1.0, 2.0}) {
        for (const bool isFading : {false, true}) {
            TimelineMark mark = markOf(static_cast<MarkForm>(form),
                                       static_cast<Certainty>(certainty), width, flags);
            if (isFading && mark.form == MarkForm::Bar) {
                mark.solidBegin += 31.3;
                mark.solidEnd -= 12.8;
                mark.beginStrength = 0.16;
                mark.endStrength = 0.4;
            }
            Canvas painted(ratio, theme.band());
            {
                QPainter painter(&painted.image);
                paintMark(painter, mark, theme);
            }
            TimelineSprites sprites;
            Canvas copied(ratio, theme.band());
            QVERIFY(isDrawnTheThirdTime(sprites, copied, theme, [&](QPainter &painter) {
                return sprites.drawMark(painter, mark, theme);
            }));
            QVERIFY2(difference(painted.image, copied.image) <= kRounding,
                     qPrintable(QString::number(difference(painted.image, copied.image))));
        }
    }
}

void tst_timeline_sprites::aLabelLooksAsIfItWerePainted_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("x");
    QTest::newRow("Latin") << u"Treaty signed, 12 j"_qs << 20.0;
    QTest::newRow("Cyrillic") << u"Переговоры"_qs << 20.0;
    QTest::newRow("between pixels") << u"Treaty signed"_qs << 20.3;
}

void tst_timeline_sprites::aLabelLooksAsIfItWerePainted()
{
    QFETCH(QString, text);
    QFETCH(double, x);
    const Theme theme = Theme::light(textFont());
    const QFont font = LabelFonts(theme).font(LabelFont::Mark);
    for (const double ratio : {1.0, 2.0}) {
        const QPointF baseline(x, 30.4);
        Canvas painted(ratio);
        {
            QPainter painter(&painted.image);
            painter.setPen(theme.ink());
            drawLabel(painter, baseline, text, font);
        }
        TimelineSprites sprites;
        Canvas copied(ratio);
        const std::string words = text.toStdString();
        if (!isDrawnTheThirdTime(sprites, copied, theme, [&](QPainter &painter) {
                return sprites.drawLabel(painter, baseline, words, font, LabelFont::Mark,
                                         theme.ink());
            }))
            QSKIP("The letters of this screen have coloured edges.");
        QVERIFY2(difference(painted.image, copied.image) <= kRounding,
                 qPrintable(QString::number(difference(painted.image, copied.image))));
    }
}

void tst_timeline_sprites::anyLengthLooksAsIfItWerePainted_data()
{
    QTest::addColumn<int>("flags");
    QTest::addColumn<bool>("isDenied");
    QTest::newRow("whole") << 0 << false;
    QTest::newRow("cut left") << int(kCutLeft) << false;
    QTest::newRow("cut right") << int(kCutRight) << false;
    QTest::newRow("cut on both sides") << int(kCutLeft | kCutRight) << false;
    QTest::newRow("contested") << int(kContested) << false;
    QTest::newRow("denied") << 0 << true;
    QTest::newRow("about") << int(kWavy) << false;
    QTest::newRow("about, cut left") << int(kWavy | kCutLeft) << false;
    QTest::newRow("about, cut on both sides") << int(kWavy | kCutLeft | kCutRight) << false;
}

// One picture of two ends serves every length, or every length that ends in the same rest of a
// wave.
void tst_timeline_sprites::anyLengthLooksAsIfItWerePainted()
{
    QFETCH(int, flags);
    QFETCH(bool, isDenied);
    const Theme theme = Theme::light(textFont());
    const Certainty certainty = isDenied ? Certainty::Denied : Certainty::Confirmed;
    for (const double ratio : {1.0, 2.0}) {
        for (const MarkForm form : {MarkForm::Capsule, MarkForm::Bar}) {
            TimelineSprites sprites;
            Canvas aside(ratio);
            const auto drawn = [&](QPainter &painter, double width) {
                return sprites.drawMark(painter, markOf(form, certainty, width, flags), theme);
            };
            const bool isWavy = (flags & kWavy) != 0;
            const double seen = isWavy ? 203 : 100;
            const std::vector<double> others =
                isWavy ? std::vector{131.0, 187.0, 259.0} : std::vector{70.0, 131.0, 260.0};
            QVERIFY(isDrawnTheThirdTime(sprites, aside, theme,
                                        [&](QPainter &painter) { return drawn(painter, seen); }));
            for (const double width : others) {
                Canvas painted(ratio, theme.band());
                {
                    QPainter painter(&painted.image);
                    paintMark(painter, markOf(form, certainty, width, flags), theme);
                }
                Canvas copied(ratio, theme.band());
                QPainter painter(&copied.image);
                sprites.begin(painter, theme, LabelFonts(theme));
                QVERIFY(drawn(painter, width));
                painter.end();
                QVERIFY2(difference(painted.image, copied.image) <= kRounding,
                         qPrintable(QString::number(difference(painted.image, copied.image))));
            }
        }
    }
}

void tst_timeline_sprites::whatTheEdgeCutsIsPainted()
{
    const Theme theme = Theme::light(textFont());
    for (const int flags : {kCutLeft | kWavy, int(kArrowRight)}) {
        const TimelineMark mark = markOf(MarkForm::Bar, Certainty::Confirmed, 80, flags);
        TimelineSprites sprites;
        Canvas canvas;
        QVERIFY(!isDrawnTheThirdTime(sprites, canvas, theme, [&](QPainter &painter) {
            return sprites.drawMark(painter, mark, theme);
        }));
    }
}

void tst_timeline_sprites::anotherThemeHasOtherPictures()
{
    const TimelineMark mark = markOf(MarkForm::Capsule, Certainty::Confirmed, 60, 0);
    TimelineSprites sprites;
    for (const Theme &theme : {Theme::light(textFont()), Theme::dark(textFont())}) {
        Canvas painted(1, theme.paper());
        {
            QPainter painter(&painted.image);
            paintMark(painter, mark, theme);
        }
        Canvas copied(1, theme.paper());
        QVERIFY(isDrawnTheThirdTime(sprites, copied, theme, [&](QPainter &painter) {
            return sprites.drawMark(painter, mark, theme);
        }));
        QVERIFY(difference(painted.image, copied.image) <= kRounding);
    }
}

void tst_timeline_sprites::ofAnyNumberOnlySomeAreKept()
{
    const Theme theme = Theme::light(textFont());
    const LabelFonts fonts(theme);
    const QFont &font = fonts.font(LabelFont::Mark);
    TimelineSprites sprites;
    Canvas canvas;
    std::size_t most = 0;
    for (int i = 0; i < 6'000; ++i) {
        const std::string words = "an event with a long title, number " + std::to_string(i);
        QPainter painter(&canvas.image);
        sprites.begin(painter, theme, fonts);
        for (int again = 0; again < 2; ++again)
            sprites.drawLabel(painter, {10, 30}, words, font, LabelFont::Mark, theme.ink());
        most = std::max(most, sprites.size());
    }
    QVERIFY(most < 18u << 20u);
}

void tst_timeline_sprites::aFrameMakesOnlySome()
{
    const Theme theme = Theme::light(textFont());
    const LabelFonts fonts(theme);
    TimelineSprites sprites;
    Canvas canvas;
    const auto drawnInFrame = [&] {
        QPainter painter(&canvas.image);
        sprites.begin(painter, theme, fonts);
        int drawn = 0;
        for (int width = 20; width < 320; ++width) {
            TimelineMark mark = markOf(MarkForm::Capsule, Certainty::Confirmed, width, kQuestioned);
            drawn += sprites.drawMark(painter, mark, theme) ? 1 : 0;
        }
        return drawn;
    };
    QCOMPARE(drawnInFrame(), 0);
    const int second = drawnInFrame();
    QVERIFY(second > 0 && second < 150);
    for (int i = 0; i < 10; ++i)
        drawnInFrame();
    QCOMPARE(drawnInFrame(), 300);
}

// Two lanes of columns, at the edges of pixels and between them.
void tst_timeline_sprites::columnsLookTheSameOnTheScreen_data()
{
    QTest::addColumn<double>("ratio");
    for (const double ratio : {1.0, 1.5, 2.0})
        QTest::addRow("%.1f", ratio) << ratio;
}

void tst_timeline_sprites::columnsLookTheSameOnTheScreen()
{
    QFETCH(double, ratio);
    const Theme theme = Theme::light(textFont());
    const LabelFonts fonts(theme);
    TimelineScene scene;
    scene.width = 320;
    scene.height = 60;
    scene.pixelRatio = ratio;
    scene.plot = {0, 0, 320, 60};
    for (std::uint32_t i = 0; i < 80; ++i) {
        DensityColumn column;
        column.lane = i / 40;
        column.box = {10 + i % 40 * 7.0, 4 + column.lane * 27.5, 7, 24};
        column.count = i % 3;
        column.ongoing = i % 4;
        column.countTop = column.box.bottom() - column.count * 3.3;
        column.ongoingTop = column.countTop - column.ongoing * 2.6;
        scene.content.columns.push_back(column);
    }
    const auto image = [&](auto paint) {
        Canvas canvas(ratio, QColor(200, 210, 190));
        QPainter painter(&canvas.image);
        paint(painter, scene, theme, fonts);
        painter.end();
        return canvas.image;
    };
    const QImage painted = image([](auto &...given) { TimelinePainter::paint(given...); });
    const QImage onScreen = image([](auto &...given) { TimelinePainter::paintOnScreen(given...); });
    QVERIFY(painted.pixel(int(25 * ratio), int(26 * ratio)) != painted.pixel(0, 0));
    QCOMPARE(difference(painted, onScreen), 0);
}

void tst_timeline_sprites::aSceneLooksTheSameTheThirdTime()
{
    const Theme theme = Theme::light(textFont());
    const LabelFonts fonts(theme);
    TimelineScene scene;
    scene.width = 320;
    scene.height = 60;
    scene.plot = {0, 0, 320, 60};
    TimelineMark mark = markOf(MarkForm::Capsule, Certainty::Reported, 70, kContested);
    for (int i = 0; i < 3; ++i) {
        mark.box.x += 60;
        mark.glyphX += 60;
        scene.content.marks.push_back(mark);
    }
    SceneText label;
    label.x = 20;
    label.centreY = 26;
    label.style = kStruckOut;
    scene.content.texts.push_back(scene.withText(label, "Talks"));
    Canvas painted;
    {
        QPainter painter(&painted.image);
        TimelinePainter::paint(painter, scene, theme, fonts);
    }
    for (int i = 0; i < 4; ++i) {
        Canvas copied;
        QPainter painter(&copied.image);
        TimelinePainter::paintOnScreen(painter, scene, theme, fonts);
        painter.end();
        QVERIFY(difference(painted.image, copied.image) <= kRounding);
    }
}

void tst_timeline_sprites::anElidedTextFits_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("words") << u"mediator embassy talks about the island"_qs;
    QTest::newRow("one word") << u"Geschwindigkeitsbeschraenkungen"_qs;
    QTest::newRow("numbers") << u"12,345 of 1,234,567 in 2024"_qs;
    QTest::newRow("Cyrillic") << u"переговоры о границе министров"_qs;
    QTest::newRow("Hangul") << u"정상 회담 평양 공동 선언문 발표"_qs;
}

void tst_timeline_sprites::anElidedTextFits()
{
    QFETCH(QString, text);
    const QFont font = textFont();
    const double whole = labelWidth(text, font);
    QCOMPARE(elidedLabel(text, font, whole + 1), text);
    qsizetype last = text.size();
    for (double width = whole - 1; width > 30; width -= 7.3) {
        const QString cut = elidedLabel(text, font, width);
        QVERIFY2(labelWidth(cut, font) <= width + 0.01, qPrintable(cut));
        QVERIFY(cut.endsWith(QChar(u'\u2026')));
        QVERIFY(text.startsWith(cut.chopped(1)));
        QVERIFY(cut.size() <= last + 1);
        last = cut.size();
        // No more is left out than must be.
        const qsizetype kept = cut.size() - 1;
        const QString longer = text.left(kept + 2) + QChar(u'\u2026');
        QVERIFY(kept + 2 >= text.size() || labelWidth(longer, font) > width - 1.5);
    }
}

QTEST_MAIN(tst_timeline_sprites)
#include "tst_timeline_sprites.moc"
