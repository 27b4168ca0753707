"""The page of faces on the screen: one panel at a time, the acts of the moment at the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QAbstractButton

from desk.faces.views import Here
from ui import i18n, moments
from ui.faces.feed import FaceFeed
from ui.pages.faces.model import LIVE, FacesModel, Panel
from ui.pages.faces.view_live import CapturePart, CheckPart
from ui.pages.faces.view_person import AskPart, GonePart, HomePart, PersonPart, ReceiptPart
from ui.pages.faces.view_steps import AgePart, ConsentPart, NoticePart, Part
from ui.paper import face_consent
from ui.paper import faces as paper
from ui.shell import papers
from ui.shell.page import Page
from ui.widgets.foot import Act, Foot

if TYPE_CHECKING:
    from ui.pages.faces.presenter import FacesPresenter


class FacesPage(Page):
    TOPICS: ClassVar[frozenset[str]] = frozenset({"faces", "people", "session"})

    def __init__(self, presenter: FacesPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.model = presenter.model
        self.signature, self.guardian = QImage(), ""
        self.home, self.person = HomePart(presenter), PersonPart(presenter)
        self.notice, self.consent, self.age = NoticePart(presenter), ConsentPart(presenter), AgePart(presenter)
        self.capture, self.check = CapturePart(presenter), CheckPart(presenter)
        self.receipt, self.ask, self.gone = ReceiptPart(presenter), AskPart(presenter), GonePart(presenter)
        self._parts: dict[Panel, Part] = {
            Panel.HOME: self.home, Panel.PERSON: self.person, Panel.NOTICE: self.notice, Panel.CONSENT: self.consent,
            Panel.AGE: self.age, Panel.CAPTURE: self.capture, Panel.CHECK: self.check, Panel.RECEIPT: self.receipt,
            Panel.ASK: self.ask, Panel.GONE: self.gone,
        }  # fmt: skip
        for part in self._parts.values():
            part.hide()
            self.body.addWidget(part, 1)
        self.foot = Foot(self)
        self.feed = FaceFeed(presenter.live.frame, self)
        self.feed.showed.connect(self._on_image)
        self.feed.state.connect(presenter.live.camera)
        presenter.show = self.show_model
        self.destroyed.connect(presenter.abandon)
        self.ready()
        self.show_model(presenter.model)

    # -- the shell

    def on_show(self, **arguments: Any) -> None:
        self.home.begin()
        self._presenter.open(str(arguments.get("person_id", "")), str(arguments.get("section", "")))

    def on_hide(self) -> None:
        self._presenter.leave()
        self._forget()

    def refresh(self) -> None:
        self._presenter.refresh()

    def on_back(self) -> bool:
        return self._presenter.back()

    def on_raw_scan(self, seen: Any) -> bool:
        """The square on a receipt, while somebody waits to take it back."""
        return self.model.panel is Panel.HOME and self._presenter.scanned(seen.text)

    def on_scan(self, answer: Any) -> bool:
        """A household's code settles who of two look-alikes it is."""
        if self.model.panel is Panel.CHECK and answer.answer.value == "valid" and answer.subject_id:
            return self._presenter.live.household(answer.subject_id)
        return False

    def eyes_are_here(self, eyes: Any) -> None:
        if self.feed.running:
            self.feed.start(eyes)

    def main_button(self) -> QAbstractButton | None:
        return self.foot.main()

    # -- drawing

    def show_model(self, model: FacesModel) -> None:
        before, self.model = self.model.panel, model
        moved = before is not model.panel
        for panel, part in self._parts.items():
            part.setVisible(panel is model.panel)
        self._parts[model.panel].draw(model)
        self._say()
        if moved:
            self._turned(before, model.panel)

    def _turned(self, before: Panel, panel: Panel) -> None:
        self.scroller.verticalScrollBar().setValue(0)
        if before is Panel.CONSENT and panel is Panel.AGE:
            self.signature = self.consent.image()
        if before is Panel.AGE and panel is Panel.CAPTURE:
            self.guardian = self.age.guardian.text().strip()
        if panel in (Panel.HOME, Panel.PERSON):
            self._forget()
        if panel is Panel.NOTICE:
            self.notice.top()
        elif panel is Panel.CONSENT:
            self.consent.begin()
        elif panel is Panel.AGE:
            self.age.begin()
        if panel in LIVE:
            self.feed.start(self._presenter.eyes())
        elif before in LIVE:
            self.feed.stop()
            self.capture.forget()
            self.check.forget()

    def _forget(self) -> None:
        """Neither picture, signature nor name stays."""
        self.feed.stop()
        self.signature, self.guardian = QImage(), ""
        self.consent.begin()
        self.age.begin()
        self.capture.forget()
        self.check.forget()

    def _on_image(self, image: QImage) -> None:
        if self.model.panel is Panel.CAPTURE:
            self.capture.mirror.show_image(image)
        elif self.model.panel is Panel.CHECK:
            self.check.mirror.show_image(image)

    def _say(self) -> None:
        self.set_heading(*self._situation(), keep=self.model.panel not in (Panel.NOTICE, *LIVE))
        self.foot.show_acts(self._acts())

    def _situation(self) -> tuple[str, str]:
        model = self.model
        who = self.tr("{name}，{place}").format(name=model.who.name, place=model.who.place) if model.who.name else ""
        words = {
            Panel.HOME: (self.tr("刷脸是自愿的，随时可以撤回"), ""),
            Panel.PERSON: (self.tr("人脸信息"), who),
            Panel.NOTICE: (self.tr("先请本人看，或者念给本人听"), who),
            Panel.CONSENT: (self.tr("愿不愿意，由本人决定"), ""),
            Panel.AGE: (self.tr("本人满 14 周岁了吗？"), ""),
            Panel.CAPTURE: (self.tr("请本人看着摄像头"), ""),
            Panel.RECEIPT: (self.tr("请把回执交给本人"), who),
            Panel.ASK: (self.tr("要删除这位住户的人脸信息吗？"), who),
            Panel.GONE: (self.tr("撤回的结果"), who),
            Panel.CHECK: (self.tr("刷脸上岗、下岗") if model.clocking else self.tr("刷脸认人"), ""),
        }
        return words[model.panel]

    # -- acts

    def _acts(self) -> list[Act]:
        panel, presenter = self.model.panel, self._presenter
        acts: list[Act] = []
        if panel is Panel.PERSON:
            acts = self._person_acts()
        elif panel is Panel.NOTICE:
            acts = [
                Act(self.tr("念给本人听"), "volume", lambda: presenter.read_aloud(self.notice.words()), kind="quiet"),
                Act(self.tr("打印告知书"), "printer", self._print_notice, kind="quiet"),
            ]
        elif panel is Panel.RECEIPT:
            acts = [Act(self.tr("打印回执"), "printer", self._print_receipt)]
            if not self.signature.isNull() or self.guardian or self._said_aloud():
                acts.append(Act(self.tr("打印同意书存档"), "printer", self._print_consent, kind="quiet"))
            acts.append(Act(self.tr("好了"), "check", presenter.go_back, kind="quiet", key="Esc"))
            return acts
        elif panel is Panel.GONE:
            acts = [Act(self.tr("打印结果"), "printer", self._print_gone)]
        return [*acts, Act(self.tr("返回"), "", presenter.go_back, kind="quiet", key="Esc")]

    def _person_acts(self) -> list[Act]:
        one, model, presenter = self.model.enrolment, self.model, self._presenter
        if one is None:
            return []
        found: list[Act] = []
        may = model.ready and model.may_enrol
        if may and not one.consent_id:
            found.append(Act(self.tr("开始：先看告知书"), "user-check", presenter.begin))
        elif may and one.here is Here.NONE:
            found.append(Act(self.tr("继续采集"), "camera", presenter.go_on))
        elif may and one.here is Here.OTHER_MODEL:
            found.append(Act(self.tr("重新采集"), "camera", presenter.go_on))
        elif may:
            found.append(Act(self.tr("还愿意用，再用一年"), "check", presenter.confirm, kind="quiet"))
            pausing = one.here is Here.ENROLLED
            words = self.tr("先暂停") if pausing else self.tr("恢复")
            found.append(Act(words, "clock", lambda: presenter.suspend(pausing), kind="quiet"))
            found.append(Act(self.tr("再印回执"), "printer", presenter.receipt_again, kind="quiet"))
        if one.consent_id:
            found.append(Act(self.tr("撤回，删除人脸"), "trash", presenter.ask, kind="quiet"))
        return found

    def _said_aloud(self) -> bool:
        return self.consent.spoken.isChecked()

    # -- paper

    def _print_notice(self) -> None:
        papers.send(paper.notice_job(self.model.lane), self)

    def _print_receipt(self) -> None:
        if self.model.receipt is not None:
            papers.send(paper.receipt_job(self.model.receipt, self._presenter.estate()), self)

    def _print_consent(self) -> None:
        receipt, lane = self.model.receipt, self.model.lane
        if receipt is None:
            return
        statement = self.tr("我同意{handler}为了「{purpose}」录入我的人脸信息。").format(
            handler=lane.handler, purpose=lane.purpose
        )
        day = moments.day(self._presenter.local(receipt.enrolled_at))
        notice = paper.notice_text(lane, i18n.current())
        papers.send(face_consent.consent_job(notice, statement, day, self.signature, self.guardian), self)

    def _print_gone(self) -> None:
        if self.model.gone is not None:
            papers.send(paper.result_job(self.model.gone, self._presenter.estate()), self)

    # -- looks

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn_live()

    def restyle(self) -> None:
        super().restyle()
        self._turn_live()

    def on_tight(self) -> None:
        for part in self._parts.values():
            part.be_tight(self.tight())

    def _turn_live(self) -> None:
        self.consent.turn(self.width())
        for part in (self.capture, self.check):
            part.mirror.restyle()
            part.turn(self.width())

    def retranslate(self) -> None:
        self._say()
