-- Entries lie by their place alone, so that an act that is appended touches one page of them. Until now
-- three indices lay beside them; that of the ids of acts touched a page of its own for nearly every act.
-- Which ids and which places of streams are taken, the store knows from the rows themselves.
--
-- Every row is laid down anew as it is. That none was changed or lost shows at the start, which recomputes
-- the root over all of them.

CREATE TABLE entry_by_place (
    seq INTEGER PRIMARY KEY CHECK (seq >= 0),
    log INTEGER NOT NULL REFERENCES log (id),
    leaf BLOB NOT NULL CHECK (length(leaf) = 32),
    act_id BLOB NOT NULL CHECK (length(act_id) = 16),
    act_digest BLOB NOT NULL CHECK (length(act_digest) = 32),
    stream TEXT NOT NULL CHECK (stream <> ''),
    nth INTEGER NOT NULL CHECK (nth >= 0),
    bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 65535)
) STRICT;

INSERT INTO entry_by_place (seq, log, leaf, act_id, act_digest, stream, nth, bytes)
SELECT seq, log, leaf, act_id, act_digest, stream, nth, bytes FROM entry ORDER BY seq;

DROP TABLE entry;
ALTER TABLE entry_by_place RENAME TO entry;

-- No gap, no second entry in one place, and therefore no INSERT OR REPLACE either.
CREATE TRIGGER entry_follows BEFORE INSERT ON entry
WHEN NEW.seq <> coalesce((SELECT seq + 1 FROM entry ORDER BY seq DESC LIMIT 1), 0)
BEGIN SELECT raise(ABORT, 'an entry takes the next place of its log'); END;

CREATE TRIGGER entry_stays BEFORE UPDATE ON entry
BEGIN SELECT raise(ABORT, 'an entry is never changed'); END;

CREATE TRIGGER entry_remains BEFORE DELETE ON entry
BEGIN SELECT raise(ABORT, 'an entry is never deleted'); END;
