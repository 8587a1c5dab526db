INSERT INTO sponsio.head (log, size, root, frontier, epoch, last_recorded)
VALUES ($1, 0, $2, '', 0, $3)
ON CONFLICT (log) DO NOTHING
