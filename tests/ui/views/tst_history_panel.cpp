// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <QTreeView>

#include "tests/support/open_sample.h"
#include "ui/views/history_panel.h"

using namespace dateline;
using namespace dateline::ui;

class tst_history_panel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsEditsWhileItIsSeen();
    void showsWhatWasEditedBehindItsBack();
};

namespace {

int rowsOf(const HistoryPanel &panel)
{
    return panel.findChild<QTreeView *>()->model()->rowCount();
}

}  // namespace

void tst_history_panel::showsEditsWhileItIsSeen()
{
    OpenSample sample;
    HistoryPanel panel(sample.context);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    const auto before = static_cast<int>(sample.hub.history().size());
    QTRY_COMPARE(rowsOf(panel), before);
    QVERIFY(sample.intents.moveEvent(sample.file.visit, edtf("2025-04")));
    QCOMPARE(rowsOf(panel), before + 1);
    const auto *view = panel.findChild<QTreeView *>();
    QCOMPARE(view->currentIndex().row(), 0);
}

void tst_history_panel::showsWhatWasEditedBehindItsBack()
{
    OpenSample sample;
    HistoryPanel panel(sample.context);
    QVERIFY(sample.intents.moveEvent(sample.file.visit, edtf("2025-04")));
    const auto edits = static_cast<int>(sample.hub.history().size());
    panel.show();
    QTRY_COMPARE(rowsOf(panel), edits);
    panel.hide();
    sample.hub.undo();
    QVERIFY(sample.intents.moveEvent(sample.file.visit, edtf("2025-05")));
    QVERIFY(sample.intents.moveEvent(sample.file.visit, edtf("2025-06")));
    panel.show();
    QTRY_COMPARE(rowsOf(panel), static_cast<int>(sample.hub.history().size()));
    QVERIFY(rowsOf(panel) > edits);
}

QTEST_MAIN(tst_history_panel)
#include "tst_history_panel.moc"
