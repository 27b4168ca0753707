"""Household and other codes in a real store: issue, identify, re-issue, revoke, scans noted."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from sqlalchemy import select

from desk.codes import payload, reads, reads_lists, service
from desk.codes.foreign import ForeignKind
from desk.codes.rules import Answer, Kind, RevokeReason, Screen, Status, Why
from desk.codes.tables import Code, Scan
from desk.codes.views import Identified
from desk.core.actor import NOBODY, Actor
from desk.core.errors import Refused
from desk.core.events import ScanSeen
from desk.core.ids import new_id
from desk.people.tables import Household
from desk.store import identity
from desk.store.outbox import first_break
from desk.store.store import Store
from desk.store.unit import Unit
from tests.codes.test_payload import HOSTILE
from tests.fakes.clock import FakeClock

HOME = "a" * 32


def look(store: Store, text: str, raw: bytes = b"") -> Identified:
    with store.reading() as r:
        return reads.identify(r, text, raw)


@pytest.mark.parametrize("kind", sorted(payload.LETTER))
def test_issue_and_identify(store: Store, actor: Actor, kind: Kind) -> None:
    with store.unit(actor) as u:
        issued = service.issue(u, kind, HOME)
    seen = look(store, issued.text)
    assert (seen.answer, seen.kind, seen.subject_id, seen.serial) == (Answer.VALID, kind, HOME, issued.serial)
    assert seen.code is not None
    assert (seen.code.version, seen.code.issuing_gate) == (1, "南门")
    assert HOME not in issued.text


def test_reissue_revokes_the_old_at_once_and_for_good(store: Store, actor: Actor) -> None:
    with store.unit(actor) as u:
        old = service.issue_household(u, HOME)
        new = service.reissue(u, old.code_id)
        assert reads.identify(u, old.text).answer is Answer.REVOKED
    seen = look(store, old.text)
    assert (seen.answer, seen.why, seen.screen) == (Answer.REVOKED, Why.REPLACED, Screen.REVOKED)
    assert seen.code is not None
    assert (seen.code.replaced_by, seen.code.status) == (new.code_id, Status.REPLACED)
    assert look(store, new.text).answer is Answer.VALID
    with store.unit(actor) as u, pytest.raises(Refused, match=r"codes\.not_live"):
        service.reissue(u, old.code_id)
    with store.reading() as r:
        assert [view.version for view in reads_lists.of_subject(r, HOME)] == [2, 1]


def test_revoked_stays_revoked_even_if_a_field_says_live(store: Store, actor: Actor) -> None:
    with store.unit(actor) as u:
        issued = service.issue_household(u, HOME)
        assert service.revoke(u, issued.code_id, RevokeReason.LOST)
        assert not service.revoke(u, issued.code_id, RevokeReason.MOVED)
        u.set(Code, issued.code_id, status="live")
    seen = look(store, issued.text)
    assert (seen.answer, seen.why) == (Answer.REVOKED, Why.WITHDRAWN)
    assert seen.code is not None
    assert seen.code.revoked_reason == "lost"
    with store.reading() as r:
        assert [view.code_id for view in reads_lists.revocations(r)] == [issued.code_id]
        assert reads_lists.live_ids(r, Kind.INDOOR) == ()


def test_one_live_code_a_household(store: Store, actor: Actor) -> None:
    with store.unit(actor) as u:
        first = service.issue_household(u, HOME)
        with pytest.raises(Refused, match=r"codes\.already_issued"):
            service.issue_household(u, HOME)
        service.revoke(u, first.code_id, RevokeReason.MOVED)
        second = service.issue_household(u, HOME)
    with store.reading() as r:
        view = reads_lists.code(r, second.code_id)
    assert view is not None
    assert view.version == 2


def test_good_check_without_record_is_unknown_bad_check_is_forged(store: Store, actor: Actor) -> None:
    with store.reading() as r:
        secret = r.secret("code-check")
    text = payload.id_text(secret, Kind.INDOOR, payload.new_key())
    unknown = look(store, text)
    assert (unknown.answer, unknown.why, unknown.screen) == (Answer.UNKNOWN, Why.NO_RECORD, Screen.UNKNOWN)
    last = "A" if text[-1] != "A" else "B"
    forged = look(store, text[:-1] + last)
    assert (forged.answer, forged.why, forged.screen) == (Answer.FORGED, Why.BAD_CHECK, Screen.FORGED)


def test_a_code_is_not_another_kind(store: Store, actor: Actor) -> None:
    """The same key under another kind letter, check made right by somebody who holds the site's key: still no record."""
    with store.unit(actor) as u:
        issued = service.issue(u, Kind.OUTDOOR, HOME)
        secret = u.secret("code-check")
    as_indoor = payload.id_text(secret, Kind.INDOOR, issued.text[1:12])
    assert look(store, as_indoor).answer is Answer.UNKNOWN


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_answered_and_noted_without_their_text(store: Store, actor: Actor, text: str) -> None:
    seen = look(store, text)
    assert seen.screen is Screen.FORGED
    with store.unit(actor) as u:
        service.record_scan(u, ScanSeen(new_id(u.now), text, u.now, "camera"), seen)
    with store.reading() as r:
        row = dict(r.conn.execute(select(Scan.__table__)).mappings().one())
        assert first_break(r) is None
    assert row["answer"] == seen.answer
    if len(text.strip()) > 3:
        assert all(text not in str(value) for value in row.values())


