"""Two gates and a real hub: no template or frame leaves a vault, and whoever withdraws at one gate is forgotten at both."""

from __future__ import annotations

import json
import logging
import tempfile
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest
from sqlalchemy import Connection, MetaData, select

from desk import chores, syncing
from desk.core.clock import SystemClock
from desk.core.paths import Home
from desk.faces.engine import Picture
from desk.faces.vault_file import Kept, place
from desk.faces.views import GateResult, Here, Receipt, Result
from desk.hub import opening
from desk.operators.rules import actor_of
from desk.store import backup
from desk.store.store import Store
from tests.faces.conftest import PORTRAITS
from tests.faces.lane import Floor
from tests.sync.net.hubs import HubProcess, enrolled, joined


class Everything(logging.Handler):
    """All that any part of the program logs."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@pytest.fixture
def logged() -> Iterator[Everything]:
    handler, root = Everything(), logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield handler
    root.removeHandler(handler)
    root.setLevel(before)


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files of this process would lie."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


@pytest.fixture
def gates(hub: HubProcess, tmp_path: Path) -> Iterator[tuple[Floor, Floor]]:
    """The south gate and the north gate of one estate."""
    first = enrolled(hub, tmp_path / "south")
    joined(first, tmp_path / "north").close()
    first.close()
    both = [Floor.standing(tmp_path / name, SystemClock(), None) for name in ("south", "north")]
    yield both[0], both[1]
    for floor in both:
        floor.close()


def picture(name: str) -> Picture:
    return np.asarray(cv2.imread(str(PORTRAITS / f"{name}.jpg")), np.uint8)


def meet(*floors: Floor) -> None:
    """Each has told the hub everything and heard everything, and done what follows from it."""
    for _ in range(2):
        for floor in floors:
            syncing.once(floor.desk)
            floor.settle()
            floor.settle()


def traces(kept: Kept, frame: Picture) -> list[bytes]:
    """Forms in which a template or a frame would be known again."""
    numbers = np.frombuffer(kept.vector, "<f4")
    parts = [kept.vector[at : at + 24] for at in range(0, 512, 64)]
    parts += [frame[row].tobytes()[300:348] for row in range(100, frame.shape[0] - 100, 60)]
    written = [json.dumps(float(number))[:9].encode() for number in numbers[:12]]
    return [form for part in parts for form in (part, part.hex().encode(), b64encode(part)[4:28])] + written


def found(forms: list[bytes], bodies: list[bytes]) -> list[bytes]:
    return [form for form in forms for body in bodies if form in body]


def dump(conn: Connection) -> list[bytes]:
    """Every value of every table, as it is once decrypted."""
    meta = MetaData()
    meta.reflect(conn)
    rows = [row for table in meta.tables.values() for row in conn.execute(select(table))]
    return [value if isinstance(value, bytes) else str(value).encode() for row in rows for value in row]


def store_dump(store: Store) -> list[bytes]:
    with store.reading() as r:
        return dump(r.conn)


def by_gate(results: tuple[GateResult, ...]) -> list[tuple[str, Result]]:
    return [(one.gate, one.result) for one in results]


def agreed_at_both(south: Floor, north: Floor) -> Receipt:
    south.on()
    receipt = south.enrolled("欧阳兰", picture("person_b_1"))
    meet(south, north)
    north.on()
    again = north.captured(receipt.person_id, picture("person_b_2"))
    assert (again.consent_id, again.code) == (receipt.consent_id, receipt.code), "one consent to one notice, one code"
    meet(south, north)
    return receipt


def test_withdrawn_at_one_gate_is_forgotten_at_both(gates: tuple[Floor, Floor]) -> None:
    south, north = gates
    receipt = agreed_at_both(south, north)
    assert by_gate(south.ask(south.faces.person, receipt.person_id).gates) == [
        ("南门", Result.HOLDS),
        ("北门", Result.HOLDS),
    ]
    north.desk.who = actor_of("2" * 32, "volunteer")
    person = north.ask(north.faces.by_code, receipt.code).person_id
    done = north.ask(north.faces.withdraw, person)
    assert by_gate(done.gates) == [("北门", Result.DELETED), ("南门", Result.WAITING)]
    assert south.ask(south.faces.person, receipt.person_id).here is Here.ENROLLED, "it has not heard of it yet"
    meet(north, south)
    meet(north)
    assert south.faces.now.people == 0
    assert by_gate(north.ask(north.faces.results, receipt.consent_id).gates) == [
        ("北门", Result.DELETED),
        ("南门", Result.DELETED),
    ]


def test_a_gate_whose_lane_is_off_forgets_too(gates: tuple[Floor, Floor]) -> None:
    south, north = gates
    receipt = agreed_at_both(south, north)
    south.ask(south.faces.switch_off)
    north.ask(north.faces.withdraw, receipt.person_id)
    meet(north, south)
    meet(north)
    assert {one.result for one in north.ask(north.faces.results, receipt.consent_id).gates} == {Result.DELETED}


def test_no_template_and_no_frame_is_anywhere_but_in_a_vault(
    gates: tuple[Floor, Floor], hub: HubProcess, tmp_path: Path, logged: Everything, temporary: Path
) -> None:
    south, north = gates
    receipt = agreed_at_both(south, north)
    chores.run_due(south.desk)
    meet(south, north)
    frame = picture("person_b_1")
    kept = south.faces._keeper.of(receipt.person_id)
    assert kept is not None
    forms = traces(kept, frame)
    assert found(forms, [kept.vector, frame.tobytes()]), "the net holds"
    for floor in gates:
        bodies = store_dump(floor.desk.store)
        assert len(bodies) > 500
        assert any(receipt.consent_id.encode() in body or bytes.fromhex(receipt.consent_id) == body for body in bodies)
        assert found(forms, bodies) == []
    with opening.opened_hub(hub.db) as opened:
        heard = opened.db.write(lambda conn: dump(conn))
    assert len(heard) > 500
    assert found(forms, heard) == []
    elsewhere, key = Home(tmp_path / "copy", private=True), south.desk.store.key
    backup.restore(elsewhere, backup.listed(south.home.backups)[0], key)
    copied = Store(elsewhere.database, key, SystemClock())
    try:
        assert found(forms, store_dump(copied)) == []
    finally:
        copied.close()
    files = [path for folder in (south.home.root, north.home.root, temporary) for path in folder.rglob("*")]
    on_disk = [path.read_bytes() for path in files if path.is_file()]
    assert len(on_disk) > 8
    assert any(path.parent == place(south.home).root for path in files)
    assert (
        found(forms, [*on_disk, (hub.folder / "hub.log").read_bytes(), *(line.encode() for line in logged.lines)]) == []
    )
    assert "欧阳兰" not in "\n".join(logged.lines)
    assert list(temporary.iterdir()) == []
