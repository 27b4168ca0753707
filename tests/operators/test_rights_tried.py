"""Every verb of every room, tried with every role: whoever lacks its right is refused before anything is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desk import app as desk_app
from desk.core.actor import NOBODY, Actor
from desk.core.errors import Refused
from desk.core.ids import new_id
from desk.hut import HUT
from desk.operators.rules import MACHINE_RIGHTS, RIGHTS, SYSTEM, Role, actor_of, locked_actor
from desk.store.store import Founding, Store
from desk.store.tables_sync import SyncConflict
from desk.store.unit import Unit
from desk.sync.engine import SYNC
from desk.sync.rules_conflicts import right_for
from tests.fakes.clock import FakeClock
from tests.operators.declared import DECLARED
from tests.operators.references import sources
from tests.operators.verbs import Verb, call, verbs

WHO = "0" * 31 + "1"
ACTORS = (*(actor_of(WHO, role) for role in Role), locked_actor(WHO), HUT, SYSTEM, SYNC, NOBODY)
FOUND = dict(verbs())

# Verbs that ask for no right themselves, and the only files that may name them.
OPEN: dict[str, tuple[str, tuple[str, ...]]] = {
    "operators.service.make_first_manager": (
        "the first run: there is nobody yet; refused once there is", ("desk/operators/session.py",)),
    "operators.service_duty.come_on": ("the session has checked PIN or badge", ("desk/operators/session.py",)),
    "operators.service_duty.activate": ("the session has checked PIN or setting", ("desk/operators/session.py",)),
    "operators.service_duty.go_off": ("anybody may go home", ("desk/operators/session.py",)),
    "operators.service_duty.claim_try": ("counts a guess, whoever makes it", ("desk/operators/tries.py",)),
    "operators.service_duty.forgive": ("the secret typed was right", ("desk/operators/tries.py",)),
    "assisting.Assisting.noting": ("does what it is given, which asks for itself", ("desk/app.py",)),
    "devices.service.ended": ("what came of an action whose beginning was allowed", ("desk/devices/doing.py",)),
    "devices.service.interrupted": (
        "the start: what was running when the program went", ("desk/devices/runtime.py",)),
    "duty.service_publish.settle_issues": ("a chore: works out again what the log says", ("desk/chores.py",)),
    "duty.service_settle.settle_due": ("a chore: hours follow from the clock", ("desk/chores.py",)),
    "duty.service_settle.settle": ("inside clocking, which has asked", ("desk/demo/hours.py",)),
    "duty.service_assignments.rebuild": ("a projection, worked out again", ("desk/demo/hours.py",)),
    "faces.service_deeds.note": (
        "enrolment asks first; nights and withdrawals take away only",
        ("desk/faces_enrolling.py", "desk/faces_keeping.py")),
    "faces.service_deeds.note_erased": ("what was erased is written down, whoever asked", ("desk/faces_keeping.py",)),
    "people.service_visitors.load_visitors": ("a throw-away store only", ("desk/demo/build.py",)),
    "reception.service_seed.load_history": (
        "a throw-away store only",
        ("desk/demo/build.py", "desk/bench/admit.py", "desk/bench/handover.py", "desk/bench/search.py")),
    "reception.service_seed.load_tallies": ("a throw-away store only", ("desk/demo/build.py",)),
    "reception.service_seed.backdate_goods": ("a throw-away store only", ("desk/demo/today.py",)),
    "screen.service_lines.replace_lines": (
        "lines without personal data, worked out again", ("desk/showing.py", "desk/bench/screen.py")),
    "showing.feed": ("the same, by the clock", ()),
    "store.notices.shown": ("that a notice stood on this screen", ("ui/shell/district.py",)),
    "store.practice.mark": ("a throw-away store only", ("desk/app.py", "desk/demo/practice.py")),
}  # fmt: skip
# Named by services alone, which have asked; a page or a command that named one fails the test.
INSIDE = """
    alarms.service_wearers: blank_dropped
    codes.service: note live_row retire
    codes.service_keys: publish_own_key
    codes.service_passes: index_passes
    codes.service_twice: look_twice
    devices.service_stock: taken put_back
    duty.service_assignments: rebuild_months rebuild_members
    duty.service_changes_ask: say after swap_of swaps_of change_said shift_of ahead not_over state_of holds check_place
    duty.service_changes_ask: check_eligible why_not who_is_in
    duty.service_plan: follow
    duty.service_roster: begun
    duty.service_templates: template_values
    duty.service_who: member_of check_not_own
    hearings.service_events: now_of happen rebuild_many
    hearings.service_sittings: unsettled needed
    lending.service_assets: give_out
    lending.service_facts: rebuild
    lending.service_lend: open_row step claim checked to_of
    people.service_erased: blank_people blank_again
    people.service_forgotten: tell forget_as_told remove forget_wishes
    people.service_households: bound_to index_households
    people.service_rows: index_person index_people person_row places bind_row bind_values end_row end_values
    people.service_visitors: remember_visitor forget_visitors
    people.service_visitors_many: remember_many
    reception.service_events: happen
    reception.service_exits: leave as_it_stands needed
    reception.service_goods: index_goods
    reception.service_links: draft_fields
    reception.service_rebuild: rebuild rebuild_many
    reception.service_watch: expire
    records.retention: forget
