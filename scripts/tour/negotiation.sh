# Four States negotiate a text in two languages, and adopt it.
# Read in by scripts/demo, with what it sets; it ends at the first error.
# shellcheck shell=bash disable=SC2034,SC2154,SC2164
title "Four States negotiate a treaty (invented parties, invented text)" \
    "Dört Devlet bir antlaşma müzakere ediyor (uydurma taraflar, uydurma metin)"
say "Each is to guarantee every other that it will not attack. The text has two
equally authentic languages; the same provision has the same id in both.
Structure, numbers, dates and references are compared; meaning is for people." \
    "Her biri diğerlerinin her birine saldırmamayı garanti edecek. Metnin eşit ölçüde
geçerli iki dili var; aynı hüküm ikisinde de aynı kimliği taşır. Yapı, sayılar,
tarihler ve göndermeler karşılaştırılır; anlam insanlara kalır."
ask text concordance narrow-sea.en.treaty narrow-sea.tr.treaty
ask round open port-ansel I --closes 2027-01-22T17:00:00Z --now 2027-01-14T09:15:00Z

say "Kestria tables its assurance as a paragraph for all, under the id of the draft.
The three others support it." \
    "Kestria güvencesini, taslağın kimliğiyle, herkes için bir fıkra olarak sunar.
Diğer üçü destekler."
"$sponsio" statement missing port-ansel "$assurance" --now 2027-01-14T09:20:00Z --json | python3 -c '
import json, sys
draft = json.load(sys.stdin)["drafts"][0]
print("4. %s {#%s}" % (draft["words"], draft["draft"]))' >assurance.txt
marked propose port-ansel I --as KSR --language "$language" --insert-after 4nsq23=assurance.txt \
    --reason "$(in_words "what was said is given in writing" "söylenen, yazılı olarak verilir")" \
    --now 2027-01-18T08:00:00Z
of_words=$mark
for code in ADM BYL GLD; do
    quietly position port-ansel I "$of_words" --as "$code" --stance support --now 2027-01-18T08:30:00Z
done

say "How long before an exercise must the others have notice? The draft says \"in
good time\". Aldmark wants forty-two days; Kestria seven, on the same provision." \
    "Bir tatbikattan ne kadar önce bildirim gerekir? Tasarı \"makul bir süre\" diyor.
Aldmark kırk iki gün istiyor; Kestria aynı hükümde yedi."
# words CODE: the file with the words of a delegation, in the language of this run.
words() { printf '%s.%s.txt' "$1" "$language"; }
marked propose port-ansel I --as ADM --language "$language" --replace "4nsq31=$(words ADM)" \
    --reason "$(in_words "an exercise takes longer to prepare" "bir tatbikatın hazırlığı daha uzun sürer")" \
    --now 2027-01-18T09:00:00Z
of_aldmark=$mark
marked propose port-ansel I --as KSR --language "$language" --replace "4nsq31=$(words KSR)" \
    --reason "$(in_words "short notice keeps plans flexible" "kısa süre planları esnek tutar")" \
    --now 2027-01-18T10:00:00Z
of_kestria=$mark
say "The log shows that something was tabled, by whom and when. The words lie behind
a commitment until the round is published; the public reads:" \
    "Günlük, bir şeyin sunulduğunu, kimin ve ne zaman sunduğunu gösterir. Sözler,
tur yayımlanana kadar bir taahhüt değerinin ardındadır; kamu şunu okur:"
ask proposal show port-ansel "$of_aldmark"

say "Galdria writes to Kestria alone, in reply: twenty-one days? Kestria acknowledges
receipt, and answers." \
    "Galdria yalnız Kestria'ya yanıt yazar: yirmi bir gün? Kestria aldığını bildirir
ve yanıtlar."
marked propose port-ansel I --as GLD --to KSR --in-reply-to "$of_kestria" --language "$language" \
    --replace "4nsq31=$(words GLD)" --now 2027-01-19T09:00:00Z
of_galdria=$mark
quietly proposal convey port-ansel "$of_galdria" --now 2027-01-19T09:05:00Z
quietly proposal acknowledge port-ansel "$of_galdria" --as KSR --now 2027-01-19T09:30:00Z
ask proposal answer port-ansel "$of_galdria" --as KSR --stance can-accept \
    --text "$(in_words "If it counts from the day of the notice." "Süre bildirim gününden sayılırsa.")" \
    --now 2027-01-20T09:00:00Z
