"""The two ways in which a verification ends badly, and the small checks that everything else is made of.

Knows nothing of logs: numbers, base64, digests, calendar days and instants.
"""
import base64
import binascii
import hashlib
import re


class Refused(Exception):
    """What was shown contradicts itself, its form or the policy."""


class Incomplete(Exception):
    """Nothing shown is wrong, but something needed was not shown."""


def need(holds, reason):
    """Refuses, with the reason, what does not hold."""
    if not holds:
        raise Refused(reason)


def sha256(*parts):
    """Returns the digest of the parts, one after the other."""
    return hashlib.sha256(b"".join(parts)).digest()


def cited(digest):
    """Returns a digest as records cite it."""
    return "sha256:" + digest.hex()


def unbase64(text, what):
    """Reads standard base64 with padding and canonical unused bits; text is bytes or str."""
    raw = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    try:
        value = base64.b64decode(raw, validate=True)
    except (binascii.Error, ValueError):
        raise Refused(f"{what}: not base64") from None
    need(base64.b64encode(value) == raw, f"{what}: base64 is not canonical")
    return value


def decimal(text, what):
    """Reads a number of at most 18 digits without leading zeros; text is bytes."""
    need(re.fullmatch(rb"0|[1-9][0-9]{0,17}", text), f"{what}: not a plain decimal number")
    return int(text)


def is_digest(value):
    """Whether a value of a record is a cited digest."""
    return type(value) is str and re.fullmatch(r"sha256:[0-9a-f]{64}", value) is not None


def is_word(value):
    """Whether a value is an identifier or code: printable ASCII without blanks, not empty."""
    return type(value) is str and re.fullmatch(r"[!-~]+", value) is not None


def is_count(value):
    """Whether a value is an integer of at least 0."""
    return type(value) is int and value >= 0


def is_day(value):
    """Whether a value is a calendar day, 0000-01-01 to 9999-12-31, Gregorian throughout."""
    if type(value) is not str or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return False
    year, month, day = (int(part) for part in value.split("-"))
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    lengths = (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return 1 <= month <= 12 and 1 <= day <= lengths[month - 1]


def is_instant(value):
    """Whether a value is an instant in UTC with whole seconds; there is no second 60."""
    if type(value) is not str or not re.fullmatch(r".{10}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z", value, re.S):
        return False
    hour, minute, second = int(value[11:13]), int(value[14:16]), int(value[17:19])
    return is_day(value[:10]) and hour < 24 and minute < 60 and second < 60
