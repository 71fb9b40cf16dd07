// SPDX-License-Identifier: GPL-3.0-or-later
// What the user does to the graph: layouts, moving, pinning, hiding, picks and the menus.
#include <algorithm>
#include <utility>

#include <QActionGroup>
#include <QMenu>

#include "app/network/layout_request.h"
#include "ui/bridge/post.h"
#include "ui/bridge/text.h"
#include "ui/views/network_chip.h"
#include "ui/views/network_view.h"

namespace dateline::ui {

namespace {

constexpr double kOtherShape = 1.15;  // sizes that differ by less share a layout
constexpr double kProgressStep = 0.02;
constexpr int kSmallestSide = 60;  // pixels; a canvas below has no size yet
constexpr std::size_t kMostKeptAlong = 2'000;

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
    LayoutRequest request =
        layoutRequestFor(snapshot, *m_whole, m_arrangement.all(), m_context.filter.asOf(), m_sizing,
                         m_canvas->measure(), wish);
    m_layoutActors.clear();
    for (const NetworkNode &node : m_whole->nodes())
        m_layoutActors.push_back(snapshot.actor(node.actor).id);
    m_layout = purpose;
    m_layoutKind = kind;
    m_arrangedFor = m_canvas->size();
    const std::uint64_t run = ++m_run;
    if (purpose == Layout::Asked)
        m_chip->showProgress(tr("Laying out the graph…"), 0);
    m_job.start([this, run, request = std::move(request)](std::stop_token stop) {
        double told = 0;
        LayoutResult result = layOut(request, stop, [this, run, &told](double share) {
            if (share < told + kProgressStep)
                return;
            told = share;
            post(this, [this, run, share] { showProgress(run, share); });
        });
        post(this, [this, run, result = std::move(result)] { takeLayout(run, result); });
    });
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
    m_layout = Layout::None;
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
        place(std::move(positions), tr("Lay out graph"));
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

// One undo step. The actors that no edit has placed yet are kept where they are seen, so that the
// picture around what was moved is the same when the file is opened again.
void NetworkView::keepMoved(const std::vector<std::uint32_t> &nodes)
{
    const NetworkContent &content = m_canvas->content();
    std::vector<ActorPosition> moved;
    for (const std::uint32_t node : nodes)
        moved.push_back(
            {actorOf(node), content.positions[node].x, content.positions[node].y, true});
    place(std::move(moved), tr("Place actors"));
}

void NetworkView::place(std::vector<ActorPosition> positions, const QString &editName)
{
    if (m_context.hub.isReadOnly()) {
        // It may be looked at otherwise, until the file is closed.
        for (const ActorPosition &position : positions)
            m_arrangement.setPreview(position.actor, {position.x, position.y});
        showContent();
        return;
    }
    const std::vector<ActorPosition> all = m_arrangement.all();
    if (all.size() <= kMostKeptAlong) {
        for (const ActorPosition &position : all) {
            const bool isNamed =
                std::any_of(positions.begin(), positions.end(), [&](const ActorPosition &other) {
                    return other.actor == position.actor;
                });
            if (!isNamed && !m_arrangement.isStored(position.actor))
                positions.push_back(position);
        }
    }
    if (!m_context.intents.placeActors(positions, editName))
        showContent();
}

void NetworkView::pin(ActorId actor)
{
    if (auto position = m_arrangement.find(actor)) {
        position->isPinned = true;
        place({*position}, tr("Pin actor"));
    }
}

void NetworkView::unpin(ActorId actor)
{
    m_context.intents.unpinActor(actor);
}

std::vector<ActorId> NetworkView::allNeighbours(ActorId actor) const
{
    const Snapshot &snapshot = *m_context.hub.snapshot();
    const ActorRow row = snapshot.actorRow(actor);
    std::vector<ActorId> neighbours;
    if (row.isNull() || m_whole->nodeOf(row) == Network::kNone)
        return neighbours;
    for (const std::uint32_t node : m_whole->neighboursOf(m_whole->nodeOf(row)))
        neighbours.push_back(snapshot.actor(m_whole->nodes()[node].actor).id);
    return neighbours;
}

void NetworkView::hideActor(ActorId actor)
{
    m_hidden.insert(actor);
    showContent();
}

void NetworkView::collapse(ActorId actor)
{
    for (const ActorId neighbour : allNeighbours(actor)) {
        const std::vector<ActorId> others = allNeighbours(neighbour);
        const bool isLeaf = std::all_of(others.begin(), others.end(), [&](ActorId other) {
            return other == actor || m_hidden.contains(other);
        });
        if (isLeaf)
            m_hidden.insert(neighbour);
    }
    showContent();
}

void NetworkView::expand(ActorId actor)
{
    for (const ActorId neighbour : allNeighbours(actor)) {
        m_hidden.erase(neighbour);
        if (m_only)
            m_only->insert(neighbour);
    }
    showContent();
}

void NetworkView::showOnlyAround(ActorId actor)
{
    std::unordered_set<ActorId> only{actor};
    for (const ActorId neighbour : allNeighbours(actor))
        only.insert(neighbour);
    m_only = std::move(only);
    m_hidden.clear();
    showContent();
}

void NetworkView::showAllActors()
{
    m_hidden.clear();
    m_only.reset();
    showContent();
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
    QAction *pinning =
        menu.addAction(isPinned ? tr("Unpin") : tr("Pin here"), this, [this, actor, isPinned] {
            if (isPinned)
                unpin(actor);
            else
                pin(actor);
        });
    pinning->setEnabled(canWrite);
    menu.addAction(tr("Hide"), this, [this, actor] { hideActor(actor); });
    menu.addSeparator();
    menu.addAction(tr("Collapse neighbourhood"), this, [this, actor] { collapse(actor); });
    const std::vector<ActorId> neighbours = allNeighbours(actor);
    QAction *expanding =
        menu.addAction(tr("Expand neighbourhood"), this, [this, actor] { expand(actor); });
    expanding->setEnabled(std::any_of(neighbours.begin(), neighbours.end(),
                                      [this](ActorId other) { return !isChosen(other); }));
    menu.addAction(tr("Show only neighbours"), this, [this, actor] { showOnlyAround(actor); });
    QAction *showing = menu.addAction(tr("Show all actors"), this, &NetworkView::showAllActors);
    showing->setEnabled(!m_hidden.empty() || m_only.has_value());
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
    QAction *relating = menu.addAction(tr("Add relation to…"), this,
                                       [this, actor] { startPick(Pick::RelationEnd, actor); });
    relating->setEnabled(canWrite);
}

void NetworkView::fillMenu(QMenu &menu)
{
    const auto layout = [this, &menu](const QString &text, LayoutKind kind, LayoutStart start) {
        menu.addAction(text, this, [this, kind, start] { startLayout(kind, start); });
    };
    layout(tr("Tidy up from here"), LayoutKind::ByLinks, LayoutStart::FromThere);
    layout(tr("Lay out afresh"), LayoutKind::ByLinks, LayoutStart::Afresh);
    layout(tr("Circle by kind"), LayoutKind::CircleByGroup, LayoutStart::Afresh);
    layout(tr("Columns by first appearance"), LayoutKind::LayersByGroup, LayoutStart::Afresh);
    menu.addSeparator();
    menu.addAction(tr("Fit"), this, &NetworkView::fit);
    QAction *showing = menu.addAction(tr("Show all actors"), this, &NetworkView::showAllActors);
    showing->setEnabled(!m_hidden.empty() || m_only.has_value());

    QMenu *links = menu.addMenu(tr("Links"));
    const auto toggle = [this, links](const QString &text, bool NetworkView::*choice) {
        QAction *action = links->addAction(text);
        action->setCheckable(true);
        action->setChecked(this->*choice);
        connect(action, &QAction::toggled, this, [this, choice](bool isOn) {
            this->*choice = isOn;
            showSnapshot();
        });
    };
    toggle(tr("Who took part in the same events"), &NetworkView::m_withSharedEvents);
    toggle(tr("Who holds a post where"), &NetworkView::m_withRoles);
    toggle(tr("Who quoted whom"), &NetworkView::m_withQuotations);

    QMenu *sizes = menu.addMenu(tr("Size of marks"));
    auto *group = new QActionGroup(sizes);
    const auto size = [this, sizes, group](const QString &text, NodeSizing sizing) {
        QAction *action = sizes->addAction(text);
        action->setCheckable(true);
        action->setChecked(m_sizing == sizing);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, sizing] {
            m_sizing = sizing;
            showContent();
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

// A link falls when all that it rests on does. Derived links of very many are left as they are:
// each would have to be looked up.
void NetworkView::showDoubt()
{
    NetworkMarks marks;
    const WhatIf &whatIf = m_context.whatIf;
    if (whatIf.doubted().empty())
        return m_canvas->setDoubted(std::move(marks));
    constexpr std::uint32_t kMostDerived = 3'000;
    const SnapshotPointer snapshot = m_context.hub.snapshot();
    const Network &shown = network();
    const RowSet all(snapshot->events->size(), true);
    const NetworkQuery asked = query(all);
    for (const ItemRef item : whatIf.doubted()) {
        const std::uint32_t node = shown.nodeOf(snapshot->actorRow(item.actor()));
        if (node != Network::kNone)
            marks.nodes.push_back(node);
    }
    for (std::uint32_t link = 0; link < shown.linkCount(); ++link) {
        const NetworkLink &row = shown.links()[link];
        bool falls = false;
        if (row.origin == LinkOrigin::Relation) {
            falls = whatIf.falls(snapshot->relations->id(row.relation));
        } else if (row.origin == LinkOrigin::Role) {
            falls = whatIf.falls(row.role);
        } else if (shown.linkCount() <= kMostDerived) {
            const std::vector<ItemRef> behind = itemsBehind(*snapshot, asked, shown, link);
            falls = !behind.empty() && std::all_of(behind.begin(), behind.end(), [&](ItemRef item) {
                return whatIf.falls(item);
            });
        }
        if (falls)
            marks.links.push_back(link);
    }
    m_canvas->setDoubted(std::move(marks));
}

}  // namespace dateline::ui
