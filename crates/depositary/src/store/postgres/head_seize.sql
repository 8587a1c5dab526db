UPDATE sponsio.head SET epoch = epoch + 1 WHERE log = $1 RETURNING epoch
