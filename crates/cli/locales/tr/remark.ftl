## İşlemler ve antlaşmalar hakkındaki notlar: `law::remark` verileri, her biri bir cümle; sonra sayıları.

remark-line = { $treaty }{ $participant ->
    [none] {""}
   *[other] , { $who }
  }: { $what } ({ $rule }).

remark-recorded-late = işlem ancak { EK(DATE($day), ek: "de") } kaydedildi; o günden önce bilindiği hâliyle verilen yanıtlar değişmez
remark-after-horizon = antlaşmanın işlemleri ancak { DATE($day) } gününe kadar biliniyor; bu işlem daha sonra
remark-not-evaluated = antlaşmanın { EK($statement, ek: "inci") } hükmü bu işlemi ilgilendirir ve değerlendirilmez; elle inceleyin
remark-force-undetermined = antlaşmanın kendisi için yürürlükte olup olmadığı belirsiz
remark-published-succession = halefiyet tarihi yok; onun yerine bildirim tarihi alınır
remark-membership-unknown = üyeleri burada bilinmediği için örgüt sayılmaz
remark-territory-not-counted = bir ülke parçasının işlemi sayılmaz
remark-does-not-count = metin bu tür işlemleri saymıyor: işlem sahibini bağlar, ama yürürlüğe giriş için sayılmaz
remark-organization-binds-by-signature = bir örgüt imzasıyla ancak metin veya kendi kuralları böyle diyorsa bağlanır
remark-signature-spent = bu imzayı, artık sona ermiş bir rıza zaten izlemişti; olağan işlem katılmadır
remark-ad-referendum-unconfirmed = ad referendum imza teyit edilmemiş; bu işlem onu teyit eder
remark-accepted-without-signature = imza yok; metin ne onaydan ne katılmadan söz ediyor, bu yüzden kabul her ikisinin yerini tutar
remark-signatory-accedes = bir imzacı katılıyor; metin hâlâ imzaya açık olup olmadığını söylemiyor
remark-entitlement-unknown = metnin kendisine { $opened } için açık olup olmadığı bilinmiyor
remark-invitation-not-recorded = metin şu davetçinin davetini arıyor: { $by }; davet kayıtlı değil
remark-earlier-end-unknown = önceki rızasının sona erip ermediği bilinmiyor; bundan sonra bu rıza geçerlidir
remark-silent-on-withdrawal = metin çekilme konusunda susuyor; bildirimin hüküm doğurup doğurmadığı açık kalır, en erken gün { DATE($day) }
remark-no-withdrawal-rule = sicilde antlaşmanın çekilme hükmü yok; bildirimin etkisi belirsiz
remark-notice-may-have-taken-effect = bildirim { EK(DATE($day), ek: "den") } itibaren hüküm doğurmuş olabilir
remark-trigger-is-final = koşul { EK(DATE($trigger), ek: "de") } gerçekleşti; antlaşma yine { EK(DATE($day), ek: "de") } yürürlüğe girer, ama onun için değil
remark-no-provisional-clause = metinde geçici uygulama hükmü yok; bu, müzakereci Devletlerin başka bir anlaşmasına dayanır
remark-suspension-not-examined = askıya almanın gerekçesi kaydedilir, incelenmez
remark-predecessor-not-named = işlem kimin imzasına halef olunduğunu söylemiyor
remark-signature-not-carried = selef yalnızca imzalamış; imzacı olarak görünmek için imzasına halefiyet bildirilmelidir
remark-before-adoption = işlemin tarihi, metnin kabul edildiği { DATE($day) } gününden önce
remark-unsigned-ratification = o güne kadar kayıtlı imza yok
remark-second-consent = ilk rızası sürüyor; bu ikincisi yeni bir süre başlatmaz
remark-orphan = bu işlemin sona erdirebileceği, süren bir rıza yok
remark-unmapped-act = katalogda “{ $label }” işlemi yok; olduğu gibi saklanır ve hiçbir zaman rıza sayılmaz
remark-correction-without-target = düzelttiği { $id } işlemi bulunamadı
remark-correction-of-nothing = düzeltme hangi işlemi düzelttiğini söylemiyor
remark-continuation-of-nothing = devam ettirilen { EK($who, ek: "in") } o gün elinde bir hakkı yok
remark-continuation-of-nobody = devamlılık bildirimi selefin adını vermiyor
remark-effect-before-notice = hüküm doğuracağı { DATE($day) } günü, bildirimden önce
remark-same-id = { $id } imi daha önceki bir işlemde var
remark-no-horizon = antlaşma işlemlerinin hangi güne kadar bilindiğini söylemiyor; son işleminin günü alınır
remark-treaty-without-acts = antlaşmaya ilişkin kayıtlı işlem yok
remark-depositary-without-policies = sicil şu depozitörün usulleri hakkında bir şey söylemiyor: { $name }

counted-no-horizon = işlemlerinin hangi güne kadar bilindiğini söylemeyen antlaşma
counted-treaty-without-acts = hiç işlemi olmayan antlaşma
counted-depositary-without-policies = depozitörünün usulleri burada olmayan antlaşma
counted-before-adoption = kabul tarihinden önceki işlem
counted-after-horizon = antlaşmanın işlemlerinin bilindiği günden sonraki işlem
counted-unmapped-act = etiketi katalogda bulunmayan işlem: hiçbir zaman rıza sayılmaz
counted-unsigned-ratification = öncesinde imza bulunmayan onay, kabul ve benzeri
counted-second-consent = ilk rıza sürerken verilen ikinci rıza
counted-territory-not-counted = ülke parçasının işlemi: sayılmaz
counted-membership-unknown = üyeleri bilinmeyen örgütün belgesi: sayılmaz
counted-published-succession = halefiyet tarihi olmayan halefiyet: bildirim tarihi alınır
counted-effect-before-notice = hüküm doğuracağı gün bildirimden önce olan çekilme
counted-orphan = sona erdirebileceği bir rıza bulunmayan işlem
counted-correction-without-target = bulunamayan bir işlemin düzeltmesi
counted-continuation-of-nothing = elinde hiçbir şey olmayan selefin devamı
counted-same-id = daha önceki bir işlemin imini taşıyan işlem
counted-name-conflict = başka bir katılımcının adını taşıyan katılımcı
