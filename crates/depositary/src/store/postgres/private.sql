SELECT salt, bytes FROM sponsio.private WHERE commitment = $1