"""
WITHIN = re.compile(r"^desk/.*/(service\w*|received|retention)\.py$")
# Below the services: how lines are kept, sent and taken in. Rights were asked for where a line was written, and a hub
# that judged them again would answer otherwise after every restore (decisions/015). No page names any of it.
MACHINERY = re.compile(r"^(store|sync)\.|\.received\.")
BY_ROW = {"sync.service.settle", "sync.service.settle_with", "sync.service.noted"}  # the right is the row's kind's
# Functions that open a unit of their own, write by themselves and ask for nothing. Screens: lines of the trail only.
BY_ITSELF = {
    "desk/restoring.py: restore": "the recovery code or this home's key was there, and nobody can sign on before",
    "desk/restoring.py: unlock": "the recovery code was there, and nobody can sign on before",
    "desk/chores.py: back_up": "the night's own backup, into the data folder",
    "desk/moving.py: _open_again": "pack and take_back have asked for desk.move",
    "desk/moving_gate.py: take": "plan has asked for gate.carry",
    "desk/operators/session.py: _lock": "anybody may lock, and the clock does",
    "desk/operators/tries.py: _note_wrong": "a wrong guess is written down, whoever guessed",
    "desk/records/exports.py: _audit": "export has asked for the right of what is exported",
    "ui/hut/leaving.py: _end": "the PIN was right",
    "ui/pages/settings/presenter_hut.py: _begin": "keeping the settings has asked for settings.desk",
    "ui/pages/settings/presenter_hut.py: written": "inside _begin",
}
BELOW = re.compile(r"desk/(store|wire|core|sync|hub|demo|bench|selftest)/")


@pytest.fixture(scope="module")
def real(template_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store that may not be seeded."""
    desk_app.import_rooms()
    path = tmp_path_factory.mktemp("rights") / "desk.db"
    store = Store.found(path, bytes(range(32)), FakeClock(), Founding("锦绣苑", "南门"))
    yield store
    store.close()


class Enough(Exception):
    """Rolls the unit back."""


def changes(u: Unit) -> int:
    return int(u.conn.connection.dbapi_connection.total_changes)  # type: ignore[union-attr]


def tried(store: Store, actor: Actor, verb: Verb, **given: Any) -> tuple[str, int]:
    """The right the verb says is missing ("": none), and how many rows it had written by then; nothing stays."""
    missing, wrote = "", 0
    try:
        with store.unit(actor) as u:
            before = changes(u)
            try:
                call(verb, u, **given)
            except Refused as refused:
                missing = str(refused.facts["right"]) if refused.code == "right.missing" else ""
            except Exception:  # past the right, anything may come of made-up values
                pass
            wrote = changes(u) - before + len(u.topics)
            raise Enough
    except Enough:
        return missing, wrote


