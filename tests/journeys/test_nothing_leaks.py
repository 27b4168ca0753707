"""A day full of canaries: what people said and what must stay secret is in no log, on no console and in no file in the open."""

from __future__ import annotations

import io
import logging
import re
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from desk.core.errors import Fault, Refused
from desk.core.ids import new_id
from desk.core.lanes import WRITE
from desk.operators.rules import COMMAND
from desk.people import service as people
from desk.people.reads import find_household
from desk.reception.rules import Draft, IdKind, Proof, VisitorType
from desk.reception.service_admit import admit
from desk.reception.service_reveal import reveal
from desk.reception.views import AdmitRequest
from desk.store import backup
from desk.store import key as keys
from desk.sync import enrolling
from desk.wire.enrol import Ticket
from tests.conftest import LogWatch
from tests.journeys.conftest import PIN, Running
from ui import logs

NAME, PHONE, PLATE, IDENTITY = "金丝雀", "13870707071", "沪QZ7071", "310101199001017070"
WORDS, WRONG_PIN, TOKEN = "来送金丝雀的药", "80264", "canarytoken7071"
LEAST = 8


@pytest.fixture
def console(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """Everything is logged, as finely as it can be, where the program logs it; temporary files lie in a folder of the test."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    root, err = logging.getLogger(), io.StringIO()
    handlers, level, hooks = root.handlers[:], root.level, (sys.excepthook, threading.excepthook, sys.unraisablehook)
    monkeypatch.setattr(sys, "stderr", err)
    logs.start(home / "logs", as_json=True)
    root.setLevel(logging.DEBUG)
    for handler in root.handlers:
        if handler not in handlers:
            handler.setLevel(logging.DEBUG)
    yield err
    for handler in set(root.handlers) - set(handlers):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks


def leaks(console: io.StringIO, folders: list[Path], canaries: list[str]) -> list[tuple[str, str]]:
    """(where, what): in what was said, and in the bytes of every file, in the codings they could be kept in."""
    said = {"console": console.getvalue().encode()}
    for folder in folders:
        said |= {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    wanted = {one: {one.encode(), one.encode("gb18030"), one.encode("utf-16-le")} for one in canaries}
    return [
        (where, one) for where, data in said.items() for one, forms in wanted.items() if any(f in data for f in forms)
    ]


def bugs(running: Running) -> None:
    """Errors with somebody's data in them, everywhere one can come from."""
    desk, met = running.program.desk, []

    def quoted() -> None:
        raise ValueError(f"{NAME} {PHONE}")

    def by_the_database(u: object) -> None:
        u.conn.exec_driver_sql("insert into visit (id, name) values (?, ?)", (b"1", f"{NAME}{PHONE}"))  # type: ignore[attr-defined]

    def by_key(u: object) -> None:
        {}[PHONE]  # type: ignore[index]

    for work in (
        by_the_database,
        by_key,
        lambda u: quoted(),
        lambda u: (_ for _ in ()).throw(Refused("a.b", name=NAME)),
    ):
        desk.write(work, None, met.append)
    running.until(lambda: len(met) == 4)
    desk.lanes.run(WRITE, lambda: None, lambda _: quoted())  # an answer that fails
    desk.write(lambda u: (_ for _ in ()).throw(Refused("a.b", name=NAME)))  # and one nobody waits for
    QTimer.singleShot(0, running.program, quoted)
    done: list[int] = []
    QTimer.singleShot(50, running.program, lambda: done.append(1))
    one = threading.Thread(target=quoted)
    one.start()
    one.join()
    running.until(lambda: done == [1])


def test_nothing_of_anybody_is_written_in_the_open(
    on_duty: Running, home: Path, tmp_path: Path, console: io.StringIO, log_watch: LogWatch, qtbot: object
) -> None:
    for part in ("bug", "unanswered", "failed", "recovery"):
        log_watch.expect(part)
    logs.catch_bugs(lambda: None)
    desk = on_duty.program.desk
    code = desk.renew_recovery_code()

    # a visitor, a resident, somebody revealed
    flat = on_duty.read(lambda r: find_household(r, "3-1-1202")).id
    draft = Draft(
        VisitorType.GUEST,
        NAME,
        PHONE,
        PLATE,
        purpose=WORDS,
        household_id=flat,
        id_kind=IdKind.RESIDENT,
        id_number=IDENTITY,
    )
    visit = new_id(desk.clock.now_ms())
    on_duty.write(lambda u: admit(u, AdmitRequest(visit, draft, Proof.OVERRIDE, reason=WORDS)))
    person = on_duty.write(lambda u: people.add_person(u, NAME, PHONE, (PLATE,)))
    on_duty.write(lambda u: reveal(u, visit, "visitor_here"))
    on_duty.write(lambda u: people.reveal(u, person, "visitor_here"))

    # looked for in the window, letter by letter
    for text in (NAME, PHONE, PLATE):
        on_duty.window.scan_line.field.setText(text)
        QTest.keyClick(on_duty.window.scan_line.field, Qt.Key.Key_Return)
        qtbot.wait(60)  # type: ignore[attr-defined]

    # secrets, right and wrong
    mine = desk.session.state.active
    assert mine is not None
    with pytest.raises(Refused) as wrong:
        desk.session.sign_on_pin(mine.operator_id, WRONG_PIN)
    assert WRONG_PIN not in str(wrong.value)
    desk.session.sign_on_pin(mine.operator_id, PIN)
    for url in ("http://127.0.0.1:9/", "https://127.0.0.1:9/"):
        ticket = Ticket(1, url, "", TOKEN)
        with pytest.raises(Fault) as refused:
            enrolling.enrol(desk.store, ticket, COMMAND, name="南门", app="0")
        assert TOKEN not in str(refused.value)
    info = backup.write(desk.home.database, desk.store.key, desk.home.backups, desk.clock.now_ms())
    with pytest.raises(Fault):
        backup.restore(desk.home, info, None, keys.make_recovery_code())

    on_duty.program.desk.session.lock()
    bugs(on_duty)
    desk.store.checkpoint()

    written = (home / "logs" / "desk.log").read_text(encoding="utf-8")
    assert written.count("ValueError") >= 3, "the errors are in the log"
    assert "IntegrityError" in written
    assert "KeyError" in written
    secrets = [desk.store.key.hex(), code, code.replace("-", ""), TOKEN, f'"{PIN}"', WRONG_PIN]
    canaries = [NAME, PHONE, PLATE, IDENTITY, WORDS, *secrets]
    assert all(len(one) >= LEAST or not one.isascii() or one in (PLATE, f'"{PIN}"', WRONG_PIN) for one in canaries)
    found = leaks(console, [home, tmp_path / "temporary"], canaries)
    key_file = [(where, one) for where, one in found if where == "key.json" and one == desk.store.key.hex()]
    assert [one for one in found if one not in key_file] == []
    assert not re.search(rf"\b({PIN}|{WRONG_PIN})\b", written + console.getvalue())
