-- Programs that act for an account: their tokens, what they were answered, what they brought. And those who
-- are told of acts. Secrets of tokens are kept by their digests; those of webhooks sign, and are kept as they are.
CREATE TABLE token (
    secret BLOB PRIMARY KEY NOT NULL,
    handle TEXT UNIQUE NOT NULL,
    officer TEXT NOT NULL REFERENCES account (officer),
    name TEXT NOT NULL,
    deeds TEXT NOT NULL,
    scopes TEXT NOT NULL,
    made INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    used INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX token_officer ON token (officer);

-- What was answered under an `Idempotency-Key`, for a day.
CREATE TABLE answered (
    token TEXT NOT NULL,
    name TEXT NOT NULL,
    asked BLOB NOT NULL,
    answer TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (token, name)
) STRICT, WITHOUT ROWID;

-- By which token a motion was brought; its name outlives it.
CREATE TABLE motion_token (
    motion TEXT PRIMARY KEY NOT NULL REFERENCES motion (id),
    token TEXT NOT NULL,
    name TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX motion_token_token ON motion_token (token);

CREATE TABLE webhook (
    handle TEXT PRIMARY KEY NOT NULL,
    address TEXT NOT NULL,
    kinds TEXT NOT NULL,
    manner TEXT NOT NULL,
    secret BLOB NOT NULL,
    inside INTEGER NOT NULL,
    made INTEGER NOT NULL,
    next INTEGER NOT NULL,
    failing INTEGER,
    tries INTEGER NOT NULL DEFAULT 0,
    due INTEGER NOT NULL DEFAULT 0,
    resting INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE delivery (
    id INTEGER PRIMARY KEY,
    webhook TEXT NOT NULL,
    message TEXT NOT NULL,
    kind TEXT NOT NULL,
    seq INTEGER,
    at INTEGER NOT NULL,
    took INTEGER NOT NULL,
    status INTEGER,
    why TEXT NOT NULL
) STRICT;
CREATE INDEX delivery_webhook ON delivery (webhook, id);

-- When the ledger was copied, and how many entries it had.
CREATE TABLE backup (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    size INTEGER NOT NULL
) STRICT;
