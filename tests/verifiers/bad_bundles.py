"""Bundles: damaged, packed with tricks, listed wrongly, claiming what they do not hold."""
import make_log as log
from cases import BAD, BUNDLE, OK, PART


def bundles(c):
    """Yields the cases of a corpus."""
    for claim in ("act", "document", "status"):
        files = {"bundle.sponsio": c.good[claim + ".sponsio"]}
        yield c.case(f"bundle of {claim}", BUNDLE, files, OK)
        yield from c.flips_of(f"bundle of {claim}", BUNDLE, files, "bundle.sponsio", 170)
        yield from c.cuts_of(f"bundle of {claim}", BUNDLE, files, "bundle.sponsio")
    yield from archives(c)
    yield from lists(c)
    yield from members(c)
    yield from claims(c)
    yield from streams(c)


def packed(c, what, data, verdict=BAD, because=""):
    return c.case("bundle: " + what, BUNDLE, {"bundle.sponsio": data}, verdict, because)


def act_bundle(c):
    """Returns members and claim of a small bundle with an opening."""
    seq = min(c.register.openings)
    return log.bundle_members(c.register, c.raws, c.note, [12, seq], openings=[seq]), {"kind": "act", "seq": seq}


def listed(c, what, content, about, verdict=BAD, because="", **changed):
    """A bundle whose list is right for what it holds; `changed` replaces members of bundle.json."""
    return packed(c, what, log.archive(log.with_list(content, about, c.size, **changed).items()), verdict, because)


def archives(c):
    """Tricks of the archive format."""
    content, claim = act_bundle(c)
    content = log.with_list(content, claim, c.size)
    rows = sorted(content.items())
    good = log.archive(rows)
    for what, field in {
        "executable": {"mode": b"0000755\0"}, "owned": {"uid": b"0001750\0"}, "of a group": {"gid": b"0001750\0"},
        "dated": {"mtime": b"14732453100\0"}, "named owner": {"uname": b"root"}, "named group": {"gname": b"root"},
        "a hard link": {"kind": b"1", "link": b"bundle.json"}, "a symbolic link": {"kind": b"2", "link": b"policy"},
        "a folder": {"kind": b"5"}, "an extended header": {"kind": b"x"}, "a global header": {"kind": b"g"},
        "a long name of GNU": {"kind": b"L"}, "an old regular file": {"kind": b"\0"}, "contiguous": {"kind": b"7"},
        "magic of GNU": {"magic": b"ustar  \0"}, "no magic": {"magic": b""}, "a device": {"major": b"0000001\0"},
        "a device in short": {"major": b"", "minor": b""}, "a prefix": {"prefix": b"sub"}, "a tail": {"rest": b"x"},
        "a mode with a blank": {"mode": b"000644 \0"}, "a mode in full": {"mode": b"0100644\0"},
        "a link's name": {"link": b"x"}, "a length with a blank": {"size": b"%011o " % len(content["checkpoint"])},
        "a length in binary": {"size": b"\x80" + len(content["checkpoint"]).to_bytes(11, "big")},
        "a length with blanks before": {"size": b"%11o\0" % len(content["checkpoint"])},
        "bytes after the name": {"name": b"checkpoint\0x"},
    }.items():
        yield packed(c, "checkpoint is " + what, log.archive(rows, change={"checkpoint": field}))
    swapped = rows[:]
    swapped[0], swapped[1] = swapped[1], swapped[0]
    first = [row for row in rows if row[0] == "bundle.json"] + [row for row in rows if row[0] != "bundle.json"]
    yield packed(c, "members out of order", log.archive(swapped, sort=False), BAD, "out of order")
    yield packed(c, "bundle.json first", log.archive(first, sort=False), BAD, "out of order")
    yield packed(c, "a member twice", log.archive(rows + [("policy", content["policy"])]), BAD, "twice")
    yield packed(c, "a member twice with two contents", log.archive(rows + [("policy", b"zzz")]), BAD, "twice")
    for what, end in {"no end": b"", "one zero block": b"\0" * 512, "three zero blocks": b"\0" * 1536, "a record of 20 blocks": b"\0" * 10240,
                      "something after the end": b"\0" * 1024 + good, "a byte after the end": b"\0" * 1025}.items():
        yield packed(c, what, log.archive(rows, end=end))
    yield packed(c, "a zero block amid", log.archive(rows[:3], end=b"\0" * 512) + log.archive(rows[3:]))
    yield packed(c, "two archives", log.archive(rows[:3]) + log.archive(rows[3:]))
    yield packed(c, "empty archive", b"\0" * 1024)
    yield packed(c, "empty file", b"")
    size = len(content["README.txt"])
    yield packed(c, "padding that is not zero", good[: 512 + size] + b"x" + good[512 + size + 1 :], BAD, "padding")
    checksum = bytearray(good)
    checksum[148:156] = b"0" + checksum[148:154] + b"\0"
    yield packed(c, "a checksum in another form", bytes(checksum), BAD, "header")
    for name in ("../evil", "/etc/passwd", "entries/007.json", "entries/x.json", "other.txt", "documents/" + "A" * 64,
                 "entries", "./policy", "README", "entries/3.json/x", "receipts/3.json", "pki/" + "0" * 63, "policy "):
        more = {**{n: d for n, d in content.items() if n != "bundle.json"}, name: b"x"}
        yield listed(c, f"a member called {name}", more, claim, BAD, "no member is called")


