"""Erasing nothing costs nothing: syncing asks for it with every slice of a pull, on a desk where a month may wait."""

from __future__ import annotations

from typing import Any

from sqlalchemy import event

from desk.core.actor import Actor
from desk.people import service as people
from desk.store import outbox
from desk.store.store import Store


def test_nothing_to_erase_asks_the_database_nothing(store: Store, actor: Actor) -> None:
    asked: list[str] = []
    with store.unit(actor) as u:
        person = people.add_person(u, "欧阳测试", "10400001234")

        @event.listens_for(u.conn, "before_cursor_execute")
        def _count(conn: Any, cursor: Any, statement: str, *rest: Any) -> None:
            asked.append(statement)

        assert outbox.erase(u, []) == 0
        assert asked == []
    with store.unit(actor) as u:
        assert outbox.erase(u, [person]) == 1
