SELECT size, root, frontier, epoch, last_recorded FROM sponsio.head WHERE log = $1
