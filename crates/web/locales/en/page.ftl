## The pages of the public register. The sentences of the law itself are those of the command line.

months = January February March April May June July August September October November December
months-short = Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec

## The frame
skip = Skip to the content
exercise-register = Practice register:
exercise = test, no legal effect
as-at-label = As at
change-day = change date
day-label = Show the register as at
show-day = Show
language = Language
menu = Main
treaties = Treaties
parties = Parties
events = Events
menu-log = Log
menu-help = Help
data-known-to = Data known to { DATE($day) }
known-to = Known to { DATE($day) }
not-known-after = not known after { DATE($day) }
beyond = You asked about { DATE($at) }. Nothing is known after { DATE($day) }; what follows is the last known state.
computed-at = Every date on this page leads to why it is so. Computed at log size { $size }, root { $root }.
foot-help = How to read this register
foot-not-proved = What this register does not prove
foot-accessibility = Accessibility
foot-data = Data and feeds
why = Why?
why-of = Why? { $name }
why-day = Why { DATE($day) }?
why-state = Why “{ $state }”?
since = since { DATE($day) }
show-all = Show all
as-csv = As a table (CSV)
atom-feed = Atom feed
rows-shown = { NUM($count) } of { NUM($of) } shown.

## Home
home-title = Who is bound, since when, and why
home-heading = Who is bound, since when, and why
home-lead = This register follows each treaty from its adoption to the day on which it binds, and shows for every date the rule, the acts and the arithmetic behind it.
home-empty = No treaty yet. Enter one at the desk, or import a register.
find-label = Find a treaty or a party
find = Search
for-example = For example:
home-in-force = In force
home-not-in-force = Not in force
home-ended = Ended
home-undetermined = Not determined
home-negotiated = In negotiation
count-treaties = { $count ->
    [one] 1 treaty
   *[other] { NUM($count) } treaties
  }
count-texts = { $count ->
    [one] 1 text
   *[other] { NUM($count) } texts
  }
count-parties = { $count ->
    [0] none
    [one] 1 party
   *[other] { NUM($count) } parties
  }
latest-events = Latest events
all-events = All events
events-none = Nothing is recorded up to this day.
earlier-events = Earlier events
later-events = Later events
event-act = { $who }: { $act }
event-force = Entered into force
event-end = Ended; in force for nobody any more
check-it = Check it yourself

search-title = Found for “{ $name }”
search-nothing = Neither a treaty nor a party has all of these words. Try fewer words, or look through the lists.
search-cut = Only the first 50 of each kind are shown; more words narrow the search.
search-treaties = { $count ->
    [one] 1 treaty
   *[other] { NUM($count) } treaties
  }
search-parties = { $count ->
    [one] 1 party
   *[other] { NUM($count) } parties
  }

## Treaties
treaties-lead = By where they stand on the day that is shown. A title leads to who is bound, since when and why.
group-in-force = { $count ->
    [one] 1 treaty in force
   *[other] { NUM($count) } treaties in force
  }
group-not-in-force = { $count ->
    [one] 1 treaty not in force
   *[other] { NUM($count) } treaties not in force
  }
group-undetermined = { $count ->
    [one] 1 treaty of which it is not determined
   *[other] { NUM($count) } treaties of which it is not determined
  }
group-ended = { $count ->
    [one] 1 treaty that ended
   *[other] { NUM($count) } treaties that ended
  }
group-negotiated = { $count ->
    [one] 1 text in negotiation
   *[other] { NUM($count) } texts in negotiation
  }
negotiated-note = A text enters the list of treaties when it has been adopted. Drafts and proposals are not shown here.
column-treaty = Treaty
column-state = Status
column-adopted = Adopted
column-parties = Parties

## A treaty
adopted-at = Done at { $place } on { DATE($day) }.
adopted-on = Adopted on { DATE($day) }.
depositary-is = Depositary: { $name }.
authentic-in = Authentic texts: { $languages }.
language-ar = Arabic
language-en = English
language-es = Spanish
language-fr = French
language-ru = Russian
language-tr = Turkish
language-zh = Chinese
state-in-force = In force since { DATE($day) }
state-later = Not yet in force; enters into force on { DATE($day) }
state-before = Not yet in force; by later acts, in force from { DATE($day) }
state-not-in-force = Not in force
state-ended = Ended on { DATE($day) }
state-lapsed = Not in force at present; first in force on { DATE($day) }
state-undetermined = Not determined whether in force
state-undetermined-from = Not determined; not before { DATE($day) }
state-no-rule = No rule on entry into force is recorded
state-nothing-known = Nothing is known yet
road-label = From words to law
road-said = Said
road-draft = Drafted
road-adopted = Adopted
road-signed = Signed
road-consent = Consented
road-force = In force
road-unrecorded = no record here
road-not-yet = not yet
road-signatories = { $count ->
    [one] 1 signatory
   *[other] { NUM($count) } signatories
  }
