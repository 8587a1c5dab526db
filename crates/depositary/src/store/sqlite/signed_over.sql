SELECT size, root, note, epoch FROM signed WHERE log = ?1 AND size = ?2
