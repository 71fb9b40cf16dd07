-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 1. Every table above the line is recorded: its changes are the undo history.
-- Rules that undo needs: a primary key each; no ON DELETE CASCADE (the edit deletes dependents
-- itself); an index on every foreign key. Dates are EDTF text, with the bounds beside them in
-- seconds since 1970; a distant bound is NULL. Texts are UTF-8 and never NULL.

CREATE TABLE setting (
    name TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE actor (
    id INTEGER PRIMARY KEY,
    external_id TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    notes TEXT NOT NULL DEFAULT ''
);
CREATE INDEX actor_external_id ON actor(external_id) WHERE external_id <> '';

CREATE TABLE alias (
    id INTEGER PRIMARY KEY,
    actor_id INTEGER NOT NULL REFERENCES actor(id),
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    language TEXT NOT NULL DEFAULT ''
);
CREATE INDEX alias_actor ON alias(actor_id);

CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    external_id TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL,
    kind TEXT NOT NULL DEFAULT '',
    when_edtf TEXT NOT NULL DEFAULT '',
    earliest_begin INTEGER,
    latest_begin INTEGER,
    earliest_end INTEGER,
    latest_end INTEGER,
    status TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    notes TEXT NOT NULL DEFAULT ''
);
CREATE INDEX event_external_id ON event(external_id) WHERE external_id <> '';
CREATE INDEX event_earliest_begin ON event(earliest_begin);

CREATE TABLE participation (
    id INTEGER PRIMARY KEY,
    event_id INTEGER NOT NULL REFERENCES event(id),
    actor_id INTEGER NOT NULL REFERENCES actor(id),
    part TEXT NOT NULL DEFAULT ''
);
CREATE INDEX participation_event ON participation(event_id);
CREATE INDEX participation_actor ON participation(actor_id);

CREATE TABLE quantity (
    id INTEGER PRIMARY KEY,
    event_id INTEGER NOT NULL REFERENCES event(id),
    what TEXT NOT NULL,
    low REAL,
    high REAL,
    qualifier TEXT NOT NULL DEFAULT '',
    unit TEXT NOT NULL DEFAULT '',
    mode INTEGER NOT NULL DEFAULT 0  -- 0 total, 1 additional
);
CREATE INDEX quantity_event ON quantity(event_id);

CREATE TABLE role (
    id INTEGER PRIMARY KEY,
    actor_id INTEGER NOT NULL REFERENCES actor(id),
    title TEXT NOT NULL,
    body_id INTEGER REFERENCES actor(id),
    when_edtf TEXT NOT NULL DEFAULT '',
    earliest_begin INTEGER,
    latest_begin INTEGER,
    earliest_end INTEGER,
    latest_end INTEGER
);
CREATE INDEX role_actor ON role(actor_id);
CREATE INDEX role_body ON role(body_id);

CREATE TABLE relation (
    id INTEGER PRIMARY KEY,
    external_id TEXT NOT NULL DEFAULT '',
    from_id INTEGER NOT NULL REFERENCES actor(id),
    to_id INTEGER NOT NULL REFERENCES actor(id),
    kind TEXT NOT NULL,
    is_directed INTEGER NOT NULL DEFAULT 1,
    when_edtf TEXT NOT NULL DEFAULT '',
    earliest_begin INTEGER,
    latest_begin INTEGER,
    earliest_end INTEGER,
    latest_end INTEGER,
    status TEXT NOT NULL DEFAULT '',
    notes TEXT NOT NULL DEFAULT ''
);
CREATE INDEX relation_external_id ON relation(external_id) WHERE external_id <> '';
CREATE INDEX relation_from ON relation(from_id);
CREATE INDEX relation_to ON relation(to_id);

CREATE TABLE reliability (
    id INTEGER PRIMARY KEY,
    actor_id INTEGER NOT NULL REFERENCES actor(id),
    grade TEXT NOT NULL,  -- A .. F; F: cannot be judged
    since_edtf TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT ''
);
CREATE INDEX reliability_actor ON reliability(actor_id);

CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    external_id TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL,
    outlet_id INTEGER REFERENCES actor(id),
    author TEXT NOT NULL DEFAULT '',
    published TEXT NOT NULL DEFAULT '',  -- EDTF, like the next two
    updated TEXT NOT NULL DEFAULT '',
    retrieved TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL DEFAULT '',
    handling TEXT NOT NULL DEFAULT '',
    media_type TEXT NOT NULL DEFAULT 'text/plain',
    sha256 TEXT NOT NULL,
    supersedes_id INTEGER REFERENCES source(id),
    length INTEGER NOT NULL  -- of the text, in code points
);
CREATE INDEX source_external_id ON source(external_id) WHERE external_id <> '';
CREATE INDEX source_outlet ON source(outlet_id);
CREATE INDEX source_supersedes ON source(supersedes_id);

