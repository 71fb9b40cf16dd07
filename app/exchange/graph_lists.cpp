// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/graph_lists.h"

#include <algorithm>
#include <charconv>

#include "app/model/word_tokens.h"

namespace dateline {

namespace {

constexpr std::uint32_t kMostNodes = 50'000'000;

std::optional<std::uint32_t> numberIn(std::string_view text)
{
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

// Lines with their words: parted by the signs, quoted words whole.
class WordLines {
public:
    WordLines(std::string_view text, std::string_view parting) : m_rest(text), m_parting(parting) {}

    bool next(std::vector<std::string_view> &words)
    {
        while (!m_rest.empty()) {
            const std::size_t end = std::min(m_rest.find('\n'), m_rest.size());
            const std::string_view line = m_rest.substr(0, end);
            m_rest.remove_prefix(std::min(end + 1, m_rest.size()));
            ++m_line;
            split(line, words);
            if (!words.empty() && words[0][0] != '%')
                return true;
        }
        words.clear();
        return false;
    }
    std::int64_t line() const { return m_line; }

private:
    bool isParting(char c) const { return m_parting.find(c) != std::string_view::npos; }
    void split(std::string_view line, std::vector<std::string_view> &words) const
    {
        words.clear();
        for (std::size_t at = 0; at < line.size();) {
            if (isParting(line[at])) {
                ++at;
                continue;
            }
            const std::size_t begin = at;
            if (line[at] == '"') {
                at = std::min(line.find('"', at + 1), line.size() - 1) + 1;
                words.push_back(line.substr(begin + 1, at - begin - 2));
                if (words.back().empty())
                    words.pop_back();
                continue;
            }
            while (at < line.size() && !isParting(line[at]))
                ++at;
            words.push_back(line.substr(begin, at - begin));
        }
    }

    std::string_view m_rest;
    std::string_view m_parting;
    std::int64_t m_line = 0;
};

void addNumbered(std::uint32_t count, GraphBuilder &graph)
{
    for (std::uint32_t node = 1; node <= count; ++node)
        graph.nodeOf(std::to_string(node));
}

}  // namespace

GraphFault readPajek(std::string_view text, GraphBuilder &graph)
{
    enum class Part { None, Nodes, Links, Lists, Matrix, Other };
    WordLines lines(text, " \t\r");
    std::vector<std::string_view> words;
    Part part = Part::None;
    std::uint32_t count = 0;
    std::uint32_t row = 0;
    while (lines.next(words)) {
        const std::string first = asciiLower(words[0]);
        if (first[0] == '*') {
            part = first == "*vertices"                            ? Part::Nodes
                   : first == "*edges" || first == "*arcs"         ? Part::Links
                   : first == "*edgeslist" || first == "*arcslist" ? Part::Lists
                   : first == "*matrix"                            ? Part::Matrix
                                                                   : Part::Other;
            if (part != Part::Nodes)
                continue;
            const auto declared = words.size() > 1 ? numberIn(words[1]) : std::nullopt;
            if (!declared || *declared > kMostNodes)
                return faultAt(lines.line(), words.size() > 1 ? words[1] : words[0],
                               "*Vertices and their number");
            count = *declared;
            addNumbered(count, graph);
            continue;
        }
        if (part == Part::None)
            return faultAt(lines.line(), words[0], "*Vertices");
        const auto nodeAt = [&](std::string_view word) -> std::optional<std::uint32_t> {
            const auto number = numberIn(word);
            return number && *number >= 1 && *number <= count ? std::optional(*number - 1)
                                                              : std::nullopt;
        };
        const std::string expected = "a node from 1 to " + std::to_string(count);
        if (part == Part::Nodes) {
            if (!nodeAt(words[0]))
                return faultAt(lines.line(), words[0], expected);
        } else if (part == Part::Links || part == Part::Lists) {
            if (words.size() < 2)
                return faultAt(lines.line(), words[0], "two nodes");
            const std::size_t ends = part == Part::Links ? 2 : words.size();
            const auto from = nodeAt(words[0]);
            for (std::size_t i = 1; i < ends; ++i) {
                const auto to = nodeAt(words[i]);
                if (!from || !to)
                    return faultAt(lines.line(), from ? words[i] : words[0], expected);
                graph.addLink(*from, *to);
            }
        } else if (part == Part::Matrix) {
            if (row >= count || words.size() != count)
                return faultAt(lines.line(), std::to_string(words.size()) + " cells",
                               std::to_string(count) + " rows of as many cells");
            for (std::uint32_t i = 0; i < count; ++i)
                if (words[i] != "0")
                    graph.addLink(row, i);
            ++row;
        }
    }
    if (part == Part::None)
        return faultAt(lines.line(), "no *Vertices", "*Vertices");
    return std::nullopt;
}

GraphFault readDl(std::string_view text, GraphBuilder &graph)
{
    WordLines lines(text, " \t\r,=");
    std::vector<std::string_view> words;
    std::uint32_t count = 0;
    std::string format = "fullmatrix";
    bool hasLabels = false;
    bool isEmbedded = false;
    std::vector<std::string> labels;
    bool isFirst = true;
    bool isData = false;
    while (!isData && lines.next(words)) {
        std::size_t at = 0;
        if (std::exchange(isFirst, false) && asciiLower(words[at++]) != "dl")
            return faultAt(lines.line(), words[0], "DL");
        for (; at < words.size(); ++at) {
            const std::string word = asciiLower(words[at]);
            if (word == "n" && at + 1 < words.size()) {
                const auto number = numberIn(words[++at]);
                if (!number || *number > kMostNodes)
                    return faultAt(lines.line(), words[at], "the number of nodes");
                count = *number;
            } else if (word == "format" && at + 1 < words.size()) {
                format = asciiLower(words[++at]);
            } else if (word == "labels" || word == "labels:") {
                hasLabels = true;
            } else if (word == "embedded" || word == "embedded:") {
                isEmbedded = true;
            } else if (word == "data:") {
                isData = true;
            } else if (hasLabels && !isEmbedded) {
                labels.emplace_back(words[at]);
            } else {
                return faultAt(lines.line(), words[at], "n, format, labels or data:");
            }
        }
    }
    if (!isData)
        return faultAt(lines.line(), "no data", "data:");
    if (format != "fullmatrix" && format != "edgelist1" && format != "nodelist1")
        return faultAt(1, format, "fullmatrix, edgelist1 or nodelist1");
    if (!labels.empty() && labels.size() != count)
        return faultAt(lines.line(), std::to_string(labels.size()) + " labels",
                       std::to_string(count) + " labels");
    for (const std::string &label : labels)
        graph.nodeOf(label);
    if (!isEmbedded && labels.empty())
        addNumbered(count, graph);
    const std::string tooMany = "no more than " + std::to_string(count) + " nodes";
    std::uint32_t row = 0;
    while (lines.next(words)) {
        if (format == "fullmatrix") {
            if (row >= count || words.size() != count)
                return faultAt(lines.line(),
                               row >= count ? "one more row"
                                            : std::to_string(words.size()) + " cells",
                               std::to_string(count) + " rows of as many cells");
            for (std::uint32_t i = 0; i < count; ++i)
                if (words[i] != "0")
                    graph.addLink(row, i);
            ++row;
            continue;
        }
        if (words.size() < 2)
            return faultAt(lines.line(), words[0], "two nodes");
        const std::size_t ends = format == "edgelist1" ? 2 : words.size();
        for (std::size_t i = 1; i < ends; ++i) {
            for (const std::string_view word : {words[0], words[i]}) {
                if (isEmbedded)
                    graph.nodeOf(word);
                const auto number = numberIn(word);
                if (!graph.findNode(word) && !(number && *number >= 1 && *number <= count))
                    return faultAt(lines.line(), word, "a node");
            }
            if (graph.nodeCount() > count)
                return faultAt(lines.line(), words[i], tooMany);
            const auto nodeAt = [&](std::string_view word) {
                const auto known = graph.findNode(word);
                return known ? *known : *numberIn(word) - 1;
            };
            graph.addLink(nodeAt(words[0]), nodeAt(words[i]));
        }
    }
    if (format == "fullmatrix" && row != count)
        return faultAt(lines.line(), std::to_string(row) + " rows",
                       std::to_string(count) + " rows");
    return std::nullopt;
}

GraphFault readTlp(std::string_view text, GraphBuilder &graph)
{
    // Lists in parentheses; only (nodes ...) and (edge id from to) of the outermost are looked at.
    std::vector<std::vector<std::string_view>> open;
    std::int64_t line = 1;
    bool isTlp = false;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (c == '\n' || c == ' ' || c == '\t' || c == '\r') {
            line += c == '\n' ? 1 : 0;
            ++at;
        } else if (c == ';') {
            at = std::min(text.find('\n', at), text.size());
        } else if (c == '(') {
            open.emplace_back();
            ++at;
        } else if (c == ')') {
            if (open.empty())
                return faultAt(line, ")", "no more than is open");
            const std::vector<std::string_view> words = std::move(open.back());
            open.pop_back();
            ++at;
            if (words.empty() || open.size() != 1)
                continue;
            if (words[0] == "nodes") {
                for (std::size_t i = 1; i < words.size(); ++i) {
                    const std::size_t dots = words[i].find("..");
                    const auto first = numberIn(words[i].substr(0, dots));
                    const auto last = dots == std::string_view::npos
                                          ? first
                                          : numberIn(words[i].substr(dots + 2));
                    if (!first || !last || *last < *first || *last > kMostNodes)
                        return faultAt(line, words[i], "a node's number");
                    for (std::uint32_t node = *first; node <= *last; ++node) {
                        const std::string id = std::to_string(node);
                        if (graph.findNode(id))
                            return faultAt(line, id, "an id that no other node has");
                        graph.nodeOf(id);
                    }
                }
            } else if (words[0] == "edge") {
                if (words.size() != 4)
                    return faultAt(line, std::to_string(words.size() - 1) + " numbers",
                                   "an edge with id, source and target");
                graph.addLinkByIds(words[2], words[3], line);
            }
        } else {
            const std::size_t begin = at;
            if (c == '"') {
                for (++at; at < text.size() && text[at] != '"'; ++at) {
                    line += text[at] == '\n' ? 1 : 0;
                    at += text[at] == '\\' ? 1u : 0u;
                }
                at = std::min(at + 1, text.size());
            } else {
                at = std::min(text.find_first_of(" \t\r\n()", at), text.size());
            }
            if (open.empty())
                return faultAt(line, text.substr(begin, at - begin), "(tlp");
            open.back().push_back(text.substr(begin, at - begin));
            isTlp = isTlp || open[0][0] == "tlp";
            if (!isTlp)
                return faultAt(line, text.substr(begin, at - begin), "(tlp");
        }
    }
    if (!isTlp || !open.empty())
        return faultAt(line, "the end of the file", isTlp ? ")" : "(tlp");
    return graph.resolveLinks();
}

GraphFault readGdf(std::string_view text, GraphBuilder &graph)
{
    WordLines lines(text, ",\r");
    std::vector<std::string_view> words;
    bool isNodes = false;
    bool isEdges = false;
    const auto trimmed = [](std::string_view word) {
        while (!word.empty() && word.front() == ' ')
            word.remove_prefix(1);
        while (!word.empty() && word.back() == ' ')
            word.remove_suffix(1);
        return word;
    };
    while (lines.next(words)) {
        const std::string first = asciiLower(trimmed(words[0]));
        if (first.starts_with("nodedef>") || first.starts_with("edgedef>")) {
            isNodes = first[0] == 'n';
            isEdges = !isNodes;
            continue;
        }
        if (isNodes) {
            graph.nodeOf(trimmed(words[0]));
        } else if (isEdges) {
            if (words.size() < 2)
                return faultAt(lines.line(), words[0], "two nodes");
            const std::uint32_t from = graph.nodeOf(trimmed(words[0]));
            graph.addLink(from, graph.nodeOf(trimmed(words[1])));
        } else {
            return faultAt(lines.line(), words[0], "nodedef>");
        }
    }
    if (!isNodes && !isEdges)
        return faultAt(lines.line(), "no nodedef>", "nodedef>");
    return std::nullopt;
}

}  // namespace dateline
