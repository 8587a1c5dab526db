## Retler: bir işlemin neden alınmadığı ve sonraki adım; `law::refusal` verileri.

refusal-line = { $treaty }, { $who }: { DATE($date) } tarihli { $act } işlemi reddedildi; nedeni: { $why } ({ $rule }). Yapılacak: { $step }.

refusal-unknown-treaty = sicilde böyle bir antlaşma yok
refusal-unknown-treaty-step = başlığı ve kimliği denetleyin
refusal-unknown-participant = sicilde böyle bir katılımcı yok
refusal-unknown-participant-step = kodu denetleyin veya önce katılımcıyı kaydedin
refusal-former-state = bu Devlet artık yok
refusal-former-state-step = halefi, halefiyet veya devamlılık bildirir; eski bir işlem, yayımlandığı hâliyle kaydedilir
refusal-id-taken = { $id } imi şu antlaşmaya ilişkin bir işlemde zaten var: { $other_treaty }
refusal-id-taken-step = başka bir im seçin
refusal-after-receipt = { EK(DATE($received), ek: "de") }, kendi tarihinden önce alındı
refusal-after-receipt-step = bir işlemin tarihi alındığı gündür: o günü yazın veya bekleyin
refusal-before-adoption = metin { EK(DATE($day), ek: "de") } kabul edildi
refusal-before-adoption-step = tarihi denetleyin; { DATE($day) } gününden önceki bir tarih olamaz
refusal-before-opening = metin { EK(DATE($day), ek: "de") } imzaya açıldı
refusal-before-opening-step = işlemi { DATE($day) } günü veya daha sonra yapın
refusal-not-yet-open = metin { $opened } için ancak { EK(DATE($day), ek: "den") } itibaren açık
refusal-not-yet-open-step = işlemi { DATE($day) } günü veya daha sonra yapın
refusal-closed = metin { $opened } için { DATE($day) } gününe kadar açıktı
refusal-closed-step = { $kind ->
    [signature] metin izin veriyorsa katılın
   *[accession] taraflara başka türlü anlaşıp anlaşmadıklarını sorun
  }
refusal-not-entitled = metin { $opened } için bu katılımcıya açık değil
refusal-not-entitled-step = kimlerin katılabileceğine bakın veya davet isteyin
refusal-already-signed = { DATE($day) } tarihli bir imza kayıtlı
refusal-already-signed-step = o imzayı onay, kabul veya uygun bulma ile tamamlayın
refusal-not-a-signatory = imzalamamış; kurtulacağı bir yükümlülük yok
refusal-not-a-signatory-step = bir şey gerekmez
refusal-already-declared = bunu { EK(DATE($day), ek: "de") } zaten bildirdi
refusal-already-declared-step = bir şey gerekmez
refusal-unsigned = o güne kadar kayıtlı imza yok
refusal-unsigned-step = metin imzaya açıkken imzalayın veya katılın
refusal-already-consented = { DATE($day) } tarihli rızası kayıtlı ve sona ermemiş
refusal-already-consented-step = { $act_kind ->
    [intention-not-to-become-party] bunun yerine belgeyi geri çekin veya çekilme bildiriminde bulunun
   *[other] ikinci bir işlem gerekmez; o tarih yanlışsa düzeltin
  }
refusal-notice-pending = { DATE($day) } tarihli çekilme bildirimi bekliyor{ $known ->
    [yes] {" "}ve { EK(DATE($other_day), ek: "de") } hüküm doğuruyor
   *[no] {""}
  }
refusal-notice-pending-step = { $act_kind ->
    [intention-not-to-become-party] bir şey gerekmez
   *[other] kalmak için bildirimi, hüküm doğurmadan geri alın
  }
refusal-organization-ratifies = onay, Devletlerin işlemidir
refusal-organization-ratifies-step = resmî teyit belgesi tevdi edin
refusal-not-an-organization = resmî teyit, uluslararası örgütlerin işlemidir
refusal-not-an-organization-step = onay belgesi tevdi edin
refusal-signatory-accedes = { EK(DATE($day), ek: "de") } imzaladı ve metin { $known ->
    [yes] { DATE($other_day) } gününe kadar{" "}
   *[no] {""}
  }imzaya açık
refusal-signatory-accedes-step = onay, kabul veya uygun bulma belgesi tevdi edin
refusal-nothing-to-confirm = o güne kadar kayıtlı ad referendum imza yok
refusal-nothing-to-confirm-step = metin hâlâ imzaya açıksa imzalayın
refusal-already-confirmed = imza { EK(DATE($day), ek: "de") } teyit edilmiş
refusal-already-confirmed-step = bir şey gerekmez
refusal-only-states-succeed = bir Devletin yerini yalnızca başka bir Devlet alır
refusal-only-states-succeed-step = kendi rıza belgenizi tevdi edin
refusal-succession-after-notification = halefiyet tarihi olarak, kendi tarihinden sonraki { DATE($day) } gününü veriyor
refusal-succession-after-notification-step = halefiyet tarihini denetleyin
refusal-succession-before-adoption = halefiyet tarihi { DATE($day) }; metin ise { EK(DATE($other_day), ek: "de") } kabul edildi, o gün yoktu
refusal-succession-before-adoption-step = bunun yerine katılın
refusal-predecessor-not-named = hangi Devletin devam ettirildiğini söylemiyor
refusal-predecessor-not-named-step = selefin adını verin
refusal-predecessor-unknown = sicilde { $id } kodlu katılımcı yok
refusal-predecessor-unknown-step = selefin kodunu denetleyin
refusal-predecessor-not-former = { $other } eski bir Devlet değil
refusal-predecessor-not-former-step = halefiyet bildirin veya selefi düzeltin
refusal-predecessor-holds-nothing = { EK($other, ek: "in") } { EK(DATE($day), ek: "de") } süren bir rızası yok
refusal-predecessor-holds-nothing-step = bunun yerine katılın
refusal-predecessor-did-not-sign = { EK($other, ek: "in") } kayıtlı imzası yok
refusal-predecessor-did-not-sign-step = bunun yerine katılın
refusal-nothing-to-withdraw = { $known ->
    [yes] rızası { EK(DATE($day), ek: "de") } sona erdi
   *[no] süren bir rızası yok
  }
