// SPDX-License-Identifier: GPL-3.0-or-later
// What is selected, on a way or in an answer, as marks of the graph; and what a click selects.
#include <algorithm>

#include "ui/bridge/text.h"
#include "ui/views/matrix_canvas.h"
#include "ui/views/network_chip.h"
#include "ui/views/network_texts.h"
#include "ui/views/network_view.h"

namespace dateline::ui {

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
    if (m_isMatrix)
        m_matrix->setSelected(marks.nodes, !m_isPicking);
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

// All that the links rest on, and the actors that they tie.
void NetworkView::pickLinks(const std::vector<std::uint32_t> &links,
                            Qt::KeyboardModifiers modifiers)
{
    const Snapshot &snapshot = *m_context.hub.snapshot();
    const RowSet all(snapshot.events->size(), true);
    const NetworkQuery asked = query(all);
    std::vector<ItemRef> items;
    for (const std::uint32_t link : links) {
        const std::vector<ItemRef> behind = itemsBehind(snapshot, asked, network(), link);
        items.insert(items.end(), behind.begin(), behind.end());
    }
    const NetworkLink &first = network().links()[links.front()];
    items.emplace_back(actorOf(first.from));
    items.emplace_back(actorOf(first.to));
    pickItems(items, modifiers);
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
    m_lit = {};
    m_canvas->setSpotlight({});
    if (m_layout == Layout::None)
        m_chip->hide();
}

void NetworkView::light(const std::vector<ActorId> &actors,
                        const std::vector<std::pair<ActorId, ActorId>> &ties)
{
    if (m_path)
        clearPath();
    m_lit = {actors, ties};
    showLit();
    m_canvas->reveal(m_canvas->spotlight().nodes);
}

void NetworkView::showLit()
{
    const Snapshot &snapshot = shownSnapshot();
    const auto nodeOf = [&](ActorId actor) {
        const ActorRow row = snapshot.actorRow(actor);
        return row.isNull() ? Network::kNone : network().nodeOf(row);
    };
    NetworkMarks marks;
    for (const ActorId actor : m_lit.actors)
        if (const std::uint32_t node = nodeOf(actor); node != Network::kNone)
            marks.nodes.push_back(node);
    for (const auto &[from, to] : m_lit.ties) {
        const std::uint32_t one = nodeOf(from);
        const std::uint32_t other = nodeOf(to);
        if (one == Network::kNone || other == Network::kNone)
            continue;
        for (const std::uint32_t link : network().linksOf(one))
            if (network().otherEnd(link, one) == other)
                marks.links.push_back(link);
    }
    for (std::vector<std::uint32_t> *list : {&marks.nodes, &marks.links}) {
        std::sort(list->begin(), list->end());
        list->erase(std::unique(list->begin(), list->end()), list->end());
    }
    m_canvas->setSpotlight(std::move(marks));
}

void NetworkView::showPathMarks()
{
    if (!m_path)
        return showLit();
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
