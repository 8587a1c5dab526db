SELECT commitment FROM private ORDER BY commitment
