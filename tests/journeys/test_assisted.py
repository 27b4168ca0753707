"""A resident who cannot do it alone: recognised, helped with a banner over every page, a receipt, and an end by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from desk.codes import service as codes
from desk.codes.reads import identify
from desk.codes.rules import Kind
from desk.people.reads import find_household
from desk.people.rules_assisted import IDLE_MS
from tests.journeys.conftest import Running


def _household(running: Running) -> str:
    return running.read(lambda r: find_household(r, "3-1-1202").id)  # type: ignore[no-any-return,union-attr]


def _begin_by_code(running: Running) -> Any:
    text = running.write(lambda u: codes.issue(u, Kind.INDOOR, find_household(u, "3-1-1202").id)).text  # type: ignore[union-attr]
    running.shell.to("assisted")
    page = running.page()
    assert page.on_scan(running.read(lambda r: identify(r, text)))
    running.until(lambda: page.model.ready)
    page.foot.press("开始代办")
    running.until(lambda: page.model.panel == "running")
    return page


def test_helped_with_a_banner_and_a_receipt(on_duty: Running, picture: Callable[[Running, str], None]) -> None:
    page = _begin_by_code(on_duty)
    bar = on_duty.shell.assisted
    on_duty.shell.to("goods")
    on_duty.until(bar.isVisible)
    assert "3-1-12**" in bar.line.text()  # masked: everybody at the window sees it
    on_duty.page().foot.press("登记寄放")
    park = on_duty.page().park
    park.door.line.setText("3-1-1202")
    park.door.line.edited.emit("3-1-1202")
    on_duty.until(park.door.has_rows)
    park.door.pick_first()
    park.what.setText("一袋米")
    on_duty.page().foot.press("放好了，给取件码")
    on_duty.until(lambda: on_duty.program.desk.assisting.now.count == 1)
    bar.look()
    assert "已办 1 件" in bar.line.text()
    picture(on_duty, "assisted-over-a-page")
    bar.line.acted.emit()
    on_duty.until(lambda: on_duty.front() == "assisted" and bool(page.model.done))
    page.foot.press("办完了")
    on_duty.until(lambda: page.model.panel == "receipt")
    assert "寄放" in page.told.text()
    assert "扫了住户码" in page.told.text()
    assert "一袋米" not in page.told.text()
    on_duty.until(lambda: not bar.isVisible())
    picture(on_duty, "assisted-receipt")
    page.foot.press("好了")
    page.foot.press("以前的代办")
    on_duty.until(lambda: page.model.panel == "past")
    assert [(row.door, row.count, row.why) for row in page.model.past] == [("3-1-12**", 1, "done")]


def test_a_code_counts_only_when_it_was_scanned(on_duty: Running) -> None:
    on_duty.shell.to("assisted", household_id=_household(on_duty))
    page = on_duty.page()
    on_duty.until(lambda: bool(page.model.door_id))
    page.how.tile("code").click()
    assert page.model.how == ""
    assert page.how.choice() == ""
    assert not page.model.ready
    page.how.tile("known").click()
    assert page.model.ready


def test_it_ends_when_nobody_does_anything_and_when_the_desk_is_locked(on_duty: Running) -> None:
    _begin_by_code(on_duty)
    on_duty.clock.advance(IDLE_MS)
    on_duty.shell.assisted.look()
    on_duty.until(lambda: on_duty.program.desk.assisting.now is None and not on_duty.shell.assisted.isVisible())
    on_duty.until(lambda: on_duty.page().model.panel == "begin")
    household = _household(on_duty)
    on_duty.shell.to("assisted", household_id=household)
    page = on_duty.page()
    on_duty.until(lambda: page.model.door_id == household)
    page.how.tile("document").click()
    page.foot.press("开始代办")
    on_duty.until(lambda: page.model.panel == "running")
    on_duty.program.desk.session.lock()
    on_duty.shell.assisted.look()
    on_duty.until(lambda: on_duty.program.desk.assisting.now is None and not on_duty.shell.assisted.isVisible())
