INSERT INTO sponsio.letter (id, act_id, addressee, text)
SELECT new.* FROM unnest($1::bigint[], $2::bytea[], $3::text[], $4::bytea[]) AS new (id, act_id, addressee, text)
