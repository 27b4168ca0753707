"""Words for paper: the recovery code's slip, and the privacy notice for the window of the gatehouse."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from string import Template

from PySide6.QtCore import QCoreApplication

from desk.core.paths import resources
from ui import i18n
from ui.paper.document import job, save_pdf
from ui.paper.job import Job
from ui.paper.one_page import fitted


def recovery_text(estate: str, code: str) -> str:
    """The slip that goes into the safe."""
    return "\n\n".join(
        (
            "# " + QCoreApplication.translate("Paper", "门岗台恢复码"),
            "## " + _plain(estate),
            "# " + code,
            QCoreApplication.translate("Paper", "电脑坏了、密码忘了，凭这张纸找回数据。它和钥匙一样要紧："),
            "- " + QCoreApplication.translate("Paper", "锁在柜子里，不要和电脑放在一起；"),
            "- " + QCoreApplication.translate("Paper", "只给管理员看，不要拍照发出去；"),
            "- " + QCoreApplication.translate("Paper", "丢了，请马上在「设置」的「备份与恢复」里换一个新的。"),
        )
    )


def notice_text(facts: Mapping[str, str], lang: str = "") -> str:
    """The privacy notice in Markdown. facts: estate, address, gate, phone, handler, days, updated."""
    name = "notice.zh_CN.md" if (lang or i18n.current()) == i18n.SOURCE else "notice.en.md"
    text = (resources() / "legal" / name).read_text(encoding="utf-8")
    return Template(text).substitute({key: _plain(value) for key, value in facts.items()})


def save_notice(facts: Mapping[str, str], path: Path, lang: str = "") -> None:
    """One A4 page, in the largest print that fits. Raises Trouble("paper.not_written")."""
    save_pdf(notice_text(facts, lang), path, fitted)


def notice_job(facts: Mapping[str, str], title: str, lang: str = "") -> Job:
    """The same page for a printer."""
    return job(notice_text(facts, lang), title, title, make=fitted)


def _plain(text: str) -> str:
    """A name from outside must not turn into headings or links."""
    return "".join("\\" + c if c in "\\`*_{}[]<>()#+-!|~" else c for c in text)
