"""The first run, step by step over a real data folder: nothing lost on the way, and every break can be gone on from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desk.core.errors import Trouble
from desk.operators.reads import needs_first_manager
from desk.store import backup
from desk.store.identity import here
from desk.store.store import Founding
from tests.ui.pages.at_once import ChildNow, Looks, Voice, desk_at, ports_of
from ui.pages.welcome.model import WelcomeModel
from ui.pages.welcome.presenter import KEPT, WelcomePresenter

PIN = "73914"


class Run:
    """A presenter and what it drew and said last."""

    def __init__(self, root: Path, **extras: Any) -> None:
        self.desk, self.voice, self.looks = desk_at(root), Voice(), Looks()
        self.wrong: list[tuple[str, str]] = []
        self.finished = False
        self.presenter = WelcomePresenter(ports_of(self.desk, self.voice, looks=self.looks, **extras))
        self.presenter.wrong = lambda what, error: self.wrong.append((what, error.code))  # type: ignore[attr-defined]
        self.presenter.finished = self._finish

    def _finish(self) -> None:
        self.finished = True

    @property
    def model(self) -> WelcomeModel:
        return self.presenter.model

    def to_manager(self) -> None:
        self.presenter.begin()
        self.presenter.next()
        self.presenter.typed(site_name="锦绣苑", address="明珠路 88 弄")
        self.presenter.next()
        self.presenter.typed(gate_name="南门", gate_phone="1040 0000 0119")
        self.presenter.next()

    def to_key(self) -> None:
        self.to_manager()
        self.presenter.typed(manager="陈秀兰")
        self.presenter.pin(PIN)
        self.presenter.pin(PIN)

    def to_code(self, passphrase: str = "") -> str:
        self.to_key()
        self.presenter.keep(passphrase, passphrase)
        return self.model.code

    def again(self, root: Path, **extras: Any) -> Run:
        """The program ended here and starts anew."""
        self.desk.close()
        fresh = Run(root, **extras)
        if fresh.desk.founded:
            fresh.desk.open()
        fresh.presenter.begin()
        return fresh


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Run]:
    made = Run(tmp_path / "home")
    yield made
    made.desk.close()


def test_from_the_first_step_to_an_open_desk(run: Run) -> None:
    code = run.to_code()
    assert (run.model.step, run.model.number, run.model.total) == ("code", 6, 8)
    run.presenter.next()
    assert run.model.typing
    assert not run.model.code
    run.presenter.code_typed(code.lower().replace("-", " "))
    assert run.model.step == "camera"
    run.presenter.next()
    run.presenter.next()
    assert run.finished
    assert KEPT not in run.desk.settings.now.extra
    with run.desk.store.reading() as r:
        place = here(r)
        assert not needs_first_manager(r)
    assert (place.site_name, place.address, place.gate_name) == ("锦绣苑", "明珠路 88 弄", "南门")
    assert backup.code_opens(run.desk.store, code)
    assert run.desk.session.state.active is not None


@pytest.mark.parametrize(
    ("step", "what", "code"), [(1, "site_name", "welcome.site_empty"), (2, "gate_name", "welcome.gate_empty")]
)
def test_an_empty_name_is_asked_for_again(run: Run, step: int, what: str, code: str) -> None:
    run.presenter.begin()
    run.presenter.next()
    if step == 2:
        run.presenter.typed(site_name="锦绣苑")
        run.presenter.next()
    run.presenter.next()
    assert run.wrong == [(what, code)]
    assert run.model.step == ("estate", "gate")[step - 1]


def test_a_pin_is_typed_twice_and_not_too_easy(run: Run) -> None:
    run.to_manager()
    run.presenter.typed(manager="陈秀兰")
    run.presenter.pin("1234")
    run.presenter.pin(PIN)
    run.presenter.pin("73915")
    assert [code for _, code in run.wrong] == ["pin.easy", "pin.differs"]
    assert (run.model.step, run.model.pin) == ("manager", "first")
    run.presenter.next()
    assert run.wrong[-1] == ("pad", "pin.missing")


def test_back_keeps_what_was_typed(run: Run) -> None:
    run.to_key()
    for step in ("manager", "gate", "estate", "language"):
        assert run.presenter.back()
        assert run.model.step == step
    assert not run.presenter.back()
    assert run.model.answers.site_name == "锦绣苑"
    assert run.model.answers.manager == "陈秀兰"


def test_names_changed_after_the_store_was_made_are_stored(run: Run) -> None:
    run.to_code()
    for _ in range(4):
        run.presenter.back()
    assert run.model.step == "estate"
    run.presenter.typed(site_name="锦绣苑二期")
    run.presenter.next()
    assert run.model.step == "gate"
    with run.desk.store.reading() as r:
        assert here(r).site_name == "锦绣苑二期"


def test_a_passphrase_is_long_and_typed_twice(run: Run) -> None:
    run.to_key()
    run.presenter.keep("short", "short")
    run.presenter.keep("long enough", "long enougk")
    assert [code for _, code in run.wrong] == ["key.passphrase_short", "key.passphrase_differs"]
    run.presenter.keep("long enough", "long enough")
    assert (run.model.step, run.model.kept) == ("code", "wrapped")


def test_a_private_home_says_that_its_key_lies_unlocked(run: Run) -> None:
    run.to_key()
    assert run.model.keyring is False
    run.presenter.keep("", "")
    assert run.model.kept == "file"


def test_another_code_is_not_taken(run: Run) -> None:
    code = run.to_code()
    run.presenter.next()
    run.presenter.code_typed(code[:-1])
    run.presenter.code_typed(code[:-1] + ("A" if code[-1] != "A" else "B"))
    assert [one for _, one in run.wrong] == ["key.code_shape", "welcome.code_differs"]
    run.presenter.show_code()
    assert run.model.code == code


def test_a_break_before_the_store_keeps_what_was_typed_but_no_secret(run: Run, tmp_path: Path) -> None:
    run.to_key()
    text = (tmp_path / "home" / "settings.json").read_text(encoding="utf-8")
    assert PIN not in text
    again = run.again(tmp_path / "home")
    assert again.model.step in ("manager", "language")
    assert again.model.answers.site_name == "锦绣苑"


def test_a_break_while_the_code_is_shown_makes_a_new_one(run: Run, tmp_path: Path) -> None:
    former = run.to_code()
    again = run.again(tmp_path / "home")
    assert again.model.unlock == "陈老师"
    assert not again.model.code
    again.presenter.pin("00000")
    assert again.wrong == [("pad", "operator.pin_wrong")]
    again.presenter.pin(PIN)
    assert again.model.code
    assert again.model.code != former
    assert backup.code_opens(again.desk.store, again.model.code)
    again.desk.close()


def test_a_break_between_store_and_manager_goes_on_at_the_manager(tmp_path: Path) -> None:
    first = desk_at(tmp_path / "home")
    first.found(Founding("锦绣苑", "南门"))
    first.close()
    run = Run(tmp_path / "home")
    run.desk.open()
    run.presenter.begin()
    assert run.model.step == "manager"
    run.presenter.typed(manager="陈秀兰")
    run.presenter.pin(PIN)
    run.presenter.pin(PIN)
    assert run.model.step == "code"
    assert run.model.code
    run.desk.close()


def test_a_full_disk_is_said_and_the_step_stays(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run.to_key()

    def full(*_: object, **__: object) -> str:
        raise Trouble("store.disk_full")

    monkeypatch.setattr(run.desk, "found", full)
    run.presenter.keep("", "")
    assert run.voice.problems == ["store.disk_full"]
    assert (run.model.step, run.model.busy) == ("key", False)
    monkeypatch.undo()
    run.presenter.keep("", "")
    assert run.model.step == "code"


def test_a_list_is_checked_before_it_is_taken_over(tmp_path: Path) -> None:
    report = {"rows": 12, "households_new": 8, "people_new": 8, "refused": 1}
    children = [ChildNow([{"stage": "reading", "done": 3, "total": 12}, {"report": report}]) for _ in range(2)]
    made = iter(children)
    run = Run(tmp_path / "home", child=lambda: next(made))
    run.to_code()
    run.presenter.importer.check(Path("list.xlsx"))
    assert (run.model.imported.stage, run.model.imported.homes, run.model.imported.left_out) == ("checked", 8, 1)
    assert "--dry-run" in children[0].words
    run.presenter.importer.write()
    assert run.model.imported.stage == "done"
    assert "--dry-run" not in children[1].words
    run.desk.close()


def test_a_file_that_is_none_leaves_the_choice(tmp_path: Path) -> None:
    run = Run(tmp_path / "home", child=lambda: ChildNow([], Trouble("people.sheet_unreadable")))
    run.to_code()
    run.presenter.importer.check(Path("list.xlsx"))
    assert run.model.imported.stage == ""
    assert run.voice.problems == ["people.sheet_unreadable"]
    run.desk.close()


def test_the_language_is_changed_at_once(run: Run) -> None:
    run.presenter.begin()
    run.presenter.language("en")
    assert run.looks.did == [("set_language", "en")]
    assert run.model.language == "en"
