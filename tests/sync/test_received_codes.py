"""Codes of two desks: what was revoked stays so, what was used twice is said at both."""

from __future__ import annotations

from itertools import permutations

import pytest

from desk.codes import reads, reads_lists, service, token
from desk.codes.reads_twice import used_twice
from desk.codes.rules import Answer, Kind, RevokeReason, Status, Window
from desk.codes.service_keys import trust_key
from desk.codes.service_passes import by_digits, issue_pass, replace_pass, use_pass
from desk.codes.service_retention import forget_passes
from desk.codes.tables import VerifyKey
from desk.codes.views import Identified, Issued, PassRequest
from desk.core.clock import HOUR_MS, MINUTE_MS
from desk.core.ids import new_id
from desk.people.query import parse
from desk.store import search, sync_conflicts
from desk.store.search import DocKind
from tests.sync.pair import Desk, Pair

HOME = "a" * 32


def give(pair: Pair, uses: int = 1) -> Issued:
    now = pair.clock.now_ms()
    issued: Issued = pair.a.do(issue_pass, PassRequest(Window(now, now + 8 * HOUR_MS), HOME, uses))
    return issued


def look(desk: Desk, text: str) -> Identified:
    seen: Identified = desk.ask(reads.identify, text)
    return seen


def enter(pair: Pair, desk: Desk, text: str, force: bool = False) -> None:
    pair.clock.advance(MINUTE_MS)
    desk.do(use_pass, look(desk, text), new_id(pair.clock.now_ms()), force=force)


def test_a_pass_is_found_at_the_other_gate_by_number_and_by_digits(two_desks: Pair) -> None:
    issued = give(two_desks)
    assert look(two_desks.b, issued.text).known_here is False
    two_desks.carry()
    seen = look(two_desks.b, issued.text)
    assert (seen.answer, seen.known_here, seen.serial) == (Answer.VALID, True, issued.serial)
    assert [one.serial for one in two_desks.b.do(by_digits, issued.digits).found] == [issued.serial]
    with two_desks.b.store.reading() as r:
        nums = search.find(r.conn, parse(issued.serial).match, DocKind.PASS, 5)
        assert [view.serial for view in reads_lists.by_nums(r, nums)] == [issued.serial]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_what_was_revoked_stays_revoked_in_any_order(two_desks: Pair, order: tuple[int, ...]) -> None:
    issued = two_desks.a.do(service.issue_household, HOME)
    two_desks.carry()
    two_desks.clock.advance(MINUTE_MS)
    two_desks.b.do(service.revoke, issued.code_id, RevokeReason.LOST)
    two_desks.clock.advance(MINUTE_MS)
    fresh = two_desks.a.do(service.reissue, issued.code_id)  # did not hear of it
    bodies = [body for body in two_desks.a.bodies() if b'"k":"code"' in body]
    theirs = [body for body in two_desks.b.bodies() if b'"k":"code"' in body]
    lines = [*bodies, *theirs]
    assert len(lines) == 3
    for desk in (two_desks.a, two_desks.b):
        desk.receive([lines[n] for n in order], page=1)
        assert look(desk, issued.text).answer is Answer.REVOKED
        assert look(desk, fresh.text).answer is Answer.VALID
    views = [desk.ask(reads_lists.code, issued.code_id) for desk in (two_desks.a, two_desks.b)]
    assert views[0] == views[1]
    assert views[0].status is Status.REPLACED


def test_two_desks_reissue_one_code_and_each_desk_takes_the_same_for_live(two_desks: Pair) -> None:
    old = two_desks.a.do(service.issue_household, HOME)
    two_desks.carry()
    for desk in (two_desks.a, two_desks.b):
        desk.do(service.reissue, old.code_id)
    two_desks.carry()
    live = [desk.ask(reads_lists.live_of, Kind.INDOOR, [HOME]) for desk in (two_desks.a, two_desks.b)]
    assert live[0] == live[1]


@pytest.mark.parametrize("pass_first", [True, False])
def test_a_pass_used_at_two_gates_is_said_at_both(two_desks: Pair, pass_first: bool) -> None:
    issued = give(two_desks)
    if pass_first:
        two_desks.carry()
    for desk in (two_desks.a, two_desks.b):
        enter(two_desks, desk, issued.text)
    two_desks.b.heard.clear()
    two_desks.carry(shuffle=None if pass_first else 5, twice=True)
    assert {"codes", "sync"} <= two_desks.b.heard
    for desk in (two_desks.a, two_desks.b):
        (said,) = desk.ask(used_twice)
        assert (said.serial, said.first_gate, said.second_gate) == (issued.serial, "南门", "北门")
        assert (said.first_at, said.second_at) == (two_desks.clock.now_ms() - MINUTE_MS, two_desks.clock.now_ms())
        seen = look(desk, issued.text)
        assert (seen.answer, seen.uses_left) == (Answer.USED, 0)
        assert seen.last_use is not None
        assert seen.last_use.flag == "used"
        desk.do(sync_conflicts.noted, said.num)
        assert desk.ask(used_twice) == ()
    two_desks.b.receive(two_desks.a.bodies())
    assert two_desks.b.ask(used_twice) == ()


def test_entries_within_what_a_pass_allows_or_let_in_knowingly_are_no_alarm(two_desks: Pair) -> None:
    issued = give(two_desks, uses=2)
    two_desks.carry()
    for desk in (two_desks.a, two_desks.b):
        enter(two_desks, desk, issued.text)
    two_desks.carry()
    assert two_desks.a.ask(used_twice) == two_desks.b.ask(used_twice) == ()
    enter(two_desks, two_desks.a, issued.text, force=True)
    two_desks.carry()
    assert two_desks.a.ask(used_twice) == two_desks.b.ask(used_twice) == ()


def test_a_replaced_pass_is_good_no_more_at_the_other_gate(two_desks: Pair) -> None:
    issued = give(two_desks)
    two_desks.carry()
    fresh = two_desks.a.do(replace_pass, look(two_desks.a, issued.text).code_id)
    two_desks.carry()
    assert look(two_desks.b, issued.text).answer is Answer.REVOKED
    assert look(two_desks.b, fresh.text).answer is Answer.VALID


def test_a_key_that_claims_another_s_name_does_not_hide_the_good_one(two_desks: Pair) -> None:
    seed, now = bytes(range(32)), two_desks.clock.now_ms()
    public = token.public_key(seed)

    def lie(u: object) -> None:
        u.add(VerifyKey, key_id=token.key_id(public), public_key=bytes(32), since=now)  # type: ignore[attr-defined]

    two_desks.b.do(lie)
    two_desks.clock.advance(MINUTE_MS)
    two_desks.a.do(trust_key, public)
    two_desks.carry()
    text = token.sign(seed, token.new_pass_id(), now, now + HOUR_MS, 1)
    assert [look(desk, text).answer for desk in (two_desks.a, two_desks.b)] == [Answer.VALID, Answer.VALID]


def test_a_pass_that_was_forgotten_is_found_no_more(two_desks: Pair) -> None:
    issued = give(two_desks)
    two_desks.carry()
    later = two_desks.clock.now_ms() + 40 * 24 * HOUR_MS
    two_desks.clock.set(later)
    two_desks.a.do(service.revoke, look(two_desks.a, issued.text).code_id, RevokeReason.MISTAKE)
    assert two_desks.b.do(forget_passes, later) == 1
    two_desks.carry()
    with two_desks.b.store.reading() as r:
        assert search.find(r.conn, parse(issued.serial).match, DocKind.PASS, 5) == []
