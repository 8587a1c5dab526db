## Texts that come and go: Word documents and Akoma Ntoso.

exchange-written = { $file }: written, { $count ->
    [one] 1 provision
   *[other] { NUM($count) } provisions
  }
exchange-no-text = no text
exchange-inserts = insert here
exchange-keeps = keeps the text of the base
exchange-can-accept = can accept
exchange-reserves = reserves its position on
exchange-opposes = opposes
exchange-all = All delegations that stand behind this change
exchange-moves = moves it to after
exchange-moves-first = moves it to the beginning
exchange-splits = divides it; the second part begins
exchange-joins = joins with it
exchange-labels = labels it
exchange-conflicts = in conflict with the base: tabled on a former one
exchange-note = Note

exchange-proposals = { $file }: written, { $count ->
    [one] 1 proposal
   *[other] { NUM($count) } proposals
  }
amendment-tabled-by = Tabled by
amendment-replace = Replace by
amendment-insert = Insert after it
amendment-insert-first = Insert at the beginning
amendment-delete = Delete
amendment-moved = Move to after
amendment-moved-first = Move to the beginning
amendment-split = Divide into
amendment-join = Join with
amendment-renumber = Renumber

import-as-docx = --as is for a Word document that came back from a delegation
import-base-alone = --base goes with --as, or with amendments in Akoma Ntoso
import-one-proposal = a text is written of one proposal and its base: give --base FILE, and a document with one amendment
import-not-applied = the proposal { $mark } cannot be carried out on the base: { $why }
import-large = { $file } is larger than 64 MiB and is not read
import-others-copy = { $file } is the working copy of { $code }
import-revisions-missing = { $file }: tracked changes with which it went out are missing in { $count ->
    [one] 1 paragraph
   *[other] { NUM($count) } paragraphs
  }
import-missing-in = { $id } { $label } “{ $excerpt }”: { $authors }
import-missing-hint = ask for a copy in which nothing was accepted or rejected, saved by a program that keeps tracked changes
import-settled = { $file } is a rolling text, and changes in it were accepted or rejected: it went out with tracked changes in { NUM($changed) } paragraphs and has some in { NUM($left) }. Whose words are whose cannot be told any more
import-settled-in = { $id } { $label } “{ $excerpt }”: no tracked change is left
import-list-cut = { $file } is a rolling text in which “{ $author }” want a change: the list was too long for the file and does not say who the others are
import-against-rolling = read it against the text from which it was made: sponsio text import { $file } --as CODE --base ROLLING.treaty
import-others = { $file }: the tracked changes of { $authors } are left to them
import-read = { $file }: { $count ->
    [one] 1 provision
   *[other] { NUM($count) } provisions
  } read
import-changes = { $code } wants { $count ->
    [0] no change; nothing to confirm
    [one] 1 change, for it to confirm:
   *[other] { NUM($count) } changes, for it to confirm:
  }
import-replaced = { $id } is to read: { $text }
import-deleted = { $id } is to be deleted
import-inserted = { $id } is to be inserted: { $text }
import-moved = { $id } is to stand elsewhere
import-split = { $id } is to be divided; its second part is { $new }
import-joined = { $with } is to be joined to { $id }
import-renumbered = other labels for { $ids }
import-proposals = { $file }: { $count ->
    [one] 1 proposal
   *[other] { NUM($count) } proposals
  } read
import-proposal = { $mark }, tabled by { $by }, { $at }:
import-reason = because: { $reason }
import-guessed = without their marks, found by their words: { $ids }
import-note = private note of { $author }: { $text }
import-losses = not carried over ({ NUM($count) }):

loss-at = paragraph { NUM($place) }: { $what }
loss-macros = macros, which are never kept
loss-external-link = a link out of the file, which was not followed
loss-header-or-footer = words of a header or footer
loss-formatting = formatting other than emphasis, from here on
loss-formatting-change = a tracked change of formatting
loss-field = a field; the words that it showed are kept
loss-table = a table; the words of its cells are kept as paragraphs
loss-picture = a picture
loss-text-box = a text box; its words are kept as paragraphs
loss-equation = an equation; its characters are kept
loss-symbol = a character of a font of symbols
loss-hidden-text = hidden words
loss-direction-control = characters that turn the direction of writing around
loss-numbering = numbering by the program whose list is not defined in the file
loss-embedded = an embedded document or object
loss-revisions = tracked changes; they were accepted
loss-merged = a paragraph joined to the next
loss-label = a label changed by hand
loss-unknown = the element { $name }, whose words are kept
