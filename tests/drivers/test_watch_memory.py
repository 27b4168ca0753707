"""Each alarm of a watch is told once; states are told when they begin; what nobody asked for is not told."""

from __future__ import annotations

from drivers.alarms.watch_memory import KEPT_S, MOST, Memory, allowed
from drivers.alarms.watch_messages import encode, parse

WHO = "0000000015"


def say(memory: Memory, kind: str, status: str = "00010000", clock: str = "221126,100203", now_s: float = 0) -> list[object]:  # fmt: skip
    message = parse(encode("3G", WHO, f"{kind},{clock},V,0.0,N,0.0,E,0,0,0,0,90,80,0,0,{status},0,0"))
    news = memory.news(message, now_s)
    memory.told(message, now_s)
    return [reading.fields.get("sort", reading.kind) for reading in news]


def test_a_repeated_alarm_is_no_news_and_a_later_one_is() -> None:
    memory = Memory()
    assert say(memory, "AL") == ["sos"]
    assert say(memory, "AL", now_s=30) == []
    assert say(memory, "AL", clock="221126,100255", now_s=60) == ["sos"]
    assert say(memory, "AL", "00200000", now_s=61) == ["fall"]


def test_what_was_not_taken_is_still_news() -> None:
    memory = Memory()
    message = parse(encode("3G", WHO, "AL,221126,100203,V,0.0,N,0.0,E,0,0,0,0,90,80,0,0,00010000,0,0"))
    assert len(memory.news(message, 0)) == len(memory.news(message, 1)) == 1


def test_an_alarm_without_a_time_is_always_news() -> None:
    memory = Memory()
    for now_s in (0, 1):
        message = parse(encode("3G", WHO, "AL"))
        assert [r.fields["sort"] for r in memory.news(message, now_s)] == ["unspecified"]
        memory.told(message, now_s)


def test_a_state_is_news_when_it_begins() -> None:
    memory = Memory()
    assert say(memory, "UD", "00000001") == ["low_battery"]
    memory.told(parse(encode("3G", WHO, "LK,0,0,5")), 1)
    assert say(memory, "UD", "00000001", now_s=60) == []
    assert say(memory, "UD", "00000000", now_s=120) == ["alive"]
    assert say(memory, "UD", "00000001", now_s=180) == ["low_battery"]


def test_areas_and_vital_values_only_where_they_are_wanted() -> None:
    vital = parse(encode("3G", WHO, "PULSE,72"))
    assert say(Memory(), "AL", "00040000") == []
    assert say(Memory(areas=True), "AL", "00040000") == ["left_area"]
    assert Memory().news(vital, 0) == []
    assert [reading.fields["value"] for reading in Memory(vitals=True).news(vital, 0)] == [72]


def test_it_forgets() -> None:
    memory = Memory()
    for minute in range(3 * MOST):
        say(memory, "AL", clock=f"221126,{minute:06}", now_s=minute / 1000)
    assert len(memory._known) <= MOST
    say(memory, "AL", now_s=3 * KEPT_S)
    assert len(memory._known) == 1


def test_allow_lists() -> None:
    assert allowed("") == frozenset()
    assert allowed("0000000015, 0000000016 0000000017,") == {"0000000015", "0000000016", "0000000017"}
