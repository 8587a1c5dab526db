#!/usr/bin/env python3
"""Writes a small register as a log, with receipts and bundles: make_log.py OUT [SIZE]. Plain Python 3.9+.

OUT/policy                          a log key, three witnesses, quorum two of them
OUT/log/                            checkpoint and tiles, with older partial tiles left standing
OUT/receipts/<seq>.json, .tlog-proof   entries with their proofs
OUT/old.checkpoint                  an honest earlier checkpoint
OUT/fork.checkpoint                 another root of equal size: a lie
OUT/fork-old.checkpoint, fork.consistency   another past, and the path that shows it
OUT/act.sponsio, document.sponsio, status.sponsio   one bundle of each claim
OUT/opening.json, sealed.json       an opening, and the entry whose commitment it opens
Keys come from fixed seeds: test keys, never to be used. The writer shares only ed25519.py with the Python verifier.
"""
import base64
import hashlib
import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "python"))
import ed25519

ORIGIN = "log.sponsio.example/ledger"
WITNESSES = (("w1", "witness.alpha.example/w"), ("w2", "witness.beta.example/w"), ("w3", "witness.gamma.example/w"))
WHEN = 1_795_353_600
PARTIES = ("TUR", "DEU", "NOR", "BRA", "KEN", "JPN")
WORDS = "Güvence — гарантия — ضمان — “保证” \u2028 \x7f \t \x01 \\ \" /"
FORK_SEQ = 7


def digest(data):
    return hashlib.sha256(data).digest()


def cited(data):
    return "sha256:" + digest(data).hex()


def b64(data):
    return base64.b64encode(data).decode()


def seed(name):
    return digest(b"sponsio test seed " + name.encode())


def canonical(value):
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def node(left, right):
    return digest(b"\1" + left + right)


def leaf(entry):
    return digest(b"\0" + entry)


def half(size):
    part = 1
    while part * 2 < size:
        part *= 2
    return part


def root(row):
    """RFC 6962 section 2.1, as it is written there."""
    if len(row) < 2:
        return row[0] if row else digest(b"")
    part = half(len(row))
    return node(root(row[:part]), root(row[part:]))


def path(index, row):
    if len(row) == 1:
        return []
    part = half(len(row))
    if index < part:
        return path(index, row[:part]) + [root(row[part:])]
    return path(index - part, row[part:]) + [root(row[:part])]


def consistency(old, row):
    """SUBPROOF of RFC 6962 with its starting hash always stated."""
    if old == len(row):
        return [root(row)]
    part = half(len(row))
    if old <= part:
        return consistency(old, row[:part]) + [root(row[part:])]
    return consistency(old - part, row[part:]) + [root(row[:part])]


def blob(kind, name):
    return bytes([kind]) + ed25519.public(seed(name))


def key_id(name, public):
    return digest(name.encode() + b"\n" + public)[:4]


def vkey(name, kind, public=None):
    public = blob(kind, name) if public is None else bytes([kind]) + public
    return f"{name}+{key_id(name, public).hex()}+{b64(public)}"


def line(name, kind, signature):
    return f"\u2014 {name} {b64(key_id(name, blob(kind, name)) + signature)}\n"


def log_line(text, origin=ORIGIN):
    return line(origin, 1, ed25519.sign(seed(origin), text.encode()))


def cosign_line(text, witness, when=WHEN):
    message = f"cosignature/v1\ntime {when}\n{text}".encode()
    return line(witness, 4, when.to_bytes(8, "big") + ed25519.sign(seed(witness), message))


def checkpoint(row, witnesses=WITNESSES[:2], extra="", when=WHEN):
    text = f"{ORIGIN}\n{len(row)}\n{b64(root(row))}\n{extra}"
    return (text + "\n" + log_line(text) + "".join(cosign_line(text, name, when) for _, name in witnesses)).encode()


def policy(quorum="group parties 2 w1 w2 w3\nquorum parties\n"):
    names = "".join(f"witness {short} {vkey(name, 4)}\n" for short, name in WITNESSES)
    return f"# who is trusted\nlog {vkey(ORIGIN, 1)}\n{names}{quorum}".encode()