-- The immutable part of a source: what was taken in, byte for byte, and the clean text of it.
CREATE TABLE document (
    source_id INTEGER PRIMARY KEY REFERENCES source(id),
    bytes BLOB NOT NULL,
    text TEXT NOT NULL
);

CREATE TABLE annotation (
    id INTEGER PRIMARY KEY,
    external_id TEXT NOT NULL DEFAULT '',
    source_id INTEGER NOT NULL REFERENCES source(id),
    begin INTEGER NOT NULL,  -- in code points, half open
    end INTEGER NOT NULL,
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL DEFAULT '',
    suffix TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    made_by TEXT NOT NULL DEFAULT '',
    made_at TEXT NOT NULL DEFAULT ''
);
CREATE INDEX annotation_external_id ON annotation(external_id) WHERE external_id <> '';
CREATE INDEX annotation_source ON annotation(source_id);

-- about_kind holds the numbers of ItemKind (app/model/ids.h); 0: about nothing in particular.
CREATE TABLE claim (
    id INTEGER PRIMARY KEY,
    external_id TEXT NOT NULL DEFAULT '',
    source_id INTEGER NOT NULL REFERENCES source(id),
    annotation_id INTEGER REFERENCES annotation(id),
    about_kind INTEGER NOT NULL DEFAULT 0,
    about_id INTEGER NOT NULL DEFAULT 0,
    field TEXT NOT NULL DEFAULT '',
    value TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL DEFAULT '',
    credibility INTEGER NOT NULL DEFAULT 0,
    likelihood TEXT NOT NULL DEFAULT '',
    stance INTEGER NOT NULL DEFAULT 0,  -- 0 supports, 1 contradicts
    notes TEXT NOT NULL DEFAULT ''
);
CREATE INDEX claim_external_id ON claim(external_id) WHERE external_id <> '';
CREATE INDEX claim_source ON claim(source_id);
CREATE INDEX claim_annotation ON claim(annotation_id);
CREATE INDEX claim_about ON claim(about_kind, about_id);

CREATE TABLE attribution (
    id INTEGER PRIMARY KEY,
    claim_id INTEGER NOT NULL REFERENCES claim(id),
    position INTEGER NOT NULL,
    actor_id INTEGER NOT NULL REFERENCES actor(id)
);
CREATE INDEX attribution_claim ON attribution(claim_id);
CREATE INDEX attribution_actor ON attribution(actor_id);

CREATE TABLE decision (
    about_kind INTEGER NOT NULL,
    about_id INTEGER NOT NULL,
    field TEXT NOT NULL,
    claim_id INTEGER NOT NULL REFERENCES claim(id),
    reason TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (about_kind, about_id, field)
) WITHOUT ROWID;
CREATE INDEX decision_claim ON decision(claim_id);

CREATE TABLE tag (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    parent_id INTEGER REFERENCES tag(id)
);
CREATE INDEX tag_name ON tag(name);
CREATE INDEX tag_parent ON tag(parent_id);

CREATE TABLE tagging (
    id INTEGER PRIMARY KEY,
    tag_id INTEGER NOT NULL REFERENCES tag(id),
    about_kind INTEGER NOT NULL,
    about_id INTEGER NOT NULL
);
CREATE INDEX tagging_tag ON tagging(tag_id);
CREATE INDEX tagging_about ON tagging(about_kind, about_id);

CREATE TABLE view (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    settings TEXT NOT NULL DEFAULT '{}'
);

CREATE TABLE view_position (
    view_id INTEGER NOT NULL REFERENCES view(id),
    actor_id INTEGER NOT NULL REFERENCES actor(id),
    x REAL NOT NULL,
    y REAL NOT NULL,
    is_pinned INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (view_id, actor_id)
) WITHOUT ROWID;
CREATE INDEX view_position_actor ON view_position(actor_id);

INSERT INTO view(id, name) VALUES (1, '');

-- ---------------------------------------------------------------------------------------------
-- Not recorded: the record itself, and what can be made again from the tables above.

-- Edits in the order in which they were made. Rows with is_undone = 1 are always the newest ones
-- (the redo list); a new edit deletes them.
CREATE TABLE history (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    author TEXT NOT NULL,
    made_at TEXT NOT NULL,  -- ISO 8601, UTC
    changeset BLOB NOT NULL,
    is_undone INTEGER NOT NULL DEFAULT 0
);

-- Full text: rowid = item id * 16 + ItemKind. Trigrams, so that parts of Korean and Cyrillic words
-- are found as well.
CREATE VIRTUAL TABLE text_index USING fts5(
    title, body,
    tokenize = 'trigram'
);
