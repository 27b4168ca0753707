"""The tour's steps of alarms: a press over whatever stands there, taken, put aside, closed; those who wear a button."""

from __future__ import annotations

from typing import Any

from ui.tour import Drive, Stage, Step

BUTTON = "841904"


def rings(stage: Stage) -> Drive:
    """Somebody presses; the form that is being filled stays beneath."""
    stage.go("today")
    yield lambda: stage.front() == "today"
    receiver = _receiver(stage)
    yield lambda: receiver() is not None and receiver().health.ready
    receiver().stage.hand(f"press {BUTTON}")
    yield lambda: _cover(stage).isVisible() and bool(_cover(stage).alarm.name)


def taken(stage: Stage) -> Drive:
    """Somebody sees to it and rings up, in order."""
    cover = _cover(stage)
    cover.take.click()
    yield lambda: not cover.alarm.ringing
    cover.calls.rows[0].buttons["no_answer"].click()
    yield lambda: bool(cover.alarm.calls[0].said)
    cover.calls.rows[1].buttons["coming"].click()
    yield lambda: bool(cover.alarm.calls[1].said)


def aside(stage: Stage) -> Drive:
    """The desk goes on; the line says that it is not over."""
    cover = _cover(stage)
    cover.aside.click()
    yield lambda: not cover.isVisible()


def closed(stage: Stage) -> Drive:
    """Closed with a note; the list says nobody's name in full."""
    host = stage.program.alarms
    assert host is not None
    host.strip.button.click()
    cover = _cover(stage)
    yield lambda: cover.isVisible()
    cover.note.setText("楼组长到了，人没事，扶起来坐着")
    cover.close_.click()
    yield lambda: not cover.isVisible()
    stage.go("alarm", section="list")
    yield lambda: _page(stage).model.known and _page(stage).model.open == 0


def wearers(stage: Stage) -> Drive:
    stage.go("alarm", section="wearers")
    yield lambda: bool(_page(stage).model.wearers)


def wearer(stage: Stage) -> Drive:
    """One of them, opened by a manager."""
    page = _page(stage)
    page.wearers.rows[0].button.click()
    yield lambda: page.section == "form" and bool(page.wearer.number.text())


def _receiver(stage: Stage) -> Any:
    machines = stage.program.machines

    def found() -> Any:
        devices = machines.devices if machines is not None else None
        if devices is None:
            return None
        one = next((one for one in devices.attached() if one.role.value == "sos_receiver"), None)
        return devices.driven(one.id) if one is not None else None

    return found


def _cover(stage: Stage) -> Any:
    assert stage.program.alarms is not None
    return stage.program.alarms.cover


def _page(stage: Stage) -> Any:
    return stage.page("alarm")


STEPS = [
    Step(940, "alarm-rings", rings),
    Step(941, "alarm-taken", taken),
    Step(942, "alarm-put-aside", aside),
    Step(943, "alarm-closed", closed),
    Step(944, "alarm-wearers", wearers),
    Step(945, "alarm-wearer", wearer),
]
