"""The text of a code's bytes: UTF-8, then Chinese and Japanese encodings, never an exception."""

from __future__ import annotations

# First bytes of punctuation or kana, and of the everyday characters: GB 2312 level 1, JIS X 0208 level 1.
CHINESE = (range(0xA1, 0xA4), range(0xB0, 0xD8))
JAPANESE = (range(0x81, 0x84), range(0x88, 0x98))


def text_of(raw: bytes, guess: str = "", declared: bool = False) -> str:
    """Bytes as text. `guess` is the reader's own idea, taken when the symbol `declared` its encoding (ECI).

    QR without ECI does not say how its bytes are meant. UTF-8 proves itself. GB 18030 and Shift-JIS accept each
    other's bytes: the one in which the bytes are everyday signs instead of rare ones is meant, Chinese on a tie.
    """
    text = _clean(raw, "utf-8")
    if text is not None:
        return text
    if declared and guess:
        return guess
    chinese, japanese = _clean(raw, "gb18030"), _clean(raw, "shift_jis")
    if japanese is not None and (chinese is None or _ordinary(raw, *JAPANESE) > _ordinary(raw, *CHINESE)):
        return japanese
    return raw.decode("latin-1") if chinese is None else chinese


def _ordinary(raw: bytes, kana: range, level_1: range) -> float:
    """Share of the double bytes, walked in pairs, whose first byte is that of an everyday sign of the encoding."""
    pairs = everyday = at = 0
    while at < len(raw) - 1:
        if raw[at] < 0x80:
            at += 1
            continue
        pairs += 1
        everyday += raw[at] in kana or raw[at] in level_1
        at += 2
    return everyday / pairs if pairs else 0.0


def _clean(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None
