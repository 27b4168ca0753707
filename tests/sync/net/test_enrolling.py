"""A desk comes to its hub, brings a further one, and comes again when the hub has lost it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desk import app, joining, syncing
from desk.app import Desk
from desk.core.actor import Actor
from desk.core.errors import Refused, Trouble
from desk.hub import first as first_words
from desk.hub.enrolment import Code
from desk.hub.face import Where
from desk.hub.tables import DEVICE
from desk.operators.rules import COMMAND
from desk.store import identity, sync_rows
from desk.store.store import SECRETS
from desk.store.tables import Gate
from desk.sync import upkeep
from desk.sync.enrolling import ticket_of
from desk.wire.enrol import Ticket, normal_code
from tests.sync.net.hubs import HubProcess, enrolled, gates, joined, standing, write

Closing = Callable[[Desk], Desk]


def test_a_standing_desk_enrols_and_everything_it_wrote_alone_arrives(
    hub: HubProcess, tmp_path: Path, closing: Closing
) -> None:
    desk = closing(standing(tmp_path / "a"))
    write(desk, "0000-1", 3)
    syncing.enrol(desk, hub.ticket(), COMMAND)
    done = syncing.once(desk)
    assert done.sent >= 5
    with desk.store.reading() as r:
        link = sync_rows.link(r)
        assert identity.here(r).waiting == 0
    assert link is not None
    assert link["last_agreed_at"] is not None
    assert link["fail_code"] == ""


def test_a_further_desk_joins_with_keys_and_all_that_stands(hub: HubProcess, tmp_path: Path, closing: Closing) -> None:
    first = closing(enrolled(hub, tmp_path / "a"))
    write(first, "0000-2", 40)
    syncing.once(first)
    second = closing(joined(first, tmp_path / "b"))
    syncing.once(first)
    assert gates(second) == gates(first)
    assert "北门 " in gates(first).values()
    with first.store.reading() as a, second.store.reading() as b:
        assert a.site_id == b.site_id
        assert a.device_id != b.device_id
        assert {name: a.secret(name) for name in SECRETS} == {name: b.secret(name) for name in SECRETS}
        assert a.secret("device-key") != b.secret("device-key")
    assert not list((tmp_path / "b").glob("joining*"))


def test_both_ends_hold_the_same_by_their_digests(hub: HubProcess, tmp_path: Path, closing: Closing) -> None:
    first = closing(enrolled(hub, tmp_path / "a"))
    (eid, *_) = write(first, "0000-3", 5)
    syncing.once(first)
    second = closing(joined(first, tmp_path / "b"))
    with second.store.unit(COMMAND) as u:
        u.set(Gate, eid, phone="0000-4")
    for desk in (second, first, second):
        syncing.once(desk)
    assert compared(first) == []
    assert compared(second) == []


def test_what_a_desk_has_lost_is_seen_and_mended(hub: HubProcess, tmp_path: Path, closing: Closing) -> None:
    desk = closing(enrolled(hub, tmp_path / "a"))
    lost, kept = write(desk, "0000-7", 2)
    syncing.once(desk)
    with desk.store.founding() as conn:  # as no program of ours loses a row
        conn.exec_driver_sql("DELETE FROM gate WHERE id = ?", (bytes.fromhex(lost),))
    assert compared(desk) == ["gate"]
    assert {lost, kept} <= set(gates(desk))
    syncing.once(desk)
    assert compared(desk) == []


def test_what_the_hub_has_lost_is_seen_and_given_back(hub: HubProcess, tmp_path: Path, closing: Closing) -> None:
    from desk.hub.tables import ENTITY

    desk = closing(enrolled(hub, tmp_path / "a"))
    (lost,) = write(desk, "0000-8")
    syncing.once(desk)
    hub.change(lambda conn, now: conn.execute(ENTITY.delete().where(ENTITY.c.eid == bytes.fromhex(lost))))
    assert compared(desk) == ["gate"]
    syncing.once(desk)
    syncing.once(desk)
    assert compared(desk) == []


def compared(desk: Desk) -> list[str] | None:
    """What the weekly comparison finds, once nothing is on its way."""
    made = syncing.rounds(desk)
    try:
        made.once()
        return upkeep.compare(made)
    finally:
        made.close()


def test_only_a_manager_enrols_or_invites(hub: HubProcess, tmp_path: Path, closing: Closing) -> None:
    desk = closing(standing(tmp_path / "a"))
    nobody = Actor("", "volunteer", frozenset())
    with pytest.raises(Refused, match=r"right\.missing"):
        syncing.enrol(desk, hub.ticket(), nobody)
    with pytest.raises(Trouble, match=r"sync\.not_linked"):
        syncing.invite(desk, COMMAND)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("hello", "sync.not_a_ticket"),
        ('{"h":2,"new":1}', "sync.newer_ticket"),
        ('{"h":1,"url":"ftp://x","pin":"","code":"0000-0000-0000"}', "sync.not_a_ticket"),
        ("https://hub.example 7K2M-9PQR", "sync.not_a_ticket"),
        ("hub.example 7K2M-9PQR-41XZ", "sync.not_a_ticket"),
    ],
)
def test_what_is_no_ticket(text: str, code: str) -> None:
    with pytest.raises(Refused) as caught:
        ticket_of(text)
    assert caught.value.code == code


def test_a_wrong_or_used_code_changes_nothing(hub: HubProcess, tmp_path: Path, closing: Closing) -> None:
    desk, other = closing(standing(tmp_path / "a")), closing(standing(tmp_path / "b"))
    with pytest.raises(Refused, match=r"enrol\.code_wrong"):
        syncing.enrol(desk, Ticket(1, hub.url, "", "0000-0000-0000"), COMMAND)
    ticket = hub.ticket()
    syncing.enrol(desk, ticket, COMMAND)
    with pytest.raises(Refused, match=r"enrol\.(code_used|code_wrong)"):
        syncing.enrol(other, ticket, COMMAND)
    with other.store.reading() as r:
        assert sync_rows.link(r) is None


def test_an_answer_that_was_lost_is_asked_for_again(hub: HubProcess, tmp_path: Path, closing: Closing) -> None:
    """The first answer was never kept: the same desk hands the same code in once more."""
    desk = closing(standing(tmp_path / "a"))
    ticket = hub.ticket()
    from desk.sync import enrolling
    from desk.wire.enrol import EnrolAsk

    key = enrolling.next_key(desk.store)
    with desk.store.reading() as r:
        message = EnrolAsk(1, ticket.code, "", r.device_id, r.site_id, "南门", "")
    enrolling.ask(ticket, message, key)
    syncing.enrol(desk, ticket, COMMAND)
    assert syncing.once(desk).sent


def test_plain_http_is_for_this_machine_only(tmp_path: Path, closing: Closing) -> None:
    desk = closing(standing(tmp_path / "a"))
    with pytest.raises(Refused, match=r"sync\.insecure_url"):
        syncing.enrol(desk, Ticket(1, "http://203.0.113.9:8440", "", "0000-0000-0000"), COMMAND)


def test_an_invitation_is_not_for_a_desk_that_stands(hub: HubProcess, tmp_path: Path, closing: Closing) -> None:
    first = closing(enrolled(hub, tmp_path / "a"))
    invitation = ticket_of(syncing.invite(first, COMMAND).ticket)
    with pytest.raises(Refused, match=r"sync\.joins_only"):
        syncing.enrol(closing(standing(tmp_path / "b")), invitation, COMMAND)
    fresh = app.build(tmp_path / "c")
    with pytest.raises(Refused, match=r"sync\.no_invitation"):
        joining.join(fresh, hub.ticket(), gate_name="北门")
    fresh.close()


def test_a_ticket_without_its_key_opens_no_box(hub: HubProcess, tmp_path: Path, closing: Closing) -> None:
    """Who only has the code, the hub for one, cannot read the site's keys."""
    first = closing(enrolled(hub, tmp_path / "a"))
    from msgspec.structs import replace

    ticket = ticket_of(syncing.invite(first, COMMAND).ticket)
    wrong = replace(ticket, k="A" * 22 + "==")
    fresh = app.build(tmp_path / "b")
    with pytest.raises(Refused, match=r"sync\.box_closed"):
        joining.join(fresh, wrong, gate_name="北门")
    assert not fresh.founded
    assert joining.join(fresh, ticket, gate_name="北门")
    fresh.close()


