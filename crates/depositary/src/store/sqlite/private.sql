SELECT salt, bytes FROM private WHERE commitment = ?1
