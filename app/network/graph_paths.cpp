// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/graph_paths.h"

#include <algorithm>

#include "app/network/adjacency.h"

namespace dateline {

namespace {

constexpr std::uint32_t kFar = UINT32_MAX;

// Links between neighbours on a way, by the other end.
std::vector<std::uint32_t> linksBetween(const Network &network, std::uint32_t a, std::uint32_t b)
{
    std::vector<std::uint32_t> links;
    for (const std::uint32_t link : network.linksOf(a))
        if (network.otherEnd(link, a) == b)
            links.push_back(link);
    return links;
}

std::vector<Contact> contactsOfQuotations(const Snapshot &snapshot, const Network &network)
{
    std::vector<Contact> contacts;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> links;  // (from, to) and link, sorted
    for (std::uint32_t i = 0; i < network.linkCount(); ++i) {
        const NetworkLink &link = network.links()[i];
        if (link.origin == LinkOrigin::Quotation)
            links.emplace_back((std::uint64_t{link.from} << 32) | link.to, i);
    }
    if (links.empty())
        return contacts;
    std::sort(links.begin(), links.end());
    const auto nodeOf = [&](ActorId actor) {
        const ActorRow row = snapshot.actorRow(actor);
        return row.isNull() ? Network::kNone : network.nodeOf(row);
    };
    for (const Claim &claim : *snapshot.claims) {
        const Source *source = snapshot.sources->find(claim.source);
        if (source == nullptr || !source->published.isDated())
            continue;
        for (std::size_t i = 1; i < claim.attribution.size(); ++i) {
            const std::uint32_t from = nodeOf(claim.attribution[i - 1]);
            const std::uint32_t to = nodeOf(claim.attribution[i]);
            if (from == Network::kNone || to == Network::kNone)
                continue;
            const std::uint64_t key = (std::uint64_t{from} << 32) | to;
            const auto found = std::lower_bound(links.begin(), links.end(),
                                                std::pair<std::uint64_t, std::uint32_t>(key, 0));
            if (found != links.end() && found->first == key)
                contacts.push_back({found->second, source->published.when(), claim.id});
        }
    }
    return contacts;
}

// When a step can be made: any instant from first to last. Both are inside the date.
Instant firstOf(const Contact &contact)
{
    return contact.when.bounds.earliestBegin;
}

Instant lastOf(const Contact &contact)
{
    const Instant end = contact.when.bounds.latestEnd;
    return end.isDistant() ? end : std::max(firstOf(contact), Instant{end.seconds - 1});
}

// The way that has its nodes and, for each step, the contacts that fit: certain where each step has
// one that no reading of the dates puts before an earlier one.
bool isCertainWay(const std::vector<std::vector<Contact>> &steps)
{
    Instant now = Instant::distantPast();
    for (const std::vector<Contact> &step : steps) {
        Instant next = Instant::distantFuture();
        bool isFound = false;
        for (const Contact &contact : step) {
            const DateBounds &bounds = contact.when.bounds;
            const bool isSpan = contact.when.form == DateForm::Span;
            const Instant after = isSpan ? std::max(now, bounds.latestBegin) : bounds.latestEnd;
            if (isSpan ? after < bounds.earliestEnd : now <= bounds.earliestBegin) {
                next = isFound ? std::min(next, after) : after;
                isFound = true;
            }
        }
        if (!isFound)
            return false;
        now = next;
    }
    return true;
}

// The ways that advance, found from the far end: m_latest[k][v] is the last instant at v from which
// k steps or fewer lead to the goal.
class AdvancingSearch {
public:
    AdvancingSearch(const Network &network, std::span<const Contact> contacts, std::uint32_t from,
                    std::uint32_t to, std::size_t most, const std::stop_token &stop)
        : m_network(network), m_contacts(contacts), m_from(from), m_to(to), m_most(most),
          m_stop(stop), m_first(network.linkCount() + 1, 0)
    {
        for (const Contact &contact : contacts)
            ++m_first[contact.link + 1];
        for (std::size_t i = 0; i < network.linkCount(); ++i) {
            m_result.undatedLinks += m_first[i + 1] == 0 ? 1u : 0u;
            m_first[i + 1] += m_first[i];
        }
    }

    GraphPaths find()
    {
        if (!reachBack())
            return std::move(m_result);
        count();
        m_nodes.push_back(m_from);
        walk(Instant::distantPast(), m_latest.size() - 1);
        return std::move(m_result);
    }

private:
    struct Reached {
        bool isReached = false;
        Instant at;
    };

    std::span<const Contact> ofLink(std::uint32_t link) const
    {
        return m_contacts.subspan(m_first[link], m_first[link + 1] - m_first[link]);
    }

