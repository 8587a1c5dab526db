# A bundle, a foreign verifier, a forgery.
# Read in by scripts/demo, with what it sets; it ends at the first error.
# shellcheck shell=bash disable=SC2034,SC2154,SC2164
title "A bundle: one file, verified by anybody, offline" \
    "Demet: tek dosya, herkesçe, çevrimdışı doğrulanır"
ask bundle make --treaty narrow-sea -o narrow-sea.sponsio
ask bundle verify narrow-sea.sponsio --policy practice/policy
say "The same file, judged by a program that shares no line with Sponsio:" \
    "Aynı dosya, Sponsio ile tek satırı ortak olmayan bir programca:"
# judged WORD...: shows what the foreign verifier says.
judged() {
    printf '%s$ python3 tests/verifiers/python/verify.py \\\n    %s%s\n' "$bold" "$*" "$plain"
    python3 "$project/tests/verifiers/python/verify.py" "$@" 2>&1 | folded
}
judged bundle practice/policy narrow-sea.sponsio || fail "the foreign verifier refused the bundle"
say "Somebody lets Galdria deposit a day earlier: one digit of one entry. Both
programs refuse the file, and say where it differs." \
    "Biri Galdria'nın belgesini bir gün önceye alır: tek kayıtta tek rakam. İki
program da dosyayı reddeder ve nerede farklı olduğunu söyler."
sed 's/"done":"2027-04-20"/"done":"2027-04-19"/' narrow-sea.sponsio >forged.sponsio
refused bundle verify forged.sponsio --policy practice/policy
if judged bundle practice/policy forged.sponsio; then fail "the forgery was not refused"; fi
pause
