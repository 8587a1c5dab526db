SELECT size, root, frontier, epoch, last_recorded FROM head WHERE log = ?1
