INSERT INTO sponsio.entry (log, seq, bytes, leaf, act_id, act_digest, stream, nth)
SELECT $1, new.*
FROM unnest($2::bigint[], $3::bytea[], $4::bytea[], $5::bytea[], $6::bytea[], $7::text[], $8::bigint[])
    AS new (seq, bytes, leaf, act_id, act_digest, stream, nth)
