"""Every verb of reception, in one place; each takes an open unit of work and plain arguments and returns a frozen value."""

from __future__ import annotations

from desk.reception.service_admit import admit
from desk.reception.service_exits import auto_close, bulk_checkout, checkout, correct, stays_overnight, undo
from desk.reception.service_expected import (
    arrive,
    cancel_expected,
    expect,
    expect_with_pass,
    mark_no_show,
    refuse,
    sweep_no_shows,
)
from desk.reception.service_goods import hand_out, park, reminded, undo_hand_out
from desk.reception.service_rebuild import rebuild
from desk.reception.service_reveal import reveal, reveal_goods
from desk.reception.service_rollcall import as_drill, close_call, mark, open_call
from desk.reception.service_standing import add_permit, give_standing, revoke_permit, revoke_standing
from desk.reception.service_tally import count, undo_count
from desk.reception.service_watch import add as watch_add
from desk.reception.service_watch import expire as watch_expire
from desk.reception.service_watch import review as watch_review
from desk.store.unit import Unit

__all__ = [
    "add_permit", "admit", "arrive", "as_drill", "auto_close", "bulk_checkout", "cancel_expected", "checkout", "close_call", "correct",
    "count", "expect", "expect_with_pass", "give_standing", "hand_out", "mark", "mark_no_show", "nightly", "open_call",
    "park", "rebuild", "refuse", "reminded", "reveal", "reveal_goods", "revoke_permit", "revoke_standing", "stays_overnight",
    "sweep_no_shows", "undo", "undo_count", "undo_hand_out", "watch_add", "watch_expire", "watch_review",
]  # fmt: skip


def nightly(u: Unit) -> dict[str, int]:
    """What is due every night and at start: automatic closing, no-shows, watch entries past their date.

    One bounded unit: call again while `auto_closed` is service_exits.CLOSE_BATCH.
    """
    return {"auto_closed": auto_close(u), "no_shows": sweep_no_shows(u), "watch_expired": watch_expire(u)}
