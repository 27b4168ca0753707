"""Invented people: names spread as names are, phones and plates that can belong to nobody.

Phones begin with 104 and have eleven digits: mobile numbers of the numbering plan begin with 13 to 19, 10x are short
numbers of services, and 104 is none of them, so that what is invented here rings nowhere. Plates have the letter I as
their office: GA 36 leaves I and O out, so no office has it.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

# Surnames with people per thousand, rounded from the public statistics of the Ministry of Public Security.
_SURNAMES = (
    "王72 李71 张68 刘54 陈46 杨31 黄22 赵21 吴20 周20 徐15 孙15 马13 朱13 胡12 郭12 何11 林11 高10 罗10 郑9 梁8 谢8 宋7 唐7 许6 韩6 冯6 邓6 "
    "曹6 彭5 曾5 肖5 田5 董5 潘4 袁4 蔡4 蒋4 余4 于4 杜4 叶4 程4 魏4 苏4 吕4 丁3 任3 卢3 姚3 沈3 钟3 姜3 崔3 谭3 陆3 范3 汪3 廖3 石2 金2 "
    "韦2 贾2 夏2 付2 方2 邹2 熊2 白2 孟2 秦2 邱2 侯2 江2 尹2 薛2 闫2 段2 雷2 黎2 史2 龙2 陶2 贺2 顾2 毛2 郝2 龚2 邵2 万2 钱2 严2 武1 戴1 "
    "莫1 孔1 向1 汤1 常1 温1 康1 施1 文1 牛1 樊1 葛1 邢1 安1 齐1 易1 乔1 伍1 庞1 颜1 倪1 庄1 聂1 章1 鲁1 岳1 翟1 申1 欧1 耿1 关1 兰1 焦1 俞1 "
    "左1 柳1 甘1 祝1 包1 宁1 单1 仇1 解1 区1 查1 覃1 缪1 朴1 盖1 柯1 阮1 纪1 舒1 屈1 项1 裴1 欧阳1 司马1 上官1 尉迟1 诸葛1 慕容1 司徒1 令狐1"
)
# Given names by the years people were born in: elders, the middle, the young.
_GIVEN = {
    ("old", "m"): "建国 国强 志明 德华 福生 根宝 永康 家骏 世荣 长庚 金泉 阿毛 文彬 子良 耀祖 正平 庆丰 宝山 春生 水根 学文 鹤年 松涛 维汉",
    ("old", "f"): "秀英 桂英 玉兰 素珍 凤珍 月娥 惠芳 淑贞 美华 兰芬 阿妹 金娣 彩云 菊香 杏珍 佩华 翠花 慧珍 桂香 雪芳 静娴 婉如",
    ("mid", "m"): "伟 军 勇 磊 强 涛 斌 超 鹏 辉 刚 峰 杰 建华 志强 海波 文军 晓东 卫东 俊杰 国栋 明亮 少华 向阳 永刚 立新 春雷 家明 宏伟 乐",
    ("mid", "f"): "芳 敏 静 丽 艳 娟 霞 燕 玲 红 梅 莉 萍 婷 倩 晓燕 丽娜 海燕 雪梅 春梅 玉洁 文静 慧敏 雅琴 佳慧 晓玲 美玲 红霞 绿茵 乐怡",
    ("young", "m"): "浩宇 子轩 宇航 梓豪 博文 一鸣 俊熙 昊天 睿 泽宇 子墨 皓轩 嘉懿 铭泽 天佑 煜城 奕辰 思远 逸飞 晨曦 瑾瑜 沐阳 朝阳 予安",
    ("young", "f"): "梓涵 欣怡 子涵 诗涵 雨桐 思琪 可馨 一诺 佳怡 语嫣 梦瑶 若曦 雅雯 紫萱 艺涵 心悦 芷若 清妍 沐晴 知夏 安然 书瑶 乐瑶 舒窈",
}  # fmt: skip
# Characters that software stumbles over: planes 2 and 3, extension A, and common ones with a rare look. All are in the font.
_RARE = "𬱖 𫖮 𬀩 𫍯 𫍽 𬭎 𬬭 𬘓 𫄨 𬭼 𬘭 𬍛 𬤇 𫘦 𬸣 𬴊 𬳵 𬬱 𬬹 𬘬 𬙂 𪩘 𫰛 𬟁 𰻝 𱁬 㛃 㭎 䶮 龑 垚 犇 骉 燚 喆 堃 赟 昶 翀 彧 芃 翊 玥 珺 瑄 祎 淏 懿"
_WITH_DOT = (
    "阿依古丽 古丽娜尔 阿迪力 艾力 米热古丽 帕尔哈提 吐尔逊 迪丽拜尔 阿卜杜拉 热依汗 玛依拉 木拉提",
    "买买提 吐尔逊 阿不都热合曼 艾山 玉素甫 依明 卡德尔 努尔 库尔班 塔依尔",
)
_ABROAD = (
    "Anna Thomas Julia Pedro Yuki Minjun Sophie Marco Elena Daniel",
    "Beispiel Invento Fiktiv Ejemplo Esempio Sample",
)
PROVINCES = "沪沪沪沪沪沪苏苏浙皖赣鲁豫"


@dataclass(frozen=True)
class Surname:
    text: str
    weight: int


def _surnames() -> list[Surname]:
    return [Surname(one.rstrip("0123456789"), int("".join(filter(str.isdigit, one)))) for one in _SURNAMES.split()]


class People:
    """Makes people who do not exist; the same seed makes the same ones."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        surnames = _surnames()
        self._texts, self._weights = [one.text for one in surnames], [one.weight for one in surnames]
        self._given = {key: words.split() for key, words in _GIVEN.items()}
        self._chars = {key: list("".join(words)) for key, words in self._given.items()}
        self._rare = _RARE.split()
        self._serial = 0

    def surname(self) -> str:
        return self._rng.choices(self._texts, self._weights)[0]

    def name(self, family: str = "", age: str = "mid", sex: str = "") -> str:
        """A full name. One in a hundred has a rare character, one in a hundred a dot, one in 500 Latin letters."""
        luck = self._rng.random()
        sex = sex or self._rng.choice("mf")
        if not family and luck < 0.01:
            return "·".join(self._rng.choice(words.split()) for words in _WITH_DOT)
        if not family and luck < 0.012:
            return " ".join(self._rng.choice(words.split()) for words in _ABROAD)
        head = family or self.surname()
        if luck > 0.99:
            return head + self._rng.choice(("", self._rng.choice(self._chars[age, sex]))) + self._rng.choice(self._rare)
        return head + self._given_name(age, sex)

    def phone(self) -> str:
        """Eleven digits that ring nowhere, each given once."""
        self._serial += 1
        return f"104{self._serial * 7_368_787 % 10**8:08d}"

    def plate(self) -> str:
        """A plate no office issues; one in three green (eight characters)."""
        letters = "ABCDEFGHJKLMNPQRSTUVWXYZ"
        green = self._rng.random() < 0.33
        tail = self._rng.choice("DF") if green else self._rng.choice(letters + "0123456789")
        tail += (
            self._rng.choice(letters + "0123456789")
            + f"{self._rng.randrange(10 ** (4 if green else 3)):0{4 if green else 3}d}"
        )
        return f"{self._rng.choice(PROVINCES)}I{tail}"

    def _given_name(self, age: str, sex: str) -> str:
        """One of the well-worn names, or two characters of them put together anew, so that names do not run out."""
        if self._rng.random() < 0.45:
            return self._rng.choice(self._given[age, sex])
        chars = self._chars[age, sex]
        return "".join(self._rng.choice(chars) for _ in range(1 if self._rng.random() < 0.12 else 2))
