"""The practice estate: the demonstration, marked as practice for good, locked, and made anew in one step."""

from __future__ import annotations

import random
import shutil

from desk.alarms.rules import Sort
from desk.alarms.service import Heard, raise_alarm
from desk.app import Desk
from desk.core.clock import HOUR_MS, MINUTE_MS
from desk.core.errors import Refused
from desk.demo.alarms import BUTTON, MACHINES
from desk.demo.build import PIN, fresh, put
from desk.demo.names import People
from desk.demo.today import CAMERA_TEXTS
from desk.operators.reads import sign_on_list
from desk.operators.rules import Role
from desk.people.reads_import import existing
from desk.reception.rules import Draft, VisitorType
from desk.reception.service import expect_with_pass
from desk.store import practice
from desk.store.unit import Reading, Unit

PASS_MS = 6 * HOUR_MS


def open_practice(desk: Desk) -> None:
    """Open the practice estate of this home, made first where there is none; what is there already stays as it was left.

    Raises Refused("practice.real_data") for a home with anything real in it; Trouble from the store.
    """
    if not desk.founded:
        key = fresh(desk, _marked)[2]
        put(desk, key)
        desk.open(key=key)
        return
    desk.open()
    if not desk.practice:
        with desk.store.unit() as u:
            practice.mark(u)
        desk.practice = True


def start_over(desk: Desk) -> None:
    """Another practice estate in the place of this one, as on the first day; progress of lessons stays.

    The store is closed: whoever calls begins anew. Raises Refused("practice.not_practice") for any real estate, whatever
    its folder is called; then nothing is touched.
    """
    if not desk.practice:
        raise Refused("practice.not_practice")
    with desk.store.reading() as r:  # asked once more of the store itself: this is the one step that throws data away
        _only_here(r)
    key = fresh(desk, _marked)[2]
    desk.store.close()
    shutil.rmtree(desk.home.backups, ignore_errors=True)
    put(desk, key)


def volunteer(r: Reading) -> str:
    """The word on the chip of whoever practises as a volunteer; "" where nobody is one."""
    return next((chip.label for chip in sign_on_list(r) if chip.role == Role.VOLUNTEER), "")


def household_code(r: Reading) -> str:
    """The text of a household's code that is good, for the simulated camera; "" where none was made."""
    return next(iter(r.setting(CAMERA_TEXTS) or ()), "")


def fresh_pass(u: Unit) -> str:
    """A pass for somebody who is expected now; returns its text. Right pass.issue. Only in a practice estate."""
    _only_here(u)
    doors = sorted(existing(u).households.items(), key=lambda one: (one[0].building, one[0].unit, one[0].room))
    who = People(random.Random(u.now))  # noqa: S311 - invented people
    draft = Draft(VisitorType.GUEST, who.name(), household_id=doors[0][1])
    until = u.now + PASS_MS
    return expect_with_pass(u, u.new_id(), draft, u.now - MINUTE_MS, until).text


def ring_sos(u: Unit) -> None:
    """Somebody presses the button they wear, as an exercise. Only in a practice estate."""
    _only_here(u)
    heard = Heard(
        Sort.SOS, f"practice:{u.new_id()}", device_name=MACHINES[0][0], number=BUTTON, place=MACHINES[0][3],
        training=True,
    )  # fmt: skip
    raise_alarm(u, heard)


def _only_here(r: Reading) -> None:
    if not practice.is_practice(r):
        raise Refused("practice.not_practice")


def _marked(building: Desk) -> None:
    with building.store.unit() as u:
        practice.mark(u)


__all__ = ["PIN", "fresh_pass", "household_code", "open_practice", "ring_sos", "start_over", "volunteer"]
