SELECT witness, line FROM cosign WHERE log = ?1 AND size = ?2 ORDER BY witness
