SELECT id FROM sponsio.log WHERE origin = $1
