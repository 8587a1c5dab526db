"""Logs whose files are damaged, checkpoints signed wrongly, and policies that no verifier may accept."""
import ed25519

import make_log as log
from cases import BAD, Link, LOG, OK, PART, small_order_points


def files(c):
    """Yields the cases of damaged folders and wrong checkpoints."""
    for name in sorted(c.log):
        number = 200 if "entries/000" in name else 150 if "checkpoint" in name else 60
        yield from c.flips_of("log", LOG, c.log, name, number)
        yield from c.cuts_of("log", LOG, c.log, name)
        missing = c.log_case(f"{name} missing", {name: None}, PART, name.removeprefix("log/"))
        if ".p/24" not in name and ".p/41" not in name:
            yield missing
    yield from exchanged(c)
    yield from checkpoints(c)


def exchanged(c):
    """Files swapped, doubled, old, surplus, linked."""
    def tile(path):
        return c.log["log/" + path]

    lacking = ("the old checkpoint", "no tiles at all", "no entries")  # nothing that is shown is wrong
    changes = {
        "levels 0 and 1 swapped": {"log/tile/0/001.p/44": tile("tile/1/000.p/1"), "log/tile/1/000.p/1": tile("tile/0/001.p/44")},
        "entry bundles swapped": {"log/tile/entries/000": tile("tile/entries/001.p/44"),
                                  "log/tile/entries/001.p/44": tile("tile/entries/000")},
        "an old tile for the new": {"log/tile/0/001.p/44": tile("tile/0/001.p/41")},
        "an old bundle for the new": {"log/tile/entries/001.p/44": tile("tile/entries/001.p/41")},
        "a new tile for an old": {"log/tile/0/001.p/41": tile("tile/0/001.p/44")},
        "the first tile twice": {"log/tile/0/001": tile("tile/0/000")},
        "a partial tile under the name of a full one": {"log/tile/0/001": tile("tile/0/001.p/44"), "log/tile/0/001.p/44": None},
        "a tile doubled at another number": {"log/tile/0/002": tile("tile/0/000")},
        "a tile beyond the size": {"log/tile/0/001.p/45": tile("tile/0/001.p/44") + b"x" * 32},
        "a level too many": {"log/tile/2/000.p/1": tile("tile/1/000.p/1")},
        "an empty partial tile": {"log/tile/1/001.p/0": b""},
        "a full tile called partial": {"log/tile/0/000.p/256": tile("tile/0/000")},
        "a tile at a level with a leading zero": {"log/tile/00/000": tile("tile/0/000")},
        "a tile under a long name": {"log/tile/0/x000/000": tile("tile/0/000")},
        "a temporary file": {"log/tile/0/.000.tmp": b""},
        "a key beside the log": {"log/log.vkey": log.vkey(log.ORIGIN, 1).encode()},
        "a linked tile": {"log/tile/0/000": Link("../entries/000")},
        "the old checkpoint": {"log/checkpoint": c.good["old.checkpoint"]},
        "the forged checkpoint": {"log/checkpoint": c.good["fork.checkpoint"]},
        "a document under another name": {"log/documents/" + "0" * 64: b"x"},
        "no tiles at all": {name: None for name in c.log if "/tile/" in name},
        "no entries": {name: None for name in c.log if "/entries/" in name},
    }
    for name, change in changes.items():
        yield c.log_case(name, change, PART if name in lacking else BAD)
    part = {"log/tile/0/000.p/9": tile("tile/0/000")[: 9 * 32]}
    yield c.log_case("a partial tile left beside the full one", part, OK)
    part = {"log/tile/0/000.p/9": tile("tile/0/000")[32 : 10 * 32]}
    yield c.log_case("a wrong partial tile left beside the full one", part, BAD, "not what the entries give")


