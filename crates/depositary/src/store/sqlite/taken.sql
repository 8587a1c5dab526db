SELECT seq, act_id, stream, nth FROM entry WHERE log = ?1 AND seq >= ?2 ORDER BY seq
