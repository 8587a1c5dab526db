"""Merkle arithmetic after RFC 6962 and RFC 9162. Knows only hashes and positions."""
from verdict import need, sha256

EMPTY = sha256()


def leaf(entry):
    """Returns the hash of an entry."""
    return sha256(b"\0", entry)


def node(left, right):
    """Returns the hash above two hashes."""
    return sha256(b"\1", left, right)


class Range:
    """The roots of the perfect subtrees over all leaves so far, largest first."""

    def __init__(self):
        self.size, self.roots = 0, []

    def add(self, hashed):
        """Appends one hash."""
        rest = self.size
        while rest & 1:
            hashed = node(self.roots.pop(), hashed)
            rest >>= 1
        self.roots.append(hashed)
        self.size += 1

    def root(self):
        """Returns the root over all hashes added."""
        if not self.roots:
            return EMPTY
        hashed = self.roots[-1]
        for left in reversed(self.roots[:-1]):
            hashed = node(left, hashed)
        return hashed


def root_of(hashes):
    """Returns the root over a list of hashes."""
    tree = Range()
    for hashed in hashes:
        tree.add(hashed)
    return tree.root()


def included(index, size, hashed, path):
    """Returns the root to which an inclusion path leads (RFC 9162 section 2.1.3.2)."""
    need(index < size, "the index is not below the size of the tree")
    first, last = index, size - 1
    for sibling in path:
        need(last, "the inclusion path is too long")
        if first & 1 or first == last:
            hashed = node(sibling, hashed)
            while not first & 1 and first:
                first, last = first >> 1, last >> 1
        else:
            hashed = node(hashed, sibling)
        first, last = first >> 1, last >> 1
    need(last == 0, "the inclusion path is too short")
    return hashed


def roots_from(old, new, path):
    """Returns the old and the new root that a consistency path yields, its starting hash always stated.

    RFC 9162 section 2.1.4.2 leaves the first hash out when the old tree is a perfect subtree; here it is there,
    so that the path alone, without the old root, says what the first `old` leaves of the new tree were.
    """
    need(0 < old < new and path, "consistency: sizes or no hash")
    first, last = old - 1, new - 1
    while first & 1:
        first, last = first >> 1, last >> 1
    old_root = new_root = path[0]
    for sibling in path[1:]:
        need(last, "the consistency path is too long")
        if first & 1 or first == last:
            old_root, new_root = node(sibling, old_root), node(sibling, new_root)
            while not first & 1 and first:
                first, last = first >> 1, last >> 1
        else:
            new_root = node(new_root, sibling)
        first, last = first >> 1, last >> 1
    need(last == 0, "the consistency path is too short")
    return old_root, new_root
