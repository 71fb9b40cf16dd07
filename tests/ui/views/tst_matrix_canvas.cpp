// SPDX-License-Identifier: GPL-3.0-or-later
// The graph as a matrix: the same content, the same selection.
#include <QSignalSpy>
#include <QTest>

#include "tests/support/open_sample.h"
#include "ui/views/matrix_canvas.h"
#include "ui/views/network_view.h"

using namespace dateline;
using namespace dateline::ui;

namespace {

struct Shown {
    OpenSample sample;
    NetworkView view{sample.context};

    Shown()
    {
        QSignalSpy finished(&view, &NetworkView::layoutFinished);
        view.resize(700, 600);
        view.show();
        DL_CHECK(QTest::qWaitForWindowExposed(&view));
        DL_CHECK(!finished.isEmpty() || finished.wait(20'000));
        view.setMatrixShown(true);
    }
    MatrixCanvas *matrix() { return view.matrix(); }
    std::uint32_t row(ActorId actor)
    {
        return matrix()
            ->matrix()
            .rowOf[view.network().nodeOf(sample.hub.snapshot()->actorRow(actor))];
    }
    QPoint cell(ActorId from, ActorId to)
    {
        const MatrixCamera &camera = matrix()->camera();
        return {qRound(camera.x(row(to) + 0.5)), qRound(camera.y(row(from) + 0.5))};
    }
};

}  // namespace

class tst_matrix_canvas : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theOneReplacesTheOther()
    {
        Shown shown;
        QVERIFY(shown.matrix()->isVisible() && !shown.view.canvas()->isVisible());
        QCOMPARE(shown.matrix()->matrix().size(), shown.view.network().nodeCount());
        shown.view.setMatrixShown(false);
        QVERIFY(!shown.matrix()->isVisible() && shown.view.canvas()->isVisible());
    }
    void aCellSelectsWhatItRestsOn()
    {
        Shown shown;
        const auto &file = shown.sample.file;
        QTest::mouseClick(shown.matrix(), Qt::LeftButton, Qt::NoModifier,
                          shown.cell(file.shoigu, file.ministry));
        QVERIFY(shown.sample.selection.contains(file.service));
        QVERIFY(shown.sample.selection.contains(file.shoigu));
        // The other half has no such tie: it is directed.
        QTest::mouseClick(shown.matrix(), Qt::LeftButton, Qt::NoModifier,
                          shown.cell(file.ministry, file.shoigu));
        QVERIFY(!shown.sample.selection.contains(file.service));
    }
    void aNameSelectsItsActor()
    {
        Shown shown;
        const ActorId russia = shown.sample.file.russia;
        QPoint name = shown.cell(russia, russia);
        name.setX(10);
        QTest::mouseClick(shown.matrix(), Qt::LeftButton, Qt::NoModifier, name);
        QCOMPARE(shown.sample.selection.items(), (std::vector<ItemRef>{russia}));
        QTest::keyClick(shown.matrix(), Qt::Key_Escape);
        QVERIFY(shown.sample.selection.isEmpty());
    }
    void theFilterAndEditsReachIt()
    {
        Shown shown;
        const std::uint32_t before = shown.matrix()->matrix().size();
        shown.view.hideActor(shown.sample.file.interfax);
        QCOMPARE(shown.matrix()->matrix().size(), before - 1);
        shown.sample.hub.undo();
        QCOMPARE(shown.matrix()->matrix().size(), before);
    }
    void theKeyboardWalksOverTheCells()
    {
        Shown shown;
        shown.matrix()->setFocus();
        for (int i = 0; i < 10; ++i)
            QTest::keyClick(shown.matrix(), Qt::Key_Down);
        QVERIFY(!shown.matrix()->accessibleDescription().isEmpty());
        const double cell = shown.matrix()->camera().cell;
        QTest::keyClick(shown.matrix(), Qt::Key_Plus);
        QVERIFY(shown.matrix()->camera().cell > cell);
        QTest::keyClick(shown.matrix(), Qt::Key_0);
        QCOMPARE(shown.matrix()->camera().cell, cell);
    }
    void whatIsListedCanBePressed()
    {
        Shown shown;
        const auto items = shown.matrix()->canvasItems();
        QCOMPARE(items.size(), static_cast<std::size_t>(shown.matrix()->matrix().size()));
        shown.matrix()->pressCanvasItem(items.front().key);
        QCOMPARE(shown.sample.selection.items().size(), std::size_t{1});
    }
};

QTEST_MAIN(tst_matrix_canvas)
#include "tst_matrix_canvas.moc"
