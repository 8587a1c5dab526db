UPDATE sponsio.letter SET attempts = attempts + 1, failure = $2 WHERE id = $1 AND NOT sent
