// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/support/open_sample.h"
#include "ui/views/actor_strip.h"
#include "ui/views/timeline_canvas.h"
#include "ui/views/timeline_view.h"

using namespace dateline;
using namespace dateline::ui;

namespace {

struct Shown {
    OpenSample sample;
    TimelineView view{sample.context};

    Shown()
    {
        setRole(sample.file.minister, "2012-11-06/2024-05-12");
        setRole(sample.file.secretary, "2024-05-12/..");
        view.resize(900, 500);
        view.show();
        DL_CHECK(QTest::qWaitForWindowExposed(&view));
    }
    void setRole(RoleId id, const char *when)
    {
        Role role = *sample.hub.snapshot()->roles->find(id);
        role.when = edtf(when);
        DL_CHECK(sample.intents.changeRole(role));
    }
    std::vector<ActorStripRow *> rows()
    {
        std::vector<ActorStripRow *> shown;
        for (ActorStripRow *row : view.actorStrip()->findChildren<ActorStripRow *>()) {
            if (row->isVisible())
                shown.push_back(row);
        }
        return shown;
    }
};

}  // namespace

class tst_actor_strip final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itShowsTheSelectedActorAndNoOther();
    void aRowSelectsItsPostAndTheStripStays();
    void whatHoldsFollowsTheAsOfDate();
    void wordsStandInThePlotAtEveryZoom();
    void switchedOffItShowsNothing();
    void editsReachIt();
};

void tst_actor_strip::itShowsTheSelectedActorAndNoOther()
{
    Shown shown;
    QVERIFY(shown.view.actorStrip()->isHidden());
    shown.sample.selection.select(shown.sample.file.shoigu);
    QVERIFY(shown.view.actorStrip()->isVisible());
    QVERIFY(shown.rows().size() >= 2);
    QCOMPARE(shown.rows().front()->item(), ItemRef(shown.sample.file.minister));
    shown.sample.selection.select(shown.sample.file.visit);
    QVERIFY(shown.view.actorStrip()->isHidden());
    shown.sample.selection.select(shown.sample.file.interfax);  // has no post and no relation
    QVERIFY(shown.view.actorStrip()->isHidden());
}

void tst_actor_strip::aRowSelectsItsPostAndTheStripStays()
{
    Shown shown;
    shown.sample.selection.select(shown.sample.file.shoigu);
    QTest::keyClick(shown.rows()[1], Qt::Key_Return);
    QCOMPARE(shown.sample.selection.current(), ItemRef(shown.sample.file.secretary));
    QVERIFY(shown.view.actorStrip()->isVisible());
    QCOMPARE(shown.view.actorStrip()->actor(), shown.sample.file.shoigu);
}

void tst_actor_strip::whatHoldsFollowsTheAsOfDate()
{
    Shown shown;
    shown.sample.selection.select(shown.sample.file.shoigu);
    QVERIFY(shown.rows()[1]->accessibleName().contains(u"valid now"));
    QVERIFY(!shown.rows()[0]->accessibleName().contains(u"valid"));
    shown.sample.filter.setAsOf(edtf("2020").when().bounds.earliestBegin, u"2020"_qs);
    QVERIFY(shown.rows()[0]->accessibleName().contains(u"valid then"));
    QVERIFY(!shown.rows()[1]->accessibleName().contains(u"valid"));
}

void tst_actor_strip::wordsStandInThePlotAtEveryZoom()
{
    Shown shown;
    shown.sample.selection.select(shown.sample.file.shoigu);
    TimelineCanvas *canvas = shown.view.canvas();
    canvas->setMotion(TimelineCanvas::Travel::Jump);
    for (const char *span : {"2000/2030", "2024", "2012", "2024-05-12/2024-06"}) {
        shown.view.showSpan(edtf(span).when().bounds.whole());
        for (const ActorStripRow *row : shown.rows()) {
            const QRectF box = row->labelBox();
            if (box.isEmpty())
                continue;
            QVERIFY2(box.left() >= canvas->scale().left() && box.right() <= canvas->scale().right(),
                     span);
        }
    }
    shown.view.showSpan(edtf("2000/2030").when().bounds.whole());
    for (const ActorStripRow *row : shown.rows())
        QVERIFY(!row->labelBox().isEmpty());
}

void tst_actor_strip::switchedOffItShowsNothing()
{
    Shown shown;
    shown.view.setActorStripShown(false);
    shown.sample.selection.select(shown.sample.file.shoigu);
    QVERIFY(shown.view.actorStrip()->isHidden());
    shown.view.setActorStripShown(true);
    QVERIFY(shown.view.actorStrip()->isVisible());
}

void tst_actor_strip::editsReachIt()
{
    Shown shown;
    shown.sample.selection.select(shown.sample.file.shoigu);
    const std::size_t before = shown.rows().size();
    QVERIFY(shown.sample.intents.removeRole(shown.sample.file.minister));
    QCOMPARE(shown.rows().size(), before - 1);
    shown.sample.hub.undo();
    QCOMPARE(shown.rows().size(), before);
}

QTEST_MAIN(tst_actor_strip)
#include "tst_actor_strip.moc"
