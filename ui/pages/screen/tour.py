"""The tour's steps of the public screen: the list, a notice being written, what is refused, the monitor, the screen itself."""

from __future__ import annotations

from typing import Any

from ui.tour import Drive, Stage, Step


def notices(stage: Stage) -> Drive:
    """What hangs, and the screen as it is."""
    stage.go("screen")
    page: Any = stage.page("screen")
    yield lambda: bool(page.model.rows) and bool(page.list.picture.shown.head.time)


def written(stage: Stage) -> Drive:
    """A notice with its live picture."""
    stage.go("screen")
    page: Any = stage.page("screen")
    yield lambda: page.model.known
    page._presenter.new()
    yield lambda: page.section == "edit"
    page.form.title.setText("周日义诊")
    page.form.words.setPlainText("社区卫生站的医生来量血压、看用药。\n上午 9:00 到 11:00，在活动室。")
    yield lambda: page.form.picture.shown.turns[0].title == "周日义诊"


def refused(stage: Stage) -> Drive:
    """The lint says at once what cannot hang."""
    yield from written(stage)
    page: Any = stage.page("screen")
    page.form.words.setPlainText("想参加的请打 104 0000 1234 找王阿姨。")
    yield lambda: bool(page.form._lint.text())


def sentences(stage: Stage) -> Drive:
    """What an emergency will say."""
    stage.go("screen", section="sentences")
    page: Any = stage.page("screen")
    yield lambda: page.model.known and bool(page.sentences.pairs()[0][0])


def monitor(stage: Stage) -> Drive:
    """Which monitor."""
    stage.go("screen", section="monitor")
    page: Any = stage.page("screen")
    yield lambda: page.model.known
    page.on_show(section="monitor")


STEPS = [
    Step(870, "screen-notices", notices), Step(871, "screen-write", written), Step(872, "screen-refused", refused),
    Step(873, "screen-sentences", sentences), Step(874, "screen-monitor", monitor),
]  # fmt: skip