    bool reachBack()
    {
        std::vector<Reached> layer(m_network.nodeCount());
        layer[m_to] = {true, Instant::distantFuture()};
        m_latest.push_back(layer);
        while (!m_latest.back()[m_from].isReached) {
            if (m_stop.stop_requested()) {
                m_result.isComplete = false;
                return false;
            }
            const std::vector<Reached> &before = m_latest.back();
            bool isBetter = false;
            const auto improve = [&](std::uint32_t at, std::uint32_t over, const Contact &contact) {
                if (!before[over].isReached || before[over].at < firstOf(contact))
                    return;
                const Instant latest = std::min(before[over].at, lastOf(contact));
                if (layer[at].isReached && layer[at].at >= latest)
                    return;
                layer[at] = {true, latest};
                isBetter = true;
            };
            for (const Contact &contact : m_contacts) {
                const NetworkLink &link = m_network.links()[contact.link];
                improve(link.from, link.to, contact);
                improve(link.to, link.from, contact);
            }
            if (!isBetter)
                return false;
            m_latest.push_back(layer);
        }
        return true;
    }

    // The nodes that come next on some way, each with the earliest instant at which it is reached.
    std::vector<std::pair<std::uint32_t, Instant>> nextFrom(std::uint32_t node, Instant now,
                                                            std::size_t stepsLeft) const
    {
        std::vector<std::pair<std::uint32_t, Instant>> next;
        const std::vector<Reached> &latest = m_latest[stepsLeft - 1];
        for (const std::uint32_t link : m_network.linksOf(node)) {
            const std::uint32_t over = m_network.otherEnd(link, node);
            if (!latest[over].isReached)
                continue;
            for (const Contact &contact : ofLink(link)) {
                const Instant at = std::max(now, firstOf(contact));
                if (at <= lastOf(contact) && at <= latest[over].at)
                    next.emplace_back(over, at);
            }
        }
        std::sort(next.begin(), next.end());
        next.erase(std::unique(next.begin(), next.end(),
                               [](const auto &a, const auto &b) { return a.first == b.first; }),
                   next.end());
        return next;
    }

    // Forward, a layer at a time: how many ways lead to each node at each earliest instant.
    void count()
    {
        std::vector<std::pair<std::pair<std::uint32_t, Instant>, double>> layer{
            {{m_from, Instant::distantPast()}, 1.0}};
        for (std::size_t left = m_latest.size() - 1; left > 0; --left) {
            std::vector<std::pair<std::pair<std::uint32_t, Instant>, double>> beyond;
            for (const auto &[state, ways] : layer)
                for (const auto &next : nextFrom(state.first, state.second, left))
                    beyond.emplace_back(next, ways);
            std::sort(beyond.begin(), beyond.end());
            layer.clear();
            for (const auto &[state, ways] : beyond) {
                if (!layer.empty() && layer.back().first == state)
                    layer.back().second += ways;
                else
                    layer.emplace_back(state, ways);
            }
        }
        for (const auto &[state, ways] : layer)
            m_result.count += ways;
    }

    void walk(Instant now, std::size_t stepsLeft)
    {
        if (m_result.paths.size() >= m_most)
            return;
        if (m_stop.stop_requested()) {
            m_result.isComplete = false;
            return;
        }
        if (stepsLeft == 0) {
            note();
            return;
        }
        for (const auto &[over, at] : nextFrom(m_nodes.back(), now, stepsLeft)) {
            m_nodes.push_back(over);
            walk(at, stepsLeft - 1);
            m_nodes.pop_back();
        }
    }

    // What dates each step of the way: contacts that can come after the steps before and before
    // those that follow.
    void note()
    {
        GraphPath path;
        path.nodes = m_nodes;
        const std::size_t steps = m_nodes.size() - 1;
        path.links.resize(steps);
        std::vector<std::vector<Contact>> fitting(steps);
        std::vector<Instant> earliest(steps, Instant::distantPast());
        Instant now = Instant::distantPast();
        for (std::size_t i = 0; i < steps; ++i) {
            earliest[i] = now;
            Instant reached = Instant::distantFuture();
            for (const std::uint32_t link : linksBetween(m_network, m_nodes[i], m_nodes[i + 1]))
                for (const Contact &contact : ofLink(link))
                    if (now <= lastOf(contact))
                        reached = std::min(reached, std::max(now, firstOf(contact)));
            now = reached;
        }
        Instant latest = Instant::distantFuture();
        for (std::size_t i = steps; i-- > 0;) {
            Instant before = Instant::distantPast();
            for (const std::uint32_t link : linksBetween(m_network, m_nodes[i], m_nodes[i + 1])) {
                bool isUsed = false;
                for (const Contact &contact : ofLink(link)) {
                    if (lastOf(contact) < earliest[i] || firstOf(contact) > latest)
                        continue;
                    fitting[i].push_back(contact);
                    before = std::max(before, std::min(latest, lastOf(contact)));
                    isUsed = true;
                }
                if (isUsed)
                    path.links[i].push_back(link);
            }
            latest = before;
        }
        for (const std::vector<Contact> &step : fitting) {
            path.items.emplace_back();
            for (const Contact &contact : step)
                path.items.back().push_back(contact.behind);
        }
        path.isCertain = isCertainWay(fitting);
        m_result.paths.push_back(std::move(path));
    }

