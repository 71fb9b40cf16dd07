// SPDX-License-Identifier: GPL-3.0-or-later
// How the panes come into the window when a file is opened.
#include <QSettings>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

#include "resources/init_resources.h"
#include "tests/support/open_sample.h"
#include "ui/window/main_window.h"

using namespace dateline;
using namespace dateline::ui;

namespace {

int emptyTabBars(const MainWindow &window)
{
    int empty = 0;
    for (const QTabBar *bar : window.findChildren<QTabBar *>())
        empty += bar->isVisible() && bar->count() == 0 ? 1 : 0;
    return empty;
}

}  // namespace

class tst_panes final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        initResources();
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    }
    void init() { QSettings().clear(); }
    void panesComeInWithoutATrace_data();
    void panesComeInWithoutATrace();

private:
    QTemporaryDir m_settings;
};

void tst_panes::panesComeInWithoutATrace_data()
{
    QTest::addColumn<bool>("isShownBefore");
    QTest::addColumn<bool>("isArranged");
    QTest::newRow("opened at once, first start") << false << false;
    QTest::newRow("opened from the start page, first start") << true << false;
    QTest::newRow("opened at once, arranged before") << false << true;
    QTest::newRow("opened from the start page, arranged before") << true << true;
}

void tst_panes::panesComeInWithoutATrace()
{
    QFETCH(bool, isShownBefore);
    QFETCH(bool, isArranged);
    SampleFile sample = makeSampleFile();
    sample.session.reset();  // the window is the one that writes
    const QString path = toQPath(sample.path);
    if (isArranged) {
        MainWindow before;
        before.show();
        QVERIFY(before.openFile(path));
        QTest::qWait(50);
        before.close();
    }
    MainWindow window;
    window.resize(1400, 900);
    if (isShownBefore) {
        window.show();
        QTest::qWait(50);
    }
    const QSize before = window.size();
    QVERIFY(window.openFile(path));
    window.show();
    QTest::qWait(100);
    QCOMPARE(emptyTabBars(window), 0);
    QCOMPARE(window.size(), before);  // many panes side by side for a moment are not its size
}

QTEST_MAIN(tst_panes)
#include "tst_panes.moc"
