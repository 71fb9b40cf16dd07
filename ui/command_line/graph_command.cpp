// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <numeric>

#include "app/exchange/cell_syntax.h"
#include "app/exchange/own_tables_writer.h"
#include "app/network/communities.h"
#include "app/network/network.h"
#include "app/network/network_question.h"
#include "ui/command_line/console.h"
#include "ui/command_line/view_arguments.h"

namespace dateline::ui {

namespace {

constexpr std::string_view kMetrics[] = {"degree", "betweenness", "pagerank", "core", "component"};

struct Figures {
    std::vector<std::uint32_t> degree;
    Betweenness betweenness;
    PageRank pageRank;
    std::vector<std::uint32_t> core;
    Components component;

    double of(std::string_view metric, std::uint32_t node) const
    {
        if (metric == "degree")
            return degree[node];
        if (metric == "betweenness")
            return betweenness.ofNode[node];
        if (metric == "pagerank")
            return pageRank.ofNode[node];
        return metric == "core" ? core[node] : component.ofNode[node];
    }
};

// The one that is asked for, or all; the number of components always.
Figures figuresOf(const Network &network, std::string_view metric)
{
    const std::vector<NodePair> pairs = network.pairs();
    const std::uint32_t count = network.nodeCount();
    const auto isAsked = [metric](std::string_view name) {
        return metric.empty() || metric == name;
    };
    Figures figures;
    if (isAsked("degree"))
        figures.degree = degrees(count, pairs);
    if (isAsked("betweenness"))
        figures.betweenness = betweenness(count, pairs);
    if (isAsked("pagerank"))
        figures.pageRank = pageRank(count, pairs);
    if (isAsked("core"))
        figures.core = coreNumbers(count, pairs);
    figures.component = components(count, pairs);
    return figures;
}

class GraphAnswer {
public:
    GraphAnswer(const Session &session, Network network, bool isJson)
        : m_snapshot(session.snapshot()), m_ids(session), m_network(std::move(network)),
          m_isJson(isJson), m_json(m_out, JsonWriter::Layout::Indented)
    {
    }

    int figures(const std::string &metric)
    {
        const Figures figures = figuresOf(m_network, metric);
        std::vector<std::uint32_t> order(m_network.nodeCount());
        std::iota(order.begin(), order.end(), 0u);
        if (!metric.empty()) {
            std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
                return metric == "component" ? figures.of(metric, a) < figures.of(metric, b)
                                             : figures.of(metric, a) > figures.of(metric, b);
            });
        }
        if (!m_isJson) {
            for (const std::uint32_t node : order)
                sayFigures(figures, metric, node);
            return finish();
        }
        m_json.beginObject().member("nodes", m_network.nodeCount());
        m_json.member("links", m_network.linkCount());
        m_json.member("pairs", m_network.pairs().size());
        m_json.member("components", figures.component.count);
        m_json.member("estimated", figures.betweenness.isSampled);
        m_json.key("actors").beginArray();
        for (const std::uint32_t node : order) {
            beginActor(node);
            for (const std::string_view name : kMetrics) {
                if (metric.empty() || metric == name)
                    m_json.member(name, figures.of(name, node));
            }
            m_json.end();
        }
        m_json.end().end();
        return finish();
    }

    // All shortest ways, each step with what it rests on; the first way stands by itself, too.
    int path(const Actor &from, const Actor &to, const NetworkQuery &query, bool isAdvancing)
    {
        NetworkQuestion question;
        question.kind = isAdvancing ? QuestionKind::AdvancingPaths : QuestionKind::ShortestPaths;
        question.from = from.id;
        question.to = to.id;
        const NetworkAnswer found = answer(*m_snapshot, query, question);
        const bool isFound = !found.entries.empty();
        if (!m_isJson) {
            for (const AnswerEntry &entry : found.entries)
                sayWay(entry);
            finish();
            return isFound ? kDone : kAnswerIsNo;
        }
        m_json.beginObject().key("length");
        isFound ? m_json.value(found.entries.front().steps) : m_json.null();
        m_json.key("path").beginArray();
        if (isFound) {
            for (const ActorId actor : found.entries.front().actors) {
                beginActor(*m_snapshot->actor(actor));
                m_json.end();
            }
        }
        m_json.end();
        m_json.fixed("count", found.count, 0);
        m_json.key("paths").beginArray();
        for (const AnswerEntry &entry : found.entries)
            writeWay(entry, isAdvancing);
        m_json.end().end();
        finish();
        return isFound ? kDone : kAnswerIsNo;
    }

