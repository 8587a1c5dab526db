# The negotiation room: reading, drafting, comparing, tabling, answering, presiding.
rooms-heading = Negotiations
rooms-lead = The conferences whose room is open to you.
rooms-none = No room is open to you. Whoever keeps the accounts grants a role in a conference.
rooms-adopted = text adopted
rooms-no-round = no round has begun
rooms-open = round { $round } is open
rooms-closed = round { $round } is over

room-local = { $day }, { $time } ({ $zone }, UTC{ $offset })
room-left = { $first } { $second } left
room-days = { $count ->
    [one] 1 day
   *[other] { NUM($count) } days
}
room-hours = { $count ->
    [one] 1 hour
   *[other] { $count } hours
}
room-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
room-percent = { $count }%

room-lead = { $count ->
    [one] 1 delegation
   *[other] { NUM($count) } delegations
}; authentic languages: { $languages }. Brackets are computed from the texts of the delegations, never written by hand.
room-reads-presidency = You read as the presidency: the papers of all.
room-reads-public = You read what the public log shows.
room-reads-delegation = You read as the delegation of { $name }.
room-reads-unseated = { $name } is not seated in this conference: you read what the public log shows.
room-read-noted = What you read here in confidence is written down, with your pseudonym and the time.
room-as-of = Entries of the log at this page:
room-empty-text = Round 1 has not begun. There is no text yet: the secretariat makes the first revision of it, from a base text or a model.
room-empty-round = Round 1 has not begun. Below stands the text on which it will open.
room-no-access = The text of this round is not yours to read, or is not kept in this language.
room-ended = Your session has ended.
room-streams = Eight rooms of this session are live already. Close one; this page is shown as it was when it was loaded.

room-round = Round
room-round-name = Round { $name }
room-state-open = open
room-state-closed = closed, not published
room-state-published = published
room-state-archived = archived
room-closes = Closes
room-computed = Computed at
room-passed = How much of the time of the round has passed
room-open = Open
room-places = { $count ->
    [0] nothing
    [one] 1 place
   *[other] { NUM($count) } places
}
room-readings = { $count ->
    [0] no rival reading
    [one] 1 rival reading
   *[other] { NUM($count) } rival readings
}
room-unbracketed = Provisions without brackets
room-unbracketed-note = Unbracketed does not mean agreed.
room-sealed-count = { $count ->
    [one] 1 of them sealed for you
   *[other] { NUM($count) } of them sealed for you
}
room-on-page = On this page
room-text = Rolling text
room-left-out = { $count ->
    [one] 1 live proposal is not in this text: its words are sealed for you, or in another language.
   *[other] { NUM($count) } live proposals are not in this text: their words are sealed for you, or in another language.
}
room-no-text = no text
room-base = base
room-alternative = Alt { $letter }
room-moved = To stand after { $after }
room-restructured = To be divided, joined or numbered anew
room-tag-bracketed = { $count ->
    [one] bracketed: 1 place
   *[other] bracketed: { NUM($count) } places
}
room-tag-deletion = deletion proposed
room-tag-alternatives = alternatives
room-tag-inserted = newly proposed
room-tag-unbracketed = unbracketed
room-tag-agreed = agreed
room-tag-ad-referendum = ad referendum
room-tag-silence = in silence procedure

room-silence = Silence procedure:
room-silence-until = Adopted if no written objection is received before
room-silence-rule = What counts is the instant of receipt, to the second.
room-silence-frozen = Frozen text:
room-silence-expired = It ran out unbroken; the presidency records its outcome.
room-silence-broken = Broken by { $name } on { $when }.
room-silence-adoption = Adoption of the text
room-silence-provision = { $name }, { $language }
room-silence-decision = Another decision, in words

