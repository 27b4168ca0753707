"""Devices in the daily work of the desk, through its real window: what a machine reads and does, and what is said when it fails."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import text

from desk.codes.rules import Window
from desk.codes.service import issue_household
from desk.codes.service_passes import issue_pass
from desk.codes.views import PassRequest
from desk.core.clock import DAY_MS, HOUR_MS
from desk.core.events import ScanSeen
from desk.core.ids import new_id
from desk.devices import service_dispense, service_stock
from desk.devices.acting import Ended, Plain, Role
from desk.devices.rules import Allowance, StockKind
from desk.lending.drafts import AssetDraft, LendDraft, Pick, To
from desk.lending.reads_assets import draft_of, hung
from desk.lending.rules import How
from desk.lending.rules_asset import AssetKind
from desk.lending.service import lend
from desk.lending.service_assets import add_asset
from desk.people.reads import find_household
from desk.reception import service_watch
from desk.reception.service_minimum import keep_id_number
from drivers.simulated.cards import Card
from tests.journeys.conftest import Running
from tests.journeys.machines import Machine, attach, history
from tests.journeys.reading import read
from ui.flows import ALWAYS, ASK, BARRIER, BY_ITSELF, PRINT_PASS
from ui.pages.admit.model import PassState
from ui.paper import asset_label
from ui.shell import papers
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


# --- a pass comes out of the printer ---------------------------------------------------------------------------------


def admit_somebody(on_duty: Running, name: str = "龙测试") -> Any:
    page = admit_page(on_duty)
    page._presenter.put("name", name)
    pick_door(on_duty, page)
    page._presenter.change(proof="phone")
    page.go.click()
    on_duty.until(lambda: page.model.done is not None)
    return page


def printer(on_duty: Running, **options: Plain) -> Machine:
    return attach(on_duty, Role.RECEIPT_PRINTER, "escpos", "小票机", **{"baud": 115200, "mm_per_s": 500, **options})


def prints(on_duty: Running) -> list[tuple[str, bool]]:
    """Outcome and whether it was a copy; the clock stands still, so that neither is the first."""
    return sorted((str(one.outcome), bool(one.params.get("copy"))) for one in history(on_duty, "print"))


def test_a_pass_is_printed_where_the_desk_asks_and_again_as_a_copy(on_duty: Running, picture: Picture) -> None:
    machine = printer(on_duty)
    on_duty.program.flows.choose(PRINT_PASS, ASK)
    page = admit_somebody(on_duty)
    assert page.model.paper is PassState.ASKED
    picture(on_duty, "pass-asked")
    page.go.click()
    on_duty.until(lambda: page.model.paper is PassState.PRINTED, 20_000)
    assert machine.look()["sheets"] == 1
    page.paper.click()
    on_duty.until(lambda: prints(on_duty) == [("done", False), ("done", True)], 20_000)
    passes = on_duty.read(
        lambda r: r.conn.execute(text("select count(*) from code where visitor_ref is not null")).scalar()
    )
    assert passes == 1
    picture(on_duty, "pass-printed")


def test_a_printer_without_paper_stops_nobody_and_prints_when_it_has_some(on_duty: Running, picture: Picture) -> None:
    machine = printer(on_duty, poll_ms=500)
    on_duty.program.flows.choose(PRINT_PASS, ALWAYS)
    machine.switch("paper_out")
    machine.until("device.paper_out")
    page = admit_somebody(on_duty)
    on_duty.until(lambda: "小票机" in read(on_duty.window.notes.line))
    picture(on_duty, "pass-waits")
    assert page.model.done.visit_id
    assert prints(on_duty) == []
    machine.switch("")
    on_duty.until(lambda: page.model.paper is PassState.PRINTED, 30_000)
    assert machine.look()["sheets"] == 1


def test_a_print_that_failed_is_said_and_offered_again(on_duty: Running, picture: Picture) -> None:
    machine = printer(on_duty, poll_ms=60_000)  # nobody asks it how it is before the pass does
    on_duty.program.flows.choose(PRINT_PASS, ALWAYS)
    machine.switch("cover_open")
    page = admit_somebody(on_duty)
    on_duty.until(lambda: page.model.paper is PassState.FAILED, 20_000)
    picture(on_duty, "pass-failed")
    line = on_duty.window.notes.line
    assert "没有印成：来访证" in read(line)
    assert page.model.done is not None
    machine.switch("")
    machine.switch("unplugged")
    machine.until("device.port_gone")
    machine.switch("")
    machine.driven.hurry()
    machine.until("device.ready")
    line.button.click()
    on_duty.until(lambda: page.model.paper is PassState.PRINTED, 20_000)


def test_a_printer_that_never_answers_says_so_and_its_second_pass_is_a_copy(on_duty: Running) -> None:
    machine = printer(on_duty, status="never")
    on_duty.program.flows.choose(PRINT_PASS, ALWAYS)
    page = admit_somebody(on_duty)
    on_duty.until(lambda: page.model.paper is PassState.PRINTED, 20_000)
    line = on_duty.window.notes.line
    assert sentence("device.no_status") in read(line)
    line.button.click()
    on_duty.until(lambda: prints(on_duty) == [("unknown", False), ("unknown", True)], 20_000)
    assert machine.driven.health.ready


def test_a_label_printer_prints_the_pass_and_the_card_of_a_thing(on_duty: Running) -> None:
    machine = attach(on_duty, Role.LABEL_PRINTER, "tspl", "标签机")
    on_duty.program.flows.choose(PRINT_PASS, ALWAYS)
    page = admit_somebody(on_duty)
    on_duty.until(lambda: page.model.paper in (PassState.PRINTED, PassState.FAILED), 30_000)
    assert [one.outcome for one in history(on_duty, "print")] == [Ended.DONE]
    assert papers.send(asset_label.job("GDK1:TEST", "ABCD", "轮椅", "锦绣苑", "0000-1234"))
    on_duty.until(lambda: [one.outcome for one in history(on_duty, "print")] == [Ended.DONE] * 2, 30_000)
    assert machine.look()


def test_whoever_brings_a_thing_back_may_have_a_slip_of_it(on_duty: Running, picture: Picture) -> None:
    door = on_duty.read(lambda r: find_household(r, "3-1-1202"))
    chair = on_duty.write(lambda u: add_asset(u, AssetDraft("轮椅", AssetKind.WHEELCHAIR)))
    draft = LendDraft(new_id(on_duty.clock.now_ms()), (Pick(chair),), To(How.CODE, door.id))
    on_duty.write(lambda u: lend(u, draft))
    on_duty.shell.to("lending", asset_id=chair)
    page = on_duty.page()
    on_duty.until(lambda: page.panel == "thing" and page.thing.loan is not None)
    printer(on_duty)
    page.main_button().click()
    on_duty.until(lambda: page.panel == "home" and page._came_back is not None)
    picture(on_duty, "lending-back-slip")
    page.foot.press("打印还条")
    on_duty.until(lambda: prints(on_duty) == [("done", False)], 20_000)
    page.foot.press("物品册")
    assert page.on_back()
    assert page.panel == "home"
    assert not any("还条" in act.words for act in page._acts())


# --- the barrier -----------------------------------------------------------------------------------------------------


def arm(on_duty: Running) -> Machine:
    return attach(
        on_duty, Role.BARRIER, "barrier", "南门道闸", board="modbus", open_contact=1, closed_contact=2, rest_ms=0,
        travel_ms=1500,
    )  # fmt: skip


def by_pass(on_duty: Running) -> None:
    """A pass of the household, scanned and admitted with Enter."""

    def issue(u: Any) -> str:
        home = find_household(u, "3-1-1202")
        return issue_pass(u, PassRequest(Window(u.now, u.now + HOUR_MS), home.id, 0)).text

    on_duty.program.desk.bus.publish(ScanSeen(new_id(0), on_duty.write(issue), on_duty.clock.now_ms(), "serial"))
    on_duty.until(lambda: on_duty.front() == "result" and on_duty.page().model is not None)
    on_duty.page()._go.click()
    on_duty.until(lambda: on_duty.front() != "result")


def opened(on_duty: Running) -> list[tuple[str, str]]:
    return sorted((one.purpose.subject_kind, str(one.outcome)) for one in history(on_duty, "open"))


def test_a_valid_pass_lifts_the_barrier_once_the_visit_is_written(on_duty: Running, picture: Picture) -> None:
    arm(on_duty)
    on_duty.program.flows.choose(BARRIER, BY_ITSELF)
    by_pass(on_duty)
    on_duty.until(lambda: opened(on_duty) == [("visit", "done")], 20_000)
    on_duty.until(lambda: sentence("barrier.up") in read(on_duty.window.notes))
    visit_id = on_duty.read(
        lambda r: r.conn.execute(text("select lower(hex(id)) from visit where state='admitted'")).scalar()
    )
    assert history(on_duty, "open")[0].purpose.subject_id == visit_id


def test_by_hand_the_fast_lane_offers_and_a_barrier_not_seen_is_not_told_again(
    on_duty: Running, picture: Picture
) -> None:
    machine = arm(on_duty)
    on_duty.shell.acts.do("rider")
    line = on_duty.window.notes.line
    on_duty.until(lambda: line.button.isVisible())
    picture(on_duty, "barrier-offered")
    assert opened(on_duty) == []
    machine.switch("arm_stuck")
    line.button.click()
    on_duty.until(lambda: opened(on_duty) == [("tally", "unknown")], 20_000)
    on_duty.until(lambda: sentence("device.not_seen") in read(line))
    picture(on_duty, "barrier-not-seen")
    assert not line.button.isVisible()
    machine.switch("unplugged")
    machine.until("device.port_gone")
    on_duty.program.flows.choose(BARRIER, BY_ITSELF)
    on_duty.shell.acts.do("courier")
    on_duty.until(lambda: "道闸没有抬" in read(line), 20_000)
    assert opened(on_duty) == [("tally", "failed"), ("tally", "unknown")]


# --- a thing from a locker -------------------------------------------------------------------------------------------


def hang(running: Running, picture: Picture, asset_id: str, locker: str, door: int) -> None:
    """In the asset book, as the manager does it."""
    page = running.page()
    running.until(lambda: bool(page.model.things))
    page.foot.press("物品册")
    running.until(lambda: page.panel == "book" and bool(page.book.things))
    page.book.table.opened.emit(page.book.things[0])
    running.until(lambda: page.book.thing() is not None)
    page.book.locker.setCurrentIndex(page.book.locker.findText(locker))
    page.book.locker.picked.emit(page.book.locker.key())
    page.book.door.show_value(door)
    assert page.book.door.isVisible()
    picture(running, "flows-9-which-door")
    page.main_button().click()
    running.until(lambda: asset_id in running.read(lambda r: hung(r, [asset_id])))


def test_lent_and_brought_back_its_door_opens_and_a_door_that_does_not_is_said(
    on_duty: Running, picture: Picture
) -> None:
    machine = attach(on_duty, Role.LOCKER, "lock8a80", "活动室物品柜")
    draft = AssetDraft("轮椅", AssetKind.WHEELCHAIR, tag="轮-01", emergency=True, value_fen=50_000, note="街道捐的")
    asset_id = on_duty.write(lambda u: add_asset(u, draft))
    on_duty.shell.to("lending")
    on_duty.until(lambda: on_duty.front() == "lending")
    presenter = on_duty.page()._presenter
    hang(on_duty, picture, asset_id, "活动室物品柜", 3)
    assert on_duty.read(lambda r: draft_of(r, asset_id)) == replace(
        draft, gate_id=on_duty.read(lambda r: r.gate_id), locker_id=machine.id, compartment=3
    )
    presenter.take_now(asset_id)
    told = on_duty.window.notes
    on_duty.until(lambda: [one.params for one in history(on_duty, "open")] == [{"lock": 3}], 20_000)
    on_duty.until(lambda: str(history(on_duty, "open")[0].outcome) == "done", 20_000)
    on_duty.until(lambda: sentence("locker.done", {"n": 3}) in read(told))
    machine.hand("shut 3")
    machine.switch("unplugged")
    machine.until("device.port_gone")
    presenter.loans.give_back(asset_id, "ok", {}, True)
    on_duty.until(lambda: "3 号柜门没有开" in read(told), 20_000)
    assert sorted(str(one.outcome) for one in history(on_duty, "open")) == ["done", "failed"]


# --- a scan, one mask ------------------------------------------------------------------------------------------------

QUICK = {"drop_ms": 600, "pulse_ms": 100, "poll_ms": 100}


def test_a_household_code_has_the_machine_hand_out_one_and_its_quota_is_kept(
    on_duty: Running, picture: Picture
) -> None:
    machine = attach(on_duty, Role.DISPENSER, "relay_drop", "口罩机", **QUICK)
    item = on_duty.write(lambda u: service_stock.save_item(u, "", "口罩", StockKind.MASK, machine.id, 0, 40, 5))
    on_duty.write(lambda u: service_stock.refill(u, item, 5))
    on_duty.write(lambda u: service_dispense.allow(u, Allowance(2, 10, 60)))
    home = on_duty.read(lambda r: find_household(r, "3-1-1202")).id
    code = on_duty.write(lambda u: issue_household(u, home)).text
    told = on_duty.window.notes

    def scan() -> Any:
        eyes = on_duty.program.eyes
        assert eyes is not None
        eyes.scans.forget()
        eyes.scans.take(code, "camera")
        on_duty.until(lambda: on_duty.front() == "result" and on_duty.page()._hands.isVisible())
        return on_duty.page()._hands

    button = scan()
    picture(on_duty, "mask-offered")
    button.click()
    on_duty.until(lambda: sentence("dispense.done", {"name": "口罩"}) in read(told), 20_000)
    machine.switch("jam")
    scan().click()
    on_duty.until(lambda: "不知道口罩出来没有" in read(told), 20_000)
    picture(on_duty, "mask-not-sure")
    machine.switch("")
    scan().click()
    on_duty.until(lambda: sentence("dispense.quota", {"most": 2}) in read(told), 20_000)
    assert sorted(str(one.outcome) for one in history(on_duty, "vend")) == ["done", "unknown"]
