// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/network_question.h"

#include <algorithm>
#include <numeric>

#include "app/network/bridging.h"
#include "app/network/graph_paths.h"

namespace dateline {

namespace {

constexpr std::size_t kMostTies = 60;     // listed of one actor
constexpr std::size_t kMostRests = 1000;  // listed of one tie

class Answerer {
public:
    Answerer(const Snapshot &snapshot, const NetworkQuery &query, const NetworkQuestion &question,
             const std::stop_token &stop, const Progress &progress)
        : m_snapshot(snapshot), m_query(query), m_question(question), m_stop(stop),
          m_progress(progress)
    {
    }

    NetworkAnswer answer()
    {
        if (m_question.kind == QuestionKind::Changes) {
            changes();
            return std::move(m_answer);
        }
        m_network = buildNetwork(m_snapshot, m_query);
        const std::uint32_t from = nodeOf(m_question.from);
        const std::uint32_t to = nodeOf(m_question.to);
        const bool needsTo = m_question.kind != QuestionKind::Neighbourhood;
        if (m_question.kind == QuestionKind::Bridges) {
            bridges();
        } else if (from == Network::kNone || (needsTo && (to == Network::kNone || to == from))) {
            m_answer.isKnown = false;
        } else if (m_question.kind == QuestionKind::ShortestPaths) {
            paths(allShortestPaths(m_network, from, to, m_question.most, m_stop));
        } else if (m_question.kind == QuestionKind::AdvancingPaths) {
            const std::vector<Contact> contacts = contactsOf(m_snapshot, m_query, m_network);
            paths(allAdvancingPaths(m_network, contacts, from, to, m_question.most, m_stop));
        } else if (m_question.kind == QuestionKind::CommonNeighbours) {
            common(from, to);
        } else {
            around(from);
        }
        return std::move(m_answer);
    }

private:
    std::uint32_t nodeOf(ActorId actor) const
    {
        const ActorRow row = m_snapshot.actorRow(actor);
        return row.isNull() ? Network::kNone : m_network.nodeOf(row);
    }
    ActorId actorOf(const Network &network, std::uint32_t node) const
    {
        return m_snapshot.actor(network.nodes()[node].actor).id;
    }

    AnswerTie tieOf(const Network &network, const NetworkQuery &query, std::uint32_t number) const
    {
        const NetworkLink &link = network.links()[number];
        AnswerTie tie;
        tie.from = actorOf(network, link.from);
        tie.to = actorOf(network, link.to);
        tie.origin = link.origin;
        tie.isDirected = link.isDirected;
        tie.certainty = link.certainty;
        tie.weight = link.weight;
        if (link.origin == LinkOrigin::Relation) {
            tie.kind = m_snapshot.relations->kindWords().word(link.kind);
        } else if (link.origin == LinkOrigin::Role) {
            if (const Role *role = m_snapshot.roles->find(link.role))
                tie.kind = role->title;
        }
        tie.rests = itemsBehind(m_snapshot, query, network, number);
        if (tie.rests.size() > kMostRests)
            tie.rests.resize(kMostRests);
        return tie;
    }

    void addTies(AnswerEntry &entry, const Network &network, const NetworkQuery &query,
                 std::uint32_t node, std::uint32_t other, std::uint32_t step = 0) const
    {
        for (const std::uint32_t link : network.linksOf(node)) {
            if (network.otherEnd(link, node) != other)
                continue;
            entry.ties.push_back(tieOf(network, query, link));
            entry.stepOf.push_back(step);
        }
    }

    void paths(const GraphPaths &found)
    {
        m_answer.count = found.count;
        m_answer.undatedLinks = found.undatedLinks;
        m_answer.isComplete = found.isComplete;
        for (const GraphPath &path : found.paths) {
            AnswerEntry entry;
            entry.steps = found.length();
            entry.isCertain = path.isCertain;
            for (const std::uint32_t node : path.nodes)
                entry.actors.push_back(actorOf(m_network, node));
            for (std::size_t step = 0; step < path.links.size(); ++step) {
                for (const std::uint32_t link : path.links[step]) {
                    AnswerTie tie = tieOf(m_network, m_query, link);
                    // Only what lies between the steps before and behind.
                    if (step < path.items.size()) {
                        std::erase_if(tie.rests, [&](ItemRef item) {
                            const std::vector<ItemRef> &fitting = path.items[step];
                            return std::find(fitting.begin(), fitting.end(), item) == fitting.end();
                        });
                        tie.weight = static_cast<std::uint32_t>(tie.rests.size());
                    }
                    entry.ties.push_back(std::move(tie));
                    entry.stepOf.push_back(static_cast<std::uint32_t>(step));
                }
            }
            m_answer.entries.push_back(std::move(entry));
        }
    }

    void common(std::uint32_t from, std::uint32_t to)
    {
        const std::vector<std::uint32_t> both = commonNeighbours(m_network, from, to);
        m_answer.count = static_cast<double>(both.size());
        for (const std::uint32_t node : both) {
            if (m_answer.entries.size() == m_question.most)
                break;
            AnswerEntry entry;
            entry.actors = {actorOf(m_network, node)};
            addTies(entry, m_network, m_query, node, from);
            addTies(entry, m_network, m_query, node, to, 1);
            m_answer.entries.push_back(std::move(entry));
        }
    }

    // Each with the ties to those who are one step nearer.
    void around(std::uint32_t from)
    {
        const auto found = rings(m_network, from, m_question.steps);
        for (std::uint32_t step = 1; step < found.size(); ++step) {
            m_answer.count += static_cast<double>(found[step].size());
            for (const std::uint32_t node : found[step]) {
                if (m_answer.entries.size() == m_question.most)
                    break;
                AnswerEntry entry;
                entry.steps = step;
                entry.actors = {actorOf(m_network, node)};
                for (const std::uint32_t near : m_network.neighboursOf(node)) {
                    if (entry.ties.size() < kMostTies &&
                        std::binary_search(found[step - 1].begin(), found[step - 1].end(), near))
                        addTies(entry, m_network, m_query, node, near);
                }
                m_answer.entries.push_back(std::move(entry));
            }
        }
    }

