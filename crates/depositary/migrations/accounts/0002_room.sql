-- The negotiation room: drafts of delegations until they are tabled, who read which confidential paper,
-- and the time zone in which a reader is told deadlines. A draft that is erased is gone.
CREATE TABLE room_draft (
    id TEXT PRIMARY KEY NOT NULL,
    conference TEXT NOT NULL,
    party TEXT NOT NULL,
    base TEXT NOT NULL,
    language TEXT NOT NULL,
    operation TEXT NOT NULL,
    provision TEXT NOT NULL,
    words TEXT NOT NULL,
    reason TEXT NOT NULL,
    addressed TEXT NOT NULL,
    supersedes TEXT NOT NULL,
    made_by TEXT NOT NULL,
    changed INTEGER NOT NULL
) STRICT;
CREATE INDEX room_draft_party ON room_draft (conference, party);

CREATE TABLE room_reading (
    officer TEXT NOT NULL,
    conference TEXT NOT NULL,
    paper TEXT NOT NULL,
    day INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (officer, conference, paper, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE account_zone (
    officer TEXT PRIMARY KEY NOT NULL REFERENCES account (officer),
    zone TEXT NOT NULL
) STRICT, WITHOUT ROWID;
