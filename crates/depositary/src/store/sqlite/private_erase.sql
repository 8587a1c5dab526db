DELETE FROM private WHERE commitment = ?1
