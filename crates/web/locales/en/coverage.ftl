## Who guarantees whom
menu-coverage = Guarantees
next-coverage = All guarantees
coverage-heading = Who guarantees whom, and who is left out
coverage-title = Guarantees: { $name }
coverage-none = No guarantee is modelled in any text of this register.
coverage-none-here = No guarantee is modelled in this text.
coverage-lead = { $promises }, { $members }, { $pairs }.
count-promises = { $count ->
    [one] 1 guarantee
   *[other] { NUM($count) } guarantees
  }
count-members = { $count ->
    [one] 1 party
   *[other] { NUM($count) } parties
  }
count-directions = { $count ->
    [one] 1 direction
   *[other] { NUM($count) } directions
  }
count-of = { NUM($count) } of { NUM($of) }
coverage-whole = All { NUM($pairs) } directions are covered by a guarantee of law in force.
coverage-gaps = { $open ->
    [one] 1 of { NUM($pairs) } directions is covered by no guarantee of law in force.
   *[other] { NUM($open) } of { NUM($pairs) } directions are covered by no guarantee of law in force.
  }
coverage-one-sided = { $count ->
    [one] 1 is one-sided.
   *[other] { NUM($count) } are one-sided.
  }
coverage-in-words = { $title }, line { $line }: kept in words; what it covers is not known.
matrix-label = Picture: who guarantees whom
matrix-told = Who guarantees whom: { NUM($count) } by { NUM($count) } parties. The table below says the same.
axis-owes = Owes
axis-owed = is owed
key-heading = What the signs mean
closings-heading = What would close the gaps
promises-heading = The guarantees
promises-note = What each text promises, with its legal force. A political commitment is never shown as law.
promise-bound = { NUM($count) } of { NUM($named) } named guarantors are bound.
promise-unknown = { $count ->
    [one] Of 1 it is not known.
   *[other] Of { NUM($count) } it is not known.
  }
one-sided-heading = In one direction only
conditions-heading = On what they still depend
table-heading = The same as a table
grid-caption = Lines owe, columns are owed. A name leads to that party beside all others.
itself = itself
balance-caption = What each party gives and receives
balance-note = A name leads to that party beside all others, pair by pair.
column-gives = Covers
column-receives = Is covered by
column-mutual = Both ways
column-gaps = Does not cover
in-words-heading = Guarantees kept in words
more-listed = { $count ->
    [one] And 1 more.
   *[other] And { NUM($count) } more.
  }
arrow = to
trouble-itself = “{ $id }” is asked about with itself. Name two different parties.
trouble-too-large = That would be { NUM($cells) } cells, more than are computed at once. Ask about one treaty, or use the command “sponsio coverage”.

## Two parties
beside-heading = Beside all others
beside-title = { $name } beside all others
beside-summary = Covers { NUM($gives) } by guarantees of law in force, is covered by { NUM($receives) }; { NUM($mutual) } of them both ways.
beside-none = The register has no other party.
beside-caption = Guarantees in both directions; a name leads to all that binds the two
column-gives-it = It guarantees
column-gets-from = It is guaranteed
between-answer = { $count ->
    [0] No treaty of this register binds the two to each other on { DATE($day) }.
    [one] 1 treaty binds the two to each other on { DATE($day) }.
   *[other] { NUM($count) } treaties bind the two to each other on { DATE($day) }.
  }
binding-heading = What binds both
binding-none = No treaty of this register binds both on this day.
not-binding-heading = Both have acted; it does not bind both
not-binding-note = Signed, consented, withdrawn or suspended by one of them: a treaty binds between two only while it is in force for each.
column-since = Binding both since
owes-heading = What { $from } owes { $to }
owes-nothing = No guarantee of this register names the two in this direction.

## What stands for a pair
pledge-bound = In force
pledge-mutual = Mutual, in force
pledge-one-sided = One-sided, in force
pledge-return-unknown = In force; return not known
pledge-conditional = In force, with a condition
pledge-provisional = Applied provisionally
pledge-suspended = Suspended
pledge-contested = Contested
pledge-undetermined = Not determined
pledge-political = Political commitment only
pledge-offered = Offered; not in force
pledge-lost = No longer in force
pledge-nothing = Gap: no guarantee
pledge-letter-bound = B
pledge-letter-mutual = M
pledge-letter-one-sided = O
pledge-letter-return-unknown = R
pledge-letter-conditional = C
pledge-letter-provisional = V
pledge-letter-suspended = U
pledge-letter-contested = X
pledge-letter-undetermined = ?
pledge-letter-political = P
pledge-letter-offered = D
pledge-letter-lost = L
pledge-letter-nothing = –
pledge-meaning-bound = owed now, as law
pledge-meaning-mutual = each owes the other
pledge-meaning-one-sided = owed in this direction, certainly not in the other
pledge-meaning-return-unknown = whether anything is owed in return is not known, or contested
pledge-meaning-conditional = owed, and the derivation names on what it depends
pledge-meaning-provisional = before entry into force (VCLT art. 25)
pledge-meaning-suspended = in force, its operation suspended (VCLT art. 57)
pledge-meaning-contested = law to some, politics to others; both are shown
pledge-meaning-undetermined = depends on something that the register does not know
pledge-meaning-political = declared, not binding
pledge-meaning-offered = a text has it; consent or entry into force is missing
pledge-meaning-lost = by withdrawal, by the end of the treaty, or its time ran out
pledge-meaning-nothing = no recorded text names the two in this direction

## Words of a guarantee
force-binding-treaty = binding treaty
force-binding-unilateral-act = binding unilateral act
force-political-commitment = political commitment
force-contested = contested
sense-negative = to leave something undone
sense-positive = to do something
mode-individually = each for itself
mode-severally = each on its own
mode-jointly = only together
mode-jointly-and-severally = together, and each for the whole
condition-assent-presumed = The beneficiary is a third State; its assent is presumed (VCLT art. 36(1)).
condition-assent-unknown = The beneficiary is an organization; its assent is not presumed (VCLT-IO art. 36(2)).
condition-joint-incomplete = Owed only together, and not all are bound.
condition-link-open = Linked to an instrument that is not, or not certainly, in force.
condition-ends-with-event = Ends with an event of which no act tells.
condition-qualified = A reservation, objection or declaration is recorded; what it changes is not computed.
condition-withdrawal-pending = A notice of withdrawal is pending.
condition-expired = Its time has run out.
condition-roll-unknown = Who is named is not known.
