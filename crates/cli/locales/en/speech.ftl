## What a report says was said.

speech-in-english = English
speech-in-turkish = Turkish
speech-read = { $file }, read as { $language }: { $passages ->
    [one] one passage
   *[other] { NUM($passages) } passages
}, { $headings ->
    [one] one heading
   *[other] { NUM($headings) } headings
}.
speech-dated = Dated { DATE($day) }.
speech-draft-only = This is a draft: nothing is recorded until a person confirms it.
speech-nobody = Speaker not named
speech-direct = direct
speech-indirect = indirect
speech-heading = heading
speech-whose-verb = { $speaker }: { $kind } ({ $form }, “{ $verb }”)
speech-whose = { $speaker }: { $kind } ({ $form })
speech-quoted = “{ $words }”
speech-place = Line { NUM($line) }, column { NUM($column) }
speech-rests-on = Kind rests on: { $words }
speech-named = Speaker rests on: { $words }
speech-where = Where: { $words }
speech-occasion = Occasion: { $words }
speech-when = When: { $words }
speech-when-day = When: { $words }, that is { DATE($day) }
speech-carried = { $words } (from line { NUM($line) })
speech-audience = To whom: { $words }
speech-cited = Cites { $name } (“{ $verb }”): claimed, not sourced
speech-repeats = Repeats passage { NUM($number) }
speech-doubtful = Doubtful: { $why }
speech-doubt-mark = a quotation mark is missing
speech-doubt-alone = the passage stands alone; the speaker is whoever spoke before
speech-doubt-several = several persons fit the words that name the speaker
speech-doubt-heading = the heading says it in other words
speech-kind-assurance = assurance
speech-kind-readiness = readiness
speech-kind-proposal = proposal
speech-kind-denial = denial
speech-kind-accusation = accusation
speech-kind-condition = condition
speech-kind-report = account of a meeting or its result
speech-kind-other = other
speech-no-date = the report does not begin with `date YYYY-MM-DD`; what is confirmed from it needs a date
speech-future = the date of the report lies after the day on which it is read; compare it with the source
speech-unbalanced = this quotation mark has no partner; look where the passage begins and ends
speech-right-to-left = letters or marks that are written from right to left; the text may look otherwise than it is
speech-many-names = there are more names than are kept apart; later ones stay as they are written
speech-many-passages = there are more passages than are listed; the rest of the report was not read
speech-empty = { $file }: there are no words in it
speech-large = { $file }: larger than { $most } MiB, and not read
speech-not-utf8 = { $file }:{ $line }:{ $column }: from here on it is not UTF-8
speech-not-a-day = `{ $day }` is no day; write it as 2031-03-04
speech-hint-utf16 = it looks like UTF-16; save it as UTF-8
speech-hint-single-byte = it looks like one byte a letter (Windows-1254, ISO 8859-9); save it as UTF-8
speech-hint-binary = it looks like no text; save the report as plain text or HTML
