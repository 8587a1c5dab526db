"""Policies, signed notes, checkpoints and proof files in their C2SP text formats, read strictly.

All trust comes from the policy; keys named anywhere else are not looked at.
"""
import re

import ed25519
from verdict import decimal, need, sha256, unbase64

NOTE_MAX = 262_144
LOG_KEY, COSIGNER, COSIGNER_PQ = 1, 4, 6
_key_lengths = {LOG_KEY: 32, COSIGNER: 32, COSIGNER_PQ: 1312}
_pq_signature = 2420
_blank = re.compile("[ \t\n\v\f\r\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")


def _good_name(name):
    """Whether bytes are the name of a key: UTF-8, not empty, no white space of Unicode, no plus."""
    try:
        text = name.decode("utf-8", "strict")
    except UnicodeDecodeError:
        return False
    return text != "" and "+" not in text and not _blank.search(text)


class Key:
    """A public key with its name, as a vkey states it."""

    def __init__(self, vkey, kinds):
        parts = vkey.split(b"+", 2)
        need(len(parts) == 3 and _good_name(parts[0]), "vkey: form")
        need(re.fullmatch(rb"[0-9a-f]{8}", parts[1]), "vkey: key id")
        self.name, self.id = parts[0], bytes.fromhex(parts[1].decode())
        blob = unbase64(parts[2], "vkey")
        need(blob and blob[0] in kinds, "vkey: type of key")
        self.kind, self.public = blob[0], blob[1:]
        need(len(self.public) == _key_lengths[self.kind], "vkey: length of key")
        need(sha256(self.name, b"\n", blob)[:4] == self.id, "vkey: the key id is not that of the key")
        if self.kind != COSIGNER_PQ:
            need(ed25519.good_key(self.public), "vkey: no point, or of small order")

    def check(self, text, signature):
        """Refuses a signature that does not verify; returns whether it counts for a quorum."""
        if self.kind == LOG_KEY:
            need(ed25519.verify(self.public, text, signature), "the signature of the log does not verify")
            return True
        length = 64 if self.kind == COSIGNER else _pq_signature
        need(len(signature) == 8 + length and signature[0] < 128, "cosignature: length or time")
        if self.kind == COSIGNER_PQ:
            return False  # ML-DSA-44 is measured, not verified, and so never counts
        message = b"cosignature/v1\ntime %d\n" % int.from_bytes(signature[:8], "big") + text
        need(ed25519.verify(self.public, message, signature[8:]), f"the cosignature of {self.name!r} does not verify")
        return True


class Policy:
    """Which logs are known, which witnesses, and who of them is enough."""

    def __init__(self, raw):
        need(re.fullmatch(rb"[\t\n\x20-\x7e\x80-\xff]*", raw), "policy: control character")
        need(raw.endswith(b"\n"), "policy: the last line does not end")
        self.logs, self.witnesses, self.groups, self.quorum = [], {}, {}, None
        self._taken, self._publics = set(), set()
        for line in raw.split(b"\n"):
            words = [word for word in re.split(rb"[ \t]+", line) if word]
            if words and not words[0].startswith(b"#"):
                self._line(words)
        need(self.logs and self.quorum is not None, "policy: a log and a quorum are needed")

    def _line(self, words):
        kind, count = words[0], len(words)
        if kind == b"log" and count in (2, 3):
            self.logs.append(self._key(words[1], (LOG_KEY,)))
        elif kind == b"witness" and count in (3, 4):
            self._new_name(words[1])
            self.witnesses[words[1]] = self._key(words[2], (COSIGNER, COSIGNER_PQ))
        elif kind == b"group" and count >= 4:
            self._new_name(words[1])
            self.groups[words[1]] = self._group(words[2], words[3:])
        elif kind == b"quorum" and count == 2 and self.quorum is None:
            need(words[1] == b"none" or self._known(words[1]), "policy: unknown quorum")
            self.quorum = words[1]
        else:
            need(False, f"policy: line {b' '.join(words)!r}")

    def _known(self, name):
        return name in self.witnesses or name in self.groups

    def _new_name(self, name):
        need(name != b"none" and not self._known(name), "policy: a name twice")

    def _key(self, vkey, kinds):
        key = Key(vkey, kinds)
        need(key.public not in self._publics, "policy: a key twice")
        self._publics.add(key.public)
        return key

    def _group(self, threshold, members):
        for member in members:
            need(self._known(member), "policy: unknown member of a group")
            need(member not in self._taken, "policy: a member of a group twice")
            self._taken.add(member)
        if threshold == b"all":
            return len(members), members
        least = 1 if threshold == b"any" else decimal(threshold, "policy: threshold")
        need(1 <= least <= len(members), "policy: threshold")
        return least, members

    def met(self, name, seen):
        """Whether the witnesses seen are enough for a witness, a group or `none`."""
        if name in self.groups:
            least, members = self.groups[name]
            return sum(self.met(member, seen) for member in members) >= least
        return name == b"none" or name in seen


