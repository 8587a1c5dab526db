"""Logs whose content is wrong although every hash and signature over it is right: the lying depositary."""
import copy

import make_log as log
from cases import BAD, OK

AT = 30


def entries(c):
    """Yields the cases of a corpus."""
    yield from not_records(c)
    yield from wrong_members(c)
    yield from wrong_acts(c)
    yield from wrong_order(c)
    yield from wrong_streams(c)
    yield from wrong_heads(c)
    yield from wrong_signatures(c)


def not_records(c):
    """One case or more for each of the eight rules of the record form."""
    raw = c.raws[AT]

    def changed(old, new, count=1):
        assert old in raw, old
        return raw.replace(old, new, count)

    words = log.canonical({"w": log.WORDS})[5:-1]
    wrong = {
        "byte-order mark": b"\xef\xbb\xbf" + raw,
        "blank before": b" " + raw,
        "line end after": raw + b"\n",
        "blank between tokens": changed(b'"by":', b'"by": '),
        "blank after a comma": changed(b',"by":', b', "by":'),
        "two objects": raw + b"{}",
        "in an array": b"[" + raw + b"]",
        "no UTF-8": changed("ü".encode(), b"\xfc"),
        "overlong UTF-8": changed(b"/", b"\xc0\xaf"),
        "UTF-8 of a surrogate": changed("ü".encode(), b"\xed\xa0\x80"),
        "null": changed(b'"words":' + words, b'"words":null'),
        "a fraction": changed(b'"words":' + words, b'"words":1.0'),
        "an exponent": changed(b'"words":' + words, b'"words":1e3'),
        "minus nought": changed(b'"words":' + words, b'"words":-0'),
        "a leading zero": changed(b'"words":' + words, b'"words":01'),
        "a plus": changed(b'"words":' + words, b'"words":+1'),
        "two to the 53rd": changed(b'"words":' + words, b'"words":9007199254740992'),
        "minus two to the 53rd": changed(b'"words":' + words, b'"words":-9007199254740992'),
        "a very long number": changed(b'"words":' + words, b'"words":' + b"9" * 5000),
        "NaN": changed(b'"words":' + words, b'"words":NaN'),
        "an upper-case name": changed(b'"words"', b'"Words"'),
        "a name with a hyphen": changed(b'"words"', b'"wo-rds"'),
        "an empty name": changed(b'"act":{', b'"act":{"":1,'),
        "a name of 65 letters": changed(b'"words"', b'"w' + b"x" * 64 + b'"'),
        "an escaped name": changed(b'"words"', b'"\\u0077ords"'),
        "names out of order": changed(b'"kind":"demo-deposit","participant":', b'"participant":"NOR","kind":'),
        "a name twice": changed(b'"type":"sponsio.entry/1"', b'"type":"sponsio.entry/1","type":"sponsio.entry/1"'),
        "an escaped solidus": changed(b" /", b" \\/"),
        "a letter escaped": changed("ü".encode(), b"\\u00fc"),
        "an escaped blank": changed("ü".encode(), b"\\u0020"),
        "an escaped line separator": changed("\u2028".encode(), b"\\u2028"),
        "a tab escaped long": changed(b"\\t", b"\\u0009"),
        "upper-case hex": changed(b"\\u0001", b"\\u001F"),
        "a bare control character": changed(b"\\u0001", b"\x01"),
        "U+0000": changed(b"\\u0001", b"\\u0000"),
        "a surrogate escaped": changed(b"\\u0001", b"\\ud800"),
        "a pair of surrogates escaped": changed(b"\\u0001", b"\\ud83d\\ude00"),
        "an unknown escape": changed(b"\\u0001", b"\\v"),
        "a comma too many": changed(b'"seq":%d,' % AT, b'"seq":%d,,' % AT),
        "a comma at the end": raw[:-1] + b",}",
        "cut short": raw[:-1],
        "empty": b"",
        "depth 17": changed(b'"words":' + words, b'"words":' + b"[" * 15 + b"1" + b"]" * 15),
        "depth 10,000": changed(b'"words":' + words, b'"words":' + b"[" * 10_000 + b"]" * 10_000),
        "objects of depth 17": changed(b'"words":' + words, b'"words":' + b'{"a":' * 15 + b"{}" + b"}" * 15),
        "a type without version": changed(b'"sponsio.entry/1"', b'"sponsio.entry"'),
    }
    for name, bad in wrong.items():
        yield c.signed_log(f"no record: {name}", c.edited(AT, lambda _, bad=bad: bad), BAD, "not a record")
    fine = {
        "depth 16": b"[" * 14 + b"1" + b"]" * 14,
        "the largest integer": b"9007199254740991",
        "the least integer": b"-9007199254740991",
        "all escapes": b'"\\"\\\\\\b\\t\\n\\f\\r\\u0001\\u001f/\x7f"',
        "true, false and empty": b"[true,false,[],{},0]",
        "astral and private characters": "\"\U0001f600\U0010ffff\ue000\ufeff\"".encode(),
    }
    for name, value in fine.items():
        good = changed(b'"words":' + words, b'"words":' + value)
        yield c.signed_log(f"a record: {name}", c.edited(AT, lambda _, good=good: good), OK)


