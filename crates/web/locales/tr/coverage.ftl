## Kim kime güvence veriyor
menu-coverage = Güvenceler
next-coverage = Bütün güvenceler
coverage-heading = Kim kime güvence veriyor, kim dışarıda kalıyor
coverage-title = Güvenceler: { $name }
coverage-none = Bu kütüğün hiçbir metninde güvence modellenmemiştir.
coverage-none-here = Bu metinde güvence modellenmemiştir.
coverage-lead = { $promises }, { $members }, { $pairs }.
count-promises = { $count ->
   *[other] { NUM($count) } güvence
  }
count-members = { $count ->
   *[other] { NUM($count) } taraf
  }
count-directions = { $count ->
   *[other] { NUM($count) } yön
  }
count-of = { NUM($of) } içinden { NUM($count) }
coverage-whole = { NUM($pairs) } yönün hepsi yürürlükteki bir hukuki güvenceyle kapsanıyor.
coverage-gaps = { NUM($pairs) } yönden { NUM($open) } tanesini yürürlükteki hiçbir hukuki güvence kapsamıyor.
coverage-one-sided = { NUM($count) } yön tek taraflı.
coverage-in-words = { $title }, satır { $line }: sözle tutuluyor; neyi kapsadığı bilinmiyor.
matrix-label = Resim: kim kime güvence veriyor
matrix-told = Kim kime güvence veriyor: { NUM($count) } × { NUM($count) } taraf. Aşağıdaki tablo aynısını söyler.
axis-owes = Borçlu
axis-owed = alacaklı
key-heading = İşaretlerin anlamı
closings-heading = Boşlukları ne kapatırdı
promises-heading = Güvenceler
promises-note = Her metnin ne vaat ettiği ve hukuki niteliği. Siyasi bir taahhüt hiçbir zaman hukuk olarak gösterilmez.
promise-bound = Adı geçen { NUM($named) } garantörden { NUM($count) } tanesi bağlı.
promise-unknown = { NUM($count) } tanesi için bilinmiyor.
one-sided-heading = Yalnızca bir yönde
conditions-heading = Hâlâ neye bağlılar
table-heading = Aynısı tablo olarak
grid-caption = Satırlar borçlu, sütunlar alacaklı. Bir ad, o tarafı ötekilerin yanında gösterir.
itself = kendisi
balance-caption = Her taraf ne veriyor, ne alıyor
balance-note = Bir ad, o tarafı ötekilerin yanında çift çift gösterir.
column-gives = Kapsıyor
column-receives = Kapsanıyor
column-mutual = İki yönde
column-gaps = Kapsamıyor
in-words-heading = Sözle tutulan güvenceler
more-listed = Ve { NUM($count) } tane daha.
arrow = →
trouble-itself = “{ $id }” kendisiyle birlikte soruluyor. İki ayrı taraf yazın.
trouble-too-large = Bu { NUM($cells) } hücre eder; bir kerede hesaplanandan fazla. Tek bir antlaşma sorun veya “sponsio coverage” komutunu kullanın.

## İki taraf
beside-heading = Ötekilerin yanında
beside-title = { $name } ötekilerin yanında
beside-summary = Yürürlükteki hukuki güvencelerle { NUM($gives) } tarafı kapsıyor, { NUM($receives) } tarafça kapsanıyor; { NUM($mutual) } tanesi iki yönde.
beside-none = Kütükte başka taraf yok.
beside-caption = İki yönde güvenceler; bir ad, ikisini bağlayan her şeye götürür
column-gives-it = Güvence veriyor
column-gets-from = Güvence alıyor
between-answer = { $count ->
    [0] { DATE($day) } tarihinde bu kütüğün hiçbir antlaşması ikisini birbirine bağlamıyor.
   *[other] { DATE($day) } tarihinde { NUM($count) } antlaşma ikisini birbirine bağlıyor.
  }