    const Network &m_network;
    std::span<const Contact> m_contacts;
    std::uint32_t m_from;
    std::uint32_t m_to;
    std::size_t m_most;
    const std::stop_token &m_stop;
    std::vector<std::size_t> m_first;  // of each link's contacts
    std::vector<std::vector<Reached>> m_latest;
    std::vector<std::uint32_t> m_nodes;
    GraphPaths m_result;
};

}  // namespace

GraphPaths allShortestPaths(const Network &network, std::uint32_t from, std::uint32_t to,
                            std::size_t most, const std::stop_token &stop)
{
    GraphPaths result;
    if (from >= network.nodeCount() || to >= network.nodeCount())
        return result;
    const auto pairs = network.pairs();
    const Adjacency graph(network.nodeCount(), pairs);
    const std::vector<std::uint32_t> left = graph.stepsFrom(to);
    if (left[from] == kFar)
        return result;
    // Ways to the goal, counted from it outwards.
    std::vector<std::uint32_t> order;
    for (std::uint32_t node = 0; node < network.nodeCount(); ++node)
        if (left[node] < left[from] || node == from)
            order.push_back(node);
    std::sort(order.begin(), order.end(),
              [&left](std::uint32_t a, std::uint32_t b) { return left[a] < left[b]; });
    std::vector<double> ways(network.nodeCount(), 0);
    ways[to] = 1;
    for (const std::uint32_t node : order)
        for (const std::uint32_t next : graph.of(node))
            if (left[next] + 1 == left[node])
                ways[node] += ways[next];
    result.count = ways[from];
    // Depth first, neighbours in order; every branch ends at the goal.
    struct Level {
        std::vector<std::uint32_t> next;
        std::size_t at = 0;
    };
    const auto nextOf = [&](std::uint32_t node) {
        Level level;
        for (const std::uint32_t next : graph.of(node))
            if (left[next] + 1 == left[node])
                level.next.push_back(next);
        std::sort(level.next.begin(), level.next.end());
        return level;
    };
    std::vector<std::uint32_t> nodes{from};
    std::vector<Level> levels{nextOf(from)};
    while (!levels.empty() && result.paths.size() < most) {
        if (stop.stop_requested()) {
            result.isComplete = false;
            break;
        }
        if (nodes.back() == to) {
            GraphPath path;
            path.nodes = nodes;
            for (std::size_t i = 0; i + 1 < nodes.size(); ++i)
                path.links.push_back(linksBetween(network, nodes[i], nodes[i + 1]));
            result.paths.push_back(std::move(path));
        }
        Level &level = levels.back();
        if (nodes.back() == to || level.at == level.next.size()) {
            levels.pop_back();
            nodes.pop_back();
            continue;
        }
        nodes.push_back(level.next[level.at++]);
        levels.push_back(nextOf(nodes.back()));
    }
    return result;
}

std::vector<Contact> contactsOf(const Snapshot &snapshot, const NetworkQuery &query,
                                const Network &network)
{
    std::vector<Contact> contacts = contactsOfQuotations(snapshot, network);
    for (std::uint32_t i = 0; i < network.linkCount(); ++i) {
        const NetworkLink &link = network.links()[i];
        if (link.origin == LinkOrigin::Relation) {
            const When &when = snapshot.relations->when(link.relation);
            if (when.isDated())
                contacts.push_back({i, when, snapshot.relations->id(link.relation)});
        } else if (link.origin == LinkOrigin::Role) {
            const Role *role = snapshot.roles->find(link.role);
            if (role != nullptr && role->when.isDated())
                contacts.push_back({i, role->when.when(), link.role});
        } else if (link.origin == LinkOrigin::SharedEvents) {
            for (const ItemRef item : itemsBehind(snapshot, query, network, i)) {
                const EventRow row = snapshot.events->rowOf(item.event());
                if (row.value < snapshot.events->datedSize())
                    contacts.push_back({i, snapshot.events->when(row), item});
            }
        }
    }
    std::stable_sort(contacts.begin(), contacts.end(),
                     [](const Contact &a, const Contact &b) { return a.link < b.link; });
    return contacts;
}

GraphPaths allAdvancingPaths(const Network &network, std::span<const Contact> contacts,
                             std::uint32_t from, std::uint32_t to, std::size_t most,
                             const std::stop_token &stop)
{
    if (from >= network.nodeCount() || to >= network.nodeCount())
        return {};
    return AdvancingSearch(network, contacts, from, to, most, stop).find();
}

}  // namespace dateline
