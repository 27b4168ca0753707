"""What a scanner's bytes say as text: UTF-8, else GB18030, else bytes (DEVICES 2.1)."""

from __future__ import annotations

from drivers.api import Reading

ENCODINGS = ("utf-8", "gb18030")


def code(body: bytes, encodings: tuple[str, ...] = ENCODINGS, **more: str) -> Reading:
    """A Reading `code`: text, the encoding it was in (`binary` and no text when in none of them), the bytes in hex."""
    for encoding in encodings:
        try:
            return Reading("code", {"text": body.decode(encoding), "encoding": encoding, "raw": body.hex(), **more})
        except UnicodeDecodeError:
            continue
    return Reading("code", {"text": "", "encoding": "binary", "raw": body.hex(), **more})
