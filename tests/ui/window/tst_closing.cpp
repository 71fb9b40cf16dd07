// SPDX-License-Identifier: GPL-3.0-or-later
// Closing the window while something goes on beside it.
#include <atomic>

#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include "resources/init_resources.h"
#include "tests/support/open_sample.h"
#include "ui/bridge/long_jobs.h"
#include "ui/window/main_window.h"

using namespace dateline;
using namespace dateline::ui;

namespace {

struct Working {
    Working()
    {
        sample.session.reset();  // the window is the one that writes
        window.show();
        DL_CHECK(window.openFile(toQPath(sample.path)));
    }
    // Work that lasts until it is stopped or allowed to end.
    void begin()
    {
        window.context().hub.jobs().start(
            u"Writing all.png"_qs,
            [this](LongWork &work) -> Result<void> {
                while (!mayEnd && work.look())
                    QThread::msleep(1);
                return {};
            },
            [](const Result<void> &) {});
    }
    // Presses the button with those words in the question that is about to come; counts it.
    void answer(const QString &words)
    {
        QTimer::singleShot(0, &window, [this, words] {
            auto *question = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            if (!question)
                return;
            ++asked;
            for (QAbstractButton *button : question->buttons()) {
                if (button->text().contains(words))
                    button->click();
            }
        });
    }

    SampleFile sample = makeSampleFile();
    std::atomic<bool> mayEnd = false;
    int asked = 0;
    MainWindow window;  // last: its work ends before what it uses
};

}  // namespace

class tst_closing final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        initResources();
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    }
    void nothingIsAskedWhereNothingGoesOn();
    void theWindowStaysIfThatIsWanted();
    void theWorkIsStoppedIfThatIsWanted();
    void workThatEndsMeanwhileLetsTheWindowClose();

private:
    QTemporaryDir m_settings;
};

void tst_closing::nothingIsAskedWhereNothingGoesOn()
{
    Working working;
    working.answer(u"Keep"_qs);
    QVERIFY(working.window.close());
    QCOMPARE(working.asked, 0);
}

void tst_closing::theWindowStaysIfThatIsWanted()
{
    Working working;
    working.begin();
    working.answer(u"Keep"_qs);
    QVERIFY(!working.window.close());
    QCOMPARE(working.asked, 1);
    QVERIFY(working.window.isVisible());
    QVERIFY(working.window.context().hub.jobs().isBusy());
}

void tst_closing::theWorkIsStoppedIfThatIsWanted()
{
    Working working;
    working.begin();
    working.answer(u"Stop"_qs);
    QVERIFY(working.window.close());
    QCOMPARE(working.asked, 1);
}

void tst_closing::workThatEndsMeanwhileLetsTheWindowClose()
{
    Working working;
    working.begin();
    QTimer::singleShot(0, &working.window, [&working] { working.mayEnd = true; });
    QVERIFY(working.window.close());
    QVERIFY(!working.window.context().hub.jobs().isBusy());
}

QTEST_MAIN(tst_closing)
#include "tst_closing.moc"
