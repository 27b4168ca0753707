"""The lane from its first switch to the last erasure, with real models, a real vault and licensed portraits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from desk.chores import run_due
from desk.core.clock import DAY_MS
from desk.core.errors import Refused
from desk.faces import vault as vaults
from desk.faces.engine import Picture
from desk.faces.rules import Hint
from desk.faces.rules_capture import Outcome
from desk.faces.rules_lane import Deed, Why
from desk.faces.rules_match import Verdict
from desk.faces.tables import FaceDeed, FaceLane
from desk.faces.views import Here, Result, State
from desk.operators.rules import actor_of
from desk.people import service as people
from desk.people.reads import find_household
from tests.faces.lane import WISH, Floor
from tests.fakes.clock import FakeClock


@pytest.fixture
def floor(template_store: Path, tmp_path: Path, clock: FakeClock) -> Iterator[Floor]:
    found = Floor(template_store, tmp_path / "home", clock)
    yield found
    found.close()


@pytest.fixture
def on(floor: Floor) -> Floor:
    floor.on()
    return floor


def deeds(floor: Floor) -> list[tuple[str, str]]:
    with floor.desk.store.reading() as r:
        return [
            (row.deed, row.why) for row in r.conn.execute(select(FaceDeed.deed, FaceDeed.why).order_by(FaceDeed.num))
        ]


def test_it_is_off_until_a_manager_has_answered_everything(floor: Floor) -> None:
    assert floor.faces.now.state is State.OFF
    assert floor.faces.now.code == "faces.off"
    assert not vaults.exists(floor.home)
    with pytest.raises(Refused, match=r"faces\.off"):
        floor.faces.check_in(lambda _: None)
    for answer in ("purpose", "necessity", "assessment", "assessed_on", "handler", "contact", "place"):
        with pytest.raises(Refused, match=r"faces\.answer_missing"):
            floor.ask(floor.faces.switch_on, replace(WISH, **{answer: "  "}))
    with pytest.raises(Refused, match=r"faces\.assessed_on"):
        floor.ask(floor.faces.switch_on, replace(WISH, assessed_on="2030-01-01"))
    with pytest.raises(Refused, match=r"faces\.assessed_old"):
        floor.ask(floor.faces.switch_on, replace(WISH, assessed_on="2020-01-01"))
    floor.desk.who = actor_of("2" * 32, "volunteer")
    with pytest.raises(Refused, match="right"):
        floor.ask(floor.faces.switch_on, WISH)
    assert floor.faces.now.state is State.OFF
    with floor.desk.store.reading() as r:
        assert not r.conn.execute(select(FaceLane.id)).all()


def test_who_is_enrolled_is_named_and_a_stranger_is_nobody(on: Floor, portraits: dict[str, Picture]) -> None:
    receipt = on.enrolled("欧阳兰", portraits["person_b_1"])
    assert on.faces.now.people == 1
    answers = [one.answer for one in on.look([portraits["person_b_2"]] * 3)]
    assert answers[:2] == [None, None]
    assert answers[2] is not None
    assert (answers[2].verdict, answers[2].person_id) == (Verdict.ACCEPT, receipt.person_id)
    stranger = on.look([portraits["impostor_1"]] * 3)[-1].answer
    assert stranger is not None
    assert stranger.verdict is Verdict.UNKNOWN
    assert stranger.person_id == ""


def test_an_answer_comes_once(on: Floor, portraits: dict[str, Picture]) -> None:
    on.enrolled("欧阳兰", portraits["person_b_1"])
    answers = [one.answer for one in on.look([portraits["person_b_2"]] * 6)]
    assert sum(answer is not None for answer in answers) == 1


def test_a_capture_says_what_it_takes_and_keeps_no_frame(on: Floor, portraits: dict[str, Picture]) -> None:
    person = on.resident("欧阳兰")
    consent = on.ask(on.faces.agree, person)
    seen, told = on.shots(person, consent, [portraits["person_a_2"]] * 8)
    assert [one.taken_now for one in told].count(True) == 3
    assert {one.hint for one in told} == {Hint.GOOD}
    assert told[-1].outcome is Outcome.DONE
    receipt = on.ask(seen.keep)
    assert not [value for value in vars(seen).values() if hasattr(value, "shape")]
    assert seen._vectors == []
    assert receipt.handler == WISH.handler
    assert on.ask(on.faces.person, person).here is Here.ENROLLED
    assert deeds(on) == [(Deed.AGREED, ""), (Deed.ENROLLED, "")]
    with pytest.raises(Refused, match=r"faces\.not_captured"):
        on.ask(seen.keep)


def test_the_same_face_twice_is_shown_to_a_person(on: Floor, portraits: dict[str, Picture]) -> None:
    first = on.enrolled("欧阳兰", portraits["person_b_1"])
    other = on.resident("司徒青", "1302")
    consent = on.ask(on.faces.agree, other)
    seen, told = on.shots(other, consent, [portraits["person_b_2"]] * 8)
    assert (told[-1].outcome, told[-1].like) == (Outcome.DOUBLE, first.person_id)
    with pytest.raises(Refused, match=r"faces\.looks_like_another"):
        on.ask(seen.keep)
    on.ask(seen.keep, twin=True)
    assert on.faces._keeper.vault is not None
    assert len(on.faces._keeper.vault) == 2


def test_twins_are_asked_for_a_second_factor(on: Floor, portraits: dict[str, Picture]) -> None:
    one = on.enrolled("欧阳兰", portraits["person_b_1"])
    other = on.resident("欧阳青", "1302")
    on.captured(other, portraits["person_b_1"], twin=True)
    answer = on.look([portraits["person_b_2"]] * 3)[-1].answer
    assert answer is not None
    assert answer.verdict is Verdict.ASK
    assert set(answer.rivals) == {one.person_id, other}
    with on.desk.store.reading() as r:
        home = find_household(r, "3-1-1302")
    assert home is not None
    assert on.ask(on.faces.among, answer.rivals, home.id) == other
    assert on.ask(on.faces.among, answer.rivals, "f" * 32) == ""


def test_two_people_in_one_capture_make_no_template(on: Floor, portraits: dict[str, Picture]) -> None:
    person = on.resident("欧阳兰")
    consent = on.ask(on.faces.agree, person)
    both = [portraits["person_a_2"]] * 4 + [portraits["impostor_1"]] * 8
    seen, told = on.shots(person, consent, both)
    assert told[-1].outcome is Outcome.OTHERS
    with pytest.raises(Refused, match=r"faces\.not_captured"):
        on.ask(seen.keep)
    assert deeds(on) == [(Deed.AGREED, "")]


def test_a_withdrawal_by_code_deletes_at_once_and_stays_readable(on: Floor, portraits: dict[str, Picture]) -> None:
    receipt = on.enrolled("欧阳兰", portraits["person_b_1"])
    on.desk.who = actor_of("2" * 32, "volunteer")
    found = on.ask(on.faces.by_code, receipt.code.lower())
    assert (found.person_id, found.stands) == (receipt.person_id, True)
    done = on.ask(on.faces.withdraw, found.person_id)
    assert [(one.result, one.here) for one in done.gates] == [(Result.DELETED, True)]
    on.settle()
    assert on.faces.now.people == 0
    assert not on.ask(on.faces.by_code, receipt.code).stands
    assert on.ask(on.faces.results, found.consent_id).gates == done.gates
    assert deeds(on)[-1] == (Deed.ERASED, Why.WITHDRAWN)
    with pytest.raises(Refused, match=r"faces\.not_enrolled"):
        on.ask(on.faces.withdraw, found.person_id)
    shown_again = on.look([portraits["person_b_2"]] * 3)[-1].answer
    assert shown_again is not None
    assert shown_again.verdict is Verdict.UNKNOWN


def test_a_volunteer_enrols_nobody(on: Floor) -> None:
    person = on.resident("欧阳兰")
    on.desk.who = actor_of("2" * 32, "volunteer")
    with pytest.raises(Refused, match="right"):
        on.ask(on.faces.agree, person)
    with pytest.raises(Refused, match="right"):
        on.faces.capture(person, "c" * 32, lambda _: None)


def test_a_child_needs_a_guardian_and_a_manager(on: Floor) -> None:
    child = on.resident("欧阳小兰")
    with pytest.raises(Refused, match=r"faces\.guardian_missing"):
        on.ask(on.faces.agree, child, minor=True)
    on.desk.who = actor_of("2" * 32, "shift_lead")
    with pytest.raises(Refused, match="right"):
        on.ask(on.faces.agree, child, guardian="欧阳梅，母亲", minor=True)
    on.desk.who = actor_of("1" * 32, "manager")
    on.ask(on.faces.agree, child, guardian="欧阳梅，母亲", minor=True)
    found = on.ask(on.faces.person, child)
    assert (found.guardian, found.minor) == (True, True)
    assert on.ask(on.faces.filing).minors == 1


def test_withdrawn_between_capture_and_keeping_nothing_is_kept(on: Floor, portraits: dict[str, Picture]) -> None:
    person = on.resident("欧阳兰")
    consent = on.ask(on.faces.agree, person)
    seen, _ = on.shots(person, consent, [portraits["person_a_2"]] * 8)
    on.ask(on.faces.withdraw, person)
    with pytest.raises(Refused, match=r"faces\.no_consent"):
        on.ask(seen.keep)
    assert Deed.ENROLLED not in [deed for deed, _ in deeds(on)]


def test_switched_off_the_vault_sleeps_and_a_withdrawal_still_deletes(on: Floor, portraits: dict[str, Picture]) -> None:
    receipt = on.enrolled("欧阳兰", portraits["person_b_1"])
    stays = on.enrolled("司徒青", portraits["impostor_2"], "1302")
    assert on.ask(on.faces.switch_off).state is State.OFF
    assert on.faces._keeper.vault is None
    done = on.ask(on.faces.withdraw, receipt.person_id)
    assert [one.result for one in done.gates] == [Result.DELETED]
    inside = vaults.opened(on.home, {receipt.consent_id, stays.consent_id})
    assert [one.enrolment_id for one in inside.all()] == [stays.consent_id]
    on.on()
    assert on.faces.now.people == 1


def test_ended_for_good_everything_is_destroyed_and_no_backup_helps(
    on: Floor, portraits: dict[str, Picture], tmp_path: Path
) -> None:
    on.enrolled("欧阳兰", portraits["person_b_1"])
    copy = tmp_path / "faces.gdfaces"
    code = on.ask(on.faces.backup, copy)
    assert on.ask(on.faces.end) == 1
    assert not vaults.exists(on.home)
    assert deeds(on)[-1] == (Deed.ERASED, Why.LANE_ENDED)
    on.on()
    assert on.ask(on.faces.restore, copy, code) == 0
    assert on.faces.now.people == 0


def test_suspended_is_not_recognised_and_comes_back(on: Floor, portraits: dict[str, Picture]) -> None:
    receipt = on.enrolled("欧阳兰", portraits["person_b_1"])
    on.ask(on.faces.suspend, receipt.person_id, True)
    assert on.ask(on.faces.person, receipt.person_id).here is Here.SUSPENDED
    assert on.look([portraits["person_b_2"]] * 3)[-1].answer.verdict is Verdict.UNKNOWN  # type: ignore[union-attr]
    on.ask(on.faces.suspend, receipt.person_id, False)
    assert on.look([portraits["person_b_2"]] * 3)[-1].answer.verdict is Verdict.ACCEPT  # type: ignore[union-attr]


def test_not_confirmed_within_a_year_it_goes(on: Floor, portraits: dict[str, Picture], clock: FakeClock) -> None:
    run_due(on.desk)
    first = on.enrolled("欧阳兰", portraits["person_b_1"])
    second = on.enrolled("司徒青", portraits["impostor_2"], "1302")
    clock.advance(340 * DAY_MS)
    assert {one.person_id for one in on.ask(on.faces.overview).to_confirm} == {first.person_id, second.person_id}
    on.ask(on.faces.confirm, second.person_id)
    clock.advance(26 * DAY_MS)
    run_due(on.desk)
    on.faces.tidy()
    on.settle()
    assert on.ask(on.faces.person, first.person_id).here is Here.ENROLLED, "a silence of weeks is not believed at once"
    clock.advance(DAY_MS)
    run_due(on.desk)
    on.faces.tidy()
    on.settle()
    assert on.ask(on.faces.person, first.person_id).here is Here.NONE
    assert on.ask(on.faces.person, second.person_id).here is Here.ENROLLED
    assert (Deed.ERASED, Why.OVER) in deeds(on)


def test_another_notice_asks_everybody_again(on: Floor, portraits: dict[str, Picture]) -> None:
    receipt = on.enrolled("欧阳兰", portraits["person_b_1"])
    on.ask(on.faces.switch_on, replace(WISH, contact="司徒青 0000-5678"))
    assert on.ask(on.faces.person, receipt.person_id).told_anew
    assert [one.told_anew for one in on.ask(on.faces.overview).to_confirm] == [True]
    on.clock.advance(1000)
    anew = on.ask(on.faces.confirm, receipt.person_id)
    assert anew.consent_id != receipt.consent_id
    assert anew.code != receipt.code
    found = on.ask(on.faces.person, receipt.person_id)
    assert (found.here, found.told_anew) == (Here.ENROLLED, False)
    assert on.look([portraits["person_b_2"]] * 3)[-1].answer.verdict is Verdict.ACCEPT  # type: ignore[union-attr]


def test_whoever_agreed_keeps_that_consent_unless_its_template_went(on: Floor, portraits: dict[str, Picture]) -> None:
    receipt = on.enrolled("欧阳兰", portraits["person_b_1"])
    assert on.ask(on.faces.agree, receipt.person_id) == receipt.consent_id
    on.faces._keeper.opened().erase([receipt.consent_id])
    on.clock.advance(1000)
    assert on.ask(on.faces.agree, receipt.person_id) != receipt.consent_id


def test_a_person_erased_for_good_leaves_no_template(on: Floor, portraits: dict[str, Picture]) -> None:
    receipt = on.enrolled("欧阳兰", portraits["person_b_1"])
    with on.desk.store.unit(on.desk.actor) as u:
        people.erase_person(u, receipt.person_id)
    on.settle()
    assert on.faces._keeper.vault is not None
    assert len(on.faces._keeper.vault) == 0
    assert deeds(on)[-1] == (Deed.ERASED, Why.PERSON_ERASED)


def test_a_refusal_is_counted_without_a_name(on: Floor) -> None:
    on.ask(on.faces.declined)
    with on.desk.store.reading() as r:
        (line,) = r.conn.exec_driver_sql(
            "SELECT subject_kind, detail FROM audit_line WHERE action='faces.declined'"
        ).all()
    assert line == ("gate", "{}")
