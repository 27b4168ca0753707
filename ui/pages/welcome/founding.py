"""What the first run does on the disk lane: find out where one stands, make the store, make a new recovery code. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ui.pages.welcome.model import Answers

if TYPE_CHECKING:
    from desk.app import Desk


@dataclass(frozen=True)
class Standing:
    """Where a first run stands. manager: label of the manager there is, and their id."""

    founded: bool = False
    manager: str = ""
    manager_id: str = ""
    kept: str = ""
    answers: Answers = field(default_factory=Answers)


def standing(desk: Desk, answers: Answers) -> Standing:
    """Look into the store, if there is one."""
    if not desk.founded:
        return Standing(answers=answers)
    from desk.operators.reads import sign_on_list
    from desk.operators.rules import Role
    from desk.store import key as keys
    from desk.store.identity import here

    with desk.store.reading() as r:
        place = here(r)
        managers = [chip for chip in sign_on_list(r) if chip.role == Role.MANAGER and chip.has_pin]
    kept = Answers(place.site_name, place.address, place.gate_name, place.gate_phone, answers.manager)
    first = managers[0] if managers else None
    return Standing(
        True, first.label if first else "", first.operator_id if first else "", keys.where_key(desk.home), kept
    )


def found(desk: Desk, answers: Answers, pin: str, passphrase: str) -> str:
    """Make the store, its key and its first manager; answers the recovery code, "" when the store was there already.

    Refused and Trouble as of desk.app.Desk.found and desk.operators.session.Session.make_first_manager.
    """
    code = ""
    if not desk.founded:
        from desk.store.store import Founding

        a = answers
        code = desk.found(Founding(a.site_name, a.gate_name, a.gate_phone, a.address), passphrase or None)
    make_manager(desk, answers, pin)
    return code


def make_manager(desk: Desk, answers: Answers, pin: str) -> None:
    """The first manager, unless a break came between this and the next step and there is one."""
    from desk.operators.reads import needs_first_manager

    with desk.store.reading() as r:
        needed = needs_first_manager(r)
    if needed:
        desk.session.make_first_manager(answers.manager, pin)


def rename(desk: Desk, answers: Answers) -> None:
    """Names and phones changed after the store was made. Refused as of desk.store.identity."""
    from desk.store.identity import edit_gate, edit_site, here

    with desk.store.unit(desk.actor) as u:
        now = here(u)
        if (now.site_name, now.address) != (answers.site_name, answers.address):
            edit_site(u, name=answers.site_name, address=answers.address, url_prefix=now.url_prefix)
        if (now.gate_name, now.gate_phone) != (answers.gate_name, answers.gate_phone):
            edit_gate(u, name=answers.gate_name, phone=answers.gate_phone)


def can_keep(desk: Desk) -> bool:
    """Whether the system's keyring takes and gives back a word."""
    from desk.store.key import keyring_usable

    return keyring_usable(desk.home)
