"""The unattended hut through its real window, with machines the program plays: masks, things, help; jams, empty, wiped, watched."""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from desk.alarms import reads as alarms
from desk.alarms import service_automations
from desk.alarms.rules import RingsAt
from desk.codes.rules import Kind
from desk.codes.service import issue, issue_household
from desk.core.clock import MINUTE_MS
from desk.devices import service as device_service
from desk.devices import service_dispense, service_stock
from desk.devices.acting import Role
from desk.devices.driven import Driven
from desk.devices.rules import Allowance, StockKind
from desk.devices.views import SetUp
from desk.hearings import reads as hearings
from desk.hut_set import HutSet, hut_set, keep
from desk.lending import reads as lending
from desk.lending import service as lending_service
from desk.lending.drafts import AssetDraft
from desk.lending.rules_asset import AssetKind
from desk.operators.rules import COMMAND
from desk.people.reads import find_household
from tests.fakes.clock import FakeClock
from tests.journeys.conftest import PICTURES, PIN, Running
from ui import i18n
from ui.bridge import qt_log_to_logging
from ui.hut.model import Step
from ui.hut.program import HutProgram
from ui.hut.watch import VARIABLE, Patience, Watch
from ui.options import Options
from ui.texts import sentence
from ui.widgets.dialog_card import DialogCard

QUICK = {"drop_ms": 600, "pulse_ms": 100, "poll_ms": 100}
PERSONAL = ("1202", "陈秀兰")
TARGET_PX = 72


class Hut(Running):
    """A hut while a test stands before it."""

    _code = ""

    @property
    def view(self) -> Any:
        hut = self.program.hut  # type: ignore[attr-defined]
        assert hut is not None
        return hut.page

    @property
    def step(self) -> Step:
        return Step(self.view.model.step)

    def at(self, step: Step) -> None:
        self.until(lambda: self.step is step, 20_000)

    def show_code(self, text: str) -> None:
        """Held before the camera."""
        assert self.program.eyes is not None
        self.program.eyes.scans.forget()
        self.program.eyes.scans.take(text, "camera")

    def words(self) -> str:
        """Everything that stands on the screen."""
        shown = [
            one.text() for kind in (QAbstractButton, QLabel) for one in self.view.findChildren(kind) if one.isVisible()
        ]
        return "\n".join(shown)

    def device(self, name: str, role: Role, driver: str, **options: Any) -> Driven:
        made = self.write(
            lambda u: device_service.set_up(u, SetUp("", name, role, driver, options=options, training=True))
        )
        devices = self.program.machines.devices if self.program.machines else None
        assert devices is not None
        self.until(lambda: (one := devices.driven(made.id)) is not None and one.health.ready)
        found = devices.driven(made.id)
        assert found is not None
        return found

    def mask_machine(self, masks: int = 5) -> Driven:
        one = self.device("口罩机", Role.DISPENSER, "relay_drop", **QUICK)
        item = self.write(lambda u: service_stock.save_item(u, "", "口罩", StockKind.MASK, one.id, 0, 40, 5))
        if masks:
            self.write(lambda u: service_stock.refill(u, item, masks))
            self.until(lambda: not self.view.model.masks)
        return one

    def household(self) -> str:
        """The code of the household."""
        if not self._code:
            home = self.read(lambda r: find_household(r, "3-1-1202")).id
            self._code = str(self.write(lambda u: issue_household(u, home)).text)
        return self._code

    def nobody_touches_it(self) -> None:
        def gone() -> bool:
            self.view.idle._until = 0
            return self.step is Step.HOME

        self.until(gone)


@pytest.fixture
def hut(qapp: QApplication, qtbot: QtBot, home: Path, clock: FakeClock) -> Iterator[Hut]:
    """The program as a hut, with its machines' door open and no machine yet."""
    qt_log_to_logging()
    program = HutProgram(qapp, Options(home=home, kiosk=True, camera="off"), clock)
    program.show()
    qtbot.waitUntil(lambda: program.machines is not None and program.machines.devices is not None, timeout=20_000)
    found = Hut(program, qtbot, clock)
    found.until(lambda: found.view.model.place != "")
    yield found
    program.window.close()
    program.close()
    program.window.deleteLater()
    program.deleteLater()
    i18n.install(i18n.SOURCE)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
    gc.collect()


@pytest.fixture
def picture(hut: Hut, pictures: Path) -> Callable[[str], None]:
    """Where a folder for pictures is named: in both languages, light and with high contrast."""

    def save(name: str) -> None:
        if not os.environ.get(PICTURES):
            return
        for lang in ("zh_CN", "en"):
            i18n.install(lang)
            for contrast in (False, True):
                hut.program.hut._colour(contrast)  # type: ignore[attr-defined]
                hut.qtbot.wait(80)
                hut.window.grab().save(str(pictures / f"{name}-{lang}-{'contrast' if contrast else 'light'}.png"))
        i18n.install("zh_CN")
        hut.program.hut._colour(False)  # type: ignore[attr-defined]

    return save


