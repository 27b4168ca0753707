"""What shows personal data, and what leaves the desk as a file, tried with every role."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk import app as desk_app
from desk import exporting
from desk.core.actor import NOBODY, Actor
from desk.core.errors import Refused
from desk.hut import HUT
from desk.operators.rules import Role, actor_of, locked_actor
from desk.records.exports import FULL_RIGHT, Order, export
from desk.store.store import Founding, Store
from tests.fakes.clock import FakeClock
from tests.operators.verbs import ELSEWHERE, ROOT, Verb, value_of

WHO = "0" * 31 + "1"
ACTORS = (*(actor_of(WHO, role) for role in Role), locked_actor(WHO), HUT, NOBODY)
RIGHTS_OF_READS = {
    "codes.reads_lists.doors": "people.browse",
    "consenting.register": "people.read",
    "people.reads.browse": "people.browse",
    "people.reads.draft": "people.edit",
    "people.reads.resident": "people.read",
    "people.reads.residents_of": "people.read",
    "people.reads.search_residents": "people.read",
    "people.reads_assisted.one": "assisted.hold",
    "people.reads_assisted.past": "assisted.read",
    "people.reads_consents.acts": "people.read",
    "people.reads_visitors.search_visitors": "people.read",
    "records.reads_audit.trail": "audit.read",
    "reviewing.review": "disclosure",
}
# Reads that ask who looks and leave out, instead of refusing, what that person may not see.
LEAVE_OUT = {
    "people.reads_doors.find_doors": "a door only with people.read",
    "sync.reads.duplicates": "people only with people.read",
    "sync.reads_conflicts.conflicts": "conflicts of the kinds somebody may settle",
}
MATTERS = "hearings."  # a confidential matter is shown to its receivers and to who closes it: tests/hearings


def reads() -> Iterator[tuple[str, Verb]]:
    """Every function that takes a reading and the person who looks."""
    for path in sorted(ROOT.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        if (parts[0] in ELSEWHERE and parts[0] != "sync") or parts[0] == "store" or parts[-1].startswith("__"):
            continue
        module = importlib.import_module(".".join(("desk", *parts)))
        for name, thing in vars(module).items():
            if inspect.isfunction(thing) and thing.__module__ == module.__name__ and not name.startswith("_"):
                said = [one.annotation for one in inspect.signature(thing).parameters.values()]
                if "Reading" in said and "Actor" in said:
                    yield ".".join((*parts, name)), thing


FOUND = dict(reads())


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    desk_app.import_rooms()
    path = tmp_path_factory.mktemp("reads") / "desk.db"
    store = Store.found(path, bytes(range(32)), FakeClock(), Founding("锦绣苑", "南门"))
    yield store
    store.close()


def right_missing(store: Store, read: Verb, actor: Actor) -> str:
    given = {"Reading": None, "Actor": actor}
    with store.reading() as r:
        values: dict[str, object] = {}
        for one in inspect.signature(read).parameters.values():
            if one.annotation in given:
                values[one.name] = actor if one.annotation == "Actor" else r
            elif one.default is one.empty:
                values[one.name] = value_of(inspect.get_annotations(read, eval_str=True)[one.name], one.name)
        try:
            found = read(**values)
        except Refused as refused:
            return str(refused.facts["right"]) if refused.code == "right.missing" else ""
        if inspect.isgenerator(found):
            next(found, None)
        return ""


def test_every_read_that_asks_who_looks_is_declared() -> None:
    known = RIGHTS_OF_READS.keys() | LEAVE_OUT.keys()
    room = "handing_draft.draft handing_draft.matters handing_draft.incidents".split()  # a handover's own, as matters
    assert sorted(name for name in FOUND if name not in known | set(room) and not name.startswith(MATTERS)) == []
    assert known - FOUND.keys() == set()


@pytest.mark.parametrize("name", sorted(RIGHTS_OF_READS))
def test_whoever_may_not_look_is_refused(standing: Store, name: str) -> None:
    right = RIGHTS_OF_READS[name]
    for actor in ACTORS:
        assert right_missing(standing, FOUND[name], actor) == ("" if actor.may(right) else right), actor.role


@pytest.mark.parametrize("name", sorted(exporting.kinds()))
@pytest.mark.parametrize("masked", [True, False])
def test_what_leaves_as_a_file_asks_before_there_is_one(
    standing: Store, tmp_path: Path, name: str, masked: bool
) -> None:
    kind = exporting.kinds()[name]
    for actor in ACTORS:
        target = tmp_path / f"{actor.role}.csv"
        order = Order(kind, target, masked=masked, reason="测试")
        may = actor.may(kind.right) and (masked or actor.may(FULL_RIGHT))
        if may:
            export(standing, order, actor)
        else:
            with pytest.raises(Refused) as refused:
                export(standing, order, actor)
            assert refused.value.code == "right.missing"
        assert target.exists() is may, actor.role
