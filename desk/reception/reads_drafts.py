"""The form that was half filled in when the program last ended."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from desk.core.clock import HOUR_MS
from desk.reception.tables import FormDraft
from desk.store.unit import Reading

GOOD_MS = 12 * HOUR_MS  # an older one belongs to somebody who has long gone


def kept_draft(r: Reading, form: str) -> dict[str, Any]:
    """What was kept of a form during the last 12 hours, else empty."""
    row = r.conn.execute(select(FormDraft.body).where(FormDraft.form == form, FormDraft.at > r.now - GOOD_MS)).first()
    return dict(row.body) if row is not None else {}
