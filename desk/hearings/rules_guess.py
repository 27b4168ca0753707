"""What a matter is about, guessed from its words, so that a tile is chosen already. A person's choice always stands."""

from __future__ import annotations

from desk.hearings.rules import Category

_WORDS: tuple[tuple[Category, tuple[str, ...]], ...] = (
    (Category.TRAPPED, ("困在电梯", "电梯困人", "关在电梯", "困电梯", "trapped")),
    (Category.FIRE, ("着火", "起火", "冒烟", "火灾", "烧焦", "fire", "smoke")),
    (Category.GAS, ("燃气味", "煤气味", "燃气泄漏", "煤气泄漏", "gas leak", "smell of gas")),
    (Category.INJURY, ("摔倒", "晕倒", "受伤", "流血", "昏迷", "injured", "fell down")),
    (Category.THROWING, ("高空抛", "抛物", "楼上扔", "往下扔", "thrown")),
    (Category.EBIKE, ("电瓶车", "电动车", "充电", "飞线", "e-bike", "ebike")),
    (Category.LIFT, ("电梯", "lift", "elevator")),
    (Category.UTILITY, ("漏水", "停水", "没水", "停电", "没电", "跳闸", "下水道", "堵了", "水管", "leak", "power cut", "no water")),
    (Category.NOISE, ("太吵", "噪声", "噪音", "吵", "广场舞", "半夜响", "noise", "noisy", "loud")),
    (Category.PARKING, ("停车", "车位", "占位", "堵路", "地锁", "parking", "parked")),
    (Category.HYGIENE, ("垃圾", "堆物", "堆放", "保洁", "脏", "臭", "蟑螂", "老鼠", "狗屎", "rubbish", "dirty", "smell")),
    (Category.SECURITY, ("小偷", "被偷", "陌生人", "可疑", "监控", "尾随", "stolen", "thief", "stranger")),
    (Category.DISPUTE, ("吵架", "纠纷", "打架", "邻居", "楼上", "楼下", "quarrel", "neighbour")),
    (Category.FACILITY, ("灯", "门禁", "门坏", "路面", "围墙", "座椅", "健身", "井盖", "栏杆", "坏了", "broken", "light")),
    (Category.SERVICE, ("物业", "态度", "收费", "物业费", "客服", "fee")),
)  # fmt: skip


def guess(text: str) -> Category | None:
    """The first that fits, matters of life before all others; None when no word tells."""
    said = text.casefold()
    return next((category for category, words in _WORDS if any(word in said for word in words)), None)
