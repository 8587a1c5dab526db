SELECT act_digest FROM entry WHERE log = ?1 AND seq = ?2