ask proposal show port-ansel "$of_galdria" --as KSR --now 2027-01-20T10:00:00Z
say "To Aldmark the words are closed:" "Aldmark'a sözler kapalıdır:"
ask proposal show port-ansel "$of_galdria" --as ADM --now 2027-01-20T10:00:00Z

say "Beryland supports Aldmark, and proposes observers in a new paragraph. Galdria
and Kestria oppose that." \
    "Beryland Aldmark'ı destekler ve yeni bir fıkrada gözlemci önerir. Galdria ve
Kestria buna karşı çıkar."
quietly position port-ansel I "$of_aldmark" --as BYL --stance support --now 2027-01-20T11:00:00Z
marked propose port-ansel I --as BYL --language "$language" --insert-after "4nsq32=$(words BYL)" \
    --now 2027-01-20T11:30:00Z
of_beryland=$mark
ask position port-ansel I "$of_beryland" --as GLD --stance oppose --now 2027-01-21T09:00:00Z
quietly position port-ansel I "$of_beryland" --as KSR --stance oppose --now 2027-01-21T09:05:00Z
say "The round closes and is published to the participants. From what each proposed
the rolling text is computed; no hand edits it, and every bracket says who
stands behind it. (~ can accept, ^ opposes.)" \
    "Tur kapanır ve katılımcılara yayımlanır. Müzakere metni, her birinin
önerdiklerinden hesaplanır; kimse onu elle düzeltmez ve her köşeli ayraç
ardında kimin durduğunu söyler. (~ kabul edebilir, ^ karşı çıkıyor.)"
quietly round close port-ansel I --now 2027-01-22T17:00:00Z
ask round publish port-ansel I --now 2027-01-22T17:05:00Z
# of_round ROUND INSTANT: the words that ask for the rolling text of a round, as Beryland may see it.
of_round() {
    printf '%s\n' round text port-ansel "$1" --language "$language" --as BYL --now "$2"
}
mapfile -t rolled < <(of_round I 2027-01-22T18:00:00Z)
together "${rolled[@]}" --only-open
say "The same as a Word document with the tracked changes of all, and as a page. They
stay there when the tour ends:" \
    "Aynısı, hepsinin izlenen değişiklikleriyle bir Word belgesi ve bir sayfa olarak.
Tur bitince de orada kalırlar:"
for form in docx html; do
    echo
    typed "${rolled[@]}" -o "$documents/round-I.$language.$form"
    "$sponsio" "${rolled[@]}" -o "$documents/round-I.$language.$form" 2>/dev/null ||
        fail "'sponsio ${rolled[*]}' did not succeed"
done
pause

say "A proposal may end in several ways, and never without one: the round cannot be
filed away before." \
    "Bir öneri birkaç biçimde sonuçlanabilir, ama sonuçsuz kalamaz: tur daha önce
arşivlenemez."
refused round archive port-ansel I --now 2027-01-22T18:30:00Z

say "In a second round, on this provision alone, Galdria tables its words for all;
they take the place of what it wrote to Kestria. The three others join." \
    "Yalnız bu hükme ilişkin ikinci turda Galdria sözlerini herkese sunar; Kestria'ya
yazdığının yerini alır. Diğer üçü katılır."
quietly round open port-ansel II --scope 4nsq31 --closes 2027-01-29T17:00:00Z --now 2027-01-25T09:00:00Z
marked propose port-ansel II --as GLD --supersedes "$of_galdria" --language "$language" \
    --replace "4nsq31=$(words GLD)" --now 2027-01-25T10:00:00Z
compromise=$mark
ask proposal join port-ansel "$compromise" --as KSR --now 2027-01-26T09:00:00Z
for code in ADM BYL; do
    quietly proposal join port-ansel "$compromise" --as "$code" --now 2027-01-27T09:00:00Z
done
ask proposal withdraw port-ansel "$of_aldmark" --as ADM \
    --reason "$(in_words "in favour of Galdria's words" "Galdria'nın sözleri lehine")" --now 2027-01-27T10:00:00Z
quietly proposal withdraw port-ansel "$of_kestria" --as KSR \
    --reason "$(in_words "in favour of Galdria's words" "Galdria'nın sözleri lehine")" --now 2027-01-27T10:05:00Z
quietly round close port-ansel II --now 2027-01-29T17:00:00Z
quietly round publish port-ansel II --now 2027-01-29T17:05:00Z
mapfile -t rolled < <(of_round II 2027-01-29T18:00:00Z)
together "${rolled[@]}" --only-open

# The agreed text has the paragraph under the id of the draft.
sed -i "s/4nsq24/$provision/" agreed.*.treaty
say "One reading with everybody behind it: the chair takes it into a revision. At
first the Turkish text has not followed; the comparison finds the number." \
    "Tek karşı metin ve ardında herkes: başkan onu bir sürüme alır. Önce Türkçe metin
