// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/graph_dot.h"

#include <algorithm>
#include <vector>

namespace dateline {

namespace {

constexpr int kDeepest = 200;                    // subgraphs within subgraphs
constexpr std::size_t kMostAtOnce = 20'000'000;  // links by one sign between subgraphs

struct Token {
    enum class Kind { Id, Sign, Link, End };
    Kind kind = Kind::End;
    std::string text;
    std::int64_t line = 0;
    bool isQuoted = false;  // then no keyword

    bool isSign(char sign) const { return kind == Kind::Sign && text[0] == sign; }
};

class DotTokens {
public:
    explicit DotTokens(std::string_view text) : m_text(text) { advance(); }

    const Token &peek() const { return m_next; }
    Token take()
    {
        Token token = std::move(m_next);
        advance();
        return token;
    }

private:
    static bool isIdSign(char c)
    {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '_' || c == '.' || static_cast<unsigned char>(c) >= 0x80;
    }
    char at(std::size_t place) const { return place < m_text.size() ? m_text[place] : '\0'; }

    void skipBlanks()
    {
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == '\n') {
                ++m_line;
                ++m_at;
            } else if (c == ' ' || c == '\t' || c == '\r') {
                ++m_at;
            } else if ((c == '/' && at(m_at + 1) == '/') ||
                       (c == '#' && (m_at == 0 || m_text[m_at - 1] == '\n'))) {
                m_at = std::min(m_text.find('\n', m_at), m_text.size());
            } else if (c == '/' && at(m_at + 1) == '*') {
                const std::size_t end = std::min(m_text.find("*/", m_at + 2), m_text.size());
                m_line += std::count(m_text.begin() + static_cast<std::ptrdiff_t>(m_at),
                                     m_text.begin() + static_cast<std::ptrdiff_t>(end), '\n');
                m_at = std::min(end + 2, m_text.size());
            } else {
                return;
            }
        }
    }

    void advance()
    {
        skipBlanks();
        m_next = {Token::Kind::End, "the end of the file", m_line, false};
        if (m_at >= m_text.size())
            return;
        const char c = m_text[m_at];
        if (c == '-' && (at(m_at + 1) == '-' || at(m_at + 1) == '>')) {
            m_next = {Token::Kind::Link, std::string(m_text.substr(m_at, 2)), m_line, false};
            m_at += 2;
        } else if (c == '"') {
            takeQuoted();
        } else if (c == '<') {
            takeMarkup();
        } else if (isIdSign(c) || (c == '-' && (isIdSign(at(m_at + 1))))) {
            const std::size_t begin = m_at++;
            while (m_at < m_text.size() && isIdSign(m_text[m_at]))
                ++m_at;
            m_next = {Token::Kind::Id, std::string(m_text.substr(begin, m_at - begin)), m_line,
                      false};
        } else {
            m_next = {Token::Kind::Sign, std::string(1, c), m_line, false};
            ++m_at;
        }
    }

    // "a" + "b" is one id.
    void takeQuoted()
    {
        Token token{Token::Kind::Id, "", m_line, true};
        for (;;) {
            ++m_at;
            while (m_at < m_text.size() && m_text[m_at] != '"') {
                const char c = m_text[m_at];
                m_line += c == '\n' ? 1 : 0;
                if (c == '\\' && at(m_at + 1) == '"')
                    ++m_at;
                else if (c == '\\' && at(m_at + 1) == '\n') {
                    m_at += 2;
                    ++m_line;
                    continue;
                }
                token.text += m_text[m_at++];
            }
            if (m_at >= m_text.size()) {
                m_next = {Token::Kind::End, "a text that does not end", token.line, false};
                return;
            }
            ++m_at;
            skipBlanks();
            if (at(m_at) != '+')
                break;
            ++m_at;
            skipBlanks();
            if (at(m_at) != '"')
                break;
        }
        m_next = std::move(token);
    }

    void takeMarkup()
    {
        const std::int64_t line = m_line;
        const std::size_t begin = m_at;
        int depth = 0;
        do {
            const char c = m_text[m_at++];
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            m_line += c == '\n' ? 1 : 0;
        } while (depth > 0 && m_at < m_text.size());
        m_next = {depth > 0 ? Token::Kind::End : Token::Kind::Id,
                  depth > 0 ? "a text that does not end"
                            : std::string(m_text.substr(begin, m_at - begin)),
                  line, true};
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::int64_t m_line = 1;
    Token m_next;
};

class DotReader {
public:
    DotReader(std::string_view text, GraphBuilder &graph) : m_tokens(text), m_graph(graph) {}

