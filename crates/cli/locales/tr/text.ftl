## Metinler: yanlış veya şüpheli olan ve bir metne bakan komutlar.

text-not-utf8 = buradan sonraki baytlar UTF-8 değil
text-control = { $code } denetim karakterinin metinde yeri yok
text-direction = { $code } yazı yönünü değiştiriyor; metin olduğundan başka görünebilir
text-file-large = dosya { $most } MiB sınırını aşıyor ve okunmuyor
text-line-long = satır { $most } MiB sınırını aşıyor ve okunmuyor
text-not-composed = buradan sonraki karakterler birleşik biçimde (NFC) değil; öyleymiş gibi okunuyor
text-no-title = dosya bir başlıkla başlamıyor
text-second-title = metnin tek başlığı olur; bu ikincisi
text-not-a-header = dosya başı `anahtar: değer` satırlarından oluşur ve boş satırla biter
text-unknown-header = dosya başında { $key } diye bir anahtar yok
text-header-twice = { $key } { $line }. satırda zaten verilmiş
text-no-language = dosya başı dili söylemiyor
text-not-a-language = { $tag } bir dil etiketi (BCP 47) değil

text-out-of-order = { $label }, { $before } işaretinden sonra geliyor
text-label-twice = { $label } zaten { $line }. satırın işareti
text-item-alone = yukarıda bunun bağlanabileceği bir hüküm yok
text-alternative-alone = yukarıda bunun almaşığı olabileceği bir hüküm yok
text-not-a-heading = bu bir başlığa benziyor, düz metin olarak okunuyor
text-odd-indent = { $spaces } boşluk: bent, ilkinden aşağı her düzey için iki boşlukla içeri yazılır
text-deep-indent = bent üstündekinden birden çok düzey aşağıda
text-unclosed = { $what } burada açılmış, hükmünde kapanmamış
text-unopened = { $what } burada kapanmış, açılmamış
text-braces = süslü ayraçtaki { $inside } ne kimlik, ne gönderme, ne terim, ne de boşluk

text-no-delegations = köşeli ayraç okunuşların kime ait olduğunu söylemiyor
text-second-base = temel metnin tek okunuşu olur; bu ikincisi olurdu
text-no-base = hiçbir okunuş temel metnin okunuşu olarak işaretlenmemiş
text-two-readings = { $code } aynı yerin iki okunuşunun arkasında duruyor
text-too-deep = köşeli ayraçlar iç içe { $most } düzeyden derin
text-misplaced-site = burada çekişmeli yer olamaz: ne temel okunuşta ne dipnotta
text-other-delegations = iç yerin heyetleri, okunuşun heyetleri olmalı; her biri bir kez
text-unknown-delegation = konferansta { $code } heyeti yok

text-malformed-id = { $id } bir kimlik değil
text-misplaced-id = kimlik, hükmünün sonunda ve bir kez yazılır
text-id-twice = { $id } zaten { $line }. satırın kimliği
text-id-deleted = { $id } silinmiş bir hükmün kimliğiydi, bir daha kullanılmaz
text-unknown-target = { $id } kimlikli hüküm yok
text-deleted-target = { $id } hükmü silinmiş
text-own-target = hüküm kendisine gönderme yapıyor
text-target-in-alternative = { $id } hükmü yalnız bir almaşıkta var
text-term-unused = { $term } tanımlanmış ama hiç kullanılmamış
text-unbound = kural bu metin için onaylanmamış
text-rule-alone = kural, ait olduğu hükmün altında durur; yukarıda hüküm yok
text-rule-language = bu belgenin kural satırları { $language } dilindeki dosyada durur
text-unconfirmed = kural başka bir metin için onaylanmış ({ $bound }); bu metin { $current }

