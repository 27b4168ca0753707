"""The result card's decisions over a real store, without Qt: what Enter does for each answer, and what is shown of whom."""

from __future__ import annotations

from typing import Any

import pytest

from desk.codes import service as codes
from desk.codes.reads import identify
from desk.codes.rules import Answer, Kind, RevokeReason
from desk.codes.views import Identified
from desk.core.clock import DAY_MS, HOUR_MS
from desk.core.ids import new_id
from desk.operators.rules import actor_of
from desk.people.reads import find_household
from desk.reception import reads
from desk.reception.rules import Draft, VisitorType, VisitState
from desk.reception.service import expect_with_pass
from tests.fakes.clock import FakeClock
from tests.ui.pages.gate import DeskNow, Shell
from ui.pages.result.model import Next, Outcome, ResultModel
from ui.pages.result.presenter import ResultPresenter
from ui.shell.ports import Ports
from ui.texts import table
from ui.widgets.result_mark import tone_of


class Card:
    def __init__(self, ports: Ports, desk: DeskNow, shell: Shell) -> None:
        self.desk, self.shell = desk, shell
        self.shown: list[ResultModel] = []
        self.outcomes: list[Outcome] = []
        self.presenter = ResultPresenter(ports)
        self.presenter.show = self.shown.append
        self.presenter.done = self.outcomes.append

    @property
    def model(self) -> ResultModel:
        return self.shown[-1]

    def scan(self, text: str) -> None:
        self.presenter.open(self.desk.ask(identify, text, b""))

    def expect(self) -> Any:
        def work(u: Any) -> Any:
            home = find_household(u, "3-1-1202")
            assert home is not None
            draft = Draft(VisitorType.GUEST, name="诸葛来客", plate="沪A12345", household_id=home.id)
            return expect_with_pass(u, new_id(u.now), draft, u.now - HOUR_MS, u.now + HOUR_MS, uses=2)

        return self.desk.do(work)

    def door(self) -> Any:
        def work(u: Any) -> Any:
            home = find_household(u, "3-1-1202")
            assert home is not None
            return codes.issue(u, Kind.INDOOR, home.id)

        return self.desk.do(work)


@pytest.fixture
def card(ports: Ports, desk: DeskNow, shell: Shell) -> Card:
    return Card(ports, desk, shell)


def test_a_good_pass_is_shown_masked_and_enter_admits_once(card: Card) -> None:
    card.scan(card.expect().text)
    assert (card.model.mark, card.model.next) == ("valid", Next.ADMIT)
    assert "诸葛来客" not in card.model.visitor
    assert "1202" not in card.model.place
    card.presenter.act()
    assert [one.act for one in card.outcomes] == [Next.ADMIT]
    visit = card.desk.ask(reads.visit, card.outcomes[0].visit_id)
    assert visit.row.state is VisitState.ADMITTED
    assert (card.shell.tones, card.shell.went[-1][0]) == (["good"], "back")


def test_undo_takes_the_admission_back(card: Card) -> None:
    card.scan(card.expect().text)
    card.presenter.act()
    card.presenter.offer_undo("已放行", card.outcomes[0])
    card.shell.undo_[0]()
    assert card.desk.ask(reads.visit, card.outcomes[0].visit_id).row.state is not VisitState.ADMITTED


def test_what_was_done_before_has_nothing_to_undo(card: Card) -> None:
    card.presenter.offer_undo("已经放行过", Outcome(Next.ADMIT, "x", repeated=True))
    assert (card.shell.said, card.shell.undo_) == (["已经放行过"], [])


def test_the_same_pass_inside_checks_out(card: Card) -> None:
    text = card.expect().text
    card.scan(text)
    card.presenter.act()
    card.scan(text)
    assert card.model.next is Next.CHECK_OUT
    assert tone_of(card.model.mark) == "info"  # going out is the most usual thing of all, no warning
    assert card.model.in_since
    card.presenter.act()
    assert card.desk.ask(reads.visit, card.outcomes[-1].visit_id).row.state is VisitState.LEFT


def test_a_door_code_opens_the_form_for_its_household(card: Card) -> None:
    card.scan(card.door().text)
    assert (card.model.headline, card.model.next) == ("code.valid.indoor", Next.REGISTER)
    card.presenter.act()
    page, arguments = card.shell.went[-1]
    assert page == "admit"
    assert arguments["household_id"]


def test_a_revoked_code_names_no_household_to_the_form(card: Card) -> None:
    issued = card.door()
    card.desk.do(lambda u: codes.revoke(u, issued.code_id, RevokeReason.LOST))
    card.scan(issued.text)
    assert (card.model.mark, card.model.revoked_why) == ("revoked", "code.revoked.lost")
    assert card.model.revoked_at
    card.presenter.act()
    assert card.shell.went[-1] == ("admit", {})


def test_an_expired_pass_is_registered_with_its_household(card: Card, clock: FakeClock) -> None:
    text = card.expect().text
    clock.advance(3 * HOUR_MS)
    card.scan(text)
    assert (card.model.mark, card.model.next) == ("expired", Next.REGISTER)


@pytest.mark.parametrize("answer", list(Answer))
def test_every_answer_has_its_sentences(card: Card, answer: Answer) -> None:
    card.presenter.open(Identified(answer))
    assert {card.model.headline, card.model.advice} <= set(table())


def test_a_later_scan_makes_the_first_ones_facts_old(card: Card) -> None:
    good = card.desk.ask(identify, card.expect().text, b"")
    card.presenter.open(good)
    card.presenter.open(Identified(Answer.FOREIGN))
    assert (card.model.mark, card.model.visitor) == ("forged", "")


def test_the_headline_alone_is_spoken(card: Card, ports: Ports) -> None:
    class Speech:
        said: list[str] = []  # noqa: RUF012

        def say(self, words: str) -> None:
            self.said.append(words)

    card.presenter.speak("nobody listens")
    ports.extras["speech"] = Speech()
    card.presenter.speak("来访证有效")
    assert Speech.said == ["来访证有效"]


def test_a_foreign_code_says_what_it_is(card: Card) -> None:
    card.scan("https://example.com/pay?id=1")
    assert (card.model.answer, card.model.foreign) == ("foreign", "url")
    assert "example" not in repr(card.model), "nobody's address on our screen"
    assert (card.model.clock_doubt, card.model.may_confirm) == (False, False)


def test_nobody_needs_to_be_told_anything_about_a_good_code(card: Card) -> None:
    card.scan(card.expect().text)
    assert card.model.answer == ""
    card.scan(card.door().text)
    assert card.model.answer == ""


def test_a_doubted_clock_leads_whoever_may_confirm_it_to_the_place(card: Card, clock: FakeClock) -> None:
    text = card.expect().text
    right = clock.now_ms()
    clock.advance(40 * DAY_MS)
    card.desk.do(lambda u: u.audit("test.line"))
    clock.set(right)
    card.scan(text)
    assert (card.model.answer, card.model.clock_doubt, card.model.may_confirm) == ("expired", True, True)
    card.presenter.check_clock()
    assert card.shell.went[-1] == ("settings", {"section": "keeping"})
    card.desk.actor = actor_of("a" * 32, "guard")
    card.scan(text)
    assert (card.model.clock_doubt, card.model.may_confirm) == (True, False)


@pytest.mark.parametrize("answer", [one for one in Answer if one is not Answer.VALID])
def test_every_answer_that_is_not_valid_has_words_for_the_visitor(answer: Answer) -> None:
    assert f"code.say.{answer.value}" in table()
    if answer.value in ("unknown", "forged", "foreign"):
        assert f"code.not.{answer.value}" in table()
