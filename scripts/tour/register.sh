# Questions to a register of real treaties, and to an invented one that does not bind yet.
# Read in by scripts/demo, with what it sets; it ends at the first error.
# shellcheck shell=bash disable=SC2034,SC2154,SC2164
title "A register of treaties" "Bir antlaşma sicili"
say "A folder of plain files: who there is, what they did and when, and the final
clauses as rules. Sponsio computes each treaty's entry into force from these and
compares it with what the depositary announced, which it never uses as input." \
    "Düz dosyalardan bir klasör: kimler var, ne zaman ne yaptılar ve kural olarak son
hükümler. Sponsio her antlaşmanın yürürlüğe girişini bunlardan hesaplar ve
depozitörün ilanıyla karşılaştırır; ilan hiçbir zaman girdi değildir."
ask register check examples/register
say "The commands below ask this register:" "Aşağıdaki komutlar bu sicile sorar:"
printf '%s$ export SPONSIO_REGISTER=examples/register%s\n' "$bold" "$plain"

title "1. Ten instruments on one day: since when is the Rome Statute in force?" \
    "1. Bir günde on belge: Roma Statüsü ne zamandan beri yürürlükte?"
say "Sixty instruments were needed; on 11 April 2002 there were 56, then 66. An
office has to say which acts brought a treaty into force. All ten did, together:
acts of one day have no order, and nobody was \"the sixtieth\"." \
    "Altmış belge gerekiyordu; 11 Nisan 2002'de 56 iken 66 oldu. Bir depozitör,
antlaşmayı hangi işlemlerin yürürlüğe koyduğunu söylemek zorundadır. Onu
birlikte koydu: aynı günün işlemleri arasında sıra yoktur, \"altmışıncı\" yoktur."
ask why 18-10
say "Greece deposited five weeks later, and before the Statute entered into force. Is
it bound on 1 July 2002? A ministry that counts wrongly applies a treaty a month
too early." \
    "Yunanistan belgesini beş hafta sonra, Statü yürürlüğe girmeden tevdi etti.
1 Temmuz 2002'de bağlı mı? Yanlış sayan bir bakanlık antlaşmayı bir ay erken
uygular."
ask why 18-10 GRC --at 2002-07-01

title "2. 126 instruments were not enough: why did the Kyoto Protocol wait?" \
    "2. 126 belge yetmedi: Kyoto Protokolü neden bekledi?"
say "Fifty-five instruments were needed, and among them 55 per cent of the emissions
in a table. On 17 November 2004 a negotiator asks: who must still come?" \
    "Elli beş belge ve bunlarla bir tablodaki emisyonların yüzde 55'i gerekiyordu.
17 Kasım 2004'te bir müzakereci sorar: daha kim gelmeli?"
ask why-not 27-7-a --known 2004-11-17
say "The next day the Russian Federation deposited." "Ertesi gün Rusya Federasyonu belgesini tevdi etti."
ask why 27-7-a
say "And without it? A supposition is tried on a copy; the register stays as it is." \
    "Ya o olmasaydı? Varsayım bir kopyada denenir; sicil olduğu gibi kalır."
ask whatif 27-7-a --remove "RUS ratification"

title "3. What the register does not know, and what the text does not say" \
    "3. Sicilin bilmediği ve metnin söylemediği"
say "The Convention on the IMO needed 21 States, seven of them with large merchant
fleets. The fleets are not in this register, so nothing is guessed: what is
known gives a bound, and the announced date stands beside it as evidence." \
    "IMO Sözleşmesi için, yedisi büyük ticaret filosuna sahip 21 Devlet gerekiyordu.
Filolar bu sicilde yok, bu yüzden tahmin yapılmaz: bilinen bir alt sınır verir,
ilan edilen tarih kanıt olarak yanında durur."
ask why 12-1
say "\"Thirty days after\" leaves open when such a period ends, and depositaries
differ. Above it ended on its last day (D + N). This depositary let it end on
the day after (D + N + 1): one day later in force, and the answer says so." \
    "\"Otuz gün sonra\" sürenin ne zaman bittiğini açık bırakır; depozitörler farklı
sayar. Yukarıda süre son gününde bitti (G + N). Bu depozitörde ertesi gün
biterdi (G + N + 1): yürürlük bir gün sonra başlar ve yanıt bunu söyler."
ask why early-notification-1986

title "An engagement that does not bind yet (invented parties, invented text)" \
    "Henüz bağlamayan bir taahhüt (uydurma taraflar, uydurma metin)"
say "States of a shore, a union of States and two guarantors have signed mutual
assurances. What still separates the signatures from law? First, how far it is." \
    "Bir kıyının Devletleri, bir Devletler birliği ve iki garantör, karşılıklı
güvenceler imzaladı. İmzaları hukuktan ayıran ne kaldı? Önce, ne kadar yol var?"
ask timeline demo-assurances
say "Then what is missing, and a set of deposits than which none smaller would do." \
    "Sonra eksik olan ve daha azı yetmeyen bir tevdi kümesi."
ask why-not demo-assurances
say "If such five came on one day: what becomes of the Convention, and of the
Protocol that waits for it?" \
    "Böyle beşi aynı gün gelse: Sözleşme ve onu bekleyen Protokol ne olur?"
ask whatif demo-assurances --add "GLD ratification 2026-11-02" --add "VSP ratification 2026-11-02" \
    --add "CVN ratification 2026-11-02" --add "DNM ratification 2026-11-02" \
    --add "ESV ratification 2026-11-02"
say "On 27 October a date that had been circulated before was corrected. Had
Beryland consented by the 13th? First as known on the 20th, then as known now." \
    "27 Ekim'de, daha önce duyurulmuş bir tarih düzeltildi. Beryland ayın 13'ünde
rıza vermiş miydi? Önce 20 Ekim'de bilindiği gibi, sonra şimdi bilindiği gibi."
ask status demo-assurances BYL --at 2026-10-13 --known 2026-10-20
ask status demo-assurances BYL --at 2026-10-13
