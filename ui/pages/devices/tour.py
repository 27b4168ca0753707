"""The tour's steps of the devices page: an empty list, adding a practice machine, what it does, a jam, what runs out."""

from __future__ import annotations

from typing import Any

from ui.pages.devices.model import Panel
from ui.pages.devices.model import Step as AddStep
from ui.tour import Drive, Stage, Step


def devices(stage: Stage) -> Drive:
    """What is attached; the demonstration has practice machines."""
    stage.go("devices")
    yield lambda: bool(_model(stage).ready and _model(stage).devices)
    yield lambda: all(one.code == "device.ready" for one in _model(stage).devices)


def port(stage: Stage) -> Drive:
    """Plug it in, or practise."""
    _page(stage)._presenter.adding.begin()
    yield lambda: _model(stage).panel is Panel.ADD


def kind(stage: Stage) -> Drive:
    """Pictures of what it may be."""
    _page(stage)._presenter.adding.practise()
    yield lambda: _model(stage).adding.step is AddStep.KIND


def model(stage: Stage) -> Drive:
    """Its model and the few settings."""
    _page(stage)._presenter.adding.choose_kind("locker")
    yield lambda: _model(stage).adding.step is AddStep.MODEL


def found(stage: Stage) -> Drive:
    """It is there."""
    _page(stage).foot.button(0).click()
    yield lambda: _model(stage).adding.probe == "ok"


def named(stage: Stage) -> Drive:
    """What people call it."""
    page = _page(stage)
    page.foot.button(0).click()
    yield lambda: _model(stage).adding.step is AddStep.NAME
    taken = sum(one.name.startswith("活动室物品柜") for one in _model(stage).devices)
    page.add.name_step.name.setText(f"活动室物品柜{taken + 1}" if taken else "活动室物品柜")
    page.add.name_step.place.setText("活动室门口")


def opened(stage: Stage) -> Drive:
    """The new cabinet, and a door opened to try it."""
    page = _page(stage)
    page.foot.button(0).click()
    yield lambda: _model(stage).panel is Panel.DEVICE and _model(stage).open.row.code == "device.ready"
    page.device.tries["open"].click()
    yield lambda: bool(_model(stage).acts) and _model(stage).acts[0].ended == "done"


def unplugged(stage: Stage) -> Drive:
    """Somebody pulls the line out: cause and remedy."""
    _page(stage)._presenter.fault("unplugged")
    yield lambda: _model(stage).open.row.code == "device.port_gone"


def unsure(stage: Stage) -> Drive:
    """A jam at the mask machine: nobody is sure, somebody is to look."""
    page = _page(stage)
    page._presenter.fault("")
    machine = next(one for one in _model(stage).devices if one.role == "dispenser")
    page._presenter.open_device(machine.id)
    yield lambda: _model(stage).open.row.id == machine.id
    page._presenter.fault("jam")
    page.device.tries["vend"].click()
    yield lambda: bool(_model(stage).asks)
    page._presenter.fault("")
    page._presenter.change(panel=Panel.HOME, of_device="")
    page._presenter.go(Panel.HISTORY)
    yield lambda: page.history.table.rows() != ()
    page.history.table.mark(0)


def stock(stage: Stage) -> Drive:
    """What runs out, and how long it lasts."""
    page = _page(stage)
    page._presenter.go(Panel.STOCK)
    yield lambda: bool(_model(stage).stock)
    page.stock.table.mark(0)


def _page(stage: Stage) -> Any:
    page = stage.page("devices")
    assert page is not None
    return page


def _model(stage: Stage) -> Any:
    return _page(stage).model


STEPS = [
    Step(790, "devices", devices),
    Step(791, "devices-add-plug-in", port),
    Step(792, "devices-add-what-is-it", kind),
    Step(793, "devices-add-model", model),
    Step(794, "devices-add-found", found),
    Step(795, "devices-add-name", named),
    Step(796, "devices-one", opened),
    Step(797, "devices-unplugged", unplugged),
    Step(798, "devices-not-certain", unsure),
    Step(799, "devices-what-runs-out", stock),
]
