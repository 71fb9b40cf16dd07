// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/network_view.h"

#include <algorithm>

#include <QLocale>
#include <QMenu>
#include <QVBoxLayout>

#include "app/base/background_work.h"
#include "app/network/network_builder.h"
#include "app/network/network_edits.h"
#include "ui/bridge/post.h"
#include "ui/bridge/text.h"
#include "ui/paint/network_picture.h"
#include "ui/views/cross_fade.h"
#include "ui/views/matrix_canvas.h"
#include "ui/views/network_chip.h"
#include "ui/views/network_texts.h"
#include "ui/views/time_strip.h"

namespace dateline::ui {

namespace {

constexpr double kZoomStep = 1.25;
constexpr int kSizeMilliseconds = 250;
// Rows of participations and relations from which links are gathered off the GUI thread.
constexpr std::size_t kManyRows = 100'000;
constexpr std::uint32_t kMostFading = 2'000;  // marks; the picture of more takes too long

// What a worker needs to know who is shown: of a million rows, finding that is its work, too.
struct Gathering {
    Filter filter;
    std::shared_ptr<const RowSet> events;  // that pass the filter; null: it hides nothing
    ShownGraph shown;
    std::shared_ptr<const BitSet> placed;  // rows of actors

    NetworkQuery query(const Snapshot &snapshot, RowSet &windowEvents) const
    {
        const RowSet none;
        std::vector<ActorRow> actors =
            events ? actorsShown(filter, *events, snapshot) : actorsShown({}, none, snapshot);
        std::erase_if(actors, [this](ActorRow row) { return !placed->contains(row.value); });
        return queryFor(snapshot, shown, events.get(), std::move(actors), windowEvents);
    }
};

Gathering gatheringOf(const ViewContext &context, const NetworkArrangement &arrangement,
                      ShownGraph shown)
{
    Gathering wish;
    if (context.filter.filteredOut() == ViewFilter::FilteredOut::Hidden) {
        wish.filter = context.filter.filter();
        wish.events = context.filter.sharedShown();
    }
    wish.shown = std::move(shown);
    wish.placed = arrangement.placed(*context.hub.snapshot());
    return wish;
}

}  // namespace

NetworkView::NetworkView(const ViewContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_canvas(new NetworkCanvas(this)),
      m_chip(new NetworkChip(m_canvas)), m_matrix(new MatrixCanvas(this)),
      m_strip(new TimeStrip(context)), m_fade(new CrossFade(m_canvas)),
      m_whole(std::make_shared<const Network>())
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_canvas, 1);
    column->addWidget(m_matrix, 1);
    m_matrix->hide();
    wireMatrix();
    column->addWidget(m_strip);
    connect(m_strip, &TimeStrip::windowChanged, this, &NetworkView::showContent);
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
    m_communityJob.cancel();
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
        else if (m_path || !m_lit.actors.empty())
            clearPath();
        else
            m_context.selection.clear();
    });
    connect(m_canvas, &NetworkCanvas::resized, this, [this] { m_sizeDelay.start(); });
}

void NetworkView::wireMatrix()
{
    connect(m_matrix, &MatrixCanvas::nodePressed, this,
            [this](std::uint32_t node, Qt::KeyboardModifiers modifiers) {
                click({node, Network::kNone}, modifiers);
            });
    connect(m_matrix, &MatrixCanvas::linksPressed, this,
            [this](const std::vector<std::uint32_t> &links, Qt::KeyboardModifiers modifiers) {
                pickLinks(links, modifiers);
            });
    connect(m_matrix, &MatrixCanvas::nothingPressed, this, [this](Qt::KeyboardModifiers modifiers) {
        click({Network::kNone, Network::kNone}, modifiers);
    });
    connect(m_matrix, &MatrixCanvas::menuRequested, this, &NetworkView::showMenu);
    connect(m_matrix, &MatrixCanvas::cancelled, this, [this] { m_context.selection.clear(); });
}

void NetworkView::setMatrixShown(bool isShown)
{
    if (isShown == m_isMatrix)
        return;
    m_isMatrix = isShown;
    m_canvas->setVisible(!isShown);
    m_matrix->setVisible(isShown);
    QWidget *shown = isShown ? static_cast<QWidget *>(m_matrix) : m_canvas;
    setFocusProxy(shown);
    if (isShown) {
        m_matrix->setContent(m_canvas->content());
        showSelection();
    }
    Q_EMIT matrixShown(isShown);
}

void NetworkView::zoomIn()
{
    if (m_isMatrix)
        m_matrix->zoomBy(kZoomStep);
    else
        m_canvas->zoomBy(kZoomStep);
}

void NetworkView::zoomOut()
{
    if (m_isMatrix)
        m_matrix->zoomBy(1 / kZoomStep);
    else
        m_canvas->zoomBy(1 / kZoomStep);
}

