"""Devices in the daily work of the desk, through its real window: what a machine reads and does, and what is said when it fails."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import text

from desk.core.clock import DAY_MS
from desk.devices.acting import Role
from desk.reception import service_watch
from desk.reception.service_minimum import keep_id_number
from drivers.simulated.cards import Card
from tests.journeys.conftest import Running
from tests.journeys.machines import Machine, attach
from tests.journeys.reading import read
from ui.texts import sentence

Picture = Callable[[Running, str], None]
NAME = "测试甲"


@pytest.fixture
def reader(on_duty: Running) -> Machine:
    return attach(on_duty, Role.ID_READER, "resident_id", "窗口读卡器")


def admit_page(on_duty: Running) -> Any:
    on_duty.shell.to("admit", type="guest")
    on_duty.until(lambda: on_duty.front() == "admit" and on_duty.page().model.kind == "guest")
    return on_duty.page()


def pick_door(on_duty: Running, page: Any) -> None:
    found: list[Any] = []
    presenter = page._presenter
    presenter.doors = found.extend
    presenter.find_door("3-1-1202")
    on_duty.until(lambda: bool(found))
    presenter.pick(found[0])


# --- an ID card into the form ----------------------------------------------------------------------------------------


def test_a_card_with_no_form_open_offers_one_and_fills_it(on_duty: Running, reader: Machine, picture: Picture) -> None:
    reader.hand("card mainland 1")
    line = on_duty.window.notes.line
    on_duty.until(lambda: "居民身份证" in read(line))
    assert NAME not in read(on_duty.window)
    picture(on_duty, "card-offered")
    line.button.click()
    on_duty.until(lambda: on_duty.front() == "admit" and on_duty.page().model.read is not None)
    page = on_duty.page()
    number = Card("mainland", 1).number
    assert page.model.values["name"] == NAME
    assert page.model.values.get("id_number", "") == ""
    assert number not in read(page)
    assert f"{number[:3]}{'*' * 13}{number[-2:]}" in read(page)
    pick_door(on_duty, page)
    page._presenter.change(proof="phone")
    picture(on_duty, "card-in-the-form")
    page.go.click()
    on_duty.until(lambda: page.model.done is not None)
    assert page.model.done.read == "resident_id"
    kept = on_duty.read(lambda r: r.conn.execute(text("select id_kind, id_masked, id_hash from visit")).one())
    assert kept == ("none", "", "")


def test_what_was_typed_is_asked_about_and_the_watch_list_is_looked_at(
    on_duty: Running, reader: Machine, picture: Picture
) -> None:
    on_duty.write(keep_id_number_on)
    on_duty.write(
        lambda u: service_watch.add(u, name=NAME, reason="冒充住户", owner="王主任", advice="请联系王主任", expires_at=u.now + DAY_MS)
    )  # fmt: skip
    page = admit_page(on_duty)
    page._presenter.put("name", "测试丁")
    reader.hand("card mainland 1")
    on_duty.until(lambda: page.model.asks_card is not None)
    assert page.model.values["name"] == "测试丁"
    picture(on_duty, "card-asks")
    page.card.leave.click()
    assert (page.model.asks_card, page.model.values["name"]) == (None, "测试丁")
    reader.hand("card mainland 2")
    on_duty.until(lambda: page.model.asks_card is not None)
    page.card.take.click()
    on_duty.until(lambda: any(one.kind == "watch" for one in page.model.suggestions))
    assert (page.model.values["name"], page.model.id_kind) == (NAME, "resident_id")
    assert page.model.values["id_number"] == Card("mainland", 2).number
    picture(on_duty, "card-watched")
    pick_door(on_duty, page)
    page._presenter.change(proof="phone")
    page.go.click()
    on_duty.until(lambda: page.model.done is not None)
    masked = on_duty.read(lambda r: r.conn.execute(text("select id_masked from visit")).scalar())
    assert masked.startswith("000*")


def keep_id_number_on(u: Any) -> None:
    keep_id_number(u, True)


def test_a_card_that_cannot_be_read_or_a_reader_that_is_gone_is_said(on_duty: Running, reader: Machine) -> None:
    page = admit_page(on_duty)
    page._presenter.put("name", "测试")
    reader.switch("read_fails")
    reader.hand("card mainland 1")
    on_duty.until(lambda: sentence("visit.card_unread") in read(on_duty.window.notes), 20_000)
    reader.switch("unplugged")
    on_duty.until(lambda: sentence("device.port_gone") in read(on_duty.window.notes), 20_000)
    assert page.model.values["name"] == "测试"
    reader.switch("")
    reader.until("device.ready")
    reader.hand("card foreign_2017 1")
    on_duty.until(lambda: page.model.asks_card is not None and page.model.asks_card.name == "样本", 20_000)
