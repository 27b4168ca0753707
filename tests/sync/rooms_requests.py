"""What people of the simulation ask about their own data, and what is given to others."""

from __future__ import annotations

from random import Random

from desk.records import reads_privacy, service_privacy
from desk.records.rules_register import DATA, NEEDED, Entry, Wish
from desk.records.rules_requests import Identified, Kind, Outcome
from desk.records.service_privacy import Asking
from desk.store.unit import Unit


def ask(u: Unit, rng: Random) -> None:
    kind, how = rng.choice(list(Kind)), rng.choice(list(Identified))
    about = f"104{rng.randrange(10**8):08}"
    service_privacy.take_request(u, Asking(kind.value, f"某人{rng.randrange(9)}", how.value, "visitor", about=about))


def settle(u: Unit, rng: Random) -> None:
    if waiting := reads_privacy.requests(u, open_only=True):
        outcome = rng.choice(list(Outcome))
        service_privacy.answer_request(u, rng.choice(waiting).id, outcome.value, f"理由{rng.randrange(9)}", "说了")


def give(u: Unit, rng: Random) -> None:
    entry = rng.choice(list(Entry))
    words = {name: f"{name}{rng.randrange(9)}" for name in NEEDED[entry]}
    service_privacy.note_disclosure(u, Wish(entry.value, data=(rng.choice(DATA),), **words))


ACTS = ((2, ask), (2, settle), (1, give))
