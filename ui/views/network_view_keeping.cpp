// SPDX-License-Identifier: GPL-3.0-or-later
// What the graph keeps in the file: places and pins, rows and columns of marks, groups, and who is
// hidden. Every change is one undo step of the view that is open.
#include <algorithm>

#include <QInputDialog>
#include <QMenu>

#include "app/network/layout_request.h"
#include "ui/bridge/text.h"
#include "ui/views/network_view.h"

namespace dateline::ui {

namespace {

constexpr std::size_t kMostKeptAlong = 2'000;

}  // namespace

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
    if (!m_context.intents.placeActors(positions, editName, m_view))
        showContent();
}

// Places of everybody, and the columns in which they stand or no longer stand: one undo step.
void NetworkView::keepLayout(std::vector<ActorPosition> positions, const std::vector<Point> &points)
{
    GraphChoice choice = m_choice;
    choice.columns.clear();
    if (m_layoutKind == LayoutKind::LayersByGroup && points.size() == m_whole->nodeCount()) {
        std::vector<std::uint8_t> isPinned;
        for (const ActorPosition &position : positions)
            isPinned.push_back(position.isPinned);
        choice.columns = columnsByTime(*m_whole, points, isPinned);
    }
    const SavedView *saved = m_context.hub.snapshot()->views->find(m_view);
    if (choice == m_choice || m_context.hub.isReadOnly() || saved == nullptr) {
        m_choice = std::move(choice);
        place(std::move(positions), tr("Lay out graph"));
        return;
    }
    const SavedView view{m_view, saved->name, withGraphChoice(saved->settings, choice),
                         std::move(positions)};
    if (!m_context.intents.changeView(view, tr("Lay out graph")))
        showContent();
}

void NetworkView::changeChoice(const QString &editName, GraphChoice choice)
{
    if (choice == m_choice)
        return;
    const SavedView *saved = m_context.hub.snapshot()->views->find(m_view);
    if (m_context.hub.isReadOnly() || saved == nullptr) {
        m_choice = std::move(choice);
        showContent();
        return;
    }
    SavedView view{m_view, saved->name, withGraphChoice(saved->settings, choice), {}};
    m_context.intents.changeView(view, editName);
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
    m_context.intents.unpinActor(actor, m_view);
}

void NetworkView::move(const std::vector<ActorId> &actors, const QString &editName,
                       const std::function<std::vector<Point>(std::vector<Point>)> &arrange)
{
    std::vector<ActorPosition> positions;
    std::vector<Point> points;
    for (const ActorId actor : actors) {
        if (const auto position = m_arrangement.find(actor)) {
            positions.push_back({actor, position->x, position->y, true});
            points.push_back({position->x, position->y});
        }
    }
    if (positions.size() < 2)
        return;
    const std::vector<Point> arranged = arrange(std::move(points));
    for (std::size_t i = 0; i < positions.size(); ++i) {
        positions[i].x = arranged[i].x;
        positions[i].y = arranged[i].y;
    }
    place(std::move(positions), editName);
}

void NetworkView::align(const std::vector<ActorId> &actors, Alignment alignment)
{
    move(actors, tr("Align actors"),
         [alignment](std::vector<Point> points) { return aligned(std::move(points), alignment); });
}

void NetworkView::distribute(const std::vector<ActorId> &actors, PlaneAxis axis)
{
    move(actors, tr("Distribute actors"),
         [axis](std::vector<Point> points) { return distributed(std::move(points), axis); });
}

void NetworkView::group(const QString &name, const std::vector<ActorId> &actors)
{
    if (actors.size() < 2 || name.trimmed().isEmpty())
        return;
    GraphChoice choice = m_choice;
    choice.group(toUtf8(name.trimmed()), actors);
    changeChoice(tr("Group actors"), std::move(choice));
}

void NetworkView::foldGroup(ActorId member, bool isFolded)
{
    GraphChoice choice = m_choice;
    for (ActorGroup &group : choice.groups)
        if (&group == choice.groupOf(member))
            group.isFolded = isFolded;
    changeChoice(isFolded ? tr("Collapse group") : tr("Expand group"), std::move(choice));
}

void NetworkView::dissolveGroup(ActorId member)
{
    GraphChoice choice = m_choice;
    std::erase_if(choice.groups, [member](const ActorGroup &group) {
        return std::binary_search(group.members.begin(), group.members.end(), member);
    });
    changeChoice(tr("Dissolve group"), std::move(choice));
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
    hideActors({actor});
}

