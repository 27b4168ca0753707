"""The card of a standing pass or a permit on the screen: its sentences, its acts, both languages and 200 %."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui import audit, audit_words
from ui import i18n
from ui.pages.grant.model import Grant
from ui.pages.grant.view import GrantPage
from ui.shell.ports import Question
from ui.theme import apply_theme

PERMIT = Grant(
    "permit", "p", "Homewise", "contractor", "2026001", "3-1-12**", "2026-11-19", "2026-12-18", (1, 2, 3, 4, 5), "08:00-18:00",
    ("Daniel *", "Greta *"), "drill", "08:00", "Mara *", "", "", "", "", True, False, True,
)  # fmt: skip
STANDING = replace(
    PERMIT, kind="standing", id="s", who="Vance *", visitor_type="domestic", number="", workers=(), tools="", hours="",
    days=(1, 2, 3, 4, 5, 6, 7), serial="P7K2 9QXM", code_id="c", may_show=True,
)  # fmt: skip
STATES = (
    PERMIT, replace(PERMIT, workers=()), replace(PERMIT, says="window.hour"), replace(PERMIT, may_end=False),
    replace(PERMIT, says="window.revoked", ended_at="09:30"), STANDING, replace(STANDING, serial="", may_show=False),
    replace(STANDING, says="window.expired", may_show=False, days=(2, 4)), replace(STANDING, may_admit=False),
)  # fmt: skip


class Presenter:
    """Writes down what it is asked; every question is answered with yes."""

    def __init__(self) -> None:
        self.did: list[str] = []
        self.asked: list[Question] = []
        self.show: Callable[[Grant | None], None]
        self.ended: Callable[[], None]

    def ask(self, question: Question, yes: Callable[[], None]) -> None:
        self.asked.append(question)
        yes()

    def __getattr__(self, name: str) -> Callable[..., Any]:
        return lambda *words: self.did.append(name)


def make(qtbot: QtBot) -> tuple[GrantPage, Presenter]:
    presenter = Presenter()
    page = GrantPage(presenter)  # type: ignore[arg-type]
    qtbot.addWidget(page)
    page.resize(1196, 617)
    page.show()
    qtbot.waitExposed(page)
    return page, presenter


def words(page: GrantPage) -> str:
    audit_words.settle()
    return " ".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


@pytest.mark.parametrize(("lang", "base"), [("zh_CN", 24), ("en", 24), ("zh_CN", 40), ("en", 40)])
def test_every_state_can_be_read_and_reached(qtbot: QtBot, qapp: QApplication, lang: str, base: int) -> None:
    apply_theme(qapp, "light", base)
    i18n.install(lang)
    page, _ = make(qtbot)
    found = []
    for number, model in enumerate(STATES):
        page.show_model(model)
        audit_words.settle()
        faults = [
            *audit.nameless(page), *audit.fixed_names(page), *audit.small_targets(page), *audit_words.cut_off(page),
            *audit_words.sideways(page), *audit.filled_button_is_not_enter(page, page.main_button()),
            *(audit_words.wrong_language(page, lang) if lang == "en" else ()),
        ]  # fmt: skip
        found += [f"{number}: {fault}" for fault in faults]
    assert not found, "\n".join(found)


def test_it_says_whether_it_holds_and_for_whom(qtbot: QtBot) -> None:
    page, _ = make(qtbot)
    page.show_model(PERMIT)
    assert page.heading() == "Homewise的施工许可：现在有效"
    for word in ("2026001", "周一到周五", "08:00-18:00", "Daniel *、Greta *", "Mara *", "11-19 到 2026-12-18"):
        assert word in words(page), word
    page.show_model(replace(PERMIT, says="window.hour"))
    assert page.heading() == "Homewise的施工许可：现在不在时段内"
    page.show_model(None)
    assert "2026001" not in words(page)


def test_a_pass_that_does_not_hold_never_says_that_nobody_need_be_asked(qtbot: QtBot) -> None:
    page, _ = make(qtbot)
    page.show_model(STANDING)
    assert "不用再问住户" in words(page)
    for says in ("window.weekday", "window.hour", "window.not_yet", "window.expired", "window.revoked"):
        page.show_model(replace(STANDING, says=says))
        assert "不用再问住户" not in words(page), says


def test_the_first_act_is_enter_and_what_is_over_has_none(qtbot: QtBot) -> None:
    page, presenter = make(qtbot)
    page.show_model(STANDING)
    main = page.main_button()
    assert main is not None
    assert main.text() == "出示来访证"
    main.click()
    page.show_model(PERMIT)
    main = page.main_button()
    assert main is not None
    main.click()
    assert presenter.did == ["show_code", "register"]
    page.show_model(replace(PERMIT, says="window.revoked"))
    assert page.main_button() is None


@pytest.mark.parametrize(("model", "said"), [(PERMIT, "提前结束"), (STANDING, "作废")])
def test_ending_asks_first(qtbot: QtBot, model: Grant, said: str) -> None:
    page, presenter = make(qtbot)
    page.show_model(model)
    page.foot.press(said)
    (question,) = presenter.asked
    assert question.danger
    assert model.who in question.title
    assert presenter.did == ["end"]


def test_without_the_right_there_is_no_end(qtbot: QtBot) -> None:
    page, _ = make(qtbot)
    page.show_model(replace(PERMIT, may_end=False))
    with pytest.raises(StopIteration):
        page.foot.press("提前结束")
