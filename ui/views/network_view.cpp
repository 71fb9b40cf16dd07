// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/network_view.h"

#include <algorithm>

#include <QMenu>
#include <QVBoxLayout>

#include "ui/bridge/post.h"
#include "ui/bridge/text.h"
#include "ui/views/network_chip.h"
#include "ui/views/network_texts.h"

namespace dateline::ui {

namespace {

constexpr double kZoomStep = 1.25;
constexpr int kSizeMilliseconds = 250;
// Rows of participations and relations from which links are gathered off the GUI thread.
constexpr std::size_t kManyRows = 100'000;

}  // namespace

NetworkView::NetworkView(const ViewContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_canvas(new NetworkCanvas(this)),
      m_chip(new NetworkChip(m_canvas)), m_whole(std::make_shared<const Network>())
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_canvas);
    setFocusProxy(m_canvas);
    wireCanvas();
    connect(m_chip, &NetworkChip::dismissed, this, [this] {
        if (m_layout != Layout::None)
            stopLayout();
        else if (m_pick != Pick::None)
            endPick();
        else
            clearPath();
    });
    connect(&m_context.hub, &SessionHub::opened, this, &NetworkView::showFile);
    connect(&m_context.hub, &SessionHub::snapshotChanged, this, &NetworkView::follow);
    // With another snapshot, the hub itself is about to tell what has changed.
    connect(&m_context.filter, &ViewFilter::changed, this, [this] {
        if (m_context.hub.snapshot() == m_seen)
            showContent();
    });
    connect(&m_context.filter, &ViewFilter::asOfChanged, this, &NetworkView::showContent);
    connect(&m_context.filter, &ViewFilter::appearanceChanged, this, &NetworkView::showContent);
    connect(&m_context.selection, &Selection::changed, this, &NetworkView::showSelection);
    connect(&m_context.whatIf, &WhatIf::changed, this, &NetworkView::showDoubt);
    m_sizeDelay.setSingleShot(true);
    m_sizeDelay.setInterval(kSizeMilliseconds);
    connect(&m_sizeDelay, &QTimer::timeout, this, &NetworkView::arrangeForSize);
    showSnapshot();
}

NetworkView::~NetworkView()
{
    m_job.cancel();
    m_contentJob.cancel();
    m_wholeJob.cancel();
}

void NetworkView::wireCanvas()
{
    connect(m_canvas, &NetworkCanvas::clicked, this, &NetworkView::click);
    connect(m_canvas, &NetworkCanvas::reached, this, [this](std::uint32_t node) {
        click({node, Network::kNone}, Qt::NoModifier);
        m_canvas->reveal({node});
    });
    connect(m_canvas, &NetworkCanvas::opened, this, [this](std::uint32_t node) {
        if (m_pick != Pick::None)
            finishPick(actorOf(node));
        else
            Q_EMIT openRequested(actorOf(node));
    });
    connect(m_canvas, &NetworkCanvas::nodesMoved, this, &NetworkView::keepMoved);
    connect(m_canvas, &NetworkCanvas::menuRequested, this, &NetworkView::showMenu);
    connect(m_canvas, &NetworkCanvas::cancelled, this, [this] {
        if (m_pick != Pick::None)
            endPick();
        else if (m_path)
            clearPath();
        else
            m_context.selection.clear();
    });
    connect(m_canvas, &NetworkCanvas::resized, this, [this] { m_sizeDelay.start(); });
}

void NetworkView::zoomIn()
{
    m_canvas->zoomBy(kZoomStep);
}

void NetworkView::zoomOut()
{
    m_canvas->zoomBy(1 / kZoomStep);
}

void NetworkView::fit()
{
    m_canvas->fit();
}

void NetworkView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    arrangeIfNeeded();
}

void NetworkView::showFile()
{
    stopLayout();
    m_arrangement.clear();
    m_hidden.clear();
    m_only.reset();
    m_path.reset();
    m_pick = Pick::None;
    m_chip->hide();
    m_arrangedFor = QSize();
    m_whole = std::make_shared<const Network>();
    NetworkContent nothing;
    nothing.snapshot = m_context.hub.snapshot();
    nothing.network = m_whole;
    m_canvas->setContent(std::move(nothing));
    m_canvas->fit();
}

