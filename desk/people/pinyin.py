"""Pinyin of names: the usual reading, the reading as a surname, and the other readings a name may be typed by."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache, lru_cache
from itertools import product

from desk.people.variants import VARIANTS, is_han

MAX_SPELLINGS = 6

# Read differently as a surname (pypinyin gives the ordinary reading). Several: all of them are heard.
SURNAMES = {
    pair[0]: tuple(pair[1:].split("/"))
    for pair in (
        "曾zeng 单shan 仇qiu 解xie 区ou 查zha 翟zhai 覃qin/tan 缪miao 朴piao 盖ge 宓fu/mi 尉wei/yu 乐yue/le 召shao 员yun 贠yun 种chong "
        "秘bi 折she 黑he 繁po 冼xian 洗xian 句gou 柏bai/bo 薄bo 谌chen/shen 逄pang 祭zhai 能nai 訾zi 厘xi 撒sa 宿su/xiu 阙que 都du "
        "隗wei/kui 佴nai 郇xun/huan 郗xi/chi 郄qie/xi 葛ge 盛sheng 贾jia 沈shen 颉xie 燕yan 应ying 宁ning 甯ning 牟mu/mou 莘shen/xin "
        "行xing/heng 重chong 过guo 藏zang 臧zang 瞿qu 纪ji 任ren 华hua 洪hong 幺yao 呙guo 阚kan 炅gui/jiong 眭sui 笪da 昝zan 芮rui "
        "庹tuo 妫gui 褚chu 晁chao 车che 石shi 夏xia 奇qi 宗zong 俞yu 曲qu 卜bu 令ling 那na 长zhang/chang 朝chao 殷yin 恽yun 於yu 钭tou "
        "景jing 万wan 谷gu 强qiang 尹yin 嵇ji 郏jia 郦li 逯lu 麴qu 缑gou 亓qi 邸di 冒mao/mo 哈ha 干gan "
        "适kuo/shi 相xiang 舍she 弗fu 乜nie 鲜xian 观guan 仉zhang 佘she 闫yan 竺zhu 晟cheng/sheng 粘nian 么yao 枞zong"
    ).split()
}
COMPOUNDS = {
    pair[:2]: tuple(pair[2:].split("'"))
    for pair in (
        "尉迟yu'chi 万俟mo'qi 单于chan'yu 长孙zhang'sun 澹台tan'tai 乐正yue'zheng 亓官qi'guan 令狐ling'hu 鲜于xian'yu 濮阳pu'yang 宰父zai'fu "
        "夹谷jia'gu 皇甫huang'fu 拓跋tuo'ba 叶赫ye'he 那拉na'la 宇文yu'wen 呼延hu'yan 公冶gong'ye 南宫nan'gong 夏侯xia'hou 段干duan'gan"
    ).split()
}
# Heard both ways inside a given name.
GIVEN = {
    pair[0]: tuple(pair[1:].split("/"))
    for pair in (
        "乐le/yue 朝chao/zhao 长chang/zhang 行xing/hang 盛sheng/cheng 茜qian/xi 晟sheng/cheng 莞guan/wan 柏bai/bo 仔zi/zai 重zhong/chong "
        "奇qi/ji 传chuan/zhuan 曾zeng/ceng 靓liang/jing 颉jie/xie 觉jue/jiao 校xiao/jiao 好hao 佛fo/fu 参can/shen 藏cang/zang 佑you "
        "单dan/shan 车che/ju 石shi/dan 地di 为wei 会hui/kuai 种zhong/chong 谷gu/yu 娜na/nuo 亲qin/qing 都du/dou 尉wei/yu 说shuo/yue 降xiang/jiang 宿su/xiu "
        "婼ruo/chuo"
    ).split()
}
# Where the dictionary has none or an unlikely reading for a character met in names.
RARE = {
    "𬱖": "wei",
    "𫖮": "yi",
    "𬀩": "wei",
    "𫍯": "xi",
    "𬭎": "hong",
    "𬍛": "guan",
    "𠮷": "ji",
    "龑": "yan",
    "䶮": "yan",
    "𬘭": "chen",
}


@cache
def _dictionary() -> Callable[[str], str]:
    """pypinyin without its phrase tables: 44 ms and 22 MB instead of 170 ms and 65 MB, loaded at the first need."""
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin import Style, lazy_pinyin  # imported here: the window must be painted before this is needed

    def read(char: str) -> str:
        found = lazy_pinyin(char, style=Style.NORMAL, errors="ignore")
        return str(found[0]) if found else ""

    return read


@lru_cache(maxsize=30_000)
def reading(char: str) -> str:
    """The usual toneless reading of one character, ü written v; "" when there is none."""
    if char in RARE:
        return RARE[char]
    return _dictionary()(char) or _dictionary()(VARIANTS.get(ord(char), char))


def load() -> None:
    """Read the dictionary now (a lane calls this in the background, so that the first search does not wait)."""
    reading("张")


@lru_cache(maxsize=20_000)
def spellings(name: str) -> tuple[tuple[str, ...], ...]:
    """Ways a name's Chinese characters may be read, likeliest first, at most MAX_SPELLINGS; () without any.

    `曾乐` -> (("zeng", "le"), ("zeng", "yue"), ("ceng", "le"), ...); ü is v in the first, u as well in others.
    """
    chars = [c for c in name.translate(VARIANTS) if is_han(c)]
    per_char = [options for options in map(_options, range(len(chars)), [chars] * len(chars)) if options]
    if not per_char:
        return ()
    found = dict.fromkeys(_few(per_char))
    for syllables in list(found):
        if any("v" in s for s in syllables):
            found[tuple(s.replace("v", "u") for s in syllables)] = None
    return tuple(found)[:MAX_SPELLINGS]


def syllables(name: str) -> tuple[str, ...]:
    """The likeliest reading, one syllable a character; stored as `name_pinyin` joined by blanks."""
    found = spellings(name)
    return found[0] if found else ()


@lru_cache(maxsize=30_000)
def readings(char: str) -> tuple[str, ...]:
    """Every reading of one character, in a surname or in a given name, ü both as v and as u."""
    char = char.translate(VARIANTS)
    compound = [COMPOUNDS[pair][pair.index(char)] for pair in COMPOUNDS if char in pair]
    found = [reading(char), *SURNAMES.get(char, ()), *GIVEN.get(char, ()), *compound]
    return tuple(dict.fromkeys(s for one in found if one for s in (one, one.replace("v", "u"))))


def _options(index: int, chars: list[str]) -> tuple[str, ...]:
    head = "".join(chars[:2])
    usual = reading(chars[index])
    if index < 2 and head in COMPOUNDS and len(chars) > 2:
        return tuple(dict.fromkeys((COMPOUNDS[head][index], usual)))
    if index == 0:
        return tuple(s for s in dict.fromkeys((*SURNAMES.get(chars[0], ()), usual)) if s)
    return tuple(s for s in dict.fromkeys((usual, *GIVEN.get(chars[index], ()))) if s)


def _few(per_char: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The likeliest combinations: all when few, else one other reading at a time."""
    total = 1
    for choice in per_char:
        total *= len(choice)
    if total <= MAX_SPELLINGS:
        return list(product(*per_char))
    first = tuple(choice[0] for choice in per_char)
    others = [(*first[:i], other, *first[i + 1 :]) for i, c in enumerate(per_char) for other in c[1:]]
    return [first, *others][:MAX_SPELLINGS]
