"""Visitor passes in a real store: windows, entries, two gates, set-back clocks, six digits."""

import pytest
from sqlalchemy import delete, select, update

from desk.codes import reads, reads_lists, service, service_keys, service_passes, token
from desk.codes.rules import Answer, Kind, RevokeReason, Screen, Why, Window
from desk.codes.serials import GUESS_WINDOW_MS, GUESSES, read_serial
from desk.codes.tables import Code, PassUse
from desk.codes.views import Identified, Issued, PassRequest
from desk.core.actor import NOBODY, Actor
from desk.core.clock import DAY_MS, HOUR_MS, MINUTE_MS
from desk.core.errors import Refused
from desk.store import search
from desk.store.store import Store
from desk.store.tables import Gate, Secret
from desk.store.unit import Unit
from tests.fakes.clock import START, FakeClock

HOME = "a" * 32
TODAY = Window(START - HOUR_MS, START + 6 * HOUR_MS)


def give(store: Store, actor: Actor, uses: int = 1, window: Window = TODAY) -> Issued:
    with store.unit(actor) as u:
        return service_passes.issue_pass(u, PassRequest(window, HOME, uses))


def look(store: Store, text: str) -> Identified:
    with store.reading() as r:
        return reads.identify(r, text)


def enter(store: Store, actor: Actor, text: str, nonce: str, force: bool = False) -> str:
    with store.unit(actor) as u:
        return service_passes.use_pass(u, reads.identify(u, text), nonce, "e" * 32, force).flag


def test_a_day_of_a_pass(store: Store, actor: Actor, clock: FakeClock) -> None:
    issued = give(store, actor, window=Window(START + HOUR_MS, START + 2 * HOUR_MS))
    assert look(store, issued.text).answer is Answer.NOT_YET
    clock.advance(HOUR_MS)
    valid = look(store, issued.text)
    assert (valid.answer, valid.uses_left, valid.subject_id, valid.known_here) == (Answer.VALID, 1, HOME, True)
    clock.advance(HOUR_MS + MINUTE_MS)
    over = look(store, issued.text)
    assert (over.answer, over.screen) == (Answer.EXPIRED, Screen.EXPIRED)


def test_used_twice_keeps_both_entries_and_flags_the_second(store: Store, actor: Actor, clock: FakeClock) -> None:
    issued = give(store, actor)
    assert enter(store, actor, issued.text, "visit-1") == ""
    clock.advance(10 * MINUTE_MS)
    seen = look(store, issued.text)
    assert (seen.answer, seen.uses_left, seen.screen) == (Answer.USED, 0, Screen.EXPIRED)
    assert seen.first_use is not None
    assert (seen.first_use.at, seen.first_use.gate, seen.first_use.visit_id) == (START, "南门", "e" * 32)
    with pytest.raises(Refused, match=r"codes\.used"):
        enter(store, actor, issued.text, "visit-2")
    assert enter(store, actor, issued.text, "visit-2", force=True) == "used"
    with store.reading() as r:
        flags = r.conn.execute(select(PassUse.flag).order_by(PassUse.num)).scalars().all()
    assert flags == ["", "used"]


def test_two_gates_before_they_meet(store: Store, actor: Actor, clock: FakeClock) -> None:
    """The other gate let it in too, unknowing: both entries stay, the later one is flagged here."""
    issued = give(store, actor)
    enter(store, actor, issued.text, "visit-1")
    with store.unit(actor) as u:
        other = u.add(Gate, name="北门", phone="")
        key = u.conn.execute(select(Code.key)).scalar_one()
        u.add(PassUse, key=key, at=u.now + MINUTE_MS, clock_quality="trusted", gate_id=other, device_id="d" * 32,
              nonce="visit-9", flag="")  # fmt: skip
    seen = look(store, issued.text)
    assert seen.last_use is not None
    assert (seen.last_use.gate, seen.last_use.flag) == ("北门", "used")
    assert seen.first_use is not None
    assert seen.first_use.flag == ""


def test_two_clicks_are_one_entry(store: Store, actor: Actor) -> None:
    issued = give(store, actor, uses=3)
    with store.unit(actor) as u:
        seen = reads.identify(u, issued.text)
        first = service_passes.use_pass(u, seen, "visit-1")
        second = service_passes.use_pass(u, seen, "visit-1")
    assert (first.use_id, first.uses_left, first.repeated) == (second.use_id, 2, False)
    assert second.repeated
    assert look(store, issued.text).uses_left == 2


