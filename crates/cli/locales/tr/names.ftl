## Adlar.

list = { $first } ve { $last }
alternatives = { $first } veya { $last }
treaty-named = “{ $title }” ({ $id })
treaty-by-id = { $id } sayılı antlaşma

standing-none = –
standing-entitled = katılabilir
standing-negotiating = müzakereci
standing-signatory = imzacı
standing-signatory-bound-by-18 = imzacı (18)
standing-contracting = âkit
standing-provisional = geçici uygulama
standing-party = taraf
standing-suspended = askıda
standing-withdrawing = çekiliyor
standing-former = eski taraf
standing-undetermined = belirsiz

act-signature = imza
act-signature-ad-referendum = ad referendum imza
act-confirmation-of-signature = imzanın teyidi
act-succession-to-signature = imzaya halefiyet
act-definitive-signature = kesin imza
act-ratification = onay
act-acceptance = kabul
act-approval = uygun bulma
act-accession = katılma
act-succession = halefiyet
act-formal-confirmation = resmî teyit
act-consent-to-be-bound = bağlanma rızası
act-simplified-procedure = basitleştirilmiş usul
act-withdrawal = çekilme bildirimi
act-revocation = geri alma
act-withdrawal-of-instrument = belgenin geri çekilmesi
act-provisional-application = geçici uygulama
act-end-of-provisional-application = geçici uygulamanın sona ermesi
act-continuation = devamlılık
act-correction = düzeltme
act-intention-not-to-become-party = taraf olmama niyeti
act-suspension = askıya alma
act-end-of-suspension = askının sona ermesi

kind-state = Devlet
kind-former-state = eski Devlet
kind-organization = örgüt
kind-territory = ülke parçası
kind-company = şirket
kind-institution = kurum
kind-sub-state = federe birim

layer-treaty = antlaşmanın kendisi
layer-depositary = depozitörün uygulaması
layer-default = varsayılan; başka bir usul belirlenmemiş
