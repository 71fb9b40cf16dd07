// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "app/base/sha256.h"
#include "app/edit/refuse.h"
#include "app/model/anchor.h"
#include "app/model/code_points.h"
#include "app/model/note.h"

namespace dateline {

namespace {

void examine(const Stores &stores, const Source &source)
{
    refuseBlank(source.title, "title of a source");
    refuseUnclean({source.externalId, source.title, source.author, source.address, source.language,
                   source.handling, source.mediaType});
    if (source.outlet)
        refuseMissing(stores, source.outlet);
    // Versions form chains. One that led back to itself would have no newest version.
    for (SourceId older = source.supersedes; older;) {
        refuseUnless(older != source.id, "A source cannot supersede itself.");
        const std::optional<Source> row = stores.sources.find(older);
        refuseUnless(row.has_value(), "The source that is superseded is gone.");
        older = row->supersedes;
    }
}

// Fills place and quote from the source's text: the quote by its place, or, where no place is
// given, the place by the quote and what stands around it.
void place(const Stores &stores, Annotation &annotation)
{
    const std::string text = stores.sources.text(annotation.source);
    if (annotation.begin == 0 && annotation.end == 0 && !annotation.exact.empty()) {
        const auto found = anchor(text, annotation.exact, annotation.prefix, annotation.suffix);
        refuseUnless(found.has_value(),
                     "The quote does not stand in the text, or it stands there more than once.");
        annotation.begin = found->first;
        annotation.end = found->second;
    }
    refuseUnless(annotation.begin < annotation.end || isRemark(annotation),
                 "An annotation needs words.");
    refuseUnless(annotation.begin >= 0 && annotation.end <= codePointCount(text),
                 "The annotation lies outside its text.");
    Quote quote = quoteAt(text, annotation.begin, annotation.end);
    annotation.exact = std::move(quote.exact);
    annotation.prefix = std::move(quote.prefix);
    annotation.suffix = std::move(quote.suffix);
}

void examine(const Annotation &annotation)
{
    refuseUnclean({annotation.externalId, annotation.note, annotation.madeBy, annotation.madeAt});
}

}  // namespace

SourceId addSource(Stores &stores, const Source &source, std::string_view text,
                   std::string_view bytes)
{
    Source row = source;
    row.id = {};
    examine(stores, row);
    refuseUnless(isCleanUtf8(text), "The text of the source is no UTF-8.");
    if (row.mediaType.empty())
        row.mediaType = "text/plain";
    row.sha256 = sha256Hex(bytes);
    row.length = codePointCount(text);
    return stores.sources.add(row, text, bytes);
}

SourceId supersedeSource(Stores &stores, const Source &newer, std::string_view text,
                         std::string_view bytes, std::span<const AnchorMove> moves)
{
    refuseMissing(stores, newer.supersedes);
    const SourceId id = addSource(stores, newer, text, bytes);
    for (const AnchorMove &move : moves) {
        if (move.fate == AnchorFate::Lost)
            continue;
        std::optional<Annotation> annotation = stores.annotations.find(move.annotation);
        refuseUnless(annotation && annotation->source == newer.supersedes,
                     "The annotation is not one of the version that is superseded.");
        annotation->source = id;
        annotation->begin = move.begin;
        annotation->end = move.end;
        place(stores, *annotation);
        stores.annotations.put(*annotation);
        for (const ClaimId claimId : stores.claims.ofAnnotation(move.annotation)) {
            std::optional<Claim> claim = stores.claims.find(claimId);
            claim->source = id;
            stores.claims.put(*claim);
        }
    }
    return id;
}

void changeSource(Stores &stores, const Source &source)
{
    refuseMissing(stores, source.id);
    examine(stores, source);
    stores.sources.put(source);
}

void removeSource(Stores &stores, SourceId id)
{
    for (const ClaimId claim : stores.claims.ofSource(id))
        removeClaim(stores, claim);
    for (const AnnotationId annotation : stores.annotations.ofSource(id))
        removeAnnotation(stores, annotation);
    for (const SourceId newerId : stores.sources.superseding(id)) {
        if (std::optional<Source> newer = stores.sources.find(newerId)) {
            newer->supersedes = {};
            stores.sources.put(*newer);
        }
    }
    stores.tags.setTags(id, {});
    forgetJudgements(stores, id);
    stores.sources.remove(id);
}

AnnotationId addAnnotation(Stores &stores, const Annotation &annotation)
{
    refuseMissing(stores, annotation.source);
    examine(annotation);
    Annotation row = annotation;
    row.id = {};
    refuseUnless(!isRemark(row) || !row.note.empty(), "An annotation needs words.");
    place(stores, row);
    return stores.annotations.put(row);
}

void changeAnnotation(Stores &stores, const Annotation &annotation)
{
    const std::optional<Annotation> before = stores.annotations.find(annotation.id);
    refuseUnless(before.has_value(), "The annotation is gone.");
    refuseUnless(before->source == annotation.source,
                 "An annotation cannot move to another source.");
    examine(annotation);
    Annotation row = annotation;
    if (row.begin == before->begin && row.end == before->end) {
        row.exact = before->exact;
        row.prefix = before->prefix;
        row.suffix = before->suffix;
    } else {
        place(stores, row);
    }
    stores.annotations.put(row);
}

void removeAnnotation(Stores &stores, AnnotationId id)
{
    for (const ClaimId claimId : stores.claims.ofAnnotation(id)) {
        if (std::optional<Claim> claim = stores.claims.find(claimId)) {
            claim->annotation = {};
            stores.claims.put(*claim);
        }
    }
    stores.tags.setTags(id, {});
    forgetJudgements(stores, id);
    stores.annotations.remove(id);
}

}  // namespace dateline
