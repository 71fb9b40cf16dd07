// SPDX-License-Identifier: GPL-3.0-or-later
#include <numeric>

#include <QTest>

#include "app/network/edge_raster.h"

using namespace dateline;

namespace {

int sumOf(const EdgeRaster &raster)
{
    int sum = 0;
    for (int y = 0; y < raster.height(); ++y) {
        const auto row = raster.row(y);
        sum = std::accumulate(row.begin(), row.end(), sum);
    }
    return sum;
}

}  // namespace

class tst_edge_raster : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLineTouchesOnePixelAStep()
    {
        EdgeRaster flat(20, 10);
        flat.add({2, 3}, {12, 3});
        QCOMPARE(sumOf(flat), 11);
        QCOMPARE(flat.row(3)[2], std::uint16_t{1});
        QCOMPARE(flat.row(3)[12], std::uint16_t{1});
        EdgeRaster steep(20, 30);
        steep.add({5, 20}, {8, 2});
        QCOMPARE(sumOf(steep), 19);
    }
    void linesInOnePlaceAddUp()
    {
        EdgeRaster raster(20, 10);
        for (int i = 0; i < 5; ++i)
            raster.add({0, 5}, {19, 5});
        QCOMPARE(raster.row(5)[10], std::uint16_t{5});
    }
    void whatIsOutsideIsLeftOut()
    {
        EdgeRaster raster(20, 10);
        raster.add({-50, -50}, {-1, -1});
        QCOMPARE(sumOf(raster), 0);
        raster.add({-1e6, 4}, {1e6, 4});
        QCOMPARE(sumOf(raster), 20);
    }
    void aPointIsOnePixel()
    {
        EdgeRaster raster(20, 10);
        raster.add({7, 7}, {7, 7});
        QCOMPARE(sumOf(raster), 1);
    }
};

QTEST_GUILESS_MAIN(tst_edge_raster)
#include "tst_edge_raster.moc"
