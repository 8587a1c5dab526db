## A rule proposed from the words of a clause.

proposal-head = { $count ->
    [one] Proposed, for a person to confirm:
   *[other] Proposed, { NUM($count) } statements, for a person to confirm:
  }
proposal-rests = It rests on these words:
proposal-mark = { $mark } { $role }: “{ $words }”
proposal-remarks = To be weighed before confirming:
proposal-remark = { $what } (“{ $words }”)
proposal-remark-coded = { $code }: { $what } (“{ $words }”)
proposal-confirm = Nothing is adopted by itself: a person compares the statement with the text and confirms it, for instance by writing it into the treaty's file.

rests-threshold = how many are needed
rests-noun = what is counted
rests-kinds = which acts express consent
rests-period = how long, or which day or month
rests-anchor = from where the period runs
rests-set = which participants
rests-share = which share
rests-table = of which total
rests-date = which day
rests-treaty = which other treaty
rests-scope = whom the clause governs
rests-reservations = which reservations
rests-withdrawal = whether and how a party may leave
rests-articles = which articles

weigh-period-expiry = the words do not say whether the period ends on its last day or on the next (DATE-3)
weigh-organizations = organizations may join, and the clause does not say how they are counted (S-4)
weigh-all-signatories = the number needed is that of all signatories
weigh-unknown = the words name a group or a total, but do not list it: the result is undetermined until it is known
weigh-narrow-kinds = the clause does not name accession, so an accession is not counted
weigh-repeated-number = the number must be that of the clause on general entry into force, which is not here
weigh-no-bar = the clause does not say before which time no notice may be given; another one may (END-5)

refuses-empty = there are no words to read
refuses-too-long = the text is longer than a final clause: at most { $most } bytes are read
refuses-words = some words belong to no pattern, so nothing is proposed
refuses-figure = a number in words differs from its figure, so nothing is proposed
refuses-contradiction = the sentences do not agree with one another, so nothing is proposed
refuses-marked = Not understood, from the marked words on:
refuses-marked-figure = The marked words and figures differ:
refuses-marked-all = The sentences contradict one another, or say the same thing twice:
refuses-hint = write the rule by hand (`sponsio clause check` looks at it), or give the words of one clause only
refuses-hint-names = name participants with --register and other treaties with --treaty-name "the Convention=4-4"
bad-treaty-name = “{ $text }” does not say which treaty is meant: write "the Convention=4-4"
