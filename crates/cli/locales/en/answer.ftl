## The answers to questions: the first line answers, the second says until when, the third says why.

force-in-force = In force since { DATE($day) }.
force-later = Not in force on { DATE($at) }; it enters into force on { DATE($day) }.
force-assumed = In force since { DATE($day) }, on the assumption that the depositary's announced date is right.
force-assumed-later = Not in force on { DATE($at) }; it enters into force on { DATE($day) }, on the assumption that the depositary's announced date is right.
force-not-on = Not in force on { DATE($at) }.
force-ended = Not in force: it was in force from { DATE($day) } and ended; { DATE($end) } is the first day on which it no longer was.
force-lapsed = Not in force on { DATE($at) }: its condition has not held since { DATE($from) }. First in force on { DATE($day) }.
force-again = In force since { DATE($day) }; first on { DATE($first) }.
force-end-unknown = In force from { DATE($day) }; whether it still is has not been known since { DATE($from) }.
provisional-since = Provisionally in force since { DATE($day) }; this is not entry into force (EIF-13).
provisional-until = Provisionally in force from { DATE($day) } until definitive entry into force on { DATE($until) } (EIF-13).
provisional-later = Not provisionally in force on { DATE($at) }; it is from { DATE($day) } (EIF-13).
provisional-not = Not provisionally in force on { DATE($at) } (EIF-13).
provisional-undetermined = Whether it is provisionally in force is not known (EIF-13).
force-undetermined = Undetermined.
force-undetermined-from = Undetermined: not before { DATE($day) }.
force-no-rule = Undetermined: the register holds no rule on its entry into force.
last-known = Not known on { DATE($at) }. Last known: { $answer }
known-to = Known to { DATE($day) }; not known after.
known-to-lens = As known on { DATE($known) }. Known to { DATE($day) }; not known after.
known-to-nothing = Nothing is known: the register has neither acts nor a day to which they reach.
because = Because: { $why }.
because-no-acts = Because the acts known on that day do not meet the conditions.
because-no-acts-next = See `sponsio why-not { $id }`.
general = { $answer } { $why }

title = { $title } ({ $id })
status-counts = On { DATE($day) }: { $counts }.
status-count = { $standing } { NUM($count) }
status-none = No act by then.
column-participant = Participant
column-signed = Signed
column-deposited = Deposited
column-standing = Status
column-start = In force
column-until = Until
letter-definitive-signature = s
letter-ratification = r
letter-acceptance = A
letter-approval = AA
letter-accession = a
letter-succession = d
letter-formal-confirmation = c
letter-consent-to-be-bound = b
letter-simplified-procedure = p
letter-continuation = k
note-letters = { $letters }.
note-letter = { $letter } { $act }
note-standing-signatory-bound-by-18 = signatory (18): must not defeat the object and purpose meanwhile (VCLT art. 18).
note-standing-signatory = signatory: has made clear that it will not become a party (VCLT art. 18(a)).
note-standing-contracting = contracting: has consented; the treaty is not in force for it (VCLT art. 2(1)(f)).
note-standing-withdrawing = withdrawing: a party whose notice of withdrawal is pending.
note-standing-provisional = provisional: applies the treaty provisionally (VCLT art. 25).
note-standing-suspended = suspended: a party for which the operation is suspended (VCLT art. 57).
note-standing-undetermined = undetermined: rests on something that is not known; see `sponsio why`.
note-organization = * an organization; whether its instrument counts is a policy (S-4).
note-provisional = † also applies the treaty provisionally (VCLT art. 25).
note-until = Until: the first day no longer bound; “?” if that is not known.
note-after = { $count ->
    [one] 1 later act is in the register; it lies after the day to which the data reach.
   *[other] { NUM($count) } later acts are in the register; they lie after the day to which the data reach.
  }

position-since = { $who }: { $standing } since { DATE($day) }.
position = { $who }: { $standing }.
position-none = { $who }: neither a signature nor a consent stands.
position-provisional-too = It also applies the treaty provisionally.
why-signed = signed on { DATE($day) }
why-no-consent = no act of consent is recorded
why-never = its consent ended before the treaty could enter into force for it
why-start = in force for it from { DATE($day) }

