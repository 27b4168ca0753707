"""What devices and people of the simulation do with alarms."""

from __future__ import annotations

from random import Random

from desk.alarms import reads, service
from desk.alarms.rules import Answered, RingsAt, Sort
from desk.alarms.rules_automation import USUAL, Automation, Does
from desk.alarms.views import Call
from desk.core.clock import HOUR_MS
from desk.store.identity import gate_names
from desk.store.unit import Unit

NUMBERS = ("841904", "841905", "841906")
DEVICE = "d" * 32
DUST = Automation("", Does.DUST, "喷雾", DEVICE, relay_id=DEVICE)


def press(u: Unit, rng: Random) -> None:
    number = rng.choice(NUMBERS)
    service.raise_alarm(u, service.Heard(Sort.SOS, f"sos:{number}", DEVICE, "接收器", number=number))


def contact(u: Unit, rng: Random) -> None:
    key = f"{DEVICE}:{rng.randrange(3)}"
    if rng.random() < 0.5:
        service.raise_alarm(u, service.Heard(rng.choice((Sort.MANHOLE, Sort.DEVICE_FAULT)), key, DEVICE, "井盖"))
    else:
        service.over(u, key)


def see_to(u: Unit, rng: Random) -> None:
    found = sorted(one.id for one in reads.recent(u))
    if not found:
        return
    alarm, act = rng.choice(found), rng.randrange(6)
    if act == 0:
        service.seen(u, alarm)
    elif act == 1:
        service.called(u, alarm, "欧阳梅", rng.choice(list(Answered)))
    elif act == 2:
        service.did(u, alarm, f"去看过{rng.randrange(9)}")
    elif act == 3:
        service.reopen(u, alarm)
    else:
        service.close(u, alarm, "没事", rng.random() < 0.3)


def wear(u: Unit, rng: Random) -> None:
    """Nobody takes it off: dropping erases, which the world does with things of its own (tests/sync/test_received_alarms.py)."""
    known = sorted(one.id for one in reads.wearers(u))
    draft = service.WearerDraft(
        "pendant", rng.choice(NUMBERS), f"欧阳{rng.randrange(9)}", "3-1-1202",
        calls=(Call("梅", "女儿", "10400000021"),), consent_by="self",
    )  # fmt: skip
    service.save_wearer(u, draft, rng.choice(known) if known and rng.random() < 0.7 else "")


def rule(u: Unit, rng: Random) -> None:
    stored = [one.rule for one in reads.automations(u)]
    one, act = rng.choice([*stored, DUST]), rng.randrange(5)
    if act == 0 and one.id:
        service.drop_automation(u, one.id)
    elif act == 1 and one.id:
        service.resume(u, one.id)
    elif act == 2:
        service.pause(u, one, HOUR_MS)
    else:
        service.save_automation(u, rng.choice((one, DUST, *USUAL)))


def spray(u: Unit, rng: Random) -> None:
    dusty = sorted(one.id for one in reads.rules(u) if one.does is Does.DUST)
    if dusty:
        run = service.begin_run(u, rng.choice(dusty), 80.0)
        if rng.random() < 0.7:
            service.end_run(u, dusty[0], run, rng.choice(("done", "failed", "unknown")))
        service.settle_runs(u)


def ring(u: Unit, rng: Random) -> None:
    service.save_rings_at(u, RingsAt(rng.choice(sorted(gate_names(u))), "值班室", "1040 0000 0110"))


ACTS = ((3, press), (2, contact), (5, see_to), (2, wear), (2, rule), (2, spray), (1, ring))
