# Programs: tokens, what they are answered, webhooks, and the page of whoever keeps all that.
token-heading = Tokens for programs
token-lead = A program with a token brings instruments, corrections and notifications into the inbox, and reads what became of them. It neither proposes nor confirms, and records nothing.
token-none = There is no token.
token-name = Name
token-name-hint = What the program is called; it stands beside what it brings
token-allows = Allows
token-where = Where
token-register = the whole register
token-days = How long
token-lasts = { $count ->
    [one] 1 day
   *[other] { NUM($count) } days
}
token-expires = Ends
token-enter = enter what was received
token-read-inbox = read the inbox
token-make = Make a token
token-make-lead = Your passkey says that it is you. The token is then shown once.
token-made = The token is made
token-made-lead = It is shown once, and kept nowhere but where you put it. Whoever has it acts in your name as far as it allows.
token-fault = A token needs a name, at least one thing that it allows, and a place at which you may do that yourself
item-token = Brought by the token

problem-no-token = No token came with the request, or none that is known and has not ended
problem-not-allowed = The token does not allow this here
problem-no-such-act = No act of this log has the mark { $id }
problem-not-json = The body is application/json, and is not packed
problem-too-large = The body has at most 64 KiB
problem-no-idempotency-key = An Idempotency-Key is one, of 1 to 255 visible ASCII characters
problem-idempotency-conflict = Something else was sent under this Idempotency-Key within the last 24 hours
problem-too-often = This account asks too often; ask again after the time in Retry-After
problem-too-many-waiting = As much of this token waits in the inbox as may wait; officers must work it off first
problem-unavailable = Something cannot be read or written now; try again later
problem-no-json = The body is not JSON
problem-no-object = The body is a JSON object
problem-unknown-member = There is no such member here
problem-no-text = The member is a text
problem-missing-member = The member must be there and say something
problem-too-long = The text is longer than it may be

api-writes = What a program with a token can bring
api-writes-lead = At the address of the desk, with “Authorization: Bearer” and a token of an account. Nothing is recorded by it: it waits in the inbox until two officers have asserted it with their passkeys.
api-rule-once = What is sent with an Idempotency-Key is entered once in 24 hours, however often it is sent.
api-instruments = Bring an instrument of consent
api-corrections = Bring a correction of a date
api-notifications = Bring a notification of an act
api-motions = What waits in the inbox
api-motion = One thing that waits or waited, and what became of it

admin-menu = Administration
admin-heading = Administration
admin-lead = What keeps the desk running. Nothing here has legal power, and nothing of it is in the log.
admin-health = Health and backups
admin-desk = The desk
admin-records = records
admin-stopped = records nothing any more: { $why }
admin-recorded = Entries recorded
admin-published = Entries published
admin-backup = Last backup
admin-never = None is noted; sponsio backup makes one
admin-copied = { $when }; { $count ->
    [0] nothing was recorded since
    [one] 1 entry since
   *[other] { NUM($count) } entries since
}
admin-users = Accounts
admin-name = Name
admin-revoked = revoked { $when }
admin-users-how = Accounts are invited and revoked with
admin-tokens-how = Tokens are made in the profile of their account, and made and revoked with
admin-hooks = Webhooks
admin-hooks-none = Nobody is told of acts.
admin-hooks-how = Addresses are added, tried out, resumed and removed with
admin-where = Where
admin-events = Events
admin-all = all
admin-next = Next entry
admin-stands = Stands
admin-goes = goes on
admin-fails = fails; tried again { $when }
admin-rests = rests since { $when }
admin-sent = Last attempts
admin-hook = Webhook
admin-entry = Entry
admin-event = Event
admin-came = What came of it
admin-taken = taken ({ $status })
admin-in-vain = In vain:
admin-languages = Languages
admin-language = Language
admin-missing = Missing sentences

entry-instrument = The instrument itself
entry-instrument-hint = A PDF of at most 50 MB; it becomes the document of the act, and public with it
fault-no-pdf = The file is no PDF
fault-polyglot = The file is a PDF and something else as well; ask for a plain one
fault-broken = The file cannot be read as a PDF; it may be cut off
fault-too-much = Examining the file takes more time or memory than is given
fault-unexamined = The file could not be examined now; try again later
pdf-heading = The instrument itself
pdf-lead = What was found in the file, as facts. Whether it is in due and proper form, the officer decides; no signature was verified.
pdf-name = Name of the file
pdf-size = Bytes
pdf-version = PDF version
pdf-pages = Pages
pdf-signatures = Signatures in the file
pdf-encrypted = Encrypted
pdf-scripts = Scripts or actions
pdf-attachments = Attachments
pdf-yes = yes
pdf-no = no
pdf-get = Get the file
