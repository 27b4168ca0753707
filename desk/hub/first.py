"""The first start of a hub: somebody who may sign in, a site to begin with, and what a desk scans to enrol."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TextIO

import msgspec
import qrcode
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from desk.core.errors import Refused
from desk.hub import accounts, enrolment, places, schema
from desk.hub.db import Db
from desk.hub.enrolment import Code
from desk.hub.face import Where
from desk.hub.members import SITE_SORT
from desk.wire.enrol import HANDSHAKE, Ticket, ticket_text

ADMIN_NAME = "admin"
FIRST_SITE = "第一个小区"
BY = "start"
WHERE = "where"


@dataclass(frozen=True)
class Begun:
    """What was made at a first start: password '' when there are accounts, code None when there are sites already."""

    password: str = ""
    code: Code | None = None


def begin_once(db: Db, now_ms: int, site_name: str, where: Where) -> Begun:
    """As `begin`; of several processes at their first start at once, one makes everything and the others find it."""
    try:
        return db.write(lambda conn: begin(conn, now_ms, site_name, where))
    except IntegrityError:
        return db.write(lambda conn: begin(conn, now_ms, site_name, where))


def begin(conn: Connection, now_ms: int, site_name: str, where: Where) -> Begun:
    """Make what a hub without accounts or sites needs; nothing at any later start but to note where it is reached."""
    schema.set_fact(conn, WHERE, msgspec.json.encode({"url": where.url, "pin": where.pin}))
    password, code = "", None
    if not accounts.everyone(conn):
        password = accounts.make_password()
        accounts.add(conn, now_ms, BY, ADMIN_NAME, accounts.ADMIN, "", password)
    if not places.all_of(conn, SITE_SORT):
        district_id = places.meant_district(conn, now_ms, BY, "")
        code = enrolment.make_code(conn, now_ms, BY, places.plan_site(conn, now_ms, BY, district_id, site_name))
    return Begun(password, code)


def last_where(conn: Connection) -> Where:
    """How the hub is reached, as it was served last. Raises Refused("hub.never_served")."""
    found = schema.fact(conn, WHERE)
    if found is None:
        raise Refused("hub.never_served")
    return Where(**msgspec.json.decode(found))


def ticket(where: Where, code: Code) -> Ticket:
    """What the QR of this code says."""
    return Ticket(HANDSHAKE, where.url, where.pin, code.text)


def typed(where: Where, code: Code) -> str:
    """The line for a desk that cannot scan: address and code; the text of the QR where the desk must pin a key."""
    return ticket_text(ticket(where, code)) if where.pin else f"{where.url} {code.text}"


def draw(text: str, out: TextIO) -> None:
    """A QR in the terminal, dark on light also where the terminal is light on dark."""
    made = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_L, border=2)
    made.add_data(text)
    made.print_ascii(out=out, invert=True)


def tell(where: Where, begun: Begun, out: TextIO) -> None:
    """The words of a start."""
    out.write(f"\n门岗台中心已启动。管理网页 / admin page:  {where.url}/admin\n")
    if begun.password:
        out.write(
            f"首次登录 / first sign-in:  {ADMIN_NAME}  {begun.password}\n"
            "（只显示这一次，登录后请改掉 / shown only once, you will be asked to change it）\n"
        )
    if begun.code:
        tell_code(where, begun.code, out)
    out.flush()


def tell_code(where: Where, code: Code, out: TextIO) -> None:
    """A code and its QR."""
    out.write(
        "\n请在岗亭电脑上点最上面的状态标记，按「连到中心」，15 分钟内扫这个码；扫不了就输入下面这一行：\n"
        "On the desk press the status at the top, then 'Link to a hub', and scan this within 15 minutes, or type this line:\n"
        f"  {typed(where, code)}\n\n"
    )
    draw(ticket_text(ticket(where, code)), out)
    out.flush()
