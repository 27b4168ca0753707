"""Identity cards of nobody, for the simulated reader: invented names, numbers whose region no authority ever gave out."""

from __future__ import annotations

from dataclasses import dataclass

from drivers.cards.resident_text import (
    FOREIGN_I,
    FOREIGN_Y,
    HK_MACAU_TAIWAN,
    LAYOUTS,
    MAINLAND,
    TEXT_SIZE,
    Layout,
    check_digit,
)

# Regions begin with 11 to 65, 71, 81 to 83, and 9 with a province for foreigners; 00, 89 and 900 are none of them.
REGIONS = {"mainland": "000000", "hk_macau_taiwan": "890000", "foreign_2023": "900000"}
VALUES = {
    "mainland": {
        "name": "测试甲", "sex": "2", "ethnic": "01", "birth": "19480317", "address": "虚构市样本区无名路1号2幢303室",
        "issuer": "虚构市公安局样本分局", "valid_from": "20120601", "valid_to": "长期",
    },
    "hk_macau_taiwan": {
        "name": "测试乙", "sex": "1", "ethnic": "", "birth": "19771105", "address": "虚构市样本区无名路4号5幢606室",
        "issuer": "虚构市公安局", "valid_from": "20200102", "valid_to": "20250102", "pass_number": "H00000000",
        "issue_count": "01",
    },
    "foreign_2017": {
        "name_latin": "SAMPLE, PERSON OF NOWHERE", "sex": "2", "number": "UTO000000000000", "nationality": "UTO",
        "name": "样本", "valid_from": "20180501", "valid_to": "20280430", "birth": "19850612", "version": "01",
        "issuer_code": "0000",
    },
    "foreign_2023": {
        "name": "样例", "sex": "1", "renewals": "00", "birth": "19900228",
        "name_latin": "SPECIMEN, A NAME THAT IS LONGER THA", "name_latin_2": "N ONE FIELD", "valid_from": "20231201",
        "valid_to": "20331130", "nationality": "UTO", "earlier_link": "000",
    },
}  # fmt: skip
FLAGS = {layout: flag for flag, (layout, _) in LAYOUTS.items()}
FIELDS: dict[str, Layout] = {
    "mainland": MAINLAND,
    "hk_macau_taiwan": HK_MACAU_TAIWAN,
    "foreign_2017": FOREIGN_I,
    "foreign_2023": FOREIGN_Y,
}


@dataclass(frozen=True)
class Card:
    """A card to lay on the reader. serial: cards of one layout that differ in it have other numbers."""

    layout: str = "mainland"
    serial: int = 1

    @property
    def text(self) -> bytes:
        """The 256 bytes that the reader gives."""
        values = {**VALUES[self.layout], **({"number": self.number} if self.layout in REGIONS else {})}
        block = bytearray(" ".encode("utf-16-le") * (TEXT_SIZE // 2))
        for name, at, size in FIELDS[self.layout]:
            block[at : at + size] = values[name].ljust(size // 2)[: size // 2].encode("utf-16-le")
        block[248:250] = (FLAGS[self.layout] or " ").encode("utf-16-le")
        return bytes(block)

    @property
    def number(self) -> str:
        """A number that passes its check and is nobody's."""
        if self.layout == "foreign_2017":
            return VALUES[self.layout]["number"]
        digits = f"{REGIONS[self.layout]}{VALUES[self.layout]['birth']}{self.serial % 1000:03}"
        return digits + check_digit(digits)
