"""Bundles: the archive read strictly, its members compared with its list, its claim checked.

Re-running the law over the folded register is not done here, and the verdict says so.
"""
import re

import record
from entry import check_id, Heads, is_moment, Keys, Opening, read_entry
from note import Checkpoint, Proof
from merkle import included, leaf
from verdict import cited, Incomplete, is_count, is_day, is_digest, is_word, need, sha256

BLOCK = 512
_name = re.compile(
    r"README\.txt|bundle\.json|checkpoint|heads\.json|policy|(?:documents|pki)/[0-9a-f]{64}"
    r"|(?:entries/(?:0|[1-9][0-9]{0,17})\.json)|(?:openings/(?:0|[1-9][0-9]{0,17})\.json)"
    r"|(?:receipts/(?:0|[1-9][0-9]{0,17})\.tlog-proof)"
)


def header_of(name, size):
    """Returns the one header that a member of this name and size may have."""
    fields = [
        (100, name), (8, b"0000644\0"), (8, b"0000000\0"), (8, b"0000000\0"), (12, b"%011o\0" % size),
        (12, b"00000000000\0"), (8, b" " * 8), (1, b"0"), (100, b""), (6, b"ustar\0"), (2, b"00"),
        (32, b""), (32, b""), (8, b"0000000\0"), (8, b"0000000\0"), (155, b""), (12, b""),
    ]
    raw = b"".join(value.ljust(width, b"\0") for width, value in fields)
    return raw[:148] + b"%06o\0 " % sum(raw) + raw[156:]


def unpack(raw):
    """Returns the members of a strict ustar archive, in their order."""
    members, at, last = {}, 0, b""
    need(len(raw) % BLOCK == 0, "bundle: not whole blocks")
    while True:
        head = raw[at : at + BLOCK]
        need(len(head) == BLOCK, "bundle: cut short")
        if head == b"\0" * BLOCK:
            need(raw[at:] == b"\0" * (2 * BLOCK), "bundle: does not end with exactly two zero blocks")
            return members
        name = head[:100].rstrip(b"\0")
        need(re.fullmatch(rb"[0-7]{11}\0", head[124:136]), "bundle: length of a member")
        size = int(head[124:135], 8)
        need(head == header_of(name, size), f"bundle: header of member {name!r}")
        need(_name.fullmatch(name.decode("latin-1")), f"bundle: no member is called {name!r}")
        need(name > last, f"bundle: member {name!r} is out of order or twice")
        last, start = name, at + BLOCK
        at = start + (size + BLOCK - 1) // BLOCK * BLOCK
        need(at <= len(raw), "bundle: cut short")
        need(raw[start + size : at] == b"\0" * (at - start - size), f"bundle: padding of member {name!r}")
        members[name.decode()] = raw[start : start + size]


