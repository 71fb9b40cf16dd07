// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/network/box_packing.h"

using namespace dateline;

namespace {

bool isApart(const std::vector<PlaneBox> &boxes, double gap)
{
    for (std::size_t i = 0; i < boxes.size(); ++i)
        for (std::size_t j = i + 1; j < boxes.size(); ++j)
            if (boxes[i].grown(gap * 0.99).meets(boxes[j]))
                return false;
    return true;
}

PlaneBox allOf(const std::vector<PlaneBox> &boxes)
{
    PlaneBox all = boxes.front();
    for (const PlaneBox &box : boxes)
        all = all.united(box);
    return all;
}

}  // namespace

class tst_box_packing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void packedBoxesKeepTheGapAndTheirSizes_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("few, fitted corner to corner") << 12;
        QTest::newRow("many, in rows") << 400;
    }
    void packedBoxesKeepTheGapAndTheirSizes()
    {
        QFETCH(int, count);
        std::vector<PlaneBox> boxes;
        for (int i = 0; i < count; ++i)
            boxes.push_back({0, 0, 1.0 + i % 3, 1.0 + i % 2});
        const std::vector<PlaneBox> before = boxes;
        packBoxes(boxes, 2, 0.5);
        QVERIFY(isApart(boxes, 0.5));
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            QCOMPARE(boxes[i].width(), before[i].width());
            QCOMPARE(boxes[i].height(), before[i].height());
        }
        QCOMPARE(boxes.front(), before.front());
    }
    void theWholeTakesTheWantedShape()
    {
        std::vector<PlaneBox> wide(16, PlaneBox{0, 0, 1, 1});
        packBoxes(wide, 4, 0.1);
        std::vector<PlaneBox> tall(16, PlaneBox{0, 0, 1, 1});
        packBoxes(tall, 0.25, 0.1);
        QVERIFY(allOf(wide).width() > 1.8 * allOf(wide).height());
        QVERIFY(allOf(tall).height() > 1.8 * allOf(tall).width());
    }
    void cellsStandInEvenRowsWithinTheWidth()
    {
        const std::vector<PlaneBox> cells(5, PlaneBox{-1, -0.5, 1, 0.5});
        PlaneBox bounds;
        const auto points = packCells(cells, 7, 0.5, bounds);
        QVERIFY(bounds.width() <= 7);
        QCOMPARE(points[0], (Point{1, 0.5}));
        QCOMPARE(points[3].y, 2.0);  // three and two, not four and one
        QCOMPARE(points[2].y, 0.5);
    }
};

QTEST_GUILESS_MAIN(tst_box_packing)
#include "tst_box_packing.moc"
