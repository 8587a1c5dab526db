## A rule of Clausula as a sentence for a drafter. $case and $form matter only to languages that inflect.

rule-group-listed = { $name } means { $members }.
rule-group-file = { $name } means those whom the file { $path } lists on the day in question.
rule-group-unknown = { $name } is a group whose members are not known here.
rule-group-unknown-words = { $name } is a group whose members are not known here: “{ $words }”.
rule-weights-file = { $name } is the table in { $path }; its total is the sum of its rows.
rule-weights-total = { $name } is the table in { $path }; its total is { NUM($total) }.
rule-weights-unknown = { $name } is a table that is not known here.
rule-weights-unknown-words = { $name } is a table that is not known here: “{ $words }”.
rule-consent = Only these acts count towards the conditions: { $acts }. Every act of consent binds its author.

rule-force = The treaty enters into force { $term }.
rule-force-latest = The treaty enters into force on the latest of these days: { $terms }.
rule-force-earliest = The treaty enters into force on the earliest of these days: { $terms }.
rule-force-fallback = The treaty enters into force on { DATE($day) } if by then { $condition }; otherwise { $term }.
rule-force-unmodelled = The text's clause on entry into force is not modelled: “{ $words }”. No date is computed.
rule-force-while = The treaty is in force while { $condition }, and on no other day.
rule-force-while-tested = The treaty is in force while { $condition }, and on no other day; this is tested only on: “{ $days }”.
rule-together = The treaty enters into force together with treaty { $treaty }, on the later of the days that the two reach separately.
rule-provisional = Provisional entry into force, which lasts until definitive entry into force: { $rule }
rule-ends-fewer = The treaty ceases to be in force for everybody when fewer than { NUM($count) } parties are left.
rule-ends-term = The treaty ceases to be in force for everybody { $term }.
rule-ends-with = The treaty ceases to be in force for everybody together with treaty { $treaty }.
rule-ends-decision = The treaty ceases to be in force by decision ({ $organ }). Decisions are not recorded as acts: whether it has ended is not computed.
rule-term-of-several = ({ $nth }) { $term }

rule-joiner-later = For each participant that deposits its instrument after the conditions have been met, the treaty enters into force { $term }, { $even ->
    [yes] even if that is before general entry into force
   *[no] but not before general entry into force
  }.
rule-joiner-after-force = For each participant that deposits its instrument after general entry into force, the treaty enters into force { $term }{ $even ->
    [yes] , even if that is before general entry into force
   *[no] {""}
  }; for one that deposits by that day, it does so on that day.

rule-withdrawal-silent = The text is silent on withdrawal; VCLT art. 56 decides whether a party may leave, and then asks for twelve months' notice.
rule-withdrawal-excluded = The text excludes withdrawal.
rule-withdrawal-notice = A party may withdraw by notice; this takes effect { $period } after the notice is received.
rule-withdrawal-barred = A party may withdraw by notice; this takes effect { $period } after the notice is received. No notice may be given until { $bar } after { $start ->
    [general] general entry into force
   *[own] entry into force for that party
  }.

rule-reservations-none = No reservations are allowed.
rule-reservations-silent = The text is silent on reservations; VCLT art. 19(c) allows those that are compatible with its object and purpose.
rule-reservations-any = Any reservation is allowed.
rule-reservations-only = Reservations are allowed only to { $count ->
    [one] article { $articles }
   *[other] articles { $articles }
  }.
rule-reservations-not = Reservations are not allowed to { $count ->
    [one] article { $articles }
   *[other] articles { $articles }
  }.
rule-reservations-words = On reservations the text says: “{ $words }”.

rule-open-signature = The treaty is open for signature { $details }.
rule-open-accession = The treaty is open for accession { $details }.
rule-open-all = for every participant
rule-open-to = for { $set }
rule-open-from = from { DATE($day) }
rule-open-until = until { DATE($day) }
rule-open-at = at { $place }
rule-open-invited = by invitation ({ $by })

rule-extension = This statement is kept word for word, but not evaluated yet: “{ $words }”.

rule-policy-period-expiry-same-day = A period ends on its last day (D + N).
rule-policy-period-expiry-next-day = A period ends on the day after its last (D + N + 1).
rule-policy-organizations-not-additional = An organization's instrument is not counted beside those of its members.
rule-policy-organizations-counted = An organization's instrument is counted like a State's.
rule-policy-organizations-never-counted = An organization's instrument is never counted.
rule-policy-other = Convention of counting: { $words }.