class Bundle:
    """A bundle whose members, receipts and streams have been checked, its claim not yet."""

    def __init__(self, policy, raw):
        self.members = unpack(raw)
        self.unchecked = 0
        self._list()
        self.checkpoint = Checkpoint(policy, self.member("checkpoint"))
        need(self.checkpoint.origin == self.top["log"], "bundle: the checkpoint is of another log")
        need(self.checkpoint.size == self.top["size"], "bundle: the checkpoint is of another size")
        self._digest_names()
        self.entries = {seq: self._entry(seq) for seq in self.numbers("entries/", ".json")}
        need(self.numbers("receipts/", ".tlog-proof") == list(self.entries), "bundle: a receipt without its entry")
        self._order()
        self._signatures(Keys(policy))
        self._references()
        self.heads = Heads(self.members["heads.json"], self.top["log"]) if "heads.json" in self.members else None
        self._covered()

    def member(self, name):
        """Returns the bytes of a member that every bundle must have."""
        need(name in self.members, f"bundle: member {name} is missing")
        return self.members[name]

    def numbers(self, folder, ending):
        """Returns the numbers in the names of a folder's members, ascending."""
        return sorted(int(name[len(folder) : -len(ending)]) for name in self.members if name.startswith(folder))

    def _list(self):
        self.top = record.read_type(self.member("bundle.json"), "sponsio.bundle/1", "bundle")
        self.top.only("bundle", ["claim", "log", "members", "size", "type"])
        need(type(self.top["log"]) is str and is_count(self.top["size"]), "bundle: form")
        need(type(self.top["members"]) is list, "bundle: list of members")
        listed = []
        for one in self.top["members"]:
            need(isinstance(one, record.Object), "bundle: list of members")
            one.only("bundle: member", ["bytes", "digest", "name"])
            name = one["name"]
            need(type(name) is str and name in self.members, "bundle: a listed member is missing")
            data = self.members[name]
            need(one["bytes"] == len(data) and type(one["bytes"]) is int, f"bundle: length of {name}")
            need(one["digest"] == cited(sha256(data)), f"bundle: digest of {name}")
            listed.append(name)
        need(listed == [name for name in self.members if name != "bundle.json"], "bundle: the list is not that of the members")

    def _digest_names(self):
        self.documents = {}
        for name, data in self.members.items():
            folder, _, digest = name.partition("/")
            if folder in ("documents", "pki"):
                need(sha256(data).hex() == digest, f"bundle: {name} has another digest")
            if folder == "documents":
                self.documents[cited(sha256(data))] = data

    def _entry(self, seq):
        raw = self.members[f"entries/{seq}.json"]
        entry = read_entry(raw, self.top["log"], seq)
        proof = Proof(self.member(f"receipts/{seq}.tlog-proof"))
        need(proof.index == seq, f"{entry.what}: the receipt is for another entry")
        need(proof.note == self.members["checkpoint"], f"{entry.what}: the receipt holds another checkpoint")
        root = included(seq, self.checkpoint.size, leaf(raw), proof.path)
        need(root == self.checkpoint.root, f"{entry.what}: the inclusion path does not lead to the root")
        return entry

    def _order(self):
        """What entries say of each other must fit, as far as both are here."""
        ids, recorded, last = {}, "", {}
        for entry in self.entries.values():
            check_id(entry, ids)
            need(entry.recorded >= recorded, f"{entry.what}: recorded before an earlier entry")
            recorded = entry.recorded
            before = last.get(entry.stream)
            if before:
                need(entry.nth > before.nth, f"{entry.what}: does not follow in its stream")
                need((entry.nth == before.nth + 1) == (entry.prev == before.seq), f"{entry.what}: does not follow in its stream")
            need((entry.nth == 0) == (entry.prev == -1) and entry.prev < entry.seq, f"{entry.what}: link of its stream")
            if entry.prev in self.entries:
                earlier = self.entries[entry.prev]
                need((earlier.stream, earlier.nth) == (entry.stream, entry.nth - 1), f"{entry.what}: link of its stream")
            last[entry.stream] = entry

    def _signatures(self, keys):
        for name, data in self.members.items():
            if name.startswith(("pki/", "documents/")) and len(data) == 32:
                keys.add(data)
        for entry in self.entries.values():
            keys.learn(entry)
        for entry in self.entries.values():
            self.unchecked += keys.check(entry.act, entry.sigs, entry.what)
        for seq in self.numbers("openings/", ".json"):
            need(seq in self.entries, f"bundle: opening of entry {seq}, which is not here")
            opening = Opening(self.members[f"openings/{seq}.json"])
            self.unchecked += opening.check(self.entries[seq], keys)

    def _references(self):
        self.missing = 0
        for entry in self.entries.values():
            for digest, length in entry.documents():
                if digest in self.documents:
                    need(len(self.documents[digest]) == length, f"{entry.what}: length of a document")
                else:
                    self.missing += 1

    def _covered(self):
        """Compares the entries with the heads, and looks for the entry that commits to the heads."""
        self.committed = False
        for entry in self.entries.values():
            if entry.kind() == "heads":
                need(entry.stream == "log" and is_digest(entry.act.get("heads")), f"{entry.what}: form of heads")
            if not self.heads:
                continue
            if entry.seq == self.heads.size:
                need(entry.kind() == "heads" and entry.act["heads"] == self.heads.digest, "heads: the entry of this size names others")
                self.committed = True
            if entry.seq < self.heads.size:
                count, last = self.heads.streams.get(entry.stream, (0, -1))
                need(entry.nth < count and entry.seq <= last, f"{entry.what}: the heads do not know it")
                need((entry.nth == count - 1) == (entry.seq == last), f"{entry.what}: the heads place it elsewhere")

    def claim(self):
        """Checks the claim; returns in words what it comes to."""
        claim = self.top["claim"]
        need(isinstance(claim, record.Object), "claim: form")
        kinds = {"act": self._claim_act, "document": self._claim_document, "status": self._claim_status}
        kind = claim.get("kind")
        need(type(kind) is str and kind in kinds, "claim: unknown kind")
        words = kinds[kind](claim)
        if self.heads and not self.committed:
            raise Incomplete(f"entry {self.heads.size}, which commits to the heads")
        return words

    def _claimed(self, claim):
        need(is_count(claim["seq"]), "claim: seq")
        if claim["seq"] not in self.entries:
            raise Incomplete(f"entry {claim['seq']}, which the claim is about")
        return self.entries[claim["seq"]]

    def _claim_act(self, claim):
        claim.only("claim", ["kind", "seq"])
        entry = self._claimed(claim)
        return f"entry {entry.seq} is in the log"

    def _claim_document(self, claim):
        claim.only("claim", ["digest", "kind", "seq"])
        need(is_digest(claim["digest"]), "claim: digest")
        entry = self._claimed(claim)
        named = [digest for digest, _ in entry.documents()]
        if entry.public:
            named += [value for value in entry.act.values() if type(value) is str]
        need(claim["digest"] in named, f"claim: {entry.what} does not name this document")
        if claim["digest"] not in self.documents:
            raise Incomplete(f"the document {claim['digest']}")
        return f"the document {claim['digest']} is the one that entry {entry.seq} names"

    def _claim_status(self, claim):
        claim.only("claim", ["kind", "register", "treaty"], ["at", "known", "participant"])
        need(is_digest(claim["register"]) and is_word(claim["treaty"]), "claim: register or treaty")
        need("at" not in claim or is_day(claim["at"]), "claim: day")
        need("known" not in claim or is_moment(claim["known"]), "claim: known")
        need("participant" not in claim or is_word(claim["participant"]), "claim: participant")
        if not self.heads:
            raise Incomplete("heads.json")
        instrument = "instrument/" + claim["treaty"]
        need(instrument in self.heads.streams, f"claim: the heads name no stream {instrument}")
        held = {}
        for entry in self.entries.values():
            need(entry.stream == "log" or entry.seq < self.heads.size, f"{entry.what}: later than the heads")
            held.setdefault(entry.stream, []).append(entry)
        need(0 not in self.entries or self.entries[0].kind() == "opening", "entry 0: does not open a register")
        tables = [entry for entry in self.entries.values() if entry.kind() == "table"]
        need(all(is_digest(entry.act.get("table")) for entry in tables), "an act of a table names no table")
        for entry in tables:
            if entry.act["table"] in self.documents:
                record.read(self.documents[entry.act["table"]])
        self._complete(held, instrument, tables)
        return (f"the log states by its heads of size {self.heads.size} that stream {instrument} has these "
                f"{self.heads.streams[instrument][0]} entries and no other; the law was not re-run, so the claim on "
                "what they mean is not examined; only a full copy of the log proves that nothing else exists")

    def _complete(self, held, instrument, tables):
        if 0 not in self.entries:
            raise Incomplete("entry 0, which opens the register")
        wanted = {instrument, "participants", "policies", "tables"} | set(held) - {"log"}
        for stream in sorted(wanted):
            count = self.heads.streams.get(stream, (0, -1))[0]
            if len(held.get(stream, ())) != count:
                raise Incomplete(f"{count - len(held.get(stream, ()))} entries of stream {stream}")
        for entry in tables:
            if entry.act["table"] not in self.documents:
                raise Incomplete(f"the table that entry {entry.seq} names")

    def remarks(self):
        """Returns what was not checked, for a verdict."""
        text = f"; {self.unchecked} signatures of acts not checked: other kind or key not at hand" if self.unchecked else ""
        return text + (f"; {self.missing} documents not at hand" if self.missing else "")
