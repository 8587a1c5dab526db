## What if
whatif-heading = What if?
whatif-link = Suppose acts, see what would follow
whatif-lead = Suppose that somebody ratified, acceded or withdrew, or that a recorded act had not happened. The same rules give what would follow. Nothing is recorded, and nothing is kept but the address of this page.
whatif-now = As it is:
whatif-tab = A supposition; nothing has been recorded
whatif-supposed = Supposed
whatif-drop = leave out
whatif-drop-of = Leave out: { $name }
whatif-then = It would be
whatif-differs = What would differ
whatif-same = Nothing would differ.
whatif-beyond = The data reach to { DATE($day) }. What is said of later days holds only if nothing else happens.
whatif-add = Suppose an act
whatif-day = Day
whatif-do = See what would follow
whatif-without = Suppose that an act had not happened
whatif-recorded = Recorded act
whatif-leave-out = Leave it out
whatif-elsewhere = The command line can suppose other rules and policies as well:
trouble-supposed = “{ $text }” cannot be supposed here: it takes a party of this register, an act and a day, or an act that is recorded; at most 20 at once.

## Statements, once more
also-heading = Also said
ahead-heading = From these words to law
ahead-note = Step by step, as far as the record goes. Advice on the draft is no step of law.

## Feeds and the API
calendar-link = Calendar (iCalendar)
calendar-force = { $treaty }: enters into force
calendar-end = { $treaty }: in force for nobody any more
calendar-bound = { $who }: { $treaty } binds it
calendar-left = { $who }: { $treaty } no longer binds it
trouble-cursor = “{ $text }” is no cursor. Take it from “next” of the page before.
api-heading = The API
api-lead = The register for programs: JSON over HTTP, open to everybody, without a key.
api-document = Description as OpenAPI 3.1
api-reads = What can be asked
api-path = Path
api-answer = Answer
api-rules = What holds for all of it
api-rule-day = at=2024-02-29 asks about a day, lang=en, tr or ar for a language. Names of members and statuses are the same in every language.
api-rule-pages = Long lists come 100 at a time; the next page is asked for with cursor, whose value is in “next”.
api-rule-tag = Every answer names the size and root of the log from which it was computed. Its ETag is made of that size and the day; whoever sends it back is told when nothing has changed.
api-rule-problems = Errors are problem documents (RFC 9457) with a stable type.
api-rule-reads = Nothing can be recorded through it: what a program brings waits for officers.
api-treaties = All treaties
api-treaty = One treaty, with where everybody stands
api-treaty-why = Why it is in force or not: the derivation
api-standing-why = Why a party stands where it stands towards a treaty
api-participants = All parties
api-participant = One party, with where it stands towards each treaty
api-between = What binds two parties to each other, and what each guarantees the other
api-coverage = Who guarantees whom, over all texts
api-coverage-of = Who guarantees whom in one text
api-statements = Confirmed statements
api-statement = One confirmed statement
api-events = What happened, the latest first
api-log = The head of the log, and who has seen it

## At a glance
map-heading = At a glance
map-link = One square a State
map-lead = One square for each State of this register, in the order of names. It is no map: no border is drawn.
map-told = { $count ->
    [one] Where 1 State stands towards the treaty
   *[other] Where { NUM($count) } States stand towards the treaty
  }
map-table = The same as a table
map-none = No party of this register is a State, or nothing is known yet.
