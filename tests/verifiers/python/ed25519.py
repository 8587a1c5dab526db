"""Ed25519 (RFC 8032) in plain Python, strict: keys and nonces of small order are refused, encodings are canonical.

For tests and verification only: slow, and not constant in time.
"""
import functools
import hashlib

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
_ROOT = pow(2, (P - 1) // 4, P)
_ZERO = (0, 1, 1, 0)


def _recover_x(y, odd):
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * _ROOT % P
    if (x * x - square) % P or (x == 0 and odd):
        return None
    return P - x if x & 1 != odd else x


def _add(p, q):
    a = (p[1] - p[0]) * (q[1] - q[0]) % P
    b = (p[1] + p[0]) * (q[1] + q[0]) % P
    c = 2 * p[3] * q[3] * D % P
    d = 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def _double(p):
    a, b = p[0] * p[0] % P, p[1] * p[1] % P
    h = a + b
    e = h - (p[0] + p[1]) ** 2
    g = a - b
    f = 2 * p[2] * p[2] + g
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def _multiply(scalar, point):
    total = _ZERO
    while scalar:
        if scalar & 1:
            total = _add(total, point)
        point = _double(point)
        scalar >>= 1
    return total


def _equal(p, q):
    return (p[0] * q[2] - q[0] * p[2]) % P == 0 and (p[1] * q[2] - q[1] * p[2]) % P == 0


def _doubled(point):
    row = [point]
    for _ in range(255):
        row.append(_double(row[-1]))
    return row


_BASE_Y = 4 * pow(5, P - 2, P) % P
_BASE_X = _recover_x(_BASE_Y, 0)
_BASE = _doubled((_BASE_X, _BASE_Y, 1, _BASE_X * _BASE_Y % P))


def _multiply_base(scalar):
    total = _ZERO
    for bit, point in enumerate(_BASE):
        if scalar >> bit & 1:
            total = _add(total, point)
    return total


def _encode(p):
    inverse = pow(p[2], P - 2, P)
    x, y = p[0] * inverse % P, p[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


@functools.lru_cache(maxsize=1024)
def _decode(raw):
    """Returns a point that is not of small order, None for all else."""
    number = int.from_bytes(raw, "little")
    y = number & (1 << 255) - 1
    x = _recover_x(y, number >> 255)
    if x is None:
        return None
    point = (x, y, 1, x * y % P)
    return None if _equal(_multiply(8, point), _ZERO) else point


def _scalar(*parts):
    return int.from_bytes(hashlib.sha512(b"".join(parts)).digest(), "little")


@functools.lru_cache(maxsize=64)
def _expand(seed):
    digest = hashlib.sha512(seed).digest()
    secret = (int.from_bytes(digest[:32], "little") & (1 << 254) - 8) | 1 << 254
    return secret, digest[32:], _encode(_multiply_base(secret))


def public(seed):
    """Returns the public key of a 32-byte seed."""
    return _expand(seed)[2]


def sign(seed, message):
    """Returns the signature over a message."""
    secret, prefix, key = _expand(seed)
    nonce = _scalar(prefix, message) % ORDER
    point = _encode(_multiply_base(nonce))
    rest = (nonce + _scalar(point, key, message) % ORDER * secret) % ORDER
    return point + rest.to_bytes(32, "little")


def good_key(raw):
    """Whether 32 bytes are a public key: a canonical point, not of small order."""
    return len(raw) == 32 and _decode(raw) is not None


@functools.lru_cache(maxsize=65536)
def verify(key, message, signature):
    """Whether the signature verifies strictly: no small order, no second encoding, no cofactor."""
    if len(key) != 32 or len(signature) != 64:
        return False
    point, nonce = _decode(key), _decode(signature[:32])
    rest = int.from_bytes(signature[32:], "little")
    if point is None or nonce is None or rest >= ORDER:
        return False
    challenge = _scalar(signature[:32], key, message) % ORDER
    return _equal(_multiply_base(rest), _add(nonce, _multiply(challenge, point)))
