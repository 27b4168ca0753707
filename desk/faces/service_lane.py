"""Switching a gate's lane, with the answers the law asks for; they stay on record."""

from __future__ import annotations

from datetime import date

from desk.faces import rights
from desk.faces.models import TEMPLATE_MODEL
from desk.faces.reads_lane import lane_of
from desk.faces.rules_lane import STRICT, Act, Wish, checked, notice_version
from desk.faces.tables import FaceLane
from desk.faces.topics import FACES
from desk.store.unit import Unit


def switch_on(u: Unit, wish: Wish, today: date) -> str:
    """On, or other answers while it is on; returns the version of the notice from now on. Right faces.settings.

    today: of the site. Raises Refused faces.answer_missing(field), faces.assessed_on, faces.assessed_old.
    """
    u.actor.require(rights.SETTINGS)
    said = checked(wish, today)
    version = notice_version(said)
    u.add(
        FaceLane, act=Act.ON.value, at=u.now, gate_id=u.gate_id, device_id=u.device_id, notice_version=version,
        method=TEMPLATE_MODEL, operator_id=u.actor.operator_id or None, purpose=said.purpose, necessity=said.necessity,
        assessment=said.assessment, assessed_on=said.assessed_on, handler=said.handler, contact=said.contact, place=said.place,
    )  # fmt: skip
    u.audit("faces.on", "gate", u.gate_id, notice=version, assessed_on=said.assessed_on)
    u.changed(FACES)
    return version


def switch_off(u: Unit, end: bool = False) -> None:
    """Off; with `end` for good: the caller destroys the vault. Right faces.settings. Off already: nothing is written."""
    u.actor.require(rights.SETTINGS)
    if not end and not lane_of(u, u.gate_id).on:
        return
    act = Act.END if end else Act.OFF
    u.add(
        FaceLane, act=act.value, at=u.now, gate_id=u.gate_id, device_id=u.device_id,
        operator_id=u.actor.operator_id or None,
    )  # fmt: skip
    u.audit(f"faces.{act.value}", "gate", u.gate_id)
    u.changed(FACES)


def set_strict(u: Unit, strict: bool) -> None:
    """How sure recognition has to be, at every gate of the site. Right faces.settings."""
    u.actor.require(rights.SETTINGS)
    u.put_setting(STRICT, strict)
    u.audit("faces.strict", "site", u.site_id, on=strict)
    u.changed(FACES)
