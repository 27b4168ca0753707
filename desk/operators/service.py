"""Verbs on operators: the first manager, adding, editing, PINs, badges, vouching."""

from __future__ import annotations

import secrets
from typing import Any

from sqlalchemy import select

from desk.core.errors import Refused
from desk.core.text import clean_line
from desk.operators.pins import badge_hash, hash_pin
from desk.operators.reads import Chip, chip, manager_count, needs_first_manager, owner_of_badge
from desk.operators.rules import Role, chip_labels
from desk.operators.tables import Operator
from desk.store.unit import Unit

BADGE_PREFIX = "OP-"
BADGE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
BADGE_SHORTEST = 6
NAME_LONGEST = 60


def make_first_manager(u: Unit, display_name: str, pin: str) -> Chip:
    """The first-run wizard's manager; needs no right. Refused("operator.not_first") once there is one."""
    if not needs_first_manager(u):
        raise Refused("operator.not_first")
    return _add(u, "operator.first_manager", display_name, Role.MANAGER, pin)


def add_operator(u: Unit, display_name: str, role: str, pin: str = "") -> Chip:
    """Right operators.edit. Refused: operator.name_empty, operator.role_unknown, pin.*"""
    u.actor.require("operators.edit")
    return _add(u, "operator.added", display_name, _role(role), pin)


def edit_operator(
    u: Unit, operator_id: str, *, display_name: str | None = None, role: str | None = None, active: bool | None = None
) -> Chip | None:
    """Right operators.edit. None once inactive. Refused: operator.last_manager when nobody could manage any more."""
    u.actor.require("operators.edit")
    loses = active is False or (role is not None and _role(role) is not Role.MANAGER)
    if loses and _is_manager(u, operator_id) and manager_count(u, without=operator_id) == 0:
        raise Refused("operator.last_manager")
    fields: dict[str, Any] = {}
    if display_name is not None:
        fields["display_name"] = _name(display_name)
        fields["label"] = _free_label(u, fields["display_name"], operator_id)
    if role is not None:
        fields["role"] = _role(role).value
    if active is not None:
        fields["active"] = active
    u.set(Operator, operator_id, **fields)
    changed = [name for name in fields if name not in ("display_name", "label")] or ["name"]
    u.audit("operator.edited", "operator", operator_id, fields=changed, role=role, active=active)
    u.changed("operators")
    return chip(u, operator_id)


def set_pin(u: Unit, operator_id: str, pin: str) -> None:
    """A new PIN: one's own, or anybody's with operators.edit. Refused: pin.*, store.gone. Takes about 30 ms."""
    if u.actor.operator_id != operator_id or u.actor.role == "locked":
        u.actor.require("operators.edit")
    u.set(Operator, operator_id, pin_hash=hash_pin(u, pin))
    u.audit("operator.pin_set", "operator", operator_id, own=u.actor.operator_id == operator_id)
    u.changed("operators")


def bind_badge(u: Unit, operator_id: str, text: str) -> None:
    """Let a card number or any scanned code sign this operator on. Right operators.edit.

    Refused: operator.badge_short (too easy to type), operator.badge_taken.
    """
    u.actor.require("operators.edit")
    if len(text.strip()) < BADGE_SHORTEST:
        raise Refused("operator.badge_short", shortest=BADGE_SHORTEST)
    if owner_of_badge(u, text) not in (None, operator_id):
        raise Refused("operator.badge_taken")
    u.set(Operator, operator_id, badge_hash=badge_hash(u, text))
    u.audit("operator.badge_bound", "operator", operator_id)
    u.changed("operators")


def issue_badge(u: Unit, operator_id: str) -> str:
    """Make a badge code (80 bits), bind it and return its text once, to be printed as a QR. Right operators.edit."""
    text = BADGE_PREFIX + "".join(secrets.choice(BADGE_LETTERS) for _ in range(16))
    bind_badge(u, operator_id, text)
    return text


def note_badge_photo(u: Unit, operator_id: str) -> None:
    """Whose badge it is agreed to a photo on it, asked by itself; the photo is kept nowhere. Right operators.edit."""
    u.actor.require("operators.edit")
    u.audit("operator.badge_photo", "operator", operator_id)


def clear_badge(u: Unit, operator_id: str) -> None:
    """A lost card signs nobody on any more. Right operators.edit."""
    u.actor.require("operators.edit")
    u.set(Operator, operator_id, badge_hash=None)
    u.audit("operator.badge_cleared", "operator", operator_id)
    u.changed("operators")


def vouch(u: Unit, display_name: str, until: int, pin: str = "") -> Chip:
    """A first-timer for today: a volunteer until `until` (UTC ms, midnight of the site's day), answered for by the actor.

    Right operators.vouch. Without a PIN they are put on duty by the one who vouches and cannot unlock the desk.
    """
    u.actor.require("operators.vouch")
    return _add(u, "operator.vouched", display_name, Role.VOLUNTEER, pin, u.actor.operator_id or None, until)


def _add(
    u: Unit, action: str, display_name: str, role: Role, pin: str, vouched_by: str | None = None,
    valid_until: int | None = None,
) -> Chip:  # fmt: skip
    name = _name(display_name)
    label = _free_label(u, name)
    eid = u.add(
        Operator, display_name=name, label=label, role=role.value, pin_hash=hash_pin(u, pin) if pin else None,
        active=True, vouched_by=vouched_by, valid_until=valid_until, created_at=u.now,
    )  # fmt: skip
    u.audit(action, "operator", eid, role=role.value, **({"valid_until": valid_until} if valid_until else {}))
    u.changed("operators")
    return Chip(eid, label, role.value, bool(pin), valid_until is not None, valid_until)


def _name(text: str) -> str:
    name = clean_line(text, NAME_LONGEST)
    if not name:
        raise Refused("operator.name_empty")
    return name


def _role(text: str) -> Role:
    try:
        return Role(text)
    except ValueError:
        raise Refused("operator.role_unknown", role=text[:20]) from None


def _free_label(u: Unit, name: str, but: str = "") -> str:
    """The plainest label no other working operator has."""
    table = Operator.__table__.c
    working = table.active & ((table.valid_until.is_(None)) | (table.valid_until > u.now)) & table.deleted_at.is_(None)
    taken = {row.label for row in u.conn.execute(select(table.id, table.label).where(working)) if row.id != but}
    words = chip_labels(name)
    return next((word for word in words if word not in taken), words[-1])


def _is_manager(u: Unit, operator_id: str) -> bool:
    found = chip(u, operator_id)
    return found is not None and found.role == Role.MANAGER
