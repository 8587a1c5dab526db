## Guarantees: promises, cells of the matrix, gaps, and the steps from words to law.

guarantee-sentence = { $name }. Guarantor: { $by }. Beneficiary: { $to }. { $sense ->
    [negative] To be left undone
   *[other] To be done
}, { $mode }: “{ $object }”.
guarantee-each-party = each party
guarantee-all-parties = all parties
guarantee-every-other-party = every other party
guarantee-itself = itself, towards the others
guarantee-third = { $set }, not as parties
guarantee-when-always = It holds at all times.
guarantee-when = It is called in by “{ $words }”.
guarantee-found-each = Each guarantor finds for itself whether that has come.
guarantee-found-organ = { $organ } finds whether that has come.
guarantee-found-majority = { $organ } finds by { $majority } whether that has come.
guarantee-owes = Then owed: “{ $words }”.
guarantee-alone-yes = Each guarantor may act without the others.
guarantee-alone-no = No guarantor need act without the others.
guarantee-except = Not covered: “{ $words }”.
guarantee-invoked-beneficiary = A breach is invoked by the beneficiary.
guarantee-invoked-any = A breach is invoked by any party.
guarantee-remedy = On a breach: “{ $words }”.
guarantee-until = It holds until { DATE($day) }, that day included.
guarantee-until-withdrawal = It holds until one of the two withdraws.
guarantee-until-event = It holds until “{ $words }”.
guarantee-for = It holds for { $period } from the day on which it came to life between the two.
guarantee-force = The line calls it a { $force }.
guarantee-restates = It repeats “{ $words }”.
guarantee-linked = It is linked to { $treaty }.
guarantee-stands = Direction: { $direction }. Left unsaid: { NUM($gaps) } of what a complete guarantee says.
guarantee-count = { $file }: { $count ->
    [0] no guarantee line
    [one] one guarantee
   *[other] { NUM($count) } guarantees
}
guarantee-next = For them to bind, { $lacks ->
    [0] the text has the final clauses it needs
    [one] one final clause is missing
   *[other] { NUM($lacks) } final clauses are missing
}; { $adopted ->
    [yes] it is adopted
   *[no] it is not adopted
}. Signature, consent and entry into force follow: `sponsio guarantee missing`.
guarantee-encoding = it is not UTF-8
guarantee-text-unusable = { $file } is no text that can be read: { $findings }

mode-individually = each for itself
mode-severally = each liable on its own
mode-jointly = only all together
mode-jointly-and-severally = all together and each for the whole

legal-force-binding-treaty = binding treaty
legal-force-binding-unilateral-act = binding unilateral act
legal-force-political-commitment = political commitment
legal-force-contested = promise of contested force

direction-mutual = mutual
direction-self = own status
direction-third-party = to third parties
direction-one-sided = one-sided

guarantee-sense = { $sense ->
    [negative] negative
   *[other] positive
}

mark-bound = in force
mark-conditional = in force under a condition
mark-provisional = applied provisionally
mark-suspended = suspended
mark-contested = of contested force
mark-undetermined = not known
mark-political = political commitment, not law
mark-offered = offered, not in force
mark-lost = lost
mark-nothing = promised by no text

condition-assent-presumed = The beneficiary is a third State; its assent is presumed as long as the contrary is not shown (VCLT art. 36(1)).
condition-assent-unknown = The beneficiary is an organization and no party; its assent is not presumed, and none is recorded (VCLT-IO art. 36(2)).
condition-joint-incomplete = The guarantors owe only together, and not all of them are bound (GUA-1).
condition-link-open = The instrument to which it is linked is not in force, or that is not known (GUA-7).
condition-ends-with-event = It ends with an event of which no act tells; whether that has come is not known here.
condition-qualified = A reservation, objection or declaration is recorded; what it changes between the two is not computed yet (VCLT arts 20-23).
condition-withdrawal-pending = A notice of withdrawal is pending.
condition-expired = Its time has run out.
condition-roll-unknown = Whether it names the two is not known: the members of a group are missing here.

label-cell = Cell
label-legal-force = Legal force
label-guarantor = Guarantor
label-beneficiary = Beneficiary
label-time = Time
label-condition = Condition

account-force-draft = Not in force; if it were, it would be a { $force }.
account-force-instrument = A { $force }, as its instrument; nothing is raised (GUA-6).
account-force-stated = A { $force }, as its line says; nothing is raised (GUA-6).
account-named-unknown = Whether it names { $who } is not known.
account-named-not = It does not name { $who }.
account-needs-no-consent = Its own consent is not needed for this promise.
account-qualified = Recorded: { $act }.
account-joint = Not bound: { $who }.
account-since = Between the two since { DATE($day) }: the later of the two starts.
account-until = Between the two no longer since { DATE($day) }.
account-runs-out = Its own time ends before { DATE($day) }.

