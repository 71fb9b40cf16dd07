// SPDX-License-Identifier: GPL-3.0-or-later
// The graph at several dates, and as a matrix, as pictures.
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QTest>

#include "tests/app/network/sample_case.h"
#include "ui/paint/matrix_painter.h"
#include "ui/paint/network_multiples.h"
#include "ui/paint/picture_writer.h"

using namespace dateline;
using namespace dateline::ui;

namespace {

QByteArray svgOf(const std::function<void(QPainter &, const QRectF &, const Theme &)> &paint)
{
    Picture picture;
    picture.paint = paint;
    PictureOptions options;
    options.hasTitle = false;
    options.hasCaption = false;
    options.font = QFont(QStringLiteral("DejaVu Sans"));
    options.font.setPixelSize(12);
    return pictureBytes(picture, PictureFormat::Svg, options);
}

QByteArray multiplesOf(const SnapshotPointer &snapshot, int count,
                       const NetworkPictureOptions &chosen = {})
{
    const RowSet all(snapshot->events->size(), true);
    return svgOf([&](QPainter &painter, const QRectF &area, const Theme &theme) {
        paintNetworkMultiples(painter, area, theme, *snapshot, all, chosen, count);
    });
}

// "12 actors · 20 links" stands once in each panel.
qsizetype panelsIn(const QByteArray &svg)
{
    return svg.count(" actors ");
}

}  // namespace

class tst_network_multiples : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thereIsAPanelForEachDate()
    {
        const SnapshotPointer snapshot = test::sampleCase();
        QCOMPARE(panelsIn(multiplesOf(snapshot, 4)), qsizetype{4});
        QCOMPARE(panelsIn(multiplesOf(snapshot, 6)), qsizetype{6});
        // The last day is the one that was chosen.
        NetworkPictureOptions until;
        until.graph.asOf = test::edtf("2024-06-30").when().bounds.earliestBegin;
        QVERIFY(multiplesOf(snapshot, 6, until).contains("30 June 2024"));
        QVERIFY(!multiplesOf(snapshot, 6, until).contains("2025"));
    }
    void whoHasNotComeIsNotInTheFirst()
    {
        // Every year somebody new.
        test::SnapshotOf rows;
        ActorId last = rows.actor("A");
        for (const char *since :
             {"2020-01-01/..", "2021-01-01/..", "2022-01-01/..", "2023-01-01/.."}) {
            const ActorId next = rows.actor("B");
            rows.relation(last, next, "knows", since);
            last = next;
        }
        const QByteArray svg = multiplesOf(rows.build(), 4);
        QRegularExpression counts(QStringLiteral("(\\d+) actors"));
        QRegularExpressionMatchIterator found = counts.globalMatch(QString::fromUtf8(svg));
        QList<int> actors;
        while (found.hasNext())
            actors += found.next().captured(1).toInt();
        QCOMPARE(actors, (QList<int>{2, 3, 4, 5}));
    }
    void theSamePictureTwice()
    {
        const SnapshotPointer snapshot = test::sampleCase();
        QCOMPARE(multiplesOf(snapshot, 5), multiplesOf(snapshot, 5));
    }
    void theMatrixNamesEverybodyTwice()
    {
        const SnapshotPointer snapshot = test::sampleCase();
        const RowSet all(snapshot->events->size(), true);
        const QByteArray svg =
            svgOf([&](QPainter &painter, const QRectF &area, const Theme &theme) {
                paintMatrixPicture(painter, area, theme, *snapshot, all, {});
            });
        QCOMPARE(svg.count(">Ukraine<"), qsizetype{2});
        QVERIFY(svg.contains("suspected"));
    }
    void formsTellHowSureATieIs()
    {
        // Ink in the middle of the square: full, striped, hollow.
        const auto darkness = [](Certainty certainty) {
            QFont font(QStringLiteral("DejaVu Sans"));
            font.setPixelSize(12);
            const Theme theme = Theme::light(font);
            NetworkMatrix matrix;
            matrix.order = {0};
            matrix.rowOf = {0};
            MatrixScene scene;
            scene.table = {0, 0, 30, 30};
            scene.marks = {{{0, 0, 30, 30}, 1, false, certainty}};
            QImage image(30, 30, QImage::Format_RGB32);
            image.fill(theme.paper());
            QPainter painter(&image);
            paintMatrix(painter, scene, matrix, theme, NetworkFonts(theme), {});
            painter.end();
            int sum = 0;
            for (int y = 5; y < 25; ++y)
                for (int x = 5; x < 25; ++x)
                    sum += 255 - qGray(image.pixel(x, y));
            return sum;
        };
        QVERIFY(darkness(Certainty::Confirmed) > 2 * darkness(Certainty::Assessed));
        QVERIFY(darkness(Certainty::Assessed) > 2 * darkness(Certainty::Suspected));
        QVERIFY(darkness(Certainty::Denied) > 2 * darkness(Certainty::Suspected));
    }
};

QTEST_MAIN(tst_network_multiples)
#include "tst_network_multiples.moc"
