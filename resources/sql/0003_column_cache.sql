-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 3: the columns of large tables once more, as they lie in memory, so that a file of
-- a million events opens at once (app/store/column_cache.h). Not recorded, and of no worth by
-- itself: all of it can be thrown away at any time.

-- One row. From is_recording on, the triggers below note which rows are no longer as the columns
-- have them; is_complete: the columns are all there. generation tells one making from the next.
CREATE TABLE column_cache (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    generation INTEGER NOT NULL,
    format INTEGER NOT NULL,
    is_recording INTEGER NOT NULL,
    is_complete INTEGER NOT NULL
);
INSERT INTO column_cache VALUES (1, 0, 0, 0, 0);

-- A column: its bytes stand in the chunks from first_chunk on, one after the other.
CREATE TABLE column_run (
    name TEXT PRIMARY KEY NOT NULL,
    first_chunk INTEGER NOT NULL,
    size INTEGER NOT NULL,
    checksum INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE column_chunk (
    id INTEGER PRIMARY KEY,
    bytes BLOB NOT NULL
);

-- kind holds the numbers of ItemKind (app/model/ids.h).
CREATE TABLE column_touched (
    kind INTEGER NOT NULL,
    row_id INTEGER NOT NULL,
    PRIMARY KEY (kind, row_id)
) WITHOUT ROWID;

CREATE TRIGGER event_inserted AFTER INSERT ON event
WHEN (SELECT is_recording FROM column_cache)
BEGIN
    INSERT INTO column_touched VALUES (1, NEW.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER event_deleted AFTER DELETE ON event
WHEN (SELECT is_recording FROM column_cache)
BEGIN
    INSERT INTO column_touched VALUES (1, OLD.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER event_updated AFTER UPDATE ON event
WHEN (SELECT is_recording FROM column_cache)
BEGIN
    INSERT INTO column_touched VALUES (1, OLD.id), (1, NEW.id) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER relation_inserted AFTER INSERT ON relation
WHEN (SELECT is_recording FROM column_cache)
BEGIN
    INSERT INTO column_touched VALUES (4, NEW.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER relation_deleted AFTER DELETE ON relation
WHEN (SELECT is_recording FROM column_cache)
BEGIN
    INSERT INTO column_touched VALUES (4, OLD.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER relation_updated AFTER UPDATE ON relation
WHEN (SELECT is_recording FROM column_cache)
BEGIN
    INSERT INTO column_touched VALUES (4, OLD.id), (4, NEW.id) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER participation_inserted AFTER INSERT ON participation
WHEN (SELECT is_recording FROM column_cache)
BEGIN
    INSERT INTO column_touched VALUES (8, NEW.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER participation_deleted AFTER DELETE ON participation
WHEN (SELECT is_recording FROM column_cache)
BEGIN
    INSERT INTO column_touched VALUES (8, OLD.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER participation_updated AFTER UPDATE ON participation
WHEN (SELECT is_recording FROM column_cache)
BEGIN
    INSERT INTO column_touched VALUES (8, OLD.id), (8, NEW.id) ON CONFLICT DO NOTHING;
END;
