"""The text of a code's bytes: UTF-8, then Chinese and Japanese encodings, never an exception."""

from __future__ import annotations


def text_of(raw: bytes, guess: str = "", declared: bool = False) -> str:
    """Bytes as text. `guess` is the reader's own idea, taken when the symbol declared its encoding (ECI) or shows kana.

    QR without ECI does not say how its bytes are meant. UTF-8 proves itself; GB 2312 is tried before anything wider
    because Chinese bytes are valid Shift-JIS too (as half-width kana), while kana never are valid GB 2312.
    """
    text = _clean(raw, "utf-8")
    if text is not None:
        return text
    if declared and guess:
        return guess
    text = _clean(raw, "gb2312")
    if text is not None:
        return text
    if any("\u3040" <= sign <= "\u30ff" for sign in guess):
        return guess
    text = _clean(raw, "gb18030")
    return raw.decode("latin-1") if text is None else text


def _clean(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None
