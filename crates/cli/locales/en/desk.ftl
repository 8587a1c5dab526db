## The register place and its desk: what is made, recorded, verified, and why it is not.

exercise-notice = EXERCISE: nothing in this register has legal effect.
exercise-origin = An exercise says so in its name: the origin is { $origin }.

place-not-found = there is no register in { $path }
place-not-found-hint = `sponsio init { $path } --origin NAME --title TITLE` makes one
place-taken = { $path } is there already; nothing was changed
place-origin = “{ $origin }” can be no origin: it is one word without spaces and without “+”
place-key = { $path } holds no key of a log
place-policy = { $path } is no policy: { $why }
place-storage = the storage does not answer: { $why }
config-unknown = the setting “{ $key }” is unknown
config-no-text = the setting “{ $key }” is missing or is no text
store-held = { $known ->
    [yes] process { $pid } has the register open to write
   *[no] another process has the register open to write
  }; nothing was written
store-held-hint = wait until it ends; questions can be asked meanwhile
store-network = { $path } lies on a network file system ({ $kind }); a ledger needs a local disk
store-foreign = { $path } is not a database of Sponsio
store-newer = { $path } was written by a later Sponsio
hint-doctor = `sponsio doctor` examines every part of the register

desk-real-clock = only an exercise takes --now; a real register receives acts by the clock
desk-id-reused = the mark { $id } is taken by entry { $seq }, which says something else; nothing was recorded
desk-id-reused-hint = give another --id, or none
desk-stale = the register has { $size } entries and not { $expected }: it has moved on
desk-busy = too many acts are waiting; try again in a second
desk-clock = the clock says { $now }, but the last entry was recorded at { $last }; nothing was recorded
desk-clock-hint = set the clock right; in an exercise give --now with that instant or a later one
desk-rollback = a checkpoint over { $known } entries was signed, but the database has { $size }: it is an old copy, and nothing is signed
desk-rollback-hint = fetch the missing entries from a mirror; never sign a second history
desk-key = the log's key cannot be used: { $why }
desk-stopped = the desk records nothing any more: { $why }
desk-not-open = the register is not open: its first entry is missing
desk-open-already = the register is open already
desk-no-document = the document { $digest } is neither given nor kept
desk-received = it was received on { $received }, not on { $stated }
desk-mandate = the office { $office } may not bring “{ $kind }”
desk-zone = “{ $zone }” is no time zone
desk-zone-hint = give a name of the IANA tables, such as Europe/Istanbul
desk-no-reason = a correction says its reason; nothing was recorded
desk-no-such-act = the register has no act with the mark { $mark }
desk-no-such-act-hint = `sponsio log show` lists the acts with their marks
desk-not-confidential = “{ $kind }” cannot be confidential: other acts rest on it
desk-form = it cannot be recorded: { $why }
desk-twice = { $name } is in the register already; nothing was recorded
desk-clauses = the clauses have { $count ->
    [one] an error
   *[other] { NUM($count) } errors
  }; nothing was recorded
desk-other-treaty = the head of the clauses names { $id }
desk-blocks = one block of a depositary is set at a time; the file has { NUM($count) }

verdict-refused = refused: { $why }
verdict-incomplete = incomplete: { $what }

init-made = The register “{ $title }” is made in { $path }.
init-origin = Origin
init-zone = Calendar
init-vkey = Public key
init-key = Secret key
init-lock = Lock
init-policy = Policy
init-key-plain = The secret key is not encrypted: whoever reads its file can sign for this office. Keep it in no backup of the register.
init-lock-beside = The lock lies beside the register; on another volume it would tell an old copy of the register from the register itself.
init-next = Next: `sponsio participant add CODE NAME --register { $path }`, or `sponsio import FOLDER --register { $path }`.

import-no-folder = { $path } is kept as a ledger; only a folder of tables is imported
import-done = { $recorded ->
    [one] 1 entry was recorded
   *[other] { NUM($recorded) } entries were recorded
  }, { NUM($repeated) } were there before; the log has { NUM($size) }.

log-seq = Entry
log-recorded = Recorded
log-what = What
log-mark = Mark
log-confidential = confidential ({ $visibility ->
    [parties] for the parties
   *[sealed] sealed
  })

export-done = { NUM($files) } files of the log and { NUM($documents) } documents are copied to { $path }.
export-next = Verify the copy with `sponsio log verify { $path } --policy { $policy }`.

verify-done = Verified: all { NUM($count) } entries, every file and every signature over the log.
verify-log = Log
verify-root = Root
verify-witnesses = Witnesses
verify-no-witness = none has cosigned this checkpoint, and the policy asks for none
verify-register = Register
verify-content = Content
verify-holds = { NUM($treaties) } treaties, { NUM($acts) } acts
verify-absent = { NUM($count) } documents that acts name are not beside the log.
verify-surplus = { NUM($count) } files are there that a log of this size does not have.
verify-unknown = { NUM($count) } signatures over acts could not be judged here.
verify-confidential = { NUM($count) } acts are confidential: only that they were recorded, and when, can be seen.
verdict-law = refused: entry { NUM($seq) } says what no register can take: { $why }
fault-no-folder-here = there is no folder { $path }
