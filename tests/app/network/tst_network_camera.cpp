// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/network/network_camera.h"

using namespace dateline;

class tst_network_camera : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pixelsAndUnitsAreInverse()
    {
        const NetworkCamera camera{{3, -2}, 0.7, 900, 400};
        const Point there{5.5, 1.25};
        const Point back = camera.toUnits(camera.toPixel(there));
        QVERIFY(distance(there, back) < 1e-12);
        QCOMPARE(camera.toPixel({3, -2}), (Point{450, 200}));
    }
    void zoomingKeepsWhatIsUnderThePointer()
    {
        NetworkCamera camera{{1, 1}, 1, 800, 400};
        const Point pixel{100, 350};
        const Point before = camera.toUnits(pixel);
        camera.zoomBy(1.7, pixel);
        QVERIFY(distance(before, camera.toUnits(pixel)) < 1e-9);
        QCOMPARE(camera.zoom, 1.7);
    }
    void zoomHasEnds()
    {
        NetworkCamera camera;
        camera.zoomBy(1e9, {});
        QCOMPARE(camera.zoom, NetworkCamera::kMostZoom);
        camera.zoomBy(1e-12, {});
        QCOMPARE(camera.zoom, NetworkCamera::kLeastZoom);
    }
    void panningMovesByPixels()
    {
        NetworkCamera camera{{0, 0}, 2, 800, 400};
        const Point before = camera.toPixel({1, 1});
        camera.panBy(30, -10);
        const Point after = camera.toPixel({1, 1});
        QVERIFY(distance(after, before + Point{30, -10}) < 1e-9);
    }
    void fittingStaysInsideTheMargins()
    {
        NetworkCamera camera{{0, 0}, 1, 800, 400};
        const PlaneBox box{2, 1, 12, 4};
        camera.fit(box, {10, 10, 10, 50}, 5);
        const Point topLeft = camera.toPixel({box.left, box.top});
        const Point bottomRight = camera.toPixel({box.right, box.bottom});
        QVERIFY(topLeft.x >= 10 - 1e-6 && topLeft.y >= 10 - 1e-6);
        QVERIFY(bottomRight.x <= 790 + 1e-6 && bottomRight.y <= 350 + 1e-6);
        QVERIFY(std::abs(topLeft.x - 10) < 1e-6);  // and fills one direction
    }
};

QTEST_GUILESS_MAIN(tst_network_camera)
#include "tst_network_camera.moc"
