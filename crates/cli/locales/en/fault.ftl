## What is wrong in a register folder, and what to do: the data of `folder::fault`; and why a command failed.

fault-line = error: { $place }: { $what } [{ $kind }]
fault-more = and { NUM($count) } more

fault-missing-file = there is no file { $file }
fault-unreadable = { $file } cannot be read: { $why }
fault-path-outside = the path “{ $words }” leaves the folder of the register
fault-file-too-large = { $file } has more than { $most } bytes
fault-too-many-treaties = there are more than { $most } treaties
fault-not-utf8 = the byte { $words } at offset { $at } is not UTF-8
fault-line-too-long = the line that begins “{ $words }” has more than { $most } bytes
fault-field-too-long = the field that begins “{ $words }” has more than { $most } bytes
fault-too-many-rows = there are more than { $most } rows
fault-quotation-unclosed = the quotation mark at “{ $words }” is never closed
fault-quotation-stray = a quotation mark stands inside the field at “{ $words }”
fault-quotation-after = “{ $words }” stands between a closing quotation mark and the next comma
fault-missing-column = the header “{ $words }” has no column `{ $name }`
fault-column-twice = the column “{ $words }” stands twice in the header
fault-unknown-column = the column “{ $words }” is not known
fault-field-count = the row “{ $words }” has { $found } fields, the header has { $expected }
fault-empty-field = the field `{ $name }` is empty
fault-identifier-empty = “{ $words }” is no identifier: it cannot be empty
fault-identifier-long = “{ $words }” is no identifier: it has { $length } bytes, at most 64 are allowed
fault-identifier-character = “{ $words }” is no identifier: it cannot hold the character at byte { $at }
fault-kind-of-participant = “{ $words }” is no kind of participant
fault-date = “{ $words }” is not a date
fault-no-such-day = “{ $words }” is not a date: there is no such day
fault-number = “{ $words }” is not a number
fault-unknown-participant = no participant has the code “{ $words }”
fault-unknown-treaty = no treaty has the identifier “{ $words }”
fault-with-acts = { $sentence }; { $count ->
    [one] 1 act that names it is left out
   *[other] { NUM($count) } acts that name it are left out
  }
fault-treaty-left-out = the file of the treaty “{ $words }” cannot be used; { $count ->
    [one] 1 act is left out with it
   *[other] { NUM($count) } acts are left out with it
  }
fault-unknown-act = no act of this treaty and participant has the id “{ $words }”
fault-missing-of = the act does not say what it corrects or continues
fault-twice = “{ $words }” stands twice, first on line { $line }
fault-overlap = the time of “{ $words }” overlaps with its time on line { $line }
fault-until-before-from = the time ends on “{ $words }”, before it begins
fault-treaty-name = the identifier “{ $words }” is not the name of the file, { $name }
fault-clause = { $code }: { $detail }

hint-missing-file = add the file, or correct the path
hint-path-outside = expected a path inside the folder, with `/` and without `..`
hint-not-utf8 = save the file as UTF-8
hint-too-long = look for a quotation mark that is not closed
hint-quotation = put the whole field in quotation marks and double those inside
hint-known-columns = known columns: { $columns }
hint-field-count = a field with a comma needs quotation marks
hint-kind-of-participant = expected state, former-state, organization, territory, company, institution or sub-state
hint-date = expected a day of the calendar as YYYY-MM-DD
hint-number = expected digits, with a point before decimals
hint-unknown-participant = add it to participants.csv, or correct the code
hint-unknown-treaty = expected a file treaties/{ $words }.clausula
hint-unknown-act = `of` names the `id` of another act of the same treaty and participant
hint-missing-of = name the `id` of the act corrected, or the code of the predecessor, in `of`
hint-treaty-name = rename the file, or correct the `id`
hint-meant = did you mean { $meant }? otherwise { $otherwise }

folder-not-found = there is no folder { $path }
folder-not-one = { $path } is not a folder
folder-empty = { $path } holds no register: it has neither participants.csv nor acts.csv nor treaties/
folder-unusable = { $path } cannot be used: { $why }
folder-defective = { $path } is not a register that can be read
folder-path-outside = the register names a file that cannot stand in a folder: { $path }
folder-hint = a register is a folder with participants.csv, acts.csv and treaties/: name it with --register DIR, as an argument of the command, or in the environment variable SPONSIO_REGISTER
folder-faults-in = in { $path }:
folder-faults = { $count ->
    [one] 1 fault was left out of the register; the results rest on the rest
   *[other] { NUM($count) } faults were left out of the register; the results rest on the rest
  }

entry-twice = the register already holds { $id }
entry-full = the register is full: it can hold no more entries of this kind

failure-line = error: { $sentence }
failure-by-rule = error: { $sentence } [{ $rule }]
failure-output = the output cannot be written: { $why }
failure-file = { $path } cannot be written: { $why }

progress-treaties = treaties
progress-acts = acts
