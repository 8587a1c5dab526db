DELETE FROM sponsio.private WHERE commitment = $1
