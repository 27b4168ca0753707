"""What the full alarm and its line draw."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class CallLine:
    """Somebody to ring up, in order. said: what came of the last call (`reached`, `coming`, `no_answer`), "" for none yet."""

    who: str = field(repr=False)
    relation: str = ""
    phone: str = field(default="", repr=False)
    house: bool = False
    said: str = ""


@dataclass(frozen=True)
class Done:
    """A step that was taken. words: of a person; whom: who was rung up."""

    at: str
    does: str
    by: str = ""
    whom: str = field(default="", repr=False)
    said: str = ""
    words: str = field(default="", repr=False)


@dataclass(frozen=True)
class AlarmModel:
    """One alarm whole. name "": nobody is registered with it; number: the last digits; at: as one says it."""

    id: str
    sort: str
    stand: str
    at: str
    name: str = field(default="", repr=False)
    place: str = field(default="", repr=False)
    note: str = field(default="", repr=False)
    number: str = field(default="", repr=False)
    device: str = ""
    device_id: str = ""
    contact: int = 0
    gate: str = ""
    address: str = ""
    training: bool = False
    silent: bool = False
    again: int = 0
    over: bool = False
    calls: tuple[CallLine, ...] = ()
    done: tuple[Done, ...] = ()
    worn: bool = False
    clock_uncertain: bool = False

    @property
    def ringing(self) -> bool:
        return self.stand == "ringing"


@dataclass(frozen=True)
class Line:
    """An alarm in a line, without anybody's name."""

    id: str
    sort: str
    stand: str
    at: str
    device: str = ""
    contact: int = 0
    gate: str = ""
    training: bool = False
    worn: bool = False
    paused: bool = False
    false_alarm: bool = False
    battery: int = -1


@dataclass(frozen=True)
class Watch:
    """Everything that is open here. ringing: ids, the gravest first; chime: some of it sounds; real: and
    not only as practice."""

    ringing: tuple[str, ...] = ()
    taken: tuple[Line, ...] = ()
    chime: bool = False
    real: bool = False
    sounded_at: int = 0
