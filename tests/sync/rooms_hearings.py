"""What people of the simulation do with matters and reception days."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from random import Random

from sqlalchemy import select

from desk.core.clock import DAY_MS, HOUR_MS
from desk.duty.reads_team import site_time
from desk.hearings import service
from desk.hearings.drafts import ANONYMOUS, MatterDraft, Reporter
from desk.hearings.rules import Category, Confirmed, MatterKind, Receiver
from desk.hearings.tables import Hearing, Matter, Sitting
from desk.receiving_days import plan_sittings
from desk.store.unit import Unit

OWNERS = ("property", "committee", "owners")
WHO = Reporter("欧阳兰", "10400000002", "3-1-1202")


def _draft(u: Unit, rng: Random, repeat_of: str = "") -> MatterDraft:
    kind = rng.choice((MatterKind.MATTER, MatterKind.MATTER, MatterKind.INCIDENT))
    words = f"第{rng.randrange(100)}件"
    return MatterDraft(
        u.new_id(), rng.choice((Category.LIFT, Category.FIRE, Category.NOISE)), words, "3 号楼", kind,
        due_at=u.now + DAY_MS, repeat_of=repeat_of, answer=rng.choice(("", "", "马上来")),
    )  # fmt: skip


def _matter(u: Unit, rng: Random) -> str:
    found = list(u.conn.execute(select(Matter.id).order_by(Matter.id)).scalars())
    return rng.choice(found) if found else ""


def note(u: Unit, rng: Random) -> None:
    known = _matter(u, rng) if rng.random() < 0.3 else ""
    service.note(u, _draft(u, rng, known), rng.choice((WHO, ANONYMOUS)))


def _assign(u: Unit, matter: str, rng: Random) -> None:
    service.assign(u, matter, rng.choice(OWNERS), u.now + rng.choice((HOUR_MS, DAY_MS)))


def _correct(u: Unit, matter: str, rng: Random) -> None:
    service.correct(u, matter, text="说清楚了", place="5 号楼", category=rng.choice((Category.LIFT, Category.FIRE)))


Work = Callable[[Unit, str, Random], object]
WORKS: Mapping[str, tuple[int, Work]] = {
    "assign": (4, _assign),
    "accept": (4, lambda u, matter, rng: service.accept(u, matter, "老王")),
    "correct": (2, _correct),
    "reply": (2, lambda u, matter, rng: service.reply(u, matter, f"答复{rng.randrange(9)}")),
    "told": (1, lambda u, matter, rng: service.told(u, matter, "陈主任", u.now - HOUR_MS)),
    "wait": (1, lambda u, matter, rng: service.wait(u, matter, "等零件", u.now + DAY_MS)),
    "resolve": (2, lambda u, matter, rng: service.resolve(u, matter, "修好了")),
    "called": (1, lambda u, matter, rng: service.called(u, matter, "没人接", u.now + HOUR_MS)),
    "confirm": (1, lambda u, matter, rng: service.confirm(u, matter, "说好")),
    "reopen": (2, lambda u, matter, rng: service.reopen(u, matter, "又坏了")),
    "close": (2, lambda u, matter, rng: service.close(u, matter)),
    "undo": (3, lambda u, matter, rng: service.undo(u, matter)),
}


def work(u: Unit, rng: Random) -> object:
    matter = _matter(u, rng)
    if not matter:
        return note(u, rng)
    act = rng.choices(list(WORKS.values()), [weight for weight, _ in WORKS.values()])[0][1]
    return act(u, matter, rng)


def late(u: Unit, rng: Random) -> None:
    """This desk's clocks say so; another's may not yet, or say it too."""
    service.escalate(u, u.now + rng.choice((0, 7, 31)) * HOUR_MS)


def doubt(u: Unit, rng: Random) -> None:
    service.doubt(u)


def sit(u: Unit, rng: Random) -> None:
    """A reception day goes on by one step."""
    plan_sittings(u, site_time(u))
    found = list(u.conn.execute(select(Sitting.id).where(Sitting.deleted_at.is_(None)).order_by(Sitting.id)).scalars())
    if not found:
        return
    one, act = rng.choice(found), rng.randrange(5)
    if act == 0:
        service.open_sitting(u, one)
    elif act == 1:
        service.record_visit(u, one, u.new_id(), rng.choice((WHO, ANONYMOUS)), [_draft(u, rng)])
    elif act == 2:
        service.stand_in(u, one, "", Receiver("", rng.choice(("周书记", "陈主任")), "branch"))
    elif act == 3:
        service.close_sitting(u, one)
    else:
        service.summarised(u, [one])


def read_back(u: Unit, rng: Random) -> None:
    found = list(u.conn.execute(select(Hearing.id).order_by(Hearing.id)).scalars())
    if found:
        service.confirm_hearing(u, rng.choice(found), rng.choice((Confirmed.READ_BACK, Confirmed.NONE)))


def body(u: Unit, rng: Random) -> None:
    phone = service.Phone("值班室", f"1040000001{rng.randrange(10)}")
    service.save_body(u, rng.choice(OWNERS), "锦绣苑物业", rng.randrange(3), [phone], ["lift"])


BEGIN: Sequence[Callable[[Unit, Random], None]] = (note, note)
ACTS = ((5, note), (14, work), (4, late), (1, doubt), (4, sit), (1, read_back), (1, body))
