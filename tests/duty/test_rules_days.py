"""Which shifts a month has, and what a template may not say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk.core.clock import SiteTime
from desk.core.errors import Refused
from desk.duty.rules import ONE_OR_THREE_NEED, DayKind, Need
from desk.duty.rules_days import DayRule, Days, Template, checked, due_shifts, holidays

TIME = SiteTime()
MORNING = Template("上午接待", 540, 660, (2, 4), id="aa", least=2, most=3, needs_mix=(ONE_OR_THREE_NEED,), sitting=True)
NIGHT = Template("夜班", 23 * 60, 7 * 60, id="bb")


def days_with(template: Template, *rules: DayRule, month: str = "2026-12") -> list[str]:
    return [due.day[8:] for due in due_shifts(TIME, month, [template], Days(rules))]


def test_a_month_has_the_shifts_of_its_weekdays() -> None:
    assert days_with(MORNING) == ["01", "03", "08", "10", "15", "17", "22", "24", "29", "31"]
    assert len(days_with(NIGHT)) == 31
    both = due_shifts(TIME, "2026-12", [NIGHT, MORNING], Days(()))
    assert [due.span.start_at for due in both] == sorted(due.span.start_at for due in both)
    assert len({due.id for due in both}) == 41


def test_the_id_of_a_shift_does_not_follow_its_hours() -> None:
    later = due_shifts(TIME, "2026-12", [replace(MORNING, start_min=600)], Days(()))
    assert [due.id for due in later] == [due.id for due in due_shifts(TIME, "2026-12", [MORNING], Days(()))]


def test_days_unlike_their_weekday() -> None:
    holiday = DayRule("2026-12-01", DayKind.HOLIDAY, name="调休")
    assert "01" not in days_with(MORNING, holiday)
    assert "01" in days_with(MORNING, holiday, DayRule("2026-12-01", DayKind.EXTRA, "aa"))
    assert "02" in days_with(MORNING, DayRule("2026-12-02", DayKind.EXTRA, "aa", least=3))
    assert "03" not in days_with(MORNING, DayRule("2026-12-03", DayKind.CLOSED, "aa"))
    assert "03" in days_with(MORNING, DayRule("2026-12-03", DayKind.CLOSED, "bb"))
    assert Days((holiday,)).holiday("2026-12-01") == "调休"
    assert Days((holiday,)).holiday("2026-12-02") is None


def test_a_template_holds_from_a_day_until_a_day() -> None:
    assert days_with(replace(MORNING, from_day="2026-12-08", until_day="2026-12-15")) == ["08", "10", "15"]


@pytest.mark.parametrize(
    ("wrong", "code"),
    [({"name": " "}, "duty.template_name"), ({"weekdays": ()}, "duty.template_weekdays"),
     ({"weekdays": (0, 9)}, "duty.template_weekdays"), ({"start_min": 1440}, "duty.template_hours"),
     ({"least": 4}, "duty.template_people"), ({"least": 0}, "duty.template_people"), ({"most": 500}, "duty.template_people"),
     ({"needs_mix": (Need(("branch",), 4),)}, "duty.template_mix"), ({"needs_mix": (Need((), 1),)}, "duty.template_mix"),
     ({"capacities": ("volunteer",)}, "duty.template_mix_shut"), ({"from_day": "x"}, "duty.day_wrong"),
     ({"from_day": "2026-12-02", "until_day": "2026-12-01"}, "duty.template_dates")],
)  # fmt: skip
def test_what_a_template_may_not_say(wrong: dict[str, object], code: str) -> None:
    with pytest.raises(Refused) as no:
        checked(replace(MORNING, **wrong))  # type: ignore[arg-type]
    assert no.value.code == code


def test_long_words_are_cut_and_cleaned() -> None:
    kept = checked(replace(MORNING, name="早" * 50_000, place="门\u202e岗\n东", needs=("急救", " 急救 ", "")))
    assert len(kept.name) == 64
    assert kept.place == "门岗 东"
    assert kept.needs == ("急救",)


def test_holidays_in_a_row() -> None:
    assert [rule.day for rule in holidays("2026-12-30", "2027-01-02", "元旦")][1] == "2026-12-31"
    for first, last, code in (
        ("2027-01-02", "2026-12-30", "duty.day_wrong"),
        ("2026-01-01", "2026-12-30", "duty.days_many"),
    ):
        with pytest.raises(Refused) as no:
            holidays(first, last, "")
        assert no.value.code == code