void NetworkView::hideActors(const std::vector<ActorId> &actors)
{
    GraphChoice choice = m_choice;
    for (const ActorId actor : actors)
        choice.hide(actor);
    changeChoice(tr("Hide actors"), std::move(choice));
}

void NetworkView::collapse(ActorId actor)
{
    GraphChoice choice = m_choice;
    for (const ActorId neighbour : allNeighbours(actor)) {
        const std::vector<ActorId> others = allNeighbours(neighbour);
        const bool isLeaf = std::all_of(others.begin(), others.end(), [&](ActorId other) {
            return other == actor || !choice.isShown(other);
        });
        if (isLeaf)
            choice.hide(neighbour);
    }
    changeChoice(tr("Collapse neighbourhood"), std::move(choice));
}

void NetworkView::expand(ActorId actor)
{
    GraphChoice choice = m_choice;
    for (const ActorId neighbour : allNeighbours(actor))
        choice.show(neighbour);
    changeChoice(tr("Expand neighbourhood"), std::move(choice));
}

void NetworkView::showOnlyAround(ActorId actor)
{
    GraphChoice choice = m_choice;
    choice.hidden.clear();
    choice.only = allNeighbours(actor);
    choice.only->push_back(actor);
    std::sort(choice.only->begin(), choice.only->end());
    changeChoice(tr("Show only neighbours"), std::move(choice));
}

void NetworkView::showAllActors()
{
    GraphChoice choice = m_choice;
    choice.hidden.clear();
    choice.only.reset();
    changeChoice(tr("Show all actors"), std::move(choice));
}

// The actors that are selected and shown, in the order in which they were picked.
std::vector<ActorId> NetworkView::pickedActors() const
{
    std::vector<ActorId> actors;
    for (const ItemRef item : m_context.selection.items()) {
        const ActorId actor = item.actor();
        const ActorRow row = actor ? shownSnapshot().actorRow(actor) : ActorRow();
        if (!row.isNull() && network().nodeOf(row) != Network::kNone)
            actors.push_back(actor);
    }
    return actors;
}

void NetworkView::askForGroup(const std::vector<ActorId> &actors)
{
    const Actor *first = m_context.hub.snapshot()->actor(actors.front());
    bool isAgreed = false;
    const QString name = QInputDialog::getText(
        this, tr("Group actors"), tr("Name of the group"), QLineEdit::Normal,
        first ? tr("%1 and others").arg(toQString(first->name)) : QString(), &isAgreed);
    if (isAgreed)
        group(name, actors);
}

void NetworkView::addArrangeEntries(QMenu &menu, ActorId actor)
{
    const std::vector<ActorId> picked = pickedActors();
    if (picked.size() > 1) {
        QMenu *arrange = menu.addMenu(tr("Arrange these %1").arg(picked.size()));
        const std::pair<QString, Alignment> lines[] = {
            {tr("Align at the left"), Alignment::Left},
            {tr("Align in a column"), Alignment::Centre},
            {tr("Align at the right"), Alignment::Right},
            {tr("Align at the top"), Alignment::Top},
            {tr("Align in a row"), Alignment::Middle},
            {tr("Align at the bottom"), Alignment::Bottom},
        };
        for (const auto &[text, alignment] : lines)
            arrange->addAction(text, this,
                               [this, picked, line = alignment] { align(picked, line); });
        arrange->addSeparator();
        arrange->addAction(tr("Distribute across"), this,
                           [this, picked] { distribute(picked, PlaneAxis::Across); });
        arrange->addAction(tr("Distribute down"), this,
                           [this, picked] { distribute(picked, PlaneAxis::Down); });
        menu.addAction(tr("Group these %1…").arg(picked.size()), this,
                       [this, picked] { askForGroup(picked); });
    }
    const ActorGroup *in = m_choice.groupOf(actor);
    if (in == nullptr)
        return;
    const QString name = toQString(in->name);
    const bool isFolded = in->isFolded;
    menu.addAction(isFolded ? tr("Expand group %1").arg(name) : tr("Collapse group %1").arg(name),
                   this, [this, actor, isFolded] { foldGroup(actor, !isFolded); });
    menu.addAction(tr("Dissolve group %1").arg(name), this,
                   [this, actor] { dissolveGroup(actor); });
}

}  // namespace dateline::ui
