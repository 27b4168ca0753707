"""The tour's steps of the settings."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from ui.tour import Drive, Stage, Step


def _open(stage: Stage, key: str) -> Any:
    stage.go("settings", section=key)
    page: Any = stage.page("settings")
    return page


def front(stage: Stage) -> Drive:
    """What needs somebody, and the doors."""
    stage.go("settings")
    page: Any = stage.page("settings")
    page.open("")
    yield lambda: stage.front() == "settings" and bool(page.home.may)


def looks(stage: Stage) -> Drive:
    """Anybody may make the screen readable."""
    page = _open(stage, "looks")
    yield lambda: page.key == "looks"


def devices(stage: Stage) -> Drive:
    """The camera with its picture, the printer, and the way to the machines."""
    page = _open(stage, "devices")
    yield lambda: page.key == "devices"


def operators(stage: Stage) -> Drive:
    """Who may work here."""
    page = _open(stage, "operators")
    yield lambda: bool(page.panel().model.people)


def keeping(stage: Stage) -> Drive:
    """How long what is kept."""
    page = _open(stage, "keeping")
    yield lambda: bool(page.panel().model.kinds)


def backup(stage: Stage) -> Drive:
    """A backup into a folder; the program goes on meanwhile."""
    page = _open(stage, "backup")
    with tempfile.TemporaryDirectory() as folder:
        page.panel().write(Path(folder))
        yield lambda: page.panel().model.said == "backup.done"


def moving(stage: Stage) -> Drive:
    """To another computer, for the next gate, for whoever helps."""
    page = _open(stage, "moving")
    yield lambda: page.key == "moving" and page.panel().model.may_help


def export(stage: Stage) -> Drive:
    """Months of service as a table, masked."""
    page = _open(stage, "export")
    yield lambda: page.key == "export" and page.panel().kind.count() > 0
    page.panel().kind.set_key("service")
    page.panel().kind.picked.emit("service")


def privacy(stage: Stage) -> Drive:
    """The notice on the wall, and what people ask about their own data."""
    page = _open(stage, "privacy")
    yield lambda: page.panel().isVisible()


def answer(stage: Stage) -> Drive:
    """Somebody asked what is held about them; what was found stands there, and the answer is printed."""
    from desk.records.service_privacy import Asking, take_request

    asking = Asking("access", "欧阳女士", "known", "visitor", about="10400000001", note="想知道记了什么")
    stage.desk.write(lambda u: take_request(u, asking))
    page = _open(stage, "privacy")
    panel = page.panel()
    panel.refresh()
    yield lambda: bool(panel.model.requests)
    panel._begin_answer(panel.model.requests[0].id)
    yield lambda: bool(panel.answering.model.id)


def registers(stage: Stage) -> Drive:
    """What others were given, and who agreed to what."""
    page = _open(stage, "registers")
    yield lambda: page.key == "registers"


def audit(stage: Stage) -> Drive:
    """Nobody changed the trail."""
    page = _open(stage, "audit")
    page.panel().act()
    yield lambda: page.panel().model.verified == "whole"


STEPS = [
    Step(700, "settings", front),
    Step(710, "settings-looks", looks),
    Step(720, "settings-devices", devices),
    Step(730, "settings-people-on-duty", operators),
    Step(740, "settings-time-limits", keeping),
    Step(750, "settings-backup", backup),
    Step(752, "settings-moving", moving),
    Step(755, "settings-export", export),
    Step(760, "settings-personal-data", privacy),
    Step(762, "settings-answer", answer),
    Step(765, "settings-registers", registers),
    Step(770, "settings-trail", audit),
]
