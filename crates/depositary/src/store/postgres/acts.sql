SELECT act_id, seq, act_digest FROM sponsio.entry WHERE log = $1 AND act_id = ANY ($2)