// A date or a title makes and ends no link: then the network stays, and a million rows are left
// alone.
void NetworkView::follow(const ChangeSet &changes)
{
    const SnapshotPointer next = m_context.hub.snapshot();
    const SnapshotPointer before = m_seen;
    const bool areEventsAlone =
        before && !changes.isEmpty() && changes.added.empty() && changes.removed.empty() &&
        std::all_of(changes.changed.begin(), changes.changed.end(),
                    [](ItemRef item) { return item.kind == ItemKind::Event; }) &&
        next->actors == before->actors && next->relations == before->relations &&
        next->roles == before->roles && next->claims == before->claims &&
        next->views == before->views && next->events->size() == before->events->size();
    const bool isOfAllEvents = m_context.filter.filter().isEmpty() && !m_context.filter.asOf();
    if (!areEventsAlone || !isOfAllEvents || m_isGathering ||
        m_canvas->content().snapshot != before) {
        showSnapshot();
        return;
    }
    m_seen = next;
    NetworkContent content = m_canvas->content();
    content.snapshot = next;
    m_canvas->setContent(std::move(content));
}

void NetworkView::showSnapshot()
{
    const SnapshotPointer &snapshot = m_context.hub.snapshot();
    m_seen = snapshot;
    m_arrangement.readStored(*snapshot);
    NetworkQuery everything;
    everything.withSharedEvents = m_withSharedEvents;
    everything.withRoles = m_withRoles;
    everything.withQuotations = m_withQuotations;
    const std::uint64_t run = ++m_wholeRun;
    m_wholeJob.cancel();
    if (!isLarge()) {
        takeWhole(std::make_shared<const Network>(buildNetwork(*snapshot, everything)));
        return;
    }
    m_whole = std::make_shared<const Network>();
    showContent();
    m_wholeJob.start([this, run, snapshot = snapshot, everything](std::stop_token stop) {
        auto whole = std::make_shared<const Network>(buildNetwork(*snapshot, everything));
        if (!stop.stop_requested())
            post(this, [this, run, whole = std::move(whole)] {
                if (run == m_wholeRun)
                    takeWhole(whole);
            });
    });
}

void NetworkView::takeWhole(std::shared_ptr<const Network> whole)
{
    m_whole = std::move(whole);
    if (!isLarge())
        showContent();
    arrangeIfNeeded();
}

bool NetworkView::isLarge() const
{
    const Snapshot &snapshot = *m_context.hub.snapshot();
    return snapshot.participations->size() + snapshot.relations->size() > kManyRows;
}

// Who may be shown before single actors are hidden: what the filter leaves, or all where what it
// leaves out is only dimmed.
std::vector<ActorRow> NetworkView::candidates(const RowSet &all) const
{
    const Snapshot &snapshot = *m_context.hub.snapshot();
    if (m_context.filter.filteredOut() == ViewFilter::FilteredOut::Hidden)
        return actorsShown(m_context.filter.filter(), m_context.filter.shown(), snapshot);
    return actorsShown(Filter{}, all, snapshot);
}

bool NetworkView::isChosen(ActorId actor) const
{
    return !m_hidden.contains(actor) && (!m_only || m_only->contains(actor));
}

NetworkQuery NetworkView::query(const RowSet &all) const
{
    const Snapshot &snapshot = *m_context.hub.snapshot();
    const bool hides = m_context.filter.filteredOut() == ViewFilter::FilteredOut::Hidden;
    NetworkQuery query;
    query.events = hides ? &m_context.filter.shown() : nullptr;
    query.asOf = m_context.filter.asOf();
    if (hides)
        query.range = m_context.filter.filter().range;
    query.withSharedEvents = m_withSharedEvents;
    query.withRoles = m_withRoles;
    query.withQuotations = m_withQuotations;
    std::vector<ActorRow> actors = candidates(all);
    std::erase_if(actors, [&](ActorRow row) {
        const ActorId actor = snapshot.actor(row).id;
        return !isChosen(actor) || !m_arrangement.find(actor);
    });
    query.actors = std::move(actors);
    return query;
}