class Checkpoint:
    """A checkpoint whose signatures have been checked against a policy."""

    def __init__(self, policy, raw, quorum=True):
        need(len(raw) <= NOTE_MAX, "note: too large")
        try:
            raw.decode("utf-8", "strict")
        except UnicodeDecodeError:
            need(False, "note: not UTF-8")
        need(not re.search(rb"[\x00-\x09\x0b-\x1f]", raw), "note: control character")
        cut = raw.rfind(b"\n\n")
        need(cut > 0 and raw.endswith(b"\n") and cut + 2 < len(raw), "note: form")
        self.text = raw[: cut + 1]
        lines = self.text.split(b"\n")[:-1]
        need(len(lines) >= 3 and all(lines), "checkpoint: form")
        self.name, self.size = lines[0], decimal(lines[1], "checkpoint: size")
        self.origin = self.name.decode()
        self.root = unbase64(lines[2], "checkpoint: root")
        need(len(self.root) == 32, "checkpoint: length of root")
        self.seen = self._signatures(policy, raw[cut + 2 : -1].split(b"\n"))
        need(not quorum or policy.met(policy.quorum, self.seen), "the quorum is not met")

    def _signatures(self, policy, lines):
        need(len(lines) <= 64, "note: too many signatures")
        logs = {(key.name, key.id): key for key in policy.logs}
        witnesses = {(key.name, key.id): (name, key) for name, key in policy.witnesses.items()}
        signed, seen = False, set()
        for line in lines:
            parts = line.split(b" ")
            need(len(parts) == 3 and parts[0] == "\u2014".encode() and _good_name(parts[1]), "note: signature line")
            blob = unbase64(parts[2], "note: signature")
            need(len(blob) >= 5, "note: short signature")
            who, signature = (parts[1], blob[:4]), blob[4:]
            if who in logs and logs[who].check(self.text, signature):
                signed = signed or who[0] == self.name
            elif who in witnesses and witnesses[who][1].check(self.text, signature):
                seen.add(witnesses[who][0])
        need(signed, "no signature of this origin by a log key of the policy")
        return seen

    def words(self):
        """Returns who cosigned, for a verdict."""
        names = sorted(name.decode("utf-8", "replace") for name in self.seen)
        return "cosigned by " + (", ".join(names) or "nobody")


class Proof:
    """A C2SP tlog-proof: index, path and the checkpoint's bytes."""

    def __init__(self, raw):
        head, blank, self.note = raw.partition(b"\n\n")
        need(blank, "proof: form")
        lines = head.split(b"\n")
        need(lines.pop(0) == b"c2sp.org/tlog-proof@v1", "proof: first line")
        if lines and lines[0].startswith(b"extra "):
            unbase64(lines.pop(0)[6:], "proof: extra data")
        need(lines and lines[0].startswith(b"index "), "proof: index line")
        self.index = decimal(lines.pop(0)[6:], "proof: index")
        self.path = hash_lines(lines)


def hash_lines(lines):
    """Reads at most 63 hashes, one a line."""
    need(len(lines) <= 63, "proof: too many hashes")
    hashes = [unbase64(line, "proof: hash") for line in lines]
    need(all(len(one) == 32 for one in hashes), "proof: length of a hash")
    return hashes
