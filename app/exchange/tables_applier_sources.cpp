// SPDX-License-Identifier: GPL-3.0-or-later
#include <tuple>

#include "app/base/sha256.h"
#include "app/exchange/generated_id.h"
#include "app/exchange/tables_applier.h"
#include "app/model/anchor.h"
#include "app/model/code_points.h"

namespace dateline {

namespace {

// All that changeSource may change.
bool sameDescription(const Source &a, const Source &b)
{
    return std::tie(a.title, a.outlet, a.author, a.published, a.updated, a.retrieved, a.address,
                    a.language, a.handling, a.supersedes) ==
           std::tie(b.title, b.outlet, b.author, b.published, b.updated, b.retrieved, b.address,
                    b.language, b.handling, b.supersedes);
}

bool sameContent(const Annotation &a, const Annotation &b)
{
    return std::tie(a.source, a.begin, a.end, a.note, a.madeBy, a.madeAt) ==
           std::tie(b.source, b.begin, b.end, b.note, b.madeBy, b.madeAt);
}

bool sameContent(Claim a, const Claim &b)
{
    a.id = b.id;
    a.externalId = b.externalId;
    return a == b;
}

}  // namespace

void TablesApplier::apply(const SourceRecord &record)
{
    Source wanted = record.row;
    if (!record.outlet.empty()) {
        wanted.outlet = actor(record.place, "outlet_id", record.outlet);
        if (!wanted.outlet)
            return;
    }
    if (!record.supersedes.empty()) {
        wanted.supersedes = source(record.place, "supersedes_id", record.supersedes);
        if (!wanted.supersedes)
            return;
    }
    // A document without an id is known by its bytes.
    if (wanted.externalId.empty()) {
        if (m_stores.sources.findSha256(sha256Hex(record.bytes.value_or(record.text))))
            countExisting(false);
        else
            addSourceOf(record, wanted);
        return;
    }
    const std::string &key = wanted.externalId;
    const SourceId id = findSource(key);
    std::optional<Source> existing = id ? m_stores.sources.find(id) : std::nullopt;
    if (!existing) {
        existing = m_stores.sources.find({generatedNumber("source", key)});
        if (existing && (!existing->externalId.empty() || wanted.sha256 != existing->sha256 ||
                         !sameDescription(wanted, *existing)))
            existing.reset();
    }
    if (existing)
        compareSource(record, wanted, *existing);
    else
        addSourceOf(record, wanted);
}

void TablesApplier::addSourceOf(const SourceRecord &record, const Source &source)
{
    const SourceId id =
        addSource(m_stores, source, record.text, record.bytes ? *record.bytes : record.text);
    const std::string sum = m_stores.sources.find(id)->sha256;
    if (!source.sha256.empty() && sum != source.sha256) {
        removeSource(m_stores, id);
        refuse(record.place, "sha256", source.sha256,
               "the SHA-256 of the text that is given: " + sum);
        return;
    }
    if (!source.externalId.empty())
        m_sources[source.externalId] = id;
    setTagsOf(id, record.tags);
    countAdded(m_report.added.sources);
}

void TablesApplier::compareSource(const SourceRecord &record, const Source &source,
                                  const Source &existing)
{
    m_sources[source.externalId] = existing.id;
    if (record.isKeptAsItIs)
        return countExisting(false);
    if (!source.sha256.empty() && source.sha256 != existing.sha256) {
        refuse(record.place, "sha256", source.sha256,
               "the SHA-256 of the source with this id, which never changes: " + existing.sha256);
        return;
    }
    if (record.hasText &&
        (m_stores.sources.text(existing.id) != record.text ||
         (record.bytes && m_stores.sources.bytes(existing.id) != *record.bytes))) {
        refuse(record.place, "text", record.text,
               "the text of the source with this id, which never changes");
        return;
    }
    bool isUpdated = !sameDescription(source, existing);
    if (isUpdated) {
        Source changed = source;
        changed.id = existing.id;
        changed.externalId = existing.externalId;
        changed.mediaType = existing.mediaType;
        changed.sha256 = existing.sha256;
        changed.length = existing.length;
        changeSource(m_stores, changed);
    }
    isUpdated = setTagsOf(existing.id, record.tags) || isUpdated;
    countExisting(isUpdated);
}

// Sets begin and end. False, and the record refused, where the quote is not in the text, or is
// there more than once and its surroundings do not tell which is meant.
bool TablesApplier::findPlace(const AnnotationRecord &record, Annotation &wanted)
{
    const std::string &text = textOf(wanted.source);
    const Annotation &row = record.row;
    if (record.hasPosition) {
        const std::string where = std::to_string(row.begin) + "," + std::to_string(row.end);
        if (row.end > codePointCount(text)) {
            refuse(record.place, "end", where, "a place inside the source's text");
            return false;
        }
        const std::string_view found = codePointSlice(text, row.begin, row.end);
        if (!row.exact.empty() && row.exact != found) {
            refuse(record.place, "exact", row.exact,
                   "what stands at " + where + " of the source's text: " + cutForDisplay(found));
            return false;
        }
        return true;
    }
    const auto place = anchor(text, row.exact, row.prefix, row.suffix);
    if (!place) {
        refuse(record.place, "exact", row.exact,
               text.find(row.exact) == std::string::npos
                   ? "words that the source's text holds"
                   : "a quote that fits one place; prefix and suffix tell them apart");
        return false;
    }
    wanted.begin = place->first;
    wanted.end = place->second;
    return true;
}

void TablesApplier::apply(const AnnotationRecord &record)
{
    Annotation wanted = record.row;
    wanted.source = source(record.place, "source_id", record.source);
    if (!wanted.source)
        return;
    if (!findPlace(record, wanted))
        return;

    const std::string &key = wanted.externalId;
    const AnnotationId id = findAnnotation(key);
    std::optional<Annotation> existing = id ? m_stores.annotations.find(id) : std::nullopt;
    if (!existing) {
        existing = m_stores.annotations.find({generatedNumber("annotation", key)});
        if (existing && (!existing->externalId.empty() || !sameContent(wanted, *existing)))
            existing.reset();
    }
    if (!existing) {
        const AnnotationId added = addAnnotation(m_stores, wanted);
        m_annotations[key] = added;
        setTagsOf(added, record.tags);
        countAdded(m_report.added.annotations);
        return;
    }
    m_annotations[key] = existing->id;
    bool isUpdated = !sameContent(wanted, *existing);
    if (isUpdated) {
        wanted.id = existing->id;
        wanted.externalId = existing->externalId;
        changeAnnotation(m_stores, wanted);
    }
    isUpdated = setTagsOf(existing->id, record.tags) || isUpdated;
    countExisting(isUpdated);
}

void TablesApplier::apply(const ClaimRecord &record)
{
    Claim wanted = record.row;
    wanted.source = source(record.place, "source_id", record.source);
    if (!wanted.source)
        return;
    if (!record.annotation.empty()) {
        wanted.annotation = findAnnotation(record.annotation);
        if (!wanted.annotation)
            return refuseReference(record.place, "annotation_id", record.annotation,
                                   "the id of an annotation");
    }
    const std::optional<ItemRef> item = about(record.place, record.about);
    if (!item)
        return;
    wanted.about = *item;
    for (const std::string &hop : record.attribution) {
        wanted.attribution.push_back(actor(record.place, "attribution", hop));
        if (!wanted.attribution.back())
            return;
    }

    const std::string &key = wanted.externalId;
    const ClaimId id = findClaim(key);
    std::optional<Claim> existing = id ? m_stores.claims.find(id) : std::nullopt;
    if (existing && !record.hasHandling)
        wanted.handling = existing->handling;
    if (!existing) {
        existing = m_stores.claims.find({generatedNumber("claim", key)});
        if (existing && (!existing->externalId.empty() || !sameContent(wanted, *existing)))
            existing.reset();
    }
    if (!existing) {
        m_claims[key] = addClaim(m_stores, wanted);
        countAdded(m_report.added.claims);
        return;
    }
    m_claims[key] = existing->id;
    wanted.id = existing->id;
    wanted.externalId = existing->externalId;
    const bool isUpdated = wanted != *existing;
    if (isUpdated)
        changeClaim(m_stores, wanted);
    countExisting(isUpdated);
}

void TablesApplier::apply(const DecisionRecord &record)
{
    const std::optional<ItemRef> item = about(record.place, record.about);
    if (!item)
        return;
    const Decision wanted{*item, record.field, findClaim(record.claim), record.reason};
    if (!wanted.preferred)
        return refuseReference(record.place, "claim_id", record.claim, "the id of a claim");
    for (const Decision &existing : m_stores.claims.decisionsAbout(*item)) {
        if (existing.field != record.field)
            continue;
        if (existing != wanted)
            preferClaim(m_stores, wanted);
        return countExisting(existing != wanted);
    }
    preferClaim(m_stores, wanted);
    countAdded(m_report.added.decisions);
}

void TablesApplier::apply(const RulingRecord &record)
{
    const std::optional<ItemRef> item = about(record.place, record.about);
    if (!item)
        return;
    const Ruling wanted{*item, record.standing, record.reason};
    const std::optional<Ruling> existing = m_stores.judgements.rulingOn(*item);
    if (existing != wanted)
        ruleStanding(m_stores, wanted);
    if (existing)
        countExisting(existing != wanted);
    else
        countAdded(m_report.added.judgements);
}

void TablesApplier::apply(const AcceptanceRecord &record)
{
    Acceptance wanted{{}, record.code, {}, record.basis, record.reason};
    for (const AboutKey &key : record.items) {
        const std::optional<ItemRef> item = about(record.place, key);
        if (!item)
            return;
        wanted.items.push_back(*item);
    }
    const std::vector<Acceptance> existing =
        m_stores.judgements.acceptancesOf(wanted.code, wanted.items);
    if (existing.empty()) {
        acceptFinding(m_stores, wanted);
        return countAdded(m_report.added.judgements);
    }
    wanted.id = existing.front().id;
    const bool isUpdated = wanted != existing.front();
    if (isUpdated)
        acceptFinding(m_stores, wanted);
    countExisting(isUpdated);
}

}  // namespace dateline
