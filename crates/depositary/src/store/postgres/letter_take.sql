SELECT id, act_id, addressee, text, attempts, failure FROM sponsio.letter
WHERE NOT sent ORDER BY attempts, id LIMIT $1
