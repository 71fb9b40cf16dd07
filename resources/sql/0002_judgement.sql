-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 2: what analysts decide about what the program computes. New tables only: a column
-- added to an old table would part the changesets of before from those of after, and undo across
-- several edits joins them.

-- A finding that somebody looked at and let stand. items: "event:3 claim:4", in the finding's
-- order; basis: what was compared. A finding with another basis is a new one.
CREATE TABLE acceptance (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    items TEXT NOT NULL,
    basis TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL
);

-- The standing of an item by a person's word, where it differs from what its evidence says.
CREATE TABLE ruling (
    about_kind INTEGER NOT NULL,
    about_id INTEGER NOT NULL,
    standing TEXT NOT NULL,  -- open, corroborated, disputed, corrected, retracted, doubtful
    reason TEXT NOT NULL,
    PRIMARY KEY (about_kind, about_id)
) WITHOUT ROWID;

-- The handling mark of a claim, where it has one of its own.
CREATE TABLE claim_handling (
    claim_id INTEGER PRIMARY KEY REFERENCES claim(id),
    mark TEXT NOT NULL
);

-- Two actors that turned out to be one: the one that is gone, as it was.
CREATE TABLE merge (
    id INTEGER PRIMARY KEY,
    kept_id INTEGER NOT NULL REFERENCES actor(id),
    gone_id INTEGER NOT NULL,
    external_id TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    notes TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT ''
);
CREATE INDEX merge_kept ON merge(kept_id);

-- What the merge moved, so that it can be taken apart at any later time (app/edit/merge_edits.cpp).
CREATE TABLE merge_part (
    id INTEGER PRIMARY KEY,
    merge_id INTEGER NOT NULL REFERENCES merge(id),
    kind TEXT NOT NULL,
    row_id INTEGER NOT NULL DEFAULT 0,
    other_id INTEGER NOT NULL DEFAULT 0,
    text TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL DEFAULT ''
);
CREATE INDEX merge_part_merge ON merge_part(merge_id);
