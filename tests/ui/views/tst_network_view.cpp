// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAccessible>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include "app/edit/session.h"
#include "tests/support/open_sample.h"
#include "ui/views/network_chip.h"
#include "ui/views/network_view.h"

using namespace dateline;
using namespace dateline::ui;

namespace {

Instant day(std::string_view text)
{
    return edtf(text).when().bounds.earliestBegin;
}

// The small case in a graph of its own, laid out and on the screen.
struct Shown {
    OpenSample sample;
    NetworkView view{sample.context};

    Shown()
    {
        QSignalSpy finished(&view, &NetworkView::layoutFinished);
        view.resize(900, 500);
        view.show();
        DL_CHECK(QTest::qWaitForWindowExposed(&view));
        DL_CHECK(!finished.isEmpty() || finished.wait(20'000));
    }

    NetworkCanvas *canvas() { return view.canvas(); }
    std::uint32_t node(ActorId actor)
    {
        return view.network().nodeOf(sample.hub.snapshot()->actorRow(actor));
    }
    QPoint place(ActorId actor)
    {
        const Point at = canvas()->camera().toPixel(canvas()->content().positions[node(actor)]);
        return {qRound(at.x), qRound(at.y)};
    }
    QPoint middleOf(RelationId relation)
    {
        const std::uint32_t link =
            view.network().linkOf(sample.hub.snapshot()->relations->rowOf(relation));
        return middleOfLink(link);
    }
    QPoint middleOfLink(std::uint32_t number)
    {
        for (const SceneLink &link : canvas()->scene().links) {
            if (link.link == number) {
                const Point at = pointOn(link.whole, 0.5);
                return {qRound(at.x), qRound(at.y)};
            }
        }
        return {-1, -1};
    }
    void click(QPoint at, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::mouseClick(canvas(), Qt::LeftButton, modifiers, at);
    }
    void drag(QPoint from, QPoint to)
    {
        QTest::mousePress(canvas(), Qt::LeftButton, Qt::NoModifier, from);
        QTest::mouseMove(canvas(), (from + to) / 2);
        QTest::mouseMove(canvas(), to);
        QTest::mouseRelease(canvas(), Qt::LeftButton, Qt::NoModifier, to);
    }
    std::size_t edits() { return sample.hub.history().size(); }
    std::optional<ActorPosition> stored(ActorId actor)
    {
        const SavedView *kept = sample.hub.snapshot()->views->find(kDefaultView);
        for (const ActorPosition &position : kept->positions)
            if (position.actor == actor)
                return position;
        return std::nullopt;
    }
};

}  // namespace

class tst_network_view : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstLayoutIsNoEdit()
    {
        Shown shown;
        QCOMPARE(shown.edits(), std::size_t{1});  // the one that made the case
        QCOMPARE(shown.view.positions().size(), shown.sample.hub.snapshot()->actors->size());
        QCOMPARE(shown.canvas()->scene().nodes.size(), std::size_t{5});
        QVERIFY(!shown.stored(shown.sample.file.russia));
    }
    void draggingMovesAndPinsInOneUndoStep()
    {
        Shown shown;
        const ActorId russia = shown.sample.file.russia;
        const auto before = shown.view.positions();
        const QPoint from = shown.place(russia);
        shown.drag(from, from + QPoint(60, -40));
        QCOMPARE(shown.edits(), std::size_t{2});
        QVERIFY(shown.stored(russia)->isPinned);
        QCOMPARE(shown.place(russia), from + QPoint(60, -40));
        // The picture around it is kept too, but not pinned.
        QVERIFY(!shown.stored(shown.sample.file.northKorea)->isPinned);
        shown.sample.hub.undo();
        QVERIFY(!shown.stored(russia));
        QCOMPARE(shown.view.positions(), before);
    }
    void aPinnedActorStaysInALayoutThatIsOneUndoStep()
    {
        Shown shown;
        const ActorId russia = shown.sample.file.russia;
        const QPoint from = shown.place(russia);
        shown.drag(from, from + QPoint(50, 30));
        const auto pinned = shown.stored(russia);
        QSignalSpy finished(&shown.view, &NetworkView::layoutFinished);
        shown.view.startLayout(LayoutKind::ByLinks, LayoutStart::Afresh);
        QVERIFY(shown.view.isLayingOut());
        QVERIFY(!shown.view.chip()->text().isEmpty());
        QVERIFY(finished.wait(20'000));
        QCOMPARE(shown.edits(), std::size_t{3});
        QCOMPARE(shown.stored(russia), pinned);
        QVERIFY(shown.view.chip()->text().isEmpty());
        shown.sample.hub.undo();
        QCOMPARE(shown.edits(), std::size_t{3});
        QCOMPARE(shown.stored(russia), pinned);
        shown.view.unpin(russia);
        QVERIFY(!shown.stored(russia)->isPinned);
    }
    void aLayoutByTimeKeepsItsDatesInTheSameUndoStep()
    {
        Shown shown;
        QSignalSpy finished(&shown.view, &NetworkView::layoutFinished);
        shown.view.startLayout(LayoutKind::LayersByGroup, LayoutStart::Afresh);
        QVERIFY(finished.wait(20'000));
        QCOMPARE(shown.edits(), std::size_t{2});
        QVERIFY(shown.view.choice().columns.size() > 1);
        const auto hasDates = [&shown] {
            const auto &texts = shown.canvas()->scene().texts;
            return std::any_of(texts.begin(), texts.end(), [](const NetworkText &text) {
                return text.style == SceneTextStyle::Column;
            });
        };
        QVERIFY(hasDates());
        // Another layout is without, and undoing it brings them back.
        shown.view.startLayout(LayoutKind::CircleByGroup, LayoutStart::Afresh);
        QVERIFY(finished.wait(20'000));
        QCOMPARE(shown.edits(), std::size_t{3});
        QVERIFY(!hasDates());
        shown.sample.hub.undo();
        QVERIFY(hasDates());
        shown.sample.hub.undo();
        QVERIFY(!hasDates());
    }
    void aStoppedLayoutChangesNothing()
    {
        Shown shown;
        const auto before = shown.view.positions();
        shown.view.startLayout(LayoutKind::ByLinks, LayoutStart::Afresh);
        shown.view.stopLayout();
        QVERIFY(!shown.view.isLayingOut());
        QCoreApplication::processEvents();
        QCOMPARE(shown.view.positions(), before);
        QCOMPARE(shown.edits(), std::size_t{1});
    }
    void clickingSelectsActorsAndLinks()
    {
        Shown shown;
        const auto &file = shown.sample.file;
        shown.click(shown.place(file.russia));
        QCOMPARE(shown.sample.selection.items(), std::vector<ItemRef>{file.russia});
        shown.click(shown.place(file.shoigu), Qt::ControlModifier);
        QCOMPARE(shown.sample.selection.items(), (std::vector<ItemRef>{file.russia, file.shoigu}));
        shown.click(shown.middleOf(file.alliance));
        QCOMPARE(shown.sample.selection.items(), std::vector<ItemRef>{file.alliance});
        shown.click({3, 3});
        QVERIFY(shown.sample.selection.isEmpty());
    }
    void aDerivedLinkSelectsItsEvents()
    {
        Shown shown;
        const Network &network = shown.view.network();
        for (std::uint32_t i = 0; i < network.linkCount(); ++i)
            if (network.links()[i].origin == LinkOrigin::SharedEvents)
                shown.click(shown.middleOfLink(i));
        QCOMPARE(shown.sample.selection.items(), std::vector<ItemRef>{shown.sample.file.visit});
    }
    void aSelectionFromElsewhereIsRinged()
    {
        Shown shown;
        const auto &file = shown.sample.file;
        shown.sample.selection.select(file.treaty);
        std::vector<std::uint32_t> expected{shown.node(file.russia), shown.node(file.northKorea)};
        QCOMPARE(shown.canvas()->selected().nodes, expected);
        shown.sample.selection.select(file.alliance);
        QVERIFY(shown.canvas()->selected().nodes.empty());
        QCOMPARE(shown.canvas()->selected().links.size(), std::size_t{1});
        shown.sample.selection.select(file.visitInMarch);  // a claim: its event's actors
        QCOMPARE(shown.canvas()->selected().nodes.size(), std::size_t{2});
    }
    void whatIsSelectedElsewhereComesIntoView()
    {
        Shown shown;
        NetworkCamera camera = shown.canvas()->camera();
        camera.centre = {500, 500};
        shown.canvas()->setCamera(camera);
        shown.sample.selection.select(shown.sample.file.russia);
        QVERIFY(shown.canvas()->rect().contains(shown.place(shown.sample.file.russia)));
    }
    void theAsOfDateChoosesLinksPostsAndTheStatus()
    {
        Shown shown;
        QSignalSpy status(&shown.view, &NetworkView::statusChanged);
        const auto hasService = [&] {
            const RelationRow row =
                shown.sample.hub.snapshot()->relations->rowOf(shown.sample.file.service);
            return shown.view.network().linkOf(row) != Network::kNone;
        };
        QCOMPARE(shown.view.statusText(), QStringLiteral("5 of 5 actors"));
        QVERIFY(hasService());
        shown.sample.filter.setAsOf(day("2025-03-21"), QStringLiteral("2025-03-21"));
        QVERIFY(!hasService());
        QCOMPARE(status.count(), 1);
        QVERIFY(shown.view.statusText().contains(QStringLiteral("21 March 2025")));
        const auto texts = shown.canvas()->scene().texts;
        QVERIFY(std::any_of(texts.begin(), texts.end(),
                            [](const NetworkText &text) { return text.text == "secretary"; }));
    }
    void aFilterHidesOrDims()
    {
        Shown shown;
        Filter filter;
        filter.kinds = {"visit"};
        shown.sample.filter.setFilter(filter);
        QCOMPARE(shown.view.network().nodeCount(), 2u);
        QCOMPARE(shown.view.statusText(), QStringLiteral("2 of 5 actors"));
        shown.sample.filter.setFilteredOut(ViewFilter::FilteredOut::Dimmed);
        QCOMPARE(shown.view.network().nodeCount(), 5u);
        const auto &dimmed = shown.canvas()->content().isDimmed;
        QCOMPARE(std::count(dimmed.begin(), dimmed.end(), 1), 3);
        shown.sample.filter.setFilteredOut(ViewFilter::FilteredOut::Shown);
        QCOMPARE(std::count(dimmed.begin(), dimmed.end(), 1), 0);
    }
    void neighbourhoodsFoldAndUnfold()
    {
        Shown shown;
        const auto &file = shown.sample.file;
        shown.view.collapse(file.northKorea);  // russia is tied to nobody else
        QCOMPARE(shown.node(file.russia), Network::kNone);
        QVERIFY(shown.node(file.shoigu) != Network::kNone);
        shown.view.expand(file.northKorea);
        QVERIFY(shown.node(file.russia) != Network::kNone);
        shown.view.hideActor(file.interfax);
        QCOMPARE(shown.view.statusText(), QStringLiteral("4 of 5 actors"));
        shown.view.showOnlyAround(file.shoigu);
        QCOMPARE(shown.node(file.russia), Network::kNone);
        QCOMPARE(shown.view.network().nodeCount(), 3u);
        shown.view.showAllActors();
        QCOMPARE(shown.view.network().nodeCount(), 5u);
        // Each of the five is an edit, and undone like one.
        QCOMPARE(shown.edits(), std::size_t{6});
        shown.sample.hub.undo();
        QCOMPARE(shown.view.network().nodeCount(), 3u);
        shown.sample.hub.undo();
        QCOMPARE(shown.view.statusText(), QStringLiteral("4 of 5 actors"));
        QVERIFY(shown.sample.hub.openFile(shown.sample.path()));
        QCOMPARE(shown.view.choice().hidden, (std::vector<ActorId>{file.interfax}));
    }
    void alignedAndDistributedActorsArePinnedInOneUndoStep()
    {
        Shown shown;
        const auto &file = shown.sample.file;
        const std::vector<ActorId> three{file.russia, file.northKorea, file.shoigu};
        const auto before = shown.view.positions();
        shown.view.align(three, Alignment::Middle);
        QCOMPARE(shown.edits(), std::size_t{2});
        QCOMPARE(shown.stored(file.russia)->y, shown.stored(file.shoigu)->y);
        QVERIFY(shown.stored(file.northKorea)->isPinned);
        shown.view.distribute(three, PlaneAxis::Across);
        QCOMPARE(shown.edits(), std::size_t{3});
        std::vector<double> across;
        for (const ActorId actor : three)
            across.push_back(shown.stored(actor)->x);
        std::sort(across.begin(), across.end());
        QVERIFY(std::abs(across[0] + across[2] - 2 * across[1]) < 1e-9);
        QCOMPARE(shown.sample.hub.undoName(), QStringLiteral("Distribute actors"));
        shown.sample.hub.undo();
        shown.sample.hub.undo();
        QCOMPARE(shown.view.positions(), before);
    }
    void aGroupIsOneMarkUntilItIsUnfolded()
    {
        Shown shown;
        const auto &file = shown.sample.file;
        shown.view.group(QStringLiteral("The two states"), {file.russia, file.northKorea});
        QCOMPARE(shown.view.network().nodeCount(), 4u);
        QCOMPARE(shown.node(file.russia), shown.node(file.northKorea));
        // Selecting a member rings the mark that it is in.
        shown.sample.selection.select(file.northKorea);
        QCOMPARE(shown.canvas()->selected().nodes,
                 (std::vector<std::uint32_t>{shown.node(file.russia)}));
        shown.view.foldGroup(file.northKorea, false);
        QCOMPARE(shown.view.network().nodeCount(), 5u);
        shown.view.foldGroup(file.russia, true);
        QCOMPARE(shown.view.network().nodeCount(), 4u);
        shown.view.dissolveGroup(file.russia);
        QVERIFY(shown.view.choice().groups.empty());
        QCOMPARE(shown.edits(), std::size_t{5});
        shown.sample.hub.undo();
        QCOMPARE(shown.view.choice().groups.size(), std::size_t{1});
        QCOMPARE(shown.view.network().nodeCount(), 4u);
    }
    void everyViewHasPlacesOfItsOwn()
    {
        Shown shown;
        const auto &file = shown.sample.file;
        const auto before = shown.view.positions();
        QSignalSpy changed(&shown.view, &NetworkView::viewChanged);
        SavedView view{{}, "Aside", "{}", shown.view.positions()};
        const ViewId aside = shown.sample.intents.saveView(view);
        shown.view.openView(aside);
        QCOMPARE(shown.view.view(), aside);
        const QPoint from = shown.place(file.russia);
        shown.drag(from, from + QPoint(70, 20));
        shown.view.hideActor(file.interfax);
        QVERIFY(!shown.stored(file.russia));  // in the view that the file opens with
        shown.view.openView(kDefaultView);
        QCOMPARE(shown.view.positions(), before);
        QCOMPARE(shown.view.network().nodeCount(), 5u);
        shown.view.openView(aside);
        QCOMPARE(shown.view.network().nodeCount(), 4u);
        QCOMPARE(changed.size(), 3);
        // A view whose making is undone cannot stay open.
        for (int i = 0; i < 3; ++i)
            shown.sample.hub.undo();
        QCOMPARE(shown.view.view(), kDefaultView);
        QCOMPARE(shown.view.network().nodeCount(), 5u);
    }
    void aSavedViewTiesTheActorsAsItWasSaved()
    {
        Shown shown;
        const std::uint32_t links = shown.view.network().linkCount();
        GraphLook look;
        look.withSharedEvents = false;
        look.withCommunities = true;
        const ViewId bare = shown.sample.intents.saveView(
            {{}, "Bare", withGraphLook("{}", look), shown.view.positions()});
        const std::size_t edits = shown.edits();
        shown.view.openView(bare);
        QVERIFY(shown.view.look() == look);
        QVERIFY(shown.view.network().linkCount() < links);
        QVERIFY(shown.canvas()->content().communities != nullptr);
        shown.view.openView(kDefaultView);
        QVERIFY(shown.view.look() == GraphLook{});
        QCOMPARE(shown.view.network().linkCount(), links);
        QVERIFY(shown.canvas()->content().communities == nullptr);
        QCOMPARE(shown.edits(), edits);  // to look at it otherwise changes nothing in the file
    }
    void theShortestPathIsLitAndTold()
    {
        Shown shown;
        const auto &file = shown.sample.file;
        QVERIFY(shown.view.showPath(file.ministry, file.russia));
        QCOMPARE(shown.canvas()->spotlight().nodes.size(), std::size_t{4});
        QCOMPARE(shown.canvas()->spotlight().links.size(), std::size_t{3});
        QVERIFY(shown.view.chip()->text().startsWith(QStringLiteral("3 link")));
        QVERIFY(shown.view.chip()->text().contains(QStringLiteral("Sergei Shoigu – North Korea")));
        QTest::keyClick(shown.canvas(), Qt::Key_Escape);
        QVERIFY(shown.canvas()->spotlight().isEmpty());
        QVERIFY(!shown.view.showPath(file.interfax, file.russia));
        QVERIFY(shown.view.chip()->text().contains(QStringLiteral("Interfax")));
    }
    void aRelationIsAskedForByTwoPicks()
    {
        Shown shown;
        const auto &file = shown.sample.file;
        QSignalSpy asked(&shown.view, &NetworkView::relationRequested);
        QMenu menu;
        shown.view.fillNodeMenu(menu, file.russia);
        for (QAction *action : menu.actions())
            if (action->text().startsWith(QStringLiteral("Add relation")))
                action->trigger();
        shown.click(shown.place(file.interfax));
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first()[0].value<ActorId>(), file.russia);
        QCOMPARE(asked.first()[1].value<ActorId>(), file.interfax);
        QVERIFY(shown.sample.selection.isEmpty());
    }
    void theWheelZoomsAboutThePointer()
    {
        Shown shown;
        const QPoint at = shown.place(shown.sample.file.russia);
        const double before = shown.canvas()->camera().zoom;
        QWheelEvent wheel(at, shown.canvas()->mapToGlobal(at), {}, {0, 240}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(shown.canvas(), &wheel);
        QVERIFY(shown.canvas()->camera().zoom > 1.4 * before);
        QVERIFY((shown.place(shown.sample.file.russia) - at).manhattanLength() <= 1);
        QTest::keyClick(shown.canvas(), Qt::Key_0);
        QCOMPARE(shown.canvas()->camera().zoom, before);
        QVERIFY(shown.canvas()->isFitted());
    }
    void draggingTheGroundPansAndDoubleClickCentres()
    {
        Shown shown;
        const ActorId russia = shown.sample.file.russia;
        const QPoint before = shown.place(russia);
        shown.drag({5, 5}, {45, 35});
        QCOMPARE(shown.place(russia), before + QPoint(40, 30));
        QTest::mouseDClick(shown.canvas(), Qt::LeftButton, Qt::NoModifier, shown.place(russia));
        QVERIFY((shown.place(russia) - shown.canvas()->rect().center()).manhattanLength() <= 2);
        QCOMPARE(shown.edits(), std::size_t{1});
    }
    void theKeyboardGoesThroughMarksAndToNeighbours()
    {
        Shown shown;
        shown.canvas()->setFocus();
        std::vector<ItemRef> visited;
        for (int i = 0; i < 5; ++i) {
            QTest::keyClick(shown.canvas(), Qt::Key_Tab);
            visited.push_back(shown.sample.selection.current());
        }
        std::sort(visited.begin(), visited.end());
        QCOMPARE(std::unique(visited.begin(), visited.end()) - visited.begin(), 5);

        const auto &file = shown.sample.file;
        shown.sample.selection.select(file.russia);
        const QPoint towards = shown.place(file.northKorea) - shown.place(file.russia);
        const bool isAcross = std::abs(towards.x()) > std::abs(towards.y());
        QTest::keyClick(shown.canvas(), isAcross ? (towards.x() > 0 ? Qt::Key_Right : Qt::Key_Left)
                                                 : (towards.y() > 0 ? Qt::Key_Down : Qt::Key_Up));
        QCOMPARE(shown.sample.selection.current(), ItemRef(file.northKorea));
    }
    void everyMarkHasANameAndCanBePressed()
    {
        Shown shown;
        const auto items = shown.canvas()->canvasItems();
        const auto named = [&](const QString &name) {
            return std::find_if(items.begin(), items.end(),
                                [&](const CanvasItem &item) { return item.name == name; });
        };
        QCOMPARE(shown.canvas()->accessibleName(), QStringLiteral("Graph canvas"));
        const auto shoigu = named(QStringLiteral("Sergei Shoigu, person, secretary, 2 links"));
        QVERIFY(shoigu != items.end());
        QVERIFY(named(QStringLiteral("Russia and North Korea: alliance, confirmed")) !=
                items.end());
        shown.canvas()->pressCanvasItem(shoigu->key);
        QCOMPARE(shown.sample.selection.current(), ItemRef(shown.sample.file.shoigu));
        QAccessibleInterface *canvas = QAccessible::queryAccessibleInterface(shown.canvas());
        QVERIFY(canvas && canvas->childCount() == static_cast<int>(items.size()));
    }
    void anEmptyFileSaysWhatToDo()
    {
        OpenSample sample;
        sample.hub.closeFile();
        NetworkView view(sample.context);
        view.resize(600, 300);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QVERIFY(!view.isLayingOut());
        QCOMPARE(view.canvas()->canvasItems().size(), std::size_t{0});
        QCOMPARE(view.statusText(), QStringLiteral("0 of 0 actors"));
    }
    void newcomersAndTheTimeBrushLeaveTheMapAsItIs()
    {
        Shown shown;
        const ActorId russia = shown.sample.file.russia;
        const QPoint from = shown.place(russia);
        shown.drag(from, from + QPoint(60, 20));
        const auto placed = shown.stored(russia);
        const std::vector<ActorPosition> before = shown.view.positions();
        const auto moved = [&] {
            const std::vector<ActorPosition> now = shown.view.positions();
            double sum = 0;
            for (const ActorPosition &old : before) {
                const auto found =
                    std::find_if(now.begin(), now.end(), [&](const ActorPosition &position) {
                        return position.actor == old.actor;
                    });
                sum += found == now.end()
                           ? 1e9
                           : distance(Point{old.x, old.y}, Point{found->x, found->y});
            }
            return sum / static_cast<double>(before.size());
        };
        const auto [left, right] = std::minmax_element(
            before.begin(), before.end(),
            [](const ActorPosition &a, const ActorPosition &b) { return a.x < b.x; });
        const double width = right->x - left->x;

        // Time goes on, a window opens and closes: nobody moves at all.
        for (const char *date : {"2018-01-01", "2024-06-30", "2025-03-21", "2030-01-01"}) {
            shown.sample.filter.setAsOf(day(date));
            QCOMPARE(moved(), 0.0);
            for (std::uint32_t node = 0; node < shown.view.network().nodeCount(); ++node) {
                const ActorId actor =
                    shown.sample.hub.snapshot()->actor(shown.view.network().nodes()[node].actor).id;
                const Point at = shown.canvas()->content().positions[node];
                const auto old = std::find_if(
                    before.begin(), before.end(),
                    [actor](const ActorPosition &position) { return position.actor == actor; });
                QVERIFY(old != before.end() && old->x == at.x && old->y == at.y);
            }
        }
        shown.sample.filter.setAsOf(std::nullopt);
        shown.sample.filter.setRange(edtf("2024").when().bounds.whole(), QStringLiteral("2024"));
        QCOMPARE(moved(), 0.0);
        shown.sample.filter.clear();

        QSignalSpy finished(&shown.view, &NetworkView::layoutFinished);
        for (int i = 0; i < 100; ++i) {
            Actor actor;
            actor.name = "Newcomer " + std::to_string(i);
            actor.kind = "person";
            Relation relation;
            relation.from = shown.sample.intents.addActor(actor);
            relation.to = i % 2 == 0 ? russia : shown.sample.file.shoigu;
            relation.kind = "member of";
            QVERIFY(shown.sample.intents.addRelation(relation));
        }
        QTRY_COMPARE_WITH_TIMEOUT(shown.view.positions().size(), before.size() + 100, 60'000);
        QVERIFY(finished.count() > 0);
        QCOMPARE(shown.stored(russia), placed);
        QVERIFY2(moved() < 0.05 * width, qPrintable(QString::number(moved() / width)));
    }
    void aNewActorFindsItsPlaceByItself()
    {
        Shown shown;
        QSignalSpy finished(&shown.view, &NetworkView::layoutFinished);
        Actor actor;
        actor.name = "Newcomer";
        actor.kind = "state";
        const ActorId made = shown.sample.intents.addActor(actor);
        QVERIFY(finished.wait(20'000));
        QVERIFY(shown.node(made) != Network::kNone);
        QCOMPARE(shown.edits(), std::size_t{2});  // the actor, and no more
    }
};

QTEST_MAIN(tst_network_view)
#include "tst_network_view.moc"
