# The adopted text computes: who is bound to whom, and back to the words.
# Read in by scripts/demo, with what it sets; it ends at the first error.
# shellcheck shell=bash disable=SC2034,SC2154,SC2164
title "The treaty computes: its own final clauses, with no further entry" \
    "Antlaşma hesaplar: kendi son hükümleriyle, başka giriş olmadan"
say "What stands under the final clauses as rules was adopted with the text. Nobody
has signed yet; what is missing follows from Article 6." \
    "Son hükümlerin altında kural olarak duran, metinle birlikte kabul edildi. Henüz
kimse imzalamadı; neyin eksik olduğu 6. maddeden çıkar."
ask why-not narrow-sea
say "The plenipotentiaries meet to sign; each has full powers (VCLT art. 7)." \
    "Tam yetkililer imza için toplanır; her birinin yetki belgesi vardır (VAHS md.
7)."
quietly meeting open port-ansel signing --place "Port Ansel" --date 2027-03-01 --now 2027-03-01T08:00:00Z
while IFS=: read -r code name; do
    printf 'Full powers of %s for %s. Test, no legal effect.\n' "$name" "$code" >"powers-$code.txt"
    quietly key make "$code.key" --name "$code.example" --no-passphrase
    quietly meeting attend port-ansel signing --as "$code" --name "$name" --capacity full-powers \
        --full-powers "powers-$code.txt" --now 2027-03-01T08:30:00Z
done <<'TABLE'
ADM:Ada Renn
BYL:Bor Tamil
GLD:Gea Lund
KSR:Ilya Moren
TABLE
say "All four sign on 1 March, each with a key of its own: a test, no legal effect.
Kestria and Aldmark ratify. Galdria's instrument is the third; first without
writing it:" \
    "Dördü de 1 Mart'ta, her biri kendi anahtarıyla imzalar: deneme, hukuki sonucu
yok. Kestria ve Aldmark onaylar. Galdria'nın belgesi üçüncüdür; önce yazmadan:"
for code in ADM BYL GLD KSR; do
    quietly sign narrow-sea "$code" --signed-by "$code.key" --source "test; no legal effect" \
        --now 2027-03-01T10:00:00Z
done
quietly deposit narrow-sea KSR ratification --signed-by KSR.key --source "test; no legal effect" --now 2027-03-15T10:00:00Z
quietly deposit narrow-sea ADM ratification --signed-by ADM.key --source "test; no legal effect" --now 2027-04-02T10:00:00Z
ask deposit narrow-sea GLD ratification --now 2027-04-20T10:00:00Z --dry-run
say "Then for the record:" "Sonra kayda:"
marked deposit narrow-sea GLD ratification --signed-by GLD.key --source "test; no legal effect" --now 2027-04-20T10:00:00Z
third=$mark
ask why narrow-sea
ask status narrow-sea
say "The same instrument a week later is refused, with the rule:" \
    "Aynı belge bir hafta sonra, kuralıyla birlikte reddedilir:"
refused deposit narrow-sea GLD ratification --now 2027-04-27T10:00:00Z
say "The depositary notifies the deposit to all that have signed; the notification
has a number, and Beryland's receipt is an act like any other." \
    "Depoziter, tevdii imzalayanların hepsine bildirir; bildirimin numarası vardır ve
Beryland'ın aldığı da ayrı bir işlemdir."
marked notify "$third" --now 2027-04-28T10:00:00Z
ask acknowledge "$mark" BYL --now 2027-06-01T08:00:00Z
say "Who guarantees what to whom? A treaty in force, and still a gap: Beryland has
signed and not ratified. Neither does it owe, nor is it owed; each gap has what
would close it." \
    "Kim kime neyi garanti ediyor? Yürürlükte bir antlaşma ve yine de bir boşluk:
Beryland imzaladı, onaylamadı. Ne borçlu ne alacaklı; her boşluğun yanında onu
neyin kapatacağı yazar."
together coverage narrow-sea --at 2027-06-01 --svg coverage.svg
say "What separates the minister's words from law now? And back from the provision in
force to the sentence that was spoken:" \
    "Bakanın sözlerini hukuktan artık ne ayırıyor? Ve yürürlükteki hükümden söylenen
cümleye geri:"
ask statement missing port-ansel "$assurance" --as KSR --now 2027-06-01T09:00:00Z
ask walk port-ansel "$provision" --as KSR --now 2027-06-01T09:00:00Z
say "Years later a court asks how the notice of exercises came to be worded.
Everything that was done to the provision is there:" \
    "Yıllar sonra bir mahkeme, tatbikat bildiriminin nasıl bu biçimi aldığını sorar.
Hüküm üzerinde yapılan her şey oradadır:"
ask travaux port-ansel 4nsq31 --as BYL --now 2027-04-27T11:00:00Z
say "And what was not pursued:" "Ve sürdürülmeyen:"
ask proposal show port-ansel "$of_beryland" --as BYL --now 2027-04-27T11:00:00Z
say "Both languages as Akoma Ntoso, the standard in which parliaments exchange texts:" \
    "İki dil de, parlamentoların metin değişiminde kullandığı Akoma Ntoso ölçünüyle:"
for one in en tr; do
    ask text akn "agreed.$one.treaty" --adopted --number narrow-sea --date 2027-02-10T09:00:00Z \
        -o "$documents/narrow-sea.$one.xml"
done
