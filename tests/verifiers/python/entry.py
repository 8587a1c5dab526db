"""Entries: their form, their place in the order of the log and of their stream, their signatures, their openings.

Of acts it knows only what the log itself needs; whether an act is lawful is not asked here.
"""
import functools
import re

import ed25519
import note
import record
from verdict import (
    cited, is_count, is_day, is_digest, is_instant, is_word, need, Refused, sha256, unbase64,
)

ENTRY_MAX = 65_535
PAYLOAD = b"application/vnd.sponsio.act+json"
_offices = ("depositary", "delegation", "secretariat", "system")
_visibilities = ("public", "parties", "sealed")


class Entry:
    """One entry whose form has been checked."""

    def __init__(self, raw, origin, seq):
        what = f"entry {seq}"
        need(len(raw) <= ENTRY_MAX, f"{what}: larger than an entry may be")
        top = record.read_type(raw, "sponsio.entry/1", what)
        self.public = top.get("visibility") == "public"
        names = ["act", "by", "log", "recorded", "seq", "stream", "type", "visibility"]
        top.only(what, names + ["sigs"] if self.public else names)
        need(top["visibility"] in _visibilities, f"{what}: unknown visibility")
        need(top["log"] == origin, f"{what}: belongs to another log")
        need(type(top["seq"]) is int and top["seq"] == seq, f"{what}: states another seq")
        need(is_instant(top["recorded"]), f"{what}: `recorded` is no instant")
        _check_by(top["by"], what)
        self.what, self.seq, self.recorded, self.act = what, seq, top["recorded"], top["act"]
        self.stream, self.nth, self.prev = _stream(top["stream"], what)
        if self.public:
            check_act(self.act, what)
            self.sigs = check_signatures_form(top["sigs"], what)
        else:
            need(isinstance(self.act, record.Object), f"{what}: no act")
            self.act.only(what, ["commit"])
            need(is_digest(self.act["commit"]), f"{what}: no commitment")
            self.sigs = []

    def kind(self):
        """Returns the kind of a public act, None for a commitment."""
        return self.act["kind"] if self.public else None

    def documents(self):
        """Returns the references to documents: digest and length."""
        return [(one["digest"], one["bytes"]) for one in self.act.get("docs", [])] if self.public else []


@functools.lru_cache(maxsize=8192)
def read_entry(raw, origin, seq):
    """Returns the entry of these bytes; the same question always has the same answer, so it is asked once."""
    return Entry(raw, origin, seq)


def _check_by(by, what):
    need(isinstance(by, record.Object), f"{what}: `by` is no object")
    by.only(f"{what}: by", ["office"], ["officer", "party"])
    need(by["office"] in _offices, f"{what}: unknown office")
    if "officer" in by:
        need(is_word(by["officer"]) and re.fullmatch("o-.+", by["officer"]), f"{what}: no pseudonym of an officer")
    if "party" in by:
        need(is_word(by["party"]) and by["office"] != "depositary", f"{what}: no party here")


def _stream(stream, what):
    need(isinstance(stream, record.Object), f"{what}: no stream")
    stream.only(f"{what}: stream", ["name", "nth", "prev"])
    name, nth, prev = stream["name"], stream["nth"], stream["prev"]
    need(is_word(name) and is_count(nth) and type(prev) is int and prev >= -1, f"{what}: form of the stream")
    return name, nth, prev


def check_act(act, what):
    """Refuses what lacks the form that the log needs of an act."""
    need(isinstance(act, record.Object), f"{what}: no act")
    need(act.get("type") == "sponsio.act/1", f"{what}: type of the act")
    kind, mark = act.get("kind"), act.get("id")
    need(type(kind) is str and re.fullmatch("[ -~]+", kind), f"{what}: kind of the act")
    need(type(mark) is str and re.fullmatch("[0-9a-f]{32}", mark), f"{what}: id of the act")
    references = act.get("docs", [])
    need(type(references) is list, f"{what}: documents")
    for one in references:
        need(isinstance(one, record.Object), f"{what}: document")
        one.only(f"{what}: document", ["bytes", "digest", "media"], ["lang"])
        need(is_count(one["bytes"]) and is_digest(one["digest"]), f"{what}: document")
        need(is_word(one["media"]) and is_word(one.get("lang", "en")), f"{what}: document")


def check_signatures_form(sigs, what):
    """Returns the signatures of an act; x509 signatures are looked at no further than their form."""
    need(type(sigs) is list, f"{what}: signatures")
    found = []
    for sig in sigs:
        need(isinstance(sig, record.Object), f"{what}: signature")
        sig.only(f"{what}: signature", ["key", "kind", "sig"], ["chain"])
        need(is_digest(sig["key"]) and sig["kind"] in ("ed25519", "x509"), f"{what}: signature")
        chain = sig.get("chain", [])
        need(type(chain) is list and all(map(is_digest, chain)), f"{what}: chain of a signature")
        need(type(sig["sig"]) is str, f"{what}: signature")
        blob = unbase64(sig["sig"], f"{what}: signature")
        need(len(blob) == 64 if sig["kind"] == "ed25519" else blob, f"{what}: length of a signature")
        found.append((sig["key"], sig["kind"], blob))
    return found


