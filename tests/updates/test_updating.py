"""Who may, when it reminds, and the way from the look to the hand-over on an open desk; the command line likewise."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk import __main__ as command_line
from desk import app as desk_app
from desk import updating
from desk.app import Desk
from desk.core.clock import DAY_MS, HOUR_MS
from desk.core.errors import Fault, Refused
from desk.core.events import HealthChanged
from desk.operators.rules import COMMAND, RIGHTS, Role, actor_of
from desk.store import backup
from desk.store.store import Founding
from desk.updates import folder as kept
from desk.updates import marker
from desk.updates.here import Installed
from tests.fakes.clock import FakeClock
from tests.fakes.publisher import Publisher
from tests.updates.installers import Installer, installer

__all__ = ["installer"]
HERE = Installed("deb", Path("/usr/lib/gatehouse-desk/gatehouse-desk"))
MANAGER = actor_of("", Role.MANAGER.value)


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk, made once and copied for each test."""
    home = tmp_path_factory.mktemp("founded")
    made = desk_app.build(home, clock=FakeClock())
    made.found(Founding("锦绣苑", "南门", throwaway=True))
    made.close()
    return home


@pytest.fixture
def desk(founded: Path, tmp_path: Path, publisher: Publisher, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """Open, with this publisher's root, as if a .deb had put it here."""
    shutil.copytree(founded, tmp_path / "home")
    made = desk_app.build(tmp_path / "home", clock=FakeClock())
    made.open()
    monkeypatch.setattr(kept, "shipped_root", lambda beside=None: publisher.root)
    monkeypatch.setattr(updating, "installed", lambda: HERE)
    yield made
    made.close()


def looked(desk: Desk, publisher: Publisher, version: str = "9.1.0", security: bool = False) -> updating.Known:
    publisher.publish(version, b"payload", security=security)
    return updating.look(desk, str(publisher.folder))


@pytest.mark.parametrize("role", list(Role))
def test_only_manager_and_technician_may(desk: Desk, publisher: Publisher, installer: Installer, role: Role) -> None:
    looked(desk, publisher)
    actor, verbs = actor_of("", role.value), 0
    ready = updating.fetch(desk, COMMAND)
    for verb in (
        lambda: updating.put_off(desk, actor, desk.clock.now_ms() + HOUR_MS),
        lambda: updating.fetch(desk, actor),
        lambda: updating.apply(desk, actor, ready),
    ):
        if role in (Role.MANAGER, Role.TECHNICIAN):
            verb()
            verbs += 1
            continue
        with pytest.raises(Refused) as caught:
            verb()
        assert caught.value.facts["right"] == updating.RIGHT
    assert verbs == (3 if role in RIGHTS["update"] else 0)
    assert bool(installer.calls()) == bool(verbs)


def test_backed_up_marked_and_handed_over(desk: Desk, publisher: Publisher, installer: Installer) -> None:
    looked(desk, publisher)
    key = desk.store.key
    assert updating.apply(desk, MANAGER, updating.fetch(desk, MANAGER))
    found = marker.read(desk.home)
    assert found is not None
    assert (found.after, found.step) == ("9.1.0", marker.HANDED)
    backup.check(backup.inspect(Path(found.backup)), desk.home.root, key)
    assert installer.installed() == b"payload"


def test_killed_before_the_marker_the_old_version_knows_of_nothing(
    desk: Desk, publisher: Publisher, installer: Installer, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Died(BaseException):
        pass

    def die(*_: object) -> None:
        raise Died

    looked(desk, publisher)
    ready = updating.fetch(desk, MANAGER)
    monkeypatch.setattr(marker, "write", die)
    with pytest.raises(Died):
        updating.apply(desk, MANAGER, ready)
    assert not installer.calls()
    again = desk_app.build(desk.home, clock=desk.clock)
    again.open()
    again.close()


def test_an_installer_that_failed_leaves_the_marker_for_whichever_version_starts(
    desk: Desk, publisher: Publisher, installer: Installer
) -> None:
    looked(desk, publisher)
    ready = updating.fetch(desk, MANAGER)
    installer.answer(100)
    with pytest.raises(Fault, match=r"update\.installer_failed"):
        updating.apply(desk, MANAGER, ready)
    assert marker.there(desk.home)
    again = desk_app.build(desk.home, clock=desk.clock)
    again.open()
    again.close()
    assert not marker.there(desk.home), "the old version has started: nothing was installed"


def test_put_off_for_a_week_and_then_it_reminds(desk: Desk, publisher: Publisher) -> None:
    heard: list[HealthChanged] = []
    desk.bus.subscribe(lambda event: heard.append(event) if isinstance(event, HealthChanged) else None)
    now = looked(desk, publisher)
    clock = desk.clock
    assert isinstance(clock, FakeClock)
    for _ in range(6):
        tomorrow = updating.choices(desk, now)[-1]
        now = updating.put_off(desk, MANAGER, tomorrow)
        assert not updating.waits(desk)
        clock.set(tomorrow)
        assert updating.waits(desk), "what it was put off to has come"
    clock.advance(2 * DAY_MS)
    assert updating.choices(desk, now) == ()
    with pytest.raises(Refused, match=r"update\.week_over"):
        updating.put_off(desk, MANAGER, clock.now_ms() + HOUR_MS)
    updating.remind(desk)
    assert [(one.code, one.ok) for one in heard if one.subject == "update"] == [("update.waiting", False)]


def test_a_security_update_says_so_and_an_older_look_is_kept(desk: Desk, publisher: Publisher) -> None:
    heard: list[HealthChanged] = []
    desk.bus.subscribe(lambda event: heard.append(event) if isinstance(event, HealthChanged) else None)
    first = looked(desk, publisher)
    updating.put_off(desk, MANAGER, updating.choices(desk, first)[0])
    second = looked(desk, publisher, "9.2.0", security=True)
    assert second.till == 0, "another version is not what was put off"
    updating.remind(desk)
    assert heard[-1].code == "update.waiting_security"


def test_once_installed_nothing_waits(desk: Desk, publisher: Publisher) -> None:
    looked(desk, publisher)
    assert updating.known(desk).offer is not None
    assert updating.known(desk, "9.1.0").offer is None
    assert updating.look(desk, str(publisher.folder), version="9.1.0").offer is None


def test_by_itself_it_only_looks_once_a_day(desk: Desk, publisher: Publisher, monkeypatch: pytest.MonkeyPatch) -> None:
    publisher.publish("9.1.0", b"payload")
    asked: list[str] = []
    real = updating.look
    monkeypatch.setattr(updating, "look", lambda desk: asked.append("look") or real(desk, str(publisher.folder)))
    updating.remind(desk)
    assert asked == [], "without an address nobody is asked"
    desk.settings.change(extra={kept.SETTING: "https://updates.example.org"})
    updating.remind(desk)
    updating.remind(desk)
    assert asked == ["look"]
    assert not (desk.home.root / "updates" / "gatehouse-desk_9.1.0_amd64.deb").exists(), "nothing is fetched by itself"


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"offer": 3}', '{"offer": {"version": "9.1.0"}}', '{"looked_at": "x"}']
)
def test_what_was_known_and_is_broken_is_forgotten(desk: Desk, text: str) -> None:
    (kept.folder(desk.home) / kept.KNOWN).write_text(text, encoding="utf-8")
    assert updating.known(desk).offer is None


def test_the_command_line(
    desk: Desk, publisher: Publisher, installer: Installer, capsys: pytest.CaptureFixture[str]
) -> None:
    publisher.publish("9.1.0", b"payload")
    desk.store.close()
    words = ["--json", "--home", str(desk.home.root), "--from", str(publisher.folder)]
    assert command_line.main(["update", "check", *words]) == 0
    assert json.loads(capsys.readouterr().out)["newer"] == "9.1.0"
    assert command_line.main(["update", "fetch", *words]) == 0
    assert Path(json.loads(capsys.readouterr().out)["path"]).read_bytes() == b"payload"
    lock = desk.home.root / "program.lock"
    lock.write_text(f"{os.getpid()}\nprogram\nhere\n", encoding="utf-8")
    assert command_line.main(["update", "apply", *words]) == 1
    assert capsys.readouterr().err == "update.still_open\n"
    assert not installer.calls()
    lock.unlink()
    assert command_line.main(["update", "apply", *words]) == 0
    assert json.loads(capsys.readouterr().out)["installed"] is True
    assert installer.installed() == b"payload"
    assert command_line.main(["update", "check", "--home", str(desk.home.root)]) == 1
    assert capsys.readouterr().err == "update.no_address\n"
