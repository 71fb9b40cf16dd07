// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

#include "tests/support/open_sample.h"
#include "ui/bridge/text.h"
#include "ui/views/checks_panel.h"

using namespace dateline;
using namespace dateline::ui;

namespace {

struct Shown {
    OpenSample sample;
    ChecksPanel panel{sample.context};

    Shown()
    {
        panel.resize(700, 300);
        panel.show();
        DL_CHECK(QTest::qWaitForWindowExposed(&panel));
        panel.checkEverything();
    }
    QTreeWidgetItem *row(const char *code) const
    {
        for (int i = 0; i < panel.list()->topLevelItemCount(); ++i) {
            QTreeWidgetItem *item = panel.list()->topLevelItem(i);
            if (item->text(2) == QLatin1String(code))
                return item;
        }
        return nullptr;
    }
    void click(QTreeWidgetItem *item)
    {
        const QRect place = panel.list()->visualItemRect(item);
        QTest::mouseClick(panel.list()->viewport(), Qt::LeftButton, {}, place.center());
    }
    QPushButton *button(const QString &text) const
    {
        for (QPushButton *found : panel.findChildren<QPushButton *>()) {
            if (found->text() == text)
                return found;
        }
        return nullptr;
    }
};

}  // namespace

class tst_checks_panel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsWhatTheCheckFinds();
    void aClickSelectsWhatItIsAbout();
    void whatIsAcceptedIsMarkedAndCountedApart();
    void anAcceptanceIsUndone();
    void choosesWhatIsShown();
    void looksAgainAfterAnEdit();
};

void tst_checks_panel::listsWhatTheCheckFinds()
{
    const Shown shown;
    QVERIFY(shown.row("disputed"));
    QCOMPARE(static_cast<std::size_t>(shown.panel.list()->topLevelItemCount()),
             shown.sample.hub.findings().size());
}

void tst_checks_panel::aClickSelectsWhatItIsAbout()
{
    Shown shown;
    shown.click(shown.row("disputed"));
    QCOMPARE(shown.sample.selection.current(), ItemRef(shown.sample.file.visit));
}

void tst_checks_panel::whatIsAcceptedIsMarkedAndCountedApart()
{
    Shown shown;
    shown.click(shown.row("disputed"));
    QVERIFY(shown.button(QStringLiteral("Let it stand…"))->isEnabled());
    const Finding finding = *shown.panel.finding(shown.row("disputed"));
    shown.panel.accept(finding, QStringLiteral("Both wrote at the same time"));
    QTreeWidgetItem *row = shown.row("disputed");
    QCOMPARE(row->text(0), QStringLiteral("accepted"));
    QVERIFY(row->text(1).contains(QStringLiteral("Both wrote at the same time")));
    QVERIFY(shown.panel.statusText().endsWith(QStringLiteral("1 accepted")));
    shown.click(row);
    QVERIFY(!shown.button(QStringLiteral("Let it stand…"))->isEnabled());
    QTest::mouseClick(shown.button(QStringLiteral("No longer accepted")), Qt::LeftButton);
    shown.panel.checkEverything();
    QCOMPARE(shown.row("disputed")->text(0), QStringLiteral("may"));
}

void tst_checks_panel::anAcceptanceIsUndone()
{
    Shown shown;
    shown.panel.accept(*shown.panel.finding(shown.row("disputed")), QStringLiteral("Known"));
    QCOMPARE(shown.sample.hub.undoName(), QStringLiteral("Accept finding"));
    shown.sample.hub.undo();
    shown.panel.checkEverything();
    QCOMPARE(shown.row("disputed")->text(0), QStringLiteral("may"));
}

void tst_checks_panel::choosesWhatIsShown()
{
    Shown shown;
    shown.panel.accept(*shown.panel.finding(shown.row("disputed")), QStringLiteral("Known"));
    auto *which = shown.panel.findChild<QComboBox *>();
    which->setCurrentIndex(3);  // accepted
    QCOMPARE(shown.panel.list()->topLevelItemCount(), 1);
    which->setCurrentIndex(2);  // may
    QVERIFY(!shown.row("disputed"));
}

void tst_checks_panel::looksAgainAfterAnEdit()
{
    Shown shown;
    shown.sample.intents.remove(
        std::vector<ItemRef>{shown.sample.file.visitInApril, shown.sample.file.loose});
    QTRY_VERIFY(!shown.row("disputed"));
}

QTEST_MAIN(tst_checks_panel)
#include "tst_checks_panel.moc"
