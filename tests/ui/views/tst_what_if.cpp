// SPDX-License-Identifier: GPL-3.0-or-later
// What if this is wrong: in the pane, the timeline, the graph, the lists and in Details.
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

#include "tests/support/open_sample.h"
#include "ui/bridge/text.h"
#include "ui/tables/event_table_model.h"
#include "ui/views/details_panel.h"
#include "ui/views/network_canvas.h"
#include "ui/views/network_view.h"
#include "ui/views/standing_bar.h"
#include "ui/views/timeline_canvas.h"
#include "ui/views/timeline_view.h"
#include "ui/views/what_if_panel.h"

using namespace dateline;
using namespace dateline::ui;

namespace {

QStringList titlesIn(const QTreeWidget &list)
{
    QStringList titles;
    for (int i = 0; i < list.topLevelItemCount(); ++i) {
        titles.append(list.topLevelItem(i)->text(0));
        for (int j = 0; j < list.topLevelItem(i)->childCount(); ++j)
            titles.append(list.topLevelItem(i)->child(j)->text(0));
    }
    return titles;
}

}  // namespace

class tst_what_if : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsWhatFallsAndWritesNothing();
    void leansAreListedWhileNothingIsDoubted();
    void turnsAmberInTimelineGraphAndLists();
    void confirmingIsOneEditThatIsUndone();
    void doubtEndsWithTheItemAndWithTheFile();
    void detailsAskAndOverrule();
    void selectedEventUnfoldsItsClaims();
};

void tst_what_if::listsWhatFallsAndWritesNothing()
{
    OpenSample sample;
    WhatIfPanel panel(sample.context);
    const std::string before = sample.file.dump();
    sample.whatIf.setDoubted(sample.file.report, true);
    const QStringList titles = titlesIn(*panel.list());
    const QString treaty = toQString(sample.hub.event(sample.file.treaty)->title);
    const QString visit = toQString(sample.hub.event(sample.file.visit)->title);
    QVERIFY(titles.contains(treaty));
    QVERIFY(!titles.contains(visit));  // the correction tells of it, too
    QVERIFY(panel.statusText().startsWith(QStringLiteral("1 fall")));
    sample.whatIf.setDoubted(sample.file.correction, true);
    QVERIFY(titlesIn(*panel.list()).contains(visit));
    QCOMPARE(sample.file.dump(), before);
    sample.whatIf.clear();
    QVERIFY(panel.statusText().isEmpty());
}

void tst_what_if::leansAreListedWhileNothingIsDoubted()
{
    OpenSample sample;
    WhatIfPanel panel(sample.context);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    const QString interfax = toQString(sample.hub.actor(sample.file.interfax)->name);
    QVERIFY(titlesIn(*panel.list()).contains(interfax));
}

void tst_what_if::turnsAmberInTimelineGraphAndLists()
{
    OpenSample sample;
    TimelineView timeline(sample.context);
    timeline.resize(900, 400);
    NetworkView network(sample.context);
    network.resize(700, 500);
    network.show();
    EventTableModel events(sample.context);
    const auto falls = [&](EventId event) {
        return events.data(events.index(events.rowOf(event), 0), FallsRole).toBool();
    };
    QVERIFY(!timeline.canvas()->emphasis().doubted);
    QVERIFY(!falls(sample.file.treaty));
    sample.whatIf.setDoubted(sample.file.interfax, true);
    QVERIFY(falls(sample.file.treaty));
    QVERIFY(falls(sample.file.visit));
    QVERIFY(!falls(sample.file.rumour));  // rests on nobody's word
    const auto doubted = timeline.canvas()->emphasis().doubted;
    QVERIFY(doubted && doubted->contains(sample.hub.snapshot()->events->rowOf(sample.file.treaty)));
    const auto *canvas = network.findChild<NetworkCanvas *>();
    QVERIFY(canvas);
    QTRY_VERIFY(!canvas->doubted().isEmpty());  // once the graph is laid out
    sample.whatIf.clear();
    QVERIFY(canvas->doubted().isEmpty());
    QVERIFY(!timeline.canvas()->emphasis().doubted);
}

void tst_what_if::confirmingIsOneEditThatIsUndone()
{
    OpenSample sample;
    const std::string before = sample.file.dump();
    Reliability grade;
    grade.grade = 'E';
    grade.since = edtf("2025-07-20");
    grade.reason = "Made it up";
    const std::vector<ItemRef> doubted{sample.file.interfax, sample.file.report};
    QVERIFY(sample.intents.confirmDoubt(doubted, grade));
    QCOMPARE(sample.hub.snapshot()->reliabilityOf(sample.file.interfax), 'E');
    QCOMPARE(sample.hub.snapshot()->rulingOn(sample.file.report)->standing, Standing::Doubtful);
    sample.hub.undo();
    QCOMPARE(QString::fromStdString(sample.file.dump()), QString::fromStdString(before));
}

void tst_what_if::doubtEndsWithTheItemAndWithTheFile()
{
    OpenSample sample;
    sample.whatIf.setDoubted(sample.file.report, true);
    sample.whatIf.setDoubted(sample.file.visit, true);  // an event cannot be doubted
    QCOMPARE(sample.whatIf.doubted().size(), std::size_t{1});
    sample.intents.remove(std::vector<ItemRef>{sample.file.report});
    QVERIFY(sample.whatIf.doubted().empty());
    sample.whatIf.setDoubted(sample.file.correction, true);
    sample.hub.closeFile();
    QVERIFY(sample.whatIf.doubted().empty());
}

void tst_what_if::detailsAskAndOverrule()
{
    OpenSample sample;
    StandingBar bar(sample.context);
    bar.showItem(sample.file.visit);
    QVERIFY(bar.text().contains(QStringLiteral("disputed")));
    QVERIFY(sample.intents.ruleStanding({sample.file.visit, Standing::Corroborated, "Seen"}));
    bar.showItem(sample.file.visit);
    QVERIFY(bar.text().contains(QStringLiteral("corroborated, by ruling: Seen")));
    bar.showItem(sample.file.report);
    auto *ask = bar.findChild<QPushButton *>();
    ask->click();
    QVERIFY(sample.whatIf.isDoubted(sample.file.report));
    bar.showItem(sample.file.treaty);
    QVERIFY(bar.text().contains(QStringLiteral("Falls with what is doubted")));
    QVERIFY(ask->isHidden());
}

void tst_what_if::selectedEventUnfoldsItsClaims()
{
    OpenSample sample;
    TimelineView timeline(sample.context);
    timeline.resize(900, 400);
    const std::vector<TimelineEmphasis::Whisker> &whiskers = timeline.canvas()->emphasis().whiskers;
    sample.selection.select(sample.file.treaty);  // one claim, and nobody disputes it
    QVERIFY(whiskers.empty());
    QCOMPARE(timeline.canvas()->emphasis().published.size(), std::size_t{1});
    sample.selection.select(sample.file.visit);
    QCOMPARE(whiskers.size(), std::size_t{2});
    QVERIFY(whiskers[0].label.starts_with("2025-03 · "));
    QVERIFY(whiskers[0].published.has_value());
    QVERIFY(sample.intents.preferClaim(
        {sample.file.visit, "date", sample.file.visitInApril, "Closer to it"}));
    QVERIFY(whiskers[0].isPreferred);
    QVERIFY(whiskers[0].label.starts_with("2025-04 · "));
    sample.selection.clear();
    QVERIFY(whiskers.empty());
    QVERIFY(timeline.canvas()->emphasis().published.empty());
}

QTEST_MAIN(tst_what_if)
#include "tst_what_if.moc"
