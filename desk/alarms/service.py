"""Every verb of this room: alarms and what is done about them, who wears a button, rules that act by themselves."""

from __future__ import annotations

from desk.alarms.service_alarms import Heard, Raised, called, close, did, over, raise_alarm, reopen, seen
from desk.alarms.service_automations import (
    begin_run,
    drop_automation,
    end_run,
    pause,
    resume,
    save_automation,
    save_rings_at,
    settle_runs,
)
from desk.alarms.service_wearers import WearerDraft, drop_wearer, forget_wearers, open_wearer, save_wearer

__all__ = [
    "Heard", "Raised", "WearerDraft", "begin_run", "called", "close", "did", "drop_automation", "drop_wearer", "end_run",
    "forget_wearers", "open_wearer", "over", "pause", "raise_alarm", "reopen", "resume", "save_automation", "save_rings_at",
    "save_wearer", "seen", "settle_runs",
]  # fmt: skip