def test_prefix_of_the_site_is_taken_off(store: Store, actor: Actor) -> None:
    with store.unit(actor) as u:
        issued = service.issue(u, Kind.OUTDOOR, HOME)
        identity.edit_site(u, name="锦绣苑", address="", url_prefix="https://estate.example/c?=")
    assert look(store, "https://estate.example/c?=" + issued.text).answer is Answer.VALID
    elsewhere = look(store, "https://evil.example/c?=" + issued.text)
    assert elsewhere.foreign is not None
    assert (elsewhere.foreign.kind, elsewhere.foreign.hint) == (ForeignKind.URL, "evil.example")


def test_a_scan_is_noted_once_for_a_purpose(store: Store, actor: Actor) -> None:
    with store.unit(actor) as u:
        issued = service.issue_household(u, HOME)
        seen = reads.identify(u, issued.text)
        scan = ScanSeen(new_id(u.now), issued.text, u.now, "wedge")
        first = service.record_scan(u, scan, seen, frame_quality=80, ms=41)
        assert service.record_scan(u, scan, seen) == first
        assert service.record_scan(u, scan, seen, "borrow") != first
        row = u.conn.execute(select(Scan.__table__).where(Scan.id == first)).one()
    assert (row.serial, row.source, row.frame_quality, row.ms, row.text_hash) == (issued.serial, "wedge", 80, 41, "")


def bulk_ids(count: int) -> list[str]:
    return [f"{number:032x}" for number in range(1, count + 1)]


def test_bulk_goes_on_after_a_cancel_and_issues_nothing_twice(store: Store, actor: Actor) -> None:
    def unit() -> AbstractContextManager[Unit]:
        return store.unit(actor)

    ids, steps = bulk_ids(450), []
    progress: Callable[[int, int], None] = lambda done, of: steps.append((done, of))  # noqa: E731
    assert service.issue_bulk(unit, Kind.OUTDOOR, ids, progress, lambda: len(steps) == 1) == 200
    assert steps == [(200, 450)]
    assert service.issue_bulk(unit, Kind.OUTDOOR, ids, progress, lambda: False) == 250
    assert steps[1:] == [(200, 450), (400, 450), (450, 450)]
    with store.unit(actor) as u:
        live = reads_lists.live_ids(u, Kind.OUTDOOR)
        printed = service.for_print(u, live)
    assert len({one.text for one in printed}) == len({one.serial for one in printed}) == 450
    assert {one.subject_id for one in printed} == set(ids)


def test_what_is_revoked_is_not_printed(store: Store, actor: Actor) -> None:
    with store.unit(actor) as u:
        kept, gone = service.issue(u, Kind.ASSET, "1" * 32), service.issue(u, Kind.ASSET, "2" * 32)
        service.revoke(u, gone.code_id, RevokeReason.DAMAGED)
        assert service.for_print(u, [kept.code_id, gone.code_id]) == (kept,)


def test_nobody_may(store: Store, actor: Actor) -> None:
    with store.unit(actor) as u:
        issued = service.issue_household(u, HOME)
        seen = reads.identify(u, issued.text)
    with store.unit(NOBODY) as u:
        for call in (
            lambda: service.issue_household(u, "b" * 32),
            lambda: service.reissue(u, issued.code_id),
            lambda: service.revoke(u, issued.code_id, RevokeReason.LOST),
            lambda: service.for_print(u, [issued.code_id]),
            lambda: service.record_scan(u, ScanSeen(new_id(u.now), "", u.now, "camera"), seen),
        ):
            with pytest.raises(Refused, match=r"right\.missing"):
                call()


def test_serial_finds_the_code(store: Store, actor: Actor, clock: FakeClock) -> None:
    with store.unit(actor) as u:
        issued = service.issue(u, Kind.LOCKER, "c" * 32)
    with store.reading() as r:
        assert [view.code_id for view in reads_lists.by_serial(r, issued.serial)] == [issued.code_id]
        assert reads_lists.counts(r) == {Kind.LOCKER: 1}


def test_a_card_shows_the_household_masked(store: Store, actor: Actor) -> None:
    with store.unit(actor) as u:
        home = u.add(Household, building="3", unit="1", room="1202")
        issued = service.issue_household(u, home)
    seen = look(store, issued.text)
    assert seen.code is not None
    assert seen.code.household == "3-1-12**"
    assert "1202" not in repr(seen)
