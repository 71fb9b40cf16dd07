// SPDX-License-Identifier: GPL-3.0-or-later
#include <QPainter>
#include <QSvgRenderer>
#include <QTest>
#include <QXmlStreamReader>

#include "ui/paint/svg_device.h"
#include "ui/paint/svg_groups.h"
#include "ui/paint/svg_path.h"

using namespace dateline::ui;

namespace {

constexpr QSizeF kSize(400, 300);

using Drawing = std::function<void(QPainter &)>;

QByteArray svgOf(const Drawing &drawing)
{
    SvgDevice device(kSize);
    QPainter painter(&device);
    painter.setRenderHint(QPainter::Antialiasing);
    drawing(painter);
    painter.end();
    return device.document(QStringLiteral("A & B"), {});
}

QImage rastered(const Drawing &drawing)
{
    QImage image(kSize.toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    drawing(painter);
    return image;
}

QImage rendered(const QByteArray &svg)
{
    return rastered([&](QPainter &painter) { QSvgRenderer(svg).render(&painter); });
}

// The share of the dots that differ by more than what rounding and edges make of them.
double difference(const QImage &a, const QImage &b)
{
    int differing = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QColor one = a.pixelColor(x, y);
            const QColor other = b.pixelColor(x, y);
            const int most =
                std::max({std::abs(one.red() - other.red()), std::abs(one.green() - other.green()),
                          std::abs(one.blue() - other.blue())});
            differing += most > 48 ? 1 : 0;
        }
    }
    return double(differing) / (a.width() * a.height());
}

// Marks of four looks that lie partly over one another, the same ones on every run.
void paintMarks(QPainter &painter, int count)
{
    quint32 number = 17;
    const auto next = [&number](int most) {
        number = number * 1664525u + 1013904223u;
        return static_cast<int>((number >> 8) % static_cast<quint32>(most));
    };
    for (int i = 0; i < count; ++i) {
        const QPointF at(next(400), next(300));
        switch (next(4)) {
        case 0:
            painter.setPen(Qt::NoPen);
            painter.setBrush(QColor(0x12, 0x34, 0xd0));
            painter.drawEllipse(at, 5, 5);
            break;
        case 1:
            painter.setPen(Qt::NoPen);
            painter.setBrush(QColor(0xd0, 0x34, 0x12));
            painter.drawRect(QRectF(at, QSizeF(9, 7)));
            break;
        case 2:
            painter.setPen(QPen(QColor(0x10, 0xa0, 0x30), 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawLine(at, at + QPointF(14, 6));
            break;
        default:
            painter.setPen(QPen(Qt::black, 1));
            painter.setBrush(QColor(0xf0, 0xe0, 0x20));
            painter.drawRoundedRect(QRectF(at, QSizeF(12, 8)), 3, 3);
        }
    }
}

int elements(const QByteArray &svg, const char *name)
{
    int count = 0;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement &&
            reader.name() == QLatin1String(name))
            ++count;
    }
    return reader.hasError() ? -1 : count;
}

}  // namespace

class tst_svg_device : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pathsAreStepsOfFewBytes();
    void aPathSaysWhatItWasMadeFrom();
    void numbersHaveNoNeedlessDigits();

    void piecesOfALookShareAGroup();
    void aPieceStaysAboveWhatItWasPaintedOver();

    void fewShapesKeepAnElementEach();
    void thousandsOfShapesShareTheirPaths();
    void whatLiesOverWhatIsKept();
    void scalesAndTurnsAreKept();
    void gradientsAndSeeThroughColoursAreKept();
    void textOfSeveralScriptsIsOneText();
    void textIsWrittenAsXml();
    void whatLiesOutsideIsLeftOut();
};

void tst_svg_device::pathsAreStepsOfFewBytes()
{
    SvgPath path;
    QPainterPath rectangle;
    rectangle.addRect(10, 20, 5, 8);
    path.add(rectangle);
    rectangle.translate(6.5, 0.25);
    path.add(rectangle);
    QCOMPARE(path.text(), QByteArray("M10 20h5v8h-5zm6.5.25h5v8h-5z"));
}

// Rounding does not add up along a path, and smooth curves are as they were.
void tst_svg_device::aPathSaysWhatItWasMadeFrom()
{
    const auto drawing = [](QPainter &painter) {
        QPainterPath wave(QPointF(10, 50));
        for (int i = 0; i < 90; ++i) {
            const double x = 10 + i * 4.1234;
            wave.quadTo(x + 1, 50 + (i % 2 == 0 ? -6 : 6), x + 4.1234, 50);
        }
        painter.setPen(QPen(Qt::black, 1.5));
        painter.drawPath(wave);
        painter.setPen(Qt::NoPen);
        painter.setBrush(Qt::darkGreen);
        QPainterPath ring;
        ring.addEllipse(QPointF(200, 180), 60, 40);
        ring.addEllipse(QPointF(200, 180), 30, 20);
        painter.drawPath(ring);
    };
    const QImage image = rendered(svgOf(drawing));
    QVERIFY(difference(image, rastered(drawing)) < 0.002);
    QCOMPARE(image.pixelColor(200, 180), QColor(Qt::white));  // the hole
}

void tst_svg_device::numbersHaveNoNeedlessDigits()
{
    QCOMPARE(svgNumber(-0.5), QByteArray("-.5"));
    QCOMPARE(svgNumber(12), QByteArray("12"));
    QCOMPARE(svgNumber(3.14159), QByteArray("3.14"));
    QCOMPARE(svgNumber(-0.001), QByteArray("0"));
    QCOMPARE(svgNumber(7.05), QByteArray("7.05"));
}