rung-words = Words: the promise { $name } stands in the text, line { $line }.
rung-complete = { $count ->
    [0] Complete: it says what a complete guarantee says.
    [one] Incomplete: one thing is left unsaid; `sponsio guarantee check` says which.
   *[other] Incomplete: { NUM($count) } things are left unsaid; `sponsio guarantee check` says which.
}
rung-final-clauses = { $count ->
    [0] Final clauses: none is missing.
    [one] Final clauses: one is missing; `sponsio guarantee check` says which.
   *[other] Final clauses: { NUM($count) } are missing; `sponsio guarantee check` says which.
}
rung-adopted = Adopted on { DATE($day) } (VCLT art. 9).
rung-adopted-not = Not adopted: a text that is not adopted can be signed by nobody (VCLT arts 9, 10).
rung-signed = Guarantors that have signed or consented: { NUM($done) } of { NUM($all) }.
rung-guarantors = Guarantors that have consented to be bound: { NUM($done) } of { NUM($all) }.
rung-beneficiaries = Beneficiaries that have consented to be bound: { NUM($done) } of { NUM($all) }.
rung-open = Missing: { $who }.
rung-unknown = Not known: { $who }.
rung-assent-presumed = Third parties: the assent of States is presumed (VCLT art. 36(1)): { $who }.
rung-assent-needed = Third parties: an organization must assent (VCLT-IO art. 36(2)); nothing is recorded of { $who }.
rung-linked = { $state ->
    [yes] The linked instrument { $treaty } is in force.
    [no] The linked instrument { $treaty } is not in force.
   *[unknown] Whether the linked instrument { $treaty } is in force is not known.
}
rung-law = { $state ->
    [law] Force: a { $force } once in force.
    [political] Force: the line calls it a { $force }; no consent makes law of it, only another text does.
   *[contested] Force: a { $force }; both readings stand, and only its authors can settle them.
}
rung-bound = Binds between { NUM($bound) } of the { NUM($named) } pairs that it names{ $unknown ->
    [0] .
   *[other] ; of { NUM($unknown) } that is not known.
}
ladder-head = What is missing for { $name } to bind (+ done, - open, ? not known, ! advice):

closing-consent = { $act } of { $treaty } by { $who }: closes { $alone ->
    [one] one gap
   *[other] { NUM($alone) } gaps
} alone{ $together ->
    [0] .
   *[other] , { NUM($together) } more together with the consent of another.
}
closing-entry = Entry into force of { $treaty }: closes { $pairs ->
    [one] one gap
   *[other] { NUM($pairs) } gaps
} between those that have consented; `sponsio why-not { $treaty }` says what is missing.
closing-suspension = End of the suspension of { $treaty }: { $pairs ->
    [one] one gap
   *[other] { NUM($pairs) } gaps
}.
closing-renewal = A new duration of { $name }, whose time has run out: { $pairs ->
    [one] one gap
   *[other] { NUM($pairs) } gaps
}, by agreement of all its parties.
closing-force = A text that makes law of { $name }, now a { $force }: { $pairs ->
    [one] one gap
   *[other] { NUM($pairs) } gaps
}, by consent of its authors.
closing-knowledge = What is not known of { $name }: { $pairs ->
    [one] one gap
   *[other] { NUM($pairs) } gaps
}; `--from` and `--to` say what.
closing-promise = A promise that no text makes yet, by { $who }: { $pairs ->
    [one] one gap
   *[other] { NUM($pairs) } gaps
}; it takes a new instrument and the guarantor’s consent.

coverage-axes = A line guarantees, a column is guaranteed; the strongest promise stands for the pair.
coverage-none = No guarantee is modelled here.
coverage-whole = No gap: each of the { NUM($pairs) } ordered pairs has a promise of law in force.
coverage-gaps = Gaps: { NUM($open) } of { NUM($pairs) } ordered pairs have no promise of law in force ({ $kinds }).
coverage-one-sided = One-sided: { $count ->
    [one] one pair is covered and not in return
   *[other] { NUM($count) } pairs are covered and not in return
}: { $pairs }.
coverage-closings = What would close them:
coverage-more = and { NUM($count) } more; `--format json` lists all.
coverage-strangers = { $name } names participants that the register does not know: { NUM($by) } as guarantors, { NUM($to) } as beneficiaries; they have no line here.
coverage-in-words = A guarantee of { $treaty } (line { $line }) names a set that is not evaluated; what it covers is not known.
coverage-written = The matrix is in { $path }; its table follows.
coverage-too-large = The matrix would have { NUM($cells) } cells.
coverage-too-large-step = ask for fewer treaties, or for some participants with --among
coverage-title = { $titles }: who guarantees what to whom
coverage-description = On { DATE($day) }, { NUM($members) } participants, { NUM($rows) } promises. { NUM($open) } of { NUM($pairs) } ordered pairs have no promise of law in force. A line guarantees, a column is guaranteed.
coverage-known = Data to { DATE($day) }
coverage-beyond = Data to { DATE($day) }; after it nothing is known
coverage-given = gives
coverage-received = receives

column-guarantee = Guarantee
column-sense = Sense
column-direction = Direction
column-owed = Owed
column-force = Force
column-guarantors = Bound
column-returned = Returned
column-one-sided = One-sided
column-gives = Gives
column-receives = Receives
column-mutual = Mutual
column-gaps = Gaps

pair-nothing = No text promises anything from { $from } to { $to }.
not-a-member = { $id } has no line in this matrix: no promise names it and no act concerns it
not-found-guarantee = there is no guarantee { $name } in these treaties
and-more = { $first } and { NUM($count) } more
