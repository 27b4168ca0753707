"""The lint of what is to stand in public: refuses what looks like a phone, an ID number, or a name with a door. Pure.

It looks through the dresses numbers wear: full-width and circled digits, Chinese numerals, letters O for zeros, invisible
characters, any grouping. Dates, times, years, sums and lists of buildings are no numbers of persons.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

PHONE_LEAST, ID_LEAST = 7, 15  # digits: a local line; an ID number of before 1999, which had no check character
_NUMERALS = dict(
    zip("零〇○洞一二三四五六七八九幺两拐勾壹贰叁肆伍陆柒捌玖貳參陸", "00001234567891279123456789236", strict=True)
)
_DROPPED = ("Cf", "Mn", "Me", "Cc", "Cs", "Co", "Cn")
_GAP = r"[\s:\-—–―_.·•・/\\*+~|,，、（）()［］\[\]]{0,3}"
_RUN = re.compile(rf"\d(?:{_GAP}[\dOo]){{{PHONE_LEAST - 1},}}(?:{_GAP}[Xx](?![A-Za-z]))?")
_MASKS = (
    re.compile(r"(?<![\d:])(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:])"),  # a time
    re.compile(r"(?<![\d])(?:19|20)\d{2}\s*[-—–~/.、]{1,2}\s*(?:19|20)\d{2}(?=\s*(?:年|学年|$|[^\d\s.\-/—]))"),
    re.compile(r"(?<!\d)\d{1,3}(?:,\d{3})+(?:\.\d+)?\s*(?=[元人户件次册平米个])"),  # a sum
)
_DATE = re.compile(r"(?<![\d\-/.])((?:19|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?![\-/.]?\d)")
_MONTH_DAY = re.compile(r"(?<![\d\-/.])(\d{1,2})[-/.](\d{1,2})(?![\-/.]?\d)")
_FROM_TO = re.compile(r"(?<![\d\-/.])(\d{1,2})[/.](\d{1,2})\s*[-—–~至]\s*(\d{1,2})[/.](\d{1,2})(?![\-/.]?\d)")
_LISTED = re.compile(r"(?<!\d)\d{1,2}(?:\s*[、,，]\s*\d{1,2})+(?!\s*[、,，.·\-—]?\s*\d)")
_MARKUP = re.compile(r"</?[A-Za-z!][^<>\n]{0,80}>|&(?:#x?[0-9A-Fa-f]+|[A-Za-z]{2,8});|javascript:|\{\{|\}\}|<%")

_N = r"[0-9零〇一二三四五六七八九十百A-Za-z]"
_DOOR = re.compile(
    rf"{_N}{{1,4}}\s*(?:号楼|栋|幢|座|弄|号|#|楼|[-－—])\s*(?:{_N}{{1,3}}\s*(?:号楼|号|栋|幢|单元|门|梯|[-－—])\s*)?"
    rf"[0-9零〇一二三四五六七八九]{{3,4}}(?:\s*[A-Da-d](?![A-Za-z]))?(?:室|房|户|号)?(?![0-9:：])"
    rf"|[0-9零〇一二三四五六七八九十百]{{2,5}}\s*(?:室|房(?!间)|号房)"
)
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜"
    "范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强丛滕党"
)
_COMPOUND = "欧阳|上官|司徒|司马|诸葛|慕容|皇甫|令狐|尉迟|东方|夏侯|公孙|长孙|宇文|端木|独孤|南宫|太史|闻人"
_HAN = "\u3400-\u9fff\U00020000-\U000323af"
_SURNAME = f"(?:{_COMPOUND}|[{_SURNAMES}])"
_TITLES = (
    "先生|女士|小姐|阿姨|叔叔|大爷|大妈|奶奶|爷爷|阿婆|阿公|师傅|老师|老太|伯伯|大叔|大姐|同志|主任|书记|经理|警官|家"
)
_TITLED = re.compile(f"{_SURNAME}[{_HAN}*某]{{0,2}}?(?:{_TITLES})")
_BARE = re.compile(
    f"(?<![0-9.:])(?!1(?:10|19|20|22)(?![0-9]))[1-9][0-9]{{2,3}}\\s*{_SURNAME}[{_HAN}*]{{0,2}}?(?:{_TITLES})"
)
_CUED = re.compile(f"(?:业主|住户|户主|居民|租客|我叫|名叫|姓名|姓)[:：\\s]*(?:{_COMPOUND}|[{_HAN}])[{_HAN}*]{{1,2}}")
_ALONE = re.compile(f"(?<![{_HAN}])(?:(?:{_COMPOUND})[{_HAN}*]{{1,2}}|[{_SURNAMES}][{_HAN}*]{{1,2}})(?![{_HAN}])")
_BESIDE = re.compile(f"(?:的|住|在|业主|住户|户主|居民)?[\\s（(:：,，]*({_SURNAME}[{_HAN}*]{{1,2}})")
_LATIN = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr)\.?\s+[A-Z][a-z]+|[A-Z][a-z]+\s+[A-Z][a-z]{2,}")
_NO_NAMES = frozenset(
    "周一 周二 周三 周四 周五 周六 周日 周末 周年 周边 周围 高温 高压 高空 马上 马桶 万一 方便 方法 常年 安全 安装 安静 金属 石材 白天 "
    "时间 时段 常见 成功 项目 关于 关闭 向导 单元 单位 查看 包括 文明 文化 文体 文件 文娱 路灯 路面 管道 管理 管线 党员 党群 党建 党总支 "
    "余下 任何 施工 温馨 温度 洪水 严禁 严格 费用 纪念 景观 景区 阳台 阳光 强电 弱电 成人 成员 江苏 江西 云南 牛奶 田园 夏季 秋季 冬季 "
    "易燃 易爆 申请 申报 毕业 左右 左侧 贺卡 解除 解决 支部 游泳 舒适 章程 洗衣 林荫 花园 庄重 毛巾 祝福 祝贺 宁静 常规 水管 康复 康乐 "
    "花卉 叶子 柳树 梅花 桂花 兰花 顾客 沈阳 苏州 杭州 何时 何处 任务 许可 许多 于是 和平 黄色 白色 金色 周知 颜色 段落 路口 路边 "
    "马路 安排 温暖 季度 季节 钟点 钱款 常住 位置 位于 齐全 童装 强调 强风 甘蔗 关注 成立 解答 党日".split()
)
NOBODY: Mapping[str, Collection[str]] = MappingProxyType({})
_STOPS = "。！？!?;；\n"


class Looks(StrEnum):
    """What a piece of text looks like."""

    PHONE = "phone"
    ID_NUMBER = "id_number"
    NAME_DOOR = "name_door"
    MARKUP = "markup"


@dataclass(frozen=True)
class Found:
    """A piece of the text as it was given, text[start:end]."""

    looks: Looks
    start: int
    end: int


def lint(
    text: str,
    numbers: Collection[str] = (),
    names: Collection[str] = (),
    homes: Mapping[str, Collection[str]] = NOBODY,
) -> tuple[Found, ...]:
    """What must not stand in public, in the order of the text.

    numbers: telephone numbers everybody may see (of the gate, of the property); names: of people known to the estate;
    homes: people whose doors are known, with the numbers of their rooms, which give them away anywhere in the text.
    """
    seen, at = _undressed(text)
    found = [*_numbers(seen, numbers), *_doors(seen, [*names, *homes]), *_at_home(seen, homes)]
    found += [(Looks.MARKUP, match.start(), match.end()) for match in _MARKUP.finditer(seen)]
    return tuple(sorted((Found(looks, at[a], at[b - 1] + 1) for looks, a, b in found), key=lambda one: one.start))


def _undressed(text: str) -> tuple[str, list[int]]:
    """The text without invisible characters, compatible forms made plain; where each character came from."""
    seen: list[str] = []
    at: list[int] = []
    for nth, char in enumerate(text):
        if char not in "\n\t" and unicodedata.category(char) in _DROPPED:
            continue
        for plain in unicodedata.normalize("NFKC", char):
            if plain in "\n\t" or unicodedata.category(plain) not in _DROPPED:
                seen.append(plain)
                at.append(nth)
    return "".join(seen), at


def _numbers(seen: str, known: Collection[str]) -> Iterable[tuple[Looks, int, int]]:
    """Runs of digits in any grouping that are too long to be anything else than a number of somebody."""
    plain = _counted("".join(_NUMERALS.get(c, c) for c in seen))
    for number in known:
        if len(number) >= PHONE_LEAST:
            plain = re.sub(rf"(?<!\d)(?<!\d[ \-—.·]){_GAP.join(number)}(?![ \-—.·]?\d)", _blank, plain)
    for match in _RUN.finditer(plain):
        if not any(c.isdigit() for c in _short_dates(match[0])):
            continue
        digits = "".join("0" if c in "Oo" else c for c in match[0] if c.isalnum())
        if len(digits) < PHONE_LEAST:
            continue
        looks = Looks.ID_NUMBER if len(digits) >= ID_LEAST else Looks.PHONE
        yield looks, match.start(), match.end()


def _counted(plain: str) -> str:
    """The same with whole dates, times, years and sums blanked out, at the same length."""
    for mask in _MASKS:
        plain = mask.sub(_blank, plain)
    return _DATE.sub(lambda m: _blank(m) if _is_date(int(m[1]), int(m[2]), int(m[3])) else m[0], plain)


def _short_dates(run: str) -> str:
    """A run with days of the year and rising lists blanked out; only a run of nothing else is innocent."""
    run = _FROM_TO.sub(lambda m: _blank(m) if _is_span(*map(int, m.groups())) else m[0], run)
    run = _MONTH_DAY.sub(lambda m: _blank(m) if _is_date(2024, int(m[1]), int(m[2])) else m[0], run)
    return _LISTED.sub(lambda m: _blank(m) if _rises(m[0]) else m[0], run)


def _blank(match: re.Match[str]) -> str:
    return "□" * len(match[0])


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _is_span(month: int, day: int, last_month: int, last_day: int) -> bool:
    return _is_date(2024, month, day) and _is_date(2024, last_month, last_day)


def _rises(listed: str) -> bool:
    """`1、2、3、5、8` counts up, as buildings in a list do and the digits of a phone number do not."""
    values = [int(part) for part in re.findall(r"\d+", listed)]
    return all(one < other for one, other in itertools.pairwise(values))


def _doors(seen: str, names: Collection[str]) -> Iterable[tuple[Looks, int, int]]:
    """A door with somebody's name in the same sentence."""
    for match in _DOOR.finditer(seen):
        start, end = _sentence(seen, match.start(), match.end())
        if _is_day(match[0]) or not _named(seen, match, start, end, names):
            continue
        yield Looks.NAME_DOOR, match.start(), match.end()
    for match in _BARE.finditer(seen):
        yield Looks.NAME_DOOR, match.start(), match.end()


