-- Who may sign in, and what they set in motion. Personal data live here and nowhere else; nothing of
-- this is in the log. Instants are seconds since 1970 UTC.
CREATE TABLE account (
    officer TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    party TEXT,
    made INTEGER NOT NULL,
    revoked INTEGER
) STRICT;

CREATE TABLE granted (
    officer TEXT NOT NULL REFERENCES account (officer),
    role TEXT NOT NULL,
    scope TEXT NOT NULL,
    PRIMARY KEY (officer, role, scope)
) STRICT, WITHOUT ROWID;

CREATE TABLE passkey (
    credential TEXT PRIMARY KEY NOT NULL,
    officer TEXT NOT NULL REFERENCES account (officer),
    held TEXT NOT NULL,
    added INTEGER NOT NULL,
    used INTEGER
) STRICT;
CREATE INDEX passkey_officer ON passkey (officer);

-- One-time links and ceremonies are kept by the digests of their secrets.
CREATE TABLE invitation (
    secret BLOB PRIMARY KEY NOT NULL,
    officer TEXT NOT NULL REFERENCES account (officer),
    expires INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE recovery (
    officer TEXT NOT NULL REFERENCES account (officer),
    place INTEGER NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (officer, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE ceremony (
    secret BLOB PRIMARY KEY NOT NULL,
    officer TEXT NOT NULL,
    purpose TEXT NOT NULL,
    state TEXT NOT NULL,
    expires INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
    secret BLOB PRIMARY KEY NOT NULL,
    handle TEXT UNIQUE NOT NULL,
    officer TEXT NOT NULL REFERENCES account (officer),
    token TEXT NOT NULL,
    began INTEGER NOT NULL,
    seen INTEGER NOT NULL
) STRICT;

CREATE TABLE denial (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    officer TEXT,
    deed TEXT NOT NULL,
    place TEXT NOT NULL,
    why TEXT NOT NULL
) STRICT;

-- What was received and what one officer proposes and another confirms.
CREATE TABLE motion (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    scope TEXT NOT NULL,
    form TEXT NOT NULL,
    entered INTEGER NOT NULL,
    entered_by TEXT NOT NULL,
    stage TEXT NOT NULL,
    act BLOB,
    proposed_by TEXT,
    confirmed_by TEXT,
    remark TEXT NOT NULL DEFAULT '',
    seq INTEGER
) STRICT;
CREATE INDEX motion_stage ON motion (stage, entered);

CREATE TABLE motion_document (
    motion TEXT NOT NULL REFERENCES motion (id),
    place INTEGER NOT NULL,
    media TEXT NOT NULL,
    language TEXT,
    bytes BLOB NOT NULL,
    PRIMARY KEY (motion, place)
) STRICT;

-- The assertion of a passkey for one act: who, over which digest, by which challenge.
CREATE TABLE evidence (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    officer TEXT NOT NULL,
    deed TEXT NOT NULL,
    act BLOB NOT NULL,
    nonce BLOB NOT NULL,
    passkey TEXT NOT NULL,
    assertion TEXT NOT NULL
) STRICT;
CREATE INDEX evidence_act ON evidence (act);
