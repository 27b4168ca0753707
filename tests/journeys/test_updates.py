"""An update from a stick through the real window: looked for, fetched, asked about, handed over to a stand-in installer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from desk import updating
from desk.core import sticks
from desk.core.sticks import Stick
from desk.store import backup
from desk.updates import folder as kept
from desk.updates import marker, trial
from desk.updates.here import Installed
from tests.fakes.publisher import NOTES, Publisher
from tests.journeys.conftest import Running
from tests.journeys.test_settings import opened
from tests.updates.installers import Installer, installer
from ui.texts import sentence
from ui.widgets.dialog_card import DialogCard

PAYLOAD = bytes(range(256)) * 8000

__all__ = ["installer"]


@pytest.fixture
def publisher(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Publisher]:
    """A stick with updates is plugged in, and the program was built with this publisher's root and installed as a .deb."""
    made = Publisher(tmp_path / "usb" / "gatehouse-updates")
    monkeypatch.setattr(kept, "shipped_root", lambda beside=None: made.root)
    monkeypatch.setattr(sticks, "seen", lambda: [Stick(tmp_path / "usb", "USB", 1 << 33)])
    monkeypatch.setattr(
        "desk.updating.installed", lambda: Installed("deb", Path("/usr/lib/gatehouse-desk/gatehouse-desk"))
    )
    return made


def asked(running: Running) -> DialogCard:
    running.until(lambda: DialogCard.on(running.window) is not None)
    card = DialogCard.on(running.window)
    assert card is not None
    return card


def about(running: Running) -> Any:
    panel = opened(running, "about")
    running.until(lambda: panel.update_card.model.version != "")
    return panel


def test_from_a_stick_to_the_installer(
    on_duty: Running, publisher: Publisher, installer: Installer, picture: Callable[[Running, str], None]
) -> None:
    publisher.publish("9.1.0", PAYLOAD, security=True)
    panel = about(on_duty)
    card = panel.update_card
    picture(on_duty, "update-1-before")
    card.stick.click()
    on_duty.until(lambda: card.model.waiting is not None)
    assert card._notes.text() == NOTES["zh_CN"]
    assert card.model.waiting.security
    picture(on_duty, "update-2-offered")
    on_duty.page().main.click()
    dialog = asked(on_duty)
    picture(on_duty, "update-3-asked")
    assert not installer.calls(), "nothing runs before somebody said yes"
    ended: list[bool] = []
    on_duty.shell.extras["update"].__self__._anew = lambda: ended.append(True)
    dialog.finish("yes")
    on_duty.until(lambda: bool(ended), timeout=20_000)
    [call] = installer.calls()
    home = on_duty.program.desk.home
    assert call[-1] == str(home.root / "updates" / "gatehouse-desk_9.1.0_amd64.deb")
    assert installer.installed() == PAYLOAD
    found = marker.read(home)
    assert found is not None
    assert (found.after, found.step) == ("9.1.0", marker.HANDED)
    assert backup.inspect(Path(found.backup)).revision == found.revision


def test_a_system_that_says_no_leaves_everything(
    on_duty: Running, publisher: Publisher, installer: Installer, picture: Callable[[Running, str], None]
) -> None:
    publisher.publish("9.1.0", PAYLOAD)
    installer.answer(126)
    panel = about(on_duty)
    panel.update_card.stick.click()
    on_duty.until(lambda: panel.update_card.model.waiting is not None)
    on_duty.page().main.click()
    ended: list[bool] = []
    on_duty.shell.extras["update"].__self__._anew = lambda: ended.append(True)
    asked(on_duty).finish("yes")
    on_duty.until(lambda: shown(on_duty, sentence("update.not_allowed")), timeout=20_000)
    picture(on_duty, "update-4-not-allowed")
    assert not marker.there(on_duty.program.desk.home)
    assert not ended


def shown(running: Running, words: str) -> bool:
    from PySide6.QtWidgets import QLabel

    return any(one.text() == words and one.isVisible() for one in running.window.findChildren(QLabel))


def test_a_bad_stick_says_so_and_putting_off_is_kept(
    on_duty: Running, publisher: Publisher, picture: Callable[[Running, str], None]
) -> None:
    names = publisher.publish("9.1.0", PAYLOAD)
    publisher.target(names["deb"]).write_bytes(PAYLOAD[:-1] + b"!")
    panel = about(on_duty)
    card = panel.update_card
    card.stick.click()
    on_duty.until(lambda: card.model.waiting is not None)
    on_duty.page().main.click()
    on_duty.until(lambda: card._said.text() != "")
    assert card._said.text() == sentence("update.changed")
    picture(on_duty, "update-5-changed")
    card.presenter.put_off(card.model.choices[0][0])
    on_duty.until(lambda: bool(card.model.waiting.till))
    assert updating.known(on_duty.program.desk).till > on_duty.clock.now_ms()
    picture(on_duty, "update-6-put-off")


def test_a_program_that_runs_from_its_sources_says_so(
    on_duty: Running, picture: Callable[[Running, str], None]
) -> None:
    card = about(on_duty).update_card
    on_duty.until(lambda: card._said.text() == sentence("update.from_sources"))
    assert not card.stick.isVisible()
    picture(on_duty, "update-7-off")


def test_what_became_of_the_last_one_is_told(on_duty: Running, picture: Callable[[Running, str], None]) -> None:
    home = on_duty.program.desk.home
    at = on_duty.clock.now_ms()
    kept.write(home, trial.LAST, {"what": trial.UPDATED, "before": "0.0.9", "after": "0.1.0", "at": at})
    card = about(on_duty).update_card
    on_duty.until(lambda: bool(card.model.last))
    assert (card.model.last, card.model.last_from) == (trial.UPDATED, "0.0.9")
    picture(on_duty, "update-8-updated")
