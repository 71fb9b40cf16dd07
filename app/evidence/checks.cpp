// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/checks.h"

#include <algorithm>
#include <map>
#include <optional>

#include "app/base/sha256.h"
#include "app/evidence/chronology.h"
#include "app/evidence/disagreement.h"
#include "app/evidence/disputes.h"
#include "app/model/anchor.h"
#include "app/model/code_points.h"
#include "app/model/date_order.h"
#include "app/model/grade.h"

namespace dateline {

namespace {

using ClaimsByItem = std::map<ItemRef, Claims>;

bool exists(const Snapshot &snapshot, ItemRef item)
{
    switch (item.kind) {
    case ItemKind::Event:
        return !snapshot.events->rowOf(item.event()).isNull();
    case ItemKind::Actor:
        return snapshot.actors->find(item.actor()) != nullptr;
    case ItemKind::Role:
        return snapshot.roles->find(item.role()) != nullptr;
    case ItemKind::Relation:
        return !snapshot.relations->rowOf(item.relation()).isNull();
    case ItemKind::Source:
        return snapshot.sources->find(item.source()) != nullptr;
    case ItemKind::Annotation:
        return snapshot.annotations->find(item.annotation()) != nullptr;
    case ItemKind::Claim:
        return snapshot.claims->find(item.claim()) != nullptr;
    case ItemKind::None:
    case ItemKind::Participation:
    case ItemKind::Quantity:
        return false;
    }
    return false;
}

void reportLostQuote(Findings &findings, const Annotation &annotation, std::string_view text)
{
    std::string sentence = "The quote " + quoted(annotation.exact) + " does not stand at " +
                           std::to_string(annotation.begin) + " to " +
                           std::to_string(annotation.end);
    if (const auto place = anchor(text, annotation.exact, annotation.prefix, annotation.suffix)) {
        sentence += "; it stands at " + std::to_string(place->first) + " to " +
                    std::to_string(place->second) + ".";
    } else {
        sentence += ", nor at any one other place.";
    }
    findings.push_back(
        {Severity::Must, "quote_lost", {annotation.id, annotation.source}, std::move(sentence)});
}

// Goes through the text once, whatever the number of its annotations.
void checkAnnotations(Findings &findings, std::vector<const Annotation *> &annotations,
                      std::string_view text)
{
    std::stable_sort(annotations.begin(), annotations.end(),
                     [](const Annotation *a, const Annotation *b) { return a->begin < b->begin; });
    std::size_t byte = 0;
    std::int64_t codePoint = 0;
    for (const Annotation *annotation : annotations) {
        byte += byteOffset(text.substr(byte), annotation->begin - codePoint);
        codePoint = std::max(codePoint, annotation->begin);
        const std::string_view there =
            firstCodePoints(text.substr(byte), annotation->end - annotation->begin);
        if (annotation->begin < 0 || annotation->end < annotation->begin ||
            there != annotation->exact)
            reportLostQuote(findings, *annotation, text);
    }
}

void checkSources(Findings &findings, const Snapshot &snapshot, const ReadDocument &read)
{
    std::map<SourceId, std::vector<const Annotation *>> annotations;
    for (const Annotation &annotation : *snapshot.annotations)
        annotations[annotation.source].push_back(&annotation);
    for (const Source &source : *snapshot.sources) {
        const Document document = read(source.id);
        if (sha256Hex(document.bytes) != source.sha256) {
            findings.push_back(
                {Severity::Must,
                 "hash_mismatch",
                 {source.id},
                 described(snapshot, source.id) + " no longer has the bytes that were taken in."});
        }
        if (!isCleanUtf8(document.text) || codePointCount(document.text) != source.length) {
            findings.push_back(
                {Severity::Must,
                 "length_mismatch",
                 {source.id},
                 described(snapshot, source.id) + " no longer has the text that was taken in."});
        }
        checkAnnotations(findings, annotations[source.id], document.text);
    }
}

// References that no foreign key can hold.
void checkReferences(Findings &findings, const Snapshot &snapshot)
{
    for (const Claim &claim : *snapshot.claims) {
        if (!claim.about.isNull() && !exists(snapshot, claim.about)) {
            findings.push_back({Severity::Must,
                                "about_missing",
                                {claim.id},
                                described(snapshot, claim.id) + " is about " +
                                    std::string(nameOf(claim.about.kind)) + " " +
                                    std::to_string(claim.about.id) + ", which is not there."});
        }
        const Annotation *annotation = snapshot.annotations->find(claim.annotation);
        if (annotation != nullptr && annotation->source != claim.source) {
            findings.push_back({Severity::Must,
                                "annotation_elsewhere",
                                {claim.id, annotation->id},
                                described(snapshot, claim.id) +
                                    " rests on words of another source than its own."});
        }
    }
    for (const Tagging &tagging : *snapshot.taggings) {
        if (!exists(snapshot, tagging.about)) {
            findings.push_back({Severity::Must,
                                "tag_on_missing",
                                {tagging.about},
                                "The tag " + quoted(tagging.tag) + " is on " +
                                    std::string(nameOf(tagging.about.kind)) + " " +
                                    std::to_string(tagging.about.id) + ", which is not there."});
        }
    }
    for (const Decision &decision : *snapshot.decisions) {
        const Claim *preferred = snapshot.claims->find(decision.preferred);
        if (preferred == nullptr || preferred->about != decision.about ||
            preferred->field != decision.field) {
            findings.push_back({Severity::Must,
                                "preference_lost",
                                {decision.about, decision.preferred},
                                described(snapshot, decision.about) +
                                    " prefers a claim on its field " + quoted(decision.field) +
                                    " that says nothing about it."});
        }
    }
}

void checkDisputes(Findings &findings, const Snapshot &snapshot, const ClaimsByItem &claims)
{
    const SharedUnits units = sharedUnits(snapshot);
    for (const auto &[item, about] : claims) {
        for (const Dispute &dispute : disputesAmong(snapshot, units, about)) {
            Finding finding{Severity::May,
                            "disputed",
                            {item},
                            described(snapshot, item) + " is disputed in its field " +
                                quoted(dispute.field) + ": " + dispute.reason,
                            FindingGroup::Evidence,
                            dispute.field + ": " + dispute.reason};
            finding.items.insert(finding.items.end(), dispute.claims.begin(), dispute.claims.end());
            findings.push_back(std::move(finding));
        }
    }
}

// An event whose date as entered meets none of those that its claims give.
void checkDate(Findings &findings, const Snapshot &snapshot, EventRow row, const Claims &claims)
{
    const When entered = snapshot.events->when(row);
    if (!entered.isDated())
        return;
    std::vector<ItemRef> items{snapshot.events->id(row)};
    for (const Claim *claim : claims) {
        if (claim->field != "date" || claim->stance == Stance::Contradicts)
            continue;
        const Result<Edtf> date = Edtf::parse(claim->value);
        if (!date || !date->isDated())
            continue;
        if (possiblyTogether(entered, date->when()))
            return;
        items.emplace_back(claim->id);
    }
    if (items.size() > 1) {
        findings.push_back({Severity::May, "date_unsupported", std::move(items),
                            described(snapshot, snapshot.events->id(row)) + " is dated " +
                                std::string(snapshot.events->whenText(row)) +
                                ", which none of its claims allows.",
                            FindingGroup::Evidence, std::string(snapshot.events->whenText(row))});
    }
}

// Only what is plainly told as having happened: an unknown word may mean anything.
bool saysItTookPlace(const Claim &claim)
{
    const std::string &standing = claim.field == "status" ? claim.value : claim.status;
    return claim.stance == Stance::Supports &&
           (certaintyOf(standing) == Certainty::Confirmed || standing == "reported");
}

void checkReports(Findings &findings, const Snapshot &snapshot, EventRow row, const Claims &claims)
{
    const When when = snapshot.events->when(row);
    for (const Claim *claim : claims) {
        const Source *source = snapshot.sources->find(claim->source);
        if (source == nullptr || !saysItTookPlace(*claim) ||
            !certainlyBefore(source->published.when(), when))
            continue;
        const bool isLoose = when.has(kApproximate) || when.has(kUncertain) ||
                             source->published.when().has(kApproximate) ||
                             source->published.when().has(kUncertain);
        findings.push_back(
            {isLoose ? Severity::May : Severity::Must,
             "report_before_event",
             {claim->id, snapshot.events->id(row), source->id},
             described(snapshot, source->id) + " tells on " + source->published.text() + " of " +
                 quoted(snapshot.events->title(row)) + " as having happened, which is dated " +
                 std::string(snapshot.events->whenText(row)) + ".",
             FindingGroup::Chronology,
             source->published.text() + "; " + std::string(snapshot.events->whenText(row))});
    }
}

// What was accepted stays in the list, marked; on another basis it is a new finding.
void markAccepted(Findings &findings, const Snapshot &snapshot)
{
    for (const Acceptance &acceptance : *snapshot.acceptances) {
        for (Finding &finding : findings) {
            if (finding.code == acceptance.code && finding.items == acceptance.items &&
                finding.basis == acceptance.basis) {
                finding.accepted = acceptance.id;
                finding.acceptedWhy = acceptance.reason;
            }
        }
    }
}

void order(Findings &findings)
{
    const auto rank = [](const Finding &finding) {
        return std::pair(finding.severity, finding.group);
    };
    std::stable_sort(findings.begin(), findings.end(),
                     [&](const Finding &a, const Finding &b) { return rank(a) < rank(b); });
}

// A million rows that a machine coded may all lack a side; a list of them helps nobody.
void shorten(Findings &findings)
{
    std::map<std::string, std::size_t> counts;
    std::erase_if(findings,
                  [&](const Finding &finding) { return ++counts[finding.code] > kMostPerCode; });
    for (const auto &[code, count] : counts) {
        if (count <= kMostPerCode)
            continue;
        const auto last =
            std::find_if(findings.rbegin(), findings.rend(),
                         [&wanted = code](const Finding &f) { return f.code == wanted; });
        findings.push_back(
            {last->severity,
             code,
             {},
             std::to_string(count - kMostPerCode) + " more of this kind (" + code + ").",
             last->group});
    }
}

}  // namespace

Findings checkEvidence(const Snapshot &snapshot)
{
    Findings findings;
    checkReferences(findings, snapshot);
    ClaimsByItem claims;
    for (const Claim &claim : *snapshot.claims) {
        if (!claim.about.isNull())
            claims[claim.about].push_back(&claim);
    }
    checkDisputes(findings, snapshot, claims);
    for (const auto &[item, about] : claims) {
        const EventRow row = snapshot.events->rowOf(item.event());
        if (row.isNull())
            continue;
        checkDate(findings, snapshot, row, about);
        checkReports(findings, snapshot, row, about);
    }
    for (Finding &finding : checkChronology(snapshot))
        findings.push_back(std::move(finding));
    shorten(findings);
    markAccepted(findings, snapshot);
    order(findings);
    return findings;
}

Findings check(const Snapshot &snapshot, const ReadDocument &read)
{
    Findings findings;
    checkSources(findings, snapshot, read);
    for (Finding &finding : checkEvidence(snapshot))
        findings.push_back(std::move(finding));
    markAccepted(findings, snapshot);
    order(findings);
    return findings;
}

}  // namespace dateline
