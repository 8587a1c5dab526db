## Why: the steps of a derivation, in reading order. The short forms make one sentence.

label-rule = Rule
label-residual = Rule
label-trigger = Condition
label-reading = {""}
label-act = Act
label-others = {""}
label-reckoning = Reckoning
label-policy = Policy
label-consent = Consent
label-start = Start
label-assumption = Assumption
label-organizations = Counting
label-end = End
label-provisional = Provisional
label-unknown = Not known
label-published = Published
label-horizon = Data
label-signature = Signature
label-general = General date
label-view = View

rule-line = { $line }  (line { $number })
residual-all-negotiating = no clause on entry into force: when all negotiating States have consented (VCLT art. 24(2))
residual-on-consent = no clause on later joiners: on the date of consent (VCLT art. 24(3))
residual-twelve-months = the text is silent: if withdrawal is admitted at all, twelve months' notice (VCLT art. 56)

trigger-nth = the { ORD($nth) } instrument ({ $who }) was deposited on { DATE($day) }
trigger-number = { NUM($count) } instruments deposited on { DATE($day) } raised the number from { NUM($before) } to { NUM($on) }; { NUM($need) } were needed
trigger-conditions = the conditions came to hold on { DATE($day) }
trigger-conditions-by = the conditions came to hold on { DATE($day) } ({ $who })
trigger-alone = no other deposit that day
trigger-others = that day also, not counted: { $who }
trigger-act = { $who }, { $act }, { DATE($day) } · act { $digest }
trigger-acts-more = and { NUM($count) } more

reading-number = { $atom }: { NUM($before) } before that day, { NUM($on) } on it; needed { NUM($need) }
reading-part = { $atom }: { NUM($before) } before that day, { NUM($on) } on it, of { NUM($of) } members; needed { NUM($need) }
reading-sum = { $atom }: { NUM($before) } before that day, { NUM($on) } on it, of { NUM($total) } ({ NUM($percent) } %)
reading-treaty = { $atom }: since { DATE($since) }
reading-treaty-not = { $atom }: not in force
reading-day = { $atom }
reading-unknown = { $atom }: not known

short-period = plus { $period } (DATE-2)
period-sum = { DATE($from) } + { $period } = { DATE($reached) } (DATE-2)
period-clamped = that month has no day { $number }; its last day counts (DATE-4)
period-next-day = + 1 day = { DATE($to) } (DATE-3)
period-policy = { $policy } Set by: { $layer } (DATE-3).
short-first-of-month = { $month ->
    [1] the first day of the month following
   *[other] the first day of the { ORD($month) } month following
  } (DATE-5)
first-of-month = { $month ->
    [1] the first day of the month following { DATE($from) } = { DATE($to) } (DATE-5)
   *[other] the first day of the { ORD($month) } month following { DATE($from) } = { DATE($to) } (DATE-6)
  }
named-day = the text names { DATE($day) }
latest = the latest of { $days } is { DATE($day) }
earliest = the earliest of { $days } is { DATE($day) }
fallback-held = on { DATE($day) } the condition held, so that day counts
fallback-not-held = on { DATE($day) } the condition did not hold, so the other term runs