road-consents = { $count ->
    [one] 1 in effect
   *[other] { NUM($count) } in effect
  }
counter = { NUM($count) } of { NUM($needed) } instruments
counter-over = { NUM($count) } instruments; { NUM($needed) } were needed
counter-met = The tall stroke is number { NUM($needed) }, with which the number was reached.
counter-missing = { $count ->
    [0] The number is reached; another condition is not.
    [one] One more instrument is needed.
   *[other] { NUM($count) } more instruments are needed.
  }
missing-heading = What is still missing
key-facts = Key facts
fact-opened = Open for signature from
fact-parties = Bound
fact-signed-only = Signed, not bound
fact-announced = Announced by the depositary
announced-same = { DATE($day) }; the same as computed
announced-other = { DATE($day) }; differs from what is computed
downloads = Downloads
status-csv = Status table (CSV)
status-json = The same as JSON
follow = Follow
how-in-force = How it comes into force
chart-label = Chart: instruments over time
chart-title = Instruments counted over time
chart-told = { $count ->
    [one] 1 instrument on { DATE($day) }
   *[other] { NUM($count) } instruments on { DATE($day) }
  }
chart-needed = { NUM($count) } needed
chart-trigger = conditions met { DATE($day) }
chart-force = in force { DATE($day) }
chart-unknown = not known after
chart-shown = shown to { DATE($day) }
chart-table = The same numbers as a table
chart-nothing = No instrument has been deposited up to this day.
column-from = From
column-count = Instruments
status-heading = Status of each party
status-none-yet = Nobody has signed or deposited an instrument up to this day.
filter-label = Filter by party or status
filter = Filter
filter-nothing = No row has these words.
what-words-mean = What the words mean
as-at = As at { DATE($day) }
column-party = Party
column-signed = Signed
column-deposited = Deposited
column-act = Act
column-status = Status
column-start = In force for it
column-until = Until
not-certain = not certain
until-unknown = perhaps from { DATE($day) }; not certain
clauses-heading = Final clauses in plain words
clauses-note = Each rule as a sentence, with the line of Clausula from which every date is computed. The authentic text prevails.
clauses-none = No final clause is recorded as a rule.

## A party
parties-lead = States, organizations and others of which this register has a record.
filter-parties = Filter by name, code or kind
parties-none = No party is recorded under these words.
column-code = Code
column-kind = Kind
kind-state = State
kind-former-state = Former State
kind-organization = Organization
kind-territory = Territory
kind-company = Company
kind-institution = Institution
kind-sub-state = Part of a State
party-summary = { $count ->
    [0] Bound by no treaty of this register on { DATE($day) }.
    [one] Bound by 1 treaty of this register on { DATE($day) }.
   *[other] Bound by { NUM($count) } treaties of this register on { DATE($day) }.
  }
party-treaties = Where it stands towards each treaty
acts-heading = Its acts
acts-none = No act is recorded up to this day.
act-effect = with effect from { DATE($day) }
act-recorded = known to the register since { DATE($day) }

## The log
log-heading = The log
log-lead = Every act of this register is an entry in a log to which one can only append. Whoever keeps a copy notices if a single byte of the past is changed.
log-size = Size
log-entries = { $count ->
    [one] 1 entry
   *[other] { $number } entries
  }
log-root = Root
log-recorded = Last entry recorded
log-witnesses = Witnesses
log-witnessed = { NUM($count) } of { NUM($of) } have cosigned
log-no-witnesses = none is asked for
log-unpublished = No checkpoint has been published yet.
log-origin = Origin
log-key = Public key
log-empty = The log is empty.
log-none = This register is a folder of tables. It is kept in no log, so that nobody can prove that its past was not changed.
log-behind = { $count ->
    [one] 1 entry has been recorded and is not yet in a published checkpoint.
   *[other] { NUM($count) } entries have been recorded and are not yet in a published checkpoint.
  }
