# The register in a browser, and where to go from here.
# Read in by scripts/demo, with what it sets; it ends at the first error.
# shellcheck shell=bash disable=SC2034,SC2154,SC2164
title "In a browser" "Tarayıcıda"
say "The register of the journey stays in $work/practice.
The same pages for everybody who may read them: search, treaties, why, parties,
events, the log." \
    "Yolculuğun sicili $work/practice içinde kalır.
Okuma hakkı olan herkes için aynı sayfalar: arama, antlaşmalar, neden, taraflar,
olaylar, günlük."
cd "$work"
printf '%s$ sponsio serve --register practice --listen-public 127.0.0.1:0%s\n' "$bold" "$plain"
"$sponsio" serve --register practice --listen-public 127.0.0.1:0 >serve.log 2>&1 &
served=$!
# address: the address on which it is served, once it says it.
address() {
    local found
    for _ in $(seq 100); do
        found=$(sed -nE 's/.*127\.0\.0\.1:([0-9]+).*/http:\/\/localhost:\1/p' serve.log | head -n 1)
        if [ -n "$found" ]; then echo "$found"; return; fi
        sleep 0.1
    done
    fail "nothing is served: $(cat serve.log)"
}
here=$(address)
page="$here/?lang=$language"
say "The way from the words to law, page by page:" "Sözlerden hukuka giden yol, sayfa sayfa:"
python3 - "$here" "$language" <<'CODE'
import html, re, sys, urllib.request
here, language = sys.argv[1:]
for path in ["/", "/s", "/m", "/t/narrow-sea", "/t/narrow-sea/text", "/g/narrow-sea", "/p/KSR/with/ADM", "/log", "/verify"]:
    with urllib.request.urlopen(f"{here}{path}?lang={language}", timeout=10) as answer:
        text = answer.read().decode()
    heading = re.search(r"<h1[^>]*>(.*?)</h1>", text, re.S).group(1)
    heading = " ".join(html.unescape(re.sub(r"<[^>]+>", "", heading)).split())
    print(f"{answer.status} {here}{path}\n    {heading[:70]}")
CODE
cd "$project"
title "What to try next" "Bundan sonra"
say "The command is ${sponsio#"$PWD"/}; call it sponsio, and try

  sponsio help                   every command; each has --help with examples
  sponsio status 18-10           a status table as a depositary prints it
  sponsio clause check FILE      a final clause written as a rule

docs/guide/questions.md goes on from here; examples/register/README.md says
where the facts of this register come from." \
    "Komut: ${sponsio#"$PWD"/}; ona sponsio deyip deneyin:

  sponsio help                   bütün komutlar; --help her birini anlatır
  sponsio status 18-10           depozitörün bastığı biçimde durum tablosu
  sponsio clause check DOSYA     kural olarak yazılmış bir son hüküm

docs/guide/questions.md buradan devam eder; examples/register/README.md bu
sicildeki bilgilerin nereden geldiğini söyler."
if [ "$fast" = no ] && [ -t 0 ] && [ -t 1 ]; then
    say "Open $page; Enter ends the tour and what is served." \
        "$page adresini açın; Enter turu ve sunumu bitirir."
    read -r || true
fi
