// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include "tests/support/snapshot_of.h"
#include "ui/views/network_canvas.h"

using namespace dateline;
using namespace dateline::ui;

namespace {

constexpr int kSide = 30;

// A square of 900 actors, each tied to its neighbours: more than is painted at once.
NetworkContent largeContent()
{
    test::SnapshotOf rows;
    NetworkContent content;
    for (int i = 0; i < kSide * kSide; ++i) {
        rows.actor("Actor " + std::to_string(i), "state");
        content.positions.push_back(
            {static_cast<double>(i % kSide), static_cast<double>(i / kSide)});
    }
    for (int i = 0; i < kSide * kSide; ++i) {
        if (i % kSide > 0)
            rows.relation(ActorId{i}, ActorId{i + 1}, "trade");
        if (i >= kSide)
            rows.relation(ActorId{i + 1 - kSide}, ActorId{i + 1}, "talks");
    }
    content.snapshot = rows.build();
    content.network = std::make_shared<const Network>(buildNetwork(*content.snapshot, {}));
    content.isPinned.assign(content.positions.size(), 0);
    content.isDimmed.assign(content.positions.size(), 0);
    return content;
}

struct Shown {
    NetworkCanvas canvas;

    Shown()
    {
        canvas.resize(900, 600);
        canvas.show();
        DL_CHECK(QTest::qWaitForWindowExposed(&canvas));
        canvas.setContent(largeContent());
        canvas.fit();
        DL_CHECK(waitUntilSharp());
    }
    bool waitUntilSharp()
    {
        return QTest::qWaitFor([this] { return canvas.isSharp(); }, 30'000);
    }
    void wheel(int notches)
    {
        const QPointF at = QRectF(canvas.rect()).center();
        QWheelEvent event(at, canvas.mapToGlobal(at), {}, {0, notches * 120}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&canvas, &event);
    }
    QPoint place(std::uint32_t node) const
    {
        const Point at = canvas.camera().toPixel(canvas.content().positions[node]);
        return {qRound(at.x), qRound(at.y)};
    }
};

}  // namespace

class tst_network_canvas : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLargeGraphIsSharpAfterEachMovement()
    {
        Shown shown;
        QCOMPARE(shown.canvas.scene().nodes.size(), std::size_t{kSide * kSide});
        shown.wheel(6);
        QVERIFY(!shown.canvas.isSharp());
        shown.canvas.repaint();  // the last picture, where it would be
        QVERIFY(shown.waitUntilSharp());
        QVERIFY(shown.canvas.scene().nodes.size() < std::size_t{kSide * kSide});
    }
    void aSmallMapIsThereWhileNotAllIsInView()
    {
        Shown shown;
        QVERIFY(QTest::qWaitFor(
            [&] {
                shown.wheel(1);
                return !shown.canvas.minimapArea().isEmpty();
            },
            30'000));
        for (int i = 0; i < 4; ++i)
            shown.wheel(2);
        const QRectF area = shown.canvas.minimapArea();
        QTest::mouseClick(&shown.canvas, Qt::LeftButton, {},
                          QPointF(area.left() + area.width() / 2, area.top() + 8).toPoint());
        QVERIFY(shown.canvas.camera().centre.y < kSide / 3);
        shown.canvas.fit();
        QVERIFY(shown.canvas.minimapArea().isEmpty());
    }
    void whatIsDraggedLeavesThePictureAndComesBack()
    {
        Shown shown;
        const std::uint32_t node = kSide * 15 + 15;
        const QPoint from = shown.place(node);
        QSignalSpy moved(&shown.canvas, &NetworkCanvas::nodesMoved);
        QTest::mousePress(&shown.canvas, Qt::LeftButton, {}, from);
        QTest::mouseMove(&shown.canvas, from + QPoint(20, 8));
        QTest::mouseMove(&shown.canvas, from + QPoint(40, 12));
        QVERIFY(QTest::qWaitFor(
            [&] { return shown.canvas.scene().nodes.size() == std::size_t{kSide * kSide - 1}; },
            30'000));
        QTest::mouseRelease(&shown.canvas, Qt::LeftButton, {}, from + QPoint(40, 12));
        QCOMPARE(moved.count(), 1);
        QVERIFY((shown.place(node) - from - QPoint(40, 12)).manhattanLength() <= 1);
        QVERIFY(shown.waitUntilSharp());
        QCOMPARE(shown.canvas.scene().nodes.size(), std::size_t{kSide * kSide});
    }
    void aMarkIsClickedWhereItIsWhileThePictureMoves()
    {
        Shown shown;
        shown.wheel(4);  // the picture is still the one from before
        QSignalSpy clicked(&shown.canvas, &NetworkCanvas::clicked);
        const std::uint32_t node = kSide * 14 + 14;
        QTest::mouseClick(&shown.canvas, Qt::LeftButton, {}, shown.place(node));
        QCOMPARE(clicked.count(), 1);
        QCOMPARE(clicked.first()[0].value<NetworkHit>().node, node);
    }
    void communitiesAreHullsOfThePicture()
    {
        Shown shown;
        NetworkContent content = shown.canvas.content();
        content.communities = std::make_shared<const Communities>(
            communitiesOf(content.network->nodeCount(), content.network->pairs()));
        shown.canvas.setContent(content);
        QVERIFY(shown.waitUntilSharp());
        QVERIFY(!shown.canvas.scene().hulls.empty());
    }
};

QTEST_MAIN(tst_network_canvas)
#include "tst_network_canvas.moc"