class Keys:
    """Keys of acts, found by the digest that a signature cites: SHA-256 of the bare 32 bytes."""

    def __init__(self, policy):
        self.known = {}
        for key in policy.logs if policy else ():
            self.add(key.public)

    def add(self, public):
        """Makes a key known."""
        self.known[cited(sha256(public))] = public

    def learn(self, entry):
        """Takes up the key that an act of the log introduces."""
        if entry.kind() in ("rotate", "opening") and entry.stream == "log":
            text = entry.act.get("vkey" if entry.kind() == "rotate" else "recovery")
            if type(text) is str:
                try:
                    self.add(note.Key(text.encode(), (note.LOG_KEY,)).public)
                except Refused:
                    need(entry.kind() == "opening", f"{entry.what}: the new key is no vkey")

    def check(self, act, sigs, what):
        """Refuses a signature that fails under a known key; returns how many could not be checked."""
        unknown = 0
        for cites, kind, blob in sigs:
            if kind != "ed25519" or cites not in self.known:
                unknown += 1
                continue
            need(ed25519.verify(self.known[cites], pae(act.raw), blob), f"{what}: signature of the act does not verify")
        return unknown


def pae(body):
    """Returns what is signed: the pre-authentication encoding of DSSE."""
    return b"DSSEv1 %d %s %d %s" % (len(PAYLOAD), PAYLOAD, len(body), body)


class Course:
    """What the entries so far fix for the next one: order, streams, ids."""

    def __init__(self, origin):
        self.origin, self.recorded, self.ids, self.streams = origin, "", {}, {}

    def follow(self, entry):
        """Takes the next entry of the log."""
        need(entry.recorded >= self.recorded, f"{entry.what}: recorded before its predecessor")
        count, last = self.streams.get(entry.stream, (0, -1))
        need((entry.nth, entry.prev) == (count, last), f"{entry.what}: does not follow in its stream")
        check_id(entry, self.ids)
        if entry.kind() == "heads":
            need(entry.stream == "log", f"{entry.what}: heads outside the stream `log`")
            need(entry.act.get("heads") == cited(sha256(self.heads(entry.seq))), f"{entry.what}: not the heads of this log")
        self.recorded = entry.recorded
        self.streams[entry.stream] = (count + 1, entry.seq)

    def heads(self, size):
        """Returns the record of the heads as of the entries so far."""
        rows = ['{"count":%d,"last":%d,"name":"%s"}' % (count, last, name.replace("\\", "\\\\").replace('"', '\\"'))
                for name, (count, last) in sorted(self.streams.items())]
        text = '{"log":"%s","size":%d,"streams":[%s],"type":"sponsio.heads/1"}'
        origin = self.origin.replace("\\", "\\\\").replace('"', '\\"')
        return (text % (origin, size, ",".join(rows))).encode()


def check_id(entry, ids):
    """Refuses an act whose id an earlier entry has."""
    if entry.public:
        first = ids.setdefault(entry.act["id"], entry.seq)
        need(first == entry.seq, f"{entry.what}: the id of its act is that of entry {first}")


class Opening:
    """An opening of a commitment, and the private record that it discloses."""

    def __init__(self, raw):
        top = record.read_type(raw, "sponsio.opening/1", "opening")
        top.only("opening", ["bytes", "salt", "seq", "type"])
        need(is_count(top["seq"]) and type(top["salt"]) is str and type(top["bytes"]) is str, "opening: form")
        self.seq = top["seq"]
        self.salt, self.disclosed = unbase64(top["salt"], "opening: salt"), unbase64(top["bytes"], "opening: bytes")
        need(len(self.salt) == 32, "opening: length of the salt")

    def check(self, entry, keys):
        """Refuses the opening of anything but this entry; returns the number of unchecked signatures."""
        need(entry.seq == self.seq, "the opening is for another entry")
        need(not entry.public, f"{entry.what}: nothing is committed here")
        commitment = sha256(b"sponsio.commit/1\n", self.salt, self.disclosed)
        need(entry.act["commit"] == cited(commitment), f"{entry.what}: the opening does not open the commitment")
        what = f"{entry.what}: disclosed"
        private = record.read_type(self.disclosed, "sponsio.private/1", what)
        private.only(what, ["act", "sigs", "type"])
        check_act(private["act"], what)
        return keys.check(private["act"], check_signatures_form(private["sigs"], what), what)


class Heads:
    """The record of the heads, as bundles carry it."""

    def __init__(self, raw, origin):
        top = record.read_type(raw, "sponsio.heads/1", "heads")
        top.only("heads", ["log", "size", "streams", "type"])
        need(top["log"] == origin, "heads: of another log")
        need(is_count(top["size"]) and type(top["streams"]) is list, "heads: form")
        self.size, self.streams, before = top["size"], {}, ""
        self.digest = cited(sha256(raw))
        for one in top["streams"]:
            need(isinstance(one, record.Object), "heads: stream")
            one.only("heads: stream", ["count", "last", "name"])
            count, last, name = one["count"], one["last"], one["name"]
            need(is_count(count) and is_count(last) and is_word(name), "heads: stream")
            need(name > before, "heads: the streams are not in order")
            need(1 <= count <= last + 1 <= self.size, "heads: count and last entry of a stream")
            self.streams[name], before = (count, last), name


def is_moment(value):
    """Whether a value is a day or an instant."""
    return is_day(value) or is_instant(value)