checkpoint-heading = Last checkpoint
checkpoint-note = Name, size and root, signed by the log, and by each witness that saw it continue what came before.
witnesses-none = The policy of this office asks for no witness. Anybody can still keep a copy.
column-witness = Witness
column-seen = Cosigned
not-seen = not this checkpoint
quorum-met = As many have cosigned as the policy asks for.
quorum-not-met = Fewer have cosigned than the policy asks for.
mirror-heading = Keep a copy, and check it
mirror-note = With the program Sponsio and the public key, which you take from paper or another trusted source:
mirror-address = https://THIS-ADDRESS
mirror-key = A key that comes from the page that is to be checked proves nothing. The office hands it over on paper, or it stands in an annex.

## Help
help-heading = How to read this register
help-lead = The first line answers, the second says until when that is known, the third says why.
help-day = Every page can be asked about another day: “change date” above. Without a date you see the last day to which the data reach.
help-horizon = After that day nothing is known, and nothing is guessed: you see the last known state, named as such.
help-why = “Why?” opens the derivation: the words of the treaty, the acts, who was not counted, and the arithmetic day by day.
help-statuses = Statuses
help-statuses-note = One word is one legal status; two are never merged. The letter and the pattern say the same as the word, so that nothing is lost in black and white.
column-meaning = Meaning
meaning-none = Has done nothing that is recorded.
meaning-entitled = The treaty is open to it; it has done nothing yet.
meaning-negotiating = Took part in drawing up and adopting the text (VCLT art. 2(1)(e)).
meaning-signatory = Signed, and has since made clear that it will not become a party (VCLT art. 18(a)).
meaning-signatory-bound-by-18 = Signed subject to consent. Not bound by the treaty, but must not defeat its object and purpose (VCLT art. 18).
meaning-contracting = Has consented to be bound; the treaty is not in force for it (VCLT art. 2(1)(f)).
meaning-provisional = Applies the treaty before it is in force for it (VCLT art. 25).
meaning-party = Has consented, and the treaty is in force for it (VCLT art. 2(1)(g)).
meaning-suspended = Is a party; the operation of the treaty is suspended for it (VCLT art. 57).
meaning-withdrawing = Is a party; its notice of withdrawal has not taken effect.
meaning-former = Was a party. It withdrew, or the treaty ended.
meaning-undetermined = Depends on something that the register does not know; the derivation names it.
meaning-revoked = Consented, and withdrew its instrument before the treaty entered into force. It was never bound.
help-words = Words
term-entry = Entry into force
term-entry-is = The day from which a treaty binds. It follows from the final clauses and the acts; it is computed, never typed in.
term-deposit = Deposit
term-deposit-is = Handing an instrument of consent to the depositary; its day counts.
term-depositary = Depositary
term-depositary-is = Who keeps the treaty, receives the instruments and tells the parties (VCLT arts 76, 77).
term-horizon = Known to
term-horizon-is = The day to which the acts are known. It is no statement about the time after it.
term-derivation = Derivation
term-derivation-is = How an answer follows: the rule with its article, the acts, each step on the calendar, each convention with whose it is.
term-log = Log
term-log-is = The ordered, signed list of all entries (a Merkle tree). It can grow, and not be changed unnoticed.
term-checkpoint = Checkpoint
term-checkpoint-is = The size and the root of the log, signed. Two that contradict each other prove a fraud.
term-witness = Witness
term-witness-is = Somebody else who signs each checkpoint that continues all it saw before.
not-proved-source = That an instrument is genuine, or that who signed it had full powers: the depositary examines that.
not-proved-validity = That a treaty or a consent is valid, or that somebody kept its word: no page decides a dispute.
not-proved-after = Anything about the time after the day to which the data reach.
not-proved-log = That this page shows the log rightly. The log itself does: copy it, and compute the answer yourself.
accessibility-aim = These pages aim at WCAG 2.2, level AA. They need no script, no mouse and no colour; each chart has its numbers in a table.
accessibility-tested = A test reads every kind of page in English, Turkish and Arabic, light and dark, with axe-core.
accessibility-limits = No person with a screen reader has tested them yet. Explanations of the law are in English on Arabic pages.
data-note = Every table is also there for programs. Tables are CSV (RFC 4180, UTF-8); status words in them are the same in every language. Add “at” with a date to any address.
data-licences = The pages use the work of others:
licences = licences

