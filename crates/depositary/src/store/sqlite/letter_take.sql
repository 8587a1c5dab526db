SELECT id, act_id, addressee, text, attempts, failure FROM letter
WHERE sent = 0 ORDER BY attempts, id LIMIT ?1
