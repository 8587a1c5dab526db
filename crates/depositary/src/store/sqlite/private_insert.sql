INSERT INTO private (commitment, salt, bytes) VALUES (?1, ?2, ?3)
ON CONFLICT (commitment) DO NOTHING
