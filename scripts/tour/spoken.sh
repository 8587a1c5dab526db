# Words that were spoken become a draft: the report, the record of it, the meeting, the provision.
# Read in by scripts/demo, with what it sets; it ends at the first error.
# shellcheck shell=bash disable=SC2034,SC2154,SC2164
title "Words that were spoken (invented report, invented parties)" \
    "Söylenen sözler (uydurma haber, uydurma taraflar)"
say "A news agency reports what a minister said at a round table. The reader of
reports proposes who said what, and on which words that rests; it decides
nothing. The headline is kept apart from what was said." \
    "Bir haber ajansı, bir bakanın yuvarlak masa toplantısında söylediklerini
aktarıyor. Haber okuyucusu kimin ne dediğini ve bunun hangi sözlere dayandığını
önerir; hiçbir şeye karar vermez. Başlık, söylenenden ayrı tutulur."
cp "$project/examples/negotiation/report.$language.txt" report.txt
ask report read report.txt --language "$language" --today 2027-01-12
"$sponsio" report read report.txt --language "$language" --today 2027-01-12 --json >draft.json

say "The conference is convened in a practice register: each step is examined
against the rules of procedure, written durably, and becomes an entry of a log
that anybody can verify. Every answer says that nothing in it has legal effect." \
    "Konferans bir tatbikat sicilinde toplanır: her adım usul kurallarına göre
incelenir, kalıcı olarak yazılır ve herkesin doğrulayabileceği bir günlüğün
kaydı olur. Her yanıt, hiçbir şeyin hukuki etkisi olmadığını söyler."
ask init practice --origin register.example --title "Concord Assembly" --zone Europe/Istanbul \
    "${store[@]}" --exercise --now 2027-01-11T08:00:00Z
export SPONSIO_REGISTER=practice
printf '%s$ export SPONSIO_REGISTER=practice%s\n' "$bold" "$plain"
while IFS=, read -r code name kind; do
    case "$code" in
        ADM | BYL | GLD | KSR)
            quietly participant add "$code" "$name" --sort "$kind" --now 2027-01-11T08:00:00Z ;;
    esac
done <"$project/examples/register/participants.csv"
ask conference open port-ansel --title "$(in_words "Port Ansel Conference" "Port Ansel Konferansı")" \
    --treaty narrow-sea --language en --language tr --adoption consensus --now 2027-01-11T09:00:00Z
ask conference seat port-ansel ADM --tables --votes --now 2027-01-11T09:05:00Z
say "Beryland, Galdria and Kestria are seated likewise. The draft that the chair
prepared becomes the first revision." \
    "Beryland, Galdria ve Kestria da aynı biçimde yerlerini alır. Başkanın
hazırladığı tasarı ilk sürüm olur."
for code in BYL GLD KSR; do
    quietly conference seat port-ansel "$code" --tables --votes --now 2027-01-11T09:05:00Z
done
ask conference revise port-ansel --text narrow-sea.en.treaty --text narrow-sea.tr.treaty \
    --now 2027-01-11T09:10:00Z

say "The report is recorded as a source, by its digest. A first reader records the
assurance: the words, letter for letter at their place. Nothing is public yet." \
    "Haber, özet değeriyle kaynak olarak kaydedilir. Birinci okuyucu güvenceyi
kaydeder: sözler, harfi harfine ve yerleriyle. Henüz hiçbir şey kamuya açık
değil."
marked statement source port-ansel report.txt --publisher "Narrow Sea Wire" --date 2027-01-11 \
    --language "$language" --fictional --now 2027-01-12T08:00:00Z
source=$mark
# item NUMBER OPTION...: the words that record a passage of the report.
item() {
    local number=$1
    shift
    printf '%s\n' statement record port-ansel --source "$source" --from draft.json --item "$number" \
        --date 2027-01-11 --reader o-ana "$@" --now 2027-01-12T08:20:00Z
}
mapfile -t recorded < <(item 1 --capacity foreign-minister --party KSR)
marked "${recorded[@]}"
assurance=$mark
say "A second reader compares the words with the source and confirms. What the
president is said to have said stays a claim until its own source is there; an
accusation stands beside its answer, and the record does not decide." \
    "İkinci okuyucu sözleri kaynakla karşılaştırır ve onaylar. Devlet başkanının
söylediği ileri sürülen, kendi kaynağı bulunana kadar iddia olarak kalır;
suçlama yanıtının yanında durur ve kayıt hüküm vermez."
ask statement confirm port-ansel "$assurance" --reader o-ben --now 2027-01-12T08:20:00Z
# kept NUMBER OPTION...: records and confirms a passage; the mark of the statement is in $statement.
kept() {
    local words
    mapfile -t words < <(item "$@")
    quietly "${words[@]}"
    statement=$mark
    quietly statement confirm port-ansel "$statement" --reader o-ben --now 2027-01-12T08:20:00Z
}
kept 3 --capacity foreign-minister --party KSR
claim=$statement
kept 5 --capacity foreign-minister --party KSR --accused "$(in_words "some governments" "bazı hükümetler")"
accusation=$statement
kept 6 --capacity official --party GLD
quietly statement reply port-ansel "$accusation" --with "$statement" --now 2027-01-12T08:25:00Z
quietly statement repeat port-ansel "$assurance" --claimed-in "$claim" --speaker "Anton Sava" \
    --office "$(in_words President Cumhurbaşkanı)" --party KSR \
    --words "$(in_words "had given the same assurance many times before" "aynı güvenceyi daha önce defalarca verdiğini")" \
    --now 2027-01-12T08:25:00Z
