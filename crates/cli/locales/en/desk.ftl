## The register place and its desk: what is made, recorded, verified, and why it is not.

exercise-notice = EXERCISE: nothing in this register has legal effect.
init-exercise-origin = an origin that ends in /exercise says that nothing in the register has legal effect
init-exercise-origin-hint = make it with --exercise, or give a real register another origin
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
server-address = the setting “store” is no address of a database
server-address-hint = write it as postgres://USER@HOST/DATABASE, or as postgres:///DATABASE?host=/run/postgresql for a socket
server-password = the address of the database holds a password; it is not used, and not repeated here
server-password-hint = take it out, and put it into the file that PGPASSFILE names, readable by you alone: HOST:PORT:DATABASE:USER:PASSWORD
server-remote = the database is on another machine, and its address does not say by whom that machine is verified
server-unverified = the address of the database asks for an encryption that verifies nobody, or for a file without an absolute path
server-remote-hint = end the address with ?sslmode=verify-full&sslrootcert=FILE, the certificates of the authority that vouches for the server, in PEM
server-unreachable = the database does not answer: { $why }
server-unreachable-hint = does the server run, and may this user connect? `psql` with the same address says more
server-unsafe = the server has { $setting } = { $found }, and a ledger needs { $wanted }: an entry that was committed could be lost
server-foreign = the database has a schema “sponsio” that is not of Sponsio, or none yet
server-newer = the database was written by a later Sponsio
server-taken = the database has a log { $origin } already; nothing was made
server-taken-hint = another server joins it with a copy of that register's folder, without “log” and “lock”
server-dumped = the ledger lies on a server, whose own programs make and restore its copies; nothing was done
server-dump-hint = `pg_dump --format=custom --schema=sponsio --file=FILE "{ $address }"` copies it while others record; lock and secret key are not in it
server-undump-hint = `pg_restore --exit-on-error --single-transaction --dbname="{ $address }" FILE` into an empty database restores it; then `sponsio doctor`
server-not-built = this program was built without PostgreSQL
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
desk-superseded = another server has taken over; nothing was recorded
desk-superseded-hint = start again: who starts joins the turn of those who are there
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
init-store = Database
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

take-over-done = This register is in turn { NUM($turn) } now: servers that were opened before record and sign nothing more. Start them again; they join.
export-done = { NUM($files) } files of the log and { NUM($documents) } documents are copied to { $path }.
export-next = Verify the copy with `sponsio log verify { $path } --policy { $policy }`.

verify-done = Verified: all { NUM($count) } entries, every file and every signature over the log.
verify-log = Log
verify-root = Root
verify-witnesses = Witnesses
verify-no-witness = none has cosigned this checkpoint, and the policy asks for none
verify-register = Register
verify-content = Content
verify-holds = { $treaties ->
    [one] 1 treaty
   *[other] { NUM($treaties) } treaties
  }, { $acts ->
    [one] 1 act
   *[other] { NUM($acts) } acts
  }
verify-not-computed = not computed: { $count ->
    [one] a document that it needs is
   *[other] { NUM($count) } documents that it needs are
  } not beside the log
verify-absent = { NUM($count) } documents that acts name are not beside the log.
verify-surplus = { NUM($count) } files are there that a log of this size does not have.
verify-unknown = { NUM($count) } signatures over acts could not be judged here.
verify-confidential = { NUM($count) } acts are confidential: only that they were recorded, and when, can be seen.
verdict-law = refused: entry { NUM($seq) } says what no register can take: { $why }
fault-no-folder-here = there is no folder { $path }

desk-no-such-entry = the log has no entry { NUM($seq) }
desk-public = entry { NUM($seq) } is public: there is nothing to disclose
desk-erased = what lay behind entry { NUM($seq) } was erased, or was never kept here
desk-no-text = { $path } is no text in UTF-8
desk-no-code = “{ $code }” can be no code: it is written like ARD or X-EU
desk-no-id = the head of { $path } names no identifier: add a line “id …”
desk-no-language = say in which language it is: { $given }:fr
desk-table-faults = { $path } has faults; nothing was recorded
desk-unpublished = warning: it is recorded and not yet published: { $why }
desk-not-witnessed = it is published, but the witnesses have not cosigned yet

