"""A small team and its shifts, for the tests of this room. The month is December 2026; the clock stands in November."""

from __future__ import annotations

from dataclasses import dataclass, field

from desk.core.actor import Actor
from desk.duty import service_changes, service_publish, service_roster, service_team, service_templates
from desk.duty.reads_shifts import ShiftView, shifts
from desk.duty.rules import ONE_OR_THREE_NEED
from desk.duty.rules_days import Template
from desk.duty.service_roster import Edit
from desk.duty.service_team import About
from desk.store.store import Store

MONTH = "2026-12"
MORNING = Template("上午接待", 540, 660, (2, 4), least=2, most=3, needs_mix=(ONE_OR_THREE_NEED,), sitting=True)
BLOCKS = {
    "id_kind": "居民身份证",
    "id_no": "310104190001010019",
    "head": "周敏",
    "handler": "陈国华",
    "contact": "0000-1234",
}
GATE = Template("门岗", 840, 1020, (1, 2, 3, 4, 5, 6, 7), least=1, most=2)


@dataclass
class World:
    """A store with a team. who: name -> member id."""

    store: Store
    actor: Actor
    who: dict[str, str] = field(default_factory=dict)

    def add(self, *names: str, capacity: str = "volunteer", **more: object) -> None:
        with self.store.unit(self.actor) as u:
            for name in names:
                about = About(name, capacity, **more)  # type: ignore[arg-type]
                self.who[name] = service_team.add_member(u, about)

    def template(self, *templates: Template) -> list[str]:
        with self.store.unit(self.actor) as u:
            return [service_templates.save_template(u, one) for one in templates]

    def open(self, month: str = MONTH) -> int:
        with self.store.unit(self.actor) as u:
            return service_roster.open_month(u, month)

    def shift(self, day: str, name: str = "门岗") -> ShiftView:
        with self.store.reading() as r:
            return next(one for one in shifts(r, day[:7]) if one.day == day and one.name == name)

    def put(self, day: str, *names: str, shift: str = "门岗", **more: object) -> list[Edit]:
        eid = self.shift(day, shift).id
        with self.store.unit(self.actor) as u:
            return service_roster.apply(u, [Edit(eid, self.who[name], **more) for name in names])  # type: ignore[arg-type]

    def publish(self, month: str = MONTH, **more: bool) -> service_publish.Published:
        with self.store.unit(self.actor) as u:
            return service_publish.publish(u, month, **more)  # type: ignore[arg-type]

    def say(self, verb: str, *arguments: str) -> str:
        """A verb of service_changes."""
        with self.store.unit(self.actor) as u:
            return str(getattr(service_changes, verb)(u, *arguments) or "")


def small(store: Store, actor: Actor) -> World:
    """Three volunteers and one of the committee; two templates; December opened."""
    world = World(store, actor)
    world.add("王秀兰", "李志强", "陈国华")
    world.add("周敏", capacity="committee")
    world.template(MORNING, GATE)
    world.open()
    return world
