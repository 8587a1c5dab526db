UPDATE letter SET sent = 1 WHERE id = ?1 AND sent = 0
