## The office behind the desk: keys, observers, confirmations, erasure, healing.

passphrase-prompt = Passphrase of the log's key:{" "}
passphrase-prompt-new = New passphrase:{" "}
passphrase-prompt-again = The same once more:{" "}
passphrase-nobody = the key is encrypted or is to be, and there is no terminal to ask for its passphrase
passphrase-nobody-hint = name a file with --passphrase-file or in SPONSIO_PASSPHRASE_FILE; `init` and `key make` take --no-passphrase
passphrase-empty = { $path } holds no passphrase: it is the first line of the file
passphrase-short = a passphrase has at least { NUM($least) } characters; nothing was changed
passphrase-differ = the two passphrases differ; nothing was changed
passphrase-wrong = { $path } is encrypted with another passphrase
key-unsealed = the key could not be encrypted; nothing was changed
key-sealed = { $path } is encrypted with its new passphrase.
key-opened = { $path } is not encrypted any more: whoever reads it can sign for this office.
key-rehearsed = Nothing was changed. The key in { $path } can be read, and its passphrase would be set.
key-no-recovery = the first entry of the log names no key for recovery: nobody can revoke its key
key-no-recovery-hint = pass the log on to a fresh key with `sponsio log rotate`; if the key was lost, begin a successor log
key-other-recovery = this is not the key for recovery that the log names: { $key }
desk-keys = { $why }; nothing was recorded
desk-not-published = entry { NUM($seq) } is recorded and not yet published: nothing proves it so far
desk-not-published-hint = the next command that records publishes it
desk-heads-behind = something was recorded after the heads of the streams were named last; naming them is recording
desk-heads-behind-hint = whoever records names them daily and after every 1,000 entries
desk-unconfirmed = the lock is lost and no observer answers: nobody outside can say what was signed last, and nothing is signed
desk-unconfirmed-hint = put the lock back, or have two officers confirm: `sponsio confirm lock --officer o-… --officer o-… --reason …`
desk-confirm-clock-hint = if the clock is right and the last entry was stamped by a wrong one, two officers confirm it: `sponsio confirm clock`
desk-rollback-heal-hint = `sponsio log heal --from URL` brings them back
desk-no-observer-hint = `sponsio observer add` names who is asked, and --quorum how many must have cosigned
desk-absent-hint = { $name } has not cosigned: { $why }

observer-twice = { $name } is an observer already; nothing was changed
observer-no-such = no observer is named { $name }; `sponsio observer list` names them
observer-quorum = { NUM($wanted) } cosignatures cannot be had of { NUM($count) } observers; nothing was changed
observer-own-quorum = the policy has a quorum of its own; say in the file { $path } where the observer counts
observer-unfit = what would be written cannot be read: { $why }; nothing was changed
observer-no-cosigner = the key of { $name } does not cosign
observer-no-cosigner-hint = a witness or mirror prints its key with `sponsio witness key` or `sponsio mirror key`
observer-changed = Done. The policy in { $path } is now:
observer-rehearsed = Nothing was changed. The policy in { $path } would be:
observer-none = No observer is named: nobody else watches this log.
observer-name = Name
observer-duty = Duty
observer-url = Address
observer-cosigned = Cosigned
observer-witness = witness
observer-mirror = mirror
observer-yes = yes
observer-no = not yet
config-observer = observer { $place }: { $why }

heal-done = Entries { NUM($first) } to { NUM($last) } are back, each verified against the log's own checkpoint; the log has { NUM($size) } again.
heal-rehearsed = Nothing was written. Entries { NUM($first) } to { NUM($last) } are missing; the mirror has all { NUM($size) } under the log's own signature.
heal-absent = The mirror does not have these documents; they come from a backup: { $documents }.
heal-failed = nothing was healed, or not everything: { $why }
heal-not-behind = nothing is missing: the mirror has { NUM($known) } entries, the register { NUM($size) }
heal-parted = the register's { NUM($size) } entries are not the beginning of what the mirror has; nothing was appended
heal-parted-hint = two histories bear the log's signature: keep both, and let a monitor say which one was witnessed

rotate-done = Recorded as entry { NUM($seq) }: the log passes on to a fresh key. Both keys sign for 90 days; the policy names both.
rotate-rehearsed = Nothing was written. A fresh key would be made, named in the log by an act that both keys sign, and sign from then on.
rotate-from = Key before
rotate-to = Key now
revoke-done = Recorded as entry { NUM($seq) }: the lost key is revoked. Its successor signs alone; the policy names it.
revoke-rehearsed = Nothing was written. A fresh key would be made and succeed the lost one by an act that the key for recovery signs.
chain-rotated = Key: entry { NUM($seq) } passes the log on from { $from } to { $to }.
chain-revoked = Key: entry { NUM($seq) } revokes { $from }, lost since { $since } and good up to { NUM($good) } entries; { $to } succeeds it.

