"""Words of residents for every page that shows one: `people.role.owner`, `people.reveal.visitor_here`, `people.field.room` ..."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "people.role.owner": ("业主", "Owner"),
    "people.role.tenant": ("租客", "Tenant"),
    "people.role.family": ("家人", "Family"),
    "people.role.helper": ("住家帮手", "Live-in helper"),
    "people.role.resident": ("住户", "Resident"),
    "people.reveal.visitor_here": ("来访人在等，要联系", "A visitor is waiting"),
    "people.reveal.resident_asks": ("本人来问", "The resident asks"),
    "people.reveal.delivery": ("有东西要转交", "Something to hand over"),
    "people.reveal.emergency": ("急事", "An emergency"),
    "people.reveal.authority": ("公务查询", "An official asks"),
    "people.reveal.correction": ("核对资料", "To correct the record"),
    "people.consent.contact": ("可以打电话联系", "May be called"),
    "people.consent.face": ("使用人脸信息", "Facial information"),
    "people.consent.public_display": ("在公示屏显示", "Shown on the public screen"),
    "people.consent.care": ("关爱探访", "Care visits"),
    "people.field.name": ("姓名", "Name"),
    "people.field.phone": ("电话", "Phone"),
    "people.field.building": ("楼栋", "Building"),
    "people.field.unit": ("单元", "Unit"),
    "people.field.room": ("房号", "Room"),
    "people.field.address": ("地址", "Address"),
    "people.field.role": ("身份", "Role"),
    "people.field.plate": ("车牌", "Plate"),
    "people.grade.refused": ("这一行不导入", "This row is left out"),
    "people.grade.partly": ("只有这一格不导入", "Only this cell is left out"),
    "people.grade.skipped": ("不用导入", "Nothing to import"),
}
