"""The corpus of good and bad logs, receipts, bundles, notes, policies and openings, all derived from one good register.

A case is a name, a command with the names of its files, the files, and the verdict that is right. `because` is a
piece of the reason that the foreign verifiers must give, so that a case is refused for what is wrong with it.
"""
import collections
import copy
import random

import ed25519
import make_log as log

Case = collections.namedtuple("Case", "name command files verdict because")
Link = collections.namedtuple("Link", "target")
OK, BAD, PART = "verified", "refused", "incomplete"
LOG = ("log", "policy", "log")
RECEIPT = ("receipt", "policy", "entry", "proof")
BUNDLE = ("bundle", "policy", "bundle.sponsio")


def flipped(data, bit):
    changed = bytearray(data)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


class Corpus:
    """Everything derived from one good register of a size."""

    def __init__(self, size, flips=1.0, seed=6962):
        self.random, self.size, self.flips = random.Random(seed), size, flips
        self.register, self.raws, self.note, self.good = log.good_files(size)
        self.row = [log.leaf(raw) for raw in self.raws]
        self.log = {name: data for name, data in self.good.items() if name.startswith("log/")}
        self.policy = {"policy": self.good["policy"]}

    def cases(self):
        """Yields every case."""
        from bad_bundles import bundles  # these build on this file
        from bad_entries import entries
        from bad_files import files, policies

        for part in (whole, files, entries, policies, receipts, growth, forks, bundles, openings):
            yield from part(self)

    def many(self, number):
        """How many samples to draw of what is drawn `number` times."""
        return max(1, int(number * self.flips))

    def case(self, name, command, files, verdict=BAD, because=""):
        return Case(name, command, {**self.policy, **files}, verdict, because)

    def log_case(self, name, changes, verdict=BAD, because=""):
        """The good log with files changed; None takes one away."""
        files = {**self.log, **changes}
        return self.case("log: " + name, LOG, {n: d for n, d in files.items() if d is not None}, verdict, because)

    def flips_of(self, name, command, files, victim, number):
        data = files[victim]
        number = min(self.many(number), len(data) * 8)
        for bit in sorted(self.random.sample(range(len(data) * 8), number)):
            yield self.case(f"{name}: bit {bit} of {victim}", command, {**files, victim: flipped(data, bit)})

    def cuts_of(self, name, command, files, victim):
        data = files[victim]
        ends = {0, 1, len(data) - 1, len(data) // 2, self.random.randrange(len(data)), self.random.randrange(len(data))}
        for end in sorted(ends - {len(data)}):
            yield self.case(f"{name}: {victim} cut at {end}", command, {**files, victim: data[:end]})
        for tail in (b"\n", b"\0", data[-2:], data):
            yield self.case(f"{name}: {victim} with a tail", command, {**files, victim: data + tail})

    def written(self, entries):
        """Returns the raw entries of a changed register, whose list is given."""
        return [entry if isinstance(entry, bytes) else log.canonical(entry) for entry in entries]

    def signed_log(self, name, entries, verdict=BAD, because="", note=None):
        """A log that the depositary has hashed and signed anew, and the witnesses too: only its content tells."""
        files = {"log/" + n: d for n, d in log.log_files(self.written(entries), note).items()}
        return self.case("signed anew: " + name, LOG, files, verdict, because)

    def edited(self, seq, change):
        """Returns the entries with one changed by a function on a copy."""
        entries = list(self.register.entries)
        entries[seq] = copy.deepcopy(entries[seq])
        changed = change(entries[seq])
        if changed is not None:
            entries[seq] = changed
        return entries

    def find(self, kind, after=0):
        """Returns the seq of the first entry of a kind of act from a seq on; None is a commitment."""
        return next(e["seq"] for e in self.register.entries[after:] if e["act"].get("kind") == kind)


def whole(c):
    """Logs that are good, of every awkward size."""
    yield c.log_case("as made", {}, OK)
    for size in (0, 1, 2, 255, 256, 257):
        yield c.signed_log(f"the first {size}", c.register.entries[:size], OK)
    young = {n: None for n in c.log if ".p/24" in n or ".p/41" in n}
    yield c.log_case("without the older partial tiles", young, OK)
    pdf = c.register.documents[c.register.entries[12]["act"]["docs"][0]["digest"]]
    name = "log/documents/" + log.digest(pdf).hex()
    yield c.log_case("with a document", {name: pdf}, OK)
    yield c.log_case("with a document changed", {name: pdf + b"x"}, because="not the digest")
    for extra in ("extension\n", "one\ntwo\n"):
        yield c.log_case("checkpoint with extension lines", {"log/checkpoint": log.checkpoint(c.row, extra=extra)}, OK)
    yield c.log_case("three cosignatures", {"log/checkpoint": log.checkpoint(c.row, log.WITNESSES)}, OK)


def receipts(c):
    """Receipts, good and bad."""
    index = c.size // 2
    good = {"entry": c.raws[index], "proof": log.receipt(index, c.raws, c.note)}
    for at in sorted({0, 1, 255, 256, c.size - 1, index}):
        files = {"entry": c.raws[at], "proof": log.receipt(at, c.raws, c.note)}
        yield c.case(f"receipt {at}", RECEIPT, files, OK)
    old = c.raws[: c.size * 2 // 3]
    past = {"entry": c.raws[3], "proof": log.receipt(3, old, c.good["old.checkpoint"])}
    yield c.case("receipt under an older checkpoint", RECEIPT, past, OK)
    for victim in ("entry", "proof"):
        yield from c.flips_of("receipt", RECEIPT, good, victim, 150)
        yield from c.cuts_of("receipt", RECEIPT, good, victim)
    head, note = good["proof"].split(b"\n\n", 1)
    lines = head.split(b"\n")

    def proof(new, join=b"\n\n", end=note):
        return {**good, "proof": b"\n".join(new) + join + end}

    yield c.case("receipt with extra data", RECEIPT, proof([lines[0], b"extra AAAA"] + lines[1:]), OK)
    wrong = {
        "extra data that is no base64": proof([lines[0], b"extra A"] + lines[1:]),
        "extra data after the index": proof(lines[:2] + [b"extra AAAA"] + lines[2:]),
        "another version": proof([b"c2sp.org/tlog-proof@v2"] + lines[1:]),
        "index with a leading zero": proof([lines[0], b"index 0%d" % index] + lines[2:]),
        "index with a plus": proof([lines[0], b"index +%d" % index] + lines[2:]),
        "index of 19 digits": proof([lines[0], b"index 1000000000000000000"] + lines[2:]),
        "index of the size": proof([lines[0], b"index %d" % c.size] + lines[2:]),
        "next index": proof([lines[0], b"index %d" % (index + 1)] + lines[2:]),
        "two hashes swapped": proof(lines[:2] + [lines[3], lines[2]] + lines[4:]),
        "a hash missing": proof(lines[:-1]),
        "a hash more": proof(lines + [lines[-1]]),
        "64 hashes": proof(lines[:2] + [lines[2]] * 64),
        "a short hash": proof(lines[:2] + [b"AAAA"] + lines[3:]),
        "lines ending in CR": proof([line + b"\r" for line in lines]),
        "no blank line": proof(lines, b"\n"),
        "another checkpoint": proof(lines, end=c.good["old.checkpoint"]),
        "a forged checkpoint": proof(lines, end=c.good["fork.checkpoint"]),
        "the entry of another index": {**good, "entry": c.raws[index + 1]},
        "the proof of another index": {**good, "proof": log.receipt(index + 1, c.raws, c.note)},
    }
    for name, files in wrong.items():
        yield c.case("receipt: " + name, RECEIPT, files)
    huge = copy.deepcopy(c.register.entries[0])
    for room, verdict in ((0, OK), (1, BAD)):
        huge["act"]["title"] = ""
        huge["act"]["title"] = "x" * (65_535 + room - len(log.canonical(huge)))
        raw = log.canonical(huge)
        note = log.checkpoint([log.leaf(raw)])
        files = {"entry": raw, "proof": log.receipt(0, [raw], note)}
        yield c.case(f"receipt of an entry of {len(raw)} bytes", RECEIPT, files, verdict, "larger" if room else "")


def growth(c):
    """Logs against checkpoints they had or never had."""
    command = ("grow", "policy", "old", "log")
    for size in (0, 1, 7, 255, 256, 257, c.size - 1, c.size):
        files = {**c.log, "old": log.checkpoint(c.row[:size])}
        yield c.case(f"growth from {size}", command, files, OK)
    past = c.row[:]
    past[log.FORK_SEQ] = log.leaf(b"replaced later")
    for size in (8, 100, 256, c.size):
        files = {**c.log, "old": log.checkpoint(past[:size])}
        yield c.case(f"growth from another past of {size}", command, files, because="no continuation")
    longer = {**c.log, "old": log.checkpoint(c.row + [log.leaf(b"lost")])}
    yield c.case("growth from a larger tree: rolled back", command, longer, because="past")
    unseen = {**c.log, "old": log.checkpoint(c.row[:9], log.WITNESSES[:1])}
    yield c.case("growth from a checkpoint without quorum", command, unseen, because="quorum")
    yield from c.flips_of("growth", command, {**c.log, "old": log.checkpoint(c.row[:200])}, "old", 40)


def forks(c):
    """Evidence that a log showed two views, and what is no evidence."""
    command = ("fork", "policy", "one", "two")
    other = c.row[:]
    other[log.FORK_SEQ] = log.leaf(b"another view")
    forged, bare = log.checkpoint(other), log.checkpoint(other, ())
    good = {"one": c.note, "two": forged}
    yield c.case("fork", command, good, OK)
    yield c.case("fork without cosignatures", command, {"one": c.note, "two": bare}, OK)
    yield c.case("fork: one note twice", command, {"one": c.note, "two": c.note}, because="no contradiction")
    same = {"one": c.note, "two": log.checkpoint(c.row, log.WITNESSES)}
    yield c.case("fork: equal roots", command, same, because="no contradiction")
    yield c.case("fork: other sizes without a proof", command, {"one": c.note, "two": log.checkpoint(other[:9])})
    yield from c.flips_of("fork", command, {"one": c.note, "two": bare}, "two", 60)
    command += ("path",)
    for old in (8, 9, 100, 128, 256, 257):
        def shown(row, path):
            text = "".join(log.b64(one) + "\n" for one in path).encode()
            return {"one": log.checkpoint(row[:old], ()), "two": c.note, "path": text}

        path = log.consistency(old, c.row)
        yield c.case(f"fork of sizes {old} and {c.size}", command, shown(other, path), OK)
        yield c.case(f"fork: {old} is the past", command, shown(c.row, path), because="no contradiction")
        wrong = [log.digest(b"garbage")] + path[1:]
        yield c.case(f"fork: garbage for a path from {old}", command, shown(other, wrong), because="proves nothing")
        for name, bad in (("short", path[:-1]), ("long", path + path[-1:]), ("empty", [])):
            yield c.case(f"fork: {name} path from {old}", command, shown(other, bad))
    yield from c.flips_of("fork", command, shown(other, path), "path", 40)


def openings(c):
    """Openings of commitments."""
    command, inside = ("opening", "entry", "opening"), ("opening", "bundle.sponsio", "opening")
    seqs = sorted(c.register.openings)[:2]
    first, second = (c.register.openings[seq] for seq in seqs)
    good = {"entry": c.raws[seqs[0]], "opening": log.canonical(first)}
    yield c.case("opening", command, good, OK)
    yield c.case("opening in a bundle", inside, {"bundle.sponsio": c.good["act.sponsio"], "opening": good["opening"]}, OK)
    yield from c.flips_of("opening", command, good, "opening", 80)
    wrong = {
        "of another entry": {**good, "opening": log.canonical(second)},
        "with another salt": {**good, "opening": log.canonical({**first, "salt": second["salt"]})},
        "with a short salt": {**good, "opening": log.canonical({**first, "salt": log.b64(b"short")})},
        "with other bytes": {**good, "opening": log.canonical({**first, "bytes": second["bytes"]})},
        "for a public entry": {"entry": c.raws[12], "opening": log.canonical({**first, "seq": 12})},
        "with a surplus member": {**good, "opening": log.canonical({**first, "note": "x"})},
        "with a salt that is a number": {**good, "opening": log.canonical({**first, "salt": 5})},
        "for no entry": {**good, "opening": log.canonical({**first, "seq": -1})},
        "without bytes": {**good, "opening": log.canonical({k: v for k, v in first.items() if k != "bytes"})},
    }
    for name, files in wrong.items():
        yield c.case("opening " + name, command, files)
    for name, disclosed in private_records(c.register).items():
        salt = b"s" * 32
        entry = {**c.register.entries[seqs[0]], "act": {"commit": log.commitment(salt, disclosed)}}
        opening = {**first, "salt": log.b64(salt), "bytes": log.b64(disclosed)}
        files = {"entry": log.canonical(entry), "opening": log.canonical(opening)}
        yield c.case("opening of " + name, command, files, OK if name == "a private record" else BAD)


def private_records(register):
    """Returns payloads to be committed to, one of them good."""
    act = register.act("note", words="private")
    good = {"act": act, "sigs": [], "type": "sponsio.private/1"}
    return {
        "a private record": log.canonical(good),
        "no record": b"scribble",
        "another type": log.canonical({**good, "type": "sponsio.other/1"}),
        "no signatures": log.canonical({"act": act, "type": "sponsio.private/1"}),
        "an act without id": log.canonical({**good, "act": {"kind": "note", "type": "sponsio.act/1"}}),
    }


def small_order_points():
    """Returns encodings of points of small order, among them such as are not canonical, and of no point."""
    eighth = 0x05FC536D880238B13933C6D305ACDFD5F098EFF289F4C345B027B2C28F95E826
    p = ed25519.P
    values = (0, 1, p - 1, p, p + 1, eighth, p - eighth, 2)
    return [(value | sign << 255).to_bytes(32, "little") for value in values for sign in (0, 1)]
