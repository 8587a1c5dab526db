SELECT commitment FROM sponsio.private ORDER BY commitment