    // Actors between others, those first without whom the graph falls into the most parts.
    void bridges()
    {
        const auto pairs = m_network.pairs();
        const Betweenness between = betweenness(m_network.nodeCount(), pairs, m_stop, m_progress);
        const CutPoints cuts = cutPoints(m_network.nodeCount(), pairs);
        m_answer.isSampled = between.isSampled;
        m_answer.isComplete = between.isComplete;
        std::vector<std::uint32_t> order(m_network.nodeCount());
        std::iota(order.begin(), order.end(), 0u);
        std::erase_if(order, [&](std::uint32_t node) {
            return between.ofNode[node] <= 0 && cuts.partsWithout[node] < 2;
        });
        std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return between.ofNode[a] > between.ofNode[b];
        });
        m_answer.count = static_cast<double>(order.size());
        for (const std::uint32_t node : order) {
            if (m_answer.entries.size() == m_question.most)
                break;
            AnswerEntry entry;
            entry.actors = {actorOf(m_network, node)};
            entry.share = between.ofNode[node];
            entry.parts = cuts.partsWithout[node];
            for (const std::uint32_t other : m_network.neighboursOf(node)) {
                const bool isOnlyWay =
                    std::binary_search(cuts.bridges.begin(), cuts.bridges.end(),
                                       NodePair(std::min(node, other), std::max(node, other)));
                if (isOnlyWay && entry.ties.size() < kMostTies)
                    addTies(entry, m_network, m_query, node, other, 1);
            }
            for (const std::uint32_t link : m_network.linksOf(node)) {
                if (entry.ties.size() >= kMostTies)
                    break;
                const std::uint32_t other = m_network.otherEnd(link, node);
                if (std::binary_search(cuts.bridges.begin(), cuts.bridges.end(),
                                       NodePair(std::min(node, other), std::max(node, other))))
                    continue;
                entry.ties.push_back(tieOf(m_network, m_query, link));
                entry.stepOf.push_back(0);
            }
            m_answer.entries.push_back(std::move(entry));
        }
    }

    // The query as of an instant, or within a span: then events of the span alone count.
    struct Side {
        NetworkQuery query;
        RowSet events;
        Network network;
    };
    void take(Side &side, std::optional<Instant> asOf, std::optional<TimeSpan> span) const
    {
        side.query = m_query;
        side.query.asOf = asOf;
        side.query.range = std::nullopt;
        if (span) {
            const EventColumns &events = *m_snapshot.events;
            side.events = RowSet(events.size());
            for (std::uint32_t i = 0; i < events.datedSize(); ++i) {
                const EventRow row{i};
                if ((!m_query.events || m_query.events->contains(row)) &&
                    TimeSpan::between(events.begins()[i], events.ends()[i]).overlaps(*span))
                    side.events.insert(row);
            }
            side.query.asOf = std::nullopt;
            side.query.events = &side.events;
            side.query.range = span;
        }
        side.network = buildNetwork(m_snapshot, side.query);
    }

    void changes()
    {
        Side before;
        Side after;
        take(before, m_question.before, m_question.beforeSpan);
        take(after, m_question.after, m_question.afterSpan);
        if (m_stop.stop_requested()) {
            m_answer.isComplete = false;
            return;
        }
        const NetworkChanges found = changesBetween(before.network, after.network);
        m_answer.count = static_cast<double>(found.ties.size() + found.actors.size());
        for (const TieChange &tie : found.ties) {
            if (m_answer.entries.size() == m_question.most)
                break;
            AnswerEntry entry;
            entry.change = tie.change;
            entry.before = tie.before;
            entry.after = tie.after;
            entry.actors = {m_snapshot.actor(tie.a).id, m_snapshot.actor(tie.b).id};
            const Side &side =
                tie.change == Change::Gone || tie.change == Change::Weaker ? before : after;
            addTies(entry, side.network, side.query, side.network.nodeOf(tie.a),
                    side.network.nodeOf(tie.b));
            m_answer.entries.push_back(std::move(entry));
        }
        for (const ActorChange &actor : found.actors) {
            if (m_answer.entries.size() == 2 * m_question.most)
                break;
            AnswerEntry entry;
            entry.change = actor.change;
            entry.tiedBefore = actor.before;
            entry.tiedAfter = actor.after;
            entry.actors = {m_snapshot.actor(actor.actor).id};
            const Side &side =
                actor.change == Change::Gone || actor.change == Change::Weaker ? before : after;
            const std::uint32_t node = side.network.nodeOf(actor.actor);
            for (const std::uint32_t link : side.network.linksOf(node)) {
                if (entry.ties.size() >= kMostTies)
                    break;
                entry.ties.push_back(tieOf(side.network, side.query, link));
                entry.stepOf.push_back(0);
            }
            m_answer.entries.push_back(std::move(entry));
        }
    }

    const Snapshot &m_snapshot;
    const NetworkQuery &m_query;
    const NetworkQuestion &m_question;
    const std::stop_token &m_stop;
    const Progress &m_progress;
    Network m_network;
    NetworkAnswer m_answer;
};

}  // namespace

NetworkAnswer answer(const Snapshot &snapshot, const NetworkQuery &query,
                     const NetworkQuestion &question, const std::stop_token &stop,
                     const Progress &progress)
{
    return Answerer(snapshot, query, question, stop, progress).answer();
}

}  // namespace dateline
