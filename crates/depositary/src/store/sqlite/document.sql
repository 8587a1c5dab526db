SELECT media, bytes FROM document WHERE digest = ?1