def without(members, name):
    """Returns an object without one of its members."""
    return {n: value for n, value in members.items() if n != name}


def wrong_members(c):
    """Members of the entry that are missing, unknown or not what they should be."""
    for name in ("act", "by", "log", "recorded", "seq", "sigs", "stream", "type", "visibility"):
        yield c.signed_log(f"without `{name}`", c.edited(AT, lambda e, name=name: without(e, name)))
        yield c.signed_log(f"`{name}` is a number", c.edited(AT, lambda e, name=name: e.update({name: 7})))
    changes = {
        "a surplus member": {"words": "x"},
        "another type": {"type": "sponsio.entry/2"},
        "another log": {"log": log.ORIGIN + "x"},
        "the next seq": {"seq": AT + 1},
        "seq as a text": {"seq": str(AT)},
        "an unknown visibility": {"visibility": "secret"},
        "no office": {"by": {"officer": "o-1"}},
        "an unknown office": {"by": {"office": "king"}},
        "an officer by name": {"by": {"office": "depositary", "officer": "Jane"}},
        "an empty pseudonym": {"by": {"office": "depositary", "officer": "o-"}},
        "the depositary for a party": {"by": {"office": "depositary", "party": "NOR"}},
        "a surplus member of `by`": {"by": {"office": "depositary", "mail": "x"}},
    }
    for moment in ("2026-02-30T00:00:00Z", "2026-11-22T24:00:00Z", "2026-11-22T00:00:60Z", "2026-11-22T00:00:00+00:00",
                   "2026-11-22T00:00:00.0Z", "2026-11-22 00:00:00Z", "2026-11-22T00:00Z", "2026-13-01T00:00:00Z", "",
                   "2026-11-22T00:00:00z", "2100-02-29T00:00:00Z", "٢٠٢٦-11-22T00:00:00Z", "2026-11-22T00:00:00Z\n"):
        changes[f"no instant: {moment!r}"] = {"recorded": moment}
    for name, change in changes.items():
        yield c.signed_log(name, c.edited(AT, lambda e, change=change: e.update(change)))
    last = c.size - 1
    for moment in ("2028-02-29T23:59:59Z", "9999-12-31T23:59:59Z"):
        yield c.signed_log(f"recorded {moment}", c.edited(last, lambda e, moment=moment: e.update(recorded=moment)), OK)
    sealed = min(c.register.openings)
    for name, change in {
        "a commitment with signatures": {"sigs": []},
        "a commitment called public": {"visibility": "public", "sigs": []},
        "a commitment and more": {"act": {"commit": log.cited(b"x"), "kind": "x"}},
        "a commitment in upper case": {"act": {"commit": log.cited(b"x").upper()}},
        "a commitment cut short": {"act": {"commit": log.cited(b"x")[:-1]}},
        "a commitment that is a text": {"act": log.cited(b"x")},
        "an act that should be committed": {"act": c.register.act("note")},
    }.items():
        yield c.signed_log(name, c.edited(sealed, lambda e, change=change: e.update(change)))
    hidden = {**without(c.register.entries[AT], "sigs"), "visibility": "parties", "act": {"commit": log.cited(b"x")}}
    yield c.signed_log("a commitment in a named stream", c.edited(AT, lambda _: hidden), OK)


