"""The consent somebody signed, for the folder of the committee: the notice as it was read, and the signature under it.

The signature goes onto this page and nowhere else: the computer keeps that they agreed, when, and to which notice.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QImage, QPagedPaintDevice, QTextDocument

from ui.paper.document import job as page_job
from ui.paper.document import made
from ui.paper.job import Job

SIGNATURE = "signature"
WIDE_PX = 320


def consent_job(notice: str, statement: str, day: str, signature: QImage, guardian: str = "") -> Job:
    """notice: Markdown; statement, day, guardian: in words; a null signature: said aloud before somebody on duty."""

    def make(markdown: str, device: QPagedPaintDevice) -> QTextDocument:
        document = made("")
        small = signature.scaledToWidth(WIDE_PX, Qt.TransformationMode.SmoothTransformation)
        document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(SIGNATURE), small)
        document.setMarkdown(markdown)
        return document

    lines = [notice, "---", f"**{statement}**"]
    lines.append(
        f"![]({SIGNATURE})"
        if not signature.isNull()
        else QCoreApplication.translate("FaceConsent", "口头同意。见证人签名：＿＿＿＿＿＿＿＿")
    )
    if guardian:
        lines.append(QCoreApplication.translate("FaceConsent", "监护人：{who}").format(who=guardian))
    lines.append(QCoreApplication.translate("FaceConsent", "日期：{day}").format(day=day))
    title = QCoreApplication.translate("FaceConsent", "录入人脸同意书")
    text = "\n\n".join(lines)
    if signature.isNull():
        return page_job(text, title, title, private=True)
    return page_job(text, title, title, private=True, make=make)
