UPDATE sponsio.letter SET sent = true WHERE id = $1 AND NOT sent