def lists(c):
    """The list in bundle.json."""
    content, claim = act_bundle(c)

    def relisted(what, change, because=""):
        rows = [{"bytes": len(d), "digest": log.cited(d), "name": n} for n, d in sorted(content.items())]
        rows = change(rows) or rows
        top = {"claim": claim, "log": log.ORIGIN, "members": rows, "size": c.size, "type": "sponsio.bundle/1"}
        return packed(c, what, log.archive({**content, "bundle.json": log.canonical(top)}.items()), BAD, because)

    surplus = {"bytes": 1, "digest": log.cited(b"x"), "name": "pki/" + log.digest(b"x").hex()}
    yield relisted("list: a member not listed", lambda rows: rows[1:], "list")
    yield relisted("list: a member listed that is not there", lambda rows: rows[:5] + [surplus] + rows[5:], "missing")
    yield relisted("list: out of order", lambda rows: rows[::-1], "list")
    yield relisted("list: a row twice", lambda rows: rows + rows[-1:], "list")
    yield relisted("list: itself", lambda rows: rows + [{**rows[0], "name": "bundle.json"}])
    yield relisted("list: wrong length", lambda rows: rows[0].update(bytes=1), "length")
    yield relisted("list: length as text", lambda rows: rows[0].update(bytes=str(rows[0]["bytes"])), "length")
    yield relisted("list: wrong digest", lambda rows: rows[0].update(digest=log.cited(b"x")), "digest")
    yield relisted("list: bare digest", lambda rows: rows[0].update(digest=rows[0]["digest"][7:]), "digest")
    yield relisted("list: a surplus member of a row", lambda rows: rows[0].update(mode=1), "unknown member")
    yield relisted("list: a row that is a text", lambda rows: rows[:1] + ["x"], "list")
    for what, change in {"another log": {"log": "x.example"}, "another size": {"size": c.size - 1}, "another type": {"type": "sponsio.bundle/2"},
                         "a surplus member": {"note": "x"}, "no list": {"members": 1}, "a claim that is a text": {"claim": "x"}}.items():
        yield listed(c, "bundle.json: " + what, content, claim, BAD, "", **change)
    spaced = log.with_list(content, claim, c.size)
    spaced["bundle.json"] = spaced["bundle.json"].replace(b'"claim":', b'"claim": ')
    yield packed(c, "bundle.json: not canonical", log.archive(spaced.items()), BAD, "not a record")
    yield packed(c, "no bundle.json", log.archive(content.items()), BAD, "bundle.json is missing")