    GraphFault read()
    {
        if (isWord("strict"))
            m_tokens.take();
        if (!isWord("graph") && !isWord("digraph"))
            return expect("graph or digraph");
        m_link = isWord("graph") ? "--" : "->";
        m_tokens.take();
        if (m_tokens.peek().kind == Token::Kind::Id)
            m_tokens.take();
        if (!m_tokens.peek().isSign('{'))
            return expect("{");
        m_tokens.take();
        std::vector<std::uint32_t> nodes;
        if (GraphFault fault = readStatements(nodes, 1))
            return fault;
        if (m_tokens.peek().kind != Token::Kind::End)
            return expect("nothing after the graph");
        return std::nullopt;
    }

private:
    GraphFault expect(std::string expected) const
    {
        return faultAt(m_tokens.peek().line, m_tokens.peek().text, std::move(expected));
    }
    // Keywords are written in any case.
    bool isWord(std::string_view word) const
    {
        const Token &token = m_tokens.peek();
        return token.kind == Token::Kind::Id && !token.isQuoted &&
               token.text.size() == word.size() &&
               std::equal(word.begin(), word.end(), token.text.begin(), [](char a, char b) {
                   return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b - 'A' + 'a') : b);
               });
    }

    // Up to the brace that closes; nodes are those that are named within.
    GraphFault readStatements(std::vector<std::uint32_t> &nodes, int depth)
    {
        if (depth > kDeepest)
            return expect("fewer subgraphs within each other");
        while (!m_tokens.peek().isSign('}')) {
            if (m_tokens.peek().isSign(';')) {
                m_tokens.take();
                continue;
            }
            if (GraphFault fault = readStatement(nodes, depth))
                return fault;
        }
        m_tokens.take();
        return std::nullopt;
    }

    GraphFault readStatement(std::vector<std::uint32_t> &nodes, int depth)
    {
        if (isWord("graph") || isWord("node") || isWord("edge")) {
            m_tokens.take();
            return m_tokens.peek().isSign('[') ? readAttributes() : expect("[");
        }
        std::vector<std::uint32_t> ends;
        bool isSetting = false;
        if (GraphFault fault = readEnd(ends, depth, &isSetting))
            return fault;
        if (isSetting)
            return std::nullopt;
        nodes.insert(nodes.end(), ends.begin(), ends.end());
        while (m_tokens.peek().kind == Token::Kind::Link) {
            if (m_tokens.peek().text != m_link)
                return expect(m_link + " in such a graph");
            m_tokens.take();
            std::vector<std::uint32_t> next;
            if (GraphFault fault = readEnd(next, depth, nullptr))
                return fault;
            if (ends.size() * next.size() > kMostAtOnce)
                return expect("fewer links between two subgraphs");
            for (const std::uint32_t from : ends)
                for (const std::uint32_t to : next)
                    m_graph.addLink(from, to);
            nodes.insert(nodes.end(), next.begin(), next.end());
            ends = std::move(next);
        }
        return m_tokens.peek().isSign('[') ? readAttributes() : std::nullopt;
    }

    // A node or a subgraph; where isSetting is given, "name = value" too.
    GraphFault readEnd(std::vector<std::uint32_t> &ends, int depth, bool *isSetting)
    {
        const bool isSubgraph = isWord("subgraph");
        if (isSubgraph) {
            m_tokens.take();
            if (m_tokens.peek().kind == Token::Kind::Id)
                m_tokens.take();
        }
        if (m_tokens.peek().isSign('{')) {
            m_tokens.take();
            GraphFault fault = readStatements(ends, depth + 1);
            std::sort(ends.begin(), ends.end());
            ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
            return fault;
        }
        if (isSubgraph)
            return expect("{");
        if (m_tokens.peek().kind != Token::Kind::Id)
            return expect("a node");
        const Token name = m_tokens.take();
        if (isSetting != nullptr && m_tokens.peek().isSign('=')) {
            m_tokens.take();
            *isSetting = true;
            if (m_tokens.peek().kind != Token::Kind::Id)
                return expect("a value");
            m_tokens.take();
            return std::nullopt;
        }
        for (int i = 0; i < 2 && m_tokens.peek().isSign(':'); ++i) {
            m_tokens.take();
            if (m_tokens.peek().kind != Token::Kind::Id)
                return expect("a port");
            m_tokens.take();
        }
        ends.push_back(m_graph.nodeOf(name.text));
        return std::nullopt;
    }

    GraphFault readAttributes()
    {
        while (m_tokens.peek().isSign('[')) {
            m_tokens.take();
            while (!m_tokens.peek().isSign(']')) {
                if (m_tokens.peek().kind != Token::Kind::Id)
                    return expect("the name of an attribute, or ]");
                m_tokens.take();
                if (!m_tokens.peek().isSign('='))
                    return expect("=");
                m_tokens.take();
                if (m_tokens.peek().kind != Token::Kind::Id)
                    return expect("a value");
                m_tokens.take();
                if (m_tokens.peek().isSign(',') || m_tokens.peek().isSign(';'))
                    m_tokens.take();
            }
            m_tokens.take();
        }
        return std::nullopt;
    }

    DotTokens m_tokens;
    GraphBuilder &m_graph;
    std::string m_link;
};

}  // namespace

GraphFault readDot(std::string_view text, GraphBuilder &graph)
{
    return DotReader(text, graph).read();
}

}  // namespace dateline
