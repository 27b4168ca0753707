"""The legal checklist: every row of decision 029 names tests that exist, or says why there is none; and rules without a room."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sqlalchemy import JSON, LargeBinary, select

from desk import app
from desk.core.actor import Actor
from desk.core.clock import DAY_MS, SiteTime
from desk.core.paths import resources
from desk.faces import reads, reads_lane, service_deeds, service_lane
from desk.faces.models import DIGESTS
from desk.faces.reads_deeds import held_at
from desk.faces.rules_kept import LONGEST_DAYS
from desk.faces.rules_lane import RECORD_YEARS, Deed, Why
from desk.faces.service_retention import DAYS, forget_records, retention_rules
from desk.faces.tables import FaceDeed, FaceLane
from desk.people import service as people
from desk.store.kinds import synced_tables
from desk.store.schema import Base, Id
from desk.store.store import Store
from tests.faces.lane import WISH
from tests.fakes.clock import FakeClock
from ui import texts_faces

ROOT = Path(__file__).resolve().parents[2]
TABLE = (ROOT / "desk" / "decisions" / "029-faces-and-the-law.md").read_text(encoding="utf-8")
ROWS = {row[0]: row[2] for row in re.findall(r"^\| (A\d+) \| (.+?) \| (.+?) \|$", TABLE, re.MULTILINE)}
NAMED = [(row, *name) for row, held in ROWS.items() for name in re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", held)]
LURES = (
    "更快", "更方便", "省时", "优先", "推荐使用", "只需一秒", "赶快", "马上录入", "否则", "不录入就", "faster", "quicker", "recommended", "hurry",
    "skip the queue", "otherwise you", "must enrol",
)  # fmt: skip


def test_every_row_of_the_checklist_is_there() -> None:
    assert list(ROWS) == [f"A{number}" for number in range(1, 17)]
    for row, held in ROWS.items():
        assert "`tests/" in held or len(held.partition("Reason: ")[2]) > 40, row


@pytest.mark.parametrize(("row", "path", "name"), NAMED)
def test_the_test_that_is_named_exists(row: str, path: str, name: str) -> None:
    assert f"\ndef {name}(" in (ROOT / path).read_text(encoding="utf-8"), row


def test_no_column_of_the_desk_could_hold_a_template() -> None:
    """Neither of the room's two tables has room for one, and the vault's own rows are no table."""
    app.import_rooms()
    assert {name for name in synced_tables() if name.startswith("face")} == {"face_lane", "face_deed"}
    tables = {mapper.class_.__tablename__: mapper.class_ for mapper in Base.registry.mappers}
    assert {name for name in tables if "face" in name or "template" in name} == {
        "face_lane",
        "face_deed",
        "shift_template",
    }
    for name in ("face_lane", "face_deed"):
        kinds = [column.type for column in tables[name].__table__.columns]
        assert not [kind for kind in kinds if isinstance(kind, LargeBinary | JSON) and not isinstance(kind, Id)]


def test_two_models_and_no_third() -> None:
    """What finds a face, and what tells one from another: no model of mood, age or health is ever loaded."""
    assert sorted(name.split("_2")[0] for name in DIGESTS) == ["face_detection_yunet", "face_recognition_sface"]
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "desk" / "faces").glob("*.py"))
    assert set(re.findall(r"cv2\.(\w+)\.create", code)) == {"FaceDetectorYN", "FaceRecognizerSF"}
    assert "readNet" not in code


def test_no_word_lures_or_presses() -> None:
    words = [sentence for pair in texts_faces.TEXTS.values() for sentence in pair]
    words += [(resources() / "legal" / f"faces.{lang}.md").read_text(encoding="utf-8") for lang in ("zh_CN", "en")]
    pages = [*(ROOT / "ui" / "pages" / "faces").glob("*.py"), ROOT / "ui" / "paper" / "faces.py"]
    words += [path.read_text(encoding="utf-8") for path in pages]
    assert len(words) > 20
    assert [(lure, text[:60]) for text in words for lure in LURES if lure in text.lower()] == []


@pytest.fixture
def resident(store: Store, actor: Actor) -> str:
    with store.unit(actor) as u:
        person = people.add_person(u, "欧阳兰", "10400000031")
        people.bind(u, person, people.add_household(u, "3", "1", "1202"), "owner")
    return person


def switched_on(store: Store, actor: Actor) -> str:
    with store.unit(actor) as u:
        return service_lane.switch_on(u, WISH, SiteTime().day(u.now))


def test_no_consent_lasts_longer_than_three_years(store: Store, actor: Actor, clock: FakeClock, resident: str) -> None:
    notice = switched_on(store, actor)
    with store.unit(actor) as u:
        consent = service_deeds.agree(u, resident, notice)
    clock.advance((LONGEST_DAYS - 1) * DAY_MS)
    with store.reading() as r:
        assert reads.standing(r) == {consent: resident}
    clock.advance(2 * DAY_MS)
    with store.reading() as r:
        assert reads.standing(r) == {}
        assert reads.reasons(r, [consent]) == {consent: Why.OVER}


def test_assessments_and_records_are_kept_for_three_years_and_then_lose_their_words(
    store: Store, actor: Actor, clock: FakeClock, resident: str
) -> None:
    (rule,) = retention_rules()
    assert (rule.kind, rule.days_default) == ("consent.face", DAYS)
    assert min(DAYS, rule.period.shortest) >= RECORD_YEARS * 365, "no site can shorten it"
    notice = switched_on(store, actor)
    clock.advance(DAY_MS)
    switched_on(store, actor)
    with store.unit(actor) as u:
        child = service_deeds.agree(u, resident, notice, "欧阳梅，母亲", True)
        service_deeds.note(u, child, Deed.ENROLLED)

    def words() -> tuple[list[str], list[str]]:
        with store.reading() as r:
            lanes = list(r.conn.scalars(select(FaceLane.assessment).order_by(FaceLane.num)))
            return lanes, list(r.conn.scalars(select(FaceDeed.guardian).order_by(FaceDeed.num)))

    def run() -> int:
        with store.unit(actor) as u:
            return forget_records(u, u.now - DAYS * DAY_MS)

    assert run() == 0
    clock.advance((DAYS - 2) * DAY_MS)
    assert run() == 0
    assert words() == ([WISH.assessment] * 2, ["欧阳梅，母亲", ""])
    clock.advance(10 * DAY_MS)
    assert run() == 1, "the newest answers still speak, and somebody is still enrolled"
    assert words() == (["", WISH.assessment], ["欧阳梅，母亲", ""])
    with store.unit(actor) as u:
        service_deeds.note_erased(u, {child: Why.OVER})
    assert run() == 1
    assert words()[1] == ["", "", ""]
    with store.reading() as r:
        assert reads_lane.lane_of(r, r.gate_id).assessment == WISH.assessment
        assert set().union(*held_at(r).values()) == set()


def test_everything_done_with_an_enrolment_stands_in_the_trail(store: Store, actor: Actor, resident: str) -> None:
    notice = switched_on(store, actor)
    with store.unit(actor) as u:
        consent = service_deeds.agree(u, resident, notice, "欧阳梅，母亲", True)
        for deed in Deed:
            if deed is not Deed.AGREED:
                service_deeds.note(u, consent, deed, Why.WITHDRAWN if deed is Deed.ERASED else Why.NONE)
        service_lane.set_strict(u, True)
        service_lane.switch_off(u)
    with store.reading() as r:
        lines = r.conn.exec_driver_sql("SELECT action, detail FROM audit_line").all()
    actions = {line[0] for line in lines}
    assert {"faces.on", "faces.off", "faces.strict", "consent.given"} <= actions
    assert {f"faces.{deed.value}" for deed in Deed if deed is not Deed.AGREED} <= actions
    assert "欧阳" not in str(lines)