def checkpoints(c):
    """The signed note over the good log."""
    text = f"{log.ORIGIN}\n{c.size}\n{log.b64(log.root(c.row))}\n"
    own, first, second = log.log_line(text), log.cosign_line(text, log.WITNESSES[0][1]), log.cosign_line(text, log.WITNESSES[1][1])

    def note(lines, body=text):
        return {"log/checkpoint": (body + "\n" + "".join(lines)).encode()}

    def signed(body):
        return note([log.log_line(body)] + [log.cosign_line(body, name) for _, name in log.WITNESSES], body)

    name = log.WITNESSES[0][1]
    stranger = log.line("stranger.example", 1, b"x" * 64)
    base = own.split(" ")[2].rstrip("\n")
    fine = {
        "an unknown key": note([own, first, stranger, second]),
        "a key of the log's name but another id": note([own, log.line(log.ORIGIN, 4, b"x" * 64), first, second]),
        "an ML-DSA line of an unknown key": note([own, first, second, log.line("pq.example", 6, b"x" * 2428)]),
        "cosignatures first": note([first, second, own]),
        "64 signatures": note([own, first, second] + [stranger] * 61),
        "one cosignature twice": note([own, first, second, second]),
    }
    for what, change in fine.items():
        yield c.log_case("note: " + what, change, OK)
    root = log.b64(log.root(c.row))
    wrong = {
        "no witness": note([own]),
        "one witness": note([own, first]),
        "one witness twice": note([own, first, first]),
        "one witness at two times": note([own, first, log.cosign_line(text, name, log.WHEN + 1)]),
        "no log signature": note([first, second]),
        "the log signature by another": note([log.line(log.ORIGIN, 1, ed25519.sign(log.seed("thief"), text.encode())), first, second]),
        "a good and a bad log signature": note([own, log.line(log.ORIGIN, 1, b"x" * 64), first, second]),
        "a good and a bad cosignature": note([own, first, second, log.line(name, 4, b"\0" * 72)]),
        "a bad cosignature that is not needed": note([own, first, second, log.line(log.WITNESSES[2][1], 4, b"\0" * 72)]),
        "a cosignature without its time": note([own, first, log.line(log.WITNESSES[1][1], 4, ed25519.sign(log.seed(log.WITNESSES[1][1]), text.encode()))]),
        "a cosignature of another size": note([own, first, log.cosign_line(text.replace("300", "299"), log.WITNESSES[1][1])]),
        "65 signatures": note([own, first, second] + [stranger] * 62),
        "no signature at all": note([]),
        "a small nonce": note([log.line(log.ORIGIN, 1, small_nonce(text.encode())), first, second]),
        "a second form of the signature": note([log.line(log.ORIGIN, 1, second_form(text.encode())), first, second]),
        "a short unknown signature": note([own, first, second, "\u2014 stranger.example AAAA\n"]),
        "an unknown signature without base64": note([own, first, second, "\u2014 stranger.example AAAAA*AA\n"]),
        "an unknown signature with loose padding": note([own, first, second, "\u2014 stranger.example AAAAAAB=\n"]),
        "a hyphen for the dash": note([own, first, second, stranger.replace("\u2014", "-")]),
        "a name with a plus": note([own, first, second, stranger.replace("stranger", "a+b")]),
        "a name with a no-break space": note([own, first, second, stranger.replace("stranger", "a\u00a0b")]),
        "two blanks": note([own, first, second, stranger.replace(" ", "  ", 1)]),
        "a blank at the end": note([own, first, second, stranger.replace("\n", " \n")]),
        "no last line end": {"log/checkpoint": c.note[:-1]},
        "a line end too many": {"log/checkpoint": c.note + b"\n"},
        "CR line ends": {"log/checkpoint": c.note.replace(b"\n", b"\r\n")},
        "a tab": signed(text + "a\tb\n"),
        "larger than 256 KiB": signed(text + "x" * 262_144 + "\n"),
        "not UTF-8": {"log/checkpoint": c.note[:-1] + b"\xff\n"},
        "a line end within base64": {"log/checkpoint": c.note.replace(base.encode(), base[:8].encode() + b"\n" + base[8:].encode())},
        "base64 of a signature not canonical": note([own.replace(base, base[:-1] + chr(ord(base[-1]) + 1)), first, second]),
        "two lines only": signed(f"{log.ORIGIN}\n{c.size}\n"),
        "an empty extension line": signed(text + "\nx\n"),
        "a blank line more": note(["\n", own, first, second]),
        "a leading zero": signed(text.replace("300", "0300")),
        "a plus": signed(text.replace("300", "+300")),
        "a size of 19 digits": signed(text.replace("300", "1000000000000000000")),
        "a larger size": signed(text.replace("300", "301")),
        "a smaller size": signed(text.replace("300", "299")),
        "size nought": signed(text.replace("300", "0")),
        "another root": signed(text.replace(root, log.b64(b"x" * 32))),
        "a root of 31 bytes": signed(text.replace(root, log.b64(b"x" * 31))),
        "a root whose padding bits are set": signed(text.replace(root, root[:-2] + chr(ord(root[-2]) + 1) + "=")),
        "another origin": signed(text.replace(log.ORIGIN, "other.example")),
    }
    lacking = ("a larger size", "a smaller size")  # the files of such a log are not there
    for what, change in wrong.items():
        yield c.log_case("note: " + what, change, PART if what in lacking else BAD)


