"""A small estate with something of everything, once with Chinese data and once with Latin data.

Chinese words on the English screen and Latin words on the Chinese one can then only be the program's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desk import app as desk_app
from desk.codes import service as codes
from desk.codes.payload import ALPHABET, id_text, new_key
from desk.codes.rules import Kind, RevokeReason
from desk.core.clock import DAY_MS, HOUR_MS, MINUTE_MS
from desk.lending import service as lending
from desk.lending.drafts import AssetDraft, Back, LendDraft, Pick, ReserveDraft, To
from desk.lending.rules import How, Part, Used
from desk.lending.rules_asset import AssetClass, AssetKind
from desk.operators.rules import COMMAND
from desk.people import importing, names
from desk.people.import_values import Entry
from desk.people.reads import find_household
from desk.people.rooms import Address
from desk.reception import service as reception
from desk.reception.rules import Draft, VisitorType
from desk.reception.rules_windows import Window
from desk.reception.service_seed import PastVisit, load_history
from desk.store.store import Founding
from desk.store.unit import Unit
from tests.fakes.clock import FakeClock

PIN = "73914"
SCANS = "test.scans"  # setting: {what it is: text of the code}
DOORS = tuple(Address("7", "2", f"{floor}02") for floor in range(8, 16))


@dataclass(frozen=True)
class Words:
    """The data of one estate. residents and visitors are names nobody else on the screen has."""

    site: str
    gate: str
    address: str
    manager: str
    volunteer: str
    residents: tuple[str, ...]
    visitors: tuple[str, ...]
    company: str
    thing: str
    shelf: str
    reason: str

    def persons(self) -> tuple[str, ...]:
        """Full names that no standing page may show."""
        return self.residents + self.visitors


CHINESE = Words(
    "锦绣苑", "南门", "明珠路 88 弄", "陈秀兰", "王桂芬",
    ("欧阳小满", "司马知夏", "诸葛沐阳", "慕容予安", "上官书瑶", "令狐逸飞", "尉迟若曦", "司徒天佑"),
    ("阿依古丽·买买提", "龙昊天", "白芷若", "熊铭泽", "毛语嫣", "庞晨曦", "聂思远", "翟清妍"),
    "安居装饰", "一箱水果", "冰箱", "冒充燃气安检上门推销",
)  # fmt: skip
LATIN = Words(
    "Brocade Court", "South Gate", "88 Pearl Lane", "Mara Vance", "Ines Holt",
    ("Anna Beispiel", "Thomas Invento", "Julia Fiktiv", "Pedro Ejemplo", "Yuki Esempio", "Sophie Sample", "Marco Modelo",
     "Elena Muster"),
    ("Daniel Patternson", "Greta Placeholder", "Oscar Dummyname", "Nadia Specimen", "Viktor Template", "Lena Prototype",
     "Hugo Stencil", "Clara Blueprint"),
    "Homewise Fitters", "box of fruit", "Fridge", "posed as a gas inspector",
)  # fmt: skip
WORDS = {"zh_CN": CHINESE, "en": LATIN}


def _lend(u: Unit, words: Words, homes: list[str]) -> None:
    """One thing free, one out, one taken in a hurry, a kit that lacks something, one kept."""
    names = [words.thing] * 4
    kit = AssetDraft(
        words.thing, AssetKind.FIRST_AID, AssetClass.KIT, "04", contents=(Part(words.shelf, 3),), emergency=True
    )
    chairs = [
        AssetDraft(name, AssetKind.WHEELCHAIR, tag=f"0{n}", place=words.shelf, hygiene=True, emergency=True)
        for n, name in enumerate(names)
    ]
    _, out, taken, kept, bag = [lending.add_asset(u, one) for one in (*chairs, kit)]
    due = u.now + 10 * 60_000
    lending.lend(u, LendDraft(u.new_id(), (Pick(out), Pick(bag)), To(How.CODE, homes[0]), due))
    lending.give_back(u, bag, Back(missing=(Used(words.shelf, 1),)))
    lending.take_now(u, u.new_id(), taken)
    lending.reserve(u, ReserveDraft(u.new_id(), kept, u.now, u.now + HOUR_MS, To(How.CODE, homes[1])))


def phone(number: int) -> str:
    """Eleven digits that ring nowhere."""
    return f"104{70_000_000 + number * 7_919:08d}"


def plate(number: int) -> str:
    return f"沪I{70_000 + number * 37}" if number % 2 else ""


def build(home: Path, words: Words, full: bool = True) -> None:
    """Found the estate in a folder; with full=False nobody lives there yet and nothing has happened."""
    clock = FakeClock()
    desk = desk_app.build(home, clock=clock)
    desk.found(Founding(words.site, words.gate, gate_phone="0000-1234", address=words.address, throwaway=True))
    desk.session.make_first_manager(words.manager, PIN)
    desk.settings.change(language="zh_CN" if words is CHINESE else "en")
    if full:
        entries = [
            Entry(n + 2, door, words.residents[n], names.fold(words.residents[n]), phone(n), (), "owner")
            for n, door in enumerate(DOORS)
        ]
        importing.bring_in(desk.store, COMMAND, entries)
        with desk.store.unit(COMMAND) as u:
            _live(u, words)
    desk.close()


def _live(u: Unit, words: Words) -> None:
    """A day with overstays, announced visitors, goods, permits, a watch entry, codes and passages."""
    from desk.operators.service import add_operator

    add_operator(u, words.volunteer, "volunteer", PIN)
    homes = [_household(u, door) for door in DOORS]
    load_history(u, [_past(n, u.now, words, homes[n]) for n in range(len(words.visitors))])
    passes = []
    for n, hours in ((0, -1), (1, 1), (2, 3)):
        draft = Draft(VisitorType.GUEST, words.visitors[n], phone(90 + n), household_id=homes[n], party_size=1 + n)
        at = u.now + hours * HOUR_MS
        passes.append(reception.expect_with_pass(u, u.new_id(), draft, at, at + 2 * HOUR_MS).text)
    reception.park(u, household_id=homes[0], what=words.thing, shelf=words.shelf, left_by=words.company)
    _lend(u, words, homes)
    window = Window(u.now - DAY_MS, u.now + 9 * DAY_MS, (1, 2, 3, 4, 5), 8 * 60, 18 * 60)
    reception.add_permit(
        u, permit_no="2026001", company=words.company, window=window, household_id=homes[1],
        workers=[words.visitors[3]], tools=words.thing,
    )  # fmt: skip
    reception.give_standing(
        u, household_id=homes[2], alias=words.visitors[4], visitor_type=VisitorType.DOMESTIC, window=window, phone=phone(80)
    )  # fmt: skip
    reception.watch_add(
        u, reason=words.reason, owner=words.manager, expires_at=u.now + 5 * DAY_MS, name=words.visitors[5],
        phone=phone(81), advice=words.reason,
    )  # fmt: skip
    issued = codes.issue_batch(u, Kind.INDOOR, homes)
    codes.revoke(u, issued[-1].code_id, RevokeReason.LOST)
    door = issued[0].text
    forged = door[:-1] + ALPHABET[(ALPHABET.index(door[-1]) + 1) % len(ALPHABET)]
    scans = {
        "pass": passes[0], "early": passes[2], "door": door, "revoked": issued[-1].text,
        "unknown": id_text(u.secret("code-check"), Kind.INDOOR, new_key()), "forged": forged,
        "foreign": "https://example.invalid/menu",
    }  # fmt: skip
    u.put_setting(SCANS, scans)
    for kind in (VisitorType.RIDER, VisitorType.RIDER, VisitorType.COURIER):
        reception.count(u, kind)


def _household(u: Unit, door: Address) -> str:
    found = find_household(u, door.label)
    assert found is not None
    return found.id


def _past(n: int, now: int, words: Words, household: str) -> PastVisit:
    """Eight visits of the day: two contractors past their limit, a child alone, guests inside and gone."""
    kinds = (
        VisitorType.CONTRACTOR, VisitorType.GUEST, VisitorType.GUEST, VisitorType.CONTRACTOR, VisitorType.DOMESTIC,
        VisitorType.AGENT, VisitorType.GUEST, VisitorType.OFFICIAL,
    )  # fmt: skip
    door, in_at = DOORS[n], now - (16 - n) * HOUR_MS + n * MINUTE_MS
    return PastVisit(
        in_at, in_at + HOUR_MS if n in (2, 6) else None, in_at + (2 if n in (0, 3) else 20) * HOUR_MS, kinds[n],
        words.visitors[n], phone(50 + n), plate(n), words.company if n in (0, 3, 5, 7) else "", "other", 1 + n % 3,
        household, door.building, door.unit, door.room, minor_alone=n == 4,
    )  # fmt: skip
