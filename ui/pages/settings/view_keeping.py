"""Section: the lock, switching people, how little is written down and how long it is kept."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QCheckBox, QSpinBox, QVBoxLayout, QWidget

from ui.pages.settings import view_words as words
from ui.pages.settings.model import LOCK_CHOICES, SWITCH_CHOICES, KeepingModel, Kept
from ui.pages.settings.view_panel import LEFT, Panel, button, fill
from ui.shell.ports import Question
from ui.texts import of_error
from ui.theme import current
from ui.widgets.attention import AttentionRow
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.form import Field, Form
from ui.widgets.pickers import PickBox
from ui.widgets.themed import label, show_if

MOST_DAYS = 36_500


class KeepingPanel(Panel):
    def __init__(self, presenter: Any) -> None:
        super().__init__(presenter)
        presenter.show, presenter.wrong = self.show_model, self._on_wrong
        self.model = KeepingModel()
        self._clock, self._lock, self._few, self._long = Card(tone="warn"), Card(), Card(), Card()
        self._doubt = label("", "")
        self.clock_right = button("", self._on_clock, "quiet", "check")
        self._clock.body.addWidget(self._doubt)
        self._clock.body.addWidget(self.clock_right, 0, LEFT)
        self._report, self._holds = Card(), Card()
        self.minutes, self.mode = PickBox(), PickBox()
        self.minutes.picked.connect(lambda key: presenter.lock_after(int(key)))
        self.mode.picked.connect(presenter.switch_pin)
        form = Form(columns=2)
        self._minutes_field, self._mode_field = Field("", self.minutes), Field("", self.mode)
        form.add(self._minutes_field)
        form.add(self._mode_field)
        self._lock.body.addWidget(form)
        self.keep_id = QCheckBox()
        self.keep_id.clicked.connect(presenter.keep_id)
        self._keep_help = label("", "quiet")
        self._few.body.addWidget(self.keep_id)
        self._few.body.addWidget(self._keep_help)
        self._long_help = label("", "quiet")
        self._kinds = QWidget()
        self._kinds.setProperty("role", "clear")
        self._flow = FlowLayout(self._kinds, gap="l", equal=True, columns=2)
        self._long.body.addWidget(self._long_help)
        self._long.body.addWidget(self._kinds)
        self.days: dict[str, QSpinBox] = {}
        self._fields: dict[str, Field] = {}
        self._said = label("", "")
        self._clean = button("", presenter.clean_now, "quiet", "refresh")
        self._report.body.addWidget(self._said)
        self._report.body.addWidget(self._clean, 0, LEFT)
        self._hold_rows = QVBoxLayout()
        self._no_hold = label("", "quiet")
        self._holds.body.addWidget(self._no_hold)
        self._holds.body.addLayout(self._hold_rows)
        for card in (self._clock, self._lock, self._few, self._long, self._report, self._holds):
            self.column.addWidget(card)
        self.locked = [self._few, self._long, self._report, self._holds]
        self.ready()

    def heading(self) -> tuple[str, str]:
        return self.tr("保护与期限"), self.tr("只记要用的，到期自动删掉。")

    def show_model(self, model: KeepingModel) -> None:
        kinds = [one.kind for one in model.kinds]
        self.model = model
        self.minutes.set_key(str(model.lock_minutes))
        self.mode.set_key(model.switch_pin)
        self.keep_id.setChecked(model.keep_id)
        if kinds != list(self.days):
            self._make_kinds()
        for one in model.kinds:
            self._show_kind(one)
        self._say_clock()
        self._say_report()
        self._say_holds()

    def _say_clock(self) -> None:
        model = self.model
        show_if(self._clock, bool(model.clock_newest))
        words = self.tr(
            "电脑现在是 {now}，可记录里有更晚的 {newest}。所以来访证先不放行，到期的也先不删。"
            "如果时间以前调错过、现在已经调对，请点下面的按钮。"
        )
        self._doubt.setText(words.format(now=model.clock_now, newest=model.clock_newest))

    def _on_clock(self) -> None:
        model = self.model
        question = Question(
            self.tr("现在是 {now}，对吗？").format(now=model.clock_now),
            self.tr("请和手机上的日期、时间对一下，年份也要看。确认后按这个时间放行和清理，是谁确认的会记下来。"),
            self.tr("时间是对的"), self.tr("再看看"),
        )  # fmt: skip
        self.presenter.confirm_clock(
            model.clock_now_ms, question, lambda: self.done.emit(self.tr("已确认，按现在的时间。"))
        )

    def lock(self, may: bool) -> None:
        super().lock(may)
        show_if(self.clock_right, self.presenter.ports.desk.actor.may("clock.confirm"))
        self._lock.setEnabled(self.presenter.ports.desk.actor.may("settings.desk"))

    def _make_kinds(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        self.days.clear()
        for one in self.model.kinds:
            box = QSpinBox()
            box.setRange(1, MOST_DAYS)
            box.setKeyboardTracking(False)
            box.editingFinished.connect(lambda kind=one.kind: self._on_days(kind))
            self.days[one.kind] = box
            self._fields[one.kind] = Field("", box)
            self._flow.addWidget(self._fields[one.kind])

    def _show_kind(self, one: Kept) -> None:
        box = self.days[one.kind]
        box.setSuffix(self.tr(" 天"))
        if not box.hasFocus():
            box.setValue(one.days)
        if one.shortest > 1:
            help_text = self.tr("法律要求至少 {n} 天").format(n=one.shortest)
        elif one.longest:
            help_text = self.tr("一般 {usual} 天，最多 {longest} 天").format(usual=one.usual, longest=one.longest)
        else:
            help_text = self.tr("一般 {usual} 天").format(usual=one.usual)
        self._fields[one.kind].set_words(words.kind(one.kind), help_text)

    def _on_days(self, kind: str) -> None:
        known = next((one.days for one in self.model.kinds if one.kind == kind), None)
        wanted = self.days[kind].value()
        self._fields[kind].set_error("")
        if wanted != known:
            self.presenter.days(kind, wanted)

    def _on_wrong(self, kind: str, error: Exception) -> None:
        self._fields[kind].set_error(of_error(error))

    def _say_report(self) -> None:
        model = self.model
        show_if(self._clean, bool(model.postponed))
        if not model.report_at:
            self._said.setText(self.tr("还没有清理过。程序每天夜里清理一次，开机时也看一次。"))
            return
        if model.postponed:
            why = self.tr("{when} 没有清理：电脑的时间好像不对，怕误删。时间对的话，请点下面的按钮。")
            self._said.setText(why.format(when=model.report_at))
            return
        lines = [self.tr("{when} 清理过一次。").format(when=model.report_at)]
        gone = [one for one in model.lines if one.erased or one.held]
        for one in gone:
            text = self.tr("{kind}：超过 {days} 天的 {n} 条已删掉").format(
                kind=words.kind(one.kind), days=one.days, n=one.erased
            )
            lines.append(text + (self.tr("，另有 {n} 条依法保留").format(n=one.held) if one.held else ""))
        if not gone:
            lines.append(self.tr("没有到期的内容。"))
        self._said.setText("\n".join(lines))

    def _say_holds(self) -> None:
        rows: list[QWidget] = []
        for one in self.model.holds:
            title = self.tr("{authority} 要求保留到 {until}").format(authority=one.authority, until=one.until)
            row = AttentionRow("warn", "lock", title, one.reason, self.tr("解除"))
            row.acted.connect(lambda hold=one.id: self.presenter.release(hold))
            rows.append(row)
        fill(self._hold_rows, rows)
        show_if(self._no_hold, not rows)

    def restyle(self) -> None:
        super().restyle()
        self._hold_rows.setSpacing(current().space("s"))

    def retranslate(self) -> None:
        self._clock.set_title(self.tr("电脑的时间可能不准"))
        self.clock_right.setText(self.tr("时间是对的"))
        self._lock.set_title(self.tr("锁屏和换人"))
        self._minutes_field.set_words(self.tr("没人动多久就锁屏"), self.tr("锁屏后骑手和快递照常放行"))
        off = self.tr("不自动锁")
        self.minutes.set_choices([(str(n), self.tr("{n} 分钟").format(n=n) if n else off) for n in LOCK_CHOICES])
        self._mode_field.set_words(self.tr("点名字换人时"))
        said = {
            "higher": self.tr("换到权限更大的人才要密码"),
            "always": self.tr("每次都要密码"),
            "never": self.tr("不要密码"),
        }
        self.mode.set_choices([(key, said[key]) for key in SWITCH_CHOICES])
        self._few.set_title(self.tr("少记一点"))
        self.keep_id.setText(self.tr("保存证件号码（只存打了星号的样子）"))
        self._keep_help.setText(self.tr("一般不用开。法律没有要求小区登记证件号码；访客不愿意报，也不能因此不让进。"))
        self._long.set_title(self.tr("保存多久"))
        self._long_help.setText(self.tr("到期自动删除，连搜索、待传的内容和备份里的一起。只留下不带姓名的数字。"))
        self._report.set_title(self.tr("最近一次清理"))
        self._clean.setText(self.tr("时间是对的，现在清理"))
        self._holds.set_title(self.tr("依法保留"))
        self._no_hold.setText(self.tr("没有。公安、法院要求保留的记录会列在这里，到期前不会删。"))
        self.show_model(self.model)
