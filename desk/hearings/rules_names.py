"""Words that may hang on a wall: without names, rooms, phones and numbers. Pure; whoever hangs them up still reads them."""

from __future__ import annotations

import re
from collections.abc import Collection

SOMEBODY, SOMEWHERE, NUMBER = "某某", "某户", "（号码）"
LEAST_NAME = 2
_LONG_NUMBER = re.compile(r"(?<![0-9０-９])[0-9０-９](?:[\s\-—－]?[0-9０-９]){4,}[0-9０-９Xx]?")
_DOOR = re.compile(
    r"(?:[0-9０-９]+\s*弄\s*)?[0-9０-９]+\s*(?:[-－—#]|号楼?|幢|栋)\s*(?:[0-9０-９]+\s*(?:[-－—]|单元|门)\s*)?[0-9０-９]{3,4}\s*室?"
)
_ROOM = re.compile(r"[0-9０-９]{3,4}\s*室")
_PLATE = re.compile(r"[\u4e00-\u9fff][A-Z][·\s]?[A-Z0-9]{5,6}")
_TITLES = "先生|女士|小姐|阿姨|叔叔|大爷|大妈|奶奶|爷爷|阿婆|阿公|师傅|老师|老太|伯伯|主任|书记|经理|警官"
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜"
    "范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
_CALLED = re.compile(f"(?:欧阳|上官|司徒|司马|诸葛|[{_SURNAMES}])[\\u4e00-\\u9fff]{{0,2}}?(?P<title>{_TITLES})")
_SAYS = re.compile("(?:我叫|名叫|叫做|姓名[:：]?)\\s*[\\u4e00-\\u9fff]{2,4}")


def cleaned(text: str, names: Collection[str] = ()) -> str:
    """The words with everything out that says who or which door. names: of people known to the estate."""
    for name in sorted((one for one in names if len(one) >= LEAST_NAME), key=len, reverse=True):
        text = text.replace(name, SOMEBODY)
    text = _DOOR.sub(SOMEWHERE, text)
    text = _ROOM.sub(SOMEWHERE, text)
    text = _PLATE.sub(NUMBER, text)
    text = _LONG_NUMBER.sub(NUMBER, text)
    text = _CALLED.sub(lambda found: f"某{found['title']}", text)
    return _SAYS.sub(SOMEBODY, text)


def place_for_all(place: str) -> str:
    """Of a place what may be told: a door becomes somebody's home, a landing stays a landing."""
    return cleaned(place)
