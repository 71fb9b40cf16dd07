// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/graph_gml.h"

namespace dateline {

namespace {

struct Token {
    enum class Kind { Word, Text, Open, Close, End };
    Kind kind = Kind::End;
    std::string_view text;
    std::int64_t line = 0;
};

class GmlTokens {
public:
    explicit GmlTokens(std::string_view text) : m_text(text) {}

    Token next()
    {
        skipBlanks();
        if (m_at >= m_text.size())
            return {Token::Kind::End, "the end of the file", m_line};
        const std::size_t begin = m_at;
        const std::int64_t line = m_line;
        const char c = m_text[m_at++];
        if (c == '[' || c == ']')
            return {c == '[' ? Token::Kind::Open : Token::Kind::Close, m_text.substr(begin, 1),
                    line};
        if (c == '"') {
            while (m_at < m_text.size() && m_text[m_at] != '"')
                m_line += m_text[m_at++] == '\n' ? 1 : 0;
            const std::string_view text = m_text.substr(begin + 1, m_at - begin - 1);
            if (m_at >= m_text.size())
                return {Token::Kind::End, "a text that does not end", line};
            ++m_at;
            return {Token::Kind::Text, text, line};
        }
        while (m_at < m_text.size() && !isEnd(m_text[m_at]))
            ++m_at;
        return {Token::Kind::Word, m_text.substr(begin, m_at - begin), line};
    }

private:
    static bool isEnd(char c)
    {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '[' || c == ']' || c == '"';
    }
    void skipBlanks()
    {
        bool isLineBegin = m_at == 0;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == '\n') {
                ++m_line;
                isLineBegin = true;
            } else if (c == '#' && (isLineBegin || m_at == 0 || m_text[m_at - 1] == '\n')) {
                while (m_at + 1 < m_text.size() && m_text[m_at + 1] != '\n')
                    ++m_at;
            } else if (c != ' ' && c != '\t' && c != '\r') {
                return;
            }
            ++m_at;
        }
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::int64_t m_line = 1;
};

class GmlReader {
public:
    GmlReader(std::string_view text, GraphBuilder &graph) : m_tokens(text), m_graph(graph) {}

    GraphFault read()
    {
        bool hasGraph = false;
        for (Token key = m_tokens.next(); key.kind != Token::Kind::End; key = m_tokens.next()) {
            m_lastLine = key.line;
            if (key.kind != Token::Kind::Word)
                return faultAt(key.line, key.text, "a key such as graph");
            const bool isGraph = key.text == "graph";
            if (isGraph && hasGraph)
                return faultAt(key.line, "a second graph", "one graph");
            hasGraph = hasGraph || isGraph;
            if (GraphFault fault = isGraph ? readList(&GmlReader::takeOfGraph) : skipValue())
                return fault;
        }
        if (!hasGraph)
            return faultAt(m_lastLine, "no graph", "graph [ ... ]");
        return m_graph.resolveLinks();
    }

private:
    using Take = GraphFault (GmlReader::*)(const Token &key);

    // "[", keys with their values, "]".
    GraphFault readList(Take take)
    {
        const Token open = m_tokens.next();
        if (open.kind != Token::Kind::Open)
            return faultAt(open.line, open.text, "[");
        for (;;) {
            const Token key = m_tokens.next();
            m_lastLine = key.line;
            if (key.kind == Token::Kind::Close)
                return std::nullopt;
            if (key.kind != Token::Kind::Word)
                return faultAt(key.line, key.text, "a key, or ]");
            if (GraphFault fault = (this->*take)(key))
                return fault;
        }
    }

    // Whatever it holds, without recursion: a file must not be able to exhaust the stack.
    GraphFault skipValue()
    {
        int depth = 0;
        do {
            Token value = m_tokens.next();
            if (depth > 0) {
                if (value.kind == Token::Kind::Close) {
                    --depth;
                    continue;
                }
                if (value.kind != Token::Kind::Word)
                    return faultAt(value.line, value.text, "a key, or ]");
                value = m_tokens.next();
            }
            if (value.kind == Token::Kind::Open)
                ++depth;
            else if (value.kind != Token::Kind::Word && value.kind != Token::Kind::Text)
                return faultAt(value.line, value.text, "a value");
        } while (depth > 0);
        return std::nullopt;
    }

    GraphFault takeOfGraph(const Token &key)
    {
        if (key.text == "node") {
            m_id.reset();
            if (GraphFault fault = readList(&GmlReader::takeOfNode))
                return fault;
            if (!m_id)
                return faultAt(key.line, "a node without id", "a node with id");
            if (m_graph.findNode(*m_id))
                return faultAt(key.line, *m_id, "an id that no other node has");
            m_graph.nodeOf(*m_id);
            return std::nullopt;
        }
        if (key.text == "edge") {
            m_source.reset();
            m_target.reset();
            if (GraphFault fault = readList(&GmlReader::takeOfEdge))
                return fault;
            if (!m_source || !m_target)
                return faultAt(key.line,
                               m_source ? "an edge without target" : "an edge without source",
                               "an edge with source and target");
            m_graph.addLinkByIds(*m_source, *m_target, key.line);
            return std::nullopt;
        }
        return skipValue();
    }

    GraphFault takeOfNode(const Token &key)
    {
        return key.text == "id" ? takeOnce(key, m_id) : skipValue();
    }
    GraphFault takeOfEdge(const Token &key)
    {
        if (key.text == "source")
            return takeOnce(key, m_source);
        return key.text == "target" ? takeOnce(key, m_target) : skipValue();
    }

    GraphFault takeOnce(const Token &key, std::optional<std::string_view> &value)
    {
        if (value)
            return faultAt(key.line, "a second " + std::string(key.text),
                           "one " + std::string(key.text));
        const Token token = m_tokens.next();
        if (token.kind != Token::Kind::Word && token.kind != Token::Kind::Text)
            return faultAt(token.line, token.text, "a value");
        value = token.text;
        return std::nullopt;
    }

    GmlTokens m_tokens;
    GraphBuilder &m_graph;
    std::int64_t m_lastLine = 1;
    std::optional<std::string_view> m_id;
    std::optional<std::string_view> m_source;
    std::optional<std::string_view> m_target;
};

}  // namespace

GraphFault readGml(std::string_view text, GraphBuilder &graph)
{
    return GmlReader(text, graph).read();
}

}  // namespace dateline