why-not-nothing = Nothing is missing.
why-not-words = The rule is not one that deposits alone can be counted for.
why-not-way = Way { $nth } of { $count }
why-not-missing = Missing on { DATE($day) }
why-not-missing-known = Missing on { DATE($day) }, as last known on { DATE($known) }
lack-number = { $atom }: { NUM($on) } of { NUM($need) }; { NUM($more) } more needed
lack-part = { $atom }: { NUM($on) } of { NUM($of) } members; { NUM($need) } are needed, { NUM($more) } more
lack-sum = { $atom }: { NUM($on) } of { NUM($total) } ({ NUM($percent) } %); { NUM($more) } more needed
lack-more = { $atom }: { NUM($more) } more
lack-treaty = { $atom }: not so yet
lack-day = { $atom }: not reached yet
lack-unknown = { $atom }: { $why }
why-not-smallest = { $count ->
    [one] Smallest set of further deposits: 1
   *[other] Smallest set of further deposits: { NUM($count) }, for example
  }
why-not-small = A small set of further deposits (a smaller one may exist): { NUM($count) }
why-not-unreachable = No set of deposits by the participants of this register suffices.
choice-all = { $who }
choice-any = { NUM($count) } of { $who }
choice-any-others = any { NUM($count) } of { NUM($among) } participants
why-not-date = { $count ->
    [one] If it were deposited on { DATE($day) }, the treaty would enter into force on { DATE($date) }.
   *[other] If they were all deposited on { DATE($day) }, the treaty would enter into force on { DATE($date) }.
  }
why-not-more = Deposits alone do not bring it into force: see what else is missing.
why-not-own = If { $who } deposited its instrument of { $act } on { DATE($day) }, the treaty would enter into force for it on { DATE($date) }.
why-not-own-no = If { $who } deposited its instrument of { $act } on { DATE($day) }, the treaty would still not be in force for it: the conditions for the treaty itself are not met.
why-not-own-unknown = If { $who } deposited its instrument of { $act } on { DATE($day) }, it is not known when the treaty would enter into force for it.
why-not-party = { $who } is bound; nothing is missing.

hypothesis = Hypothesis: nothing of this has happened or is recorded.
suppose-add = + { $who }, { $act }, { DATE($day) }
suppose-remove = – { $what }
suppose-policy = policy { $policy }
suppose-rule = rule: { $line }
whatif-here = Changes here
whatif-elsewhere = Changes in { $treaty }
whatif-nothing = Nothing changes.
whatif-force = Entry into force: { $before } → { $after }
whatif-party = { $who }: { $before } → { $after }
whatif-beyond = Not known after { DATE($day) }: what is said of later days holds only if nothing else is done.
whatif-compared = before → then
whatif-more = and { NUM($count) } more participants
state-since = { DATE($day) }
state-until = { DATE($start) } to { DATE($end) }
state-until-unknown = { DATE($start) } to {"?"} (from { DATE($end) })
state-not = not in force
state-undetermined = undetermined
state-undetermined-from = undetermined, not before { DATE($day) }
state-no-rule = no rule
state-none = no consent
state-never = never in force for it
state-unheld = not in the register

not-found-treaty = There is no treaty { $id } in this register
not-found-participant = There is no participant { $id } in this register
did-you-mean = did you mean { $id }?
list-them = the register holds: { $ids }
bad-date = { $text } is not a day of the calendar; write it as 1976-03-23
bad-act = “{ $text }” does not say who, which act and when: write "IND ratification 2027-01-10"
bad-act-kind = { $text } is not a kind of act
bad-selection = “{ $text }” does not say which acts: write "IND", "IND ratification" or "IND ratification 1979-04-10"
bad-clause = “{ $text }”: { $why }
nothing-to-remove = no recorded act is the one to be left out: { $what }
faults-left-out = { $count ->
    [one] 1 fault was left out of the register; answers rest on the rest (`sponsio register check`)
   *[other] { NUM($count) } faults were left out of the register; answers rest on the rest (`sponsio register check`)
  }
