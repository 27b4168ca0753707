"""Pictures of the hub's pages for the README: python -m tests.hub.web.pictures OUTDIR [--dark] [--en]."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from desk.hub import notices, signing_key
from desk.hub.db import open_sqlite
from desk.hub.face import Where
from desk.hub.hub import Hub
from desk.hub.schema import prepare
from desk.wire.kinds_list import KINDS
from tests.fakes.clock import FakeClock
from tests.hub.web.browser import Browser, browsing
from tests.hub.web.estate import PASSWORD, Estate
from tests.hub.web.served import serving

DARK = "--blink-settings=preferredColorScheme=0"


def with_notices(estate: Estate) -> Estate:
    """One notice that most gates have shown, and an emergency that is on its way."""
    gates = estate.gates
    warned = [gates[name].caller.site_id for name in ("锦绣苑", "临江苑", "望江公寓")]
    water = "本周六上午 8 点至 11 点停水检修，请各岗亭提醒进出的居民提前储水。"
    storm = "雷暴红色预警，请立即收起岗亭外的伞和展板，人员进屋。"
    told = notices.post(estate.hub, estate.officer, estate.district_id, "notice", water, [], None)
    urgent = notices.post(estate.hub, estate.officer, estate.district_id, "emergency", storm, warned, None)
    for name, gate in gates.items():
        if name in ("望江公寓", "学府里"):
            continue
        gate.pull(estate.district_id)
        for notice_id in [told] * (name != "和平新村") + [urgent] * (name == "锦绣苑"):
            shown = {"notice_id": notice_id, "gate_id": gate.gate_id, "at": estate.clock.now_ms()}
            gate.push(("notice_delivered", "", shown))
        gate.pull(estate.district_id)
    return estate


def take(browser: Browser, url: str, estate: Estate, out: Path, english: bool) -> None:
    """Every page once, as an administrator and an officer see them."""
    end = "-en" if english else ""
    browser.sign_in(url, estate.admin, PASSWORD)
    if english:
        browser.click("English")
    pages = {
        "sites": ("#/sites", 900),
        "site": (f"#/site/{estate.gates['锦绣苑'].caller.site_id}", 900),
        "district": (f"#/district/{estate.district_id}", 900),
        "accounts": ("#/accounts", 900),
        "trail": ("#/trail", 900),
    }
    for name, (place, height) in pages.items():
        browser.run(f"location.hash = '{place}'")
        browser.wait_until(f"document.getElementById('page').dataset.drawn === '{name}'")
        browser.picture(out / f"hub-{name}{end}.png", 1366, height)


def main(words: list[str]) -> None:
    out = Path(words[0])
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        tmp = Path(folder)
        db = open_sqlite(tmp / "hub.db", bytes(32))
        prepare(db)
        clock = FakeClock()
        estate = with_notices(Estate.build(Hub(db, KINDS, clock), clock, signing_key.load_or_make(db)))
        more = {"BROWSER_FLAGS": DARK} if "--dark" in words else {}
        with (
            serving(estate.hub, clock, where=Where("http://hub.example:8440")) as served,
            browsing(tmp, **more) as browser,
        ):
            take(browser, served.url, estate, out, "--en" in words)
        db.close()


if __name__ == "__main__":
    main(sys.argv[1:])
