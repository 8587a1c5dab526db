INSERT INTO entry (log, seq, bytes, leaf, act_id, act_digest, stream, nth)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
