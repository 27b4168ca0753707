"""The practice estate: the demonstration, marked as practice for good, locked, and made anew in one step."""

from __future__ import annotations

import shutil

from desk.app import Desk
from desk.core.errors import Refused
from desk.demo.build import fresh, put
from desk.operators.reads import sign_on_list
from desk.operators.rules import Role
from desk.store import practice
from desk.store.unit import Reading


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
        if not practice.is_practice(r):
            raise Refused("practice.not_practice")
    key = fresh(desk, _marked)[2]
    desk.store.close()
    shutil.rmtree(desk.home.backups, ignore_errors=True)
    put(desk, key)


def volunteer(r: Reading) -> str:
    """The word on the chip of whoever practises as a volunteer; "" where nobody is one."""
    return next((chip.label for chip in sign_on_list(r) if chip.role == Role.VOLUNTEER), "")


def _marked(building: Desk) -> None:
    with building.store.unit() as u:
        practice.mark(u)


__all__ = ["open_practice", "start_over", "volunteer"]