değişikliği izlememiştir; karşılaştırma sayıyı bulur."
refused text concordance agreed.en.treaty narrow-sea.tr.treaty
say "The reviewer of the Turkish text brings it into line:" \
    "Türkçe metni inceleyen, metni uyumlu hâle getirir:"
ask text concordance agreed.en.treaty agreed.tr.treaty
# revision: the digest of the present revision.
revision() { "$sponsio" conference show port-ansel --now 2027-02-01T09:00:00Z | grep -oE 'sha256:[0-9a-f]{64}'; }
ask conference revise port-ansel --from "$(revision)" --text agreed.en.treaty --text agreed.tr.treaty \
    --now 2027-02-01T09:00:00Z
quietly proposal dispose port-ansel "$of_words" --outcome absorbed --revision "$(revision)" \
    --reason "$(in_words "all delegations stand behind it" "bütün heyetler ardında duruyor")" --now 2027-02-01T09:25:00Z
quietly proposal dispose port-ansel "$compromise" --outcome absorbed --revision "$(revision)" \
    --reason "$(in_words "all delegations stand behind it" "bütün heyetler ardında duruyor")" --now 2027-02-01T09:30:00Z
say "A named reviewer compares the Turkish text with the English one and certifies
it; without that it could not be adopted." \
    "Adı belirtilen bir inceleyen Türkçe metni İngilizcesiyle karşılaştırır ve
onaylar; bu olmadan metin kabul edilemezdi."
quietly language review port-ansel tr --against en \
    --reviewer "$(in_words "Language Group" "Dil Grubu")" --now 2027-02-01T09:32:00Z
ask language certify port-ansel tr --against en \
    --reviewer "$(in_words "Language Group" "Dil Grubu")" --now 2027-02-01T09:35:00Z
say "For Beryland's observers there is no agreement. The proposal is not lost: it
ends with a disposition and its reason." \
    "Beryland'ın gözlemcileri üzerinde anlaşma yok. Öneri kaybolmaz: bir kararla ve
gerekçesiyle sonuçlanır."
ask proposal dispose port-ansel "$of_beryland" --outcome not-pursued \
    --reason "$(in_words "two delegations oppose observers" "iki heyet gözlemcilere karşı çıkıyor")" \
    --now 2027-02-01T09:40:00Z
quietly round archive port-ansel II --now 2027-02-01T09:45:00Z
ask round archive port-ansel I --now 2027-02-01T09:45:00Z
say "That nothing is in brackets any more does not mean that it is agreed: that is an
act, in each language." \
    "Artık hiçbir şeyin ayraç içinde olmaması, kararlaştırıldığı anlamına gelmez:
karar, her dil için ayrı bir işlemdir."
ask provision agree port-ansel 4nsq31 en --now 2027-02-01T10:00:00Z
quietly provision agree port-ansel 4nsq31 tr --now 2027-02-01T10:00:00Z

say "The whole text is put under silence: adopted unless a delegation objects in
writing before the instant. Nobody does, and the text is adopted." \
    "Bütün metin sessizlik usulüne alınır: belirtilen andan önce yazılı itiraz
gelmezse kabul edilir. Kimse itiraz etmez ve metin kabul edilir."
marked silence start port-ansel --adoption --expires 2027-02-09T16:00:00Z \
    --meeting "$(in_words "third meeting" "üçüncü oturum")" --now 2027-02-02T09:00:00Z
silence=$mark
quietly silence conclude port-ansel "$silence" --now 2027-02-09T16:00:00Z
quietly silence announce port-ansel "$silence" --meeting "$(in_words "fourth meeting" "dördüncü oturum")" \
    --now 2027-02-10T08:30:00Z
ask silence show port-ansel --now 2027-02-10T08:30:00Z
ask adopt port-ansel --text agreed.en.treaty --text agreed.tr.treaty --silence "$silence" \
    --title "$(in_words "Treaty on Mutual Guarantees around the Narrow Sea" \
        "Dar Deniz Çevresinde Karşılıklı Güvenceler Antlaşması")" \
    --depositary "Secretary-General of the Concord Assembly" --place "Port Ansel" \
    --now 2027-02-10T09:00:00Z
for code in ADM BYL GLD KSR; do
    quietly initial port-ansel --as "$code" --now 2027-02-10T10:00:00Z
done
ask authenticate port-ansel --procedure initialling --now 2027-02-10T11:00:00Z
