// SPDX-License-Identifier: GPL-3.0-or-later
// What the user does to the graph: layouts, picks and the menus.
#include <algorithm>
#include <utility>

#include <QActionGroup>
#include <QMenu>

#include "app/base/background_work.h"
#include "app/base/heap_memory.h"
#include "app/network/fallen_part.h"
#include "app/network/layout_request.h"
#include "ui/bridge/post.h"
#include "ui/bridge/text.h"
#include "ui/views/network_chip.h"
#include "ui/views/network_view.h"

namespace dateline::ui {

namespace {

constexpr double kOtherShape = 1.05;  // sizes that differ by less share a layout
constexpr double kProgressStep = 0.02;
constexpr std::uint32_t kMostQuiet = 20'000;  // actors; more are laid out with a word and a Stop
constexpr int kSmallestSide = 60;             // pixels; a canvas below has no size yet

}  // namespace

// Actors without a place get one, beside those that have theirs. No edit.
void NetworkView::arrangeIfNeeded()
{
    const SnapshotPointer &snapshot = m_context.hub.snapshot();
    // While the links are still being gathered there is nothing to lay out.
    if (m_layout != Layout::None || (m_whole->nodeCount() == 0 && isLarge()) || !isVisible() ||
        m_canvas->width() < kSmallestSide || m_canvas->height() < kSmallestSide ||
        m_arrangement.isComplete(*snapshot))
        return;
    runLayout(Layout::Automatic, LayoutKind::ByLinks, LayoutStart::StayThere);
}

// Positions that nobody has touched follow the shape of the pane.
void NetworkView::arrangeForSize()
{
    arrangeIfNeeded();
    if (m_layout != Layout::None || m_arrangement.hasStored() || !m_canvas->isFitted() ||
        !m_arrangedFor.isValid() || m_canvas->width() < kSmallestSide ||
        m_canvas->height() < kSmallestSide)
        return;
    const double wider = static_cast<double>(m_canvas->width()) / m_arrangedFor.width();
    const double higher = static_cast<double>(m_canvas->height()) / m_arrangedFor.height();
    const auto isOther = [](double factor) { return std::max(factor, 1 / factor) > kOtherShape; };
    if (!isOther(wider) && !isOther(higher))
        return;
    runLayout(Layout::Automatic, LayoutKind::ByLinks, LayoutStart::Afresh);
}

void NetworkView::startLayout(LayoutKind kind, LayoutStart start)
{
    if (m_context.hub.snapshot()->actors->size() > 0)
        runLayout(Layout::Asked, kind, start);
}

void NetworkView::runLayout(Layout purpose, LayoutKind kind, LayoutStart start)
{
    const Snapshot &snapshot = *m_context.hub.snapshot();
    LayoutWish wish;
    wish.kind = kind;
    wish.startFrom = start;
    const PlaneBox margins = m_canvas->margins();
    wish.widthPx = m_canvas->width() - margins.left - margins.right;
    wish.heightPx = m_canvas->height() - margins.top - margins.bottom;
    if (kind == LayoutKind::RadialAround && !m_context.selection.items().empty() &&
        m_context.selection.items().back().kind == ItemKind::Actor)
        wish.around = m_context.selection.items().back().actor();
    m_layoutActors.clear();
    for (const NetworkNode &node : m_whole->nodes())
        m_layoutActors.push_back(snapshot.actor(node.actor).id);
    m_layout = purpose;
    m_layoutKind = kind;
    m_arrangedFor = m_canvas->size();
    const std::uint64_t run = ++m_run;
    const bool isShown = m_whole->nodeCount() > kMostQuiet;
    if (purpose == Layout::Asked || isShown)
        m_chip->showProgress(tr("Laying out the graph…"), 0);
    // The pairs of a million links are gathered beside the work. Widths of names, which only this
    // thread may ask for, belong to small graphs.
    const auto make = [snapshot = m_context.hub.snapshot(), whole = m_whole,
                       placed = m_arrangement.all(), asOf = m_context.filter.asOf(),
                       sizing = m_look.sizing, measure = m_canvas->measure(), wish] {
        return layoutRequestFor(*snapshot, *whole, placed, asOf, sizing, measure, wish);
    };
    std::optional<LayoutRequest> made;
    if (m_whole->nodeCount() <= kSmallGraph)
        made = make();
    m_job.start([this, run, make, made = std::move(made), purpose](std::stop_token stop) {
        if (purpose == Layout::Automatic && !made)
            yieldToOthers();  // long, and nobody has asked for it
        double told = 0;
        const auto progress = [this, run, &told](double share) {
            if (share < told + kProgressStep)
                return;
            told = share;
            post(this, [this, run, share] { showProgress(run, share); });
        };
        const auto firstViews = [this, run](const std::vector<Point> &positions) {
            post(this, [this, run, positions] { showFirstView(run, positions); });
        };
        LayoutResult result;
        {
            const LayoutRequest request = made ? *made : make();
            result = layOut(request, stop, progress, firstViews);
        }
        if (result.positions.size() > kMostQuiet)
            giveBackFreeHeap();
        post(this, [this, run, result = std::move(result)] { takeLayout(run, result); });
    });
}

// While the engine still works on a large graph, what it has is looked at already. It may be
// dragged about and zoomed, and is written nowhere.
void NetworkView::showFirstView(std::uint64_t run, const std::vector<Point> &positions)
{
    if (run != m_run || m_layout == Layout::None || positions.size() != m_whole->nodeCount())
        return;
    const NetworkContent &shown = m_canvas->content();
    if (shown.network != m_whole && shown.network->nodeCount() > 0)
        return;  // a part of the graph is shown: it waits for the end
    NetworkContent content;
    content.snapshot = m_context.hub.snapshot();
    content.network = m_whole;
    content.positions = positions;
    content.isPinned.assign(positions.size(), 0);
    content.isDimmed = dimmed(*m_whole);
    content.asOf = m_context.filter.asOf();
    content.sizing = m_look.sizing;
    m_canvas->setHint(QString());
    m_canvas->setContent(std::move(content));
    tellStatus();
}

// What a stopped layout has shown: actors without a place stay where they are seen; a layout that
// was asked for leaves everybody where they were.
void NetworkView::keepFirstView(Layout purpose)
{
    const NetworkContent &shown = m_canvas->content();
    if (shown.network != m_whole || shown.snapshot != m_context.hub.snapshot() ||
        m_whole->nodeCount() <= kSmallGraph || shown.positions.size() != m_layoutActors.size())
        return;
    if (purpose == Layout::Automatic)
        for (std::size_t i = 0; i < m_layoutActors.size(); ++i)
            if (!m_arrangement.isStored(m_layoutActors[i]))
                m_arrangement.place(m_layoutActors[i], shown.positions[i]);
    showContent();
}

void NetworkView::showProgress(std::uint64_t run, double share)
{
    if (run == m_run && m_layout != Layout::None)
        m_chip->showProgress(tr("Laying out the graph…"), share);
}

void NetworkView::stopLayout()
{
    if (m_layout == Layout::None)
        return;
    ++m_run;  // what is still on its way is stale
    m_job.cancel();
    const Layout purpose = std::exchange(m_layout, Layout::None);
    keepFirstView(purpose);
    m_chip->hide();
    showPathMarks();
    Q_EMIT layoutFinished();
}

void NetworkView::takeLayout(std::uint64_t run, const LayoutResult &result)
{
    if (run != m_run || m_layout == Layout::None)
        return;
    const Layout purpose = std::exchange(m_layout, Layout::None);
    m_chip->hide();
    const auto pinned = [this](ActorId actor) {
        const auto place = m_arrangement.find(actor);
        return place && place->isPinned;
    };
    if (purpose == Layout::Asked) {
        std::vector<ActorPosition> positions;
        for (std::size_t i = 0; i < m_layoutActors.size(); ++i)
            positions.push_back({m_layoutActors[i], result.positions[i].x, result.positions[i].y,
                                 pinned(m_layoutActors[i])});
        m_canvas->fit();
        keepLayout(std::move(positions), result.positions);
    } else {
        for (std::size_t i = 0; i < m_layoutActors.size(); ++i)
            if (!m_arrangement.isStored(m_layoutActors[i]))
                m_arrangement.place(m_layoutActors[i], result.positions[i]);
        showContent();
    }
    if (m_canvas->isFitted())
        m_canvas->fit();
    showPathMarks();
    Q_EMIT layoutFinished();
    arrangeIfNeeded();  // actors may have come while it ran
}

void NetworkView::startPick(Pick pick, ActorId from)
{
    m_path.reset();
    m_canvas->setSpotlight({});
    m_pick = pick;
    m_pickFrom = from;
    const Actor *actor = m_context.hub.snapshot()->actor(from);
    const QString name = actor ? toQString(actor->name) : QString();
    m_chip->showMessage(pick == Pick::PathEnd
                            ? tr("Shortest path from %1: click where it should lead.").arg(name)
                            : tr("Relation from %1: click the other actor.").arg(name),
                        NetworkChip::Button::Cancel);
}

void NetworkView::endPick()
{
    if (m_pick == Pick::None)
        return;
    m_pick = Pick::None;
    m_chip->hide();
}

void NetworkView::finishPick(ActorId to)
{
    const Pick pick = m_pick;
    const ActorId from = m_pickFrom;
    if (to == from)
        return;
    endPick();
    if (pick == Pick::PathEnd)
        showPath(from, to);
    else
        Q_EMIT relationRequested(from, to);
}

void NetworkView::fillNodeMenu(QMenu &menu, ActorId actor)
{
    const auto place = m_arrangement.find(actor);
    const bool canWrite = !m_context.hub.isReadOnly();
    const bool isPinned = place && place->isPinned;
    std::vector<ActorId> picked = pickedActors();
    if (std::find(picked.begin(), picked.end(), actor) == picked.end())
        picked = {actor};
    QAction *pinning =
        menu.addAction(isPinned ? tr("Unpin") : tr("Pin here"), this, [this, actor, isPinned] {
            if (isPinned)
                unpin(actor);
            else
                pin(actor);
        });
    pinning->setEnabled(canWrite);
    menu.addAction(picked.size() > 1 ? tr("Hide these %1").arg(picked.size()) : tr("Hide"), this,
                   [this, picked] { hideActors(picked); });
    addArrangeEntries(menu, actor);
    menu.addSeparator();
    menu.addAction(tr("Collapse neighbourhood"), this, [this, actor] { collapse(actor); });
    const std::vector<ActorId> neighbours = allNeighbours(actor);
    QAction *expanding =
        menu.addAction(tr("Expand neighbourhood"), this, [this, actor] { expand(actor); });
    expanding->setEnabled(std::any_of(neighbours.begin(), neighbours.end(),
                                      [this](ActorId other) { return !m_choice.isShown(other); }));
    menu.addAction(tr("Show only neighbours"), this, [this, actor] { showOnlyAround(actor); });
    QAction *showing = menu.addAction(tr("Show all actors"), this, &NetworkView::showAllActors);
    showing->setEnabled(m_choice.hides());
    menu.addSeparator();
    menu.addAction(tr("Shortest path to…"), this,
                   [this, actor] { startPick(Pick::PathEnd, actor); });
    const std::vector<ItemRef> &selected = m_context.selection.items();
    if (selected.size() == 1 && selected.front().kind == ItemKind::Actor &&
        selected.front().actor() != actor) {
        const ActorId from = selected.front().actor();
        if (const Actor *other = m_context.hub.snapshot()->actor(from))
            menu.addAction(tr("Shortest path from %1").arg(toQString(other->name)), this,
                           [this, from, actor] { showPath(from, actor); });
    }
    addAskEntries(*menu.addMenu(tr("Ask")), actor);
    QAction *relating = menu.addAction(tr("Add relation to…"), this,
                                       [this, actor] { startPick(Pick::RelationEnd, actor); });
    relating->setEnabled(canWrite);
}

// Answers come as a list, elsewhere; the other actor is the one that is selected.
void NetworkView::addAskEntries(QMenu &menu, ActorId actor)
{
    const auto add = [this, &menu](const QString &text, QuestionKind kind, ActorId from,
                                   ActorId to) {
        menu.addAction(text, this, [this, kind, from, to] { Q_EMIT asked(kind, from, to); });
    };
    add(tr("Who is around"), QuestionKind::Neighbourhood, actor, {});
    const ActorId other = m_context.selection.current().actor();
    const Actor *selected = other != actor ? m_context.hub.snapshot()->actor(other) : nullptr;
    if (selected == nullptr)
        return;
    const QString name = toQString(selected->name);
    add(tr("All shortest ways from %1").arg(name), QuestionKind::ShortestPaths, other, actor);
    add(tr("Ways from %1 whose dates advance").arg(name), QuestionKind::AdvancingPaths, other,
        actor);
    add(tr("Whom it shares with %1").arg(name), QuestionKind::CommonNeighbours, other, actor);
}

void NetworkView::fillMenu(QMenu &menu)
{
    const auto layout = [this, &menu](const QString &text, LayoutKind kind, LayoutStart start) {
        menu.addAction(text, this, [this, kind, start] { startLayout(kind, start); });
    };
    layout(tr("Tidy up from here"), LayoutKind::ByLinks, LayoutStart::FromThere);
    layout(tr("Lay out afresh"), LayoutKind::ByLinks, LayoutStart::Afresh);
    layout(tr("Rings around the selected actor"), LayoutKind::RadialAround, LayoutStart::Afresh);
    layout(tr("Circle by community"), LayoutKind::CircleByCommunity, LayoutStart::Afresh);
    layout(tr("Circle by kind"), LayoutKind::CircleByGroup, LayoutStart::Afresh);
    layout(tr("Grid by kind"), LayoutKind::GridByGroup, LayoutStart::Afresh);
    layout(tr("Columns by first appearance"), LayoutKind::LayersByGroup, LayoutStart::Afresh);
    menu.addSeparator();
    menu.addAction(tr("Fit"), this, &NetworkView::fit);
    QAction *showing = menu.addAction(tr("Show all actors"), this, &NetworkView::showAllActors);
    showing->setEnabled(m_choice.hides());

    QAction *matrix =
        menu.addAction(tr("As a matrix"), this, [this] { setMatrixShown(!m_isMatrix); });
    matrix->setCheckable(true);
    matrix->setChecked(m_isMatrix);
    QAction *strip =
        menu.addAction(tr("Time strip"), this, [this] { setStripShown(!m_isStripWanted); });
    strip->setCheckable(true);
    strip->setChecked(m_isStripWanted);

    QAction *communities = menu.addAction(tr("Communities"));
    communities->setCheckable(true);
    communities->setChecked(m_look.withCommunities);
    connect(communities, &QAction::toggled, this, &NetworkView::setCommunitiesShown);

    QMenu *links = menu.addMenu(tr("Links"));
    const auto toggle = [this, links](const QString &text, bool GraphLook::*choice) {
        QAction *action = links->addAction(text);
        action->setCheckable(true);
        action->setChecked(m_look.*choice);
        connect(action, &QAction::toggled, this, [this, choice](bool isOn) {
            GraphLook look = m_look;
            look.*choice = isOn;
            setLook(look);
        });
    };
    toggle(tr("Who took part in the same events"), &GraphLook::withSharedEvents);
    toggle(tr("Who holds a post where"), &GraphLook::withRoles);
    toggle(tr("Who quoted whom"), &GraphLook::withQuotations);

    QMenu *sizes = menu.addMenu(tr("Size of marks"));
    auto *group = new QActionGroup(sizes);
    const auto size = [this, sizes, group](const QString &text, NodeSizing sizing) {
        QAction *action = sizes->addAction(text);
        action->setCheckable(true);
        action->setChecked(m_look.sizing == sizing);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, sizing] {
            GraphLook look = m_look;
            look.sizing = sizing;
            setLook(look);
        });
    };
    size(tr("By number of links"), NodeSizing::ByLinks);
    size(tr("By number of events"), NodeSizing::ByEvents);
    size(tr("All alike"), NodeSizing::Equal);
}

void NetworkView::showMenu(const NetworkHit &hit, const QPoint &globalPlace)
{
    if (m_context.hub.snapshot()->actors->size() == 0)
        return;
    QMenu menu(this);
    if (hit.node != Network::kNone)
        fillNodeMenu(menu, actorOf(hit.node));
    else
        fillMenu(menu);
    menu.exec(globalPlace);
}

void NetworkView::showDoubt()
{
    const WhatIf &whatIf = m_context.whatIf;
    if (whatIf.doubted().empty())
        return m_canvas->setDoubted({});
    const Snapshot &snapshot = *m_context.hub.snapshot();
    const RowSet all(snapshot.events->size(), true);
    NetworkPart part = fallenPart(snapshot, query(all), network(), whatIf.doubted(),
                                  [&whatIf](ItemRef item) { return whatIf.falls(item); });
    m_canvas->setDoubted({std::move(part.nodes), std::move(part.links)});
}

}  // namespace dateline::ui
