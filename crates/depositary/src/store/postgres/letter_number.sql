UPDATE sponsio.last SET letter = letter + $1 RETURNING letter