room-selected = Provision { $name }
room-choose = No provision chosen
room-choose-lead = Choose the number of a provision in the text to see what was proposed on it, and to propose.
room-id = Permanent id
room-no-proposal-here = Nothing was proposed on it that you may read.
room-propose = Propose
room-way-replace = Other words
room-way-insert-after = A new provision after it
room-way-delete = No text
room-proposals = Proposals
room-no-proposal = Nothing has been tabled in this round.
room-sealed = Sealed: read by those to whom it is addressed, until the round is published.
room-ended-tag = ended
room-goes = goes:
room-comes = comes:
room-addressed = Addressed to
room-to-all = all delegations
room-not-conveyed = not yet conveyed
room-joined = Joined by
room-acknowledged = Acknowledged by
room-answers = Answers
room-nobody = nobody yet
room-sealed-answer = sealed
room-disposition = Disposition
room-undisposed = none yet
room-end-withdrawn = Withdrawn
room-end-superseded = Replaced by a later one
outcome-absorbed = Taken into a revision
outcome-accepted-ad-referendum = Accepted ad referendum
outcome-agreed = Agreed
outcome-not-pursued = Not pursued

room-positions = Positions
room-positions-on = Positions on { $name }
room-no-positions = Nothing is contested that you may read.
room-positions-note = In the text the marks follow the code: ~ can accept, ! reserves, ^ opposes. A code without a mark supports; the first named proposes. Who is silent is not taken to hold the base.
room-delegation = Delegation
room-by-group = through its group
stance-propose = proposes
stance-support = supports
stance-can-accept = can accept
stance-reserve = reserves
stance-oppose = opposes
stance-silent = silent
letter-stance-propose = P
letter-stance-support = S
letter-stance-can-accept = A
letter-stance-reserve = R
letter-stance-oppose = O
letter-stance-silent = ·

room-due = What is due
room-nothing-due = Nothing is due.
room-due-you = for you to do
room-chair = The presidency
room-due-acknowledge = Acknowledge the proposal of { $name }
room-due-close = Close round { $round }: its time is over
room-due-publish = Publish round { $round }
room-due-archive = Archive round { $round }
room-due-disposition = Dispose of the proposal of { $name }
room-due-convey = Convey the proposal of { $name }
room-due-conclude = Record the outcome of a silence procedure
room-due-announce = Announce the decision under silence at the next meeting
room-due-period = Set the period for the text of { $name }, which refused
room-due-lapsed = Set a period: the confirmation of { $name } did not come

room-change-replace = Other words for { $name }
room-change-insert-after = A new provision after { $name }
room-change-delete = No text in the place of { $name }
room-change-move = { $name } moves after { $other }
room-change-split = { $name } is divided
room-change-join = { $name } is joined with { $other }
room-draft-replace = The field holds the whole provision as it stands. Change what you want changed; the comparison shows it word by word before anything is tabled.
room-draft-insert-after = Word the new provision, with its number if it has one. Several may follow each other, each on its line.
room-draft-delete = You propose that this provision has no text. The comparison shows what goes.
room-some-words = Only some words of it
room-chosen = The words
room-chosen-hint = As they stand in the text of the round. In the text itself they can be chosen with the mouse or a finger.
room-do-other = Other words for these
room-do-strike = Strike these out
room-do-after = Insert after these
room-chosen-status = Words are chosen:
room-chosen-here = The cursor stands in the field below at the words that you chose:
room-chosen-struck = In the field below these words are struck out:
room-chosen-absent = These words do not stand so in the text that the round began with. Change the whole provision in the field below. You chose:
room-chosen-empty = No words were chosen. Change the whole provision in the field below.
room-chosen-places = These words stand there more than once. Which do you mean?
versions-heading = Versions compared
versions-lead = What went is struck through, what came is underlined twice. A round rests on a version of the text.
versions-button = Compare
versions-from = This version
versions-to = with this one
versions-name = { $number }, of { $when }
versions-name-round = { $number }, of { $when } (round { $rounds })
versions-one = The text has one version so far.
versions-same = Both say the same.
versions-none = The text of one of these versions is not kept here in this language.
versions-gone = Gone
versions-new = New
versions-label = Label: { $before } became { $after }
versions-kind = Of another kind
versions-place = Moved
room-draft-private = A draft is read by the people of your delegation alone, and is gone when it is erased or tabled.
room-words = Words
room-words-hint = As texts are written here: {"{"}@id{"}"} refers to a provision, {"{"}?name{"}"} is a blank to be filled, two asterisks around words stress them.
room-fault-empty = The field is empty: word the provision, or propose that it has no text.
room-fault-long = The words are more than 60 000 characters.
room-fault-words = Line { $line }, column { $column }: this is no text as texts are written here. Nothing was kept; correct it and save again.
room-to-compare = Save and compare
room-drafts = Drafts
room-no-draft = Your delegation has no draft here. Choose a provision in the text and propose.
room-compare = Compare before you table
room-compare-lead = What goes is struck through, what comes has a double underline. What you table is exactly this.
room-draft-tab = Draft of
room-drafted-by = Written last by
room-same-words = These are the words of the text as it stands: there is nothing to table.
room-change = Change the draft
room-reason-hint = Why; it is read by whom the proposal is addressed to
room-addressed-hint = None ticked: to all delegations. Until the round is published only those addressed read the words; that you tabled is seen by all.
room-supersedes = In the place of
room-supersedes-none = no other proposal
room-save = Save and compare again
room-erase = Erase the draft
room-erase-note = Nothing of it is kept.
room-tabled-tab = Tabled by
room-proposal-by = Proposal of { $name }
room-proposal-of = Proposal of
room-as = For
room-mark = Mark of the act:
room-what-you-do = What you can do
room-says = What you say
room-answer-words = Words of the answer
room-answer-hint = Read by the sponsors of the proposal alone until the round is published; may be empty
room-join-note = You join as a sponsor: the text is yours too.
room-withdraw-hint = It is shown in the log; may be empty
room-outcome = Outcome
room-dispose-hint = It is shown in the log
room-ask-lead = Your passkey asserts over the digest of exactly this act. It is recorded at once, is received at that second, and cannot be undone.