std::vector<std::uint8_t> NetworkView::dimmed(const Network &network) const
{
    std::vector<std::uint8_t> flags(network.nodeCount(), 0);
    if (m_context.filter.filteredOut() != ViewFilter::FilteredOut::Dimmed)
        return flags;
    std::fill(flags.begin(), flags.end(), std::uint8_t{1});
    for (const ActorRow row : actorsShown(m_context.filter.filter(), m_context.filter.shown(),
                                          *m_context.hub.snapshot()))
        if (const std::uint32_t node = network.nodeOf(row); node != Network::kNone)
            flags[node] = 0;
    return flags;
}

void NetworkView::showContent()
{
    const SnapshotPointer &snapshot = m_context.hub.snapshot();
    const RowSet all(snapshot->events->size(), true);
    NetworkContent content;
    content.snapshot = snapshot;
    content.asOf = m_context.filter.asOf();
    content.sizing = m_sizing;
    const std::uint64_t run = ++m_contentRun;
    m_contentJob.cancel();
    m_isGathering = false;
    NetworkQuery wanted = query(all);
    if (!isLarge() || (wanted.actors && wanted.actors->empty())) {
        content.network = std::make_shared<const Network>(buildNetwork(*snapshot, wanted));
        takeContent(std::move(content));
        return;
    }
    // The worker may outlive the filter's own set of rows.
    m_isGathering = true;
    auto events = wanted.events ? std::make_shared<const RowSet>(*wanted.events) : nullptr;
    wanted.events = events.get();
    m_contentJob.start([this, run, content = std::move(content), wanted = std::move(wanted),
                        events = std::move(events)](std::stop_token stop) mutable {
        content.network = std::make_shared<const Network>(buildNetwork(*content.snapshot, wanted));
        if (!stop.stop_requested())
            post(this, [this, run, content = std::move(content)] {
                if (run != m_contentRun)
                    return;
                m_isGathering = false;
                takeContent(content);
            });
    });
}

void NetworkView::takeContent(NetworkContent content)
{
    const SnapshotPointer snapshot = content.snapshot;
    for (const NetworkNode &node : content.network->nodes()) {
        // One that was moved out of the arrangement meanwhile stands in the middle until the next.
        const auto place = m_arrangement.find(snapshot->actor(node.actor).id);
        content.positions.push_back(place ? Point{place->x, place->y} : Point{});
        content.isPinned.push_back(place && place->isPinned);
    }
    content.isDimmed = dimmed(*content.network);
    if (snapshot->actors->size() == 0)
        m_canvas->setHint(tr("No actors yet. Insert > Actor makes one; an event or a relation "
                             "then ties it to others."));
    else if (m_layout == Layout::Automatic)
        m_canvas->setHint(QString());
    else
        m_canvas->setHint(tr("The filter leaves no actor. Change it in the status bar, or choose "
                             "View > Show all actors here."));
    m_canvas->setContent(std::move(content));
    showSelection();
    showDoubt();
    showPathMarks();

    const std::size_t shown = network().nodeCount();
    const QString status = networkStatus(shown, snapshot->actors->size(), m_context.filter.asOf());
    if (status == m_status)
        return;
    m_status = status;
    Q_EMIT statusChanged(status);
}

QString NetworkView::statusText() const
{
    return m_status;
}

ActorId NetworkView::actorOf(std::uint32_t node) const
{
    return shownSnapshot().actor(network().nodes()[node].actor).id;
}

