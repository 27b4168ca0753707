"""What people of the simulation do with the lane of faces: gates are switched, templates come and go; no vault is here."""

from __future__ import annotations

from datetime import date
from random import Random

from desk.faces import reads_lane, service_lane
from desk.faces.reads_deeds import held_here
from desk.faces.rules_lane import Deed, Why, Wish
from desk.faces.service_deeds import declined, note
from desk.store.unit import Unit

DAY = date(2100, 1, 1)


def switch(u: Unit, rng: Random) -> None:
    if reads_lane.lane_of(u, u.gate_id).on and rng.random() < 0.6:
        service_lane.switch_off(u, end=rng.random() < 0.2)
        return
    wish = Wish("进门", f"理由{rng.randrange(3)}", f"PIA-{rng.randrange(9)}", "2099-11-01", "居委会", "欧阳梅", "门厅")
    service_lane.switch_on(u, wish, DAY)


def strict(u: Unit, rng: Random) -> None:
    service_lane.set_strict(u, rng.random() < 0.5)


def enrol(u: Unit, rng: Random) -> None:
    if rng.random() < 0.2:
        declined(u)
    else:
        note(u, u.new_id(), Deed.ENROLLED)


def forget(u: Unit, rng: Random) -> None:
    held = sorted(held_here(u))
    if held:
        one = rng.choice(held)
        note(u, one, Deed.SUSPENDED)
        note(u, one, Deed.ERASED, rng.choice([why for why in Why if why]))


ACTS = ((1, switch), (1, strict), (3, enrol), (3, forget))