def inside() -> set[str]:
    lines = [line.strip().partition(":") for line in INSIDE.strip().splitlines()]
    return {f"{module}.{name}" for module, _, names in lines for name in names.split()}


def named_in(name: str) -> set[str]:
    return sources().callers.get(f"desk.{name}", set())


def kind_of(name: str) -> str:
    groups = {"declared": name in DECLARED, "open": name in OPEN, "inside": name in inside(), "row": name in BY_ROW}
    held = [group for group, is_in in groups.items() if is_in]
    assert len(held) < 2, (name, held)
    return held[0] if held else "machinery" if MACHINERY.search(name) else ""


def test_every_verb_is_declared_and_nothing_else() -> None:
    assert len(FOUND) > 350
    assert [name for name in FOUND if not kind_of(name)] == [], "declare a right in declared.py, or a reason in OPEN"
    assert (DECLARED.keys() | OPEN.keys() | inside() | BY_ROW) - FOUND.keys() == set()
    assert set(DECLARED.values()) <= RIGHTS.keys() | MACHINE_RIGHTS


@pytest.mark.parametrize("room", sorted({name.partition(".")[0] for name in DECLARED}))
def test_whoever_lacks_the_right_is_refused_before_anything_is_written(real: Store, room: str) -> None:
    wrong = []
    for name, right in DECLARED.items():
        if name.partition(".")[0] != room:
            continue
        for actor in ACTORS:
            missing, wrote = tried(real, actor, FOUND[name])
            fine = missing != right if actor.may(right) else (bool(missing), wrote) == (True, 0)
            if not fine:
                wrong.append((name, actor.role, right, missing, wrote))
    assert wrong == []


def test_each_right_stops_somebody_and_lets_somebody_through() -> None:
    for right, roles in RIGHTS.items():
        assert 0 < len(set(roles)) < len(Role), right


def test_what_asks_for_nothing_is_named_only_where_it_says() -> None:
    for name, (reason, files) in OPEN.items():
        named = {path for path in named_in(name) if not WITHIN.match(path)}
        assert named <= set(files), (name, reason, named - set(files))
    for name in inside():
        assert not [path for path in named_in(name) if not WITHIN.match(path)], name


def test_no_page_names_the_machinery() -> None:
    below = [name for name in FOUND if kind_of(name) == "machinery"]
    assert len(below) > 50
    assert [name for name in below if any(path.startswith("ui/") for path in named_in(name))] == []


@pytest.mark.parametrize("kind", ["person", "setting", "shift", "code"])
def test_a_conflict_is_settled_by_who_may_write_its_kind(real: Store, kind: str) -> None:
    values = ("name", "a", "b", "x", "y", 1)
    row = dict(zip(("field", "winner", "loser", "standing", "lost", "found_at"), values, strict=True))
    row |= {"kind": kind, "eid": new_id(1)}

    def settling(verb: Verb) -> Verb:
        def work(u: Unit) -> None:
            before = u.conn.execute(SyncConflict.__table__.insert().values(**row)).inserted_primary_key
            assert before is not None
            at = changes(u)
            try:
                call(verb, u, num=before[0], choice="lost", hooks={})
            finally:
                if changes(u) == at:
                    untouched.append(True)

        work.__annotations__ = {"u": Unit}
        return work

    for name in sorted(BY_ROW):
        for actor in ACTORS:
            untouched: list[bool] = []
            missing, _ = tried(real, actor, settling(FOUND[name]))
            assert missing == ("" if actor.may(right_for(kind)) else right_for(kind)), (name, actor.role)
            assert untouched or not missing


# --- what opens a unit by itself -------------------------------------------------------------------------------------


def test_whoever_writes_without_a_verb_asks_first() -> None:
    bare = {name: does for name, (does, asks) in sources().writers.items() if not asks and not BELOW.match(name)}
    assert bare.keys() - BY_ITSELF.keys() == set(), "ask for a right, or write a verb"
    assert BY_ITSELF.keys() - bare.keys() == set()
    assert {name: does for name, does in bare.items() if name.startswith("ui/") and does != {"audit"}} == {}