void tst_svg_device::piecesOfALookShareAGroup()
{
    SvgGroups groups(kSize);
    QCOMPARE(groups.groupFor({1, QRectF(0, 0, 10, 10)}), 0u);
    QCOMPARE(groups.groupFor({2, QRectF(50, 0, 10, 10)}), 1u);
    QCOMPARE(groups.groupFor({1, QRectF(100, 0, 10, 10)}), 0u);
    QCOMPARE(groups.groupFor({1, QRectF(105, 0, 10, 10), false}), 2u);  // crosses its own
    QCOMPARE(groups.count(), 3u);
}

void tst_svg_device::aPieceStaysAboveWhatItWasPaintedOver()
{
    SvgGroups groups(kSize);
    QCOMPARE(groups.groupFor({1, QRectF(0, 0, 10, 10)}), 0u);
    QCOMPARE(groups.groupFor({2, QRectF(300, 200, 10, 10)}), 1u);
    QCOMPARE(groups.groupFor({1, QRectF(305, 205, 10, 10)}), 2u);
    QCOMPARE(groups.groupFor({2, QRectF(20, 0, 10, 10)}), 1u);
}

void tst_svg_device::fewShapesKeepAnElementEach()
{
    const QByteArray svg = svgOf([](QPainter &painter) { paintMarks(painter, 200); });
    QCOMPARE(elements(svg, "path"), 200);
}

void tst_svg_device::thousandsOfShapesShareTheirPaths()
{
    const auto drawing = [](QPainter &painter) {
        painter.setPen(Qt::NoPen);
        for (int i = 0; i < 5'000; ++i) {
            painter.setBrush(i % 2 == 0 ? Qt::red : Qt::blue);
            painter.drawRect(QRectF(i % 100 * 4, i / 100 * 6, 3, 5));
        }
    };
    const QByteArray svg = svgOf(drawing);
    QCOMPARE(elements(svg, "path"), 2);
    QVERIFY2(svg.size() < 5'000 * 18, qPrintable(QString::number(svg.size())));
    QCOMPARE(difference(rendered(svg), rastered(drawing)), 0.0);
}

void tst_svg_device::whatLiesOverWhatIsKept()
{
    const auto drawing = [](QPainter &painter) { paintMarks(painter, 6'000); };
    const QByteArray svg = svgOf(drawing);
    QVERIFY(elements(svg, "path") > 0);
    QVERIFY(difference(rendered(svg), rastered(drawing)) < 0.01);
}

void tst_svg_device::scalesAndTurnsAreKept()
{
    const auto drawing = [](QPainter &painter) {
        painter.setPen(QPen(Qt::black, 3));
        painter.setBrush(Qt::yellow);
        painter.save();
        painter.scale(2, 2);
        painter.drawRect(QRectF(10, 10, 30, 20));
        painter.restore();
        painter.save();
        painter.translate(250, 100);
        painter.rotate(30);
        painter.drawRect(QRectF(0, 0, 60, 20));
        painter.restore();
        painter.scale(3, 1);
        painter.drawRect(QRectF(20, 200, 60, 40));
    };
    QVERIFY(difference(rendered(svgOf(drawing)), rastered(drawing)) < 0.003);
}

void tst_svg_device::gradientsAndSeeThroughColoursAreKept()
{
    const auto drawing = [](QPainter &painter) {
        QLinearGradient gradient(10, 0, 190, 0);
        gradient.setColorAt(0, Qt::red);
        gradient.setColorAt(1, Qt::blue);
        painter.scale(2, 2);
        painter.fillRect(QRectF(10, 10, 180, 50), gradient);
        painter.fillRect(QRectF(20, 40, 100, 60), QColor(0, 160, 0, 128));
        painter.setOpacity(0.5);
        painter.fillRect(QRectF(40, 70, 100, 60), Qt::black);
    };
    QVERIFY(difference(rendered(svgOf(drawing)), rastered(drawing)) < 0.003);
}

void tst_svg_device::textOfSeveralScriptsIsOneText()
{
    const QByteArray svg = svgOf([](QPainter &painter) {
        painter.drawText(QPointF(20, 40), QStringLiteral("Kim Jong Un 김정은 Шойгу"));
        painter.drawText(QPointF(20, 80), QStringLiteral("Kim"));
    });
    QCOMPARE(elements(svg, "text"), 2);
    QVERIFY(svg.contains(">Kim Jong Un 김정은 Шойгу<"));
}

void tst_svg_device::textIsWrittenAsXml()
{
    const QByteArray svg = svgOf([](QPainter &painter) {
        painter.drawText(QPointF(20, 40), QStringLiteral("a < b & \"c\""));
        painter.drawText(QPointF(20, 80), QStringLiteral("  wide  "));
    });
    QCOMPARE(elements(svg, "text"), 2);
    QCOMPARE(elements(svg, "title"), 1);
    QVERIFY(svg.contains("a &lt; b &amp; &quot;c&quot;"));
    QVERIFY(svg.contains("xml:space=\"preserve\">  wide  <"));
}

void tst_svg_device::whatLiesOutsideIsLeftOut()
{
    const QByteArray svg = svgOf([](QPainter &painter) {
        painter.fillRect(QRectF(-50, -50, 20, 20), Qt::red);
        painter.fillRect(QRectF(500, 50, 20, 20), Qt::red);
        painter.fillRect(QRectF(390, 290, 20, 20), Qt::red);
    });
    QCOMPARE(elements(svg, "path"), 1);
}

QTEST_MAIN(tst_svg_device)
#include "tst_svg_device.moc"
