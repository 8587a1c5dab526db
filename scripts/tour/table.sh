# The table at which delegations sit: a round that is open now, in a browser, with an account for each side.
# Read in by scripts/demo, with what it sets; it ends at the first error.
# shellcheck shell=bash disable=SC2034,SC2154,SC2164
title "At the table" "Masada"
say "The journey lies in 2027. A register of today has a round that is open for two
days, on the same text; four people are invited to its room." \
    "Yolculuk 2027'de geçiyor. Bugünün sicilinde aynı metin üzerinde iki gün açık
bir tur var; odasına dört kişi davet edildi."
cd "$work"
quietly init table --origin table.example --exercise \
    --title "$(in_words "Register of the table" "Masanın sicili")"
export SPONSIO_REGISTER=$work/table
while IFS=, read -r code name kind; do
    case "$code" in
        ADM | BYL | GLD | KSR) quietly participant add "$code" "$name" --sort "$kind" ;;
    esac
done <"$project/examples/register/participants.csv"
quietly conference open harbour --title "$(in_words "Harbour Conference" "Liman Konferansı")" \
    --treaty harbour --language en --language tr
for code in ADM BYL GLD KSR; do quietly conference seat harbour "$code" --tables --votes; done
quietly conference revise harbour --text narrow-sea.en.treaty --text narrow-sea.tr.treaty
quietly round open harbour I --closes "$(date -u -d '+2 days' +%Y-%m-%dT%H:%M:00Z)"
printf '%s$ sponsio serve --register table --listen-desk 127.0.0.1:0%s\n' "$bold" "$plain"
"$sponsio" serve --listen-public 127.0.0.1:0 --listen-desk 127.0.0.1:0 >table.log 2>&1 &
seated=$!
desk=''
for _ in $(seq 100); do
    desk=$(grep -oE 'http://localhost:[0-9]+' table.log | tail -n 1) || true
    if [ -n "$desk" ]; then break; fi
    sleep 0.1
done
[ -n "$desk" ] || fail "no desk is served: $(cat table.log)"
# invited OFFICER NAME ROLE WORD...: shows the link by which somebody makes a passkey, once.
invited() {
    local said
    said=$("$sponsio" account invite "$1" --name "$2" --role "$3" --in conference/harbour --origin "$desk" --json "${@:4}") ||
        fail "nobody was invited: $said"
    printf '%s\n  %s\n' "$2" "$(grep -oE "$desk/enrol/[0-9a-f]+" <<<"$said")"
}
say "Each link makes a passkey, once; open two of them in two browsers, or one in a
private window. Sign in, table something as one, and watch it come to the other." \
    "Her bağlantı bir kez geçiş anahtarı yapar; ikisini iki tarayıcıda ya da birini
gizli pencerede açın. Giriş yapın, biriyle öneri sunun; ötekinde belirdiğini
görün."
invited o-ada "Ada ($(in_words delegation heyet) ADM)" head --party ADM
invited o-bor "Bor ($(in_words delegation heyet) BYL)" head --party BYL
invited o-sel "Sel ($(in_words secretariat sekretarya))" secretariat
invited o-kim "Kim ($(in_words chair başkan))" chair
unset SPONSIO_REGISTER
python3 - "$desk" "$language" <<'CODE'
import html, re, sys, urllib.request
desk, language = sys.argv[1:]
with urllib.request.urlopen(f"{desk}/sign-in?lang={language}", timeout=10) as answer:
    heading = re.search(r"<h1[^>]*>(.*?)</h1>", answer.read().decode(), re.S).group(1)
    print(f"\n{answer.status} {desk}/n/harbour\n    {html.unescape(heading).strip()}")
CODE
cd "$project"
