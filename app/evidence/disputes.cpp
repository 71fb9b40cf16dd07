// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/disputes.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>
#include <utility>

#include "app/evidence/participants.h"
#include "app/evidence/quantity_disputes.h"
#include "app/model/date_order.h"
#include "app/model/grade.h"

namespace dateline {

namespace {

// A claim that fills one of these fields says with its status whether the whole item is so, not
// only the field; all such claims are held against each other.
bool speaksOfWhole(const Claim &claim)
{
    static constexpr std::array<std::string_view, 6> kFields{"",     "date",   "relation",
                                                             "role", "status", "title"};
    return std::find(kFields.begin(), kFields.end(), claim.field) != kFields.end();
}

std::string_view standingOf(const Claim &claim)
{
    return claim.field == "status" && !claim.value.empty() ? std::string_view(claim.value)
                                                           : std::string_view(claim.status);
}

// Who wrote before the event could have begun did not deny it by expecting it.
bool isForesight(const Snapshot &snapshot, const Claim &claim)
{
    const EventRow row = snapshot.events->rowOf(claim.about.event());
    const Source *source = snapshot.sources->find(claim.source);
    return !row.isNull() && source != nullptr &&
           certainlyBefore(source->published.when(), snapshot.events->when(row));
}

// A denial against anything that affirms; an expectation against what is told as having happened.
Disagreement standingsAmong(const Snapshot &snapshot, const Claims &claims)
{
    const Claim *told = nullptr;
    const Claim *assessed = nullptr;
    const Claim *expected = nullptr;
    const Claim *denied = nullptr;
    Claims taking;
    for (const Claim *claim : claims) {
        const std::string_view standing = standingOf(*claim);
        if (standing.empty() || claim->stance == Stance::Contradicts)
            continue;
        const Certainty certainty = certaintyOf(standing);
        if (certainty == Certainty::Suspected ||
            (certainty == Certainty::Expected && isForesight(snapshot, *claim)))
            continue;
        const Claim *&first = certainty == Certainty::Denied     ? denied
                              : certainty == Certainty::Expected ? expected
                              : certainty == Certainty::Assessed ? assessed
                                                                 : told;
        first = first != nullptr ? first : claim;
        taking.push_back(claim);
    }
    const Claim *affirmed = told != nullptr ? told : assessed;
    const Claim *against = denied != nullptr && affirmed != nullptr ? denied
                           : told != nullptr                        ? expected
                                                                    : nullptr;
    if (against == nullptr)
        return {};
    return {"One claim says " + quoted(standingOf(*affirmed)) + ", another " +
                quoted(standingOf(*against)) + ".",
            std::move(taking)};
}

// Standings of one value each: that Putin was there may be confirmed and that Kim was, denied.
Disagreement standingsByValue(const Snapshot &snapshot, Claims claims)
{
    std::stable_sort(claims.begin(), claims.end(),
                     [](const Claim *a, const Claim *b) { return a->value < b->value; });
    for (auto first = claims.begin(); first != claims.end();) {
        const auto last = std::find_if(first, claims.end(), [&](const Claim *claim) {
            return claim->value != (*first)->value;
        });
        if (Disagreement disagreement = standingsAmong(snapshot, Claims(first, last));
            !disagreement.reason.empty())
            return disagreement;
        first = last;
    }
    return {};
}

// "About" and "perhaps" reach as far again as the date itself is long.
TimeSpan reachOf(const When &when)
{
    const TimeSpan whole = when.bounds.whole();
    if ((!when.has(kApproximate) && !when.has(kUncertain)) || whole.begin().isDistant() ||
        whole.end().isDistant())
        return whole;
    // Far beyond all history, where adding could overflow, nothing is widened.
    constexpr std::int64_t kFar = std::numeric_limits<std::int64_t>::max() / 4;
    if (whole.begin().seconds < -kFar || whole.end().seconds > kFar)
        return whole;
    const std::int64_t width = whole.end().seconds - whole.begin().seconds;
    return TimeSpan::between({whole.begin().seconds - width}, {whole.end().seconds + width});
}

// Spans of time all meet pairwise when the one that begins last meets the one that ends first.
Disagreement datesAmong(const Claims &claims)
{
    const Claim *lastBegun = nullptr;
    const Claim *firstEnded = nullptr;
    TimeSpan late;
    TimeSpan early;
    Claims taking;
    for (const Claim *claim : claims) {
        const Result<Edtf> date = Edtf::parse(claim->value);
        if (!date || !date->isDated())
            continue;
        const TimeSpan reach = reachOf(date->when());
        if (lastBegun == nullptr || reach.begin() > late.begin()) {
            lastBegun = claim;
            late = reach;
        }
        if (firstEnded == nullptr || reach.end() < early.end()) {
            firstEnded = claim;
            early = reach;
        }
        taking.push_back(claim);
    }
    if (lastBegun == nullptr || late.overlaps(early))
        return {};
    return {"The dates " + firstEnded->value + " and " + lastBegun->value + " do not meet.",
            std::move(taking)};
}

// The claims all fill the same field.
Disagreement disputeOver(const Snapshot &snapshot, const SharedUnits &units, const Claims &claims)
{
    Claims supporting;
    const Claim *contradicting = nullptr;
    for (const Claim *claim : claims) {
        if (claim->stance == Stance::Contradicts)
            contradicting = claim;
        else
            supporting.push_back(claim);
    }
    if (contradicting != nullptr) {
        return {contradicting->value.empty()
                    ? std::string("A claim contradicts it.")
                    : "A claim contradicts " + quoted(contradicting->value) + ".",
                claims};
    }
    const std::string &field = claims.front()->field;
    Disagreement disagreement;
    if (field == "date")
        disagreement = datesAmong(supporting);
    else if (field == "quantity")
        disagreement = quantitiesAmong(snapshot, units, supporting);
    else if (field == "participation" && supporting.size() > 1)
        disagreement = participantsAmong(snapshot, supporting);
    if (disagreement.reason.empty() && !speaksOfWhole(*claims.front()))
        disagreement = standingsByValue(snapshot, std::move(supporting));
    return disagreement;
}

Dispute toDispute(std::string field, Disagreement disagreement)
{
    Dispute dispute{std::move(field), {}, std::move(disagreement.reason)};
    for (const Claim *claim : disagreement.claims)
        dispute.claims.push_back(claim->id);
    std::sort(dispute.claims.begin(), dispute.claims.end());
    return dispute;
}

}  // namespace

std::vector<Dispute> disputesAmong(const Snapshot &snapshot, const SharedUnits &units,
                                   const Claims &claims)
{
    if (claims.size() == 1 && claims.front()->stance == Stance::Supports)
        return {};
    Claims byField = claims;
    std::stable_sort(byField.begin(), byField.end(),
                     [](const Claim *a, const Claim *b) { return a->field < b->field; });
    std::vector<Dispute> disputes;
    Claims ofWhole;
    bool isStatusDisputed = false;
    for (auto first = byField.begin(); first != byField.end();) {
        const auto last = std::find_if(first, byField.end(), [&](const Claim *claim) {
            return claim->field != (*first)->field;
        });
        if (speaksOfWhole(**first))
            ofWhole.insert(ofWhole.end(), first, last);
        Disagreement disagreement = disputeOver(snapshot, units, Claims(first, last));
        if (!disagreement.reason.empty()) {
            isStatusDisputed = isStatusDisputed || (*first)->field == "status";
            disputes.push_back(toDispute((*first)->field, std::move(disagreement)));
        }
        first = last;
    }
    if (!isStatusDisputed) {
        Disagreement disagreement = standingsAmong(snapshot, ofWhole);
        if (!disagreement.reason.empty())
            disputes.push_back(toDispute("status", std::move(disagreement)));
    }
    std::sort(disputes.begin(), disputes.end(),
              [](const Dispute &a, const Dispute &b) { return a.field < b.field; });
    return disputes;
}

}  // namespace dateline