def test_many_entries_inside_a_window(store: Store, actor: Actor) -> None:
    issued = give(store, actor, uses=0)
    for nth in range(4):
        assert enter(store, actor, issued.text, f"visit-{nth}") == ""
    assert look(store, issued.text).uses_left is None


def test_clock_set_back_does_not_revive_a_pass(store: Store, actor: Actor, clock: FakeClock) -> None:
    issued = give(store, actor)
    clock.advance(DAY_MS)
    with store.unit(actor) as u:
        u.audit("test.later")
    clock.set(START)
    seen = look(store, issued.text)
    assert (seen.answer, seen.clock_doubt) == (Answer.EXPIRED, True)
    with pytest.raises(Refused, match=r"codes\.expired"):
        enter(store, actor, issued.text, "visit-1")


def test_revoked_and_replaced(store: Store, actor: Actor) -> None:
    issued = give(store, actor, uses=3)
    enter(store, actor, issued.text, "visit-1")
    with store.unit(actor) as u:
        new = service_passes.replace_pass(u, issued.code_id)
    assert (look(store, issued.text).why, look(store, new.text).uses_left) == (Why.REPLACED, 2)
    with store.unit(actor) as u:
        service.revoke(u, new.code_id, RevokeReason.CANCELLED)
        with pytest.raises(Refused, match=r"codes\.not_live"):
            service_passes.show_pass(u, new.code_id)
        with pytest.raises(Refused, match=r"codes\.pass_not_replaced"):
            service.reissue(u, give_in(u).code_id)
    assert look(store, new.text).answer is Answer.REVOKED


def give_in(u: Unit) -> Issued:
    return service_passes.issue_pass(u, PassRequest(TODAY, HOME))


def test_a_spent_pass_is_not_replaced(store: Store, actor: Actor) -> None:
    issued = give(store, actor)
    enter(store, actor, issued.text, "visit-1")
    with store.unit(actor) as u, pytest.raises(Refused, match=r"codes\.pass_spent"):
        service_passes.replace_pass(u, issued.code_id)


def test_shown_again_it_is_the_same_pass(store: Store, actor: Actor) -> None:
    issued = give(store, actor, uses=2, window=Window(START + 1, START + HOUR_MS + 1, 480, 1080, 0b11111))
    with store.unit(actor) as u:
        assert service_passes.show_pass(u, issued.code_id) == issued


def test_a_pass_from_another_gate_proves_itself(store: Store, actor: Actor, clock: FakeClock) -> None:
    """Its record has not come here: the signature is enough to be good, and its entries are counted all the same."""
    issued = give(store, actor)
    with store.unit(actor) as u:
        u.conn.execute(delete(Code))
    seen = look(store, issued.text)
    assert (seen.answer, seen.known_here, seen.uses_left) == (Answer.VALID, False, 1)
    assert enter(store, actor, issued.text, "visit-1") == ""
    assert look(store, issued.text).answer is Answer.USED
    clock.advance(DAY_MS)
    assert look(store, issued.text).answer is Answer.EXPIRED


