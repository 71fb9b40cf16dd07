// SPDX-License-Identifier: GPL-3.0-or-later
// Questions to the graph: what the pane lists, what it rests on, and what picking it selects.
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

#include "tests/support/open_sample.h"
#include "ui/bridge/text.h"
#include "ui/views/ask_panel.h"
#include "ui/views/network_view.h"

using namespace dateline;
using namespace dateline::ui;

namespace {

struct Asked {
    OpenSample sample;
    AskPanel panel{sample.context};

    Asked()
    {
        panel.resize(420, 600);
        panel.show();
        DL_CHECK(QTest::qWaitForWindowExposed(&panel));
    }

    void ask(QuestionKind kind, ActorId from = {}, ActorId to = {})
    {
        panel.ask(kind, from, to);
        wait();
    }
    void wait()
    {
        QSignalSpy answered(&panel, &AskPanel::answered);
        DL_CHECK(!panel.isBusy() || answered.wait(20'000));
    }
    QTreeWidgetItem *top(int i) { return panel.list()->topLevelItem(i); }
    void pick(QTreeWidgetItem *row) { panel.list()->setCurrentItem(row); }
    QString name(ActorId actor) { return toQString(sample.hub.snapshot()->actor(actor)->name); }
};

QTreeWidgetItem *rowNamed(QTreeWidgetItem *under, const QString &part)
{
    for (int i = 0; i < under->childCount(); ++i) {
        if (under->child(i)->text(0).contains(part))
            return under->child(i);
        if (QTreeWidgetItem *found = rowNamed(under->child(i), part))
            return found;
    }
    return nullptr;
}

}  // namespace

class tst_ask_panel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aWayIsListedWithWhatItRestsOn()
    {
        Asked asked;
        const auto &file = asked.sample.file;
        asked.ask(QuestionKind::ShortestPaths, file.ministry, file.shoigu);
        QCOMPARE(asked.panel.list()->topLevelItemCount(), 1);
        QVERIFY(asked.top(0)->text(0).contains(asked.name(file.shoigu)));
        QVERIFY(asked.panel.summary().contains(QStringLiteral("One way")));
        QVERIFY(asked.top(0)->childCount() > 0);
        asked.pick(asked.top(0));
        QVERIFY(asked.sample.selection.contains(file.service));
        QVERIFY(asked.sample.selection.contains(file.shoigu));
        QVERIFY(asked.sample.selection.contains(file.ministry));
    }
    void theClaimsBehindATieAreThere()
    {
        Asked asked;
        const auto &file = asked.sample.file;
        Claim claim;
        claim.source = file.report;
        claim.about = file.service;
        claim.field = "status";
        claim.value = "confirmed";
        const ClaimId made = asked.sample.intents.addClaim(claim);
        QVERIFY(made);
        asked.wait();
        asked.ask(QuestionKind::ShortestPaths, file.ministry, file.shoigu);
        QTreeWidgetItem *row =
            rowNamed(asked.panel.list()->invisibleRootItem(), QStringLiteral("confirmed"));
        QVERIFY(row);
        asked.pick(row);
        QCOMPARE(asked.sample.selection.items(), (std::vector<ItemRef>{made}));
    }
    void whoIsSelectedIsAskedAbout()
    {
        Asked asked;
        const auto &file = asked.sample.file;
        asked.sample.selection.setItems({file.ministry, file.shoigu});
        asked.ask(QuestionKind::CommonNeighbours);
        QVERIFY(asked.panel.answer().isKnown);
        asked.sample.selection.setItems({file.russia});
        asked.ask(QuestionKind::Neighbourhood);
        QVERIFY(asked.panel.answer().count > 0);
        QVERIFY(asked.top(0)->text(0).contains(QStringLiteral("1 step")));
    }
    void withoutTwoActorsItSaysWhatIsMissing()
    {
        Asked asked;
        asked.ask(QuestionKind::ShortestPaths);
        QVERIFY(asked.panel.summary().contains(QStringLiteral("two actors")));
        QCOMPARE(asked.panel.list()->topLevelItemCount(), 0);
    }
    void pickingLightsTheGraph()
    {
        Asked asked;
        const auto &file = asked.sample.file;
        NetworkView graph(asked.sample.context);
        QSignalSpy finished(&graph, &NetworkView::layoutFinished);
        graph.resize(800, 500);
        graph.show();
        QVERIFY(QTest::qWaitForWindowExposed(&graph));
        QVERIFY(!finished.isEmpty() || finished.wait(20'000));
        QObject::connect(&asked.panel, &AskPanel::lit, &graph, &NetworkView::light);
        asked.ask(QuestionKind::ShortestPaths, file.ministry, file.shoigu);
        asked.pick(asked.top(0));
        QCOMPARE(graph.canvas()->spotlight().nodes.size(), std::size_t{2});
        QVERIFY(!graph.canvas()->spotlight().links.empty());
        QTest::keyClick(graph.canvas(), Qt::Key_Escape);
        QVERIFY(graph.canvas()->spotlight().isEmpty());
        QVERIFY(!asked.sample.selection.isEmpty());
    }
    void whatChangedIsListedByKindOfChange()
    {
        Asked asked;
        asked.panel.setDates(edtf("2024-01"), edtf("2025-12"));
        asked.ask(QuestionKind::Changes);
        QVERIFY(asked.panel.answer().count > 0);
        const QTreeWidgetItem *group = asked.top(0);
        QVERIFY(group->childCount() > 0);
        QCOMPARE(group->text(1), QString::number(group->childCount()));
    }
    void anEditIsAnsweredAnew()
    {
        Asked asked;
        const auto &file = asked.sample.file;
        asked.ask(QuestionKind::Neighbourhood, file.interfax);
        const double before = asked.panel.answer().count;
        Relation relation;
        relation.from = file.interfax;
        relation.to = file.shoigu;
        relation.kind = "quotes";
        QVERIFY(asked.sample.intents.addRelation(relation));
        asked.wait();
        QCOMPARE(asked.panel.answer().count, before + 1);
    }
};

QTEST_MAIN(tst_ask_panel)
#include "tst_ask_panel.moc"
