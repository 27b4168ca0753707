"""A press of a button, through a simulated receiver, into the real window: over a half-filled form, and to its end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QLabel

from desk.alarms import reads, service
from desk.alarms.rules import Answered, Does, Sort, Stand
from desk.alarms.views import Call
from desk.core.lanes import READ
from desk.devices import service as devices
from desk.devices.acting import Role
from desk.devices.views import SetUp
from desk.hut import HUT
from desk.people import service as people
from desk.people.reads import find_household
from tests.journeys.conftest import Running
from tests.journeys.test_matters import write

Picture = Callable[[Running, str], None]
NUMBER, NAME, DAUGHTER, PHONE = "841904", "欧阳佩兰", "欧阳小梅", "104 0000 0021"
WEARER = service.WearerDraft(
    "pendant", NUMBER, NAME, "3 号楼 1 单元 1202", "腿脚不便，药在床头",
    (Call(DAUGHTER, "女儿", PHONE), Call("周建国", "邻居", "104 0000 0022")), consent_by="self",
)  # fmt: skip


def attach(running: Running, name: str, role: Role, driver: str, **more: Any) -> Any:
    """A device that is not there, attached and ready."""
    running.until(lambda: running.program.machines is not None and running.program.machines.devices is not None)
    wanted = SetUp("", name, role, driver, training=True, **more)
    kept = running.write(lambda u: devices.set_up(u, wanted))
    machines = running.program.machines
    assert machines is not None
    assert machines.devices is not None
    found = machines.devices
    running.until(lambda: (one := found.driven(kept.id)) is not None and one.health.ready)
    return found.driven(kept.id)


def cover(running: Running) -> Any:
    assert running.program.alarms is not None
    return running.program.alarms.cover


def alarms(running: Running) -> list[Any]:
    return list(running.read(reads.recent))


def words(widget: Any) -> str:
    return " ".join(one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget))


def test_a_press_stands_over_a_half_filled_form_until_it_is_closed(on_duty: Running, picture: Picture) -> None:
    running = on_duty
    running.write(lambda u: service.save_wearer(u, WEARER))
    receiver = attach(running, "南门接收器", Role.SOS_RECEIVER, "rf433")
    running.shell.to("admit")
    form = running.page()
    field = form.fields.lines["name"].line
    field.setFocus()
    write(field, "慕容测试")
    before = form.draft()
    receiver.stage.hand(f"press {NUMBER}")
    full = cover(running)
    running.until(lambda: full.isVisible() and full.alarm is not None)
    assert full.alarm.ringing
    assert NAME in words(full)
    running.qtbot.keyClick(running.window.focusWidget(), Qt.Key.Key_Return)  # meant for the form: it takes nothing
    assert full.alarm.ringing
    picture(running, "alarm-1-rings")
    running.until(lambda: not full._deaf.isActive())
    running.qtbot.keyClick(running.window.focusWidget(), Qt.Key.Key_Return)
    running.until(lambda: not full.alarm.ringing and full.note.isVisible())
    full.calls.rows[0].buttons["no_answer"].click()
    running.until(lambda: full.alarm.calls[0].said == "no_answer")
    full.calls.rows[1].buttons["coming"].click()
    running.until(lambda: full.alarm.calls[1].said == "coming")
    picture(running, "alarm-2-taken")
    running.qtbot.keyClick(full.note, Qt.Key.Key_Escape)
    running.until(lambda: not full.isVisible())
    strip = running.program.alarms.strip
    assert strip.isVisible()
    assert NAME not in strip.text()
    assert form.draft() == before
    assert not full.isAncestorOf(running.window.focusWidget())
    picture(running, "alarm-3-put-aside")
    strip.button.click()
    running.until(lambda: full.isVisible())
    full.close_.click()  # without a word it is not closed
    running.until(lambda: running.window.notes.line.isVisible())
    assert alarms(running)[0].stand is Stand.TAKEN
    full.note.setText("邻居到了，人没事")
    full.close_.click()
    running.until(lambda: not full.isVisible() and not strip.isVisible())
    (alarm,) = alarms(running)
    assert (alarm.sort, alarm.stand, alarm.training) == (Sort.SOS, Stand.CLOSED, True)
    steps = running.read(lambda r: reads.card(r, alarm.id)).steps
    assert [one.does for one in steps] == [Does.SEEN, Does.CALLED, Does.CALLED, Does.CLOSED]
    assert [one.answered for one in steps[1:3]] == [Answered.NO_ANSWER, Answered.COMING]
    assert running.page() is form
    assert form.draft() == before


def test_a_locked_desk_rings_and_whoever_is_there_may_take_it(running: Running, picture: Picture) -> None:
    running.write(lambda u: service.save_wearer(u, WEARER))
    receiver = attach(running, "南门接收器", Role.SOS_RECEIVER, "rf433")
    receiver.stage.hand("press 2CAFE0")
    full = cover(running)
    running.until(lambda: full.isVisible() and full.alarm is not None)
    assert "AFE0" in words(full)
    full.take.click()
    running.until(lambda: not full.alarm.ringing)
    receiver.stage.hand(f"press {NUMBER}")
    running.until(lambda: full._more.isVisible())
    picture(running, "alarm-4-a-second-one")
    full._more.click()
    running.until(lambda: NAME in words(full))
    assert running.program.desk.session.state.locked


def test_dust_over_the_limit_sprays_and_the_rule_is_paused(on_duty: Running, picture: Picture) -> None:
    """A manager sets the rule in the small form; a simulated sensor and relay do the rest."""
    running = on_duty
    sensor = attach(running, "工地扬尘", Role.AIR_SENSOR, "pms5003", options={"warm_up_s": 0})
    relay = attach(running, "围挡喷雾", Role.RELAY, "modbus_relay", options={"poll_ms": 50})
    running.shell.to("automations")
    page = running.page()
    running.until(lambda: page.model.known and len(page.model.devices) == 2)
    page.foot.button(0).click()
    form = page.rule
    form.device.set_key(sensor.id)
    form.relay.set_key(relay.id)
    form.name.setText("北侧围挡喷雾")
    form.minutes.show_value(1)
    form.seconds.show_value(1)
    picture(running, "rules-1-form")
    page.foot.button(0).click()
    running.until(lambda: page.section == "list" and any(row.form.does == "dust" for row in page.model.rows))
    running.until(lambda: running.program.alarms.alarming._engine.dust() != {})
    for _ in range(8):
        running.clock.advance(10_000)
        heard = sensor.last.get("level")
        sensor.stage.hand("dust 120 200")
        running.until(lambda heard=heard: sensor.last.get("level") is not heard)
    running.until(lambda: (row := dusty(page)) is not None and bool(row.runs) and row.runs[0].ended == "done")
    assert (dusty(page).runs[0].value, dusty(page).doing) == (120, "resting")
    picture(running, "rules-2-sprayed")
    line = next(one for one in page.list.rows if one.row.form.does == "dust")
    line.pause.click()
    running.until(lambda: bool(dusty(page).paused))
    picture(running, "rules-3-paused")
    assert running.read(reads.rules)[0].paused(running.clock.now_ms())


def dusty(page: Any) -> Any:
    return next((row for row in page.model.rows if row.form.does == "dust"), None)


@pytest.mark.parametrize("sort", [Sort.SOS, Sort.FALL])
def test_the_public_screen_never_shows_who(on_duty: Running, sort: Sort) -> None:
    from desk.alarms.rights import MACHINE
    from desk.screen import reads as screen
    from ui.public_screen.canvas import Canvas

    running = on_duty
    running.write(lambda u: service.save_wearer(u, WEARER))
    with running.program.desk.store.unit(MACHINE) as u:
        service.raise_alarm(u, service.Heard(sort, f"sos:{NUMBER}", number=NUMBER, place="3 号楼 1 单元 1202"))
    running.until(lambda: cover(running).isVisible())
    running.until(lambda: running.program.screen is not None)
    shown = running.program.screen
    assert shown is not None
    shown.on_changed(frozenset({"alarms", "screen"}))
    board = running.read(screen.board)
    texts = [repr(board), repr(shown.shown), *(words(one) for one in running.window.findChildren(Canvas))]
    for secret in (NAME, DAUGHTER, PHONE, NUMBER, "1202"):
        assert not any(secret in text for text in texts)


def test_a_wearer_is_chosen_from_the_register(on_duty: Running, picture: Picture) -> None:
    running = on_duty
    home = running.read(lambda r: find_household(r, "3-1-1202"))
    assert home is not None
    person = running.write(lambda u: people.add_person(u, NAME))
    running.write(lambda u: people.bind(u, person, home.id, "tenant"))
    running.shell.to("alarm", section="wearers")
    running.until(lambda: running.page().model.known)
    page = running.page()
    page._presenter.new()
    form = page.wearer
    form.person.searched.emit("3-1-1202")
    running.until(form.person.has_rows)
    picture(running, "wearer-1-found")
    form.person.picked.emit(form.person._doors[person])
    running.until(lambda: form.name.text() == NAME)
    assert "1202" in form.door.text()
    form.number.setText(NUMBER)
    form.calls.setPlainText(f"女儿 {DAUGHTER} {PHONE}")
    form.consent.set_key("self")
    picture(running, "wearer-2-filled")
    page.main_button().click()
    running.until(lambda: page.section == "wearers" and len(page.model.wearers) == 1)
    (row,) = page.model.wearers
    assert running.read(lambda r: reads.wearer(r, row.id)).person_id == person
    page._presenter.open(row.id)  # changed later, the tie stays
    running.until(lambda: page.section == "form" and form.form().person_id == person)
    assert form.form().person
    assert NAME not in form.form().person
    form.note.setText("药在床头")
    page.main_button().click()
    running.until(lambda: page.section == "wearers")
    assert running.read(lambda r: reads.wearer(r, row.id)).person_id == person


@pytest.mark.parametrize("demo", [False, True])
def test_a_muted_desk_gives_a_real_alarm_and_no_other(
    on_duty: Running, demo: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    running, given = on_duty, list[tuple[str, bool]]()
    sounds = running.program.sounds
    monkeypatch.setattr(sounds, "play", lambda name, even_muted=False: given.append((name, even_muted)))
    host = running.program.alarms
    assert host is not None
    host._demo = demo
    sounds.set_muted(True)
    desk = running.program.desk
    for sort, training in ((Sort.WATER, True), (Sort.SOS, False)):
        with desk.store.unit(HUT) as u:  # who may: the hut, which rings as devices do
            service.raise_alarm(u, service.Heard(sort, sort.value, training=training))
        running.until(lambda real=not training and not demo: bool(given) and host._real is real)
    assert given[0] == ("alarm", False)
    host._sound()
    assert given[-1] == ("alarm", not demo)


def test_an_answer_that_comes_after_the_pages_have_gone_disturbs_nothing(on_duty: Running) -> None:
    """A restore takes the pages away while alarms and public screen are still reading."""
    running = on_duty
    running.until(lambda: running.program.screen is not None)
    alarms, screen = running.program.alarms, running.program.screen
    assert alarms is not None
    assert screen is not None
    alarms.presenter.refresh()
    screen.read()
    running.program._leave_shell()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    answered: list[bool] = []
    running.program.desk.lanes.run(READ, lambda: True, answered.append)
    running.until(lambda: bool(answered))
    assert not shiboken6.isValid(alarms.strip)  # an answer let through would have failed this test in the loop
