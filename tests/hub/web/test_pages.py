"""The admin page and the officer's page as people see them, in a real Chromium without a window."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import cv2
import pytest
import zxingcpp

from desk.hub import accounts, first, places
from desk.hub.pace import Pace
from desk.wire import enrol
from tests.hub.web.browser import Browser, browsing, missing
from tests.hub.web.estate import PASSWORD, Estate
from tests.hub.web.served import Served

pytestmark = [
    # What the page shows comes through the API, which runs on both databases elsewhere.
    pytest.mark.parametrize("estate_db", ["sqlite"], indirect=True),
    pytest.mark.skipif(sys.platform != "linux" or bool(missing()), reason=f"the tests' browser lacks {missing()}"),
]


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browsing(tmp_path_factory.mktemp("browser")) as found:
        yield found


@pytest.fixture
def browser(real: Served, chromium: Browser) -> Iterator[Browser]:
    """With an empty profile, and quiet at the end: nothing on the console, nothing asked of anybody but the hub."""
    real.face.pace = Pace(1e9, 1e9)
    chromium.fresh()
    yield chromium
    said = chromium.said()
    assert said["console"] == []
    assert {url for url in said["urls"] if not url.startswith((real.url, "data:image/svg+xml"))} == set()


def test_a_first_administrator_comes_in(browser: Browser, real: Served, tmp_path: Path) -> None:
    password = accounts.make_password()
    real.hub.db.write(
        lambda c: accounts.add(c, real.hub.now(), "start", first.ADMIN_NAME, accounts.ADMIN, "", password)
    )
    browser.sign_in(real.url, "admin", "not-it")
    browser.expects("账号或密码不对，没有登录。")
    browser.sign_in(real.url, "admin", password)
    browser.expects("请换一个您自己的密码")
    browser.fill("[name=old]", password)
    browser.fill("[name=new]", "fresh-and-good")
    browser.fill("[name=again]", "fresh-and-gone")
    browser.click("换密码", "form")
    browser.expects("两次输入不一样")
    browser.fill("[name=again]", "fresh-and-good")
    browser.click("换密码", "form")
    browser.expects("11 个岗亭里有 1 个没有联系")
    browser.click("退出")
    browser.expects("请登录")
    browser.run("location.hash = '#/accounts'")
    browser.expects("请登录")


def test_a_site_is_added_and_its_picture_is_a_ticket(
    browser: Browser, real: Served, estate: Estate, tmp_path: Path
) -> None:
    browser.sign_in(real.url, estate.admin, PASSWORD)
    browser.click("新增小区")
    browser.fill("dialog input", "月季园")
    browser.click("新增并生成接入码", "dialog")
    browser.expects("只能用一次")
    picture = cv2.imread(str(browser.picture(tmp_path / "ticket.png")))
    (code,) = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)
    ticket = enrol.read_ticket(code.text)
    assert ticket.url == real.face.where.url
    assert ticket.code in browser.text()
    assert real.desk().enrol(ticket.code).status_code == 200
    browser.click("关闭", "dialog")
    browser.run("dispatchEvent(new HashChangeEvent('hashchange'))")
    browser.wait_until(
        "[...document.querySelectorAll('tr')].some((row) => row.innerText.includes('月季园') && row.innerText.includes('南门'))"
    )


def test_a_lost_desk_is_wiped_only_when_its_name_is_typed(browser: Browser, real: Served, estate: Estate) -> None:
    site = estate.gates["锦绣苑"].caller.site_id
    browser.sign_in(real.url, estate.admin, PASSWORD)
    browser.click("锦绣苑")
    browser.expects("应当加密的内容没有加密，没有保存")
    browser.click("停用", "article")
    browser.click("清除数据", "dialog")
    browser.click("停用", "dialog .acts")
    browser.expects("请输入岗亭名称“南门”确认")
    browser.fill("dialog input[autocomplete=off]", "南门")
    browser.click("停用", "dialog .acts")
    browser.expects("已停用")
    browser.expects("清除数据")
    from desk.hub.gates import sites

    (found,) = real.hub.db.read(lambda c: sites(c, real.hub.now(), site_id=site))
    assert (found.desks[0].state, found.desks[0].act) == ("revoked", "wipe")


def test_an_officer_warns_two_gates_and_sees_the_ticks(browser: Browser, real: Served, estate: Estate) -> None:
    one = estate.gates["锦绣苑"]
    browser.sign_in(real.url, estate.officer, PASSWORD)
    browser.expects("1 个岗亭没有联系，今天来访 1,224 人次")
    assert browser.run("document.querySelector('tbody tr').innerText").startswith("望江公寓")
    browser.click("发紧急横幅")
    browser.fill("dialog textarea", "雷暴红色预警，请收起门外的伞和展板。")
    browser.click("选几个小区", "dialog")
    for name in ("锦绣苑", "临江苑"):
        browser.click(name, "dialog .choices")
    browser.click("我核对过", "dialog")
    browser.click("发出", "dialog")
    browser.expects("2 个小区：0 个已显示，0 个已收到")
    notice_id = real.hub.db.read(lambda c: _newest_notice(c, estate.district_id))
    one.pull(estate.district_id)
    one.push(("notice_delivered", "", {"notice_id": notice_id, "gate_id": one.gate_id, "at": real.hub.now()}))
    browser.run("dispatchEvent(new HashChangeEvent('hashchange'))")
    browser.expects("2 个小区：1 个已显示，1 个已收到")
    browser.expects("锦绣苑 已显示")
    browser.click("收回")
    browser.expects("已收回")
    browser.wait_until("!document.body.innerText.includes('锦绣苑 已显示')")


def _newest_notice(conn: object, district_id: str) -> str:
    from desk.hub.notices import standing

    return standing(conn, district_id)[0].notice_id  # type: ignore[arg-type]


def test_gates_are_found_and_sorted_out(browser: Browser, real: Served, estate: Estate) -> None:
    browser.sign_in(real.url, estate.officer, PASSWORD)
    browser.click("要看一看 2")
    rows = "[...document.querySelectorAll('tbody tr')].map((row) => row.cells[0].innerText)"
    assert browser.value(rows) == ["望江公寓", "学府里"]
    browser.click("全部 12")
    browser.fill("input[type=search]", "苑")
    assert set(browser.value(rows)) == {"锦绣苑", "临江苑", "百合苑", "银杏苑", "南园新苑"}
    browser.fill("input[type=search]", "没有这个")
    browser.expects("没有符合的岗亭。")


def test_both_languages_have_all_their_words(browser: Browser, real: Served, estate: Estate) -> None:
    browser.sign_in(real.url, estate.admin, PASSWORD)
    for place in (
        "sites",
        "accounts",
        "trail",
        f"district/{estate.district_id}",
        f"site/{estate.gates['锦绣苑'].caller.site_id}",
    ):
        browser.run(f"location.hash = '#/{place}'")
        browser.wait_until(f"document.getElementById('page').dataset.drawn === '{place.partition('/')[0]}'")
        for other in ("English", "中文"):
            browser.click(other)
            browser.wait_until(
                f"document.getElementById('bar').innerText.includes('{'中文' if other == 'English' else 'English'}')"
            )
            browser.wait_until(f"document.getElementById('page').dataset.drawn === '{place.partition('/')[0]}'")
            text = browser.text()
            assert "undefined" not in text
            assert not [word for word in text.split() if re.fullmatch(r"[a-z_]+(\.[a-z_]+)+", word)], text


def test_names_are_text_whatever_is_in_them(browser: Browser, real: Served, estate: Estate) -> None:
    nasty = "<img src=x onerror=document.title=1>"
    site = estate.gates["锦绣苑"].caller.site_id
    real.hub.db.write(lambda c: places.rename(c, real.hub.now(), "test", site, nasty))
    browser.sign_in(real.url, estate.admin, PASSWORD)
    browser.expects(nasty)
    assert browser.run("document.querySelectorAll('main img').length") == 0
    assert browser.run("document.title") == "门岗台中心"


@pytest.mark.parametrize("width", [1366, 420])
def test_it_fits_and_can_be_hit(browser: Browser, real: Served, estate: Estate, tmp_path: Path, width: int) -> None:
    browser.sign_in(real.url, estate.admin, PASSWORD)
    browser.expects("个岗亭里有")
    for place in (
        "sites",
        "accounts",
        f"district/{estate.district_id}",
        f"site/{estate.gates['锦绣苑'].caller.site_id}",
    ):
        browser.run(f"location.hash = '#/{place}'")
        browser.wait_until(f"document.getElementById('page').dataset.drawn === '{place.partition('/')[0]}'")
        browser.picture(tmp_path / f"{place[:8]}-{width}.png".replace("/", "-"), width, 900)
        browser.wait_until(f"innerWidth === {width}")
        assert browser.run("document.documentElement.scrollWidth") <= width, place
        small = """[...document.querySelectorAll("button, input, select, .bar a")].filter((one) => one.offsetParent && !one.closest(".choice"))
            .map((one) => [one.innerText || one.name || one.type, Math.round(one.getBoundingClientRect().height)]).filter(([, high]) => high < 44)"""
        assert browser.value(small) == [], place


def test_the_whole_way_by_keyboard(browser: Browser, real: Served, estate: Estate) -> None:
    """Every thing that can be done is reached by Tab, in reading order, and shows where the focus is."""
    browser.sign_in(real.url, estate.officer, PASSWORD)
    browser.expects("发通知")
    order = browser.value(
        "[...document.querySelectorAll('a[href], button, input, select')].filter((one) => one.offsetParent).map((one) => one.tabIndex)"
    )
    assert set(order) == {0}
    browser.click("退出")
    browser.expects("请登录")
    ring = "[...document.styleSheets[0].cssRules].map((rule) => rule.cssText).filter((rule) => rule.startsWith(':focus-visible'))"
    assert "outline: 3px solid var(--focus)" in browser.value(ring)[0]


def test_a_session_that_ended_asks_to_sign_in_again(browser: Browser, real: Served, estate: Estate) -> None:
    browser.sign_in(real.url, estate.officer, PASSWORD)
    browser.expects("今天来访")
    real.clock.advance(accounts.IDLE_MS + 1)
    browser.run("dispatchEvent(new HashChangeEvent('hashchange'))")
    browser.expects("请登录")


def test_nothing_inline_runs(browser: Browser, real: Served) -> None:
    """The policy holds in a real browser: a script smuggled into the page stays dead (and is reported on the console)."""
    browser.open(real.url + "/admin/")
    browser.expects("请登录")
    browser.run("const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.head.append(s)")
    browser.run(
        "document.body.insertAdjacentHTML('beforeend', '<i style=\"color:red\" onclick=\"window.ran = 1\">x</i>'); document.querySelector('i').click()"
    )
    assert browser.run("window.ran ?? 0") == 0
    blocked = browser.said()["console"]
    assert blocked
    assert all("Content Security Policy" in line for line in blocked)
    browser.forget()


def test_the_months_sheet_comes_down(browser: Browser, real: Served, estate: Estate) -> None:
    browser.sign_in(real.url, estate.officer, PASSWORD)
    browser.expects("月报")
    assert browser.run("document.querySelector('input[type=month]').value") == "2026-11"
    path = f"/admin/api/districts/{estate.district_id}/sheet?month=2026-11&format=csv&lang=zh_CN"
    browser.run(
        f"window.sheet = ''; fetch({json.dumps(path)}).then((one) => one.text()).then((text) => {{ window.sheet = text }}); 0"
    )
    assert "合计" in browser.wait_until("window.sheet")
