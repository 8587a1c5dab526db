INSERT INTO sponsio.log (id, origin) VALUES ($1, $2)
