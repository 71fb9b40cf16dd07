// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/node_labels.h"

#include <cmath>

namespace dateline {

namespace {

constexpr double kOneLine = 132;  // names up to here stay on one line, pixels at 12 px a letter
constexpr double kMostWidth = 170;
constexpr double kMostPost = 196;

// The bytes of the first code point from here on, at least one.
std::size_t letterLength(std::string_view text, std::size_t at)
{
    std::size_t length = 1;
    while (at + length < text.size() &&
           (static_cast<unsigned char>(text[at + length]) & 0xC0) == 0x80)
        ++length;
    return length;
}

std::string elided(const std::string &text, double width, NetworkFont font,
                   const NetworkMeasure &measure)
{
    if (measure.width(text, font) <= width)
        return text;
    std::string kept;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = letterLength(text, i);
        const std::string longer = kept + text.substr(i, length);
        if (measure.width(longer + "…", font) > width)
            break;
        kept = longer;
        i += length;
    }
    while (!kept.empty() && (kept.back() == ' ' || kept.back() == ','))
        kept.pop_back();
    return kept + "…";
}

// Where the text is broken into the two lines of most equal width; npos without a space.
std::size_t bestBreak(const std::string &text, const NetworkMeasure &measure)
{
    std::size_t best = std::string::npos;
    double bestWidth = 0;
    for (std::size_t at = text.find(' '); at != std::string::npos; at = text.find(' ', at + 1)) {
        const double width = std::max(measure.width(text.substr(0, at), NetworkFont::Name),
                                      measure.width(text.substr(at + 1), NetworkFont::Name));
        if (best == std::string::npos || width < bestWidth) {
            best = at;
            bestWidth = width;
        }
    }
    return best;
}

// Greek, Cyrillic, Hangul and all that follow: letters that a reader of Latin ones wants beside
// them.
bool hasOtherScript(std::string_view text)
{
    for (std::size_t i = 0; i < text.size(); i += letterLength(text, i)) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const auto next = static_cast<unsigned char>(i + 1 < text.size() ? text[i + 1] : '\0');
        // U+1E00 to U+1EFF are Latin with marks, U+2000 to U+2FFF mostly signs.
        const bool isLatinOrSign = lead < 0xCD || lead == 0xE2 || (lead == 0xE1 && next >= 0xB8);
        if (!isLatinOrSign)
            return true;
    }
    return false;
}

// One line, or two where the name is long.
std::vector<std::string> linesOf(const std::string &name, const NetworkMeasure &measure)
{
    const std::size_t breakAt = measure.width(name, NetworkFont::Name) > kOneLine
                                    ? bestBreak(name, measure)
                                    : std::string::npos;
    if (breakAt == std::string::npos)
        return {elided(name, kMostWidth, NetworkFont::Name, measure)};
    return {elided(name.substr(0, breakAt), kMostWidth, NetworkFont::Name, measure),
            elided(name.substr(breakAt + 1), kMostWidth, NetworkFont::Name, measure)};
}

}  // namespace

std::string postOf(const Snapshot &snapshot, ActorId actor, std::optional<Instant> asOf)
{
    const Role *best = nullptr;
    for (const Role &role : *snapshot.roles) {
        if (role.actor != actor || (asOf && !isValidAt(role.when.when(), *asOf)))
            continue;
        const auto isNewer = [](const DateBounds &a, const DateBounds &b) {
            return a.latestEnd != b.latestEnd ? a.latestEnd > b.latestEnd
                                              : a.earliestBegin > b.earliestBegin;
        };
        // Where two hold on the day (the year of a change of office), the later one is said.
        if (!best || isNewer(role.when.when().bounds, best->when.when().bounds))
            best = &role;
    }
    if (!best)
        return {};
    const Actor *body = best->body ? snapshot.actor(best->body) : nullptr;
    return body && body->kind != "state" ? best->title + ", " + body->name : best->title;
}

std::string otherScriptName(const Actor &actor)
{
    if (hasOtherScript(actor.name))
        return {};
    for (const Alias &alias : actor.aliases)
        if (hasOtherScript(alias.text))
            return alias.text;
    return {};
}

NodeLabel labelOf(const Snapshot &snapshot, const Network &network, std::uint32_t node,
                  std::optional<Instant> asOf, const NetworkMeasure &measure)
{
    if (network.foldedAt(node) == nullptr)
        return labelOf(snapshot, network.nodes()[node].actor, asOf, measure);
    NodeLabel label;
    label.name = linesOf(markName(snapshot, network, node), measure);
    for (const std::string &line : label.name)
        label.width = std::max(label.width, measure.width(line, NetworkFont::Name));
    label.height = static_cast<double>(label.name.size()) * measure.nameHeight;
    return label;
}

NodeLabel labelOf(const Snapshot &snapshot, ActorRow row, std::optional<Instant> asOf,
                  const NetworkMeasure &measure)
{
    const Actor &actor = snapshot.actor(row);
    NodeLabel label;
    const auto widthOf = [&measure](const std::string &text, NetworkFont font) {
        return measure.width(text, font);
    };
    label.name = linesOf(actor.name, measure);
    double nameWidth = 0;
    for (const std::string &line : label.name)
        nameWidth = std::max(nameWidth, widthOf(line, NetworkFont::Name));

    label.second = postOf(snapshot, actor.id, asOf);
    if (!label.second.empty()) {
        if (widthOf(label.second, NetworkFont::Small) > kMostPost)
            label.second = label.second.substr(0, label.second.find(", "));
        label.second = elided(label.second, kMostPost, NetworkFont::Small, measure);
    } else {
        // A name in another script helps where it is short; long ones are in the tooltip.
        label.second = otherScriptName(actor);
        if (label.name.size() > 1 ||
            widthOf(label.second, NetworkFont::Small) > std::max(1.3 * nameWidth, 70.0))
            label.second.clear();
    }
    label.width =
        std::max(nameWidth, label.second.empty() ? 0 : widthOf(label.second, NetworkFont::Small));
    label.height = static_cast<double>(label.name.size()) * measure.nameHeight +
                   (label.second.empty() ? 0 : measure.smallHeight);
    return label;
}

float nodeRadius(const Network &network, std::uint32_t node, NodeSizing sizing)
{
    if (sizing == NodeSizing::Equal)
        return 12.0F;
    const double measure = sizing == NodeSizing::ByLinks
                               ? static_cast<double>(network.linksOf(node).size())
                               : network.nodes()[node].events;
    return static_cast<float>(std::clamp(8.5 + 2.2 * std::sqrt(measure), 10.0, 18.0));
}

std::vector<float> nodeRadii(const Network &network, NodeSizing sizing)
{
    std::vector<float> radii(network.nodeCount());
    for (std::uint32_t i = 0; i < network.nodeCount(); ++i)
        radii[i] = nodeRadius(network, i, sizing);
    return radii;
}

}  // namespace dateline
