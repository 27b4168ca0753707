"""The first panel: what somebody should look at, what waits, who else is in the site, and the technician's part."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.sync.rules_now import State
from ui import moments, texts
from ui.pages.sync.model import Found, SyncModel
from ui.pages.sync.view_words import SyncWords
from ui.shell.ports import ignore
from ui.texts import capital
from ui.theme import current
from ui.widgets.attention import AttentionRow
from ui.widgets.buttons import BigButton
from ui.widgets.card import Card, facts
from ui.widgets.flow import FlowLayout
from ui.widgets.themed import Themed, label, show_if

if TYPE_CHECKING:
    from ui.pages.sync.presenter import SyncPresenter

SHOWN_KINDS, SHOWN_ROWS = 8, 20
SAID = frozenset({"", "sync.no_line", "sync.revoked", "sync.read_only", "sync.too_old"})  # the heading says these


@dataclass(frozen=True)
class Row:
    """One matter: what it says, what its button does; of: what it is about, so that the same row stays as it is."""

    tone: str
    icon: str
    title: str
    sub: str = ""
    act: str = ""
    of: int | str = ""
    do: Callable[[], None] = field(default=ignore, compare=False)


class HomePanel(Themed, QWidget):
    """Signals are plain callables: `unlink`, `out`, `inn` are set by the page, which asks first or asks for a file."""

    def __init__(self, presenter: SyncPresenter) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._presenter = presenter
        self.words = SyncWords(self)
        self.model = SyncModel()
        self.wrong = AttentionRow("warn", "alert-triangle", "")
        self.matters, self.queue, self.others, self.craft = Card(), Card(), Card(), Card()
        self._rows = QVBoxLayout()
        self.matters.body.addLayout(self._rows)
        self._drawn: list[Row] = []
        self._queue, self._others = Facts(), Facts()
        self._none = label("", "quiet")
        self.queue.body.addLayout(self._queue)
        self.queue.body.addWidget(self._none)
        self.others.body.addLayout(self._others)
        for card in (self.queue, self.others):
            card.body.addStretch(1)
        self._hub = label("", "quiet")
        self.craft.body.addWidget(self._hub)
        self._make_craft()
        self._all = QVBoxLayout(self)
        self._all.setContentsMargins(0, 0, 0, 0)
        self._beside = QWidget()
        self._beside.setProperty("role", "clear")
        flow = FlowLayout(self._beside, gap="m", equal=True, columns=2)
        flow.addWidget(self.queue)
        flow.addWidget(self.others)
        for widget in (self.wrong, self.matters, self._beside, self.craft):
            self._all.addWidget(widget)
        self._all.addStretch(1)
        self.ready()

    def _make_craft(self) -> None:
        holder = QWidget()
        holder.setProperty("role", "clear")
        row = FlowLayout(holder, gap="m")
        self.invite = BigButton("", "quiet", "qrcode")
        self.hand = BigButton("", "quiet", "device-desktop")
        self.out, self.inn = BigButton("", "quiet", "usb"), BigButton("", "quiet", "file-import")
        self.unlink = BigButton("", "quiet", "plug-connected-x")
        for button in (self.invite, self.hand, self.out, self.inn, self.unlink):
            row.addWidget(button)
        self.craft.body.addWidget(holder)

    # -- drawing

    def draw(self, model: SyncModel) -> None:
        self.model = model
        found = model.found
        show_if(self.wrong, model.wrong is not None)
        if model.wrong is not None:
            self.wrong.show_matter("warn", "alert-triangle", self.tr("刚才没有做成"), texts.of_error(model.wrong))
        for card in (self.matters, self._beside, self.craft):
            show_if(card, found is not None)
        if found is None:
            return
        self._draw_matters(found)
        self._draw_queue(found)
        self._draw_others(found)
        self._draw_craft(model)

    def _draw_matters(self, found: Found) -> None:
        rows = self._matters(found)
        if rows != self._drawn:  # what is looked at every few seconds must not lose the keyboard
            self._drawn = rows
            _fill(self._rows, [self._row(row) for row in rows])
        show_if(self.matters, bool(rows))

    def _matters(self, found: Found) -> list[Row]:
        noted = self._presenter.note_past
        rows = [
            Row("warn", "alert-triangle", title, sub, self.tr("知道了"), do=noted)
            for title, sub in self.words.past(found.now)
        ]
        if found.now.why not in SAID:
            rows.append(Row("info", "cloud-off", self.tr("上次没有对齐"), texts.sentence(found.now.why)))
        return [*rows, *self._conflicts(found), *self._passes(found), *self._refused(found), *self._rest(found)]

    def _conflicts(self, found: Found) -> list[Row]:
        rows = [
            Row(
                "warn", "users", self.words.title(one),
                self.tr("{a} ／ {b}").format(
                    a=self.words.author(one.standing, self._when), b=self.words.author(one.lost, self._when)
                ),
                self.tr("看一看"), one.num, partial(self._presenter.open_conflict, one.num),
            )
            for one in found.conflicts[:SHOWN_ROWS]
        ]  # fmt: skip
        left = len(found.conflicts) - SHOWN_ROWS
        if left > 0:
            rows.append(Row("", "", self.tr("还有 {n} 处，定好上面的再显示。").format(n=left)))
        return rows

    def _passes(self, found: Found) -> list[Row]:
        rows = []
        for one in found.passes[:SHOWN_ROWS]:
            sub = self.tr("{first} {gate1}，{second} {gate2}。两次都记下了，请当班的人问一声。").format(
                first=self._when(one.first_at), gate1=one.first_gate,
                second=self._when(one.second_at), gate2=one.second_gate,
            )  # fmt: skip
            title = self.tr("{door}的来访证在两个门各用了一次").format(door=one.household or one.serial)
            seen = partial(self._presenter.note_pass, one.num)
            rows.append(Row("warn", "ticket", title, sub, self.tr("知道了"), one.num, seen))
        return rows

    def _refused(self, found: Found) -> list[Row]:
        rows = []
        codes = list(dict.fromkeys((one.kind, one.code) for one in found.refused))
        for kind, code in codes:
            count = sum((one.kind, one.code) == (kind, code) for one in found.refused)
            title = self.tr("有 {n} 条「{kind}」中心没有收", "", count).format(n=count, kind=self.words.kind(kind))
            last = (kind, code) == codes[-1] and self.model.may_note
            act = self.tr("知道了") if last else ""
            rows.append(Row("warn", "ban", title, texts.sentence(code), act, code, self._presenter.note_refused))
        return rows

    def _rest(self, found: Found) -> list[Row]:
        """Entered twice, and what waits for a newer program."""
        rows = []
        for double in found.doubles[:SHOWN_ROWS]:
            words = (
                self.tr("门牌 {what} 登记了 {n} 次") if double.kind == "household" else self.tr("{what} 登记了 {n} 次")
            )
            sub = self.tr("可能是两个门岗各录了一次，核对后可以合并。")
            home = double.household_id
            open_it = self.tr("打开看看") if home else ""
            title = words.format(what=double.label, n=double.count)
            rows.append(Row("info", "copy", title, sub, open_it, home, partial(self._presenter.open_double, home)))
        for lines in found.aside:
            title = self.tr("有 {n} 条「{kind}」先放着", "", lines.count).format(
                n=lines.count, kind=self.words.kind(lines.kind)
            )
            rows.append(Row("info", "hourglass", title, texts.sentence(lines.code)))
        return rows

    def _row(self, row: Row) -> QWidget:
        if not row.icon:
            return label(row.title, "quiet")
        made = AttentionRow(row.tone, row.icon, row.title, row.sub, row.act)
        made.acted.connect(row.do)
        return made

    def _draw_queue(self, found: Found) -> None:
        now = found.now
        pairs = []
        for one in found.queue[:SHOWN_KINDS]:
            words = self.tr("{n} 条 · 最早 {ago}").format(
                n=f"{one.count:,}", ago=self.words.ago(now.ages.now, one.oldest_at)
            )
            pairs.append((capital(self.words.kind(one.kind)), words))
        rest = sum(one.count for one in found.queue[SHOWN_KINDS:])
        if rest:
            pairs.append((self.tr("其他"), self.tr("{n} 条").format(n=f"{rest:,}")))
        alone = now.state is State.ALONE
        self._queue.show_pairs([] if alone else pairs)
        self.queue.set_title(self.tr("待传 {n} 条").format(n=f"{now.waiting:,}") if pairs and not alone else "")
        show_if(self._none, alone or not pairs)
        self._none.setText(
            self.tr("登记、计数、设置都存在这台电脑里，断网断电都不丢。")
            if alone
            else self.tr("都送到了，没有要传的。")
        )

    def _draw_others(self, found: Found) -> None:
        now = found.now.ages.now
        pairs = []
        for one in found.others[:SHOWN_ROWS]:
            name = one.gate or self.tr("一台电脑（尾号 {tail}）").format(tail=one.device)
            if one.heard_at is None:
                pairs.append((name, self.tr("还没有听到过")))
            else:
                pairs.append((name, self.tr("{ago}听到").format(ago=self.words.ago(now, one.heard_at))))
        self._others.show_pairs(pairs)
        self.others.set_title(self.tr("小区里别的门岗"))
        show_if(self.others, bool(pairs))
        show_if(self._beside, bool(pairs) or found.now.state is not State.ALONE)

    def _draw_craft(self, model: SyncModel) -> None:
        found = model.found
        assert found is not None
        linked = found.now.state is not State.ALONE
        idle = not model.busy
        self._hub.setText(self.tr("中心：{hub}").format(hub=found.now.hub) if linked and found.now.hub else "")
        show_if(self._hub, bool(self._hub.text()))
        show_if(self.craft, model.may_link and model.has_line and (linked or model.may_carry))
        for button in (self.invite, self.unlink):
            show_if(button, linked)
        for button in (self.out, self.inn):
            show_if(button, model.may_carry)
        show_if(self.hand, model.may_carry and not linked)
        for button in (self.invite, self.hand, self.unlink, self.out, self.inn):
            button.setEnabled(idle)

    def _when(self, at_ms: int) -> str:
        today = self.model.found is not None and self._presenter.day(at_ms) == self._presenter.day(
            self.model.found.now.ages.now
        )
        return moments.near(self._presenter.local(at_ms), today=today)

    def restyle(self) -> None:
        self._all.setSpacing(current().space("m"))
        for box in (self._rows, self._queue, self._others):
            box.setSpacing(current().space("s"))

    def retranslate(self) -> None:
        self.matters.set_title(self.tr("请看一下"))
        self.craft.set_title(self.tr("管理员"))
        self.invite.setText(self.tr("邀请另一台电脑"))
        self.hand.setText(self.tr("用 U 盘邀请另一台电脑"))
        self.out.setText(self.tr("存到 U 盘"))
        self.inn.setText(self.tr("从 U 盘读入"))
        self.unlink.setText(self.tr("断开中心"))
        self.draw(self.model)


class Facts(QVBoxLayout):
    """Words and values, made anew only when they differ."""

    def __init__(self) -> None:
        super().__init__()
        self._pairs: list[tuple[str, str]] = []

    def show_pairs(self, pairs: list[tuple[str, str]]) -> None:
        if pairs != self._pairs:
            self._pairs = pairs
            _fill(self, [facts(pairs, 1)] if pairs else [])


def _fill(box: QVBoxLayout, widgets: list[QWidget]) -> None:
    """Other rows in a column."""
    while (item := box.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
    for widget in widgets:
        box.addWidget(widget)
