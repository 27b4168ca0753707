"""What is already known of each watch's alarms, so that each is told once; and which watches may speak at all. Pure
(DEVICES 10.2)."""

from __future__ import annotations

from drivers.alarms.watch_messages import Message
from drivers.api import Reading

KEPT_S = 600.0  # a watch repeats an unanswered alarm every few seconds to minutes
AREA_SORTS = frozenset({"left_area", "entered_area"})
MOST = 1000  # alarms remembered at once


def allowed(text: str) -> frozenset[str]:
    """The numbers of an allow list written with commas or spaces."""
    return frozenset(text.replace(",", " ").split())


class Memory:
    """Decides what of a message is news. The allow list bounds how many watches it holds."""

    def __init__(self, areas: bool = False, vitals: bool = False) -> None:
        """areas: tell alarms about leaving and entering an area; vitals: tell vital values."""
        self._areas, self._vitals = areas, vitals
        self._known: dict[tuple[str, str, str], float] = {}  # who, its own time, sort -> when it was told
        self._standing: dict[str, frozenset[str]] = {}

    def news(self, message: Message, now_s: float) -> list[Reading]:
        """What of a message is to be told."""
        return [reading for reading in message.readings() if self._is_news(reading, now_s)]

    def told(self, message: Message, now_s: float) -> None:
        """Its news were taken: a repetition is none any more."""
        alarms = [reading for reading in message.readings() if reading.kind == "alarm"]
        for alarm in alarms:
            if alarm.fields["repeats"] and alarm.fields["said_at"]:
                self._known.pop(_key(alarm), None)  # so that the oldest stays in front
                self._known[_key(alarm)] = now_s
        while len(self._known) > MOST or (self._known and now_s - next(iter(self._known.values())) > KEPT_S):
            del self._known[next(iter(self._known))]
        if message.is_position:
            self._standing[message.who] = frozenset(str(alarm.fields["sort"]) for alarm in alarms)

    def _is_news(self, reading: Reading, now_s: float) -> bool:
        if reading.kind == "vital":
            return self._vitals
        if reading.kind != "alarm":
            return True
        sort, who = str(reading.fields["sort"]), str(reading.fields["who"])
        if sort in AREA_SORTS and not self._areas:
            return False
        if reading.fields["repeats"]:
            return now_s - self._known.get(_key(reading), -KEPT_S) >= KEPT_S
        return sort not in self._standing.get(who, frozenset())


def _key(alarm: Reading) -> tuple[str, str, str]:
    return str(alarm.fields["who"]), str(alarm.fields["said_at"]), str(alarm.fields["sort"])
