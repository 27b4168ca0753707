"""Text from outside made harmless: one line, no control or direction-changing characters, a known length."""

from __future__ import annotations

import unicodedata

MAX_LINE = 200
# Bidirectional controls and invisible joiners (Unicode Cf) can make one text look like another; ZWJ/ZWNJ are not needed here.
_DROPPED = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")


def clean_line(text: str, limit: int = MAX_LINE) -> str:
    """NFC, control and format characters gone, runs of white space as one space, at most `limit` characters."""
    spaced = "".join(" " if c in "\t\r\n\v\f\u2028\u2029\u0085" else c for c in text)
    kept = "".join(c for c in unicodedata.normalize("NFC", spaced) if unicodedata.category(c) not in _DROPPED)
    return " ".join(kept.split())[:limit]