room-presiding = Presiding
room-presiding-lead = Each act is asserted over by whoever does it. A round is published by two.
room-rounds = Rounds
room-close-note = Closing round { $name } freezes what was tabled.
room-name = Name of the round
room-name-hint = As it stands in the log, for instance II
room-closes-utc = Closes, in UTC
room-expires-utc = Expires, in UTC
room-utc-hint = UTC, not the time of this computer; the next page shows both
room-silences = Silence
room-silence-on = Silence on
room-silence-words = The decision, in words
room-silence-words-hint = Only for another decision
room-expires = Expires
room-meeting = Meeting
room-meeting-hint = At which it was announced
room-now = It is now
room-papers = Papers that are disclosed
room-audience = Disclosed to
room-audience-public = everybody
room-audience-participants = the delegations
room-publication = Publication of round { $name }
room-publication-none = The round is closed. One officer of the presidency proposes its publication, another confirms it.
room-publication-waits = Proposed by { $officer }, { $when }. It waits for another officer.
room-publication-returned = It was returned, and can be proposed again.
room-publication-go = Go on in the room

deed-table = Table the proposal
deed-acknowledge = Acknowledge
deed-answer = Answer
deed-join = Join the proposal
deed-take-position = Take a position
deed-withdraw = Withdraw
deed-object = Object in writing
deed-convey = Convey to the addressees
deed-dispose = Dispose of it
deed-open-round = Open a round
deed-close-round = Close the round
deed-archive-round = Archive the round
deed-start-silence = Start a silence procedure
deed-conclude-silence = Record the outcome
deed-propose-publication = Propose the publication
deed-confirm-publication = Confirm the publication

fault-time = Give a day and a time
fault-name = Give it a name
fault-decision = Say the decision in words
fault-meeting = Name the meeting
fault-zone = No time zone has this name
profile-zone = Time zone
profile-zone-hint = A name of the IANA tables, as Europe/Istanbul. Deadlines are told in UTC, and in this zone beside it. Empty: in UTC alone.

readings-heading = Who has read what
readings-lead = Every reading of a confidential paper, by person, paper and day. The words of papers are not here.
readings-none = Nothing confidential has been read.
readings-paper = Act
readings-first = First that day
readings-last = Last that day
readings-times = Times