// Actors as themselves; an event as those who take part in it; a relation as its link; claims and
// annotations as what they are about.
void NetworkView::showSelection()
{
    const Snapshot &snapshot = shownSnapshot();
    const Network &shown = network();
    NetworkMarks marks;
    std::vector<std::uint32_t> picked;
    const auto addNode = [&](ActorId actor) {
        const ActorRow row = snapshot.actorRow(actor);
        const std::uint32_t node = row.isNull() ? Network::kNone : shown.nodeOf(row);
        if (node != Network::kNone &&
            std::find(marks.nodes.begin(), marks.nodes.end(), node) == marks.nodes.end())
            marks.nodes.push_back(node);
        return node;
    };
    const auto addItem = [&](ItemRef item) {
        if (item.kind == ItemKind::Actor) {
            if (const std::uint32_t node = addNode(item.actor()); node != Network::kNone)
                picked.push_back(node);
        } else if (item.kind == ItemKind::Relation) {
            const RelationRow row = snapshot.relations->rowOf(item.relation());
            const std::uint32_t link = row.isNull() ? Network::kNone : shown.linkOf(row);
            if (link != Network::kNone)
                marks.links.push_back(link);
        } else if (item.kind == ItemKind::Event) {
            const EventRow row = snapshot.events->rowOf(item.event());
            if (!row.isNull())
                for (const auto &entry : snapshot.participations->ofEvent(row))
                    addNode(snapshot.actor(entry.actor).id);
        } else if (item.kind == ItemKind::Role) {
            if (const Role *role = snapshot.roles->find(item.role()))
                addNode(role->actor);
        }
    };
    for (const ItemRef item : m_context.selection.items()) {
        if (item.kind == ItemKind::Claim) {
            if (const Claim *claim = snapshot.claims->find(item.claim()))
                addItem(claim->about);
        } else if (item.kind == ItemKind::Annotation) {
            for (const Claim &claim : *snapshot.claims)
                if (claim.annotation == item.annotation())
                    addItem(claim.about);
        } else {
            addItem(item);
        }
    }
    std::vector<std::uint32_t> seen = marks.nodes;
    for (const std::uint32_t link : marks.links) {
        seen.push_back(shown.links()[link].from);
        seen.push_back(shown.links()[link].to);
    }
    m_canvas->setSelected(std::move(marks), std::move(picked));
    if (!m_isPicking)
        m_canvas->reveal(seen);
}

void NetworkView::click(const NetworkHit &hit, Qt::KeyboardModifiers modifiers)
{
    if (m_pick != Pick::None && hit.node != Network::kNone && !(modifiers & Qt::ControlModifier)) {
        finishPick(actorOf(hit.node));
        return;
    }
    if (hit.node != Network::kNone) {
        pickItems({actorOf(hit.node)}, modifiers);
    } else if (hit.link != Network::kNone) {
        const RowSet all(m_context.hub.snapshot()->events->size(), true);
        pickItems(itemsBehind(*m_context.hub.snapshot(), query(all), network(), hit.link),
                  modifiers);
    } else if (!(modifiers & Qt::ControlModifier)) {
        m_context.selection.clear();
    }
}

void NetworkView::pickItems(const std::vector<ItemRef> &items, Qt::KeyboardModifiers modifiers)
{
    m_isPicking = true;
    if (modifiers & Qt::ControlModifier) {
        for (const ItemRef item : items)
            m_context.selection.toggle(item);
    } else {
        m_context.selection.setItems(items);
    }
    m_isPicking = false;
}

bool NetworkView::showPath(ActorId from, ActorId to)
{
    endPick();
    m_path = Path{from, to};
    showPathMarks();
    return !m_canvas->spotlight().isEmpty();
}

void NetworkView::clearPath()
{
    m_path.reset();
    m_canvas->setSpotlight({});
    if (m_layout == Layout::None)
        m_chip->hide();
}

void NetworkView::showPathMarks()
{
    if (!m_path)
        return;
    const Snapshot &snapshot = shownSnapshot();
    const auto nodeOf = [&](ActorId actor) {
        const ActorRow row = snapshot.actorRow(actor);
        return row.isNull() ? Network::kNone : network().nodeOf(row);
    };
    const std::uint32_t from = nodeOf(m_path->from);
    const std::uint32_t to = nodeOf(m_path->to);
    const ShortestPaths paths = from == Network::kNone || to == Network::kNone
                                    ? ShortestPaths{}
                                    : shortestPaths(network(), from, to);
    NetworkMarks marks;
    marks.nodes = paths.allNodes;
    marks.links = paths.links;
    m_canvas->setSpotlight(std::move(marks));
    if (m_layout != Layout::None)
        return;
    const auto nameOf = [&](ActorId actor) {
        const Actor *row = snapshot.actor(actor);
        return row ? toQString(row->name) : tr("somebody who is gone");
    };
    m_chip->showMessage(paths.nodes.empty() ? tr("No links that are shown lead from %1 to %2.")
                                                  .arg(nameOf(m_path->from), nameOf(m_path->to))
                                            : pathText(snapshot, network(), paths),
                        NetworkChip::Button::Close);
}

}  // namespace dateline::ui