def test_a_hub_that_lost_the_device_takes_it_in_again(hub: HubProcess, tmp_path: Path, closing: Closing) -> None:
    desk = closing(enrolled(hub, tmp_path / "a"))
    with desk.store.reading() as r:
        site, device = r.site_id, r.device_id
    hub.change(lambda conn, now: conn.execute(DEVICE.delete().where(DEVICE.c.device_id == bytes.fromhex(device))))
    write(desk, "0000-5", 2)
    with pytest.raises(Refused, match=r"sync\.unknown_here"):
        syncing.once(desk)
    syncing.enrol(desk, hub.ticket(site), COMMAND)
    syncing.once(desk)
    with desk.store.reading() as r:
        assert identity.here(r).waiting == 0


def test_a_join_that_was_cut_goes_on_without_another_ticket(hub: HubProcess, tmp_path: Path, closing: Closing) -> None:
    first = closing(enrolled(hub, tmp_path / "a"))
    write(first, "0000-6", 1200)
    syncing.once(first)
    ticket = ticket_of(syncing.invite(first, COMMAND).ticket)
    fresh = app.build(tmp_path / "b")
    pages: list[int] = []
    with pytest.raises(Refused, match=r"sync\.join_paused"):
        joining.join(fresh, ticket, gate_name="北门", told=pages.append, going=lambda: len(pages) < 2)
    assert joining.unfinished(fresh)
    assert not fresh.founded
    fresh.close()
    again = app.build(tmp_path / "b")
    rest: list[int] = []
    assert joining.join(again, None, gate_name="北门", told=rest.append)
    closing(again)
    assert 0 < len(rest) < 4  # of three pages the first is not asked for again
    syncing.once(first)
    assert gates(again) == gates(first)


@pytest.mark.parametrize("text", ["http://127.0.0.1:9/ 7k2m-9pqr-41xz", " http://127.0.0.1:9\n7K2M9PQR41XZ\n"])
def test_address_and_code_may_be_typed(text: str) -> None:
    found = ticket_of(text)
    assert (found.url, found.pin, found.k) == ("http://127.0.0.1:9", "", "")
    assert normal_code(found.code) == normal_code("7K2M-9PQR-41XZ") != ""


def test_the_line_that_the_hub_prints_enrols_a_desk(hub: HubProcess, tmp_path: Path, closing: Closing) -> None:
    desk = closing(standing(tmp_path / "a"))
    code = Code(hub.ticket().code, "", 0)
    line = first_words.typed(Where(hub.url, ""), code)
    assert line == f"{hub.url} {code.text}"
    assert syncing.enrol(desk, ticket_of(line), COMMAND)
    pinned = first_words.typed(Where(hub.url, "a" * 64), code)
    assert ticket_of(pinned).pin == "a" * 64
