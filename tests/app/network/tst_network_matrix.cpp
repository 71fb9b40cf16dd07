// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/network/network_matrix.h"
#include "tests/app/network/scene_text.h"
#include "tests/support/snapshot_of.h"

using namespace dateline;

namespace {

// Two groups of three, all tied inside, and one warning from the first to the second.
struct Case {
    test::SnapshotOf rows;
    std::vector<ActorId> actors;
    SnapshotPointer snapshot;
    Network network;
    NetworkMatrix matrix;

    Case()
    {
        for (const char *name : {"A", "B", "C", "D", "E", "F"})
            actors.push_back(rows.actor(name));
        for (const std::size_t first : {0U, 3U})
            for (std::size_t i = first; i < first + 3; ++i)
                for (std::size_t j = i + 1; j < first + 3; ++j)
                    rows.undirectedRelation(actors[i], actors[j], "ally", "2020/..", "assessed");
        rows.relation(actors[0], actors[3], "warns", "2021", "confirmed");
        for (const char *day : {"2022-01-01", "2022-01-02"}) {
            const EventId event = rows.event("met", day);
            rows.participation(event, actors[1]);
            rows.participation(event, actors[4]);
        }
        build();
    }
    void build()
    {
        snapshot = rows.build();
        network = buildNetwork(*snapshot, {});
        matrix = matrixOf(network);
    }
    std::uint32_t row(std::size_t actor) const
    {
        return matrix.rowOf[network.nodeOf(snapshot->actorRow(actors[actor]))];
    }
    const MatrixCell *cell(std::size_t from, std::size_t to) const
    {
        return matrix.at(row(from), row(to));
    }
    MatrixScene scene(const MatrixCamera &camera) const
    {
        return buildMatrixScene(*snapshot, network, matrix, camera, test::fixedMeasure());
    }
};

MatrixCamera camera(double cell)
{
    MatrixCamera camera;
    camera.width = 400;
    camera.height = 300;
    camera.left = camera.top = 80;
    camera.cell = cell;
    return camera;
}

}  // namespace

