UPDATE sponsio.last SET log = log + 1 RETURNING log
