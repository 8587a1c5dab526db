## The rolling text, and the comparison of editions.

rolling-rolling = Rolling text
rolling-base = Base
rolling-no-text = no text
rolling-as = The text as { $code } would have it: {"{+new+}"}, [-gone-]
rolling-elsewhere = stands elsewhere
rolling-moved = moved to after { $place }
rolling-moved-first = moved to the beginning
rolling-split = split here
rolling-joined = joined with { $place }
rolling-numbered = numbered { $label }
rolling-conflict = in conflict with the base: tabled on a former one
rolling-unattached = { $who } on words that are no more: “{ $words }”
rolling-insertion = inserted
rolling-on-insertion = { $who } on this insertion
rolling-of-base = { $words } (base)
rolling-by-group = , by its group
rolling-one-supporter = one supporter
rolling-position-propose = proposes
rolling-position-support = supports
rolling-position-can-accept = can accept
rolling-position-reserve = reserves
rolling-position-oppose = opposes
rolling-figures = Open: { NUM($bracketed) } of { NUM($provisions) } provisions, { $sites ->
    [one] { NUM($sites) } contested place
   *[other] { NUM($sites) } contested places
}, { $readings ->
    [one] { NUM($readings) } rival reading
   *[other] { NUM($readings) } rival readings
}.
rolling-words = { NUM($contested) } of { NUM($all) } words are in brackets.
rolling-structure = Provisions with whole alternatives: { NUM($alternatives) }; inserted: { NUM($inserted) }.
rolling-delegation = { $code }: { NUM($open) } open; { NUM($equal) } of its { NUM($words) } words are those of the base.
rolling-alone = With one supporter: { NUM($count) }. { $named }{ $more ->
    [0] .
   *[other] {" "}and { NUM($more) } more.
}
rolling-more = More figures
rolling-choose = Whose readings stand out
rolling-everybody = everybody's
rolling-only-open = Only what is open
rolling-losses = { $file }: { $count ->
    [one] one thing is
   *[other] { NUM($count) } things are
} not carried over (formatting, fields, pictures or the like).
rolling-guessed = { $file }: { $count ->
    [one] one provision was told by its words or label, for want of an id.
   *[other] { NUM($count) } provisions were told by their words or labels, for want of ids.
}
rolling-relabelled = { $file }: { $count ->
    [one] one provision bears
   *[other] { NUM($count) } provisions bear
} another label; the labels of the base are frozen.
rolling-no-code = The name of { $file } begins with no delegation's code.
rolling-no-code-hint = Write the code before it, in capitals: TUR={ $file }
rolling-twice = { $code } has two versions: { $first } and { $second }.
rolling-unread = { $file }: { $why }
rolling-faulty = { $file } is not taken: it has the faults above.
rolling-bracketed = { $file }, line { NUM($line) }: a contested place. A base or a version says one thing at each place.
rolling-bracketed-hint = Take a reading there, or give each delegation's text as a version of its own.
rolling-tracked = { $file }: it has tracked changes that nobody has decided. A base says one thing at each place.
rolling-tracked-hint = Accept or reject them first, or take the text from which the document was made.
rolling-misfit = The versions do not fit the base: { $count ->
    [one] one fault
   *[other] { NUM($count) } faults
}.
rolling-needs-file = A Word document needs a file: -o FILE.
rolling-two-codes = Two delegations stand beside each other: --beside TUR,NOR.
rolling-no-version = { $code } has no version here.

compare-gone = gone
compare-new = new
compare-words = other words
compare-label = numbered { $new }, before { $old }
compare-kind = another kind of provision
compare-place = stands elsewhere
compare-count = { $count ->
    [one] One provision differs
   *[other] { NUM($count) } provisions differ
}.
