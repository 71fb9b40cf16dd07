// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/graph_xml.h"

#include <algorithm>
#include <climits>
#include <memory>

#include <expat.h>

namespace dateline {

namespace {

struct ParserEnd {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<std::remove_pointer_t<XML_Parser>, ParserEnd>;

std::string_view localName(std::string_view name)
{
    const std::size_t colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::optional<std::string_view> attributeOf(const XML_Char **attributes, std::string_view name)
{
    for (; *attributes != nullptr; attributes += 2)
        if (name == *attributes)
            return std::string_view(attributes[1]);
    return std::nullopt;
}

class XmlGraph {
public:
    XmlGraph(std::string_view root, GraphBuilder &graph)
        : m_root(root), m_graph(graph), m_parser(XML_ParserCreate(nullptr))
    {
        XML_SetUserData(m_parser.get(), this);
        XML_SetStartElementHandler(
            m_parser.get(), [](void *self, const XML_Char *name, const XML_Char **attributes) {
                static_cast<XmlGraph *>(self)->begin(name, attributes);
            });
    }

    GraphFault read(std::string_view text)
    {
        constexpr std::size_t kAtOnce = 1 << 24;
        do {
            const std::size_t size = std::min(text.size(), kAtOnce);
            const bool isLast = size == text.size();
            const XML_Status status =
                XML_Parse(m_parser.get(), text.data(), static_cast<int>(size), isLast);
            if (m_fault)
                return m_fault;
            if (status != XML_STATUS_OK)
                return faultAt(line(), XML_ErrorString(XML_GetErrorCode(m_parser.get())),
                               "well-formed XML");
            text.remove_prefix(size);
        } while (!text.empty());
        if (!m_hasGraph)
            return faultAt(line(), "no graph element", "a graph");
        return m_graph.resolveLinks();
    }

private:
    std::int64_t line() const
    {
        return static_cast<std::int64_t>(XML_GetCurrentLineNumber(m_parser.get()));
    }

    void begin(std::string_view name, const XML_Char **attributes)
    {
        name = localName(name);
        if (m_isFirst && name != m_root)
            return refuse("<" + std::string(name) + ">", "<" + std::string(m_root) + ">");
        m_isFirst = false;
        if (name == "graph")
            m_hasGraph = true;
        else if (name == "node")
            addNode(attributes);
        else if (name == "edge")
            addEdge(attributes);
    }

    void addNode(const XML_Char **attributes)
    {
        const auto id = attributeOf(attributes, "id");
        if (!id)
            return refuse("a node without id", "a node with id");
        if (m_graph.findNode(*id))
            return refuse(*id, "an id that no other node has");
        m_graph.nodeOf(*id);
    }

    void addEdge(const XML_Char **attributes)
    {
        const auto from = attributeOf(attributes, "source");
        const auto to = attributeOf(attributes, "target");
        if (!from || !to)
            return refuse(from ? "an edge without target" : "an edge without source",
                          "an edge with source and target");
        m_graph.addLinkByIds(*from, *to, line());
    }

    void refuse(std::string_view found, std::string expected)
    {
        m_fault = faultAt(line(), found, std::move(expected));
        XML_StopParser(m_parser.get(), XML_FALSE);
    }

    std::string_view m_root;
    GraphBuilder &m_graph;
    Parser m_parser;
    GraphFault m_fault;
    bool m_isFirst = true;
    bool m_hasGraph = false;
};

}  // namespace

GraphFault readGexf(std::string_view text, GraphBuilder &graph)
{
    return XmlGraph("gexf", graph).read(text);
}

GraphFault readGraphMl(std::string_view text, GraphBuilder &graph)
{
    return XmlGraph("graphml", graph).read(text);
}

}  // namespace dateline