refusal-nothing-to-withdraw-step = bir şey gerekmez
refusal-not-in-force-for-it = antlaşma kendisi için { $known ->
    [yes] ancak { EK(DATE($day), ek: "den") } itibaren yürürlükte
   *[no] yürürlükte değil
  }
refusal-not-in-force-for-it-step = bunun yerine belgeyi geri çekin
refusal-second-notice = { DATE($day) } tarihli çekilme bildirimi bekliyor{ $known ->
    [yes] {" "}ve { EK(DATE($other_day), ek: "de") } hüküm doğuruyor
   *[no] {""}
  }
refusal-second-notice-step = yerini başkası alacaksa önce o bildirimi geri alın
refusal-withdrawal-excluded = metin çekilmeyi yasaklıyor
refusal-withdrawal-excluded-step = bütün tarafların rızasını isteyin (VAHS m. 54(b))
refusal-notice-too-early = { EK(DATE($day), ek: "den") } önce bildirimde bulunulamaz
refusal-notice-too-early-step = bildirimi { DATE($day) } günü veya daha sonra yapın
refusal-effect-too-early = hüküm doğuracağı gün olarak { EK(DATE($day), ek: "i") } veriyor, en erken gün ise { DATE($other_day) }
refusal-effect-too-early-step = { EK(DATE($other_day), ek: "i") } veya daha sonraki bir günü yazın ya da gün vermeyin
refusal-no-notice-to-revoke = bekleyen bir çekilme bildirimi yok
refusal-no-notice-to-revoke-step = antlaşmadan ayrılmak için çekilme bildiriminde bulunun
refusal-notice-took-effect = bildirim { EK(DATE($day), ek: "de") } hüküm doğurdu
refusal-notice-took-effect-step = yeni bir rıza işlemiyle yeniden katılın
refusal-no-instrument = süren bir belgesi yok
refusal-no-instrument-step = bir şey gerekmez
refusal-instrument-kept = { $layer ->
    [treaty] antlaşma
   *[other] depozitör
  } bir belgenin geri çekilmesine izin vermiyor
refusal-instrument-kept-step = yürürlüğe girişi bekleyin, sonra çekilme bildiriminde bulunun
refusal-in-force-for-it = antlaşma kendisi için { $known ->
    [yes] { EK(DATE($day), ek: "den") } beri{" "}
   *[no] {""}
  }yürürlükte
refusal-in-force-for-it-step = bunun yerine çekilme bildiriminde bulunun
refusal-already-party = { $known ->
    [yes] { EK(DATE($day), ek: "den") } beri{" "}
   *[no] {""}
  }taraf
refusal-already-party-step = bir şey gerekmez
refusal-already-provisional = antlaşmayı { EK(DATE($day), ek: "den") } beri geçici olarak uyguluyor
refusal-already-provisional-step = bir şey gerekmez
refusal-not-provisional = o gün antlaşmayı geçici olarak uygulamıyor
refusal-not-provisional-step = bir şey gerekmez; taraf olan, çekilme bildiriminde bulunur
refusal-not-a-party = o gün taraf değil
refusal-not-a-party-step = yürürlüğe girmeden önce askıya alınacak bir şey yok
refusal-already-suspended = antlaşma kendisi için { EK(DATE($day), ek: "den") } beri askıda
refusal-already-suspended-step = önce o askıyı sona erdirin
refusal-not-suspended = antlaşma o gün kendisi için askıda değil
refusal-not-suspended-step = bir şey gerekmez
refusal-corrects-nothing = hangi işlemi düzelttiğini söylemiyor
refusal-corrects-nothing-step = işlemin imini verin
refusal-no-such-act = sicilde { $id } imli işlem yok
refusal-no-such-act-step = imi denetleyin
refusal-act-of-another-treaty = { $id } imli işlem şu antlaşmaya ilişkin: { $other_treaty }
refusal-act-of-another-treaty-step = düzeltmeyi o antlaşmaya yöneltin
refusal-act-of-another = işlemin sahibi { $other }
refusal-act-of-another-step = sahibinin adını verin
refusal-corrects-a-correction = işlemin kendisi bir düzeltme
refusal-corrects-a-correction-step = ilk işlemi yeniden düzeltin; son düzeltme geçerlidir
refusal-same-date = işlemin tarihi zaten bu
refusal-same-date-step = bir şey gerekmez
refusal-out-of-order = işlem ile ona bağlı { DATE($day) } tarihli işlemin sırasını değiştirirdi
refusal-out-of-order-step = tarihi denetleyin veya önce öteki işlemi düzeltin

opened-signature = imza
opened-accession = katılma
