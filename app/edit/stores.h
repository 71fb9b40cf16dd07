// SPDX-License-Identifier: GPL-3.0-or-later
// The stores that one edit may touch, all on the same connection.
#pragma once

#include "app/store/actor_store.h"
#include "app/store/annotation_store.h"
#include "app/store/bulk_insert.h"
#include "app/store/claim_store.h"
#include "app/store/event_store.h"
#include "app/store/judgement_store.h"
#include "app/store/note_store.h"
#include "app/store/relation_store.h"
#include "app/store/source_store.h"
#include "app/store/tag_store.h"
#include "app/store/view_store.h"

namespace dateline {

struct Stores {
    explicit Stores(Database &database)
        : events(database), actors(database), relations(database), sources(database),
          annotations(database), claims(database), tags(database), views(database),
          judgements(database), notes(database)
    {
    }

    EventStore events;
    ActorStore actors;
    RelationStore relations;
    SourceStore sources;
    AnnotationStore annotations;
    ClaimStore claims;
    TagStore tags;
    ViewStore views;
    JudgementStore judgements;
    NoteStore notes;
    // In a large import: adds rows without recording each. What is added through edits.h goes here
    // by itself, where there is one.
    BulkInsert *bulk = nullptr;
};

}  // namespace dateline
