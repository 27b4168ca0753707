"""Heads of exported columns in the language of the screen."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

HEADS: dict[str, object] = {
    # visits
    "visitor_type": QT_TRANSLATE_NOOP("Settings", "来访类型"),
    "state": QT_TRANSLATE_NOOP("Settings", "状态"),
    "in_at": QT_TRANSLATE_NOOP("Settings", "进门时间"),
    "out_at": QT_TRANSLATE_NOOP("Settings", "离开时间"),
    "out_source": QT_TRANSLATE_NOOP("Settings", "怎么离开的"),
    "plate": QT_TRANSLATE_NOOP("Settings", "车牌"),
    "company": QT_TRANSLATE_NOOP("Settings", "单位"),
    "party_size": QT_TRANSLATE_NOOP("Settings", "人数"),
    "place": QT_TRANSLATE_NOOP("Settings", "去哪一户"),
    "purpose_code": QT_TRANSLATE_NOOP("Settings", "事由种类"),
    "purpose": QT_TRANSLATE_NOOP("Settings", "事由"),
    "proof": QT_TRANSLATE_NOOP("Settings", "凭什么进来"),
    "items_in": QT_TRANSLATE_NOOP("Settings", "带进的东西"),
    "items_out": QT_TRANSLATE_NOOP("Settings", "带出的东西"),
    "pass_serial": QT_TRANSLATE_NOOP("Settings", "来访证编号"),
    # service: the register of volunteers asks for these fields (Order 67)
    "service_name": QT_TRANSLATE_NOOP("Settings", "姓名"),
    "service_volunteer_no": QT_TRANSLATE_NOOP("Settings", "志愿者编号"),
    "service_id_kind": QT_TRANSLATE_NOOP("Settings", "证件种类"),
    "service_id_no": QT_TRANSLATE_NOOP("Settings", "证件号码"),
    "service_phone": QT_TRANSLATE_NOOP("Settings", "电话"),
    "service_capacity": QT_TRANSLATE_NOOP("Settings", "身份"),
    "service_day": QT_TRANSLATE_NOOP("Settings", "服务日期"),
    "service_from": QT_TRANSLATE_NOOP("Settings", "几点开始"),
    "service_until": QT_TRANSLATE_NOOP("Settings", "几点结束"),
    "service_minutes": QT_TRANSLATE_NOOP("Settings", "分钟"),
    "service_hours": QT_TRANSLATE_NOOP("Settings", "小时"),
    "service_content": QT_TRANSLATE_NOOP("Settings", "服务内容"),
    "service_place": QT_TRANSLATE_NOOP("Settings", "服务地点"),
    "service_organiser": QT_TRANSLATE_NOOP("Settings", "组织单位"),
    "service_beneficiary": QT_TRANSLATE_NOOP("Settings", "服务对象"),
    "service_source": QT_TRANSLATE_NOOP("Settings", "怎么记的"),
    "service_credit": QT_TRANSLATE_NOOP("Settings", "计不计入"),
    "service_record": QT_TRANSLATE_NOOP("Settings", "记录编号"),
    # residents and the trail
    "name": QT_TRANSLATE_NOOP("Settings", "姓名"),
    "phone": QT_TRANSLATE_NOOP("Settings", "电话"),
    "plates": QT_TRANSLATE_NOOP("Settings", "车牌"),
    "places": QT_TRANSLATE_NOOP("Settings", "住址"),
    "roles": QT_TRANSLATE_NOOP("Settings", "身份"),
    "number": QT_TRANSLATE_NOOP("Settings", "序号"),
    "time": QT_TRANSLATE_NOOP("Settings", "时间"),
    "clock_quality": QT_TRANSLATE_NOOP("Settings", "时间可靠"),
    "operator": QT_TRANSLATE_NOOP("Settings", "谁"),
    "role": QT_TRANSLATE_NOOP("Settings", "身份"),
    "device": QT_TRANSLATE_NOOP("Settings", "电脑"),
    "action": QT_TRANSLATE_NOOP("Settings", "做了什么"),
    "subject_kind": QT_TRANSLATE_NOOP("Settings", "对象"),
    "subject_id": QT_TRANSLATE_NOOP("Settings", "对象编号"),
    "detail": QT_TRANSLATE_NOOP("Settings", "细节"),
}


def head(column: str) -> str:
    """Words over a column; a column nobody named keeps its key."""
    words = HEADS.get(column)
    return QCoreApplication.translate("Settings", str(words)) if words else column