class tst_network_matrix : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void communitiesStandTogether()
    {
        const Case c;
        QCOMPARE(c.matrix.blocks, (std::vector<std::uint32_t>{0, 3}));
        for (const std::size_t actor : {1U, 2U})
            QCOMPARE(c.row(actor) / 3, c.row(0) / 3);
        QVERIFY(c.row(3) / 3 != c.row(0) / 3);
        // The one with the most ties comes first in each.
        QCOMPARE(c.row(0) % 3, 0u);
    }
    void aDirectedTieIsInOneHalfAlone()
    {
        const Case c;
        QVERIFY(c.cell(0, 3) && !c.cell(3, 0));
        QCOMPARE(c.cell(0, 3)->certainty, Certainty::Confirmed);
        QVERIFY(c.cell(0, 1) && c.cell(1, 0));
        QCOMPARE(c.cell(1, 0)->certainty, Certainty::Assessed);
        QVERIFY(!c.cell(2, 5));
    }
    void sharedEventsAreWeights()
    {
        const Case c;
        QCOMPARE(c.cell(1, 4)->links, 0u);
        QCOMPARE(c.cell(1, 4)->weight, 2u);
        QCOMPARE(c.matrix.highestWeight, 2u);
    }
    void aCellLeadsToItsLinks()
    {
        const Case c;
        const auto links = linksOfCell(c.network, c.matrix, c.row(0), c.row(3));
        QCOMPARE(links.size(), std::size_t{1});
        QVERIFY(c.network.links()[links[0]].isDirected);
        QVERIFY(linksOfCell(c.network, c.matrix, c.row(3), c.row(0)).empty());
    }
    void aFittedTableShowsEverything()
    {
        const Case c;
        MatrixCamera whole = camera(0);
        whole.fit(c.matrix.size());
        const MatrixScene scene = c.scene(whole);
        QCOMPARE(scene.marks.size(), c.matrix.cells.size());
        QCOMPARE(scene.rowNames.size(), std::size_t{6});
        QCOMPARE(scene.blocks.size(), std::size_t{2});
        for (const MatrixMark &mark : scene.marks) {
            QVERIFY(mark.box.left >= scene.table.left && mark.box.right <= scene.table.right);
            QVERIFY(mark.box.top >= scene.table.top && mark.box.bottom <= scene.table.bottom);
        }
    }
    void namesGetTheRoomThatTheyNeed()
    {
        test::SnapshotOf rows;
        const std::string name = "An actor with quite a long name";
        for (int i = 0; i < 20; ++i)
            rows.actor(name);
        const SnapshotPointer snapshot = rows.build();
        const Network network = buildNetwork(*snapshot, {});
        const NetworkMatrix matrix = matrixOf(network);
        const auto measure = test::fixedMeasure();
        const double width = measure.width(name, NetworkFont::Small);
        const auto sceneIn = [&](double wide, double high) {
            MatrixCamera fitted;
            fitted.width = wide;
            fitted.height = high;
            fitMatrix(fitted, *snapshot, network, matrix, measure);
            return buildMatrixScene(*snapshot, network, matrix, fitted, measure);
        };
        // In a wide and low pane the names of rows are whole, though those of columns have less.
        const MatrixScene low = sceneIn(1'200, 300);
        QVERIFY(low.table.left >= width && low.table.left < width + 20);
        for (const MatrixName &row : low.rowNames)
            QCOMPARE(row.text, name);
        // Cells are wider than high, so that each column has its name.
        QVERIFY(low.hasSlantedNames && low.camera.aspect > 1);
        QCOMPARE(low.columnNames.size(), std::size_t{20});
        QVERIFY(low.table.top < width);
        QVERIFY(low.table.right < 1'200);
        // With more room columns are slanted and whole, but for those that end at the edge.
        const MatrixScene large = sceneIn(1'200, 900);
        QVERIFY(large.hasSlantedNames && large.camera.aspect == 1);
        QCOMPARE(large.columnNames.size(), std::size_t{20});
        QCOMPARE(large.columnNames.front().text, name);
        QVERIFY(large.table.top < width);
        // In a narrow one nothing is wider than a third.
        QVERIFY(sceneIn(300, 900).table.left < 100);
    }
    void onlyWhatIsInViewIsInTheScene()
    {
        const Case c;
        MatrixCamera corner = camera(60);
        corner.width = 80 + 60;
        corner.height = 80 + 60;
        corner.row = c.row(0);
        corner.column = c.row(3);
        const MatrixScene scene = c.scene(corner);
        QCOMPARE(scene.marks.size(), std::size_t{1});
        QCOMPARE(scene.rowNames.size(), std::size_t{1});
        QCOMPARE(scene.rowNames[0].text, std::string("A"));
        QCOMPARE(scene.columnNames[0].text, std::string("D"));
    }
    void smallCellsBecomeGrains()
    {
        const Case c;
        const MatrixScene scene = c.scene(camera(1));
        QVERIFY(scene.marks.empty());
        QCOMPARE(scene.rowNames.size(), std::size_t{1});
        QCOMPARE(scene.grainColumns, 6);
        std::size_t full = 0;
        for (const std::uint8_t grain : scene.grains)
            full += grain > 0 ? 1 : 0;
        QCOMPARE(full, c.matrix.cells.size());
        // Many to a pixel: still something to see.
        const MatrixScene tiny = c.scene(camera(0.1));
        QCOMPARE(tiny.grains.size(), std::size_t{1});
        QVERIFY(tiny.grains[0] > 0);
    }
    void namesHaveRoomAndTheSelectedComeFirst()
    {
        const Case c;
        const MatrixCamera small = camera(5);
        const double line = test::fixedMeasure().smallHeight;
        const std::vector<MatrixName> names = c.scene(small).rowNames;
        QVERIFY(!names.empty() && names.size() < 6);
        for (std::size_t i = 1; i < names.size(); ++i)
            QVERIFY(names[i].at - names[i - 1].at > 0.9 * line);
        const std::vector<std::uint32_t> asked{c.row(2)};
        const MatrixScene scene =
            buildMatrixScene(*c.snapshot, c.network, c.matrix, small, test::fixedMeasure(), asked);
        QVERIFY(std::any_of(scene.rowNames.begin(), scene.rowNames.end(),
                            [](const MatrixName &name) { return name.text == "C"; }));
    }
    void zoomingKeepsWhatIsUnderThePointer()
    {
        MatrixCamera moved = camera(10);
        const double row = moved.rowAt(200);
        const double column = moved.columnAt(150);
        moved.zoom(2, 150, 200);
        QVERIFY(std::abs(moved.rowAt(200) - row) < 1e-9);
        QVERIFY(std::abs(moved.columnAt(150) - column) < 1e-9);
        moved.row = -50;
        moved.column = 1e6;
        moved.clamp(100);
        QCOMPARE(moved.row, 0.0);
        QVERIFY(moved.columnAt(400) <= 100 + 1e-9);
    }
    void anEmptyGraphIsAnEmptyTable()
    {
        const Network none;
        const NetworkMatrix matrix = matrixOf(none);
        QCOMPARE(matrix.size(), 0u);
        MatrixCamera whole = camera(10);
        whole.fit(0);
        QVERIFY(buildMatrixScene(*Snapshot::empty(), none, matrix, whole, test::fixedMeasure())
                    .marks.empty());
    }
};

QTEST_GUILESS_MAIN(tst_network_matrix)
#include "tst_network_matrix.moc"