void NetworkView::fit()
{
    m_canvas->fit();
    m_matrix->fit();
}

void NetworkView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    arrangeIfNeeded();
}

void NetworkView::setStripShown(bool isShown)
{
    m_isStripWanted = isShown;
    updateStrip();
}

void NetworkView::updateStrip()
{
    m_strip->setVisible(m_isStripWanted && !datedExtent(*m_context.hub.snapshot()).isEmpty());
}

void NetworkView::showFile()
{
    stopLayout();
    m_arrangement.clear();
    m_view = kDefaultView;
    m_choice = {};
    m_settings.clear();
    const SavedView *saved = m_context.hub.snapshot()->views->find(m_view);
    m_look = saved ? graphLookIn(saved->settings) : GraphLook{};
    m_path.reset();
    m_lit = {};
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

// A date, a title, a claim about an event make and end no link: then the network stays, and a
// million rows are left alone.
void NetworkView::follow(const ChangeSet &changes)
{
    const SnapshotPointer next = m_context.hub.snapshot();
    const SnapshotPointer before = m_seen;
    // A place, a pin, a group, who is hidden: all ties stay.
    if (before && next->actors == before->actors && next->relations == before->relations &&
        next->roles == before->roles && next->claims == before->claims &&
        next->events == before->events && next->participations == before->participations &&
        next->decisions == before->decisions && m_whole->nodeCount() > 0) {
        m_seen = next;
        readView();
        showContent();
        arrangeIfNeeded();
        return;
    }
    const bool isOfAllEvents = m_context.filter.filter().isEmpty() && !m_context.filter.asOf();
    if (!before || !isNetworkKept(changes, *before, *next, m_look.withQuotations) ||
        !isOfAllEvents || m_isGathering || m_canvas->content().snapshot != before) {
        showSnapshot();
        return;
    }
    m_seen = next;
    m_canvas->setSnapshot(next);
}

void NetworkView::showSnapshot()
{
    const SnapshotPointer &snapshot = m_context.hub.snapshot();
    m_seen = snapshot;
    readView();
    NetworkQuery everything;
    everything.withSharedEvents = m_look.withSharedEvents;
    everything.withRoles = m_look.withRoles;
    everything.withQuotations = m_look.withQuotations;
    const std::uint64_t run = ++m_wholeRun;
    m_wholeJob.cancel();
    if (!isLarge()) {
        takeWhole(std::make_shared<const Network>(buildNetwork(*snapshot, everything)));
        return;
    }
    m_whole = std::make_shared<const Network>();
    showContent();
    m_wholeJob.start([this, run, snapshot = snapshot, everything](std::stop_token stop) {
        yieldToOthers();  // the timeline comes first
        auto whole = std::make_shared<const Network>(buildNetwork(*snapshot, everything, stop));
        if (!stop.stop_requested())
            post(this, [this, run, whole = std::move(whole)] {
                if (run == m_wholeRun)
                    takeWhole(whole);
            });
    });
}

// A view that was undone is gone: then the one that the file opens with is shown.
void NetworkView::readView()
{
    const Snapshot &snapshot = *m_context.hub.snapshot();
    const SavedView *saved = snapshot.views->find(m_view);
    if (saved == nullptr && m_view != kDefaultView) {
        m_view = kDefaultView;
        m_settings.clear();
        m_choice = {};
        saved = snapshot.views->find(m_view);
        Q_EMIT viewChanged();
    }
    m_arrangement.readStored(snapshot, m_view);
    updateStrip();
    if (saved != nullptr && saved->settings != m_settings) {
        m_settings = saved->settings;
        m_choice = graphChoiceIn(m_settings);
    }
}

void NetworkView::openView(ViewId view)
{
    const SavedView *saved = m_context.hub.snapshot()->views->find(view);
    if (saved == nullptr)
        return;
    const GraphLook look = graphLookIn(saved->settings);
    if (view == m_view) {
        setLook(look);
        return;
    }
    stopLayout();
    m_view = view;
    m_settings.clear();
    m_choice = {};
    m_arrangement.forgetPreview();
    readView();
    const bool hasSameLinks = look.hasSameLinks(m_look);
    m_look = look;
    if (hasSameLinks)
        showContent();
    else
        showSnapshot();
    fit();
    arrangeIfNeeded();
    Q_EMIT viewChanged();
}

void NetworkView::setLook(const GraphLook &look)
{
    if (look == m_look)
        return;
    const bool hasSameLinks = look.hasSameLinks(m_look);
    m_look = look;
    if (!hasSameLinks)
        return showSnapshot();
    // The same marks and links: nothing is gathered again.
    m_communityJob.cancel();
    NetworkContent content = m_canvas->content();
    content.sizing = m_look.sizing;
    if (!m_look.withCommunities)
        content.communities.reset();
    m_canvas->setContent(std::move(content));
    if (m_look.withCommunities && !m_canvas->content().communities)
        showCommunities();
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

ShownGraph NetworkView::shown() const
{
    ShownGraph shown;
    shown.choice = m_choice;
    shown.look = m_look;
    shown.asOf = m_context.filter.asOf();
    if (m_context.filter.filteredOut() == ViewFilter::FilteredOut::Hidden)
        shown.range = m_context.filter.filter().range;
    shown.windowSeconds = m_strip->windowSeconds();
    return shown;
}

NetworkQuery NetworkView::query(const RowSet &all) const
{
    const Snapshot &snapshot = *m_context.hub.snapshot();
    const bool hides = m_context.filter.filteredOut() == ViewFilter::FilteredOut::Hidden;
    std::vector<ActorRow> actors = candidates(all);
    std::erase_if(actors,
                  [&](ActorRow row) { return !m_arrangement.find(snapshot.actor(row).id); });
    return queryFor(snapshot, shown(), hides ? &m_context.filter.shown() : nullptr,
                    std::move(actors), m_windowEvents);
}

std::vector<std::uint8_t> NetworkView::dimmed(const Network &network) const
{
    if (m_context.filter.filteredOut() != ViewFilter::FilteredOut::Dimmed)
        return dimmedNodes(network, m_context.filter.asOf(), nullptr);
    const std::vector<ActorRow> bright =
        actorsShown(m_context.filter.filter(), m_context.filter.shown(), *m_context.hub.snapshot());
    return dimmedNodes(network, m_context.filter.asOf(), &bright);
}

void NetworkView::showContent()
{
    const SnapshotPointer &snapshot = m_context.hub.snapshot();
    NetworkContent content;
    content.snapshot = snapshot;
    content.asOf = m_context.filter.asOf();
    content.sizing = m_look.sizing;
    content.columns = labelledColumns(m_choice.columns);
    const std::uint64_t run = ++m_contentRun;
    m_contentJob.cancel();
    m_isGathering = false;
    if (!isLarge()) {
        const RowSet all(snapshot->events->size(), true);
        content.network = std::make_shared<const Network>(buildNetwork(*snapshot, query(all)));
        takeContent(std::move(content));
        return;
    }
    Gathering wish = gatheringOf(m_context, m_arrangement, shown());
    const std::uint32_t placedCount = wish.placed->count();
    if (placedCount == 0) {
        content.network =
            std::make_shared<const Network>(std::vector<NetworkNode>(), std::vector<NetworkLink>(),
                                            static_cast<std::uint32_t>(snapshot->actors->size()));
        takeContent(std::move(content));
        return;
    }
    const bool isOfAll =
        !wish.shown.asOf && !wish.shown.choice.hides() && placedCount == m_whole->nodeCount();
    if (isOfAll &&
        isWhole(queryFor(*snapshot, wish.shown, wish.events.get(), {}, m_windowEvents))) {
        content.network = m_whole;
        takeContent(std::move(content));
        return;
    }
    m_isGathering = true;
    m_contentJob.start([this, run, content = std::move(content),
                        wish = std::move(wish)](std::stop_token stop) mutable {
        yieldToOthers();
        RowSet windowEvents;
        const NetworkQuery wanted = wish.query(*content.snapshot, windowEvents);
        content.network =
            std::make_shared<const Network>(buildNetwork(*content.snapshot, wanted, stop));
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
    if (content.asOf != m_shownAsOf && content.network->nodeCount() <= kMostFading)
        m_fade->start();
    m_shownAsOf = content.asOf;
    if (snapshot->actors->size() == 0)
        m_canvas->setHint(tr("No actors yet. Insert > Actor makes one; an event or a relation "
                             "then ties it to others."));
    else if (m_layout == Layout::Automatic)
        m_canvas->setHint(QString());
    else if (!m_arrangement.isComplete(*snapshot))  // no filter's doing: they have no places yet
        m_canvas->setHint(isLarge() ? tr("The ties of %1 actors are being gathered…")
                                          .arg(locale().toString(snapshot->actors->size()))
                                    : QString());
    else
        m_canvas->setHint(tr("The filter leaves no actor. Change it in the status bar, or choose "
                             "View > Show all actors here."));
    m_canvas->setContent(std::move(content));
    showCommunities();
    if (m_isMatrix)
        m_matrix->setContent(m_canvas->content());
    showSelection();
    showDoubt();
    showPathMarks();
    tellStatus();
}

void NetworkView::tellStatus()
{
    const QString status = networkStatus(network().nodeCount(), shownSnapshot().actors->size(),
                                         m_context.filter.asOf());
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

}  // namespace dateline::ui
