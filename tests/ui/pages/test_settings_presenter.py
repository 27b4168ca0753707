"""The settings over a real store: what is stored, what is refused without the right, what the other process is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from desk.core.clock import DAY_MS, HOUR_MS
from desk.core.errors import Refused
from desk.operators.rules import COMMAND
from desk.operators.service import add_operator
from desk.store import backup
from desk.store.identity import here, house
from desk.store.store import Founding
from tests.fakes.clock import FakeClock
from tests.ui.pages.at_once import ChildNow, Looks, Voice, desk_at, ports_of
from ui.pages.settings.model import SECTIONS, HomeModel, PlaceModel
from ui.pages.settings.presenter import SettingsPresenter
from ui.pages.settings.presenter_desk import split_contact

PIN = "73914"


class Room:
    """The settings with a manager on duty; `become(role)` lets somebody else act."""

    def __init__(self, root: Path) -> None:
        self.clock, self.voice, self.looks = FakeClock(), Voice(), Looks()
        self.desk = desk_at(root, self.clock)
        self.code = self.desk.found(Founding("锦绣苑", "南门", throwaway=True))
        self.manager = self.desk.session.make_first_manager("陈秀兰", PIN).active_id
        self.children: list[ChildNow] = []
        self.restored: list[tuple[Path, str]] = []
        ports = ports_of(
            self.desk, self.voice, looks=self.looks, child=self._child,
            restore=lambda path, code: self.restored.append((path, code)),
        )  # fmt: skip
        self.home = HomeModel()
        self.presenter = SettingsPresenter(ports)
        self.presenter.show = self._show
        self.wrong: list[str] = []

    def _show(self, model: HomeModel) -> None:
        self.home = model

    def _child(self) -> ChildNow:
        return self.children[-1]

    def room(self, key: str) -> Any:
        found = self.presenter.room(key)
        found.wrong = lambda *error: self.wrong.append(error[-1].code)
        return found

    def become(self, role: str) -> None:
        with self.desk.store.unit(COMMAND) as u:
            chip = add_operator(u, "王桂芬", role, "58206")
        self.desk.session.sign_on_pin(chip.operator_id, "58206")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = Room(tmp_path / "home")
    yield made
    made.desk.close()


def test_the_front_says_what_needs_somebody_first(room: Room) -> None:
    room.presenter.refresh()
    assert room.home.worries == ("backup.none", "place.address")
    assert room.home.may == {one.key for one in SECTIONS}
    backup.write(room.desk.home.database, room.desk.store.key, room.desk.home.backups, room.clock.now_ms())
    room.clock.advance(3 * DAY_MS)
    room.presenter.refresh()
    assert "backup.old" in room.home.worries


def test_a_volunteer_reaches_the_screen_and_little_else(room: Room) -> None:
    room.become("volunteer")
    room.presenter.refresh()
    assert room.home.may == {"looks", "privacy", "about"}


@pytest.mark.parametrize(
    ("word", "key"), [("urgent", "place"), ("camera", "devices"), ("backup", "backup"), ("nonsense", "")]
)
def test_other_pages_find_their_section(room: Room, word: str, key: str) -> None:
    assert room.presenter.key(word) == key


@pytest.mark.parametrize(
    ("line", "pair"),
    [
        ("物业值班室 1040 0000 0120", ("物业值班室", "1040 0000 0120")),
        ("王经理：10400000121", ("王经理", "10400000121")),
        ("10400000122", ("", "10400000122")),
        ("没有电话的人", ("没有电话的人", "")),
        ("3 号楼 王老师 (021) 1040-0123", ("3 号楼 王老师", "(021) 1040-0123")),
    ],
)
def test_a_contact_is_a_name_and_a_phone(line: str, pair: tuple[str, str]) -> None:
    assert split_contact(line) == pair


def test_the_gate_is_written_in_one_go(room: Room) -> None:
    place = room.room("place")
    saved = []
    place.saved = lambda: saved.append(True)
    place.save(
        PlaceModel(
            "锦绣苑二期",
            "明珠路 88 弄",
            "北门",
            "1040",
            "https://example.com/",
            "门卫室墙上",
            "物业 1040 0000 0120\n没有电话",
            "业主委员会",
        )
    )
    with room.desk.store.reading() as r:
        now, more = here(r), house(r)
    assert saved
    assert (now.site_name, now.gate_name, now.url_prefix) == ("锦绣苑二期", "北门", "https://example.com/")
    assert (more.aed, more.contacts, more.handler) == ("门卫室墙上", (("物业", "1040 0000 0120"),), "业主委员会")


def test_a_wrong_address_changes_nothing(room: Room) -> None:
    room.room("place").save(PlaceModel("锦绣苑二期", gate_name="北门", url_prefix="ftp://x"))
    assert room.voice.problems == ["site.url_prefix"]
    with room.desk.store.reading() as r:
        assert here(r).site_name == "锦绣苑"


def test_looks_are_anybodys(room: Room) -> None:
    room.become("volunteer")
    looks = room.room("looks")
    looks.language("en")
    looks.scheme("dark")
    looks.base_px(32)
    looks.volume(40)
    looks.muted(True)
    assert room.looks.did == [("set_language", "en"), ("set_scheme", "dark"), ("set_base_px", 32)]
    now = room.desk.settings.now
    assert (now.volume, now.muted) == (40, True)


def test_the_printer_is_whose_right_it_is(room: Room) -> None:
    devices = room.room("devices")
    devices.print_on("小票机")
    assert (devices.model.printer, room.desk.settings.now.printer_name) == ("小票机", "小票机")
    room.become("volunteer")
    devices.print_on("")
    assert room.voice.problems == ["right.missing"]
    assert devices.model.printer == "小票机"


def test_people_are_added_given_a_badge_and_put_away(room: Room) -> None:
    people = room.room("operators")
    people.refresh()
    people.add("王桂芬", "guard", "58206")
    one = people.model.opened
    assert one is not None
    assert (one.name, one.role, one.has_pin, one.has_badge) == ("王桂芬", "guard", True, False)
    people.make_badge(one.operator_id)
    assert people.model.badge.startswith("OP-")
    assert people.model.opened.has_badge
    room.desk.session.sign_on_badge(people.model.badge)
    room.desk.session.switch(room.manager, PIN)
    people.clear_badge(one.operator_id)
    people.set_active(one.operator_id, False)
    assert not people.model.opened.active
    people.add("", "guard", "58206")
    people.add("赵一", "guard", "1234")
    people.set_role(room.manager, "guard")
    assert room.wrong == ["operator.name_empty", "pin.easy", "operator.last_manager"]


def test_a_first_timer_is_on_duty_until_midnight(room: Room) -> None:
    people = room.room("operators")
    people.vouch("赵小一")
    state = room.desk.session.state
    assert state.active is not None
    assert state.active.vouched
    assert state.active.valid_until == room.desk.time.at(room.desk.time.day(room.clock.now_ms())) + DAY_MS


def test_times_of_keeping_hold_to_the_law(room: Room) -> None:
    keeping = room.room("keeping")
    shown: list[Any] = []
    keeping.show = shown.append
    keeping.days("visitor.guest", 14)
    keeping.days("disclosure", 30)
    assert room.wrong == ["retention.days"]
    kinds = {one.kind: one for one in shown[-1].kinds}
    assert kinds["visitor.guest"].days == 14
    assert kinds["disclosure"].days >= kinds["disclosure"].shortest > 365
    keeping.keep_id(True)
    keeping.lock_after(30)
    keeping.switch_pin("always")
    assert (shown[-1].keep_id, shown[-1].lock_minutes, shown[-1].switch_pin) == (True, 30, "always")
    keeping.clean_now()
    assert shown[-1].report_at
    assert not shown[-1].postponed


def test_the_shift_lead_may_set_the_lock_but_not_the_times(room: Room) -> None:
    room.become("shift_lead")
    keeping = room.room("keeping")
    keeping.lock_after(5)
    keeping.days("visitor.guest", 7)
    assert room.desk.settings.now.lock_minutes == 5
    assert room.wrong == ["right.missing"]


def test_a_backup_goes_to_a_stick_and_the_drill_opens_it(room: Room, tmp_path: Path) -> None:
    copies = room.room("backup")
    copies.drill()
    assert copies.model.said == "backup.none"
    stick = tmp_path / "stick"
    stick.mkdir()
    copies.write(stick)
    assert copies.model.away_on == "stick"
    assert (copies.model.said, copies.model.busy, copies.model.age_h) == ("backup.done", "", 0)
    [file] = stick.glob("*.gdbackup")
    copies.drill(str(file))
    assert copies.model.said == "backup.good"
    assert copies.model.facts["gate"] == "南门"
    assert copies.model.drilled
    row = copies.chosen(file)
    copies.restore(row.path, room.code)
    assert room.restored == [(file, room.code)]
    assert copies.chosen(tmp_path / "home" / "key.json") is None
    assert room.wrong == ["backup.not_one"]


def test_a_backup_into_a_place_that_is_none_is_said(room: Room, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    copies = room.room("backup")
    copies.write(tmp_path / "file" / "stick")
    assert room.wrong == ["stick_copy.pulled"]
    assert copies.model.busy == ""


def test_another_recovery_code_opens_what_is_backed_up_from_now_on(room: Room) -> None:
    copies = room.room("backup")
    copies.renew_code()
    assert copies.model.code != room.code
    assert backup.code_opens(room.desk.store, copies.model.code)
    copies.hide_code()
    assert not copies.model.code
    room.become("volunteer")
    copies.renew_code()
    copies.restore("x")
    assert room.wrong == ["right.missing", "right.missing"]
    assert not room.restored


def test_an_export_is_told_who_asks_and_how_far_it_is(room: Room, tmp_path: Path) -> None:
    room.children.append(ChildNow([{"done": 500, "total": 900}, {"file": "x", "rows": 900, "masked": True}]))
    export = room.room("export")
    assert export.kinds() == ("visits", "people", "service", "audit")
    assert "name" in export.columns("visits")
    export.start("visits", "xlsx", tmp_path / "v.xlsx", "2026-11-01", "2026-11-18", "", {"name": "姓名"})
    words = room.children[0].words
    assert words[:2] == ("export", "visits")
    assert words[words.index("--operator") + 1] == room.manager
    assert "--full" not in words
    assert (export.model.stage, export.model.rows, export.model.total) == ("done", 900, 900)
    room.children.append(ChildNow([], Refused("export.cancelled")))
    export.start("people", "csv", tmp_path / "p.csv", "", "", "街道核对", {})
    assert "--full" in room.children[1].words
    assert room.wrong == ["export.cancelled"]
    assert export.model.stage == ""


def test_the_trail_is_read_page_by_page_and_proved(room: Room) -> None:
    audit = room.room("audit")
    audit.refresh()
    got: list[Any] = []
    audit.page(None, "", "", got.extend, 2)
    audit.page(got[-1], "", "", got.extend, 2)
    assert len({one.num for one in got}) == len(got) > 2
    audit.verify()
    assert audit.model.verified == "whole"
    room.become("volunteer")
    rows: list[Any] = ["untouched"]
    audit.page(None, "", "", lambda found: rows.__setitem__(slice(None), found), 10)
    assert rows == []


ASKED = {"kind": "copy", "asked_by": "李女士", "identified": "document", "contact": "1040", "note": "要一份"}


def test_requests_are_taken_answered_and_printed(room: Room) -> None:
    privacy = room.room("privacy")
    shown: list[Any] = []
    privacy.show = shown.append
    privacy.take(ASKED, lambda: None)
    [one] = shown[-1].requests
    assert (one.kind, one.outcome, one.late) == ("copy", "", False)
    looks: list[Any] = []
    privacy.look(one.id, looks.append)
    assert (looks[0].asked_by, looks[0].held, looks[0].person_id) == ("李女士", (), "")
    kept: list[int] = []
    privacy.answer(one.id, {"outcome": "refused"}, kept.append)
    privacy.answer(one.id, {"outcome": "refused", "reason": "不是本人"}, kept.append)
    assert kept == [0]
    assert shown[-1].requests[0].outcome == "refused"
    papers: list[Any] = []
    privacy.paper(one.id, lambda paper, estate: papers.append((paper.request.reason, estate)))
    assert papers == [("不是本人", "锦绣苑")]
    assert room.wrong == ["privacy.reason_empty"]
    facts: dict[str, str] = {}
    privacy.facts(facts.update)
    assert (facts["estate"], facts["days"]) == ("锦绣苑", "30")


def test_the_register_and_the_consents_are_shown_and_printed(room: Room) -> None:
    registers = room.room("registers")
    shown: list[Any] = []
    registers.show = shown.append
    given = {
        "entry": "authority", "recipient": "派出所", "officer": "张警官", "document": "调取证据通知书", "basis": "刑事诉讼法",
        "purpose": "查案", "data": ("visits",), "period_from": "2026-11-03", "period_until": "2026-11-03", "given": "2 条",
    }  # fmt: skip
    registers.disclose({**given, "document": ""}, lambda: None)
    registers.disclose(given, lambda: None)
    assert [(row.entry, row.recipient) for row in shown[-1].entries] == [("authority", "派出所")]
    assert room.wrong == ["disclosure.incomplete"]
    facts: list[Any] = []
    registers.papers(facts.append)
    assert [one.document for one in facts[0]["entries"]] == ["调取证据通知书"]
    reviews: list[Any] = []
    registers.review(reviews.append)
    assert (reviews[0].entries["authority"], reviews[0].trail_whole) == (1, True)
    room.become("volunteer")
    registers.refresh()
    assert shown[-1].entries == ()


def test_a_watch_entry_is_added_reviewed_and_ended(room: Room) -> None:
    watch = room.room("watch")
    shown: list[Any] = []
    watch.show = shown.append
    watch.add("", "", "", "冒充快递", "", "陈老师", 90, lambda: None)
    watch.add("吴小北", "10400005678", "", "冒充快递", "请打物业电话", "陈老师", 90, lambda: None)
    assert room.wrong == ["watch.nothing_to_match"]
    [one] = shown[-1].rows
    assert "吴小北" not in one.who
    room.clock.advance(60 * DAY_MS)
    room.desk.session.sign_on_pin(room.manager, PIN)
    watch.refresh()
    watch.keep(one.id, 90)
    assert len(shown[-1].rows) == 1
    watch.end(one.id)
    assert shown[-1].rows == ()


def test_the_doctor_is_heard_line_by_line(room: Room) -> None:
    lines = [{"subject": "disk", "good": True, "state": ""}, {"subject": "backup", "good": False, "state": "none yet"}]
    room.children.append(ChildNow(lines))
    about = room.room("about")
    about.look()
    assert [one.good for one in about.model.found] == [True, False]
    assert (about.model.looking, about.model.looked) == (False, True)
    assert about.model.version


def test_time_passes_over_a_request(room: Room) -> None:
    privacy = room.room("privacy")
    privacy.take({**ASKED, "kind": "access"}, lambda: None)
    room.clock.advance(22 * DAY_MS + HOUR_MS)
    room.presenter.refresh()
    assert "privacy.late" in room.home.worries


def test_reading_aloud_needs_a_voice(room: Room) -> None:
    looks = room.room("looks")
    shown: list[Any] = []
    looks.show = shown.append
    looks.speak(True)
    assert not room.desk.settings.now.speak
    assert not shown[-1].speak
    voice = SimpleNamespace(can_speak=lambda: True, on=False)
    voice.set_on = lambda on: setattr(voice, "on", on)
    looks.ports.extras["speech"] = voice
    looks.speak(True)
    assert voice.on
    assert room.desk.settings.now.speak


def test_the_desks_printer_is_remembered_and_needs_the_right(room: Room) -> None:
    devices = room.room("devices")
    devices.print_on("门岗小票机")
    assert devices.model.printer == room.desk.settings.now.printer_name == "门岗小票机"
    room.become("volunteer")
    devices.print_on("")
    assert room.desk.settings.now.printer_name == "门岗小票机"
    assert devices.model.printer == "门岗小票机"
