## Rızaların eğrisi.

timeline-title = Zaman içinde rızalar: { $title } ({ $id })
timeline-description = Geçerli rıza belgelerinin basamaklı eğrisi. { $facts }
timeline-axis = rıza belgesi
timeline-needed = gereken { NUM($need) }
timeline-trigger = koşullar { DATE($day) }
timeline-in-force = yürürlük { DATE($day) }
timeline-horizon = { EK(DATE($day), ek: "den") } sonrası bilinmiyor
timeline-count = { DATE($day) }: { NUM($count) }
timeline-percent = %{ NUM($percent) }
timeline-share-axis = { $table } toplamının yüzdesi
timeline-share-needed = gereken { $need }
timeline-share = { DATE($day) }: { $table } toplamından { $part }; gereken { $need }.
timeline-none = Bilinen rıza belgesi yok.
timeline-fact-first = İlki { EK(DATE($day), ek: "de") }.
timeline-fact-last = { EK(DATE($day), ek: "de") } { NUM($count) }.
timeline-fact-needed = Gereken { NUM($need) }.
timeline-fact-trigger = Koşullar { EK(DATE($day), ek: "de") } gerçekleşti.
timeline-fact-in-force = { EK(DATE($day), ek: "den") } beri yürürlükte.
timeline-fact-ended = { EK(DATE($day), ek: "den") } itibaren kimse için yürürlükte değil.
timeline-fact-provisional = { EK(DATE($day), ek: "den") } itibaren geçici olarak yürürlükte; bu, yürürlüğe giriş değildir.
timeline-fact-horizon = { EK(DATE($day), ek: "den") } sonrası bilinmiyor.
timeline-written = Çizim şuraya yazıldı: { $path }.
