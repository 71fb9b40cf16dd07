// SPDX-License-Identifier: GPL-3.0-or-later
// Parts that are more than their whole, or lie outside its time.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "app/evidence/chronology.h"
#include "app/evidence/disagreement.h"
#include "app/evidence/event_titles.h"
#include "app/model/date_order.h"

namespace dateline {

namespace {

using Quantities = std::vector<const Quantity *>;

bool saysPart(const Quantity &quantity)
{
    constexpr std::array<std::string_view, 4> kPartWords{"of which", "of them", "including",
                                                         "among them"};
    return std::any_of(kPartWords.begin(), kPartWords.end(), [&](std::string_view words) {
        return std::string_view(quantity.what).starts_with(words);
    });
}

std::string number(double value)
{
    std::string text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    if (!text.empty() && text.back() == '.')
        text.pop_back();
    return text;
}

std::string rangeText(std::optional<double> low, std::optional<double> high)
{
    if (low && high && *low == *high)
        return number(*low);
    return (low ? number(*low) : "?") + " to " + (high ? number(*high) : "?");
}

// The least that all parts add up to, and the most of any one, against the most of the whole.
void compare(Findings &findings, const Snapshot &snapshot, EventId event, const Quantity &whole,
             const Quantities &parts, std::vector<ItemRef> items)
{
    if (!whole.high || whole.qualifier == "at least" || parts.empty())
        return;
    const bool isLoose = whole.qualifier == "about";
    double least = 0;
    double most = 0;
    std::string numbers;
    for (const Quantity *part : parts) {
        least += part->low.value_or(0);
        most = std::max(most, part->high.value_or(part->low.value_or(0)));
        numbers += (numbers.empty() ? "" : ", ") + rangeText(part->low, part->high);
    }
    const bool isCertain = least > *whole.high;
    if (!isCertain && most <= *whole.high)
        return;
    const std::string total = rangeText(whole.low, whole.high);
    findings.push_back({isCertain && !isLoose ? Severity::Must : Severity::May, "parts_above_whole",
                        std::move(items),
                        described(snapshot, event) + " counts parts (" + numbers + " " +
                            whole.unit + ") that " + (isCertain ? "are" : "may be") +
                            " more than their whole (" + total + ").",
                        FindingGroup::Chronology, numbers + "; " + total});
}

void checkWithinEvents(Findings &findings, const Snapshot &snapshot)
{
    std::map<std::pair<EventId, std::string>, std::pair<Quantities, Quantities>> byUnit;
    for (const Quantity &quantity : *snapshot.quantities) {
        auto &[wholes, parts] = byUnit[{quantity.event, quantity.unit}];
        if (saysPart(quantity))
            parts.push_back(&quantity);
        else if (quantity.mode == QuantityMode::Total)
            wholes.push_back(&quantity);
    }
    for (const auto &[key, quantities] : byUnit) {
        // With two wholes of a unit nobody can tell whose parts they are.
        if (quantities.first.size() == 1)
            compare(findings, snapshot, key.first, *quantities.first.front(), quantities.second,
                    {key.first});
    }
}

void checkTime(Findings &findings, const Snapshot &snapshot, EventRow part, EventRow whole,
               ClaimId claim)
{
    const EventColumns &events = *snapshot.events;
    const When inner = events.when(part);
    const When outer = events.when(whole);
    if (!certainlyBefore(inner, outer) && !certainlyBefore(outer, inner))
        return;
    const bool isLoose = inner.has(kApproximate) || inner.has(kUncertain) ||
                         outer.has(kApproximate) || outer.has(kUncertain);
    const std::string when(events.whenText(part));
    const std::string around(events.whenText(whole));
    findings.push_back({isLoose ? Severity::May : Severity::Must,
                        "part_outside_whole",
                        {events.id(part), events.id(whole), claim},
                        quoted(events.title(part)) + " (" + when + ") lies outside " +
                            quoted(events.title(whole)) + " (" + around +
                            "), of which it is said to be a part.",
                        FindingGroup::Chronology,
                        when + "; " + around});
}

}  // namespace

void checkWholes(Findings &findings, const Snapshot &snapshot)
{
    checkWithinEvents(findings, snapshot);
    const EventColumns &events = *snapshot.events;
    const auto namesWhole = [](const Claim &claim) {
        return claim.about.kind == ItemKind::Event && claim.field == "part of" &&
               claim.stance == Stance::Supports;
    };
    if (std::none_of(snapshot.claims->begin(), snapshot.claims->end(), namesWhole))
        return;
    const EventTitles titles(events);
    std::map<EventId, std::vector<ItemRef>> parts;  // by their whole
    for (const Claim &claim : *snapshot.claims) {
        const EventRow part = events.rowOf(claim.about.event());
        const EventRow whole = namesWhole(claim) ? titles.find(claim.value) : EventRow();
        if (part.isNull() || whole.isNull() || part == whole)
            continue;
        checkTime(findings, snapshot, part, whole, claim.id);
        std::vector<ItemRef> &of = parts[events.id(whole)];
        if (std::find(of.begin(), of.end(), claim.about) == of.end())
            of.push_back(claim.about);
    }
    for (const auto &[whole, of] : parts) {
        for (const Quantity &total : *snapshot.quantities) {
            if (total.event != whole || total.mode != QuantityMode::Total)
                continue;
            Quantities counted;
            std::vector<ItemRef> items{whole};
            for (const Quantity &quantity : *snapshot.quantities) {
                const bool isPart =
                    std::find(of.begin(), of.end(), ItemRef(quantity.event)) != of.end();
                if (isPart && quantity.unit == total.unit && quantity.what == total.what) {
                    counted.push_back(&quantity);
                    items.emplace_back(quantity.event);
                }
            }
            compare(findings, snapshot, whole, total, counted, std::move(items));
        }
    }
}

}  // namespace dateline
