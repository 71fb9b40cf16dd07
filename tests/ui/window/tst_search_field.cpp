// SPDX-License-Identifier: GPL-3.0-or-later
#include <QListWidget>
#include <QTest>

#include "app/edit/session.h"
#include "tests/support/open_sample.h"
#include "ui/window/search_field.h"

using namespace dateline;
using namespace dateline::ui;

namespace {

struct Shown {
    OpenSample sample;
    SearchField field{sample.context};

    Shown()
    {
        field.show();
        DL_CHECK(QTest::qWaitForWindowExposed(&field));
        field.activateWindow();
        field.setFocus();
    }
    QListWidget *hits() { return field.findChild<QListWidget *>(); }
    bool type(const QString &words)
    {
        field.clear();
        QTest::keyClicks(&field, words);
        return QTest::qWaitFor([this] { return hits()->isVisible() && hits()->count() > 0; });
    }
    QStringList lines()
    {
        QStringList lines;
        for (int row = 0; row < hits()->count(); ++row)
            lines.append(hits()->item(row)->text());
        return lines;
    }
};

}  // namespace

class tst_search_field final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void enterSelectsTheBestHit();
    void theFirstLineFilters();
    void whatIsNowhereIsSaid();
    void escapeLeavesTheSelectionAlone();
};

void tst_search_field::enterSelectsTheBestHit()
{
    Shown shown;
    QVERIFY(shown.type(u"treaty"_qs));
    QVERIFY2(shown.lines().at(1).contains(u"Treaty signed in Pyongyang"_qs),
             qPrintable(shown.lines().join(u'|')));
    QTest::keyClick(&shown.field, Qt::Key_Return);
    QCOMPARE(shown.sample.selection.current(), ItemRef(shown.sample.file.treaty));
    QVERIFY(!shown.hits()->isVisible());
}

void tst_search_field::theFirstLineFilters()
{
    Shown shown;
    QVERIFY(shown.type(u"treaty"_qs));
    QTest::keyClick(&shown.field, Qt::Key_Up);
    QTest::keyClick(&shown.field, Qt::Key_Return);
    QCOMPARE(shown.sample.filter.shown().count(), 1u);
    QVERIFY(shown.sample.selection.items().empty());
}

void tst_search_field::whatIsNowhereIsSaid()
{
    Shown shown;
    QVERIFY(shown.type(u"zeppelin"_qs));
    QCOMPARE(shown.lines().size(), 1);
    QVERIFY(shown.lines().front().contains(u"zeppelin"_qs));
    QTest::keyClick(&shown.field, Qt::Key_Return);
    QVERIFY(shown.sample.selection.items().empty());
    QCOMPARE(shown.sample.filter.shown().count(), 4u);
}

void tst_search_field::escapeLeavesTheSelectionAlone()
{
    Shown shown;
    shown.sample.selection.select(shown.sample.file.visit);
    QVERIFY(shown.type(u"treaty"_qs));
    QTest::keyClick(&shown.field, Qt::Key_Escape);
    QVERIFY(!shown.hits()->isVisible());
    QCOMPARE(shown.sample.selection.current(), ItemRef(shown.sample.file.visit));
}

QTEST_MAIN(tst_search_field)
#include "tst_search_field.moc"
