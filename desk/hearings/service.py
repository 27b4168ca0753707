"""Every verb of this room: matters and their clocks, sittings, who was heard, who answers for what."""

from __future__ import annotations

from desk.hearings.service_bodies import Body, Phone, bodies, drop_body, save_body, save_limits
from desk.hearings.service_clocks import Raised, doubt, escalate
from desk.hearings.service_hearings import ReporterFull, confirm_hearing, record_visit, reveal_reporter
from desk.hearings.service_matters import (
    accept,
    add_photos,
    answer,
    assign,
    called,
    close,
    confirm,
    correct,
    note,
    reopen,
    reply,
    resolve,
    told,
    undo,
    wait,
)
from desk.hearings.service_people import heard
from desk.hearings.service_sittings import (
    Plan,
    begin,
    close_sitting,
    drop_planned,
    open_sitting,
    plan,
    stand_in,
    summarised,
)

__all__ = [
    "Body", "Phone", "Plan", "Raised", "ReporterFull", "accept", "add_photos", "answer", "assign", "begin", "bodies",
    "called", "close", "close_sitting", "confirm", "confirm_hearing", "correct", "doubt", "drop_body", "drop_planned", "escalate",
    "heard", "note", "open_sitting", "plan", "record_visit", "reopen", "reply", "resolve", "reveal_reporter", "save_body",
    "save_limits", "stand_in", "summarised", "told", "undo", "wait",
]  # fmt: skip