## What goes wrong
trouble-not-found = There is nothing here
trouble-bad = That cannot be shown
trouble-no-treaty = This register has no treaty “{ $id }”.
trouble-no-party = This register has no party “{ $id }”.
trouble-no-page = No page lies at this address.
trouble-day = “{ $text }” is no day of the calendar. Write a date as 2024-02-29.
trouble-language = The pages do not speak “{ $text }”. They are in English (en), Turkish (tr) and Arabic (ar).
trouble-words = A search takes at most 200 bytes of words.
trouble-page = A list has pages 1, 2, 3 and so on.
next-home = To the front page
next-treaties = All treaties
next-parties = All parties
next-without = This page without what was asked for

## Statuses: one word, one letter
status-none = No act recorded
status-entitled = May become a party
status-negotiating = Took part in the negotiation
status-signatory = Signed; will not become a party
status-signatory-bound-by-18 = Signed
status-contracting = Consented; not bound
status-provisional = Applies provisionally
status-party = Bound
status-suspended = Bound; operation suspended
status-withdrawing = Bound; withdrawal notified
status-former = No longer bound
status-undetermined = Not determined
status-revoked = Consent withdrawn before entry into force
status-and-provisional = { $status }; applies provisionally
letter-none = –
letter-signed = S
letter-consented = C
letter-provisional = P
letter-bound = B
letter-suspended = U
letter-withdrawn = W
letter-revoked = V

## Acts
act-signature = Signature
act-signature-ad-referendum = Signature ad referendum
act-confirmation-of-signature = Confirmation of signature
act-succession-to-signature = Succession to signature
act-definitive-signature = Definitive signature
act-ratification = Ratification
act-acceptance = Acceptance
act-approval = Approval
act-accession = Accession
act-succession = Succession
act-formal-confirmation = Formal confirmation
act-consent-to-be-bound = Consent to be bound
act-simplified-procedure = Simplified procedure
act-withdrawal = Withdrawal
act-revocation = Revocation
act-withdrawal-of-instrument = Withdrawal of instrument
act-provisional-application = Provisional application
act-end-of-provisional-application = End of provisional application
act-continuation = Continuation
act-correction = Correction of a date
act-intention-not-to-become-party = Intention not to become a party
act-suspension = Suspension
act-end-of-suspension = End of suspension

menu-verify = Verify
verify-heading = Verify a file
verify-lead = Choose a bundle, a receipt (an entry with its proof) or a checkpoint. It is verified in your browser, by the same code as on the command line. The file does not leave this computer.
verify-no-script = This page verifies with a script in your browser. Without one, use the command line as shown below.
verify-no-module = This server was built without the module for browsers. Use the command line as shown below.
verify-files = Files
verify-files-note = One bundle (.sponsio) or checkpoint, or the two files of a receipt. At most 64 MB each.
verify-policy = Under which policy
verify-policy-label = Policy (C2SP tlog-policy)
verify-policy-note = Whose signatures count: the log, its witnesses, the quorum. This one is offered by this server; if you do not trust it, paste your own.
verify-do = Verify
verify-verified = Verified
verify-refused = Refused
verify-incomplete = Incomplete
verify-unread = Nothing to verify
verify-unread-next = Choose one bundle or checkpoint, or an entry with its proof, of at most 64 MB.
verify-place = Where
verify-byte = byte
verify-rule = Rule that is broken
verify-refused-next = The file is not what its log has signed, or it is of another log. Ask for it anew, and compare it with another copy of the log.
verify-missing = What is there is right, but this is missing:
verify-check-list = The bundle has the files that it lists, and no others, byte for byte.
verify-check-inclusion = Each entry is in the log: its proof leads to the root.
verify-check-signed = The root is signed by the log of the policy, and by as many witnesses as the policy asks for.
verify-check-documents = Each document in it has the digest under which it is cited.
verify-check-whole = By the log’s own signed statement it holds every act on this treaty up to then.
verify-state = State that it claims
verify-no-witness = No witness has cosigned: only the log itself says that its past was not changed.
verify-entries = Entries
verify-seq = Entry
verify-recorded = Recorded
verify-kind = Act
verify-date = Legal date
verify-absent = Documents that are cited and not in it
verify-not-proved = What this does not prove
verify-not-law = What the acts mean: the law is not run again here. sponsio bundle verify does that, and compares the state that is claimed.
verify-not-person = Who stands behind a key, and whether an act was validly done.
verify-not-all = That nothing was recorded since, or that nothing else exists; only a full copy of the log shows that.
verify-not-page = That this page is what it seems: a server that lies can send another script. On the command line you choose the program yourself.
verify-elsewhere = On the command line
verify-elsewhere-note = The same verification without this server, and with the law run again:
