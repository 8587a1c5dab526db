# Hundreds of real treaties.
# Read in by scripts/demo, with what it sets; it ends at the first error.
# shellcheck shell=bash disable=SC2034,SC2154,SC2164
title "Hundreds of real treaties" "Yüzlerce gerçek antlaşma"
if [ -d ../shared/corpus ]; then
    say "The beginning of the report on a larger register beside this project. Each
difference from what was announced is listed, with what could explain it." \
        "Bu projenin yanındaki daha büyük bir sicilin raporunun başı. İlan edilenden her
fark, onu açıklayabilecek şeyle birlikte sıralanır."
    printf '\n%s$ sponsio register check ../shared/corpus | head -n 20%s\n' "$bold" "$plain"
    "$sponsio" register check ../shared/corpus | head -n 20 ||
        fail "'sponsio register check ../shared/corpus' did not succeed"
else
    say "Left out: there is no register in ../shared/corpus." \
        "Atlandı: ../shared/corpus içinde bir sicil yok."
fi
