// SPDX-License-Identifier: GPL-3.0-or-later
// What the readers of graph files (graph_*.h) fill: nodes by their ids as the file writes them, and
// links between them. Ids that are small whole numbers are found without hashing. A reader that
// meets links before nodes names both and asks for unknown ids at the end.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "app/exchange/refusal.h"

namespace dateline {

struct EdgeList {
    std::vector<std::string> names;  // ids of the nodes, in the order of their first appearance
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;  // each once, smaller number first
};

// What a reader found wrong, without the name of the file.
using GraphFault = std::optional<Refusal>;
Refusal faultAt(std::int64_t line, std::string_view found, std::string expected);

class GraphBuilder {
public:
    // The number of the id, a new one where it was not met before.
    std::uint32_t nodeOf(std::string_view id);
    // nullopt where the id is not known.
    std::optional<std::uint32_t> findNode(std::string_view id) const;
    std::uint32_t nodeCount() const { return static_cast<std::uint32_t>(m_names.size()); }

    void addLink(std::uint32_t from, std::uint32_t to) { m_links.emplace_back(from, to); }
    // For formats in which nodes may be declared after the links that name them.
    void addLinkByIds(std::string_view from, std::string_view to, std::int64_t line);
    // Turns links by ids into links; the first unknown id is a fault.
    GraphFault resolveLinks();

    // Loops and repeated links are dropped.
    EdgeList take();

private:
    struct IdHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view id) const
        {
            return std::hash<std::string_view>()(id);
        }
    };
    struct LinkByIds {
        std::string from;
        std::string to;
        std::int64_t line;
    };
    std::vector<std::string> m_names;
    std::vector<std::uint32_t> m_ofNumber;  // by the id as a number
    std::unordered_map<std::string, std::uint32_t, IdHash, std::equal_to<>> m_ofText;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_links;
    std::vector<LinkByIds> m_unresolved;
};

}  // namespace dateline