record-done = Recorded as entry { NUM($seq) }: { $what }.
record-repeated = Already recorded as entry { NUM($seq) }: { $what }. Nothing was written.
record-rehearsed = Nothing was written. It would be recorded: { $what }.
record-confidential = It is confidential: the log shows that something was recorded, and when. It counts in the register when it is disclosed.
record-mark = Mark
record-leaf = Leaf
record-instant = Recorded
record-level = Level
record-signed-by = Signed by
record-test-key = the key { $key }: a test, no legal effect
desk-test-key = a bare key signs nothing outside an exercise: nobody else knows who holds it
desk-test-key-hint = bring the signed instrument with --document
record-remark = Remark: { $sentence }
record-changes = Changes in { $treaty } (before → then):
record-no-change = It changes no status.
level-recorded = recorded: durable in the database
level-published = published: in a signed checkpoint
level-witnessed = witnessed: cosigned as the policy asks
what-act = { $treaty }, { $who }: { $act }, { DATE($day) }
what-participant = { $name } ({ $code }), { $kind }
what-treaty = { $treaty }
what-policies = the policies of a depositary
what-table = the table { $path }

receipt-made = The proof of entry { NUM($seq) } is in { $proof }, the entry in { $entry }.
receipt-verified = Verified: entry { NUM($seq) } is in the log { $log }, among its { NUM($size) } entries, under the root { $root }.
bundle-made = The bundle is in { $path } ({ NUM($bytes) } bytes).
bundle-no-digest = “{ $digest }” is no digest: it is written sha256: and 64 hexadecimal digits
bundle-act = Verified: entry { NUM($seq) } is in the log.
bundle-document = Verified: { $digest } is a document that entry { NUM($seq) } names.
bundle-status = Verified: the acts are in the log, and the law, run again here, comes to the state that the bundle claims.
bundle-checkpoint = Checkpoint
bundle-size = over { NUM($size) } entries
bundle-signatures = Signatures
bundle-signatures-judged = { $verified ->
    [one] 1 over an act verifies
   *[other] { NUM($verified) } over acts verify
  } with the keys enclosed, { NUM($unknown) } not judged
bundle-signatures-whose = Whose keys they are is not known here.
bundle-documents = Documents
bundle-documents-here = { $named ->
    [one] 1 is named
   *[other] { NUM($named) } are named
  }, { NUM($here) } here
bundle-contested = { $count ->
    [one] 1 act was
   *[other] { NUM($count) } acts were
  } received although the law, as known here, refuses it.
bundle-proves = That nothing else concerns this treaty up to that checkpoint is the log's own signed statement, which every mirror can check; only a full copy of the log proves it outright.
backup-made = { NUM($size) } entries are copied to { $path }, and read again there. The lock and the secret key are not in it.
restore-verified = { $path } is sound: { NUM($size) } entries, whose root is the stored one.
restore-done = { $path } is put in place: { NUM($size) } entries, whose root is the stored one.
restore-lacks = the copy has { NUM($size) } entries; { NUM($lacks) } more were signed
grade-sound = sound
grade-warning = warning
grade-defect = defect
doctor-defects = { $count ->
    [one] 1 part of the register is
   *[other] { NUM($count) } parts of the register are
  } defective
doctor-server = Server
doctor-server-sound = PostgreSQL { $version }: { $settings }; its pages carry checksums
doctor-server-unchecked = PostgreSQL { $version }: { $settings }; its pages carry no checksums, so that a page changed by the disk is not noticed at once (`pg_checksums --enable`)
doctor-store = Store
doctor-key = Key
doctor-log = Public log
doctor-publication = Publication
doctor-lock = Lock
doctor-clock = Clock
doctor-witness = Witnesses
doctor-space = Space
doctor-store-sound = { NUM($size) } entries were read; their root is the stored one, { $root }
doctor-key-plain = it is the log's and readable by its owner alone; its file is not encrypted
doctor-key-open = others than its owner can read or change its file; `chmod 600` closes it
doctor-key-other = it is not the key that the policy names
doctor-log-sound = all files are what the { NUM($size) } entries give
doctor-published = all { NUM($size) } entries are published
doctor-unpublished = { NUM($published) } of { NUM($size) } entries are published; the next command that records publishes the rest
doctor-rollback = { NUM($published) } entries are published, but the database has { NUM($size) }: it is an old copy
doctor-lock-none = it holds no checkpoint: an old copy of the register could not be told from the register
doctor-lock-differs = it holds another checkpoint than the one that is published
doctor-lock-beside = it holds the published checkpoint, but lies on the same volume as the register
doctor-lock-sound = it holds the published checkpoint, on a volume of its own
doctor-clock-sound = it is not behind the last entry, { $last }
doctor-clock-behind = it is behind the last entry, { $last }: nothing can be recorded
doctor-clock-exercise = it is behind the last entry of the exercise, { $last }: give --now to record
doctor-no-witness = the policy names none: nobody else watches this log
doctor-few-witnesses = { NUM($seen) } of { NUM($asked) } have cosigned the published checkpoint
doctor-witnesses = all { NUM($asked) } have cosigned the published checkpoint
doctor-free = { NUM($megabytes) } MB are free