confirm-done = Confirmed by { $officers }, recorded as entry { NUM($seq) }.
confirm-rehearsed-lock = Nothing was written. { $officers } would confirm that the log may be signed as it stands: { NUM($size) } entries under the root { $root }.
confirm-rehearsed-clock = Nothing was written. { $officers } would confirm that acts may be recorded after { NUM($size) } entries (root { $root }) although the clock is behind.
confirm-no-need-lock = the lock is there: there is nothing to confirm
confirm-no-need-clock = the clock is not behind the last entry: there is nothing to confirm
confirm-two = two different officers confirm, each named by --officer; nothing was recorded
confirm-no-pseudonym = an officer is named by a pseudonym, written o- and a word
confirm-no-reason = say the reason; nothing was recorded

erase-done = What lay behind entry { NUM($seq) } is erased, salt and bytes. The entry stays; nobody can prove or guess any more what it held.
erase-rehearsed = Nothing was erased. What lies behind entry { NUM($seq) } would be, salt and bytes; the entry would stay.
erase-backups = Not reached: backups that were made before. Destroy them, or keep them until they are destroyed in their turn.
erase-openings = Not reached: openings and letters that were given out. Mirrors and witnesses never had more than the commitment.
erase-storage = Not reached: older blocks that the file system, its snapshots or the disk still hold.
erase-documents = Not erased: documents that the act names, for documents are kept for good: { $documents }.
init-no-recovery = --recovery is no public key: { $why }
init-no-recovery-hint = `sponsio key make FILE --name NAME` makes one and prints it
init-key-sealed = The secret key is encrypted with your passphrase. Nobody can restore it: keep a copy of both apart from each other and from the register.
what-notification = notification { NUM($number) } concerning { $treaty }, to { $count ->
    [one] 1 addressee
   *[other] { NUM($count) } addressees
  }; the letters wait in the outbox
what-acknowledgement = { $who } confirms that the notification reached it
what-disclosure = the act behind entry { NUM($of) } is disclosed to all
record-cosigned = Cosigned by
record-absent = Not yet
record-absent-why = { $name } ({ $why })
doctor-key-sealed = its file is encrypted with a passphrase; with --passphrase-file the key in it is compared with the policy
doctor-key-sealed-sound = it is the log's, encrypted with a passphrase, and readable by its owner alone
doctor-holdings = Beside the entries
doctor-holdings-sound = { $documents ->
    [0] no document is named
    [one] 1 document is as it is named
   *[other] { NUM($documents) } documents are as they are named
  }; { $confidential ->
    [0] no act is confidential
   *[other] of the confidential acts { NUM($sealed) } open their commitments and { NUM($erased) } are erased or elsewhere
  }; the checkpoint over { NUM($signed) } entries is theirs
doctor-holdings-absent = { $count ->
    [one] a document that an act names is
   *[other] { NUM($count) } documents that acts name are
  } not kept here, such as { $digest }; bring it back from a backup or from whoever brought it
doctor-holdings-damaged = { $what }{ $more ->
    [0] {""}
   *[other] {" "}(and { NUM($more) } more)
  }; bring it back from a backup
doctor-indexes = Indexes
doctor-indexes-sound = every index leads to its rows, and every row is in its indexes
doctor-indexes-damaged = the database is damaged: { $what }
doctor-observer-not-counted = the policy does not count { $name }, who is asked

# Accounts of the desk in a browser.
account-invited = { $name } may sign in as { $roles } ({ $scope }). By this link a passkey is made, once and within three days:
account-would-invite = { $name } would be invited as { $roles } ({ $scope }). Nothing was changed.
account-revoked = The account { $name } is revoked; its sessions have ended.
account-would-revoke = The account { $name } would be revoked. Nothing was changed.
account-none = There is no account { $name }
account-no-one = There is no account yet. `sponsio account invite` makes the first.
account-pseudonym = `{ $name }` is no pseudonym: `o-` and then small letters, digits and hyphens
account-failed = The accounts cannot be used: { $why }
account-officer = Pseudonym
account-name = Name
account-roles = Roles
account-passkeys = Passkeys
account-revoked-at = revoked { $at }
serve-desk = Desk at { $address }
serve-origin = Sign in at { $origin }/sign-in
serve-no-origin = `{ $origin }` can be no address of a desk: it is https and a host name, or http://localhost
serve-no-ledger = A folder of tables has no desk; `sponsio init` makes a register that is kept as a ledger