def members(c):
    """Members exchanged, the list made right again."""
    content, claim = act_bundle(c)
    seq, other = min(c.register.openings), sorted(c.register.openings)[1]
    entry, receipt, opening = f"entries/{seq}.json", f"receipts/{seq}.tlog-proof", f"openings/{seq}.json"
    old = c.good["old.checkpoint"]
    lone = log.checkpoint(c.row, log.WITNESSES[:1])
    more = log.checkpoint(c.row, log.WITNESSES)
    single = log.bundle_members(c.register, c.raws, lone, [12, seq])
    yield listed(c, "made anew", content, claim, OK)
    yield listed(c, "without policy, README and opening", {n: d for n, d in content.items() if n not in ("policy", "README.txt", opening)}, claim, OK)
    yield listed(c, "another policy inside: not looked at", {**content, "policy": b"quorum none\n"}, claim, OK)
    for what, change, because in (
        ("no checkpoint", {"checkpoint": None}, "checkpoint is missing"),
        ("no receipt", {receipt: None}, "is missing"),
        ("no entry for a receipt", {entry: None, opening: None}, "receipt without"),
        ("no entry for an opening", {entry: None, receipt: None}, "opening of entry"),
        ("an older checkpoint", {"checkpoint": old}, "another size"),
        ("a checkpoint with more cosignatures than in the receipts", {"checkpoint": more}, "another checkpoint"),
        ("the forged checkpoint", {"checkpoint": c.good["fork.checkpoint"]}, "another checkpoint"),
        ("a receipt under an older checkpoint", {receipt: log.receipt(seq, c.raws[:200], old)}, "another checkpoint"),
        ("a receipt of another entry", {receipt: log.receipt(other, c.raws, c.note)}, "another entry"),
        ("another entry", {entry: c.raws[other]}, "another seq"),
        ("a changed entry", {entry: c.raws[seq].replace(b"o-7", b"o-8")}, "inclusion path"),
        ("an opening of another entry", {opening: log.canonical(c.register.openings[other])}, "another entry"),
        ("an opening that does not open", {opening: log.canonical({**c.register.openings[other], "seq": seq})}, "does not open"),
        ("an opening of a public entry", {"openings/12.json": log.canonical({**c.register.openings[seq], "seq": 12})}, "nothing is committed"),
        ("a document under another digest", {"documents/" + "0" * 64: b"x"}, "another digest"),
        ("a certificate under another digest", {"pki/" + "0" * 64: b"x"}, "another digest"),
    ):
        changed = {n: d for n, d in {**content, **change}.items() if d is not None}
        yield listed(c, what, changed, claim, BAD, because)
    yield listed(c, "no quorum", single, claim, BAD, "quorum")
    for what, edit in {"back-dated": {"recorded": "2026-11-21T00:00:00Z"}, "in another stream": {"stream": {"name": "x", "nth": 3, "prev": 12}},
                       "with the id of another": None, "not a record": b"{}", "with a link to nothing": {"stream": {"name": "x", "nth": 0, "prev": 5}},
                       "next in its stream by nth, not by prev": {"stream": {**c.register.entries[14]["stream"], "prev": 11}},
                       "next in its stream by prev, not by nth": {"stream": {**c.register.entries[14]["stream"], "nth": 50}},
                       "of heads elsewhere": {"act": c.register.act("heads", heads=log.cited(b"x")), "sigs": []}}.items():
        raws = liar(c, 14, edit)  # 13 is its predecessor in the same stream
        note = log.checkpoint([log.leaf(raw) for raw in raws])
        lie = log.bundle_members(c.register, raws, note, [12, 13, 14])
        yield listed(c, "signed anew: an entry " + what, lie, {"kind": "act", "seq": 14})


def liar(c, seq, edit):
    """Returns raw entries, one of them edited."""
    if isinstance(edit, bytes):
        return [edit if at == seq else raw for at, raw in enumerate(c.raws)]
    entry = {**c.register.entries[seq], **(edit or {})}
    if edit is None:
        entry["act"] = {**entry["act"], "id": c.register.entries[seq - 1]["act"]["id"]}
        entry["sigs"] = []
    return [log.canonical(entry) if at == seq else raw for at, raw in enumerate(c.raws)]


def claims(c):
    """Claims of act and document, and the form of all."""
    content, claim = act_bundle(c)
    deposit = c.register.entries[12]
    named = deposit["act"]["docs"][0]["digest"]
    with_document = log.bundle_members(c.register, c.raws, c.note, [12], [named])
    documents = {"digest": named, "kind": "document", "seq": 12}
    yield listed(c, "claim: an entry that is not here", content, {"kind": "act", "seq": 13}, PART, "entry 13")
    yield listed(c, "claim: unknown kind", content, {"kind": "war", "seq": 13})
    yield listed(c, "claim: no kind", content, {"seq": 12})
    yield listed(c, "claim: no seq", content, {"kind": "act"})
    yield listed(c, "claim: a surplus member", content, {**claim, "at": "2026-01-01"})
    yield listed(c, "claim: a negative seq", content, {"kind": "act", "seq": -1})
    yield listed(c, "claim: document", with_document, documents, OK)
    without = log.bundle_members(c.register, c.raws, c.note, [12])
    yield listed(c, "claim: a document that is not here", without, documents, PART, "the document")
    another = {"documents/" + log.digest(b"x").hex(): b"x", **without}
    yield listed(c, "claim: a document that the entry does not name", another, {**documents, "digest": log.cited(b"x")}, BAD, "does not name")
    yield listed(c, "claim: the document of an entry that is not here", with_document, {**documents, "seq": 13}, PART, "entry 13")
    raws = liar(c, 12, {"act": {**deposit["act"], "docs": [{**deposit["act"]["docs"][0], "bytes": 5}]}, "sigs": []})
    note = log.checkpoint([log.leaf(raw) for raw in raws])
    yield listed(c, "a document of another length", log.bundle_members(c.register, raws, note, [12], [named]), documents, BAD, "length")


