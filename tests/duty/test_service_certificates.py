from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from desk import app
from desk.__main__ import main
from desk.core.actor import Actor
from desk.core.clock import DAY_MS, SiteTime
from desk.core.errors import Refused
from desk.duty import reads_certificates, reads_team, service_certificates, service_hours, service_team
from desk.duty.rules_certificate import Kind, Proof, State
from desk.duty.service_team import About
from desk.operators.rules import COMMAND
from desk.store.store import Founding, Store
from tests.duty.worlds import World
from tests.fakes.clock import FakeClock

NOW = SiteTime().at(date(2026, 12, 20), 10)
ISSUER = {"head": "周敏", "handler": "陈国华", "contact": "1040 0000 0119"}
PAPERS = {"id_kind": "居民身份证", "id_no": "31010419500101002X", "volunteer_no": "3101040001"}
YEAR = ("2026-01-01", "2026-12-20")


@pytest.fixture
def world(store: Store, actor: Actor, clock: FakeClock) -> World:
    found = World(store, actor)
    clock.set(NOW)
    found.add("王秀兰", "李志强")
    with store.unit(actor) as u:
        eid = service_hours.log(
            u, service_hours.Log(found.who["王秀兰"], NOW - 3 * DAY_MS, NOW - 3 * DAY_MS + 9_000_000, "门岗值守")
        )
        service_hours.verify(u, [eid])
        service_hours.log(u, service_hours.Log(found.who["王秀兰"], NOW - DAY_MS, NOW - DAY_MS + 3_600_000, "巡逻"))
    return found


def test_applied_accepted_issued_posted_and_done(world: World, clock: FakeClock) -> None:
    with world.store.unit(world.actor) as u:
        eid = service_certificates.apply(u, world.who["王秀兰"], *YEAR, purpose="评选")
        service_certificates.accept(u, eid)
        made = service_certificates.issue(u, eid, ISSUER, PAPERS)
    assert (made.minutes, made.state, made.holder["name"]) == (150, State.ISSUED, "王秀兰")  # what waits is not in it
    assert made.issuer == {"name": "锦绣苑", **ISSUER}
    with world.store.unit(world.actor) as u:
        service_certificates.post(u, eid)
        member = reads_team.member(u, world.who["王秀兰"])
        assert member is not None
        assert member.id_no == PAPERS["id_no"]  # the next one asks for nothing
    with world.store.reading() as r:
        assert reads_certificates.certificates(r)[0].state is State.POSTED
        assert [one.content for one in reads_certificates.listed(r, made)] == ["门岗值守"]
    clock.advance(7 * DAY_MS)
    with world.store.reading() as r:
        [one] = reads_certificates.certificates(r, world.who["王秀兰"])
        assert one.state is State.DONE
        checked = reads_certificates.check(r, made.code, "王秀兰", PAPERS["id_no"])
        assert (checked.proof, checked.holder) == (Proof.GOOD, True)
        assert reads_certificates.check(r, made.code, "王秀梅").holder is False
    with world.store.unit(world.actor) as u:
        with pytest.raises(Refused):
            service_certificates.withdraw(u, eid, "")
        service_certificates.withdraw(u, eid, "时长记错")
        assert reads_certificates.check(u, made.code).proof is Proof.WITHDRAWN


def test_what_stops_it(world: World) -> None:
    with world.store.unit(world.actor) as u:
        for name, days, code in (
            ("李志强", YEAR, "certificate.no_hours"),
            ("王秀兰", YEAR[::-1], "certificate.days_wrong"),
            ("王秀兰", ("2026-01-01", "2026-12-21"), "certificate.days_ahead"),
            ("王秀兰", ("2026-01-01", "2026-12-32"), "duty.day_wrong"),
        ):
            with pytest.raises(Refused) as refused:
                service_certificates.apply(u, world.who[name], *days)
            assert refused.value.code == code
        eid = service_certificates.apply(u, world.who["王秀兰"], *YEAR)
        with pytest.raises(Refused) as refused:
            service_certificates.issue(u, eid, ISSUER, PAPERS)
        assert refused.value.code == "certificate.step"
        service_certificates.accept(u, eid)
        with pytest.raises(Refused) as refused:
            service_certificates.issue(u, eid, ISSUER)
        assert refused.value.facts["fields"] == "holder.id_kind,holder.id_no"
        service_certificates.refuse(u, eid, "请先补登记证件")
        with pytest.raises(Refused):
            service_certificates.issue(u, eid, ISSUER, PAPERS)


def test_a_statement_needs_the_name_alone_and_nobody_writes_their_own(world: World, actor: Actor) -> None:
    with world.store.unit(actor) as u:
        made = service_certificates.statement(u, world.who["王秀兰"], *YEAR)
        assert (made.kind, made.minutes) == (Kind.STATEMENT, 150)
        service_team.edit_member(u, world.who["王秀兰"], About("王秀兰", operator_id=actor.operator_id))
        with pytest.raises(Refused) as refused:
            service_certificates.statement(u, world.who["王秀兰"], *YEAR)
    assert refused.value.code == "certificate.own"


def test_the_command_tells_a_good_one_from_a_forged_one(
    tmp_path: Path, clock: FakeClock, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = app.build(tmp_path / "home", clock=clock)
    clock.set(NOW)
    desk.found(Founding("锦绣苑", "南门", throwaway=True))
    with desk.store.unit(COMMAND) as u:
        who = service_team.add_member(u, About("王秀兰"))
        service_hours.verify(
            u, [service_hours.log(u, service_hours.Log(who, NOW - DAY_MS, NOW - DAY_MS + 3_600_000, "巡逻"))]
        )
        made = service_certificates.statement(u, who, *YEAR)
    desk.close()
    home = ("--home", str(tmp_path / "home"))
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(b"%PDF-1.7 ... " + made.code.encode() + b" ...")
    assert main(["verify-certificate", str(paper), "--json", *home, "--name", "王秀兰"]) == 0
    line = json.loads(capsys.readouterr().out)
    assert (line["proof"], line["state"], line["hours"], line["holder"], line["number"]) == (
        "good", "issued", "1", True, made.number,
    )  # fmt: skip
    forged = made.code[:60] + ("A" if made.code[60] != "A" else "B") + made.code[61:]
    assert main(["verify-certificate", forged, "--json", *home]) == 1
    assert json.loads(capsys.readouterr().out)["proof"] == "forged"
    assert main(["verify-certificate", str(tmp_path / "nothing.pdf"), *home]) == 1
    assert "certificate.file_unreadable" in capsys.readouterr().err
    assert main(["codes", "key", "--json", *home]) == 0
    key = json.loads(capsys.readouterr().out)["public_key"]
    assert main(["verify-certificate", made.code, "--public-key", key, "--name", "王秀梅"]) == 1
    assert "NOT that name's" in capsys.readouterr().out
