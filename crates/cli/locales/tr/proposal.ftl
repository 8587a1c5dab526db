## Bir hükmün sözlerinden önerilen kural.

proposal-head = { $count ->
    [one] Öneri (bir kişinin teyidine sunulur):
   *[other] Öneri, { NUM($count) } hüküm (bir kişinin teyidine sunulur):
  }
proposal-rests = Dayandığı sözler:
proposal-mark = { $mark } { $role }: “{ $words }”
proposal-remarks = Teyitten önce tartılacaklar:
proposal-remark = { $what } (“{ $words }”)
proposal-remark-coded = { $code }: { $what } (“{ $words }”)
proposal-confirm = Hiçbir şey kendiliğinden kabul edilmez: bir kişi hükmü metinle karşılaştırır ve teyit eder, örneğin antlaşmanın dosyasına yazarak.

rests-threshold = kaç tane gerektiği
rests-noun = neyin sayıldığı
rests-kinds = hangi işlemlerin rıza bildirdiği
rests-period = ne kadar süre, hangi gün veya ay
rests-anchor = sürenin nereden işlediği
rests-set = hangi katılımcılar
rests-share = hangi pay
rests-table = hangi toplamın payı
rests-date = hangi gün
rests-treaty = hangi öteki antlaşma
rests-scope = hükmün kimin için olduğu
rests-reservations = hangi çekinceler
rests-withdrawal = çekilmenin olup olmadığı ve nasıl olduğu
rests-articles = hangi maddeler

weigh-period-expiry = sözler, sürenin son gününde mi ertesi gün mü bittiğini söylemiyor (DATE-3)
weigh-organizations = örgütler katılabilir; hüküm nasıl sayıldıklarını söylemiyor (S-4)
weigh-all-signatories = gereken sayı, bütün imzacıların sayısıdır
weigh-unknown = sözler bir gruptan veya toplamdan söz ediyor, ama onu saymıyor: bilinene kadar sonuç belirsizdir
weigh-narrow-kinds = hüküm katılmadan söz etmiyor, bu yüzden katılma sayılmaz
weigh-repeated-number = sayı, burada bulunmayan genel yürürlüğe giriş hükmündeki sayı olmalıdır
weigh-no-bar = hüküm, hangi süre geçmeden bildirimde bulunulamayacağını söylemiyor; başka bir hüküm söyleyebilir (END-5)

refuses-empty = okunacak söz yok
refuses-too-long = metin bir son hükümden uzun: en çok { $most } bayt okunur
refuses-words = bazı sözler hiçbir kalıba uymuyor, bu yüzden hiçbir şey önerilmez
refuses-figure = yazıyla verilen bir sayı rakamından farklı, bu yüzden hiçbir şey önerilmez
refuses-contradiction = cümleler birbiriyle bağdaşmıyor, bu yüzden hiçbir şey önerilmez
refuses-marked = İşaretli sözlerden itibaren anlaşılmadı:
refuses-marked-figure = İşaretli yazı ile rakam farklı:
refuses-marked-all = Cümleler birbiriyle çelişiyor veya aynı şeyi iki kez söylüyor:
refuses-hint = kuralı elle yazın (`sponsio clause check` ona bakar) veya yalnızca tek bir hükmün sözlerini verin
refuses-hint-names = katılımcıların adları için --register, öteki antlaşmalar için --treaty-name "Sözleşme=4-4" verin
bad-treaty-name = “{ $text }” hangi antlaşmanın kastedildiğini söylemiyor: "Sözleşme=4-4" biçiminde yazın
