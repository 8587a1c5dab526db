"""The whole log: every entry read, every tile recomputed from the entries, every file accounted for.

No hash is taken from a tile. What tiles hold is compared with what the entries give, and nothing else.
"""
import os
import re

import merkle
from entry import Course, Keys, read_entry
from note import Checkpoint
from verdict import cited, Incomplete, need, sha256

WIDTH = 256
_tile = re.compile(r"tile/(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/)*[0-9]{3})(?:\.p/([1-9][0-9]{0,2}))?")


def place(number):
    """Returns the path of a tile's number, three digits a folder."""
    path = "%03d" % (number % 1000)
    while number >= 1000:
        number //= 1000
        path = "x%03d/" % (number % 1000) + path
    return path


def read_file(path):
    """Returns the bytes of a file; refuses what cannot be read."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        need(False, f"{path}: {error.strerror}")


def files_under(folder):
    """Returns the paths of all files below a folder, with `/` between the parts; links are refused."""
    found, waiting = [], [""]
    while waiting:
        prefix = waiting.pop()
        with os.scandir(os.path.join(folder, prefix)) as rows:
            for row in rows:
                path = prefix + row.name
                if row.is_dir(follow_symlinks=False):
                    waiting.append(path + "/")
                else:
                    need(row.is_file(follow_symlinks=False), f"{path}: neither a file nor a folder")
                    found.append(path)
    return sorted(found)


class Audit:
    """A log in a folder, fully verified by making it."""

    def __init__(self, policy, folder, old_size=None):
        self.folder, self.expected, self.lacking = folder, {}, []
        self.checkpoint = Checkpoint(policy, self._read("checkpoint"))
        self.documents, self.unchecked, self.missing = self._documents(), 0, 0
        self.old_root = merkle.EMPTY if old_size == 0 else None
        leaves = self._entries(policy, old_size)
        self._tiles(leaves)
        self._nothing_else(len(leaves))
        if self.lacking:
            raise Incomplete(", ".join(self.lacking))

    def _read(self, path):
        """Returns a file that is needed to go on."""
        if not os.path.lexists(os.path.join(self.folder, path)):
            raise Incomplete(path)
        return read_file(os.path.join(self.folder, path))

    def _expect(self, prefix, number, width, data):
        """A tile that must be there with these bytes; remembered for the older, partial ones."""
        path = f"{prefix}/{place(number)}"
        self.expected[path] = data
        full = path if width == WIDTH else f"{path}.p/{width}"
        return full

    def _documents(self):
        """Returns the documents that lie beside the tiles, each under its digest."""
        found = {}
        for path in files_under(os.path.join(self.folder, "documents")) if self._has("documents") else ():
            data = self._read("documents/" + path)
            need(sha256(data).hex() == path, f"documents/{path}: not the digest of the file")
            found[cited(sha256(data))] = data
        return found

    def _has(self, name):
        return os.path.isdir(os.path.join(self.folder, name)) and not os.path.islink(os.path.join(self.folder, name))

    def _entries(self, policy, old_size):
        size, origin = self.checkpoint.size, self.checkpoint.origin
        course, keys, tree, leaves = Course(origin), Keys(policy), merkle.Range(), []
        for data in self.documents.values():
            if len(data) == 32:
                keys.add(data)
        for number in range((size + WIDTH - 1) // WIDTH):
            width = min(WIDTH, size - number * WIDTH)
            path = self._expect("tile/entries", number, width, None)
            bundle, ends = self._read(path), [0]
            for _ in range(width):
                raw = self._next(bundle, ends, path)
                entry = read_entry(raw, origin, len(leaves))
                course.follow(entry)
                keys.learn(entry)
                self.unchecked += keys.check(entry.act, entry.sigs, entry.what)
                self._references(entry)
                leaves.append(merkle.leaf(raw))
                tree.add(leaves[-1])
                if tree.size == old_size:
                    self.old_root = tree.root()
            need(ends[-1] == len(bundle), f"{path}: something follows the last entry")
            self.expected[f"tile/entries/{place(number)}"] = (bundle, ends)
        need(tree.root() == self.checkpoint.root, "the root computed from the entries is not that of the checkpoint")
        return leaves

    @staticmethod
    def _next(bundle, ends, path):
        start = ends[-1] + 2
        need(start <= len(bundle), f"{path}: cut short")
        end = start + int.from_bytes(bundle[start - 2 : start], "big")
        need(end <= len(bundle), f"{path}: cut short")
        ends.append(end)
        return bundle[start:end]

    def _references(self, entry):
        for digest, length in entry.documents():
            if digest in self.documents:
                need(len(self.documents[digest]) == length, f"{entry.what}: length of a document")
            else:
                self.missing += 1

    def _tiles(self, row):
        level = 0
        while row:
            above = []
            for number in range((len(row) + WIDTH - 1) // WIDTH):
                part = row[number * WIDTH : (number + 1) * WIDTH]
                path = self._expect(f"tile/{level}", number, len(part), b"".join(part))
                if os.path.lexists(os.path.join(self.folder, path)):
                    need(self._read(path) == b"".join(part), f"{path}: not what the entries give")
                else:
                    self.lacking.append(path)
                if len(part) == WIDTH:
                    above.append(merkle.root_of(part))
            row, level = above, level + 1

    def _nothing_else(self, size):
        """Refuses every file that the checkpoint does not call for; older partial tiles may stay, if right."""
        for path in files_under(self.folder):
            if path == "checkpoint" or path.startswith(("documents/", ".incoming/")):
                continue
            found = _tile.fullmatch(path)
            need(found, f"{path}: surplus")
            level, number, width = found.groups()
            wanted = self.expected.get(f"tile/{level}/{number}")
            need(wanted is not None, f"{path}: surplus")
            width = WIDTH if width is None else int(width)
            if level == "entries":
                bundle, ends = wanted
                need(width < len(ends), f"{path}: surplus")
                want = bundle[: ends[width]]
            else:
                need(width * 32 <= len(wanted), f"{path}: surplus")
                want = wanted[: width * 32]
            need(path.endswith(".p/256") is False, f"{path}: surplus")
            need(self._read(path) == want, f"{path}: not what the entries give")

    def remarks(self):
        """Returns what was not checked, for a verdict."""
        parts = []
        if self.unchecked:
            parts.append(f"{self.unchecked} signatures of acts not checked: other kind or key not at hand")
        if self.missing:
            parts.append(f"{self.missing} documents not at hand")
        return "".join("; " + part for part in parts)
