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
rolling-despite-group = , its own stand where { $group } speaks for it
rolling-override = { $member } stands here itself; elsewhere { $group } speaks for it where it says nothing.
rolling-one-supporter = one supporter
rolling-position-propose = proposes
rolling-position-support = supports
rolling-position-can-accept = can accept
rolling-position-reserve = reserves
rolling-position-oppose = opposes
rolling-position-chair = offered by the chair, without prejudice to positions
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
rolling-of-chair = { $count ->
        [one] One reading is the chair's own
       *[other] { NUM($count) } readings are the chair's own
    }, without prejudice to positions.
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
} not carried over:
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
rolling-odd-code = { $code } has not the form of a delegation's code: three capitals (ISO 3166-1), X- and capitals, or the code of a register with a digit in it.
rolling-odd-code-hint = Write such a code before the file: { $code }={ $file }
rolling-beside = { $file }: the rules and notes beside { $ids } are not those of the base and are left aside; a version is words.
rolling-overwrites = { $file } is read here and would be overwritten.
rolling-overwrites-hint = Give another name with -o.
rolling-unknown-form = The ending of { $file } names no form of output.
rolling-unknown-form-hint = Known endings: .txt, .html, .treaty, .docx, .csv, .json; or say the form: --format html
rolling-not-shown = { $option } has no effect in the form { $form }, which shows more or less than it asks for.
rolling-not-shown-hint = Leave it out, or take a form that heeds it: --format text or --format html
rolling-empty = { $file } has no words. A version is the whole text as one delegation would have it.
rolling-other-language = { $file } is in the language “{ $own }”, the base in “{ $base }”.
rolling-other-language-hint = Compare versions in one language with the base of that language; what the languages differ in is shown by: sponsio text concordance
rolling-foreign = { $file } has (nearly) no paragraph in common with { $base }: it is another text, or in another language.
rolling-foreign-hint = Give the text from which it was made as the base.
rolling-amendments = { $file } holds amendments, not a whole text.
rolling-amendments-hint = See what they change: sponsio text import { $file } --base BASE.treaty -o VERSION.treaty
rolling-not-text = { $file } is { $what } and is not read.
rolling-not-text-hint = Forms that are read: .docx, .treaty, .txt (UTF-8), .xml (Akoma Ntoso). Save it in one of them.
rolling-is-pdf = a PDF document
rolling-is-old-word = a document of an old Word (.doc)
rolling-is-rtf = a document in RTF
rolling-is-packed = a packed file, as Word documents with macros (.docm) and of other programs are
rolling-is-page = a web page (HTML)
rolling-is-xml = XML, but not Akoma Ntoso
rolling-is-binary = no text
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

## What would be: a supposition over a rolling text.

whatif-text-notice = Supposition: this is not the rolling text. { $supposed }
whatif-text-drop = Supposed: { $code } withdraws all that it tabled.
whatif-text-drop-on = Supposed: { $code } withdraws what it says of { $place } and all that belongs to it.
whatif-text-accept = Supposed: the text of { $code } is taken wherever it has spoken.
whatif-text-accept-on = Supposed: the text of { $code } is taken in { $place } and all that belongs to it.
whatif-text-no-provision = No provision is named { $name }.
whatif-text-no-provision-hint = Name it by its id or as the text names it: k7m2qx, Article 14 bis, Article 3(1)(a). `--format json` lists the ids.
whatif-text-several = Several provisions are named { $name }: { $ids }. Name one by its id.
whatif-text-nothing = What is supposed concerns nothing in this text.
whatif-text-nothing-on = { $code } has said nothing on { $place }.
whatif-text-provisions = Provisions with something open: { NUM($before) } before, { NUM($after) } then.
whatif-text-places = Contested places: { NUM($before) } before, { NUM($after) } then; rival readings: { NUM($readings) } before, { NUM($left) } then.
whatif-text-words = Words in brackets: { NUM($before) } before, { NUM($after) } then.
whatif-text-cleared = Then without anything open: { $places }.
whatif-text-structure = Moves, splits and joins are not decided by it: { $places }.

## What it would take to clear a provision.

concession-head = Who would have to give way to clear each provision, the smallest sets first. Counted from what delegations have said: who can accept a reading gives up nothing by it, and the silent have said nothing to give up. No forecast, and no advice.
concession-nothing = Nothing is open.
concession-nobody = { NUM($nth) }. Nobody would have to give way.
concession-set = { NUM($nth) }. { $who } would give way.
concession-taken = { $what }
concession-taken-against = { $what } – against the words of { $who }
concession-no-alternative = the provision, with none of its whole alternatives
concession-stays = the insertion stays
concession-goes = the insertion goes
concession-inexact = There are too many places to look at all choices: smaller sets may exist.
concession-more = There may be more sets than { $count ->
    [one] the one
   *[other] the { NUM($count) }
  } listed; none is smaller.
concession-besides = Open besides, whoever gives way: { $what }.
concession-structure = where it stands or how it is cut
concession-placeholder = a blank
concession-reservation = a reservation in a footnote
concession-unattached = what was said of words that are no more
concession-form = Concessions are given as text, html, csv or json.

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
