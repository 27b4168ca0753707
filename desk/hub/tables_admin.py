"""Tables of the hub's face: who may enrol, a device's papers, who signs in at the admin page and what they did there.

Ids are 16 bytes and every key begins with the site, as in tables.py; what belongs to no site stands under HUB_SITE.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, Text, UniqueConstraint

from desk.hub.tables import hub_table, ident, key, number, text

PASSING = "passing"  # Table.info: worth nothing after a move to another database, so not exported

# A one-time code; only its hash is kept. used_key: the key that used it (the same desk asking again, because its answer
# was lost, gets the same answer); keybox: the site's keys, sealed for the desk that joins.
ENROL_CODE = hub_table(
    "enrol_code",
    key("site_id"),
    key("code_hash", LargeBinary(32)),
    text("made_by"),
    number("made_at"),
    number("expires_at"),
    text("keybox"),
    number("used_at", None),
    ident("used_device", empty=True),
    text("used_key"),
    Index("ix_enrol_code_hash", "code_hash"),
)

# What the hub stated about a device: its certificate, or the order to keep or wipe; told_at: the order was first heard.
PAPERS = hub_table(
    "device_papers",
    key("site_id"),
    key("device_id"),
    text("certificate"),
    number("key_at"),
    text("order_text"),
    number("told_at", None),
)

# Nonces of signed requests, for as long as their signature would still count.
NONCE = hub_table(
    "nonce",
    key("site_id"),
    key("device_id"),
    key("nonce", Text),
    number("at"),
    Index("ix_nonce_at", "at"),
)

# Wrong guesses, counted before they are judged. subject: what is guessed at, or a hash of where from.
GUARD = hub_table(
    "guard", key("site_id"), key("subject", Text), number("failures"), number("last_at"), number("not_before")
)

# role: `admin` (everything), `officer` (the page of one district). closed_at: may no longer sign in.
USER = hub_table(
    "hub_user",
    key("site_id"),
    key("user_id"),
    text("name"),
    text("role"),
    ident("district_id", empty=True),
    text("password_hash"),
    Column("must_change", Integer, nullable=False, default=0),
    number("made_at"),
    number("closed_at", None),
    UniqueConstraint("site_id", "name", name="uq_hub_user_name"),
)

SESSION = hub_table(
    "hub_session",
    key("site_id"),
    key("token_hash", LargeBinary(32)),
    ident("user_id"),
    text("csrf"),
    number("made_at"),
    number("seen_at"),
)

# What people did at the admin page or the command line: codes and ids, no personal data beyond the account's name.
AUDIT = hub_table(
    "hub_audit",
    key("site_id"),
    key("line_id"),
    number("at"),
    text("who"),
    text("action"),
    text("subject"),
    text("detail"),
)

# How much happened at a site on a day of its own time zone, kept when the things themselves have been erased.
# day: 20261118; what: see figures.py.
DAY_FIGURE = hub_table("day_figure", key("site_id"), key("day", Integer), key("what", Text), number("amount"))

# Which gates have shown a notice of their district: read from the desks' facts as they come.
NOTICE_SHOWN = hub_table("notice_shown", key("site_id"), key("notice_id"), key("gate_id"), number("at"))

for _table in (ENROL_CODE, NONCE, GUARD, SESSION):
    _table.info[PASSING] = True
