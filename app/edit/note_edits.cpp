// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/edit/refuse.h"
#include "app/model/note.h"

namespace dateline {

namespace {

// An event's other fields stay as they were entered, and what is preferred stays preferred.
template <typename Store, typename IdType>
void putNotes(Store &store, IdType id, const std::string &text)
{
    auto row = store.find(id);
    row->notes = text;
    store.put(*row);
}

void putRemark(Stores &stores, const Note &note)
{
    const AnnotationId known = stores.notes.remarkOn(note.about.source());
    if (!known) {
        Annotation remark;
        remark.source = note.about.source();
        remark.note = note.text;
        remark.madeBy = note.madeBy;
        remark.madeAt = note.madeAt;
        addAnnotation(stores, remark);
        return;
    }
    // What tags or claims rest on stays, without a word.
    if (note.text.empty() && stores.tags.tagsOf(known).empty() &&
        stores.claims.ofAnnotation(known).empty()) {
        removeAnnotation(stores, known);
        return;
    }
    std::optional<Annotation> remark = stores.annotations.find(known);
    remark->note = note.text;
    stores.annotations.put(*remark);
}

}  // namespace

void setNote(Stores &stores, const Note &note)
{
    refuseUnless(canBearNote(note.about.kind), "There can be no note on that.");
    refuseMissing(stores, note.about);
    refuseUnclean({note.text, note.madeBy, note.madeAt});
    switch (note.about.kind) {
    case ItemKind::Event:
        return putNotes(stores.events, note.about.event(), note.text);
    case ItemKind::Actor:
        return putNotes(stores.actors, note.about.actor(), note.text);
    case ItemKind::Relation:
        return putNotes(stores.relations, note.about.relation(), note.text);
    case ItemKind::Claim:
        return putNotes(stores.claims, note.about.claim(), note.text);
    case ItemKind::Source:
        return putRemark(stores, note);
    default:
        break;
    }
    std::optional<Annotation> annotation = stores.annotations.find(note.about.annotation());
    annotation->note = note.text;
    stores.annotations.put(*annotation);
}

}  // namespace dateline
