"""A volunteer scans on, works, leaves; forgets the next day; is confirmed; gets a certificate that the command verifies."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desk import chores
from desk.__main__ import main
from desk.codes.service import issue_duty
from desk.core.clock import SiteTime
from desk.core.lanes import WRITE
from desk.duty import reads_certificates, reads_hours, service_publish, service_roster, service_team, service_templates
from desk.duty.reads_shifts import shifts
from desk.duty.rules_days import Template
from desk.duty.service_roster import Edit
from desk.duty.service_team import About
from desk.operators import service as operators
from tests.duty.worlds import BLOCKS
from tests.journeys.conftest import PICTURES, PIN, Running
from tests.ui.paper_now import PaperNow
from ui import i18n
from ui.pages.hours.model import Ask
from ui.pages.hours.model import Panel as Hours
from ui.shell import papers

MONTH = "2026-11"
GATE = Template("上午门岗", 540, 660, (1, 2, 3, 4, 5, 6, 7), least=1, most=2, place="南门岗亭", content="上午门岗值守")


def at(day: int, hour: int, minute: int = 0) -> int:
    return SiteTime().at(date(2026, 11, day), hour, minute)


def set_up(u: Any) -> tuple[str, str]:
    """A team of one who signs on, two mornings published; the member and the text of their card."""
    operator = operators.add_operator(u, "王秀兰", "volunteer", "7153").operator_id
    member = service_team.add_member(u, About("王秀兰", operator_id=operator))
    service_templates.save_template(u, GATE)
    service_roster.open_month(u, MONTH)
    mornings = [one.id for one in shifts(u, MONTH) if one.day in ("2026-11-19", "2026-11-20")]
    service_roster.apply(u, [Edit(eid, member) for eid in mornings])
    service_publish.publish(u, MONTH, in_spite=True)
    return member, issue_duty(u, member).text


def picture(running: Running, name: str) -> None:
    if folder := os.environ.get(PICTURES, ""):
        Path(folder).mkdir(parents=True, exist_ok=True)
        running.qtbot.wait(300)
        running.window.grab().save(str(Path(folder) / f"{i18n.current()}-{name}.png"))


def scan(running: Running, text: str) -> None:
    """Held before the scanner; two scans of one code within five seconds are one."""
    running.qtbot.wait(20)
    running.program.eyes.scans.forget()
    running.program.eyes.scans.take(text, "wedge")


def sums(running: Running, member: str) -> tuple[int, int]:
    """(minutes that count, records that wait)."""
    found = running.read(lambda r: [s for s in reads_hours.month(r, MONTH) if s.member_id == member])
    return found[0].counted, found[0].waits


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_a_shift_is_scanned_served_forgotten_confirmed_and_certified(
    on_duty: Running, tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    running = on_duty
    desk, clock = running.program.desk, running.clock
    if lang != i18n.current():
        running.shell.extras["looks"].set_language(lang)
    member, card = running.write(set_up)

    clock.set(at(19, 8, 55))
    desk.session.touch()
    running.shell.to("today")
    scan(running, card)  # from any page
    running.until(lambda: len(desk.session.state.chips) == 2)
    assert desk.session.state.active is not None
    assert desk.session.state.active.label == "王老师"
    running.shell.to("duty")
    page = running.page()
    running.until(lambda: page.model.on == 1)
    picture(running, "1-on-duty")

    clock.set(at(19, 11, 3))
    desk.session.touch()
    scan(running, card)
    running.until(lambda: len(desk.session.state.chips) == 1 and page.model.on == 0)
    picture(running, "2-off-duty")
    assert sums(running, member) == (120, 0)  # early and the word at the door are not counted

    clock.set(at(20, 9, 2))
    scan(running, card)
    running.until(lambda: len(desk.session.state.chips) == 2)
    clock.set(at(20, 13))  # went home without a word
    desk.lanes.run("chores", lambda: chores.run_due(desk))
    running.until(lambda: sums(running, member) == (120, 1))

    manager = next(one for one in desk.session.state.chips if one.role == "manager").operator_id
    desk.lanes.run(WRITE, lambda: desk.session.sign_on_pin(manager, PIN))
    running.until(lambda: desk.session.state.active_id == manager)
    running.shell.to("hours", panel="waits")
    page = running.page()
    running.until(lambda: len(page.model.waits) == 1)
    picture(running, "3-waits")
    page.waits.table.opened.emit(page.model.waits[0])
    running.until(lambda: page.model.panel is Hours.RECORD)
    picture(running, "4-forgot")
    page.foot.button(0).click()
    running.until(lambda: sums(running, member) == (238, 0))

    certified(running, page, member)
    one = running.read(reads_certificates.certificates)[0]
    now = PaperNow(tmp_path)
    papers.install(now.papers)
    try:
        page.foot.button(0).click()  # print
        running.until(lambda: bool(list(tmp_path.rglob("*.pdf"))))
    finally:
        papers.install(None)
    [pdf] = tmp_path.rglob("*.pdf")
    assert verified(running, capsys, str(pdf), "--name", "王秀兰", "--id-no", BLOCKS["id_no"]) == {
        "proof": "good", "state": "posted", "hours": "3.97", "holder": True, "number": one.number,
    }  # fmt: skip


def certified(running: Running, page: Any, member: str) -> None:
    """Applied for, accepted, issued with its four blocks, and hung up."""
    page._presenter.ask(Ask.APPLY)
    running.until(lambda: page.model.panel is Hours.FORM and page.model.form.ask is Ask.APPLY)
    page.form.set_values({"member": member, "from_day": "2026-11-01", "until_day": "2026-11-20", "purpose": "评选"})
    page.foot.button(0).click()
    running.until(lambda: page.model.panel is Hours.PAPERS and len(page.model.papers) == 1)
    page.papers.table.opened.emit(page.model.papers[0])
    running.until(lambda: page.model.panel is Hours.PAPER)
    page.foot.button(0).click()  # accept
    running.until(lambda: page.model.paper.state == "accepted")
    page.foot.button(0).click()  # issue
    running.until(lambda: page.model.panel is Hours.FORM and page.model.form.ask is Ask.ISSUE)
    page.form.set_values(BLOCKS)
    picture(running, "5-four-blocks")
    page.foot.button(0).click()
    running.until(lambda: page.model.panel is Hours.PAPER and page.model.paper.state == "issued")
    page._presenter.step_paper("post")
    running.until(lambda: page.model.paper.state == "posted")
    picture(running, "6-posted")


def verified(running: Running, capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    """What the command says of a paper."""
    running.qtbot.wait(50)
    home = str(running.program.desk.home.root)
    capsys.readouterr()
    main(["verify-certificate", *words, "--json", "--home", home])
    line = json.loads(capsys.readouterr().out)
    return {key: line[key] for key in ("proof", "state", "hours", "holder", "number")}