def small_nonce(message):
    """A signature whose nonce is the neutral point: it satisfies the equation, and strict verifiers refuse it."""
    secret, _, key = ed25519._expand(log.seed(log.ORIGIN))
    nonce = (1).to_bytes(32, "little")
    return nonce + (ed25519._scalar(nonce, key, message) * secret % ed25519.ORDER).to_bytes(32, "little")


def second_form(message):
    """A good signature with the order of the group added to its second half."""
    good = ed25519.sign(log.seed(log.ORIGIN), message)
    return good[:32] + (int.from_bytes(good[32:], "little") + ed25519.ORDER).to_bytes(32, "little")


def policies(c):
    """Policies over the good log."""
    own = f"log {log.vkey(log.ORIGIN, 1)}\n"
    names = "".join(f"witness {short} {log.vkey(name, 4)}\n" for short, name in log.WITNESSES)
    quorum = "group parties 2 w1 w2 w3\nquorum parties\n"
    pq = b"\x06" + b"k" * 1312
    pq_key = f"pq.example+{log.key_id('pq.example', pq).hex()}+{log.b64(pq)}"

    def pq_note(length):
        line = f"\u2014 pq.example {log.b64(log.key_id('pq.example', pq) + b'0' * length)}\n"
        return {"log/checkpoint": c.note + line.encode()}

    def case(what, text, verdict=BAD, changes=None):
        raw = text if isinstance(text, bytes) else text.encode()
        return c.case("policy: " + what, LOG, {**c.log, **(changes or {}), "policy": raw}, verdict)

    nested = "group a any w1\ngroup b all w2 w3\ngroup c 1 a b\nquorum c\n"
    witness = f"witness pq {pq_key}\n"
    yield case("nobody needed", own + "quorum none\n", OK)
    yield case("blanks, tabs, comments, addresses", "\n # x\n\tlog " + log.vkey(log.ORIGIN, 1) + " https://x\n" + names.replace(" ", "\t ") + quorum, OK)
    yield case("groups of groups", own + names + nested, OK)
    yield case("no last line end", (own + names + quorum)[:-1])
    yield case("one witness", own + names + "quorum w2\n", OK)
    yield case("a witness that did not sign", own + names + "quorum w3\n")
    yield case("all of three", own + names + "group parties all w1 w2 w3\nquorum parties\n")
    yield case("a group that is not met", own + names + nested.replace("1 a b", "2 a b"))
    yield case("an ML-DSA witness beside", own + names + witness + quorum, OK, pq_note(2428))
    yield case("an ML-DSA witness does not count", own + names + witness + "quorum pq\n", BAD, pq_note(2428))
    yield case("a cosignature of ML-DSA too short", own + names + witness + quorum, BAD, pq_note(2427))
    yield case("a cosignature of ML-DSA too long", own + names + witness + quorum, BAD, pq_note(2429))
    yield case("an ML-DSA key too short", own + names + witness.replace(log.b64(pq), log.b64(pq[:-1])) + quorum)
    key = log.vkey(log.ORIGIN, 1)
    stem, number, blob = key.split("+", 2)
    for what, text in {
        "empty": "",
        "no log": names + quorum,
        "no quorum": own + names,
        "two quorums": own + names + quorum + "quorum w1\n",
        "a quorum before its group": own + names + "quorum parties\ngroup parties 2 w1 w2 w3\n",
        "an unknown quorum": own + names + "quorum w9\n",
        "an unknown member": own + names + "group parties 1 w1 w9\nquorum parties\n",
        "none in a group": own + names + "group parties 1 w1 none\nquorum parties\n",
        "a member twice": own + names + "group parties 2 w1 w1\nquorum parties\n",
        "a member of two groups": own + names + "group a any w1 w2\ngroup b any w1 w3\ngroup c all a b\nquorum c\n",
        "a threshold of nought": own + names + "group parties 0 w1 w2\nquorum parties\n",
        "a threshold too high": own + names + "group parties 3 w1 w2\nquorum parties\n",
        "a threshold with a zero": own + names + "group parties 02 w1 w2 w3\nquorum parties\n",
        "a group without members": own + names + "group parties all\nquorum parties\n",
        "a group called none": own + names + "group none any w1\nquorum none\n",
        "a witness called none": own + names.replace("w3", "none") + "quorum w1\n",
        "a name twice": own + names.replace("w3", "w2") + "quorum w1\n",
        "a group named like a witness": own + names + "group w1 any w2\nquorum w1\n",
        "the log twice": own + own + names + quorum,
        "a witness twice": own + names + names.split("\n")[0].replace("w1", "w4") + "\n" + quorum,
        "a witness with the key of the log": own + names + f"witness w4 {log.vkey('x.example', 4, ed25519.public(log.seed(log.ORIGIN)))}\n" + quorum,
        "an unknown word": own + names + quorum + "trust everybody\n",
        "CR line ends": (own + names + quorum).replace("\n", "\r\n"),
        "a control character in a comment": own + names + quorum + "# \x01\n",
        "a DEL in a comment": own + names + quorum + "# \x7f\n",
        "the key of another log": f"log {log.vkey('other.example', 1)}\n" + names + quorum,
        "another key of this name": f"log {log.vkey(log.ORIGIN, 1, ed25519.public(log.seed('thief')))}\n" + names + quorum,
        "a log key of type 4": f"log {log.vkey(log.ORIGIN, 4)}\n" + names + quorum,
        "a witness key of type 1": own + names.replace(log.vkey(log.WITNESSES[2][1], 4), log.vkey(log.WITNESSES[2][1], 1)) + quorum,
        "a key id in upper case": own.replace(number, "ABCDEF01") + names + quorum,
        "a wrong key id": own.replace(number, "00000000") + names + quorum,
        "a short key id": own.replace(number, number[:7]) + names + quorum,
        "a key without name": own.replace(stem, "") + names + quorum,
        "a key whose padding bits are set": own.replace(blob, blob[:-2] + chr(ord(blob[-2]) + 1) + "=") + names + quorum,
        "a key that is not base64": own.replace(blob, "*") + names + quorum,
    }.items():
        yield case(what, text)
    for point in small_order_points():
        weak = f"witness w4 {log.vkey('weak.example', 4, point)}\n"
        yield case(f"a weak witness key {point.hex()[:6]}{point.hex()[-2:]}", own + names + weak + quorum)
        yield case(f"a weak log key {point.hex()[:6]}{point.hex()[-2:]}", own + f"log {log.vkey('weak.example', 1, point)}\n" + names + quorum)
