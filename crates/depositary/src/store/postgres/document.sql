SELECT media, bytes FROM sponsio.document WHERE digest = $1
