"""Heads of exported columns in the language of the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def head(column: str) -> str:
    """Words over a column; a column nobody named keeps its key."""
    return _visits().get(column) or _service().get(column) or _others().get(column) or column


def _visits() -> dict[str, str]:
    return {
        "visitor_type": QCoreApplication.translate("Settings", "来访类型"),
        "state": QCoreApplication.translate("Settings", "状态"),
        "in_at": QCoreApplication.translate("Settings", "进门时间"),
        "out_at": QCoreApplication.translate("Settings", "离开时间"),
        "out_source": QCoreApplication.translate("Settings", "怎么离开的"),
        "plate": QCoreApplication.translate("Settings", "车牌"),
        "company": QCoreApplication.translate("Settings", "单位"),
        "party_size": QCoreApplication.translate("Settings", "人数"),
        "place": QCoreApplication.translate("Settings", "去哪一户"),
        "purpose_code": QCoreApplication.translate("Settings", "事由种类"),
        "purpose": QCoreApplication.translate("Settings", "事由"),
        "proof": QCoreApplication.translate("Settings", "凭什么进来"),
        "items_in": QCoreApplication.translate("Settings", "带进的东西"),
        "items_out": QCoreApplication.translate("Settings", "带出的东西"),
        "pass_serial": QCoreApplication.translate("Settings", "来访证编号"),
    }


def _service() -> dict[str, str]:
    """The register of volunteers asks for these fields (Order 67)."""
    return {
        "service_name": QCoreApplication.translate("Settings", "姓名"),
        "service_volunteer_no": QCoreApplication.translate("Settings", "志愿者编号"),
        "service_id_kind": QCoreApplication.translate("Settings", "证件种类"),
        "service_id_no": QCoreApplication.translate("Settings", "证件号码"),
        "service_phone": QCoreApplication.translate("Settings", "电话"),
        "service_capacity": QCoreApplication.translate("Settings", "身份"),
        "service_day": QCoreApplication.translate("Settings", "服务日期"),
        "service_from": QCoreApplication.translate("Settings", "几点开始"),
        "service_until": QCoreApplication.translate("Settings", "几点结束"),
        "service_minutes": QCoreApplication.translate("Settings", "分钟"),
        "service_hours": QCoreApplication.translate("Settings", "小时"),
        "service_content": QCoreApplication.translate("Settings", "服务内容"),
        "service_place": QCoreApplication.translate("Settings", "服务地点"),
        "service_organiser": QCoreApplication.translate("Settings", "组织单位"),
        "service_beneficiary": QCoreApplication.translate("Settings", "服务对象"),
        "service_source": QCoreApplication.translate("Settings", "怎么记的"),
        "service_credit": QCoreApplication.translate("Settings", "计不计入"),
        "service_record": QCoreApplication.translate("Settings", "记录编号"),
    }


def _others() -> dict[str, str]:
    return {
        "name": QCoreApplication.translate("Settings", "姓名"),
        "phone": QCoreApplication.translate("Settings", "电话"),
        "plates": QCoreApplication.translate("Settings", "车牌"),
        "places": QCoreApplication.translate("Settings", "住址"),
        "roles": QCoreApplication.translate("Settings", "身份"),
        "number": QCoreApplication.translate("Settings", "序号"),
        "time": QCoreApplication.translate("Settings", "时间"),
        "clock_quality": QCoreApplication.translate("Settings", "时间可靠"),
        "operator": QCoreApplication.translate("Settings", "谁"),
        "role": QCoreApplication.translate("Settings", "身份"),
        "device": QCoreApplication.translate("Settings", "电脑"),
        "action": QCoreApplication.translate("Settings", "做了什么"),
        "subject_kind": QCoreApplication.translate("Settings", "对象"),
        "subject_id": QCoreApplication.translate("Settings", "对象编号"),
        "detail": QCoreApplication.translate("Settings", "细节"),
    }
