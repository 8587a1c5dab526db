SELECT seq, bytes, leaf, act_id, act_digest, stream, nth
FROM sponsio.entry WHERE log = $1 AND seq >= $2 ORDER BY seq LIMIT $3
