SELECT seq, bytes FROM entry WHERE log = ?1 AND seq >= ?2 ORDER BY seq LIMIT ?3