def streams(c):
    """Completeness of a status bundle by the heads."""
    content, claim = log.status_bundle(c.register, c.raws, c.note)
    size, last = max(c.register.heads), c.size - 1
    seqs = log.status_seqs(c.register, "demo")
    stream = [seq for seq in seqs if c.register.entries[seq]["stream"]["name"] == "instrument/demo"]

    def without(*gone):
        return {n: d for n, d in content.items() if not any(n in (f"entries/{s}.json", f"receipts/{s}.tlog-proof", s) for s in gone)}

    yield listed(c, "status", content, claim, OK)
    for day in ("2028-02-29", "0000-01-01", "9999-12-31"):
        yield listed(c, f"status on {day}", content, {**claim, "at": day}, OK)
    yield listed(c, "status known at an instant", content, {**claim, "known": "2027-01-01T00:00:00Z"}, OK)
    for what, change in {"day": {"at": "2027-02-29"}, "instant": {"known": "2027"}, "participant": {"participant": ""},
                         "register": {"register": "x"}, "treaty": {"treaty": 4}}.items():
        yield listed(c, f"status: no {what}", content, {**claim, **change}, BAD, "claim")
    yield listed(c, "status: a treaty the heads do not name", content, {**claim, "treaty": "none"}, BAD, "name no stream")
    yield listed(c, "status: a treaty whose stream is not here", content, {**claim, "treaty": "4-4"}, PART, "instrument/4-4")
    for seq in (stream[0], stream[len(stream) // 2], stream[-1]):
        yield listed(c, f"status: entry {seq} of the stream missing", without(seq), claim, PART, "1 entries of stream instrument/demo")
    yield listed(c, "status: the whole stream missing", without(*stream), claim, PART, "stream instrument/demo")
    yield listed(c, "status: a participant missing", without(3), claim, PART, "participants")
    yield listed(c, "status: the policies missing", without(1), claim, PART, "policies")
    yield listed(c, "status: the table's act missing", without(c.find("table")), claim, PART, "tables")
    yield listed(c, "status: the opening missing", without(0), claim, PART, "entry 0")
    yield listed(c, "status: the heads missing", without("heads.json"), claim, PART, "heads.json")
    yield listed(c, "status: the entry of the heads missing", without(last), claim, PART, f"entry {size}")
    table = next(n for n in content if n.startswith("documents/"))
    yield listed(c, "status: the table missing", without(table), claim, PART, "the table")
    early = min(c.register.heads)
    yield listed(c, "status: heads of an earlier size", {**content, "heads.json": c.register.heads[early]}, claim, BAD, "heads")
    older = log.bundle_members(c.register, c.raws, c.note, [s for s in seqs if s < early] + [early], [("sha256:" + table[10:])], early)
    yield listed(c, "status by earlier heads", older, claim, OK)
    later = log.bundle_members(c.register, c.raws, c.note, [s for s in seqs if s < last] + [early], [("sha256:" + table[10:])], early)
    yield listed(c, "status: an entry later than the heads", later, claim, BAD, "later than the heads")
    heads = c.register.heads[size]
    for what, change in {
        "a count less": (b'"count":%d' % len(stream), b'"count":%d' % (len(stream) - 1)), "another log": (b"log.sponsio", b"lag.sponsio"),
        "a blank": (b'"log":', b'"log": '), "another size": (b'"size":%d' % size, b'"size":%d' % (size - 1)),
        "another type": (b"heads/1", b"heads/2"), "a stream less": (b"instrument/demo", b"instrument/demp"),
    }.items():
        assert change[0] in heads
        yield listed(c, f"status: heads with {what}", {**content, "heads.json": heads.replace(*change)}, claim, BAD)
    # A depositary that commits to false heads: the last act of the stream left out of count and bundle.
    short = heads.replace(b'"count":%d,"last":%d' % (len(stream), stream[-1]), b'"count":%d,"last":%d' % (len(stream) - 1, stream[-2]))
    raws = liar(c, last, {"act": {**c.register.entries[last]["act"], "heads": log.cited(short)}, "sigs": []})
    note = log.checkpoint([log.leaf(raw) for raw in raws])
    lie = log.bundle_members(c.register, raws, note, [s for s in seqs if s != stream[-1]], ["sha256:" + table[10:]])
    yield listed(c, "status: a lie that only the full log shows", {**lie, "heads.json": short}, claim, OK)
    shown = {"log/" + n: d for n, d in log.log_files(raws, note).items()}
    yield c.case("log: the lie about the heads", ("log", "policy", "log"), shown, BAD, "not the heads")
    lie = log.bundle_members(c.register, raws, note, seqs, ["sha256:" + table[10:]])
    yield listed(c, "status: false heads with the entry they deny", {**lie, "heads.json": short}, claim, BAD, "the heads")
