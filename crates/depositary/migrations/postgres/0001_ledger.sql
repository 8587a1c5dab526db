-- The ledger as PostgreSQL keeps it, in a schema of its own. Digests and salts are bare bytes,
-- instants are seconds since 1970 in UTC, frontiers are digests end to end. There is no sequence:
-- what was rolled back must leave no gap.

CREATE SCHEMA sponsio;

-- The migrations that have run.
CREATE TABLE sponsio.form (
    version integer PRIMARY KEY CHECK (version > 0)
);

-- The numbers that were given out last, in the transaction that uses them.
CREATE TABLE sponsio.last (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    log bigint NOT NULL DEFAULT 0,
    letter bigint NOT NULL DEFAULT 0
);
INSERT INTO sponsio.last DEFAULT VALUES;

CREATE TABLE sponsio.log (
    id bigint PRIMARY KEY,
    origin text NOT NULL UNIQUE CHECK (origin <> '')
);

-- The one row per log that decides who may append, and who may sign: whoever swaps it has written.
CREATE TABLE sponsio.head (
    log bigint PRIMARY KEY REFERENCES sponsio.log (id),
    size bigint NOT NULL CHECK (size >= 0),
    root bytea NOT NULL CHECK (octet_length(root) = 32),
    frontier bytea NOT NULL CHECK (octet_length(frontier) % 32 = 0 AND octet_length(frontier) <= 2048),
    epoch bigint NOT NULL CHECK (epoch >= 0),
    last_recorded bigint NOT NULL,
    -- How many entries the checkpoint covers that was signed last.
    signed bigint CHECK (signed >= 0 AND signed <= size)
);

CREATE TABLE sponsio.entry (
    log bigint NOT NULL REFERENCES sponsio.log (id),
    seq bigint NOT NULL CHECK (seq >= 0),
    bytes bytea NOT NULL CHECK (octet_length(bytes) BETWEEN 1 AND 65535),
    leaf bytea NOT NULL CHECK (octet_length(leaf) = 32),
    act_id bytea NOT NULL CHECK (octet_length(act_id) = 16),
    act_digest bytea NOT NULL CHECK (octet_length(act_digest) = 32),
    stream text NOT NULL CHECK (stream <> ''),
    nth bigint NOT NULL CHECK (nth >= 0),
    PRIMARY KEY (log, seq),
    UNIQUE (log, act_id),
    UNIQUE (log, stream, nth)
);

-- Documents that acts name by digest. They are never erased; confidential bytes lie in `private`.
CREATE TABLE sponsio.document (
    digest bytea PRIMARY KEY CHECK (octet_length(digest) = 32),
    media text NOT NULL,
    bytes bytea NOT NULL
);

-- What lies behind a commitment. Deleting the row is the erasure.
CREATE TABLE sponsio.private (
    commitment bytea PRIMARY KEY CHECK (octet_length(commitment) = 32),
    salt bytea NOT NULL CHECK (octet_length(salt) = 32),
    bytes bytea NOT NULL
);

-- Letters that wait to be sent. A letter that was sent stays, with the mark that it was.
CREATE TABLE sponsio.letter (
    id bigint PRIMARY KEY CHECK (id > 0),
    act_id bytea NOT NULL CHECK (octet_length(act_id) = 16),
    addressee text NOT NULL CHECK (addressee <> ''),
    text bytea NOT NULL CHECK (octet_length(text) = 32),
    attempts bigint NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    failure text,
    sent boolean NOT NULL DEFAULT false,
    UNIQUE (act_id, addressee)
);
CREATE INDEX letter_waiting ON sponsio.letter (attempts, id) WHERE NOT sent;

CREATE TABLE sponsio.signed (
    log bigint NOT NULL REFERENCES sponsio.log (id),
    size bigint NOT NULL CHECK (size >= 0),
    root bytea NOT NULL CHECK (octet_length(root) = 32),
    note bytea NOT NULL,
    epoch bigint NOT NULL CHECK (epoch >= 0),
    PRIMARY KEY (log, size)
);

CREATE TABLE sponsio.cosign (
    log bigint NOT NULL REFERENCES sponsio.log (id),
    size bigint NOT NULL CHECK (size >= 0),
    witness text NOT NULL CHECK (witness <> ''),
    line text NOT NULL,
    PRIMARY KEY (log, size, witness)
);

-- Refuses what a trigger names, also to somebody with another program.
CREATE FUNCTION sponsio.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation';
END
$$;

CREATE TRIGGER entry_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON sponsio.entry
    EXECUTE FUNCTION sponsio.refuse('an entry is never changed or deleted');
CREATE TRIGGER document_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON sponsio.document
    EXECUTE FUNCTION sponsio.refuse('a document is never changed or deleted');
CREATE TRIGGER private_stays BEFORE UPDATE ON sponsio.private
    EXECUTE FUNCTION sponsio.refuse('a private payload is erased or kept, never changed');
CREATE TRIGGER signed_remains BEFORE DELETE OR TRUNCATE ON sponsio.signed
    EXECUTE FUNCTION sponsio.refuse('a signed note is never deleted');
CREATE TRIGGER head_remains BEFORE DELETE OR TRUNCATE ON sponsio.head
    EXECUTE FUNCTION sponsio.refuse('a head is never deleted');

CREATE FUNCTION sponsio.head_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.log <> OLD.log OR NEW.size < OLD.size OR NEW.epoch < OLD.epoch
        OR NEW.last_recorded < OLD.last_recorded
        OR (OLD.signed IS NOT NULL AND (NEW.signed IS NULL OR NEW.signed < OLD.signed))
    THEN
        RAISE EXCEPTION 'a head only grows' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER head_grows BEFORE UPDATE ON sponsio.head
    FOR EACH ROW EXECUTE FUNCTION sponsio.head_grows();

-- The note of a size may gain signatures; what it signs may not change.
CREATE FUNCTION sponsio.signed_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.log <> OLD.log OR NEW.size <> OLD.size OR NEW.root <> OLD.root THEN
        RAISE EXCEPTION 'a size is signed with one root only'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER signed_stays BEFORE UPDATE ON sponsio.signed
    FOR EACH ROW EXECUTE FUNCTION sponsio.signed_stays();
