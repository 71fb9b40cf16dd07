// SPDX-License-Identifier: GPL-3.0-or-later
// The as-of day as a slider, the window before it, and what the graph makes of both.
#include <QAction>
#include <QComboBox>
#include <QSignalSpy>
#include <QTest>

#include "tests/support/open_sample.h"
#include "ui/views/network_view.h"
#include "ui/views/time_strip.h"

using namespace dateline;
using namespace dateline::ui;

class tst_time_strip : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSliderIsTheDay()
    {
        OpenSample sample;
        TimeStrip strip(sample.context);
        QVERIFY(!strip.slider()->extent().isEmpty());
        QCOMPARE(strip.slider()->value(), strip.slider()->maximum());
        strip.slider()->setValue(strip.slider()->maximum() / 2);
        QVERIFY(sample.filter.asOf().has_value());
        QCOMPARE(sample.filter.asOf(), strip.slider()->dayAt(strip.slider()->maximum() / 2));
        QCOMPARE(sample.filter.asOfText().size(), 10);  // a day, no time
        // Set elsewhere it follows, and asks for nothing.
        const Instant day = edtf("2025-03-21").when().bounds.earliestBegin;
        sample.filter.setAsOf(day, QStringLiteral("2025-03-21"));
        QCOMPARE(sample.filter.asOf(), day);
        QVERIFY(strip.slider()->value() > strip.slider()->maximum() / 2);
        sample.filter.setAsOf(std::nullopt);
        QCOMPARE(strip.slider()->value(), strip.slider()->maximum());
        QVERIFY(!sample.filter.asOf());
    }
    void aClickAndAKeySetTheDay()
    {
        OpenSample sample;
        TimeStrip strip(sample.context);
        strip.resize(700, 30);
        strip.show();
        QVERIFY(QTest::qWaitForWindowExposed(&strip));
        DaySlider *slider = strip.slider();
        QTest::mouseClick(slider, Qt::LeftButton, Qt::NoModifier, QPoint(7, 10));
        const auto first = sample.filter.asOf();
        QVERIFY(first && *first < slider->dayAt(slider->maximum() / 100));
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_Right);
        QVERIFY(sample.filter.asOf() > first);
    }
    void playGoesOnFromTheFirstDayToTheNewest()
    {
        OpenSample sample;
        TimeStrip strip(sample.context);
        strip.speedChoice()->setCurrentIndex(strip.speedChoice()->count() - 1);
        QSignalSpy days(&sample.filter, &ViewFilter::asOfChanged);
        strip.playAction()->trigger();
        QVERIFY(strip.playAction()->isChecked());
        QVERIFY(sample.filter.asOf() < strip.slider()->extent().end());
        const auto first = sample.filter.asOf();
        QTRY_VERIFY(days.count() > 2);
        QVERIFY(sample.filter.asOf() > first);
        strip.playAction()->trigger();
        const auto stopped = sample.filter.asOf();
        QVERIFY(!strip.playAction()->isChecked());
        // From where it stands; at the end, what holds now.
        sample.filter.setAsOf(Instant{strip.slider()->extent().end().seconds - 1});
        strip.playAction()->trigger();
        QTRY_VERIFY(!strip.playAction()->isChecked());
        QVERIFY(stopped && !sample.filter.asOf());
        // Another file ends it.
        strip.playAction()->trigger();
        sample.hub.closeFile();
        QVERIFY(!strip.playAction()->isChecked());
    }
    void aFileWithoutDatesHasNoSlider()
    {
        SessionHub hub;
        EditIntents intents(hub);
        Selection selection;
        ViewFilter filter(hub);
        WhatIf whatIf(hub);
        TimeStrip strip({hub, intents, selection, filter, whatIf});
        QVERIFY(!strip.isEnabled());
    }
    void inAWindowOnlyWhatWasInItTies()
    {
        OpenSample sample;
        const ActorId russia = sample.file.russia;
        const ActorId interfax = sample.file.interfax;
        Relation relation;
        relation.from = russia;
        relation.to = interfax;
        relation.kind = "funds";
        relation.when = edtf("2023-01/2023-06");
        QVERIFY(sample.intents.addRelation(relation));
        NetworkView view(sample.context);
        QSignalSpy finished(&view, &NetworkView::layoutFinished);
        view.resize(900, 500);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QVERIFY(!finished.isEmpty() || finished.wait(20'000));
        const auto funds = [&] {
            const auto &relations = *sample.hub.snapshot()->relations;
            for (const NetworkLink &link : view.network().links())
                if (link.origin == LinkOrigin::Relation &&
                    relations.kindWords().word(link.kind) == "funds")
                    return true;
            return false;
        };
        const auto isPale = [&](ActorId actor) {
            const std::uint32_t node =
                view.network().nodeOf(sample.hub.snapshot()->actorRow(actor));
            return view.canvas()->content().isDimmed[node] != 0;
        };
        QVERIFY(funds());
        const auto positions = view.positions();
        // After it was over: the tie is gone, who is tied to nobody is pale.
        sample.filter.setAsOf(edtf("2023-12-31").when().bounds.earliestBegin);
        QVERIFY(!funds());
        QVERIFY(isPale(interfax));
        // Within the year it was there.
        view.strip()->windowChoice()->setCurrentIndex(
            view.strip()->windowChoice()->findText(QStringLiteral("a year")));
        QVERIFY(funds());
        QVERIFY(!isPale(interfax));
        sample.filter.setAsOf(edtf("2024-12-31").when().bounds.earliestBegin);
        QVERIFY(!funds());
        // Nobody moved.
        QCOMPARE(view.positions(), positions);
    }
};

QTEST_MAIN(tst_time_strip)
#include "tst_time_strip.moc"
