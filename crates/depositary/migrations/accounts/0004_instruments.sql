-- The instrument itself, as it was handed in, and what its examination found. It becomes the document of the act.
CREATE TABLE instrument (
    motion TEXT PRIMARY KEY NOT NULL REFERENCES motion (id),
    name TEXT NOT NULL,
    found TEXT NOT NULL,
    bytes BLOB NOT NULL
) STRICT;
