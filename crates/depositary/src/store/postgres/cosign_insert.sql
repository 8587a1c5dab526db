INSERT INTO sponsio.cosign (log, size, witness, line) VALUES ($1, $2, $3, $4)
ON CONFLICT (log, size, witness) DO UPDATE SET line = excluded.line
