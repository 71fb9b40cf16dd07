// SPDX-License-Identifier: GPL-3.0-or-later
#include <numeric>

#include <QTest>

#include "app/network/dice.h"
#include "app/network/edge_raster.h"

using namespace dateline;

namespace {

// In lines: what one line gives to one pixel is 1.
double sumOf(const EdgeRaster &raster)
{
    int sum = 0;
    for (int y = raster.firstRow(); y < raster.firstRow() + raster.rows(); ++y) {
        const auto row = raster.row(y);
        sum = std::accumulate(row.begin(), row.end(), sum);
    }
    return sum / static_cast<double>(EdgeRaster::kWhole);
}

}  // namespace

class tst_edge_raster : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLineTouchesOnePixelAStep()
    {
        EdgeRaster flat(20, 10);
        flat.add({2.5, 3.5}, {12.5, 3.5});
        QCOMPARE(sumOf(flat), 11.0);
        QCOMPARE(flat.row(3)[2], std::uint16_t{EdgeRaster::kWhole});
        QCOMPARE(flat.row(3)[12], std::uint16_t{EdgeRaster::kWhole});
        EdgeRaster steep(20, 30);
        steep.add({5.5, 20.5}, {8.5, 2.5});
        QCOMPARE(sumOf(steep), 19.0);
    }
    void aSmoothLineSharesItsWeightWithItsNeighbour()
    {
        EdgeRaster raster(20, 10);
        raster.add({2.5, 4}, {12.5, 4});  // on the edge between two rows
        QCOMPARE(raster.row(3)[7], std::uint16_t{EdgeRaster::kWhole / 2});
        QCOMPARE(raster.row(4)[7], std::uint16_t{EdgeRaster::kWhole / 2});
        EdgeRaster plain(20, 10);
        plain.add({2.5, 4}, {12.5, 4}, 1, LineLook::Plain);
        QCOMPARE(plain.row(3)[7] + plain.row(4)[7], EdgeRaster::kWhole);
        QVERIFY(plain.row(3)[7] == 0 || plain.row(4)[7] == 0);
    }
    void linesInOnePlaceAddUp()
    {
        EdgeRaster raster(20, 10);
        for (int i = 0; i < 5; ++i)
            raster.add({0.5, 5.5}, {19.5, 5.5});
        QCOMPARE(raster.row(5)[10], std::uint16_t{5 * EdgeRaster::kWhole});
        raster.add({0.5, 5.5}, {19.5, 5.5}, 3);
        QCOMPARE(raster.row(5)[10], std::uint16_t{8 * EdgeRaster::kWhole});
    }
    void weightsEndAtTheirMost()
    {
        EdgeRaster raster(20, 10);
        for (int i = 0; i < 3; ++i)
            raster.add({0.5, 5.5}, {19.5, 5.5}, 2'000);
        QCOMPARE(raster.row(5)[10], std::uint16_t{UINT16_MAX});
    }
    void whatIsOutsideIsLeftOut()
    {
        EdgeRaster raster(20, 10);
        raster.add({-50, -50}, {-1, -1});
        raster.add({30, -5}, {50, 20});
        QCOMPARE(sumOf(raster), 0.0);
        raster.add({-1e6, 4.5}, {1e6, 4.5});
        QCOMPARE(sumOf(raster), 20.0);
        raster.add({-1e5, -1e5}, {1e5, 1e5});
        QCOMPARE(raster.row(9)[9], std::uint16_t{EdgeRaster::kWhole});
    }
    void aPointIsOnePixel()
    {
        EdgeRaster raster(20, 10);
        raster.add({7.5, 7.5}, {7.5, 7.5});
        raster.add({3.6, 2.6}, {3.9, 2.7});
        QCOMPARE(sumOf(raster), 2.0);
    }
    void bandsTogetherAreTheWholePicture()
    {
        Dice dice(3);
        EdgeRaster whole(64, 60);
        EdgeRaster upper(64, 25);
        EdgeRaster lower(64, 35, 25);
        for (int i = 0; i < 300; ++i) {
            const Point from{dice.between(-20, 90), dice.between(-20, 90)};
            const Point to{dice.between(-20, 90), dice.between(-20, 90)};
            for (EdgeRaster *raster : {&whole, &upper, &lower})
                raster->add(from, to);
        }
        int apart = 0;
        for (int y = 0; y < 60; ++y)
            for (std::size_t x = 0; x < 64; ++x)
                apart += std::abs(whole.row(y)[x] - (y < 25 ? upper : lower).row(y)[x]);
        // Where a line enters a band it may share a weight one step otherwise.
        QVERIFY2(apart < 600, std::to_string(apart).c_str());
        QVERIFY(sumOf(whole) > 5'000);
    }
};

QTEST_GUILESS_MAIN(tst_edge_raster)
#include "tst_edge_raster.moc"
