// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/support/open_stores.h"

using namespace dateline;

class tst_view_store : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNewFileHasTheDefaultView();
    void viewsComeBackAsTheyWere();
    void positionsAreSortedByActorAndReplaced();
    void viewsKnowWhomTheyPlace();
    void removingTakesThePositions();
    void settingsComeBackAsTheyWere();
};

void tst_view_store::aNewFileHasTheDefaultView()
{
    OpenStores file;
    QCOMPARE(file.stores.views.all(), std::vector{kDefaultView});
    const std::optional<SavedView> view = file.stores.views.find(kDefaultView);
    QVERIFY(view);
    QCOMPARE(view->name, std::string());
    QCOMPARE(view->settings, std::string("{}"));
}

void tst_view_store::viewsComeBackAsTheyWere()
{
    OpenStores file;
    ViewStore &views = file.stores.views;
    for (const char *text : kAwkwardTexts) {
        SavedView view{{}, text, text, {}};
        view.id = views.put(view);
        QCOMPARE(views.find(view.id), std::optional(view));
        view.name += " changed";
        QCOMPARE(views.put(view), view.id);
        QCOMPARE(views.find(view.id), std::optional(view));
    }
    QCOMPARE(views.all().size(), kAwkwardTexts.size() + 1);
    QVERIFY(!views.find(ViewId{99}));
}

void tst_view_store::positionsAreSortedByActorAndReplaced()
{
    OpenStores file;
    ViewStore &views = file.stores.views;
    const ActorId a = file.actor();
    const ActorId b = file.actor();
    const std::vector<ActorPosition> placed{{b, 1.5, -2.25, true}, {a, 0, 1e-9, false}};
    views.putPositions(kDefaultView, placed);
    QCOMPARE(views.find(kDefaultView)->positions, (std::vector{placed[1], placed[0]}));
    const ActorPosition moved{b, 3, 4, false};
    views.putPositions(kDefaultView, {&moved, 1});
    QCOMPARE(views.find(kDefaultView)->positions, (std::vector{placed[1], moved}));
    views.put(SavedView{kDefaultView, "named", "{}", {}});
    QCOMPARE(views.find(kDefaultView)->positions.size(), std::size_t(2));
    views.removePosition(kDefaultView, a);
    QCOMPARE(views.find(kDefaultView)->positions, std::vector{moved});
}

void tst_view_store::viewsKnowWhomTheyPlace()
{
    OpenStores file;
    ViewStore &views = file.stores.views;
    const ActorId placed = file.actor();
    const ActorId nowhere = file.actor();
    const ViewId second = views.put(SavedView{{}, "second", "{}", {}});
    const ActorPosition position{placed, 0, 0, false};
    views.putPositions(kDefaultView, {&position, 1});
    views.putPositions(second, {&position, 1});
    QCOMPARE(views.viewsPlacing(placed), (std::vector{kDefaultView, second}));
    QVERIFY(views.viewsPlacing(nowhere).empty());
}

void tst_view_store::removingTakesThePositions()
{
    OpenStores file;
    ViewStore &views = file.stores.views;
    const ViewId second = views.put(SavedView{{}, "second", "{}", {}});
    const ActorPosition position{file.actor(), 0, 0, false};
    views.putPositions(kDefaultView, {&position, 1});
    views.putPositions(second, {&position, 1});
    views.remove(second);
    views.remove(second);  // not an error
    QCOMPARE(views.all(), std::vector{kDefaultView});
    QCOMPARE(views.viewsPlacing(position.actor), std::vector{kDefaultView});
}

void tst_view_store::settingsComeBackAsTheyWere()
{
    OpenStores file;
    ViewStore &views = file.stores.views;
    QCOMPARE(views.setting("title"), std::string());
    for (const char *text : kAwkwardTexts) {
        views.putSetting("title", "before");
        views.putSetting("title", text);
        QCOMPARE(views.setting("title"), std::string(text));
        views.putSetting(text, "a value");
        QCOMPARE(views.setting(text), std::string("a value"));
    }
}

QTEST_GUILESS_MAIN(tst_view_store)
#include "tst_view_store.moc"
