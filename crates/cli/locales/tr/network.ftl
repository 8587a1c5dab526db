## Okurları arasında günlük: sunma, tanık, ayna, gözlemci.

network-listening = dinlenen adres: { $address }
network-no-folder = { $path } adlı bir klasör yok.
network-unread = { $path }: { $why }
network-no-log = Hiçbir günlük belirtilmedi: anahtarını --log ile ya da bir güven politikasını --policy ile verin.
network-held = { NUM($size) } kayıt tutuluyor; önceden { NUM($before) } idi.
network-older = Günlük { NUM($size) } kayıt gösteriyor; oysa imzaladığı { NUM($known) } kayıt burada tutuluyor.
network-forked = Günlük, burada tutulanla çelişen bir şey imzaladı. Kanıt: { $place }
network-verified = { $origin }: { NUM($size) } kayıt doğrulandı
network-warning = uyarı: { $what }
network-finding = bulgu: { $what }
network-evidence = kanıt: { $place }
network-findings = Günlük söylediği gibi değil: { NUM($count) } bulgu.