term-after = { $period } after { $point }
term-first-of-month = on the first day of { $month ->
    [1] the month
    [2] the second month
    [3] the third month
    [4] the fourth month
    [5] the fifth month
    [6] the sixth month
    [7] the seventh month
    [8] the eighth month
    [9] the ninth month
    [10] the tenth month
    [11] the eleventh month
   *[12] the twelfth month
  } following { $point }

period-days = { NUM($count) } { $count ->
    [one] day
   *[other] days
  }
period-months = { NUM($count) } { $count ->
    [one] month
   *[other] months
  }
period-years = { NUM($count) } { $count ->
    [one] year
   *[other] years
  }

point-date = { $case ->
    [on] on { DATE($day) }
   *[other] { DATE($day) }
  }
point-the-day = { $case ->
    [on] on the day on which { $condition }
   *[other] the day on which { $condition }
  }
point-that-day = { $case ->
    [on] on the day on which the condition is met
   *[other] the day on which the condition is met
  }
point-its-deposit = { $case ->
    [on] on the day of that deposit
   *[other] the day of that deposit
  }
point-general-force = { $case ->
    [on] on the day of general entry into force
   *[other] the day of general entry into force
  }
point-adoption = { $case ->
    [on] on the day of adoption
   *[other] the day of adoption
  }
point-opening = { $case ->
    [on] on the day of opening for signature
   *[other] the day of opening for signature
  }
point-after = { $case ->
    [on] on the day { $period } after { $point }
   *[other] the day { $period } after { $point }
  }
point-first-of-month = { $case ->
    [on] on the first day of month { $month } after { $point }
   *[other] the first day of month { $month } after { $point }
  }

condition-nested = ({ $condition })
atom-instruments = { $counted } { $count ->
    [one] has been deposited
   *[other] have been deposited
  }
atom-states = { $counted } { $count ->
    [one] has deposited its instrument of consent
   *[other] have deposited their instruments of consent
  }
atom-of = at least { NUM($count) } of { $set } { $count ->
    [one] has deposited its instrument of consent
   *[other] have deposited their instruments of consent
  }
atom-all-of = all of { $set } have deposited their instruments of consent
atom-share = those who have deposited together account for at least { $share } of the total of the table { $table }
atom-proportion = { $bound ->
    [more-than] more than
   *[at-least] at least
  } { $share } of { $set } have deposited their instruments of consent
atom-share-above = those who have deposited together account for more than { $share } of the total of the table { $table }
atom-in-force = treaty { $treaty } is in force
atom-on-or-after = { DATE($day) } has come

count-instruments = { $bound ->
    [more-than] more than
   *[at-least] at least
  } { NUM($count) } { $count ->
    [one] instrument of consent
   *[other] instruments of consent
  }
count-states = { $bound ->
    [more-than] more than
   *[at-least] at least
  } { NUM($count) } { $count ->
    [one] State
   *[other] States
  }
filter-provisional = { $counted } (notices of provisional application are counted as well)
filter-of-instruments = { $counted } of { $set }
filter-of-states = { $counted } from among { $set }
filter-other-instruments = { $counted } of participants other than { $set }
filter-other-states = { $counted } other than { $set }
filter-also-other = { $counted } other than { $set }
filter-each-instruments = { $counted }, each of a participant with at least { NUM($least) } in the table { $table },
filter-each-states = { $counted }, each with at least { NUM($least) } in the table { $table },

set-named = { $case ->
    [the] the members of { $name }
   *[other] members of { $name }
  }
set-listed = { $members }
set-signatories = { $case ->
    [the] the signatories
   *[other] signatories
  }
set-parties = { $case ->
    [the] the parties to treaty { $treaty }
   *[other] parties to treaty { $treaty }
  }
set-parties-as-at = { $case ->
    [the] the parties to treaty { $treaty } as at { DATE($day) }
   *[other] parties to treaty { $treaty } as at { DATE($day) }
  }
set-own-parties = { $case ->
    [the] the parties to the treaty itself
   *[other] parties to the treaty itself
  }
set-as-at = { $roll } as at { $day }
as-at-date = { DATE($day) }
as-at-adoption = adoption
as-at-opening = opening for signature
as-at-trigger = the day on which the condition comes to hold
as-at-each-day = the day on which it is tested
as-at-communication = the communication
share-percent = { NUM($percent) } per cent
share-fraction = { $numerator }/{ $denominator }
