SELECT witness, line FROM sponsio.cosign WHERE log = $1 AND size = $2 ORDER BY witness COLLATE "C"