def test_keys(store: Store, actor: Actor) -> None:
    issued = give(store, actor)
    other = bytes(range(32))
    foreign = token.sign(other, "ab" * 8, START // MINUTE_MS * MINUTE_MS, START // MINUTE_MS * MINUTE_MS + HOUR_MS, 1)
    seen = look(store, foreign)
    assert (seen.answer, seen.why) == (Answer.UNKNOWN, Why.OTHER_KEY)
    with store.unit(actor) as u:
        service_keys.trust_key(u, token.public_key(other))
        service_keys.trust_key(u, token.public_key(other))
        with pytest.raises(Refused, match=r"codes\.key_form"):
            service_keys.trust_key(u, b"short")
    assert look(store, foreign).answer is Answer.VALID
    with store.unit(actor) as u:  # the site gets a new signing key: passes under the published old one still prove
        u.conn.execute(update(Secret).where(Secret.name == "pass-sign").values(value=bytes(32)))
    assert look(store, issued.text).answer is Answer.VALID


def test_no_bit_of_a_stored_pass_can_change(store: Store, actor: Actor) -> None:
    issued = give(store, actor)
    with store.reading() as r:
        for at in range(3, len(issued.text), 3):
            char = "A" if issued.text[at] != "A" else "B"
            changed = issued.text[:at] + char + issued.text[at + 1 :]
            assert reads.identify(r, changed).answer in (Answer.FORGED, Answer.UNKNOWN)
        assert reads.identify(r, issued.text[:-1]).why is Why.DAMAGED
        assert reads.identify(r, "P2:" + issued.text[3:]).why is Why.NEWER


@pytest.mark.parametrize(
    ("window", "uses", "code"),
    [
        (Window(START, None), 1, "codes.window_empty"),
        (Window(START + HOUR_MS, START), 1, "codes.window_empty"),
        (Window(START, START + HOUR_MS, 60, 60), 1, "codes.window_empty"),
        (Window(START - 2 * HOUR_MS, START - HOUR_MS), 1, "codes.window_past"),
        (Window(START, START + 400 * DAY_MS), 1, "codes.window_long"),
        (TODAY, 256, "codes.uses"),
    ],
)
def test_passes_that_cannot_be(store: Store, actor: Actor, window: Window, uses: int, code: str) -> None:
    with store.unit(actor) as u, pytest.raises(Refused) as refused:
        service_passes.issue_pass(u, PassRequest(window, HOME, uses))
    assert refused.value.code == code


def test_rights(store: Store, actor: Actor) -> None:
    issued = give(store, actor)
    with store.unit(NOBODY) as u:
        seen = reads.identify(u, issued.text)
        for call in (
            lambda: give_in(u),
            lambda: service_passes.show_pass(u, issued.code_id),
            lambda: service_passes.use_pass(u, seen, "n"),
            lambda: service_passes.by_digits(u, issued.digits),
            lambda: service_keys.trust_key(u, bytes(32)),
        ):
            with pytest.raises(Refused, match=r"right\.missing"):
                call()


def test_only_a_pass_is_used(store: Store, actor: Actor) -> None:
    with store.unit(actor) as u:
        issued = service.issue_household(u, HOME)
        with pytest.raises(Refused, match=r"codes\.not_a_pass"):
            service_passes.use_pass(u, reads.identify(u, issued.text), "n")


def test_six_digits(store: Store, actor: Actor, clock: FakeClock) -> None:
    issued = give(store, actor)
    with store.unit(actor) as u:
        answer = service_passes.by_digits(u, issued.digits)
    assert [one.code_id for one in answer.found] == [issued.code_id]
    assert (answer.tries_left, answer.wait_ms) == (GUESSES, 0)
    enter(store, actor, issued.text, "visit-1")
    with store.unit(actor) as u:
        assert service_passes.by_digits(u, issued.digits).found[0].answer is Answer.USED


def test_guesses_are_limited_and_the_limit_passes(store: Store, actor: Actor, clock: FakeClock) -> None:
    issued = give(store, actor)
    wrong = "000000"
    for left in reversed(range(GUESSES)):
        with store.unit(actor) as u:
            answer = service_passes.by_digits(u, wrong)
        assert (answer.found, answer.tries_left, answer.wait_ms) == ((), left, 0)
        clock.advance(1_000)
    with store.unit(actor) as u:
        barred = service_passes.by_digits(u, issued.digits)
    assert barred.found == ()
    assert barred.wait_ms == GUESS_WINDOW_MS - GUESSES * 1_000
    clock.advance(-HOUR_MS)  # setting the clock back opens nothing
    with store.unit(actor) as u:
        assert service_passes.by_digits(u, issued.digits).wait_ms > 0
    clock.advance(HOUR_MS + barred.wait_ms)
    with store.unit(actor) as u:
        assert service_passes.by_digits(u, issued.digits).found[0].answer is Answer.VALID


def test_two_live_passes_with_the_same_digits_are_both_shown(store: Store, actor: Actor) -> None:
    """Two gates drew the same six digits before they met."""
    first, second = give(store, actor), give(store, actor)
    with store.unit(actor) as u:
        u.set(Code, second.code_id, digits=first.digits)
        answer = service_passes.by_digits(u, first.digits)
    assert {one.code_id for one in answer.found} == {first.code_id, second.code_id}


def test_pass_number_is_found_by_search(store: Store, actor: Actor) -> None:
    issued = give(store, actor)
    assert read_serial(issued.serial) == issued.serial
    with store.reading() as r:
        nums = search.find(r.conn, issued.serial.lower(), search.DocKind.PASS, 10)
        assert [view.code_id for view in reads_lists.by_nums(r, nums)] == [issued.code_id]
        assert search.find(r.conn, issued.digits, search.DocKind.PASS, 10) == []
        assert [view.kind for view in reads_lists.live_passes(r)] == [Kind.PASS]