def wrong_acts(c):
    """What the log itself asks of an act."""
    mark = c.register.entries[AT]["act"]["id"]
    reference = c.register.entries[AT]["act"]["docs"][0]
    for name, change in {
        "another type of act": {"type": "sponsio.act/2"},
        "an id in upper case": {"id": mark[:-1] + "F"},
        "a short id": {"id": mark[:-1]},
        "a long id": {"id": mark + "0"},
        "an empty kind": {"kind": ""},
        "a kind that is a number": {"kind": 4},
        "documents that are no list": {"docs": reference},
        "a document without digest": {"docs": [{"bytes": 1, "media": "text/plain"}]},
        "a document of negative length": {"docs": [{**reference, "bytes": -1}]},
        "a bare digest": {"docs": [{**reference, "digest": reference["digest"][7:]}]},
        "a surplus member of a document": {"docs": [{**reference, "name": "x"}]},
    }.items():
        yield c.signed_log(name, c.edited(AT, lambda e, change=change: e["act"].update(change)))
    for name in ("type", "id", "kind"):
        yield c.signed_log(f"an act without {name}", c.edited(AT, lambda e, name=name: {**e, "act": without(e["act"], name)}))
    yield c.signed_log("an act of unknown kind", c.edited(AT, lambda e: e["act"].update(kind="reticulate")), OK)
    for seq in (AT + 1, c.size - 1):
        twice = c.edited(seq, lambda e: e["act"].update(id=mark))
        yield c.signed_log(f"an id twice, at {seq}", twice, BAD, "the id of its act")


def wrong_order(c):
    """Entries reordered, dropped, doubled, back-dated."""
    entries, size = c.register.entries, c.size
    for one, two in ((AT, AT + 1), (0, 1), (100, 200), (255, 256), (size - 2, size - 1)):
        order = list(entries)
        order[one], order[two] = order[two], order[one]
        yield c.signed_log(f"{one} and {two} swapped", order, BAD, "states another seq")
        renumbered = copy.deepcopy(order)
        renumbered[one]["seq"], renumbered[two]["seq"] = one, two
        yield c.signed_log(f"{one} and {two} swapped and renumbered", renumbered, BAD)
    for seq in (0, AT, 256, size - 2):
        dropped = copy.deepcopy(entries[:seq] + entries[seq + 1 :])
        yield c.signed_log(f"{seq} dropped", dropped, BAD, "states another seq")
        for place, entry in enumerate(dropped):
            entry["seq"] = place
        yield c.signed_log(f"{seq} dropped and the rest renumbered", dropped, BAD)
        doubled = entries[:seq] + [entries[seq]] + entries[seq:]
        yield c.signed_log(f"{seq} doubled", doubled, BAD, "states another seq")
    for seq in (1, AT, 255, 256, size - 1):
        earlier = "2026-11-21T23:59:59Z"
        yield c.signed_log(f"{seq} back-dated", c.edited(seq, lambda e: e.update(recorded=earlier)), BAD, "recorded before")
    late = c.edited(AT, lambda e: e.update(recorded="2027-01-01T00:00:00Z"))
    yield c.signed_log(f"{AT} post-dated", late, BAD, "recorded before")
    same = c.edited(AT, lambda e: e.update(recorded=entries[AT - 1]["recorded"]))
    yield c.signed_log(f"{AT} recorded with its predecessor", same, OK)
    replaced = c.written(c.edited(AT, lambda e: e["act"].update(words="replaced")))
    data = log.tiles(replaced)["tile/entries/000"]
    yield c.log_case("an entry replaced and nothing else", {"log/tile/entries/000": data}, BAD, "root")
    files = {"log/" + name: data for name, data in log.tiles(replaced).items()}
    yield c.log_case("an entry replaced and all tiles with it", files, BAD, "root")
    yield c.signed_log("an entry replaced, all signed anew: another log", c.edited(AT, lambda e: e["act"].update(words="x")), OK)


def wrong_streams(c):
    """Links of streams."""
    entry = c.register.entries[AT]["stream"]
    for name, change in {
        "nth too high": {"nth": entry["nth"] + 1},
        "nth too low": {"nth": entry["nth"] - 1},
        "nth negative": {"nth": -1},
        "prev too high": {"prev": entry["prev"] + 1},
        "prev too low": {"prev": entry["prev"] - 1},
        "prev itself": {"prev": AT},
        "prev of a beginning": {"prev": -1},
        "prev below -1": {"prev": -2},
        "a new stream that is not at its start": {"name": "instrument/other"},
        "a name with a blank": {"name": "instrument/4 4"},
        "an empty name": {"name": ""},
        "a name that is not ASCII": {"name": "instrument/Å"},
        "a surplus member": {"of": 1},
    }.items():
        changed = c.edited(AT, lambda e, change=change: e["stream"].update(change))
        yield c.signed_log("stream: " + name, changed)
    begun = {"name": "instrument/other", "nth": 0, "prev": -1}
    yield c.signed_log("stream: an entry moved to another one", c.edited(AT, lambda e: e.update(stream=begun)), BAD, "stream")
    last = next(e["seq"] for e in reversed(c.register.entries) if e["stream"]["name"] == "instrument/demo")
    moved = c.edited(last, lambda e: e.update(stream=begun))
    yield c.signed_log("stream: the last of a stream moved, the heads as before", moved, BAD, "not the heads")