def targets(hut: Hut) -> list[tuple[str, int, int]]:
    return [
        (one.text(), one.width(), one.height())
        for one in hut.view.findChildren(QAbstractButton)
        if one.isVisible() and min(one.width(), one.height()) < TARGET_PX
    ]


def test_a_mask_for_a_household_its_quota_and_the_wiped_screen(hut: Hut, picture: Callable[[str], None]) -> None:
    hut.mask_machine()
    hut.write(lambda u: service_dispense.allow(u, Allowance(1, 10, 60)))
    hut.write(lambda u: lending_service.add_asset(u, AssetDraft("雨伞", AssetKind.UMBRELLA, place="伞架")))
    hut.until(lambda: not hut.view.model.things)
    assert targets(hut) == []
    picture("hut-home")
    hut.view.home.mask.click()
    hut.at(Step.SCAN)
    picture("hut-scan")
    hut.show_code(hut.household())
    hut.at(Step.BUSY)
    assert not hut.view.back.isVisible()
    hut.at(Step.DONE)
    assert "请取走口罩" in hut.words()
    assert not any(one in hut.words() for one in PERSONAL)
    picture("hut-mask")

    # nobody touches it: nothing of them is left, and the language is the desk's again
    hut.view.say_it.click()
    hut.until(lambda: "Please take your mask" in hut.words())
    hut.nobody_touches_it()
    hut.until(lambda: "您要办什么" in hut.words())
    assert hut.view.presenter._home == ""

    hut.show_code(hut.household())  # the code first, the button after it
    hut.until(lambda: hut.view.model.shown)
    hut.view.home.mask.click()
    hut.at(Step.SORRY)
    assert sentence("dispense.quota", {"most": 1}) in hut.words()
    picture("hut-quota")
    hut.view.back.click()
    hut.at(Step.HOME)


def test_couriers_wait_and_an_empty_machine_says_so(hut: Hut) -> None:
    hut.mask_machine(masks=1)
    for step in (Step.DONE, Step.SORRY):
        hut.view.home.mask.click()
        hut.view.scan.courier.click()
        hut.at(step)
        hut.view.back.click()
        hut.at(Step.HOME)
    hut.clock.advance(MINUTE_MS)
    hut.until(lambda: hut.view.model.masks == "hut.no_masks")
    assert "现在没有口罩" in hut.view.home.mask._sub
    keep(hut.program.desk.settings, HutSet(couriers=False), COMMAND)
    hut.view.presenter.refresh()
    hut.until(lambda: not hut.view.model.couriers)
    hut.view.home.mask.click()
    assert not hut.view.scan.courier.isVisible()


def test_a_jam_becomes_a_matter_whose_number_is_photographed(hut: Hut, picture: Callable[[str], None]) -> None:
    machine = hut.mask_machine()
    assert machine.stage is not None
    machine.stage.switch("jam")
    hut.view.home.mask.click()
    hut.show_code(hut.household())
    hut.at(Step.TICKET)
    (matter,) = hut.read(lambda r: hearings.open_matters(r, COMMAND))
    assert hut.view.ticket.number.text() == matter.short_no
    assert hut.view.ticket.qr.isVisible()
    assert not any(one in hut.words() for one in PERSONAL)
    assert targets(hut) == []
    picture("hut-ticket")
    hut.show_code(hut.household())  # whoever comes next waits for the ticket to be put away
    hut.qtbot.wait(50)
    assert hut.step is Step.TICKET
    hut.view.back.click()
    hut.at(Step.HOME)


def test_no_machine_and_codes_that_are_not_good(hut: Hut) -> None:
    hut.view.home.mask.click()
    hut.show_code(hut.household())
    hut.at(Step.SORRY)
    assert sentence("dispense.no_machine") in hut.words()
    good = hut.household()
    forged = good[:-1] + ("A" if good[-1] != "A" else "B")
    for text, code in ((forged, "hut.code_forged"), ("https://example.com/win", "hut.not_ours")):
        hut.show_code(text)
        hut.until(lambda code=code: hut.view.model.code == code)

    def scans() -> list[str]:
        select = "select answer from code_scan order by num"
        return list(hut.read(lambda r: r.conn.exec_driver_sql(select).scalars().all()))

    hut.until(lambda: scans() == ["valid", "forged", "foreign"])  # written on a lane of its own, after the words


def test_a_thing_from_a_locker_and_back_by_one_scan(hut: Hut, picture: Callable[[str], None]) -> None:
    cabinet = hut.device("物品柜", Role.LOCKER, "lock8a80")
    draft = AssetDraft("轮椅", AssetKind.WHEELCHAIR, hygiene=True, locker_id=cabinet.id, compartment=3)
    chair = hut.write(lambda u: lending_service.add_asset(u, draft))
    hut.write(lambda u: lending_service.add_asset(u, AssetDraft("雨伞", AssetKind.UMBRELLA, place="伞架")))
    label = hut.write(lambda u: issue(u, Kind.ASSET, chair)).text
    hut.until(lambda: not hut.view.model.things)
    hut.view.home.borrow.click()
    hut.show_code(hut.household())
    hut.at(Step.PICK)
    assert targets(hut) == []
    picture("hut-pick")
    hut.view.borrow.buttons[chair].click()
    hut.at(Step.DONE)
    assert "3 号门开了，请拿走「轮椅」" in hut.words()
    picture("hut-borrowed")
    assert [one.name for one in hut.read(lending.open_loans)] == ["轮椅"]
    assert cabinet.stage is not None
    cabinet.stage.hand("shut 3")
    hut.show_code(label)  # from any step: whoever brings it
    hut.until(lambda: "3 号门开了，请放进去" in hut.words())
    assert hut.read(lending.open_loans) == ()
    picture("hut-returned")
    hut.view.said.damaged.click()
    hut.until(lambda: "记下了" in hut.words())
    assert hut.read(lambda r: lending.asset(r, chair)).condition.value == "damaged"


