SELECT seq, act_digest FROM entry WHERE log = ?1 AND act_id = ?2
