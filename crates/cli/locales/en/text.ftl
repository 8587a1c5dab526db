## Texts: what is wrong or doubtful, and the commands that look at a text.

text-not-utf8 = the bytes from here on are not UTF-8
text-control = the control character { $code } has no place in a text
text-direction = { $code } overrides the direction of writing, so that a text could look other than it is
text-file-large = the file is larger than { $most } MiB and is not read
text-line-long = the line is longer than { $most } MiB and is not read
text-not-composed = characters from here on are not in composed form (NFC); they are read as if they were
text-no-title = the file does not begin with a title
text-second-title = a text has one title; this is a second one
text-not-a-header = the head has lines `key: value` and ends with an empty line
text-unknown-header = the head has no key { $key }
text-header-twice = { $key } is already given on line { $line }
text-no-language = the head does not say the language
text-not-a-language = { $tag } is no language tag (BCP 47)

text-out-of-order = { $label } stands after { $before }
text-label-twice = { $label } is already the label on line { $line }
text-item-alone = there is no provision above to which this could belong
text-alternative-alone = there is no provision above to which this could be an alternative
text-not-a-heading = this looks like a heading and is read as prose
text-odd-indent = { $spaces } spaces: an item is indented by two for each level below the first
text-deep-indent = the item stands more than one level below the one above
text-unclosed = { $what } opened here and not closed in its provision
text-unopened = { $what } closed here and not opened
text-braces = { $inside } in braces is no id, reference, term or blank

text-no-delegations = the bracket does not say whose its readings are
text-second-base = the base has one reading; this would be a second one
text-no-base = no reading is marked as that of the base
text-two-readings = { $code } stands behind two readings of one place
text-too-deep = brackets stand inside each other more than { $most } deep
text-misplaced-site = no contested place can stand here: neither in a base reading nor in a footnote
text-other-delegations = the delegations of an inner place must be those of its reading, each once
text-unknown-delegation = the conference has no delegation { $code }

text-malformed-id = { $id } is no id
text-misplaced-id = an id stands at the end of its provision, once
text-id-twice = { $id } is already the id on line { $line }
text-id-deleted = { $id } was the id of a deleted provision and is never used again
text-unknown-target = no provision has the id { $id }
text-deleted-target = the provision { $id } was deleted
text-own-target = the provision refers to itself
text-target-in-alternative = the provision { $id } exists only in an alternative
text-term-unused = { $term } is defined and never used
text-unbound = the rule is not confirmed for this text
text-rule-alone = a rule stands under the provision that it is of; there is none above
text-rule-language = the rule lines of this instrument stand in the file of { $language }
text-unconfirmed = the rule was confirmed for another text ({ $bound }); this one is { $current }

text-differs = { $what }: { $expected } in { $language }, { $found } here
text-nothing = nothing
text-difference-missing = a provision is missing
text-difference-additional = there is a provision more
text-difference-parent = it is part of another provision
text-difference-order = the provisions stand in another order
text-difference-kind = it is of another kind
text-difference-label = the labels differ
text-difference-items = the items differ in number
text-difference-closings = the closing words differ in number
text-difference-footnotes = the footnotes differ in number
text-difference-placeholders = the blanks differ in number
text-difference-numbers = the numbers differ
text-difference-dates = the dates differ
text-difference-targets = the references differ
text-difference-sites = the contested places differ in number
text-difference-delegations = the readings of contested places differ
text-difference-empty = the empty readings differ
text-difference-alternatives = the alternatives differ
text-difference-terms = the defined terms differ in number

text-delimiter-bracket = a bracket
text-delimiter-brace = a brace
text-delimiter-footnote = a footnote
text-delimiter-emphasis = emphasis

text-help = help
text-meant = did you mean `{ $meant }`?
text-help-title = the first line is `# ` and the title
text-help-language = write `language: en` under the title
text-help-delegations = write `[=: words of the base | USA: other words]`, or `\[` for a bracket that is text
text-help-base = mark one reading with `=`: `[=: words | USA: other words]`, or `=: -` if the base has none
text-help-literal = for the sign itself write `{ $sign }`
text-help-id = an id is six of the digits 0-9a-hjkmnp-tv-z; leave it out and `sponsio text fmt` gives one
text-help-confirm = when the rule fits the text, write `|= { $current }` under it

text-unreadable = { $file } cannot be read: { $why }
text-unwritable = { $file } cannot be written: { $why }
text-clean = { $file }: { $count ->
    [one] 1 provision
   *[other] { NUM($count) } provisions
  }, nothing to remark
text-count = { $file }: { $errors ->
    [one] 1 error
   *[other] { NUM($errors) } errors
  }, { $warnings ->
    [one] 1 warning
   *[other] { NUM($warnings) } warnings
  }
text-left-out = and { NUM($count) } more, not listed
text-errors = a text has errors
text-lenient-hint = a real negotiating text is read with --lenient
rule-of = The words of { $id }, and the rule under them:
rule-none = { $file }: every rule is confirmed for the words under which it stands
rule-written = { $file }: written, { $count ->
    [one] one rule is confirmed
   *[other] { $count } rules are confirmed
}
rule-not-written = Read the words and the rule together. Nothing was written; `--write` confirms { $count ->
    [one] this rule
   *[other] these { $count } rules
} in { $file }.
rule-not-found = no rule stands under the provision { $id }
text-canonical = { $file }: already in canonical form
text-written = { $file }: written, { $given ->
    [one] 1 id
   *[other] { NUM($given) } ids
  } given
text-unformatted = not in canonical form: { $files }
text-unformatted-hint = `sponsio text fmt --write` writes it
text-concordance = { NUM($files) } languages, { $count ->
    [0] no difference
    [one] 1 difference
   *[other] { NUM($count) } differences
  }
text-discordant = the languages differ
text-brackets-large = the file { $file } is larger than 8 MiB and is not read
text-brackets-not-utf8 = { $file } is not UTF-8
text-brackets = { $file }: { NUM($words) } words, { NUM($inside) } of them ({ $share }%) within { NUM($brackets) } brackets; { NUM($paragraphs) } paragraphs, { NUM($clean) } of them ({ $cleanshare }%) without any; { NUM($options) } headings of options; brackets stand at most { $depth } deep; { NUM($unclosed) } paragraphs in which they do not close

scrub-count = { $file }: { $count ->
    [0] no label changes
    [one] 1 label changes
   *[other] { NUM($count) } labels change
  }
scrub-open = { $count ->
    [one] A provision is
   *[other] { NUM($count) } provisions are
  } still open: numbers are given for good once nothing is in brackets.
scrub-open-hint = Take a reading at each place first.
scrub-parting = { $id } is { $old } in two languages and would be { $new } in { $first }, { $other } in { $second }.
scrub-parting-hint = Bring the languages to the same structure first; `sponsio text concordance` shows where they differ.
