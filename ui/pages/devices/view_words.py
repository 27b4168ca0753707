"""Words of the devices page: machines, abilities, what they said, what came of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui import texts
from ui.pages.devices.model import ActRow, Heard
from ui.texts import sentence


def word(table: str, key: str) -> str:
    """Of ui.texts_device_words; the key itself where nobody wrote one."""
    code = f"machine.{table}.{key}"
    return sentence(code) if code in texts.table() else key


def icon(role: str) -> str:
    return f"machine-{role.replace('_', '-')}"


def does(role: str, action: str) -> str:
    return word("does", f"{role}.{action}")


def state(code: str) -> str:
    """The short state of a row: the first clause of its sentence."""
    words = sentence(code)
    for mark in ("。", ". ", "，", ", ", "；", "; "):
        words = words.split(mark)[0]
    return words.rstrip(".")


def remedy(code: str) -> str:
    """What stands behind the first clause: what it means and what to do."""
    return sentence(code)


def act_words(row: ActRow) -> str:
    """`开柜门 3`."""
    return f"{does(row.role, row.action)} {row.number}".rstrip()


def ended_words(row: ActRow) -> str:
    return word("ended", row.ended)


def ended_tone(row: ActRow) -> str:
    return {"done": "", "seen": "", "running": "muted", "unknown": "warn"}.get(row.ended, "bad")


def heard_words(heard: Heard) -> str:
    """What it said last, nothing personal in it."""
    fields = heard.fields
    if heard.kind == "level":
        what = word("says", f"level.{fields.get('quantity', '')}")
        value = fields.get("value", "")
        shown = f"{value:.1f}" if isinstance(value, float) else str(value)
        return _filled("level", what=what, value=shown, unit=str(fields.get("unit", "")))
    facts = {name: str(value) for name, value in fields.items()}
    for name in ("closed", "present"):
        if name in fields:
            facts[name] = word("says", f"{'yes' if fields[name] else 'no'}.{name}")
    if "position" in fields:
        facts["position"] = word("says", f"at.{fields['position']}")
    known = f"machine.says.{heard.kind}" in texts.table()
    return _filled(heard.kind if known else "other", **facts)


def _filled(kind: str, **facts: str) -> str:
    return sentence(f"machine.says.{kind}", facts)


def lasts(days: int | None, left: int) -> str:
    """How long what is left lasts."""
    if left <= 0:
        return QCoreApplication.translate("Devices", "用完了")
    if days is None:
        return QCoreApplication.translate("Devices", "最近没人用")
    if days < 1:
        return QCoreApplication.translate("Devices", "今天就会用完")
    if days == 1:
        return QCoreApplication.translate("Devices", "还够一天")
    return QCoreApplication.translate("Devices", "还够 {n} 天").format(n=days)
