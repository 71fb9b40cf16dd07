// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/graph_builder.h"

#include <algorithm>

namespace dateline {

namespace {

constexpr std::uint32_t kUnmet = UINT32_MAX;
constexpr std::uint32_t kMostNumbers = 1u << 24;

// Ids such as 0 or 4711; not 007, which is another id than 7.
std::optional<std::uint32_t> smallNumberOf(std::string_view id)
{
    if (id.empty() || id.size() > 8 || (id[0] == '0' && id.size() > 1))
        return std::nullopt;
    std::uint32_t number = 0;
    for (const char c : id) {
        if (c < '0' || c > '9')
            return std::nullopt;
        number = number * 10 + static_cast<std::uint32_t>(c - '0');
    }
    if (number >= kMostNumbers)
        return std::nullopt;
    return number;
}

}  // namespace

Refusal faultAt(std::int64_t line, std::string_view found, std::string expected)
{
    return {"", line, 0, "", cutForDisplay(found), std::move(expected)};
}

std::uint32_t GraphBuilder::nodeOf(std::string_view id)
{
    const auto next = static_cast<std::uint32_t>(m_names.size());
    if (const auto number = smallNumberOf(id)) {
        if (*number >= m_ofNumber.size())
            m_ofNumber.resize(std::max<std::size_t>(*number + 1u, m_ofNumber.size() * 2), kUnmet);
        if (m_ofNumber[*number] == kUnmet) {
            m_ofNumber[*number] = next;
            m_names.emplace_back(id);
        }
        return m_ofNumber[*number];
    }
    if (const auto met = m_ofText.find(id); met != m_ofText.end())
        return met->second;
    m_ofText.emplace(std::string(id), next);
    m_names.emplace_back(id);
    return next;
}

std::optional<std::uint32_t> GraphBuilder::findNode(std::string_view id) const
{
    if (const auto number = smallNumberOf(id)) {
        if (*number < m_ofNumber.size() && m_ofNumber[*number] != kUnmet)
            return m_ofNumber[*number];
        return std::nullopt;
    }
    const auto met = m_ofText.find(id);
    return met == m_ofText.end() ? std::nullopt : std::optional(met->second);
}

void GraphBuilder::addLinkByIds(std::string_view from, std::string_view to, std::int64_t line)
{
    const auto first = findNode(from);
    const auto second = findNode(to);
    if (first && second)
        addLink(*first, *second);
    else
        m_unresolved.push_back({std::string(from), std::string(to), line});
}

GraphFault GraphBuilder::resolveLinks()
{
    for (const LinkByIds &link : m_unresolved) {
        const auto from = findNode(link.from);
        const auto to = findNode(link.to);
        if (!from || !to)
            return faultAt(link.line, from ? link.to : link.from, "the id of a node");
        addLink(*from, *to);
    }
    m_unresolved.clear();
    return std::nullopt;
}

EdgeList GraphBuilder::take()
{
    EdgeList list{std::move(m_names), {}};
    list.pairs.reserve(m_links.size());
    for (const auto &[from, to] : m_links)
        if (from != to)
            list.pairs.emplace_back(std::min(from, to), std::max(from, to));
    // Sorting whole words is several times faster than sorting pairs.
    std::vector<std::uint64_t> keys;
    keys.reserve(list.pairs.size());
    for (const auto &[a, b] : list.pairs)
        keys.push_back((std::uint64_t{a} << 32) | b);
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    list.pairs.clear();
    for (const std::uint64_t key : keys)
        list.pairs.emplace_back(static_cast<std::uint32_t>(key >> 32),
                                static_cast<std::uint32_t>(key));
    return list;
}

}  // namespace dateline