def wrong_heads(c):
    """Acts that name heads which are not those of the log."""
    first = c.find("heads")
    others = {
        "those of a later size": log.cited(c.register.heads[max(c.register.heads)]),
        "nothing known": log.cited(b"x"),
        "no digest": "x",
    }
    for name, digest in others.items():
        yield c.signed_log("heads: " + name, c.edited(first, lambda e, digest=digest: e["act"].update(heads=digest) or e.update(sigs=[])), BAD, "not the heads")
    yield c.signed_log("heads: none", c.edited(first, lambda e: e["act"].pop("heads") and e.update(sigs=[])), BAD, "not the heads")
    last = c.size - 1
    elsewhere = {"name": "heads", "nth": 0, "prev": -1}
    yield c.signed_log("heads outside `log`", c.edited(last, lambda e: e.update(stream=elsewhere)), BAD, "outside")


def wrong_signatures(c):
    """Signatures of acts."""
    seq = next(e["seq"] for e in c.register.entries if e.get("sigs") and e["act"]["kind"] == "demo-deposit"
               and e["sigs"][0]["kind"] == "ed25519")
    signature = c.register.entries[seq]["sigs"][0]
    other = log.act_signature(c.register.entries[AT]["act"])
    body = log.canonical(c.register.entries[seq]["act"])
    untyped = log.b64(log.ed25519.sign(log.seed(log.ORIGIN), body))
    yield c.signed_log("act signature: the act changed", c.edited(seq, lambda e: e["act"].update(done="2026-11-21")), BAD, "signature of the act")
    for name, sigs in {
        "of another act": [other],
        "by another key": [{**log.act_signature(c.register.entries[seq]["act"], "thief"), "key": signature["key"]}],
        "without the type": [{**signature, "sig": untyped}],
        "a bad one after a good one": [signature, other],
    }.items():
        yield c.signed_log(f"act signature: {name}", c.edited(seq, lambda e, s=sigs: e.update(sigs=s)), BAD, "signature of the act")
    for name, change in {
        "63 bytes": {"sig": log.b64(b"x" * 63)},
        "not base64": {"sig": "*"},
        "base64 that is not canonical": {"sig": signature["sig"][:-3] + chr(ord(signature["sig"][-3]) + 1) + "=="},
        "base64 with a line end": {"sig": signature["sig"][:40] + "\n" + signature["sig"][40:]},
        "base64 without padding": {"sig": signature["sig"].rstrip("=")},
        "of unknown kind": {"kind": "rsa"},
        "with a bare key": {"key": signature["key"][7:]},
        "with a surplus member": {"note": "x"},
        "with a chain that is a text": {"chain": "x"},
        "with a chain of no digests": {"chain": ["x"]},
        "x509 and empty": {"kind": "x509", "sig": ""},
    }.items():
        yield c.signed_log(f"act signature: {name}", c.edited(seq, lambda e, change=change: e["sigs"][0].update(change)))
    stranger = log.act_signature(c.register.entries[seq]["act"], "stranger")
    yield c.signed_log("act signature: of a stranger", c.edited(seq, lambda e: e.update(sigs=[stranger])), OK)
    yield c.signed_log("act signature: none", c.edited(seq, lambda e: e.update(sigs=[])), OK)
    rotate = c.find("rotate")
    half = [c.register.entries[rotate]["sigs"][0], {**c.register.entries[rotate]["sigs"][1], "sig": other["sig"]}]
    yield c.signed_log("rotation: the new key did not sign this", c.edited(rotate, lambda e: e.update(sigs=half)), BAD, "signature of the act")
    yield c.signed_log("rotation: no vkey", c.edited(rotate, lambda e: e["act"].update(vkey="x") or e.update(sigs=[])), BAD)
