"""Papers of faces, read back from what would be printed: what the law wants said, no name, one page where one is meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication

from desk.faces.models import DIGESTS
from desk.faces.rules_kept import held
from desk.faces.rules_lane import Deed
from desk.faces.views import Filing, GateCount, GateResult, Lane, Receipt, Result, Withdrawn
from tests.ui.test_paper_labels import pages
from tests.ui.test_paper_notice import text_of
from ui import i18n
from ui.paper import column, face_filing, faces
from ui.paper.document import save_pdf
from ui.paper.one_page import fitted, poster

NOW = 1_795_000_000_000
LANE = Lane(
    True, NOW, "住户自愿刷脸进门", "少带一张卡", "PIA-2026-07", "2026-11-01", "锦绣苑居民委员会", "欧阳梅 0000-1234",
    "南门门厅", "2026-1-ab12cd34",
)  # fmt: skip
RECEIPT = Receipt(
    "c" * 32, "p" * 32, "K7QM-8H2J-9XYZ", NOW, NOW + 3 * 365 * 86_400_000, NOW + 365 * 86_400_000, "南门", LANE.handler,
    LANE.contact,
)  # fmt: skip
GONE = Withdrawn(
    "c" * 32, NOW,
    (
        GateResult("a", "南门", True, Result.DELETED, NOW),
        GateResult("b", "北门", False, Result.WAITING, NOW),
        GateResult("d", "东门", False, Result.NONE),
    ),
)  # fmt: skip
MUST_SAY = {  # FM 5, 6, 10, PIPL 17, 30
    "zh_CN": ("谁来处理", "为了什么", "为什么需要", "怎么做", "存多久", "您的权利", "撤回", "不愿意", "当场删除", "不满十四周岁", "视频"),
    "en": ("Who does it", "What for", "Why it is needed", "How long", "Your rights", "Withdraw", "If you say no", "deleted at once", "fourteen", "film"),
}  # fmt: skip


@pytest.fixture(params=["zh_CN", "en"])
def lang(qapp: QApplication, request: pytest.FixtureRequest) -> str:
    i18n.install(request.param)
    return str(request.param)


@pytest.fixture(autouse=True)
def chinese_again(qapp: QApplication) -> object:
    yield
    i18n.install("zh_CN")


def said(blocks: tuple[column.Block, ...]) -> str:
    return "\n".join(block.text for block in blocks)


def test_the_notice_says_all_the_law_asks_on_one_page(lang: str, tmp_path: Path) -> None:
    text = faces.notice_text(LANE)
    for words in (*MUST_SAY[lang], LANE.handler, LANE.purpose, LANE.necessity, LANE.notice_version, "30"):
        assert words in text.replace("\\", "")
    assert "$" not in text
    save_pdf(text, tmp_path / "notice.pdf", fitted)
    assert len(pages(tmp_path / "notice.pdf")) == 1


def test_what_a_manager_wrote_makes_no_heading(qapp: QApplication) -> None:
    sly = Lane(handler="# 大标题", contact="[x](http://x)")
    text = faces.notice_text(sly)
    assert "\n# 大标题" not in text
    assert "](http" not in text


def test_the_sign_offers_another_way_as_large_as_the_rest(lang: str, tmp_path: Path) -> None:
    save_pdf(faces.sign_text(LANE, "南门"), tmp_path / "sign.pdf", poster)
    assert len(pages(tmp_path / "sign.pdf")) == 1
    text = text_of(tmp_path / "sign.pdf")
    for words in (LANE.place, "0000-1234", {"zh_CN": "二维码", "en": "A code"}[lang]):
        assert words in text.replace("\\", "")


def test_the_receipt_bears_code_and_dates_and_no_name(lang: str) -> None:
    blocks = faces.receipt_blocks(RECEIPT, "锦绣苑")
    words = said(blocks)
    assert [block.code for block in blocks if block.code] == [RECEIPT.code]
    for part in (
        RECEIPT.code,
        "南门",
        *(("2027-11-18", "2029-11-17") if lang == "zh_CN" else ("18 Nov 2027", "17 Nov 2029")),
    ):
        assert part in words
    image = column.image(blocks, 560)
    assert not image.isNull()
    assert image.height() > 600
    assert QImage(image) == column.image(blocks, 560)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("K7QM-8H2J-9XYZ", True), (" k7qm-8h2j-9xyz ", True), ("K7QM-8H2J", False), ("K7QM-8H2O-9XYZ", False)],
)
def test_a_scan_of_the_receipt_is_known_as_a_code(text: str, wanted: bool) -> None:
    assert faces.is_code(text) is wanted


def test_the_result_says_gate_by_gate_what_became_of_it(lang: str) -> None:
    words = said(faces.result_blocks(GONE, "锦绣苑"))
    for part in {
        "zh_CN": ("南门：已删除", "北门：等待联网", "东门：没有存过"),
        "en": ("南门: deleted", "北门: waiting", "东门: never"),
    }[lang]:
        assert part in words
    done = Withdrawn(GONE.consent_id, NOW, GONE.gates[:1])
    assert {"zh_CN": "等联网", "en": "waiting"}[lang] not in said(faces.result_blocks(done, "锦绣苑"))
    stuck = faces.result_words(GateResult("a", "南门", True, Result.WAITING, NOW, "store.disk_full"))
    assert {"zh_CN": "还没有删成", "en": "not deleted yet"}[lang] in stuck


@pytest.mark.parametrize(("people", "part"), [(412, "99588"), (100_000, "30 个工作日")])
def test_the_filing_pack_says_how_many_and_what_is_due(
    qapp: QApplication, tmp_path: Path, people: int, part: str
) -> None:
    done = {deed.value: number for number, deed in enumerate(Deed)}
    filing = Filing(
        NOW, "锦绣苑", "明珠路 88 弄", held(people), (GateCount("南门", LANE, 300),), "sface/2", DIGESTS, done, 3
    )
    path = tmp_path / "filing.pdf"
    face_filing.filing_save(filing, path)
    document = QPdfDocument()
    assert document.load(str(path)) is QPdfDocument.Error.None_
    text = face_filing.filing_text(filing)
    for words in (
        str(people), part, LANE.handler, LANE.contact, LANE.purpose, LANE.necessity, LANE.assessment, *DIGESTS.values(),
        "不满十四周岁：3 人", "删除：5 次", "影响评估报告全文", "撤回", "AES-256-GCM",
    ):  # fmt: skip
        assert words in text.replace("\\", "")
    assert document.pageCount() >= 2
