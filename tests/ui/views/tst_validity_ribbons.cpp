// SPDX-License-Identifier: GPL-3.0-or-later
// Roles and relations over time in Details: ribbons, what is valid on the as-of date, and the way
// from a ribbon to what it shows.
#include <QLabel>
#include <QTest>

#include "tests/support/open_sample.h"
#include "ui/bridge/text.h"
#include "ui/views/details_panel.h"
#include "ui/views/validity_ribbons.h"

using namespace dateline;
using namespace dateline::ui;

namespace {

Edtf edtf(const char *text)
{
    return Edtf::parse(text).value();
}

struct Shown {
    OpenSample sample;
    DetailsPanel panel{sample.context};

    Shown()
    {
        panel.resize(380, 900);
        panel.show();
        DL_CHECK(QTest::qWaitForWindowExposed(&panel));
    }
    void setRole(RoleId id, const char *when)
    {
        Role role = *sample.hub.snapshot()->roles->find(id);
        role.when = edtf(when);
        DL_CHECK(sample.intents.changeRole(role));
    }
    void setAsOf(const char *date)
    {
        sample.filter.setAsOf(edtf(date).when().bounds.earliestBegin, QString::fromLatin1(date));
    }
    QStringList names()
    {
        QStringList all;
        for (const RibbonRow *row : panel.findChildren<RibbonRow *>()) {
            if (row->isVisible())
                all.append(row->accessibleName());
        }
        return all;
    }
    bool says(const QString &words)
    {
        for (const QLabel *label : panel.findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(words))
                return true;
        }
        return false;
    }
};

// The name of the one row that holds the words.
QString rowWith(const QStringList &rows, const QString &words)
{
    const QStringList found = rows.filter(words);
    return found.size() == 1 ? found.front() : QString();
}

}  // namespace

class tst_validity_ribbons : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void labelsFollowTheAsOfDate();
    void aBodyShowsWhoHeldItsPosts();
    void aRibbonLeadsToItsRole();
    void relationsHaveRibbonsToo();
};

void tst_validity_ribbons::labelsFollowTheAsOfDate()
{
    Shown shown;
    shown.setRole(shown.sample.file.minister, "2012/2024-05-12");
    shown.setRole(shown.sample.file.secretary, "2024-05-12/..");
    shown.sample.selection.select(shown.sample.file.shoigu);
    const Role minister = *shown.sample.hub.snapshot()->roles->find(shown.sample.file.minister);
    const Role secretary = *shown.sample.hub.snapshot()->roles->find(shown.sample.file.secretary);
    const QString first = toQString(minister.title);
    const QString second = toQString(secretary.title);
    QVERIFY(rowWith(shown.names(), second).endsWith(u"valid now"));
    QVERIFY(!rowWith(shown.names(), first).contains(u"valid"));
    shown.setAsOf("2023-06-01");
    QVERIFY(rowWith(shown.names(), first).endsWith(u"valid then"));
    QVERIFY(!rowWith(shown.names(), second).contains(u"valid"));
    QVERIFY(shown.says(u"2023-06-01"_qs));  // whose posts are named under the name
    // The year in which one began is not known to the day.
    shown.setRole(shown.sample.file.secretary, "2024/..");
    shown.setAsOf("2024-06-01");
    QVERIFY(rowWith(shown.names(), second).endsWith(u"perhaps valid then"));
    // One edit of the file is one step back.
    shown.sample.hub.undo();
    QVERIFY(rowWith(shown.names(), second).endsWith(u"valid then"));
    QVERIFY(!rowWith(shown.names(), second).contains(u"perhaps"));
}

void tst_validity_ribbons::aBodyShowsWhoHeldItsPosts()
{
    Shown shown;
    Role role = *shown.sample.hub.snapshot()->roles->find(shown.sample.file.secretary);
    role.body = shown.sample.file.ministry;
    QVERIFY(shown.sample.intents.changeRole(role));
    shown.sample.selection.select(shown.sample.file.ministry);
    const QString name = rowWith(shown.names(), toQString(role.title));
    QVERIFY(name.startsWith(u"Sergei Shoigu"));
}

void tst_validity_ribbons::aRibbonLeadsToItsRole()
{
    Shown shown;
    shown.sample.selection.select(shown.sample.file.shoigu);
    const Role role = *shown.sample.hub.snapshot()->roles->find(shown.sample.file.minister);
    for (RibbonRow *row : shown.panel.findChildren<RibbonRow *>()) {
        if (!row->isVisible() || !row->accessibleName().startsWith(toQString(role.title)))
            continue;
        row->setFocus();
        QTest::keyClick(row, Qt::Key_Return);
        QCOMPARE(shown.sample.selection.current(), ItemRef(role.id));
        return;
    }
    QFAIL("the role has no ribbon");
}

void tst_validity_ribbons::relationsHaveRibbonsToo()
{
    Shown shown;
    Relation service = *shown.sample.hub.relation(shown.sample.file.service);
    service.when = edtf("2020/2022");
    QVERIFY(shown.sample.intents.changeRelation(service));
    shown.sample.selection.select(shown.sample.file.shoigu);
    shown.setAsOf("2021-06-01");
    QVERIFY(rowWith(shown.names(), toQString(service.kind)).endsWith(u"valid then"));
    service.when = Edtf();
    QVERIFY(shown.sample.intents.changeRelation(service));
    QVERIFY(rowWith(shown.names(), toQString(service.kind)).endsWith(u"no dates known"));
}

QTEST_MAIN(tst_validity_ribbons)
#include "tst_validity_ribbons.moc"