text-differs = { $what }: { $language } metninde { $expected }, burada { $found }
text-nothing = hiçbiri
text-difference-missing = bir hüküm eksik
text-difference-additional = bir hüküm fazla
text-difference-parent = başka bir hükmün parçası
text-difference-order = hükümler başka sırada
text-difference-kind = türü başka
text-difference-label = işaretler farklı
text-difference-items = bentlerin sayısı farklı
text-difference-closings = kapanış sözlerinin sayısı farklı
text-difference-footnotes = dipnotların sayısı farklı
text-difference-placeholders = boşlukların sayısı farklı
text-difference-numbers = sayılar farklı
text-difference-dates = tarihler farklı
text-difference-targets = göndermeler farklı
text-difference-sites = çekişmeli yerlerin sayısı farklı
text-difference-delegations = çekişmeli yerlerin okunuşları farklı
text-difference-empty = boş okunuşlar farklı
text-difference-alternatives = almaşıklar farklı
text-difference-terms = tanımlanan terimlerin sayısı farklı

text-delimiter-bracket = köşeli ayraç
text-delimiter-brace = süslü ayraç
text-delimiter-footnote = dipnot
text-delimiter-emphasis = vurgu

text-help = yardım
text-meant = `{ $meant }` mi demek istediniz?
text-help-title = ilk satır `# ` ile başlığın kendisidir
text-help-language = başlığın altına `language: tr` yazın
text-help-delegations = `[=: temel metnin sözleri | USA: başka sözler]` yazın; metnin kendi ayracı için `\[`
text-help-base = bir okunuşu `=` ile işaretleyin: `[=: sözler | USA: başka sözler]`; temel metinde yoksa `=: -`
text-help-literal = işaretin kendisi için `{ $sign }` yazın
text-help-id = kimlik 0-9a-hjkmnp-tv-z rakamlarından altı tanesidir; yazmazsanız `sponsio text fmt` verir
text-help-confirm = kural metne uyuyorsa altına `|= { $current }` yazın

text-unreadable = { $file } okunamıyor: { $why }
text-unwritable = { $file } yazılamıyor: { $why }
text-clean = { $file }: { NUM($count) } hüküm, söylenecek bir şey yok
text-count = { $file }: { NUM($errors) } hata, { NUM($warnings) } uyarı
text-left-out = ve listelenmeyen { NUM($count) } bulgu daha
text-errors = bir metinde hata var
text-lenient-hint = gerçek bir müzakere metni --lenient ile okunur
rule-of = { $id } hükmünün sözleri ve altındaki kural:
rule-none = { $file }: her kural, altında durduğu sözler için onaylı
rule-written = { $file }: yazıldı, onaylanan kural: { NUM($count) }
rule-not-written = Sözleri ve kuralı birlikte okuyun. Hiçbir şey yazılmadı; `--write` seçeneği { $file } dosyasında { NUM($count) } kuralı onaylar.
rule-not-found = { $id } hükmünün altında kural yok
text-canonical = { $file }: zaten kurallı biçimde
text-written = { $file }: yazıldı, { NUM($given) } kimlik verildi
text-unformatted = kurallı biçimde değil: { $files }
text-unformatted-hint = `sponsio text fmt --write` yazar
text-concordance = { NUM($files) } dil, { $count ->
    [0] fark yok
   *[other] { NUM($count) } fark
  }
text-discordant = diller birbirinden farklı
text-brackets-large = { $file } 8 MiB sınırını aşıyor ve okunmuyor
text-brackets-not-utf8 = { $file } UTF-8 değil
text-brackets = { $file }: { NUM($words) } sözcük, { NUM($inside) } tanesi (%{ $share }) { NUM($brackets) } köşeli ayracın içinde; { NUM($paragraphs) } paragraf, { NUM($clean) } tanesi (%{ $cleanshare }) ayraçsız; { NUM($options) } seçenek başlığı; ayraçlar en çok { $depth } düzey iç içe; { NUM($unclosed) } paragrafta kapanmıyorlar

scrub-count = { $file }: { $count ->
    [0] değişen numara yok
   *[other] { NUM($count) } numara değişiyor
  }
scrub-open = { NUM($count) } hüküm hâlâ açık: numaralar ancak köşeli ayraç kalmayınca kesinleşir.
scrub-open-hint = Önce her yerde bir metin seçin.
scrub-parting = { $id } iki dilde de { $old } numarasını taşıyor; { $first } içinde { $new }, { $second } içinde { $other } olurdu.
scrub-parting-hint = Önce dillerin yapısını eşitleyin; farkları `sponsio text concordance` gösterir.
