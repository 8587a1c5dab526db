## The reports on a register as a whole: check, effects, diff.

report-read = { NUM($treaties) } treaties, { NUM($participants) } participants, { NUM($acts) } acts { $form ->
    [published] as published
   *[recorded] as recorded
  }
report-computed = Computed
report-compared = Compared with what was announced
report-differences = Differences
report-undetermined = Undetermined
report-circles = Treaties that wait for each other
report-remarks = Remarks on what was recorded as published
report-labels = Labels that are no act of the catalogue
report-warnings = Warnings on clauses
report-treaty = { $id }  { $title }
report-difference = computed { $computed }, announced { $announced }
report-unsure = { $computed }; announced { $announced }
report-announced-nothing = nothing

tally-in-force = in force
tally-not-in-force = not in force
tally-undetermined = undetermined
tally-no-rule = no rule
tally-equal = equal
tally-difference = difference

column-treaty = Treaty
column-act = Act

diff-nothing = Nothing changed.
diff-participants = Participants
diff-treaties = Treaties
diff-acts = Acts
diff-forces = Entry into force
diff-parties = In force for participants
diff-participant = { $name } ({ $id }), { $kind }
diff-act = { $treaty }: { $who }, { $act }, { $when }
diff-day-with-effect = { DATE($day) } (effect { DATE($effect) })
diff-force = { $treaty }: { $before } → { $after }
diff-party = { $treaty }, { $who }: { $before } → { $after }
diff-change = { $before } → { $after }
