## Statements
statements = Statements
next-statements = All statements
statements-lead = Words that were spoken, as a dated report has them, letter for letter. Each was compared with its source by a second reader; what nobody confirmed is not here.
statements-none = No confirmed statement is recorded up to this day.
filter-statements = Filter by speaker or words
earlier-statements = Earlier statements
statement-title = Words of { $who }
statement-lead = As a report has them. What is highlighted stands in the source just so; what this register says of it stands beside it.
source-told = { $publisher }, { DATE($day) }, { $language }
confirmed-on = a second reader, on { DATE($day) }
fact-source = Source
fact-address = Address
fact-digest = Digest of the report (SHA-256)
fact-speaker = Speaker
fact-capacity = Capacity
fact-place = Place
fact-occasion = Occasion
fact-audience = To whom
fact-doubtful = Why the attribution is doubtful
fact-confirmed = Confirmed by
fact-day = Day
fact-closed = Closed
words-heading = The words in their place
words-in-place = The paragraphs of the report in which the words stand; the rest is left out.
words-without-report = The report itself is not at hand here, so that the words cannot be shown in their place. They are those that were confirmed.
quote-direct = the speaker’s own words, in quotation marks
quote-told = the report tells them in its own speech
drafts-heading = The draft they led to
drafts-none = No draft rests on these words.
tab-drafted = Drafted from these words
tab-hypothetical = Hypothetical; prepared by software, proposed by no party
draft-adopted = The provision is in the adopted text.
draft-open = Not adopted yet.
draft-never-tabled = It rests on a real report and cannot be tabled.
draft-in-text = The provision in the text
levels-heading = As what they are held
levels-note = Every statement begins as the report of one. No program raises it; an act with its grounds does, and each view stands beside the others.
levels-none = Held to be the report of a statement; nobody has recorded another view.
view-of-record = the record
answers-heading = Accusation and answers
accused = Accused: { $name }.
accusation-note = This register does not judge accusations.
answers-none = No answer is recorded up to this day.
repetitions-heading = Said again
again-claimed = Claimed: { $who } is said to have repeated it. No source of that is recorded.
again-borne-out = Claimed, and borne out by a source: { $who }
again-sourced = Said again, from its own source: { $who }
somebody-unnamed = somebody whose name is not public
again-where = Where that stands
led-to-nothing = No draft rests on it: nothing of it binds.
led-to-draft = A draft rests on it; it is not adopted, and does not bind.
led-to-adopted = A provision of an adopted text rests on it.
led-to-force = A provision that is in force rests on it, since { DATE($day) }.
day-unknown = day not known
flag-fictional = fictional source, for an exercise
flag-doubtful = doubtful attribution
flag-offer = an offer, no assurance
flag-contested = held differently by some
trouble-no-statement = No confirmed statement “{ $id }” is public on this day.
said-assurance = Assurance
said-readiness = Readiness to give one
said-proposal = Proposal
said-denial = Denial
said-accusation = Accusation
said-condition = Condition
said-report = Tells of a meeting
said-other = Other
level-report = Report of a statement
level-with-capacity = Statement of a person with capacity
level-unilateral-assurance = Unilateral assurance
level-readiness = Readiness: an offer
capacity-head-of-state = Head of State
capacity-head-of-government = Head of Government
capacity-foreign-minister = Minister for Foreign Affairs
capacity-head-of-mission = Head of mission
capacity-accredited-representative = Accredited representative
capacity-full-powers = Holder of full powers
capacity-official = Holder of another office
capacity-body = A body that speaks as such
capacity-unknown = Not known

## Meetings
meetings = Meetings
next-meetings = All meetings
meetings-lead = Who met, what was taken up and what was left, which points were cleared, and what was understood.
meetings-none = No meeting has been recorded up to this day.
trouble-no-meeting = No meeting “{ $id }” is recorded up to this day.
count-delegations = { $count ->
    [one] 1 delegation
   *[other] { NUM($count) } delegations
  }
count-minutes = { $count ->
    [0] no time
    [one] 1 minute
   *[other] { NUM($count) } minutes
  }
left-days = { $count ->
    [0] today
    [one] 1 day
   *[other] { NUM($count) } days
  }
share-of-time = { NUM($count) } % of all time
not-closed = not yet
delegations-heading = Delegations
delegations-none = No delegation is recorded as present.
absent = Seated at the conference, not recorded here:
agenda-heading = Agenda
agenda-note = Every item keeps its place. Time and days follow from the acts that took an item up; what was left is seen.
agenda-of-meeting = The whole agenda, with the time that this meeting gave to each item.
agenda-none = The conference has no agenda.
column-item = Item
column-time = Time given
column-left = Since last taken up
column-result = Result
item-open = open
not-taken-up = not taken up
clarifications-heading = Points that were understood differently
clarifications-none = No point was cleared here.
answered = Answer of
reading-open = Open: no reading is agreed.
reading-agreed = Agreed interpretation (VCLT art. 31(3)(a)): “{ $reading }”
reading-preparatory = Preparatory work (VCLT art. 32): “{ $reading }”. Not recorded by { $lacking }.
understandings-heading = Understandings
understandings-none = No understanding is recorded here.
understanding-reached = Reached among { $among }; all have affirmed it.
understanding-claimed = Said to have been reached among { $among }; not affirmed by { $lacking }.
carried = Carried into the text:

## The adopted text
text-heading = The text
text-read = Read the adopted text
text-title = Text: { $name }
text-lead = Adopted on { DATE($day) } at { $place }.
text-none = The text of this treaty was not adopted in this register by this day, so that it is not kept here.
text-not-at-hand = The text was adopted; its document is not at hand here.
text-authentic = Authentic: { $languages }.
text-lacking = Not deposited: { $languages }.
side-by-side = side by side
show-languages = Show:
provision-missing = This language has no such provision.
origin-question = Where does this come from?

## From the front page
words-to-law = What was said, what was written, and what is still missing for it to bind
home-words = The words
home-draft = The draft they led to
home-missing = What is still missing
home-read = Read the words in their source
home-statements = Statements
count-statements = { $count ->
    [one] 1 statement
   *[other] { NUM($count) } statements
  }
lack-draft = A draft that rests on the words
lack-adoption = Adoption of the text
lack-force = Entry into force: see what it lacks
lack-signature = Then signature and consent
have-draft = A provision was drafted from the words
have-adoption = The text was adopted on { DATE($day) }
have-force = In force since { DATE($day) }
