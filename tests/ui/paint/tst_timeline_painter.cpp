// SPDX-License-Identifier: GPL-3.0-or-later
#include <QBuffer>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSvgGenerator>
#include <QTest>

#include "app/model/civil_date.h"
#include "app/timeline/dated_mark.h"
#include "tests/support/snapshot_of.h"
#include "ui/paint/mark_painter.h"
#include "ui/paint/timeline_painter.h"
#include "ui/paint/timeline_picture.h"

using namespace dateline;
using namespace dateline::test;
using namespace dateline::ui;

// A scene is painted alike on every device: what is seen where is asked of pixels, words and shapes
// of SVG and PDF of their texts.
class tst_timeline_painter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSolidMarkIsFilledAHollowOneIsNot();
    void everyKindHasAShapeOfItsOwn();
    void aDeniedEventIsCrossedOut();
    void aFadingEndIsFainterThanTheCertainPart();
    void linesAreCrispAtEveryRatio_data();
    void linesAreCrispAtEveryRatio();
    void thePictureIsTheSameInPngSvgAndPdf();
    void svgNeedsNeitherClipNorBlend();
    void everyFormOfDateLooksDifferentWithoutColour();
    void aTransparentPictureHasNoGround();
    void everyLaneIsInThePictureOrCountedAsLeftOut();
    void whatIsMergedIsSaidInThePicture();
    void labelsAreMeasuredAsTheyArePainted();
    void whatIsDoubtedIsAmberAndInTheLegend();
};

namespace {

Theme theme()
{
    QFont font = QGuiApplication::font();
    font.setPixelSize(13);
    return Theme::light(font);
}

QImage imageOf(const std::function<void(QPainter &)> &paint, QSize size = {120, 40},
               double ratio = 1)
{
    QImage image(size * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::white);
    QPainter painter(&image);
    paint(painter);
    painter.end();
    return image;
}

TimelineMark markAt(MarkForm form, double x, double width)
{
    TimelineMark mark;
    mark.form = form;
    mark.box = {x, 14, width, 12};
    mark.solidBegin = x;
    mark.solidEnd = x + width;
    mark.glyphX = x + width / 2;
    return mark;
}

QImage imageOf(const TimelineMark &mark)
{
    return imageOf([&](QPainter &painter) { paintMark(painter, mark, theme()); });
}

int inkOf(const QImage &image, const QRect &part)
{
    int ink = 0;
    for (int y = part.top(); y <= part.bottom(); ++y) {
        for (int x = part.left(); x <= part.right(); ++x)
            ink += 255 - qGray(image.pixel(x, y));
    }
    return ink;
}

// The mark of a date as the timeline would draw it, in grey.
QImage greyOf(std::string_view edtf)
{
    const Result<Edtf> date = Edtf::parse(edtf);
    const TimeScale scale =
        TimeScale::showing(TimeSpan::between(instantOf(2024), instantOf(2025)), 0, 100);
    const MarkPlace place{0, 100, 20, 12, 1};
    TimelineMark mark =
        datedMark(date->when(), markBox(date->when(), scale, TimelineMetrics()), place);
    std::vector<MarkStretch> stretches;
    addForm(mark, edtf, date->when(), scale, place, stretches);
    const QImage image =
        imageOf([&](QPainter &painter) { paintMark(painter, mark, theme(), stretches); });
    return image.convertToFormat(QImage::Format_Grayscale8);
}

struct Sample {
    SnapshotOf rows;
    SnapshotPointer snapshot;
    TimelinePictureOptions options;

    explicit Sample(int actors = 3)
    {
        const EventId treaty = rows.event("Treaty signed", "2024-06", "treaty", "confirmed");
        const EventId supply = rows.event("Weapons supplied", "../2025-03", "arms", "assessed");
        const EventId about = rows.event("Ceasefire agreed", "2025-03~", "talks", "reported");
        const EventId travel = rows.event("May travel", "2025-03-21/..", "outlook", "speculation");
        for (int i = 0; i < actors; ++i) {
            const ActorId actor = rows.actor("Actor " + std::to_string(i + 1));
            for (const EventId event : {treaty, supply, about, travel})
                rows.participation(event, actor);
        }
        rows.participation(treaty, rows.actor("김정은"));
        snapshot = rows.build();
    }
    void paint(QPainter &painter, const QSizeF &size) const
    {
        paintTimelinePicture(painter, QRectF(QPointF(), size), theme(), *snapshot,
                             RowSet(snapshot->events->size(), true), options);
    }
    QString svg(const QSize &size) const
    {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        generator.setSize(size);
        generator.setViewBox(QRect(QPoint(), size));
        generator.setResolution(96);
        QPainter painter(&generator);
        paint(painter, size);
        painter.end();
        return QString::fromUtf8(bytes);
    }
};

QStringList wordsOf(const QString &svg)
{
    static const QRegularExpression text(QStringLiteral("<text[^>]*>([^<]*)</text>"));
    QStringList words;
    for (auto found = text.globalMatch(svg); found.hasNext();)
        words.append(found.next().captured(1).trimmed());
    return words;
}

}  // namespace

void tst_timeline_painter::whatIsDoubtedIsAmberAndInTheLegend()
{
    Sample sample;
    const QSize size(900, 500);
    const QString name = theme().doubt().name();
    const QString words = QStringLiteral("would fall with what is doubted");
    QVERIFY(!sample.svg(size).contains(name));
    auto doubted = std::make_shared<RowSet>(sample.snapshot->events->size());
    sample.options.doubted = doubted;
    QVERIFY(!wordsOf(sample.svg(size)).contains(words));  // nothing falls
    doubted->insert(EventRow{1});
    QVERIFY(sample.svg(size).contains(name));
    QVERIFY(wordsOf(sample.svg(size)).contains(words));
    sample.options.hasLegend = false;
    QVERIFY(!wordsOf(sample.svg(size)).contains(words));
}

void tst_timeline_painter::aSolidMarkIsFilledAHollowOneIsNot()
{
    const QImage dot = imageOf(markAt(MarkForm::Dot, 50, 12));
    QCOMPARE(QColor(dot.pixel(56, 20)), theme().category(0));
    TimelineMark hollow = markAt(MarkForm::Capsule, 20, 80);
    hollow.flags = kNoGlyph;
    const QImage capsule = imageOf(hollow);
    QCOMPARE(QColor(capsule.pixel(60, 20)), theme().categoryGround(0));
    QVERIFY(qGray(capsule.pixel(60, 14)) < qGray(capsule.pixel(60, 20)));  // its outline
    QCOMPARE(capsule.pixelColor(60, 8), QColor(Qt::white));
}

void tst_timeline_painter::everyKindHasAShapeOfItsOwn()
{
    QList<QImage> seen;
    for (std::uint32_t word = 1; word <= 8; ++word) {
        CategoryLook look = lookOfWord(word);
        look.colour = 0;  // in black and white only the shape tells
        const QImage image = imageOf(
            [&](QPainter &painter) { paintGlyph(painter, look, QPointF(60, 20), 6, theme()); });
        QVERIFY(!seen.contains(image));
        seen.append(image);
    }
}

void tst_timeline_painter::aDeniedEventIsCrossedOut()
{
    TimelineMark mark = markAt(MarkForm::Capsule, 20, 80);
    const int before = inkOf(imageOf(mark), QRect(52, 12, 17, 17));
    mark.certainty = Certainty::Denied;
    const QImage crossed = imageOf(mark);
    QVERIFY(inkOf(crossed, QRect(52, 12, 17, 17)) != before);
    QVERIFY(qGray(crossed.pixel(56, 16)) < 100);  // an arm of the cross
}

void tst_timeline_painter::aFadingEndIsFainterThanTheCertainPart()
{
    TimelineMark mark = markAt(MarkForm::Bar, 10, 100);
    mark.flags = kNoGlyph;
    mark.solidBegin = 60;
    mark.beginStrength = 0.1;
    const QImage image = imageOf(mark);
    QVERIFY(qGray(image.pixel(14, 20)) > qGray(image.pixel(40, 20)));
    QVERIFY(qGray(image.pixel(40, 20)) > qGray(image.pixel(80, 20)));
}

void tst_timeline_painter::linesAreCrispAtEveryRatio_data()
{
    QTest::addColumn<double>("ratio");
    QTest::newRow("1x") << 1.0;
    QTest::newRow("1.5x") << 1.5;
    QTest::newRow("2x") << 2.0;
}

void tst_timeline_painter::linesAreCrispAtEveryRatio()
{
    QFETCH(double, ratio);
    TimelineScene scene;
    scene.pixelRatio = ratio;
    for (int i = 0; i < 10; ++i) {
        const double x = (std::floor((10 + i * 9.37) * ratio) + 0.5) / ratio;
        scene.content.lines.push_back({x, 0, x, 40, Tone::Ink, Stroke::Solid});
    }
    const QImage image =
        imageOf([&](QPainter &painter) { TimelinePainter::paint(painter, scene, theme()); },
                {120, 40}, ratio);
    // Each line is some whole columns of ink, and nothing between ink and paper.
    int columns = 0;
    for (int x = 0; x < image.width(); ++x) {
        const QColor colour = image.pixelColor(x, image.height() / 2);
        if (colour == QColor(Qt::white))
            continue;
        QCOMPARE(colour, theme().ink());
        ++columns;
    }
    QCOMPARE(columns, 10 * static_cast<int>(ratio));
}

void tst_timeline_painter::thePictureIsTheSameInPngSvgAndPdf()
{
    const Sample sample;
    const QSize size(1000, 600);
    const QString svg = sample.svg(size);
    const QStringList words = wordsOf(svg);
    for (const QString &expected :
         {QStringLiteral("Treaty signed"), QStringLiteral("Weapons supplied"),
          QStringLiteral("김정은"), QStringLiteral("Actor 2"), QStringLiteral("4 of 4 events"),
          QStringLiteral("2025"), QStringLiteral("treaty"), QStringLiteral("assessed"),
          QStringLiteral("open end")})
        QVERIFY2(words.contains(expected), qPrintable(expected));

    const QImage image = imageOf([&](QPainter &painter) { sample.paint(painter, size); }, size);
    QVERIFY(inkOf(image, QRect(QPoint(200, 100), QSize(700, 300))) > 100'000);

    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(96);
    QPainter painter(&writer);
    sample.paint(painter, size);
    QVERIFY(painter.end());
    QVERIFY(pdf.startsWith("%PDF"));
    QVERIFY(pdf.contains("/Type /Font"));  // its text is text
    QVERIFY(!pdf.contains("/Subtype /Image"));
}

void tst_timeline_painter::svgNeedsNeitherClipNorBlend()
{
    const QString svg = Sample().svg({1000, 600});
    QVERIFY(!svg.contains(QStringLiteral("clip-path")));
    QVERIFY(!svg.contains(QStringLiteral("mix-blend")));
    QVERIFY(!svg.contains(QStringLiteral("<image")));
    QVERIFY(svg.contains(QStringLiteral("linearGradient")));  // the end of the supply
}

void tst_timeline_painter::everyFormOfDateLooksDifferentWithoutColour()
{
    const std::vector<std::string_view> forms{
        "2024-03-10",      "2024-03/2024-08", "2024-03~/2024-08",  "2024-03/2024-08~",
        "2024-03-01/..",   "2024-03-01/",     "../2024-08",        "2024-22",
        "2024-22~",        "2024-XX-15",      "[2024-03,2024-08]", "{2024-03,2024-08}",
        "2024-03/2024-08~"};
    for (std::size_t i = 0; i < forms.size(); ++i) {
        for (std::size_t j = i + 1; j < forms.size(); ++j) {
            const bool isSame = greyOf(forms[i]) == greyOf(forms[j]);
            QVERIFY2(isSame == (forms[i] == forms[j]),
                     std::string(forms[i]).append(" and ").append(forms[j]).c_str());
        }
    }
}

void tst_timeline_painter::aTransparentPictureHasNoGround()
{
    QImage image(1000, 600, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    Sample().paint(painter, image.size());
    painter.end();
    QCOMPARE(qAlpha(image.pixel(60, 2)), 0);  // in the ruler
    QCOMPARE(qAlpha(image.pixel(4, 60)), 0);  // in the first lane's name
    QCOMPARE(qAlpha(image.pixel(996, 590)), 0);
}

void tst_timeline_painter::everyLaneIsInThePictureOrCountedAsLeftOut()
{
    const Sample few(8);
    const QStringList words = wordsOf(few.svg({800, 420}));
    for (int i = 1; i <= 8; ++i)
        QVERIFY(words.contains(QStringLiteral("Actor %1").arg(i)));

    const Sample many(120);
    const QStringList some = wordsOf(many.svg({800, 420}));
    const auto named = some.filter(QRegularExpression(QStringLiteral("^Actor "))).size();
    QVERIFY(named > 3 && named < 120);
    // The lane of the one with a single event is the last.
    const QString leftOut = QStringLiteral("%1 more rows are left out here.").arg(121 - named);
    QVERIFY2(some.contains(leftOut), qPrintable(some.last()));
}

void tst_timeline_painter::whatIsMergedIsSaidInThePicture()
{
    const auto merged = [](const Sample &sample) {
        for (const QString &words : wordsOf(sample.svg({800, 600}))) {
            if (words.contains(u"are merged in") || words.contains(u"are shown as their number"))
                return words;
        }
        return QString();
    };
    Sample sample;
    QCOMPARE(merged(sample), QString());

    const ActorId actor = sample.rows.actor("Busy");
    for (int i = 0; i < 3'000; ++i) {
        const std::string day = std::to_string(1 + i % 28);
        const EventId event = sample.rows.event(
            "Talks " + std::to_string(i), "2024-01-" + std::string(day.size() < 2 ? "0" : "") + day,
            "talks", "confirmed");
        sample.rows.participation(event, actor);
    }
    sample.snapshot = sample.rows.build();
    const QString sentence = merged(sample);
    QVERIFY(!sentence.isEmpty());
    // All of the three thousand lie too close for marks of their own.
    std::int64_t told = 0;
    static const QRegularExpression count(QStringLiteral("([0-9,]+) events are (?:merged|shown)"));
    for (auto found = count.globalMatch(sentence); found.hasNext();)
        told += QLocale().toLongLong(found.next().captured(1));
    QVERIFY2(told >= 2'900 && told <= 3'004, qPrintable(sentence));
}

void tst_timeline_painter::labelsAreMeasuredAsTheyArePainted()
{
    const LabelFonts fonts(theme());
    const CachedTextMeasure measure(fonts);
    for (const LabelFont font : {LabelFont::Mark, LabelFont::LaneName, LabelFont::AxisMajor}) {
        const double width = measure("Shoigu meets Kim Jong Un", font);
        const double painted = QFontMetricsF(fonts.font(font))
                                   .horizontalAdvance(QStringLiteral("Shoigu meets Kim Jong Un"));
        // Titles are measured letter by letter, without what kerning saves.
        QVERIFY(width >= painted - 1);
        QVERIFY(width <= painted * 1.04);
        QCOMPARE(measure("Shoigu meets Kim Jong Un", font), width);
    }
    // Letters that join, and such beyond the first plane, are shaped.
    for (const char *text : {"\u0645\u0631\u062d\u0628\u0627", "e\u0301te\u0301", "\U0001F680"})
        QCOMPARE(
            measure(text, LabelFont::Mark),
            QFontMetricsF(fonts.font(LabelFont::Mark)).horizontalAdvance(QString::fromUtf8(text)));
    QCOMPARE(measure("\u041c\u0438\u0440", LabelFont::Mark),
             measure("\u041c", LabelFont::Mark) + measure("\u0438", LabelFont::Mark) +
                 measure("\u0440", LabelFont::Mark));
    const TimelineMetrics metrics = fonts.timelineMetrics();
    QVERIFY(metrics.labelHeight >= fonts.font(LabelFont::Mark).pixelSize());
    QVERIFY(metrics.markHeight() < metrics.labelHeight);
}

QTEST_MAIN(tst_timeline_painter)
#include "tst_timeline_painter.moc"
