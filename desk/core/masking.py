"""Masking: how personal data stands on a list, a print, a screen or an export unless someone revealed it."""

from __future__ import annotations

COMPOUND_SURNAMES = frozenset(
    "欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 "
    "仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 "
    "段干 百里 呼延 东郭 南门 羊舌 微生 公户 公玉 公仪 梁丘 公仲 公上 公门 公山 公坚 左丘 公伯 西门 公祖 第五 公乘 贯丘 公皙 "
    "南荣 东里 东宫 仲长 子书 子桑 即墨 达奚 褚师 纳兰 完颜 叶赫 那拉 爱新 富察".split()
)


def surname(name: str) -> str:
    """The family name: two characters for a compound surname, the first word of a Latin name, else one character."""
    name = name.strip()
    if name[:2] in COMPOUND_SURNAMES and len(name) > 2:
        return name[:2]
    if name[:1].isascii():
        return name.split()[0] if name.split() else ""
    if "·" in name:
        return name.split("·")[0]
    return name[:1]


def mask_name(name: str) -> str:
    """`欧阳修` -> `欧阳*`, `Anna Smith` -> `Anna *`; empty stays empty."""
    head = surname(name)
    if not head:
        return ""
    return f"{head} *" if head.isascii() else f"{head}*"


def mask_phone(phone: str) -> str:
    """Only the last four digits stand: `*******5678`."""
    return f"*******{phone[-4:]}" if len(phone) > 4 else ("*" * 7 + phone if phone else "")


def mask_id(number: str) -> str:
    """First three and last two characters stand (DOMAIN B3)."""
    return f"{number[:3]}{'*' * (len(number) - 5)}{number[-2:]}" if len(number) > 5 else "*" * len(number)


def mask_plate(plate: str) -> str:
    """`沪A12345` -> `沪A·**345`."""
    plate = plate.replace("·", "").replace(" ", "")
    return f"{plate[:2]}·**{plate[-3:]}" if len(plate) > 5 else plate


def mask_room(building: str, unit: str, room: str) -> str:
    """Building and floor stand, the door does not: `3-1-12**`."""
    floor = f"{room[:-2]}**" if len(room) > 2 else "**"
    return "-".join(part for part in (building, unit, floor) if part)