def _at_home(seen: str, homes: Mapping[str, Collection[str]]) -> Iterable[tuple[Looks, int, int]]:
    """Somebody's name and the number of the room where they live, however far apart, also with blanks in the name."""
    plain = "".join(_NUMERALS.get(c, c) for c in seen)
    for name, rooms in homes.items():
        said = re.search(r"\s*".join(map(re.escape, name)), seen)
        for room in rooms if said is not None else ():
            door = re.search(rf"(?<![0-9A-Za-z]){re.escape(room)}(?![0-9A-Za-z])", plain, re.IGNORECASE)
            if door is not None:
                yield Looks.NAME_DOOR, door.start(), door.end()


def tight(text: str) -> str:
    """The text as it is compared with names: invisible signs and blanks are gone."""
    return "".join(_undressed(text)[0].split())


def _is_day(door: str) -> bool:
    """`2026-11` or `11-22`-like pieces of a date are no door."""
    return bool(re.fullmatch(r"(?:19|20)\d{2}\s*[-—]\s*\d{1,2}|\d{1,2}\s*[-—]\s*(?:19|20)\d{2}", door.strip()))


def _named(seen: str, door: re.Match[str], start: int, end: int, names: Collection[str]) -> bool:
    around = seen[start : door.start()] + "\n" + seen[door.end() : end]
    if any(len(name) > 1 and name in around for name in names):
        return True
    if _TITLED.search(around) or _CUED.search(around) or _LATIN.search(around):
        return True
    if any(_is_name(one[0]) for one in _ALONE.finditer(around)):
        return True
    beside = _BESIDE.match(seen, door.end(), end)
    return bool(beside and _is_name(beside[1]))


def _is_name(word: str) -> bool:
    return word not in _NO_NAMES and word[:2] not in _NO_NAMES


def _sentence(seen: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the sentence a piece stands in."""
    left = max(seen.rfind(stop, 0, start) for stop in _STOPS) + 1
    ends = [at for stop in _STOPS if (at := seen.find(stop, end)) >= 0]
    return left, min(ends, default=len(seen))
