-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 4: an import of many rows keeps which rows it added, not each of them once more.
-- Neither table is recorded: like history, they are the record itself.

-- The rows that an edit added besides what is in its changeset: runs of ids, in the order in which
-- their tables were filled, so that no row refers to one of a later run. To undo the edit is to
-- take back its changeset and then these rows, the last run first.
CREATE TABLE history_range (
    history_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,  -- of the table
    first_id INTEGER NOT NULL,
    last_id INTEGER NOT NULL,
    PRIMARY KEY (history_id, position)
) WITHOUT ROWID;

-- Where such an edit is undone, the rows themselves: changesets that add them again, some thousand
-- rows each, in the order in which redo makes them, before the edit's own changeset.
CREATE TABLE history_rows (
    history_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    changeset BLOB NOT NULL,
    PRIMARY KEY (history_id, position)
);