quietly statement level port-ansel "$assurance" --level with-capacity \
    --grounds "$(in_words "said by the foreign minister, in public" "dışişleri bakanı, kamuya açık olarak söyledi")" \
    --now 2027-01-12T08:28:00Z
ask statement show port-ansel "$assurance" --now 2027-01-12T08:30:00Z
ask statement show port-ansel "$accusation" --now 2027-01-12T08:30:00Z

say "The delegations meet. What is a plan? Aldmark and Kestria had understood it
differently. A reading on which both agree, at a named meeting, closes the
point; the others had not asked." \
    "Heyetler toplanır. Plan nedir? Aldmark ile Kestria bunu farklı anlamıştı.
İkisinin belirli bir toplantıda birlikte kaydettiği yorum noktayı kapatır;
diğerleri sormamıştı."
quietly meeting open port-ansel plenary-1 --place "Port Ansel" --date 2027-01-13 --now 2027-01-13T08:00:00Z
while IFS=: read -r code name; do
    quietly meeting attend port-ansel plenary-1 --as "$code" --name "$name" --capacity head-of-mission \
        --now 2027-01-13T08:05:00Z
done <<'TABLE'
ADM:Ada Renn
BYL:Bor Tamil
GLD:Gea Lund
KSR:Ilya Moren
TABLE
marked clarification raise port-ansel --as ADM \
    --point "$(in_words "whether a staff study is a plan" "karargâh çalışmasının plan sayılıp sayılmadığı")" \
    --understood "$(in_words "it is" "sayılır")" --now 2027-01-13T09:00:00Z
point=$mark
quietly clarification share port-ansel "$point" --as KSR --understood "$(in_words "it is not" "sayılmaz")" \
    --now 2027-01-13T09:05:00Z
reading=$(in_words "a plan is what a commander has approved" "plan, bir komutanın onayladığıdır")
for code in ADM KSR; do
    quietly clarification agree port-ansel "$point" --as "$code" --meeting plenary-1 --reading "$reading" \
        --now 2027-01-13T10:00:00Z
done
ask clarification close port-ansel "$point" --meeting plenary-1 --reading "$reading" --now 2027-01-13T10:10:00Z
ask clarification list port-ansel --now 2027-01-13T10:15:00Z
say "All four reach an understanding, and the chair carries it into the text. The
agenda shows which issue was left aside, and for how long." \
    "Dördü bir anlayışa varır ve başkan onu metne taşır. Gündem, hangi konunun ne
kadar süredir geride kaldığını gösterir."
marked understanding record port-ansel --among ADM --among BYL --among GLD --among KSR --meeting plenary-1 \
    --words "$(in_words "Guarantees are mutual: each gives them to all." "Güvenceler karşılıklıdır: her biri hepsine verir.")" \
    --now 2027-01-13T11:00:00Z
understanding=$mark
for code in ADM BYL GLD KSR; do
    quietly understanding affirm port-ansel "$understanding" --as "$code" --now 2027-01-13T11:05:00Z
done
quietly understanding carry port-ansel "$understanding" 4nsq21 \
    --reason "$(in_words "each to every other" "her biri diğerlerinin her birine")" --now 2027-01-13T11:10:00Z
quietly agenda add port-ansel guarantees --title "$(in_words "Guarantees" "Güvenceler")" --now 2027-01-13T11:15:00Z
quietly agenda add port-ansel straits --title "$(in_words "Safety in the straits" "Boğazlarda güvenlik")" \
    --now 2027-01-13T11:15:00Z
quietly agenda take-up port-ansel guarantees --meeting plenary-1 --minutes 95 --now 2027-01-13T11:20:00Z
ask agenda list port-ansel --now 2027-01-20T08:00:00Z

say "The assurance becomes a draft provision with a guarantee as a rule. The id is
the link to the words: it survives amendment and adoption." \
    "Güvence, kural olarak yazılmış garantisiyle bir taslak hükme dönüşür. Kimlik,
sözlere giden bağdır: değişiklikten ve kabulden sonra da kalır."
ask statement draft port-ansel --from "$assurance" --now 2027-01-14T08:00:00Z
read -r provision < <("$sponsio" statement missing port-ansel "$assurance" --now 2027-01-14T08:05:00Z --json |
    python3 -c 'import json, sys; print(json.load(sys.stdin)["drafts"][0]["draft"])')
say "What still separates it from law?" "Onu hukuktan hâlâ ayıran ne?"
ask statement missing port-ansel "$assurance" --now 2027-01-14T08:05:00Z