def act_signature(act, name=ORIGIN):
    kind, body = b"application/vnd.sponsio.act+json", canonical(act)
    message = b"DSSEv1 %d %s %d %s" % (len(kind), kind, len(body), body)
    public = ed25519.public(seed(name))
    return {"key": cited(public), "kind": "ed25519", "sig": b64(ed25519.sign(seed(name), message))}


def commitment(salt, disclosed):
    return cited(b"sponsio.commit/1\n" + salt + disclosed)


class Register:
    """Entries in the making: lists of plain values, so that a liar can change them before they are written."""

    def __init__(self):
        self.entries, self.documents, self.openings, self.streams, self.heads = [], {}, {}, {}, {}

    def document(self, data):
        self.documents[cited(data)] = data
        return cited(data)

    def add(self, stream, act, sigs=(), office="depositary", visibility="public", seconds=7):
        seq = len(self.entries)
        count, last = self.streams.get(stream, (0, -1))
        at = seq * seconds // 2
        by = {"office": office}
        by.update({"officer": "o-7"} if office == "depositary" else {"party": "NOR"} if office == "delegation" else {})
        entry = {
            "act": act, "by": by, "log": ORIGIN, "seq": seq,
            "recorded": "2026-11-22T%02d:%02d:%02dZ" % (at // 3600, at // 60 % 60, at % 60),
            "stream": {"name": stream, "nth": count, "prev": last}, "type": "sponsio.entry/1", "visibility": visibility,
        }
        if visibility == "public":
            entry["sigs"] = list(sigs)
        self.entries.append(entry)
        self.streams[stream] = (count + 1, seq)

    def act(self, kind, **members):
        mark = digest(b"id %d" % len(self.entries)).hex()[:32]
        return {"id": mark, "kind": kind, "type": "sponsio.act/1", **members}

    def add_sealed(self, visibility):
        act = self.act("note", words=WORDS)
        disclosed = canonical({"act": act, "sigs": [act_signature(act)], "type": "sponsio.private/1"})
        salt = seed(f"salt {len(self.entries)}")
        self.openings[len(self.entries)] = {
            "bytes": b64(disclosed), "salt": b64(salt), "seq": len(self.entries), "type": "sponsio.opening/1",
        }
        self.add("sealed", {"commit": commitment(salt, disclosed)}, visibility=visibility)

    def add_heads(self):
        size = len(self.entries)
        rows = [{"count": count, "last": last, "name": name} for name, (count, last) in sorted(self.streams.items())]
        self.heads[size] = canonical({"log": ORIGIN, "size": size, "streams": rows, "type": "sponsio.heads/1"})
        act = self.act("heads", heads=self.document(self.heads[size]))
        self.add("log", act, [act_signature(act)], office="system")


def good_register(size):
    """Returns a register of at least 40 entries that ends with its heads."""
    r = Register()
    r.add("log", r.act("opening", title="A register", zone="Europe/Oslo"))
    r.add("policies", r.act("demo-policies", words="kinds that no law knows are kept and skipped"))
    for code in PARTIES:
        r.add("participants", r.act("participant", code=code, name=code.title(), sort="state"))
    weights = canonical({"rows": [["DEU", "21.5"], ["NOR", "12.5"]], "type": "sponsio.weights/1"})
    table = r.document(weights)
    reference = {"bytes": len(weights), "digest": table, "media": "application/json"}
    r.add("tables", r.act("table", docs=[reference], path="weights.csv", sort="weights", table=table))
    for treaty in ("4-4", "demo"):
        r.add("instrument/" + treaty, r.act("demo-treaty", treaty=treaty))
    # The key of a log is named after its origin, also the next one (section 10).
    rotate = r.act("rotate", vkey=vkey(ORIGIN, 1, ed25519.public(seed("next." + ORIGIN))))
    r.add("log", rotate, [act_signature(rotate), act_signature(rotate, "next." + ORIGIN)], office="system")
    while len(r.entries) < size - 1:
        seq = len(r.entries)
        if seq % 100 == 0:
            r.add_heads()
        elif seq % 17 == 0:
            r.add_sealed("sealed" if seq % 2 else "parties")
        else:
            add_deposit(r, seq)
    r.add_heads()
    return r


def add_deposit(r, seq):
    pdf = b"%PDF-1.7 instrument " + str(seq).encode()
    reference = {"bytes": len(pdf), "digest": r.document(pdf), "lang": "tr", "media": "application/pdf"}
    act = r.act("demo-deposit", docs=[reference], done="2026-11-20", participant=PARTIES[seq % 6], treaty="4-4", words=WORDS)
    foreign = {"chain": [cited(b"certificate")], "key": cited(b"unknown"), "kind": "x509", "sig": b64(b"cades")}
    sigs = [act_signature(act)] if seq % 20 == 3 else [foreign] if seq % 20 == 5 else []
    r.add("instrument/" + ("4-4" if seq % 3 else "demo"), act, sigs, office="delegation" if seq % 5 == 0 else "depositary")


def place(number):
    found = "%03d" % (number % 1000)
    while number >= 1000:
        number //= 1000
        found = "x%03d/" % (number % 1000) + found
    return found


def tile_name(prefix, number, width):
    return f"{prefix}/{place(number)}" + ("" if width == 256 else f".p/{width}")


def tiles(raws):
    """Returns the files of a tree's folder, checkpoint excepted."""
    files, row, level = {}, [leaf(raw) for raw in raws], 0
    for number in range((len(raws) + 255) // 256):
        part = raws[number * 256 : number * 256 + 256]
        files[tile_name("tile/entries", number, len(part))] = b"".join(len(raw).to_bytes(2, "big") + raw for raw in part)
    while row:
        for number in range((len(row) + 255) // 256):
            part = row[number * 256 : number * 256 + 256]
            files[tile_name(f"tile/{level}", number, len(part))] = b"".join(part)
        row = [root(row[number * 256 : number * 256 + 256]) for number in range(len(row) // 256)]
        level += 1
    return files


def log_files(raws, note=None, older=()):
    """Returns the files of a log; tiles of older sizes stay where the tile is still partial."""
    files = {}
    for size in older:
        files.update(tiles(raws[:size]))
    files.update(tiles(raws))
    files["checkpoint"] = checkpoint([leaf(raw) for raw in raws]) if note is None else note
    return files


def receipt(index, raws, note):
    row = [leaf(raw) for raw in raws]
    lines = "".join(b64(one) + "\n" for one in path(index, row))
    return f"c2sp.org/tlog-proof@v1\nindex {index}\n{lines}\n".encode() + note


def header(member, length, **changed):
    """A ustar header; any field can be changed before the checksum is taken."""
    fields = {
        "name": member.encode(), "mode": b"0000644\0", "uid": b"0000000\0", "gid": b"0000000\0", "size": b"%011o\0" % length,
        "mtime": b"00000000000\0", "sum": b" " * 8, "kind": b"0", "link": b"", "magic": b"ustar\x0000", "uname": b"",
        "gname": b"", "major": b"0000000\0", "minor": b"0000000\0", "prefix": b"", "rest": b"",
    }
    fields.update(changed)
    widths = (100, 8, 8, 8, 12, 12, 8, 1, 100, 8, 32, 32, 8, 8, 155, 12)
    raw = b"".join(value.ljust(width, b"\0") for value, width in zip(fields.values(), widths))
    return raw[:148] + (b"%06o\0 " % sum(raw)) + raw[156:]


def archive(members, sort=True, end=b"\0" * 1024, change=None):
    """Returns members as an archive; `change` maps a name to header fields to be changed."""
    parts = []
    for name, data in sorted(members) if sort else members:
        parts += [header(name, len(data), **(change or {}).get(name, {})), data, b"\0" * (-len(data) % 512)]
    return b"".join(parts) + end


def with_list(content, about, entries, **changed):
    """Returns the members with the bundle.json that lists them; `changed` replaces members of its record."""
    rows = [{"bytes": len(data), "digest": cited(data), "name": name} for name, data in sorted(content.items())]
    top = {"claim": about, "log": ORIGIN, "members": rows, "size": entries, "type": "sponsio.bundle/1", **changed}
    return {**content, "bundle.json": canonical(top)}


def bundle_members(register, raws, note, seqs, documents=(), heads=None, openings=()):
    """Returns the members of a bundle, bundle.json excepted."""
    members = {"checkpoint": note, "policy": policy(), "README.txt": b"Check with sha256sum.\n"}
    for seq in seqs:
        members[f"entries/{seq}.json"] = raws[seq]
        members[f"receipts/{seq}.tlog-proof"] = receipt(seq, raws, note)
    for one in documents:
        members["documents/" + one[7:]] = register.documents[one]
    if heads is not None:
        members["heads.json"] = register.heads[heads]
    for seq in openings:
        members[f"openings/{seq}.json"] = canonical(register.openings[seq])
    return members


def status_seqs(register, treaty):
    """Returns the entries that a status bundle of a treaty needs, its heads last."""
    streams = {"participants", "policies", "tables", "instrument/" + treaty}
    last = max(register.heads)
    return [0] + [e["seq"] for e in register.entries if e["stream"]["name"] in streams and e["seq"] < last] + [last]


def status_bundle(register, raws, note, treaty="demo"):
    tables = [e["act"]["table"] for e in register.entries if e["act"].get("kind") == "table"]
    members = bundle_members(register, raws, note, status_seqs(register, treaty), tables, max(register.heads))
    claim = {"at": "2027-01-01", "kind": "status", "participant": "NOR", "register": cited(b"excerpt"), "treaty": treaty}
    return members, claim


def write(folder, files):
    for name, data in files.items():
        target = os.path.join(folder, name)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "wb") as file:
            file.write(data)


def good_files(size):
    """Returns register, raw entries, checkpoint and all files of a good set."""
    register = good_register(size)
    raws = [canonical(entry) for entry in register.entries]
    row = [leaf(raw) for raw in raws]
    note, old = checkpoint(row), size * 2 // 3
    files = {"log/" + name: data for name, data in log_files(raws, note, (size - 3, size - 20)).items()}
    other = row[:]
    other[FORK_SEQ] = leaf(b'{"a":"lie"}')
    files.update({
        "policy": policy(), "old.checkpoint": checkpoint(row[:old]), "fork.checkpoint": checkpoint(other),
        "fork-old.checkpoint": checkpoint(other[:old]),
        "fork.consistency": "".join(b64(one) + "\n" for one in consistency(old, row)).encode(),
    })
    for seq in sorted({0, size // 2, size - 1}):
        files[f"receipts/{seq}.tlog-proof"], files[f"receipts/{seq}.json"] = receipt(seq, raws, note), raws[seq]
    deposit = next(e for e in register.entries if e["act"].get("kind") == "demo-deposit")
    named = deposit["act"]["docs"][0]["digest"]
    sealed = min(register.openings)
    files["sealed.json"], files["opening.json"] = raws[sealed], canonical(register.openings[sealed])
    members, claim = status_bundle(register, raws, note)
    claims = {
        "act": (bundle_members(register, raws, note, [deposit["seq"], sealed], openings=[sealed]),
                {"kind": "act", "seq": sealed}),
        "document": (bundle_members(register, raws, note, [deposit["seq"]], [named]),
                     {"digest": named, "kind": "document", "seq": deposit["seq"]}),
        "status": (members, claim),
    }
    for name, (members, claim) in claims.items():
        files[name + ".sponsio"] = archive(with_list(members, claim, size).items())
    return register, raws, note, files


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3) or (len(sys.argv) == 3 and not sys.argv[2].isdigit()):
        print(__doc__)
        sys.exit(2)
    write(sys.argv[1], good_files(int(sys.argv[2]) if len(sys.argv) > 2 else 300)[3])
