"""Codes that are not ours: what kind they are, in a word that is safe to show. Never opened, never kept."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit


class ForeignKind(StrEnum):
    """What a foreign code most likely is; each has a sentence."""

    EMPTY = "empty"
    BINARY = "binary"
    TOO_LONG = "too_long"
    WECHAT = "wechat"
    ALIPAY = "alipay"
    URL = "url"
    WIFI = "wifi"
    CONTACT = "contact"
    PHONE = "phone"
    BARCODE = "barcode"  # an article number: EAN, UPC
    PARCEL = "parcel"  # a waybill number
    HIDDEN = "hidden"  # carries control or direction characters: somebody may be playing tricks
    TEXT = "text"


@dataclass(frozen=True)
class Foreign:
    """A foreign code. hint: at most 40 ASCII characters safe to show (a web address's host), often empty."""

    kind: ForeignKind
    hint: str = ""
    length: int = 0


LONGEST = 4_296  # alphanumeric capacity of the largest QR code
_WECHAT = re.compile(
    r"(?i)^(wxp://|weixin://|https?://([a-z0-9-]+\.)*(weixin\.qq|wechat|wx\.tenpay)\.com(?![a-z0-9.-]))"
)
_ALIPAY = re.compile(r"(?i)^(alipays?://|https?://([a-z0-9-]+\.)*alipay\.com(?![a-z0-9.-]))")
_LINK = re.compile(
    r"(?i)^(https?|ftp|javascript|data|file|intent|market|upi|bitcoin|[a-z][a-z0-9+.-]{2,20})://?|^javascript:|^data:"
)
_STARTS = (
    ("wifi:", ForeignKind.WIFI),
    ("begin:vcard", ForeignKind.CONTACT),
    ("mecard:", ForeignKind.CONTACT),
    ("bizcard:", ForeignKind.CONTACT),
    ("tel:", ForeignKind.PHONE),
    ("sms", ForeignKind.PHONE),
)
_ALIPAY_PAY = ("25", "26", "27", "28", "29", "30")  # payment codes; no province's id numbers begin so
_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cn"})  # control, format (direction, joiner), private use, unassigned


def describe(text: str, raw: bytes = b"") -> Foreign:
    """The kind of a foreign text. Total: any text and any bytes have an answer."""
    kind = _kind(text, raw)
    hint = _host(text) if kind in (ForeignKind.URL, ForeignKind.WECHAT, ForeignKind.ALIPAY) else ""
    return Foreign(kind, hint, len(text) or len(raw))


def _kind(text: str, raw: bytes) -> ForeignKind:
    if not text.strip():
        return ForeignKind.BINARY if raw or text.strip(" \r\n\t") else ForeignKind.EMPTY
    if len(text) > LONGEST:
        return ForeignKind.TOO_LONG
    if any(unicodedata.category(char) == "Cs" or char in "\x00�" for char in text):
        return ForeignKind.BINARY
    low = text.strip().casefold()
    for start, kind in _STARTS:
        if low.startswith(start):
            return kind
    if any(unicodedata.category(char) in _HIDDEN for char in text.strip() if char not in "\r\n\t"):
        return ForeignKind.HIDDEN
    return _plain_kind(text.strip())


def _plain_kind(text: str) -> ForeignKind:
    if _WECHAT.match(text):
        return ForeignKind.WECHAT
    if _ALIPAY.match(text):
        return ForeignKind.ALIPAY
    if _LINK.match(text):
        return ForeignKind.URL
    if text.isascii() and text.isdigit():
        return _number_kind(text)
    if re.fullmatch(r"[A-Z]{2,4}[0-9]{9,16}", text):
        return ForeignKind.PARCEL
    return ForeignKind.TEXT


def _number_kind(digits: str) -> ForeignKind:
    if len(digits) == 18 and digits[:2] in _ALIPAY_PAY:
        return ForeignKind.ALIPAY
    if len(digits) in (8, 12, 13, 14) and _ean_check(digits):
        return ForeignKind.BARCODE
    return ForeignKind.TEXT


def _ean_check(digits: str) -> bool:
    """GS1 mod-10 check digit."""
    weights = (3 if place % 2 == 0 else 1 for place in range(len(digits) - 1))
    total = sum(int(digit) * weight for digit, weight in zip(reversed(digits[:-1]), weights, strict=True))
    return (10 - total % 10) % 10 == int(digits[-1])


def _host(text: str) -> str:
    """The host of an address in plain ASCII, cut at 40; empty when it has none that is safe to show."""
    try:
        parts = urlsplit(text.strip())
        host = (parts.hostname or "") if parts.scheme in ("http", "https") else ""
    except ValueError:
        return ""
    try:
        ascii_host = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return ""
    return ascii_host[:40] if re.fullmatch(r"[a-z0-9.-]+", ascii_host) else ""
