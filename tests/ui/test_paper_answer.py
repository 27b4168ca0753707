"""Answers and registers on paper: what the law asks stands on them, in both languages, and nothing of others in full."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from desk.asking import Paper
from desk.core.clock import DAY_MS
from desk.people.reads_consents import ConsentView
from desk.records.reads_privacy import DisclosureView, Kept, RequestView
from desk.records.rules_about import HeldKind, Line
from desk.reviewing import Review
from tests.ui.test_paper_notice import text_of
from ui import i18n
from ui.pages.settings import view_words
from ui.paper import registers
from ui.paper.answer import answer_text, save_answer

AT = 1_795_046_400_000
ASKED = RequestView(
    "1" * 32, AT, "access", "person", "2" * 32, "欧阳测试", "", "都记了什么 # [x](y)", AT + 21 * DAY_MS, "granted", "", AT + DAY_MS,
    "document", said="给您一份",
)  # fmt: skip
HELD = (
    HeldKind(
        "visit", 61, tuple(Line(AT - n, (("name", "欧阳测试"), ("visitor_type", "guest"))) for n in range(61)), ("visitor.guest",)
    ),
    HeldKind("code_scan", 2, (Line(AT, ()), Line(AT - 5 * DAY_MS, ())), ("security_log.scan",)),
    HeldKind("audit_line", 1, (Line(AT, (("action", "person.revealed"),)),)),
)  # fmt: skip
DAYS = {"visitor.guest": 30, "security_log.scan": 200}
GIVEN = DisclosureView(
    "3" * 32, AT, "4" * 32, "authority", "某派出所", "周警官", "调证 1 号", "刑事诉讼法", "查案", "当面", ("visits", "pictures"), "2026-11-01",
    "2026-11-02", "两行",
)  # fmt: skip
FACTS: dict[str, Any] = {
    "estate": "锦绣苑", "handler": "居委会", "phone": "1040", "made_at": AT, "entries": [GIVEN], "names": {"4" * 32: "王老师"},
    "consents": [ConsentView(AT, "欧阳*", "face", "given", "abcdef", True), ConsentView(AT, "", "care", "withdrawn")],
}  # fmt: skip


@pytest.fixture(params=["zh_CN", "en"])
def lang(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[str]:
    i18n.install(request.param)
    yield request.param
    i18n.install(i18n.SOURCE)


def said(lang: str, chinese: str, english: str) -> str:
    return chinese if lang == "zh_CN" else english


def test_access_tells_kind_by_kind_what_for_and_how_long(lang: str) -> None:
    text = answer_text(Paper(ASKED, HELD, DAYS), "锦绣苑")
    for words in (
        said(lang, "来访登记（61 条）", "Visits (61)"), said(lang, "存多久：30 天", "How long: 30 days"), said(lang, "小区安全", "Safety of the estate"),
        said(lang, "以上是最近的 60 条", "These are the newest 60"), said(lang, "看过证件（没有记号码）", "no number written down"),
        said(lang, "网信部门", "cyberspace administration"), said(lang, "访客", "Guest"), "欧阳测试", "给您一份",
    ):  # fmt: skip
        assert words in text, words
    assert "guest" not in text
    assert "person.revealed" not in text
    assert r"\[x\]" in text


def test_an_explanation_says_why_and_lists_nothing(lang: str) -> None:
    text = answer_text(Paper(replace(ASKED, kind="explain"), HELD, DAYS), "锦绣苑")
    assert said(lang, "为什么记", "What for") in text
    assert text.count("欧阳测试") == 1  # who asked


def test_an_erasing_says_what_was_kept_and_why(lang: str) -> None:
    kept = (Kept("visit", "hold", 1), Kept("hearing", "open", 2), Kept("consent", "law", 3))
    asked = replace(ASKED, kind="delete", outcome="partly", reason="见下", erased=4, kept=kept)
    text = answer_text(Paper(asked, (), {}), "锦绣苑")
    for words in (
        said(lang, "已经删除 4 条", "4 entries were deleted"), said(lang, "有单位依法要求保留", "An authority has lawfully ordered"),
        said(lang, "事情还没有办完", "not over yet"), said(lang, "法律要求保存", "The law asks"), "见下",
    ):  # fmt: skip
        assert words in text, words


def test_an_objection_is_told_that_a_person_decides(lang: str) -> None:
    text = answer_text(Paper(replace(ASKED, kind="object"), (), {}), "锦绣苑")
    assert said(lang, "不会自动做出对您不利的决定", "makes no decision against you by itself") in text


def test_it_is_a_real_pdf(qapp: QApplication, tmp_path: Path) -> None:
    i18n.install("zh_CN")
    save_answer(Paper(ASKED, HELD, DAYS), "锦绣苑", tmp_path / "answer.pdf")
    assert "对个人信息请求的答复" in text_of(tmp_path / "answer.pdf")


def test_the_register_says_all_of_an_entry(lang: str) -> None:
    text = registers.register_text(FACTS)
    for words in (
        "某派出所",
        "周警官",
        "调证 1 号",
        "刑事诉讼法",
        "查案",
        "2026\\-11\\-01",
        "两行",
        "王老师",
        said(lang, "照片、录像", "Photos and video"),
    ):
        assert words in text, words


def test_consents_stand_masked_with_their_withdrawals(lang: str) -> None:
    text = registers.consents_text(FACTS)
    assert "欧阳\\*" in text
    assert said(lang, "撤回", "Withdrawn") in text
    assert said(lang, "已删除的人", "Somebody since erased") in text


def test_the_notice_of_a_leak_asks_for_all_that_pipl_57_names(lang: str) -> None:
    text = registers.breach_text(FACTS)
    asked = (
        ("涉及哪几类信息", "Which kinds of data"), ("原因", "Cause"), ("可能造成的危害", "Possible harm"), ("我们已经采取的措施", "What we have done"),
        ("您可以怎样减轻危害", "What you can do"), ("负责人：居委会", "Responsible: 居委会"), ("给值班的人", "For whoever is on duty"),
    )  # fmt: skip
    for chinese, english in asked:
        assert said(lang, chinese, english) in text


def test_the_review_has_figures_periods_and_questions(lang: str) -> None:
    review = Review(
        AT, AT - 366 * DAY_MS, "锦绣苑", "居委会", 98, {"manager": 1}, {"authority": 2}, {"face": 3}, 1, {"granted": 4, "open": 1}, 1,
        2, {"visitor.guest": 30}, 50, 365, 0, True, 1234, None, 9, 8,
    )  # fmt: skip
    text = registers.review_text(review, view_words)
    for words in ("98", "1234", said(lang, "记过培训的 8 人", "8 with training"), said(lang, "30 天", "30 days"), "☐"):
        assert words in text, words


def test_empty_registers_say_so(lang: str) -> None:
    nothing = {**FACTS, "entries": [], "consents": []}
    assert said(lang, "没有提供给别人过", "Nothing was given") in registers.register_text(nothing)
    assert said(lang, "没有人同意或者撤回过", "Nobody has agreed") in registers.consents_text(nothing)
