"""Events from another desk: the matter is made again, whatever came in which order, and from a newer program too."""

from __future__ import annotations

from typing import Any

from sqlalchemy import delete, select, update

from desk.app import hooks
from desk.core.clock import HOUR_MS
from desk.hearings import reads, service
from desk.hearings.rules import Category, MatterState
from desk.hearings.tables import Matter, MatterEvent
from desk.store.unit import Unit
from tests.hearings.conftest import WHO, Window

_E = MatterEvent.__table__.c


def again(u: Unit, kinds: list[str] | None = None) -> None:
    """As if the matters were unknown here and these events came in."""
    u.conn.execute(delete(Matter))
    asked = select(_E.id).where(_E.kind.in_(kinds)) if kinds else select(_E.id)
    hooks()["matter_event"](u, list(u.conn.execute(asked).scalars()))


def test_a_matter_is_made_again_from_its_events(window: Window) -> None:
    matter_id = window.note(reporter=WHO)
    window.do(service.reply, matter_id, "下午修")
    window.clock.advance(HOUR_MS)
    before = window.card(matter_id)
    window.do(again)
    assert window.card(matter_id) == before


def test_without_its_noting_it_is_made_later(window: Window) -> None:
    matter_id = window.note()
    window.do(service.reply, matter_id, "下午修")
    body: dict[str, Any] = window.ask(lambda r: r.conn.execute(select(_E.body).where(_E.kind == "noted")).scalar_one())
    window.do(lambda u: u.conn.execute(update(MatterEvent).where(_E.kind == "noted").values(kind="from the future")))
    window.do(again)
    assert window.ask(reads.recent, window.actor) == ()
    window.do(lambda u: u.conn.execute(update(MatterEvent).where(_E.kind == "from the future").values(kind="noted")))
    window.do(again)
    assert window.card(matter_id).row.state is MatterState.REPLIED
    assert body["text"] == window.card(matter_id).row.text


def test_values_of_a_newer_program_stop_nothing(window: Window) -> None:
    matter_id = window.note()

    def spoil(u: Unit) -> None:
        body = dict(u.conn.execute(select(_E.body).where(_E.kind == "noted")).scalar_one())
        body |= {"category": "volcano", "due_at": "soon", "new_field": 1}
        u.conn.execute(update(MatterEvent).where(_E.kind == "noted").values(body=body))
        again(u)

    window.do(spoil)
    row = window.card(matter_id).row
    assert (row.category, row.due_at) == (Category.OTHER, None)


def test_every_kind_of_the_room_tells_its_screens() -> None:
    assert {"matter_event", "sitting", "hearing", "owner_body"} <= hooks().keys()
