SELECT seq, bytes FROM sponsio.entry WHERE log = $1 AND seq >= $2 ORDER BY seq LIMIT $3
