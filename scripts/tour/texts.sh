# Many versions of one text, without a register.
# Read in by scripts/demo, with what it sets; it ends at the first error.
# shellcheck shell=bash disable=SC2034,SC2154,SC2164
title "Many versions, one text" "Çok sürüm, tek metin"
say "Three delegations each send back the draft as they would have it. One command
makes the rolling text: every bracket says who stands behind it." \
    "Üç heyet tasarıyı kendi istediği biçimde geri gönderir. Tek komut müzakere
metnini çıkarır: her köşeli ayraç, ardında kimin durduğunu söyler."
cat >draft.txt <<'TEXT'
Article 1. Assurance

Each Party shall promptly notify the other Parties of any exercise near their
borders, in writing.

Article 2. Consultations

The Parties shall meet once a year at the invitation of one of them.
TEXT
sed 's/promptly notify/notify within three days/' draft.txt >ARD.txt
sed 's/promptly notify/notify within three days/; s/ near their/ within 50 kilometres of their/' draft.txt >BEL.txt
sed 's/any exercise/any military exercise/; s/once a year/twice a year/' draft.txt >CAR.txt
together rolling draft.txt ARD.txt BEL.txt CAR.txt
say "The same as a Word document with the tracked changes of all three:" \
    "Aynısı, üçünün izlenen değişiklikleriyle bir Word belgesi olarak:"
together rolling draft.txt ARD.txt BEL.txt CAR.txt -o rolling.docx
[ -s rolling.docx ] || fail "no document was written"