    int communities()
    {
        const Communities found = communitiesOf(m_network.nodeCount(), m_network.pairs());
        std::map<std::uint32_t, std::vector<std::uint32_t>> members;
        for (std::uint32_t node = 0; node < m_network.nodeCount(); ++node)
            members[found.ofNode[node]].push_back(node);
        if (!m_isJson) {
            for (const auto &[community, nodes] : members) {
                for (const std::uint32_t node : nodes)
                    m_out.append(std::to_string(community))
                        .append("\t")
                        .append(nameOfNode(node))
                        .append("\n");
            }
            return finish();
        }
        m_json.beginObject().member("communities", found.count);
        m_json.fixed("modularity", found.modularity, 4).key("groups").beginArray();
        for (const auto &[community, nodes] : members) {
            m_json.beginArray();
            for (const std::uint32_t node : nodes) {
                beginActor(node);
                m_json.end();
            }
            m_json.end();
        }
        m_json.end().end();
        return finish();
    }

private:
    const Actor &actorOf(std::uint32_t node) const
    {
        return m_snapshot->actor(m_network.nodes()[node].actor);
    }
    const std::string &nameOfNode(std::uint32_t node) const { return actorOf(node).name; }

    void beginActor(std::uint32_t node) { beginActor(actorOf(node)); }

    void beginActor(const Actor &actor)
    {
        m_json.beginObject().member("id", m_ids.actorIds().of(actor.id.value));
        m_json.member("name", actor.name).member("kind", actor.kind);
    }

    void sayWay(const AnswerEntry &entry)
    {
        for (std::size_t i = 0; i < entry.actors.size(); ++i)
            m_out.append(i == 0 ? "" : "\t").append(m_snapshot->actor(entry.actors[i])->name);
        m_out.append("\n");
    }

    void writeWay(const AnswerEntry &entry, bool isAdvancing)
    {
        m_json.beginObject().key("actors").beginArray();
        for (const ActorId actor : entry.actors)
            m_json.value(m_ids.actorIds().of(actor.value));
        m_json.end();
        if (isAdvancing)
            m_json.member("certain", entry.isCertain);
        m_json.key("links").beginArray();
        for (std::size_t i = 0; i < entry.ties.size(); ++i) {
            const AnswerTie &tie = entry.ties[i];
            m_json.beginObject().member("step", entry.stepOf[i] + 1);
            m_json.member("from", m_ids.actorIds().of(tie.from.value));
            m_json.member("to", m_ids.actorIds().of(tie.to.value));
            m_json.member("kind", tie.kind).member("directed", tie.isDirected);
            m_json.key("rests_on").beginArray();
            for (const ItemRef item : tie.rests) {
                writeRest(item);
                for (const Claim *claim : m_snapshot->claimsAbout(item))
                    writeRest(claim->id);
            }
            m_json.end().end();
        }
        m_json.end().end();
    }

    void writeRest(ItemRef item)
    {
        m_json.beginObject().member("what", nameOf(item.kind));
        m_json.member("id", item.kind == ItemKind::Claim ? m_ids.claimIds().of(item.id)
                                                         : m_ids.aboutId(item));
        m_json.end();
    }

    void sayFigures(const Figures &figures, const std::string &metric, std::uint32_t node)
    {
        m_out.append(nameOfNode(node));
        for (const std::string_view name : kMetrics) {
            if (metric.empty() || metric == name)
                m_out.append("\t").append(name).append(" ").append(textOf(figures.of(name, node)));
        }
        m_out.append("\n");
    }

    int finish()
    {
        m_isJson ? printJson(std::move(m_out)) : print(m_out);
        return kDone;
    }

    SnapshotPointer m_snapshot;
    OwnTablesWriter m_ids;
    Network m_network;
    bool m_isJson;
    std::string m_out;
    JsonWriter m_json;
};

}  // namespace

int run(const GraphCommand &command)
{
    const bool isMetric =
        std::find(std::begin(kMetrics), std::end(kMetrics), command.metric) != std::end(kMetrics);
    if (!command.metric.empty() && !isMetric)
        return failArguments("--metric is degree, betweenness, pagerank, core or component");
    int status = kDone;
    const std::unique_ptr<Session> session = openProject(command.file, OpenMode::ReadOnly, status);
    if (!session)
        return status;
    NetworkQuery query;
    if (!command.asOf.empty()) {
        query.asOf = asOfInstant(command.asOf, status);
        if (!query.asOf)
            return status;
    }
    GraphAnswer answer(*session, buildNetwork(*session->snapshot(), query), command.isJson);
    if (command.hasCommunities)
        return answer.communities();
    if (command.path.empty())
        return answer.figures(command.metric);
    const Actor *ends[2] = {nullptr, nullptr};
    for (std::size_t i = 0; i < 2; ++i) {
        ends[i] = actorFor(*session, command.path[i]);
        if (ends[i] == nullptr)
            return failArguments("--path: nobody, or more than one, is called " + command.path[i]);
    }
    return answer.path(*ends[0], *ends[1], query, command.isAdvancing);
}

}  // namespace dateline::ui
