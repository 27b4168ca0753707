"""The one rule that judges a code."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.codes.rules import SCREEN_OF, Answer, CodeFacts, Kind, Screen, Status, Verdict, Why, Window, judge
from desk.core.clock import DAY_MS, HOUR_MS, ClockQuality, SiteTime

TIME = SiteTime()
NOON = TIME.at(TIME.day(1_795_000_000_000), 12)  # a Wednesday
TIMES = st.integers(NOON - 40 * DAY_MS, NOON + 40 * DAY_MS)
WINDOW = Window(NOON - HOUR_MS, NOON + HOUR_MS)
PASS = CodeFacts(Kind.PASS, window=WINDOW, uses=1)


def test_every_answer_has_one_of_five_screens() -> None:
    assert set(SCREEN_OF) == set(Answer)
    assert set(SCREEN_OF.values()) == set(Screen)
    assert len(Screen) == 5


@pytest.mark.parametrize(
    ("at", "answer"),
    [(NOON - HOUR_MS - 1, Answer.NOT_YET), (NOON - HOUR_MS, Answer.VALID), (NOON + HOUR_MS - 1, Answer.VALID),
     (NOON + HOUR_MS, Answer.EXPIRED)],
)  # fmt: skip
def test_edges_of_a_window(at: int, answer: Answer) -> None:
    assert judge(PASS, at) == Verdict(answer)


def test_a_code_without_a_window_is_always_good() -> None:
    assert judge(CodeFacts(Kind.INDOOR), 0, ClockQuality.UNCERTAIN, NOON) == Verdict(Answer.VALID)


@given(
    TIMES, TIMES, st.sampled_from([Status.REVOKED, Status.REPLACED]), st.integers(0, 3), st.sampled_from(ClockQuality)
)
def test_revoked_stays_revoked(now: int, newest: int, status: Status, used: int, quality: ClockQuality) -> None:
    facts = CodeFacts(Kind.PASS, status, WINDOW, 1, used)
    assert judge(facts, now, quality, newest).answer is Answer.REVOKED


def test_spent() -> None:
    assert judge(CodeFacts(Kind.PASS, window=WINDOW, uses=2, used=1), NOON).answer is Answer.VALID
    assert judge(CodeFacts(Kind.PASS, window=WINDOW, uses=2, used=2), NOON).answer is Answer.USED
    assert judge(CodeFacts(Kind.PASS, window=WINDOW, uses=0, used=99), NOON).answer is Answer.VALID
    assert judge(CodeFacts(Kind.PASS, window=WINDOW, uses=1, used=1), NOON + DAY_MS).answer is Answer.EXPIRED


@given(TIMES, st.integers(0, 30 * DAY_MS))
def test_a_clock_set_back_revives_nothing(newest: int, back: int) -> None:
    """Once expired at a time this desk has seen, expired whatever the wall says later (small corrections aside)."""
    if judge(PASS, newest).answer is Answer.EXPIRED and back > 120_000:
        verdict = judge(PASS, newest - back, newest=newest)
        assert verdict == Verdict(Answer.EXPIRED, clock_doubt=True)


def test_small_corrections_are_no_doubt() -> None:
    assert judge(PASS, NOON, newest=NOON + 60_000) == Verdict(Answer.VALID)


def test_an_uncertain_clock_is_said_so() -> None:
    assert judge(PASS, NOON, ClockQuality.UNCERTAIN) == Verdict(Answer.VALID, clock_doubt=True)


DAILY = Window(NOON - 9 * DAY_MS, NOON + 9 * DAY_MS, 8 * 60, 18 * 60, 0b0011111)  # weekdays 8 to 18
NIGHT = Window(NOON - 9 * DAY_MS, NOON + 9 * DAY_MS, 22 * 60, 6 * 60, 0b0000100)  # Wednesday nights


@pytest.mark.parametrize(
    ("window", "hours", "verdict"),
    [
        (DAILY, 0, Verdict(Answer.VALID)),
        (DAILY, 6, Verdict(Answer.NOT_YET, Why.OUTSIDE_HOURS)),  # 18:00
        (DAILY, -5, Verdict(Answer.NOT_YET, Why.OUTSIDE_HOURS)),  # 07:00
        (DAILY, 72, Verdict(Answer.NOT_YET, Why.OTHER_DAY)),  # Saturday
        (NIGHT, 0, Verdict(Answer.NOT_YET, Why.OUTSIDE_HOURS)),
        (NIGHT, 10, Verdict(Answer.VALID)),  # Wednesday 22:00
        (NIGHT, 17, Verdict(Answer.VALID)),  # Thursday 05:00 belongs to Wednesday's night
        (NIGHT, 18, Verdict(Answer.NOT_YET, Why.OTHER_DAY)),  # Thursday 06:00
        (NIGHT, 34, Verdict(Answer.NOT_YET, Why.OTHER_DAY)),  # Thursday 22:00
    ],
)
def test_daily_windows(window: Window, hours: int, verdict: Verdict) -> None:
    assert judge(CodeFacts(Kind.PASS, window=window), NOON + hours * HOUR_MS) == verdict
