"""Sentences of households, residents and names."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "people.name_missing": (
        "还没有写姓名，没有保存。请填写姓名。",
        "The name is missing; nothing was saved. Please enter it.",
    ),
    "people.name_long": (
        "姓名太长，没有保存。请缩短到 {limit} 个字以内。",
        "The name is too long; nothing was saved. Please keep it within {limit} characters.",
    ),
    "people.name_odd": (
        "姓名里有不能用的符号，没有保存。请只写文字、空格和「·」。",
        "The name holds signs that cannot be used; nothing was saved. Please use letters, spaces and “·” only.",
    ),
}
