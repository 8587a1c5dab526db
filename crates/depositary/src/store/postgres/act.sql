SELECT seq, act_digest FROM sponsio.entry WHERE log = $1 AND act_id = $2
