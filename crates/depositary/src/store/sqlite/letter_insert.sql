INSERT INTO letter (act_id, addressee, text) VALUES (?1, ?2, ?3)
