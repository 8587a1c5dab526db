SELECT size, root, note, epoch FROM sponsio.signed WHERE log = $1 AND size = $2
