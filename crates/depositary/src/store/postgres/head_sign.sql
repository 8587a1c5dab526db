UPDATE sponsio.head SET signed = $4
WHERE log = $1 AND epoch = $2 AND signed IS NOT DISTINCT FROM $3
RETURNING size, root
