"""Reader of records, the restricted form of RFC 8785: one pass over the bytes, no JSON library.

Objects remember the bytes they were read from, because those bytes are what is hashed and signed. Knows
no type of record; it only demands that there is one.
"""
import functools
import re

from verdict import need, Refused

LIMIT = 2**53
DEEPEST = 16
_name = re.compile(rb'"([a-z][a-z0-9_]{0,63})":')
_integer = re.compile(rb"0|-?[1-9][0-9]*")
_plain = re.compile(rb'[^\x00-\x1f"\\]*')
_escape = re.compile(rb'\\(?:(["\\btnfr])|u00([01][0-9a-f]))')
_short = {b'"': '"', b"\\": "\\", b"b": "\b", b"t": "\t", b"n": "\n", b"f": "\f", b"r": "\r"}
_type = re.compile(r"sponsio\.[a-z][a-z0-9_-]*/[1-9][0-9]{0,8}")


class Object(dict):
    """The members of an object, with the exact bytes it was read from in `raw`."""

    raw = b""

    def only(self, what, needed, allowed=()):
        """Refuses a missing or an unknown member."""
        for name in needed:
            need(name in self, f"{what}: member `{name}` is missing")
        for name in self:
            need(name in needed or name in allowed, f"{what}: unknown member `{name}`")


class _Reader:
    def __init__(self, raw):
        self.raw, self.at = raw, 0

    def fault(self, rule, what):
        raise Refused(f"not a record: rule {rule}, byte {self.at}: {what}")

    def value(self, depth):
        if depth > DEEPEST:
            self.fault(7, "too deep")
        head = self.raw[self.at : self.at + 1]
        if head == b"{":
            return self.object(depth)
        if head == b"[":
            return self.array(depth)
        if head == b'"':
            return self.text()
        for word, value in ((b"true", True), (b"false", False)):
            if self.raw.startswith(word, self.at):
                self.at += len(word)
                return value
        return self.integer()

    def integer(self):
        found = _integer.match(self.raw, self.at)
        if not found:
            self.fault(2, "no value of a record begins here")
        digits = found[0]
        if len(digits) > 17 or abs(int(digits)) >= LIMIT:
            self.fault(4, "the integer is too large")
        self.at = found.end()
        return int(digits)

    def text(self):
        start = self.at
        self.at += 1
        parts = []
        while True:
            run = _plain.match(self.raw, self.at)
            parts.append(run[0])
            self.at = run.end()
            if self.raw[self.at : self.at + 1] == b'"':
                self.at += 1
                break
            escape = _escape.match(self.raw, self.at)
            if not escape:
                self.fault(5, "a string ends or escapes wrongly")
            parts.append(self.unescape(escape))
            self.at = escape.end()
        try:
            return b"".join(parts).decode("utf-8", "strict")
        except UnicodeDecodeError:
            self.at = start
            self.fault(1, "not UTF-8")

    def unescape(self, escape):
        if escape[1]:
            return _short[escape[1]].encode()
        code = int(escape[2], 16)
        if code == 0:
            self.fault(5, "U+0000")
        if chr(code) in "\b\t\n\f\r":
            self.fault(5, "this character has a short escape")
        return bytes([code])

    def array(self, depth):
        self.at += 1
        items = []
        if self.raw[self.at : self.at + 1] == b"]":
            self.at += 1
            return items
        while True:
            items.append(self.value(depth + 1))
            if self.ends(b"]"):
                return items

    def object(self, depth):
        start = self.at
        self.at += 1
        members, last = Object(), b""
        if self.raw[self.at : self.at + 1] == b"}":
            self.at += 1
        else:
            while True:
                name = _name.match(self.raw, self.at)
                if not name or name[1] <= last:
                    self.fault(3, "no member name in its place and order")
                last, self.at = name[1], name.end()
                members[last.decode()] = self.value(depth + 1)
                if self.ends(b"}"):
                    break
        members.raw = self.raw[start : self.at]
        return members

    def ends(self, close):
        mark = self.raw[self.at : self.at + 1]
        if mark not in (b",", close) or not mark:
            self.fault(1, "neither a comma nor an end")
        self.at += 1
        return mark == close


@functools.lru_cache(maxsize=8192)
def read(raw):
    """Returns the top-level object of a record. The same bytes always give the same object: do not change it."""
    reader = _Reader(raw)
    if raw[:1] != b"{":
        reader.fault(1, "a record is an object")
    top = reader.value(0)
    if reader.at != len(raw):
        reader.fault(1, "something follows the object")
    kind = top.get("type")
    need(type(kind) is str and _type.fullmatch(kind), "not a record: rule 8: no type `sponsio.NAME/VERSION`")
    return top


def read_type(raw, kind, what):
    """Returns the top-level object of a record of this very type."""
    top = read(raw)
    need(top["type"] == kind, f"{what}: not of type {kind}")
    return top