def test_a_door_nobody_knows_about_keeps_the_loan_and_gives_a_ticket(hut: Hut) -> None:
    cabinet = hut.device("物品柜", Role.LOCKER, "lock8a80")
    draft = AssetDraft("雨伞", AssetKind.UMBRELLA, locker_id=cabinet.id, compartment=5)
    umbrella = hut.write(lambda u: lending_service.add_asset(u, draft))
    hut.until(lambda: not hut.view.model.things)
    hut.view.home.borrow.click()
    hut.show_code(hut.household())
    hut.at(Step.PICK)
    assert cabinet.stage is not None
    cabinet.stage.switch("mute")
    hut.view.borrow.buttons[umbrella].click()
    hut.at(Step.TICKET)
    assert not hut.view.model.sure
    assert len(hut.read(lending.open_loans)) == 1


def test_help_without_a_line_says_whom_to_phone_and_hears_when_somebody_sees_it(
    hut: Hut, picture: Callable[[str], None]
) -> None:
    hut.write(lambda u: service_automations.save_rings_at(u, RingsAt("", "物业值班室", "0000-8888")))
    hut.view.home.help.click()
    hut.until(lambda: hut.view.model.phone == "0000-8888")
    assert "0000-8888" in hut.words()
    picture("hut-help")
    hut.view.help.call.click()
    hut.at(Step.CALLED)
    (alarm,) = hut.read(alarms.ringing)
    assert "请打电话" in hut.words()
    picture("hut-no-line")
    from desk.alarms import service

    hut.write(lambda u: service.seen(u, alarm.id))
    hut.until(lambda: "有人看到了" in hut.words())


def test_only_a_pin_of_somebody_who_may_ends_it(
    hut: Hut, picture: Callable[[str], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    keep(hut.program.desk.settings, HutSet(on=True), COMMAND)
    hut.view.manage.held.emit()
    hut.at(Step.LEAVE)
    hut.until(lambda: hut.view.model.asking is not None)
    picture("hut-leave")
    hut.view.leaving.pad.entered.emit("00000")
    hut.until(lambda: hut.view.model.wrong != "")
    assert hut_set(hut.program.desk.settings.now.extra).on
    hut.view.leaving.pad.entered.emit(PIN)
    hut.until(lambda: hut.program.again)
    assert not hut_set(hut.program.desk.settings.now.extra).on


def test_killed_it_stands_again_under_the_watchdog(home: Path) -> None:
    """A real process over a real store, killed; the second one is ended by the watch."""
    command = [sys.executable, "-m", "ui", "--home", str(home), "--kiosk", "--camera", "off"]
    watch = Watch(command, Patience(first=120, silent=60, rest=0.1), Path(__file__).resolve().parents[2])
    answered: set[int] = set()  # which of its lives had a window that answers
    news = threading.Event()
    hear = watch._heard

    def heard() -> bool:
        found = hear()
        if found:
            answered.add(watch.starts)
            news.set()
        return found

    watch._heard = heard  # type: ignore[method-assign]
    thread = threading.Thread(target=watch.run)
    thread.start()
    try:
        pids = []
        for nth in (1, 2):
            while nth not in answered:
                assert news.wait(120), "the hut did not open"
                news.clear()
            assert watch.program is not None
            pids.append(watch.program.pid)
            if nth == 1:
                watch.program.kill()
        assert pids[0] != pids[1]
    finally:
        watch.stop()
        thread.join(60)
    assert not thread.is_alive()
    assert watch.program.poll() is not None
    assert VARIABLE not in os.environ


def test_a_manager_makes_the_desk_a_hut(
    on_duty: Running, pictures: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    on_duty.shell.to("settings", section="hut")
    on_duty.until(lambda: on_duty.front() == "settings" and on_duty.page().key == "hut")
    panel = on_duty.page().panel()
    panel.wipe.set_key("60")
    panel.wipe.picked.emit("60")
    settings = on_duty.program.desk.settings
    on_duty.until(lambda: hut_set(settings.now.extra).wipe_s == 60)
    on_duty.window.grab().save(str(pictures / "hut-settings.png"))
    panel.act()
    card = DialogCard.on(on_duty.window)
    assert card is not None
    card.finish("yes")
    on_duty.until(lambda: on_duty.program.again)
    assert hut_set(settings.now.extra) == HutSet(on=True, wipe_s=60)
