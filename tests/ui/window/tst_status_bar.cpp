// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QToolButton>

#include "app/edit/session.h"
#include "tests/support/open_sample.h"
#include "ui/bridge/long_jobs.h"
#include "ui/window/status_bar.h"
#include "ui/window/work_line.h"

using namespace dateline;
using namespace dateline::ui;

namespace {

struct Shown {
    OpenSample sample;
    StatusBar bar{sample.context};

    QString texts() const
    {
        QStringList texts;
        for (const QLabel *label : bar.findChildren<QLabel *>())
            texts.append(label->text());
        return texts.join(u'|');
    }
    QList<QToolButton *> chips() const
    {
        QList<QToolButton *> chips;
        for (QToolButton *button : bar.findChildren<QToolButton *>()) {
            if (!button->isHidden() && qobject_cast<WorkLine *>(button->parentWidget()) == nullptr)
                chips.append(button);
        }
        return chips;
    }
};

Filter yearAndKind()
{
    Filter filter;
    filter.kinds = {"visit"};
    filter.range = edtf("2025").when().bounds.whole();
    return filter;
}

}  // namespace

class tst_status_bar final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsWhatIsShown();
    void eachPartOfTheFilterCanBeTakenOff();
    void saysThatAFileIsReadOnly();
    void aClosedFileLeavesNothing();
    void longWorkIsShownWithAStop();
    void quickWorkIsNotShown();
};

void tst_status_bar::countsWhatIsShown()
{
    Shown shown;
    QVERIFY2(shown.texts().contains(u"4 of 4 events"_qs), qPrintable(shown.texts()));
    QVERIFY(shown.texts().contains(u"Filter: none"_qs));
    shown.sample.filter.setFilter(yearAndKind());
    QVERIFY2(shown.texts().contains(u"1 of 4 events"_qs), qPrintable(shown.texts()));
    QVERIFY(!shown.texts().contains(u"none"_qs));
    QVERIFY(shown.sample.intents.remove(std::vector<ItemRef>{shown.sample.file.rumour}));
    QVERIFY2(shown.texts().contains(u"1 of 3 events"_qs), qPrintable(shown.texts()));
}

void tst_status_bar::eachPartOfTheFilterCanBeTakenOff()
{
    Shown shown;
    shown.sample.filter.setFilter(yearAndKind());
    QCOMPARE(shown.chips().size(), 2);
    for (QToolButton *chip : shown.chips()) {
        if (chip->accessibleName().contains(u"visit"_qs)) {
            chip->click();
            break;
        }
    }
    QCOMPARE(shown.chips().size(), 1);
    QVERIFY(shown.sample.filter.filter().kinds.empty());
    QVERIFY(shown.sample.filter.filter().range.has_value());
    shown.chips().front()->click();
    QVERIFY(shown.texts().contains(u"Filter: none"_qs));
}

void tst_status_bar::saysThatAFileIsReadOnly()
{
    const OpenSample writer;
    SessionHub reader;
    EditIntents intents(reader);
    Selection selection;
    ViewFilter filter(reader);
    WhatIf whatIf(reader);
    const ViewContext context{reader, intents, selection, filter, whatIf};
    const StatusBar bar(context);
    QVERIFY(reader.openFile(writer.path()));
    QString all;
    for (const QLabel *label : bar.findChildren<QLabel *>())
        all += label->text();
    QVERIFY2(all.contains(u"Read-only"_qs), qPrintable(all));
}

void tst_status_bar::aClosedFileLeavesNothing()
{
    Shown shown;
    shown.sample.hub.closeFile();
    QVERIFY2(!shown.texts().contains(u"events"_qs), qPrintable(shown.texts()));
    QVERIFY(!shown.texts().contains(u"saved"_qs));
}

void tst_status_bar::longWorkIsShownWithAStop()
{
    Shown shown;
    shown.bar.show();
    const auto *line = shown.bar.findChild<WorkLine *>();
    QVERIFY(line && line->isHidden());
    bool isCancelled = false;
    LongJobs &jobs = shown.sample.hub.jobs();
    jobs.start(
        u"Writing rows.csv"_qs,
        [](LongWork &work) -> Result<void> {
            work.enter(WorkStage::Writing, 1, 4, WorkUnit::Rows);
            while (work.reach(1))
                QThread::msleep(1);
            return failure(ErrorCode::Cancelled, "stopped");
        },
        [&](const Result<void> &result) {
            isCancelled = !result && result.error().code == ErrorCode::Cancelled;
        });
    QVERIFY(QTest::qWaitFor([&] { return !line->isHidden(); }));
    QCOMPARE(line->findChild<QProgressBar *>()->value(), 250);
    QVERIFY(line->findChild<QLabel *>()->text().startsWith(u"Writing rows.csv"_qs));
    // Not beside a sentence that says that all is done.
    for (const QLabel *label : shown.bar.findChildren<QLabel *>())
        QVERIFY(!label->text().contains(u"saved"_qs) || label->isHidden());
    line->findChild<QToolButton *>()->click();
    QVERIFY(!line->findChild<QToolButton *>()->isEnabled());
    QVERIFY(QTest::qWaitFor([&] { return isCancelled && line->isHidden(); }));
    QVERIFY(shown.texts().contains(u"saved"_qs));
}

void tst_status_bar::quickWorkIsNotShown()
{
    Shown shown;
    shown.bar.show();
    const auto *line = shown.bar.findChild<WorkLine *>();
    QSignalSpy turns(line, &WorkLine::shownChanged);
    LongJobs &jobs = shown.sample.hub.jobs();
    for (int i = 0; i < 5; ++i) {
        jobs.start(
            u"Quick"_qs, [](LongWork &) { return Result<void>(); }, [](const Result<void> &) {});
        QVERIFY(QTest::qWaitFor([&] { return !jobs.isBusy(); }));
    }
    QCOMPARE(turns.count(), 0);
    QVERIFY(line->isHidden());
}

QTEST_MAIN(tst_status_bar)
#include "tst_status_bar.moc"