binding-heading = İkisini de bağlayanlar
binding-none = Bu tarihte bu kütüğün hiçbir antlaşması ikisini birden bağlamıyor.
not-binding-heading = İkisi de işlem yaptı; ikisini birden bağlamıyor
not-binding-note = Biri imzalamış, rıza göstermiş, çekilmiş veya askıya almış olabilir: bir antlaşma iki taraf arasında ancak ikisi için de yürürlükteyken bağlar.
column-since = İkisini bağladığı tarih
owes-heading = { $from } tarafının { $to } tarafına borcu
owes-nothing = Bu kütüğün hiçbir güvencesi ikisini bu yönde anmıyor.

## Bir çift için ne var
pledge-bound = Yürürlükte
pledge-mutual = Karşılıklı, yürürlükte
pledge-one-sided = Tek taraflı, yürürlükte
pledge-return-unknown = Yürürlükte; karşılığı bilinmiyor
pledge-conditional = Yürürlükte, koşullu
pledge-provisional = Geçici olarak uygulanıyor
pledge-suspended = Askıda
pledge-contested = Tartışmalı
pledge-undetermined = Belirlenemiyor
pledge-political = Yalnızca siyasi taahhüt
pledge-offered = Öneriliyor; yürürlükte değil
pledge-lost = Artık yürürlükte değil
pledge-nothing = Boşluk: güvence yok
pledge-letter-bound = Y
pledge-letter-mutual = K
pledge-letter-one-sided = T
pledge-letter-return-unknown = R
pledge-letter-conditional = Ş
pledge-letter-provisional = G
pledge-letter-suspended = A
pledge-letter-contested = X
pledge-letter-undetermined = ?
pledge-letter-political = S
pledge-letter-offered = Ö
pledge-letter-lost = E
pledge-letter-nothing = –
pledge-meaning-bound = şimdi, hukuken borçlu
pledge-meaning-mutual = her biri ötekine borçlu
pledge-meaning-one-sided = bu yönde borçlu, öteki yönde kesinlikle değil
pledge-meaning-return-unknown = karşılığında bir borç olup olmadığı bilinmiyor veya tartışmalı
pledge-meaning-conditional = borçlu; neye bağlı olduğunu açıklama söyler
pledge-meaning-provisional = yürürlüğe girmeden önce (VAHS m. 25)
pledge-meaning-suspended = yürürlükte, işleyişi askıda (VAHS m. 57)
pledge-meaning-contested = kimine göre hukuk, kimine göre siyaset; ikisi de gösterilir
pledge-meaning-undetermined = kütüğün bilmediği bir şeye bağlı
pledge-meaning-political = beyan edildi, bağlayıcı değil
pledge-meaning-offered = bir metinde var; rıza veya yürürlük eksik
pledge-meaning-lost = çekilmeyle, antlaşmanın sona ermesiyle veya süresi dolarak
pledge-meaning-nothing = kayıtlı hiçbir metin ikisini bu yönde anmıyor

## Bir güvencenin sözleri
force-binding-treaty = bağlayıcı antlaşma
force-binding-unilateral-act = bağlayıcı tek taraflı işlem
force-political-commitment = siyasi taahhüt
force-contested = tartışmalı
sense-negative = bir şeyi yapmamak
sense-positive = bir şeyi yapmak
mode-individually = her biri kendisi için
mode-severally = her biri ayrı ayrı
mode-jointly = yalnızca birlikte
mode-jointly-and-severally = birlikte ve her biri tümü için
condition-assent-presumed = Yararlanan üçüncü bir Devlettir; rızası varsayılır (VAHS m. 36(1)).
condition-assent-unknown = Yararlanan bir örgüttür; rızası varsayılmaz (VAHS-UÖ m. 36(2)).
condition-joint-incomplete = Ancak birlikte borçlu olunur ve hepsi bağlı değildir.
condition-link-open = Yürürlükte olmayan veya olduğu kesin olmayan bir belgeye bağlıdır.
condition-ends-with-event = Hiçbir işlemin bildirmediği bir olayla sona erer.
condition-qualified = Bir çekince, itiraz veya beyan kayıtlıdır; neyi değiştirdiği hesaplanmaz.
condition-withdrawal-pending = Bir çekilme bildirimi işlemektedir.
condition-expired = Süresi dolmuştur.
condition-roll-unknown = Kimin anıldığı bilinmiyor.
