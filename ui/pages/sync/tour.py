"""The tour's steps of the sync page: alone, and then with a link that is made up (no hub is asked; nothing leaves the desk)."""

from __future__ import annotations

from typing import Any

from desk.core.clock import HOUR_MS, MINUTE_MS
from ui.pages.sync.model import Panel
from ui.tour import Drive, Stage, Step

MADE_UP_HUB = "https://demo.example"  # RFC 2606: nobody answers there
PERSON_WORDS = ("10400009999", "10400008888")


def alone(stage: Stage) -> Drive:
    """A desk without a hub: quiet words."""
    stage.write(_unlink)
    stage.go("sync")
    yield lambda: _model(stage).found is not None and _model(stage).found.now.state.value == "alone"


def waiting(stage: Stage) -> Drive:
    """Three hours without a line: what waits, since when, what somebody should look at."""
    box = stage.write(_three_hours)
    yield box.full
    _page(stage).refresh()
    yield lambda: _model(stage).found.now.state.value == "no_line" and bool(_model(stage).found.conflicts)
    stage.program.shell._refresh_bar()


def conflict(stage: Stage) -> Drive:
    """Two people changed one thing: both values, two buttons."""
    _page(stage)._presenter.open_conflict(_model(stage).found.conflicts[0].num)
    yield lambda: _model(stage).panel is Panel.CONFLICT


def link(stage: Stage) -> Drive:
    """Linking by the code of the hub's page."""
    _page(stage).on_back()
    stage.write(_unlink)
    stage.go("sync", section="link")
    yield lambda: _model(stage).panel is Panel.LINK


def leave(stage: Stage) -> Drive:
    """As it was before."""
    box = stage.write(_unlink)
    yield box.full
    _page(stage).on_back()
    _page(stage).refresh()
    yield lambda: _model(stage).panel is Panel.HOME and _model(stage).found.now.state.value == "alone"
    stage.program.shell._refresh_bar()


def _three_hours(u: Any) -> None:
    """A link row as enrolment leaves it, agreed three hours ago; what the last two hours wrote waits."""
    from sqlalchemy import insert, select, update

    from desk.operators.tables import Operator
    from desk.people.tables import Person
    from desk.store.tables import Outbox, SyncSelf
    from desk.store.tables_sync import SyncConflict, SyncLink

    then = u.now - 3 * HOUR_MS
    _unlink(u)
    u.conn.execute(
        insert(SyncLink).values(
            one=1, hub_key=bytes(32), last_agreed_at=then, last_pull_at=then, fail_code="sync.no_line"
        )
    )
    u.conn.execute(update(SyncSelf).values(hub_url=MADE_UP_HUB))
    u.conn.execute(update(Outbox).where(Outbox.hlc < f"{then:012x}").values(state="confirmed"))
    u.audit("people.imported", count=0)
    person = u.conn.execute(select(Person.id, Person.versions).where(Person.deleted_at.is_(None)).limit(1)).one()
    who = [*u.conn.execute(select(Operator.id).order_by(Operator.num).limit(2)).scalars(), "", ""]
    stamp = f"{u.now - MINUTE_MS:012x}0000-{'0' * 8}.{'0' * 8}"
    u.conn.execute(
        insert(SyncConflict)
        .prefix_with("OR IGNORE")
        .values(
            kind="person", eid=person.id, field="phone", winner=stamp, loser=f"{then:012x}{stamp[12:]}",
            standing=PERSON_WORDS[0], lost=PERSON_WORDS[1], winner_by=who[1], loser_by=who[0],
            found_at=u.now, state="open",
        )
    )  # fmt: skip
    u.changed("sync")


def _unlink(u: Any) -> None:
    """Take the made-up link away, and what it brought."""
    from sqlalchemy import delete, update

    from desk.store.tables import SyncSelf
    from desk.store.tables_sync import SyncConflict, SyncLink

    if not u.is_throwaway:
        raise LookupError("the tour makes up a link in practice estates only")
    u.conn.execute(delete(SyncLink))
    u.conn.execute(delete(SyncConflict))
    u.conn.execute(update(SyncSelf).values(hub_url=None))
    u.changed("sync")


def _page(stage: Stage) -> Any:
    page = stage.page("sync")
    assert page is not None
    return page


def _model(stage: Stage) -> Any:
    return _page(stage).model


STEPS = [
    Step(930, "sync-alone", alone),
    Step(931, "sync-made-up-no-line", waiting),
    Step(932, "sync-made-up-conflict", conflict),
    Step(933, "sync-link", link),
    Step(934, "sync-as-before", leave),
]
