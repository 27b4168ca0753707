"""What the strip says of the hub: one sentence that never lies, and shorter ones for where room is short."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desk.core.clock import DAY_MS, HOUR_MS, MINUTE_MS
from desk.sync.rules_now import State

if TYPE_CHECKING:
    from desk.sync.reads_now import SyncNow

LOOKS: dict[State, tuple[str, str]] = {
    State.ALONE: ("plain", "device-desktop"),
    State.AGREED: ("ok", "cloud-check"),
    State.SENDING: ("info", "cloud-up"),
    State.STUCK: ("warn", "cloud-up"),
    State.NO_LINE: ("warn", "cloud-off"),
    State.NEVER: ("info", "cloud-question"),
    State.COPIED: ("warn", "alert-triangle"),
    State.WENT_BACK: ("warn", "alert-triangle"),
    State.REVOKED: ("bad", "ban"),
    State.TOO_OLD: ("warn", "alert-triangle"),
}


@dataclass(frozen=True)
class Strip:
    """texts: the whole sentence first, each further one shorter. Icon, tone and words say the same."""

    tone: str
    icon: str
    texts: tuple[str, ...]


class StripWords(QObject):
    """Sentences for SyncNow."""

    def strip(self, now: SyncNow) -> Strip:
        tone, icon = LOOKS[now.state]
        heard = now.ages.heard_at
        lost = now.state is State.NO_LINE and heard is not None
        return Strip(tone, icon, self._no_line(now, now.ages.now - (heard or 0)) if lost else self._texts(now))

    def ago(self, now_ms: int, at: int | None) -> str:
        """`3 小时前`; of a moment nobody knows "从没"."""
        if at is None:
            return self.tr("从没")
        age = max(0, now_ms - at)
        if age < MINUTE_MS:
            return self.tr("刚刚")
        if age < HOUR_MS:
            return self.tr("{n} 分钟前").format(n=age // MINUTE_MS)
        if age < DAY_MS:
            return self.tr("{n} 小时前").format(n=age // HOUR_MS)
        return self.tr("{n} 天前", "", age // DAY_MS).format(n=age // DAY_MS)

    def _texts(self, now: SyncNow) -> tuple[str, ...]:
        special = self._special(now)
        if special:
            return special
        ago = self.ago(now.ages.now, now.ages.agreed_at)
        never = self.tr("还没有与中心对齐过")
        known = now.ages.agreed_at is not None
        whole = self.tr("{ago}与中心对齐").format(ago=ago) if known else never
        brief = self.tr("{ago}对齐").format(ago=ago) if known else never
        waits, short = self._waiting(now)
        last = (f"{brief} · {waits}", f"{brief} · {short}", short) if now.waiting else (brief, brief, short)
        return (" · ".join((whole, waits, *self._matters(now))), *last)

    def _no_line(self, now: SyncNow, silent_ms: int) -> tuple[str, ...]:
        """For how long nothing of the hub has come, and what waits."""
        span = self._span(silent_ms)
        since = self.tr("{span}没有线路").format(span=span)
        if not now.waiting:
            return " · ".join((since, self.tr("没有要传的"), *self._matters(now))), since, since
        waits, short = self._waiting(now)
        whole = " · ".join((since, waits, *self._matters(now)))
        return whole, f"{since} · {waits}", f"{since} · {short}", f"{span} · {short}"

    def _span(self, ms: int) -> str:
        """`3 小时`."""
        if ms < HOUR_MS:
            return self.tr("{n} 分钟").format(n=ms // MINUTE_MS)
        if ms < DAY_MS:
            return self.tr("{n} 小时").format(n=ms // HOUR_MS)
        return self.tr("{n} 天", "", ms // DAY_MS).format(n=ms // DAY_MS)

    def _matters(self, now: SyncNow) -> list[str]:
        return [self.tr("{n} 处要看", "", now.matters).format(n=now.matters)] if now.matters else []

    def _waiting(self, now: SyncNow) -> tuple[str, str]:
        if not now.waiting:
            return self.tr("都已存好"), self.tr("都已存好")
        short = self.tr("待传 {n} 条").format(n=f"{now.waiting:,}")
        late = now.ages.oldest_at is not None and now.ages.now - now.ages.oldest_at >= MINUTE_MS
        oldest = self.tr("最早 {ago}").format(ago=self.ago(now.ages.now, now.ages.oldest_at))
        return f"{short} · {oldest}" if late else short, short

    def _special(self, now: SyncNow) -> tuple[str, ...] | None:
        saved = self.tr("都存在本机")
        return {
            State.ALONE: (self.tr("不联网也能用 · 都存在本机"), saved, saved),
            State.COPIED: (
                self.tr("这台电脑像是恢复或复制过，请看一下"), self.tr("像是恢复或复制过"), self.tr("请看一下"),
            ),
            State.WENT_BACK: (
                self.tr("中心退回过旧数据，正在补回去"), self.tr("中心退回过旧数据"), self.tr("请看一下"),
            ),
            State.REVOKED: (
                self.tr("中心停用了这台电脑 · 只能看"), self.tr("中心停用了这台电脑"), self.tr("已停用"),
            ),
            State.TOO_OLD: (
                self.tr("程序太旧，中心不再收 · 记录还在本机"), self.tr("程序太旧，中心不再收"), self.tr("程序太旧"),
            ),
        }.get(now.state)  # fmt: skip
