"""The briefing on the screen: four cards to read in half a minute, and one button to hear it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QWidget

from ui.pages.briefing.model import BriefingModel, Shift
from ui.shell.page import Page
from ui.widgets import BigButton, Card, FlowLayout, label, show_if

if TYPE_CHECKING:
    from ui.pages.briefing.presenter import BriefingPresenter

GOES = {"expected": "calendar-event", "hearings": "clipboard-list", "screen": "device-desktop"}
NOON, EVENING = 12, 18


class BriefingPage(Page):
    """Who is on, who is expected, what is open, what hangs on the screen."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"visits", "goods", "matters", "hearings", "screen", "duty"})

    def __init__(self, presenter: BriefingPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        presenter.show = self.show_model
        self.model = BriefingModel()
        holder = QWidget()
        holder.setProperty("role", "clear")
        flow = FlowLayout(holder, gap="m", equal=True, columns=2)
        self.cards = {name: Card() for name in ("on", "expected", "open", "hangs")}
        self.words = {name: label("") for name in self.cards}
        for name, card in self.cards.items():
            card.body.addWidget(self.words[name])
            card.body.addStretch(1)
            flow.addWidget(card)
        self.body.addWidget(holder)
        self.body.addStretch(1)
        self.hear, self._leave = BigButton("", "main", "volume"), BigButton("", "quiet", "", "Esc")
        self.hear.clicked.connect(lambda: presenter.hear(self.spoken()))
        self._leave.clicked.connect(presenter.leave)
        self.goes = {name: BigButton("", "quiet", icon) for name, icon in GOES.items()}
        for page, button in self.goes.items():
            button.clicked.connect(lambda _=False, page=page: presenter.go(page))
        self.set_main(self.hear)
        for button in (*self.goes.values(), self._leave):
            self.add_action(button)
        self.ready()

    def on_show(self, **arguments: Any) -> None:
        self._presenter.refresh()

    def on_hide(self) -> None:
        self._presenter.hush()

    def refresh(self) -> None:
        self._presenter.refresh()

    def show_model(self, model: BriefingModel) -> None:
        """Draw the day."""
        self.model = model
        self._say()

    def retranslate(self) -> None:
        for name, words in (
            ("on", self.tr("谁值班")), ("expected", self.tr("谁要来")), ("open", self.tr("没办完的事")),
            ("hangs", self.tr("公示屏上挂着")),
        ):  # fmt: skip
            self.cards[name].set_title(words)
        for name, words in (
            ("expected", self.tr("看预约")), ("hearings", self.tr("看接待")), ("screen", self.tr("看公示屏")),
        ):  # fmt: skip
            self.goes[name].setText(words)
        self.hear.setText(self.tr("念给我听"))
        self._leave.setText(self.tr("返回"))
        self._say()

    def spoken(self) -> str:
        """What is read aloud: hours and numbers, nobody's name."""
        model = self.model
        parts = [self._greeting(), *(self._spoken_shift(one) for one in model.shifts if not one.over)]
        parts += [self.tr("{start} 到 {end} 有接待").format(start=start, end=end) for start, end, _ in model.sittings]
        parts += [*self._expected(), *self._open()]
        n = len(model.notices)
        parts.append(self.tr("公示屏上有 {n} 条公告", "", n).format(n=n) if n else self.tr("公示屏上没有公告"))
        return self.tr("。").join(parts)

    def _say(self) -> None:
        model = self.model
        self.set_heading(self._greeting(), self.tr("半分钟看完今天"))
        on = [self._shift(one) for one in model.shifts]
        on += [
            self.tr("接待 {start}–{end}  {place}").format(start=a, end=b, place=c).strip() for a, b, c in model.sittings
        ]
        self.words["on"].setText("\n".join(on) or self.tr("今天没有排班"))
        self.words["expected"].setText("\n".join(self._expected()))
        self.words["open"].setText("\n".join(self._open()))
        self.words["hangs"].setText("\n".join(model.notices) or self.tr("没有公告，值班表会自己显示"))
        show_if(self.hear, model.can_speak)

    def _greeting(self) -> str:
        hour = self.model.hour
        if hour < NOON:
            return self.tr("早上好，今天是这样")
        return self.tr("下午好，今天是这样") if hour < EVENING else self.tr("晚上好，今天是这样")

    def _shift(self, one: Shift) -> str:
        names = self.tr("、").join(one.names) or self.tr("待定")
        words = f"{one.start}–{one.end}  {one.title}  {names}"
        return self.tr("{words}（现在）").format(words=words) if one.now else words

    def _spoken_shift(self, one: Shift) -> str:
        n = len(one.names)
        return self.tr("{start} 到 {end} {title}，{n} 人", "", n).format(
            start=one.start, end=one.end, title=one.title, n=n
        )

    def _expected(self) -> list[str]:
        model, comma = self.model, self.tr("，")
        n = model.expected
        coming = [self.tr("预约要来 {n} 位", "", n).format(n=n) if n else self.tr("今天没有预约")]
        if model.next_at:
            coming.append(self.tr("下一位 {time}").format(time=model.next_at))
        inside = [self.tr("现在有 {n} 位访客在里面", "", model.inside).format(n=model.inside)]
        if model.overstays:
            inside.append(self.tr("{n} 位超过了时间", "", model.overstays).format(n=model.overstays))
        return [comma.join(coming), comma.join(inside)]

    def _open(self) -> list[str]:
        model = self.model
        lines = [
            self.tr("{n} 件事没办完", "", model.matters).format(n=model.matters)
            if model.matters
            else self.tr("事情都办完了")
        ]
        for n, words in (
            (model.overdue, self.tr("{n} 件过了答复时限")), (model.amber, self.tr("{n} 件一小时内要答复")),
            (model.call_backs, self.tr("{n} 位等回电")), (model.goods, self.tr("{n} 件寄放物品没取")),
        ):  # fmt: skip
            if n:
                lines.append(words.format(n=n))
        return lines
