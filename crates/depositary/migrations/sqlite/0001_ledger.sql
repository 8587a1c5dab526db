-- The ledger as SQLite keeps it. Digests and salts are bare bytes, instants are seconds since 1970
-- in UTC, frontiers are digests end to end.

CREATE TABLE log (
    id INTEGER PRIMARY KEY,
    origin TEXT NOT NULL UNIQUE CHECK (origin <> '')
) STRICT;

-- The one row per log that decides who may append: whoever swaps it has the next places.
CREATE TABLE head (
    log INTEGER PRIMARY KEY REFERENCES log (id),
    size INTEGER NOT NULL CHECK (size >= 0),
    root BLOB NOT NULL CHECK (length(root) = 32),
    frontier BLOB NOT NULL CHECK (length(frontier) % 32 = 0 AND length(frontier) <= 2048),
    epoch INTEGER NOT NULL CHECK (epoch >= 0),
    last_recorded INTEGER NOT NULL
) STRICT;

CREATE TABLE entry (
    log INTEGER NOT NULL REFERENCES log (id),
    seq INTEGER NOT NULL CHECK (seq >= 0),
    bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 65535),
    leaf BLOB NOT NULL CHECK (length(leaf) = 32),
    act_id BLOB NOT NULL CHECK (length(act_id) = 16),
    act_digest BLOB NOT NULL CHECK (length(act_digest) = 32),
    stream TEXT NOT NULL CHECK (stream <> ''),
    nth INTEGER NOT NULL CHECK (nth >= 0),
    PRIMARY KEY (log, seq),
    UNIQUE (log, act_id),
    UNIQUE (log, stream, nth)
) STRICT;

-- Documents that acts name by digest. They are never erased; confidential bytes lie in `private`.
CREATE TABLE document (
    digest BLOB NOT NULL PRIMARY KEY CHECK (length(digest) = 32),
    media TEXT NOT NULL,
    bytes BLOB NOT NULL
) STRICT;

-- What lies behind a commitment. Deleting the row is the erasure.
CREATE TABLE private (
    commitment BLOB NOT NULL PRIMARY KEY CHECK (length(commitment) = 32),
    salt BLOB NOT NULL CHECK (length(salt) = 32),
    bytes BLOB NOT NULL
) STRICT;

-- Letters that wait to be sent. A letter that was sent stays, with the mark that it was.
CREATE TABLE letter (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    act_id BLOB NOT NULL CHECK (length(act_id) = 16),
    addressee TEXT NOT NULL CHECK (addressee <> ''),
    text BLOB NOT NULL CHECK (length(text) = 32),
    attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    failure TEXT,
    sent INTEGER NOT NULL DEFAULT 0 CHECK (sent IN (0, 1)),
    UNIQUE (act_id, addressee)
) STRICT;
CREATE INDEX letter_waiting ON letter (attempts, id) WHERE sent = 0;

CREATE TABLE signed (
    log INTEGER NOT NULL REFERENCES log (id),
    size INTEGER NOT NULL CHECK (size >= 0),
    root BLOB NOT NULL CHECK (length(root) = 32),
    note BLOB NOT NULL,
    epoch INTEGER NOT NULL CHECK (epoch >= 0),
    PRIMARY KEY (log, size)
) STRICT;

CREATE TABLE cosign (
    log INTEGER NOT NULL REFERENCES log (id),
    size INTEGER NOT NULL CHECK (size >= 0),
    witness TEXT NOT NULL CHECK (witness <> ''),
    line TEXT NOT NULL,
    PRIMARY KEY (log, size, witness)
) STRICT;

-- No gap, no second entry in one place, and therefore no INSERT OR REPLACE either.
CREATE TRIGGER entry_follows BEFORE INSERT ON entry
WHEN NEW.seq <> (SELECT coalesce(max(seq) + 1, 0) FROM entry WHERE log = NEW.log)
BEGIN SELECT raise(ABORT, 'an entry takes the next place of its log'); END;

CREATE TRIGGER entry_stays BEFORE UPDATE ON entry
BEGIN SELECT raise(ABORT, 'an entry is never changed'); END;

CREATE TRIGGER entry_remains BEFORE DELETE ON entry
BEGIN SELECT raise(ABORT, 'an entry is never deleted'); END;

CREATE TRIGGER head_grows BEFORE UPDATE ON head
WHEN NEW.log <> OLD.log OR NEW.size < OLD.size OR NEW.epoch < OLD.epoch
    OR NEW.last_recorded < OLD.last_recorded
BEGIN SELECT raise(ABORT, 'a head only grows'); END;

CREATE TRIGGER head_remains BEFORE DELETE ON head
BEGIN SELECT raise(ABORT, 'a head is never deleted'); END;

CREATE TRIGGER document_stays BEFORE UPDATE ON document
BEGIN SELECT raise(ABORT, 'a document is never changed'); END;

CREATE TRIGGER document_remains BEFORE DELETE ON document
BEGIN SELECT raise(ABORT, 'a document is never deleted'); END;

CREATE TRIGGER private_stays BEFORE UPDATE ON private
BEGIN SELECT raise(ABORT, 'a private payload is erased or kept, never changed'); END;

-- The note of a size may gain signatures; what it signs may not change.
CREATE TRIGGER signed_stays BEFORE UPDATE ON signed
WHEN NEW.log <> OLD.log OR NEW.size <> OLD.size OR NEW.root <> OLD.root
BEGIN SELECT raise(ABORT, 'a size is signed with one root only'); END;

CREATE TRIGGER signed_remains BEFORE DELETE ON signed
BEGIN SELECT raise(ABORT, 'a signed note is never deleted'); END;
