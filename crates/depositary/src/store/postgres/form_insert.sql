INSERT INTO sponsio.form (version) VALUES ($1)
