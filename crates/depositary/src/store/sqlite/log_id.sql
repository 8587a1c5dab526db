SELECT id FROM log WHERE origin = ?1
