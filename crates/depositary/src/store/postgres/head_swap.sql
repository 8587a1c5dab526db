UPDATE sponsio.head SET size = $4, root = $5, frontier = $6, last_recorded = $7
WHERE log = $1 AND size = $2 AND epoch = $3
