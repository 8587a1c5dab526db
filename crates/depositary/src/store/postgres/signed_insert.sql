INSERT INTO sponsio.signed (log, size, root, note, epoch) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (log, size) DO UPDATE SET root = excluded.root, note = excluded.note, epoch = excluded.epoch
