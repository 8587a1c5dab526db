SELECT size, root, note, epoch FROM sponsio.signed WHERE log = $1 ORDER BY size DESC LIMIT 1