deposited = { $act } on { DATE($day) }
live-on-trigger = consent live on { DATE($trigger) }, when the conditions came to hold: general date, { DATE($general) } (EIF-5)
before-general = deposited by the general date: it starts on it, { DATE($general) } (EIF-5)
not-before-general = the own term would give { DATE($own) }, but nobody starts before the general date: { DATE($start) } (EIF-5)
succession-dated = date of succession { DATE($succeeded) }, notified on { DATE($notified) }; general date { DATE($general) }; the later of the first and the last is { DATE($start) } (SUCC-2)
succession-undated = no date of succession is recorded, so the notification of { DATE($notified) } stands in for it; general date { DATE($general) }; the later is { DATE($start) } (SUCC-2)
continued = continued by { $who } from { DATE($day) } (SUCC-5)
announced = the date that the depositary announced, { DATE($day) }, is taken instead of the computed one
organizations = { $policy } Set by: { $layer } (S-4).
organizations-unknown = { $policy } Set by: { $layer } (S-4). The register does not know the organization's members, so its instrument is not counted.
notice = notice of withdrawal received on { DATE($day) }
barred = no notice may be given before { DATE($bar) }: the period runs from that day (END-5)
recorded-effect = recorded day of effect { DATE($recorded) }; the rule gives no day
recorded-effect-equal = recorded day of effect { DATE($recorded) }; the rule gives the same day
recorded-effect-other = recorded day of effect { DATE($recorded) }; it wins over { DATE($computed) }, which the rule gives
ended = the consent ended on { DATE($day) } ({ $act })
together = { $treaty } enters into force together with it; own clause: { $own }; that of the other: { $other }; the later counts
together-no-day = no day
fell-below = only { NUM($left) } of the { NUM($least) } parties that the text asks for were left on { DATE($day) } (EIF-6)
fell-below-by = only { NUM($left) } of the { NUM($least) } parties that the text asks for were left on { DATE($day) } (EIF-6): { $who }
treaty-ends = { DATE($day) } is the first day on which it is in force for nobody; new consent does not revive it (END-12)
lapsed = the condition did not hold from { DATE($from) }; in force again from { DATE($until) }
lapsed-open = the condition has not held since { DATE($from) }
lapsed-unknown = whether the condition held is not known from { DATE($from) } to { DATE($until) }
lapsed-unknown-open = whether the condition holds is not known from { DATE($from) } on
after-the-end = the treaty had ended on { DATE($end) }, before { DATE($own) }
in-force-again = the treaty was not in force on { DATE($own) }; it was again on { DATE($start) }
until-definitive = a state of its own, not entry into force: it lasted until definitive entry into force on { DATE($day) } (EIF-13)
until-definitive-first = definitive entry into force on { DATE($day) } came first, so there was no provisional one (EIF-13)
until-definitive-open = a state of its own, not entry into force: it lasts until definitive entry into force (EIF-13)

reason-group = the members of { $name } are not known here
reason-group-words = the members of { $name } are not known here (“{ $words }”)
reason-table = the table { $name } is not known here
reason-table-words = the table { $name } is not known here (“{ $words }”)
reason-not-declared = the clause names { $name }, which is not declared (E04)
reason-file = the register lacks the file { $path }
reason-treaty-not-held = the register does not hold { $treaty }
reason-treaty-undetermined = the entry into force of { $treaty } is itself undetermined
reason-circular = treaties depend on each other in a circle: { $treaties } (E05)
reason-unmodelled = the clause of the text is not modelled: “{ $words }”
reason-not-evaluated = a statement is kept but not evaluated yet: { $line }
reason-no-rule = the register holds no rule on entry into force, and the negotiating States are not known (VCLT art. 24(2))
reason-end = whether a consent had ended is not known: { $act } of { $who }, { DATE($day) }
reason-force-undetermined = whether and since when the treaty is in force is itself not known
reason-no-adoption = the date of adoption is not recorded
reason-no-opening = the date of opening for signature is not recorded
reason-no-communication = the text takes a set as at a communication, whose day is not recorded as an act
reason-test-days = the condition is tested only on certain days, which are not known here (“{ $words }”)
reason-decision = the text lets it end by decision ({ $organ }); decisions are not recorded as acts
reason-no-withdrawal = the register has no statement on withdrawal: what a notice does is not modelled
reason-beyond-calendar = the result lies beyond the year 9999

published-equal = the depositary announced { DATE($day) }: the same day
published-other = the depositary announced { DATE($day) }
published-none = no announced date is recorded
view-announced = announced: the depositary's published date is assumed
cause-none = no candidate cause explains it exactly
cause-nothing-announced = in force by its clause; no announced date is recorded
cause-period-same-day = it would be that day if periods ended on their last day (DATE-3)
cause-period-next-day = it would be that day if periods ended on the day after their last (DATE-3)
cause-organizations = it would be that day under another counting of organizations: { $policy } (S-4)
cause-one-missing = it would be that day with one more act, which the register lacks
cause-one-too-many = it would be that day with one act fewer counted
cause-dated-too-late = it would be that day if { $who } had deposited earlier than recorded
cause-predecessor = it would be that day if a predecessor had been counted, of: { $who } (SUCC-4)
cause-month = it would be that day if the end of the month had run over (DATE-4)
