#!/usr/bin/env python3
"""Independent verifier of Sponsio's logs. Plain Python 3.9+, standard library only; shares no code with the Rust crates.

verify.py log     POLICY LOGDIR                     every entry, every tile, the checkpoint, the quorum
verify.py receipt POLICY ENTRY PROOF                one entry against one .tlog-proof
verify.py grow    POLICY OLD_CHECKPOINT LOGDIR      LOGDIR only appends to OLD_CHECKPOINT
verify.py fork    POLICY NOTE1 NOTE2 [CONSISTENCY]  0 if the notes prove that the log showed two views
verify.py bundle  POLICY FILE                       one claim, offline
verify.py opening BUNDLE_OR_ENTRY OPENING           an opening opens the commitment of its entry
Exit codes: 0 verified; 1 with one line `FAIL: reason` or `INCOMPLETE: what`; 2 usage.
"""
import base64
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import merkle
import record
from audit import Audit, read_file
from bundle import Bundle, unpack
from entry import Entry, Keys, Opening
from note import Checkpoint, hash_lines, Policy, Proof
from verdict import Incomplete, need, Refused


def verify_log(policy, folder):
    """The whole log."""
    audit = Audit(Policy(read_file(policy)), folder)
    top = audit.checkpoint
    root = base64.b64encode(top.root).decode()
    return f"log {top.origin} of {top.size} entries, root {root}, {top.words()}{audit.remarks()}"


def verify_receipt(policy, entry, proof):
    """One entry."""
    trusted, raw, shown = Policy(read_file(policy)), read_file(entry), Proof(read_file(proof))
    top = Checkpoint(trusted, shown.note)
    known = Entry(raw, top.origin, shown.index)
    root = merkle.included(shown.index, top.size, merkle.leaf(raw), shown.path)
    need(root == top.root, "the inclusion path does not lead to the root")
    keys = Keys(trusted)
    keys.learn(known)
    unchecked = keys.check(known.act, known.sigs, known.what)
    return f"entry {known.seq} of {top.size} in {top.origin}, {top.words()}; {unchecked} signatures of the act not checked"


def verify_growth(policy, old, folder):
    """A log against a checkpoint it once had."""
    trusted = Policy(read_file(policy))
    before = Checkpoint(trusted, read_file(old))
    audit = Audit(trusted, folder, before.size)
    now = audit.checkpoint
    need(before.origin == now.origin and before.size <= now.size, "the old checkpoint is not of this log's past")
    need(audit.old_root == before.root, "the log is no continuation of the old checkpoint")
    return f"{now.origin} grew from {before.size} to {now.size} entries"


def verify_fork(policy, one, other, consistency=None):
    """Two notes that contradict each other, each validly signed by the log; no quorum is asked for a lie."""
    trusted = Policy(read_file(policy))
    notes = [Checkpoint(trusted, read_file(path), quorum=False) for path in (one, other)]
    old, new = sorted(notes, key=lambda note: note.size)
    need(old.origin == new.origin, "the notes are of two logs")
    if old.size == new.size:
        need(consistency is None, "notes of equal size need no consistency proof")
        need(old.root != new.root, "no contradiction between these notes")
        return f"fork of {old.origin}: two roots of size {old.size}"
    need(consistency is not None, "notes of different sizes need a consistency proof")
    text = read_file(consistency)
    need(text.endswith(b"\n"), "consistency: form")
    path = hash_lines(text[:-1].split(b"\n"))
    need(old.size > 0, "every log continues the empty one")
    old_root, new_root = merkle.roots_from(old.size, new.size, path)
    need(new_root == new.root, "the consistency path is not of the larger tree and proves nothing")
    need(old_root != old.root, "no contradiction between these notes")
    return f"fork of {old.origin}: the tree of size {new.size} does not continue that of size {old.size}"


def verify_bundle(policy, path):
    """One claim and everything under it."""
    shown = Bundle(Policy(read_file(policy)), read_file(path))
    words = shown.claim()
    return f"{words}; {shown.checkpoint.origin}, size {shown.checkpoint.size}, {shown.checkpoint.words()}{shown.remarks()}"


def verify_opening(where, opening):
    """A commitment. Says nothing on whether the entry is in a log: ask `receipt` or `bundle` for that."""
    raw, shown = read_file(where), Opening(read_file(opening))
    if not raw.startswith(b"{"):
        name = f"entries/{shown.seq}.json"
        members = unpack(raw)
        need(name in members, f"bundle: member {name} is missing")
        raw = members[name]
    origin = record.read(raw).get("log")
    need(type(origin) is str, "entry: no log")
    unchecked = shown.check(Entry(raw, origin, shown.seq), Keys(None))
    return f"the commitment of entry {shown.seq} opens; {unchecked} signatures of the act not checked"


COMMANDS = {
    "log": (verify_log, (2,)),
    "receipt": (verify_receipt, (3,)),
    "grow": (verify_growth, (3,)),
    "fork": (verify_fork, (3, 4)),
    "bundle": (verify_bundle, (2,)),
    "opening": (verify_opening, (2,)),
}


def verdict(arguments):
    """Returns exit code and text; nothing a file holds can raise more than that."""
    if not arguments or arguments[0] not in COMMANDS:
        return 2, __doc__.strip()
    command, counts = COMMANDS[arguments[0]]
    if len(arguments) - 1 not in counts:
        return 2, __doc__.strip()
    try:
        return 0, "OK " + command(*arguments[1:])
    except Refused as reason:
        return 1, one_line(f"FAIL: {reason}")
    except Incomplete as what:
        return 1, one_line(f"INCOMPLETE: {what}")
    except OSError as error:
        return 1, one_line(f"FAIL: {error}")


def one_line(text):
    """Returns the text on one line, whatever names it quotes."""
    return " ".join(text.split("\n"))


if __name__ == "__main__":
    code, words = verdict(sys.argv[1:])
    print(words)
    sys.exit(code)
