"""Words for what is held about somebody: kinds of records, what they are for, their fields, and why one was kept."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

CONTEXT = "AboutPaper"
KINDS: dict[str, object] = {
    "person": QT_TRANSLATE_NOOP("AboutPaper", "住户资料"),
    "binding": QT_TRANSLATE_NOOP("AboutPaper", "住在哪一户"),
    "binding_end": QT_TRANSLATE_NOOP("AboutPaper", "不再住在哪一户"),
    "consent": QT_TRANSLATE_NOOP("AboutPaper", "同意和撤回"),
    "known_visitor": QT_TRANSLATE_NOOP("AboutPaper", "常来的访客（填表时提示）"),
    "visit": QT_TRANSLATE_NOOP("AboutPaper", "来访登记"),
    "visit_event": QT_TRANSLATE_NOOP("AboutPaper", "来访的每一步"),
    "roll_call_mark": QT_TRANSLATE_NOOP("AboutPaper", "疏散清点"),
    "watch_entry": QT_TRANSLATE_NOOP("AboutPaper", "关注名单"),
    "recurring_pass": QT_TRANSLATE_NOOP("AboutPaper", "长期通行"),
    "code": QT_TRANSLATE_NOOP("AboutPaper", "来访证和通行码"),
    "pass_use": QT_TRANSLATE_NOOP("AboutPaper", "来访证用过几次"),
    "code_scan": QT_TRANSLATE_NOOP("AboutPaper", "扫码记录"),
    "hearing": QT_TRANSLATE_NOOP("AboutPaper", "接待登记"),
    "matter": QT_TRANSLATE_NOOP("AboutPaper", "反映的事"),
    "matter_event": QT_TRANSLATE_NOOP("AboutPaper", "办事的每一步"),
    "asset_stock": QT_TRANSLATE_NOOP("AboutPaper", "领用数量"),
    "borrower": QT_TRANSLATE_NOOP("AboutPaper", "借用登记"),
    "asset_claim": QT_TRANSLATE_NOOP("AboutPaper", "借出和归还"),
    "loan": QT_TRANSLATE_NOOP("AboutPaper", "借过的东西"),
    "loan_event": QT_TRANSLATE_NOOP("AboutPaper", "借用的每一步"),
    "reservation": QT_TRANSLATE_NOOP("AboutPaper", "预约借用"),
    "duty_member": QT_TRANSLATE_NOOP("AboutPaper", "值班队员资料"),
    "operator": QT_TRANSLATE_NOOP("AboutPaper", "门岗台的登录名"),
    "duty_pair": QT_TRANSLATE_NOOP("AboutPaper", "和谁一起值班"),
    "availability": QT_TRANSLATE_NOOP("AboutPaper", "哪些时候能来"),
    "roster_cell": QT_TRANSLATE_NOOP("AboutPaper", "排班草稿"),
    "duty_change": QT_TRANSLATE_NOOP("AboutPaper", "换班和请假"),
    "assignment": QT_TRANSLATE_NOOP("AboutPaper", "排到的班"),
    "handover": QT_TRANSLATE_NOOP("AboutPaper", "交接班记录"),
    "handover_sign": QT_TRANSLATE_NOOP("AboutPaper", "交接班签字"),
    "clock_event": QT_TRANSLATE_NOOP("AboutPaper", "到岗和离岗"),
    "service_record": QT_TRANSLATE_NOOP("AboutPaper", "服务时长"),
    "service_act": QT_TRANSLATE_NOOP("AboutPaper", "对服务时长的意见"),
    "service_certificate": QT_TRANSLATE_NOOP("AboutPaper", "服务证明"),
    "certificate_act": QT_TRANSLATE_NOOP("AboutPaper", "服务证明的办理"),
    "wearer": QT_TRANSLATE_NOOP("AboutPaper", "呼叫按钮登记"),
    "alarm": QT_TRANSLATE_NOOP("AboutPaper", "呼叫记录"),
    "alarm_step": QT_TRANSLATE_NOOP("AboutPaper", "呼叫怎么处理的"),
    "face_deed": QT_TRANSLATE_NOOP("AboutPaper", "人脸的处理记录"),
    "data_request": QT_TRANSLATE_NOOP("AboutPaper", "个人信息请求"),
    "data_answer": QT_TRANSLATE_NOOP("AboutPaper", "对请求的答复"),
    "privacy_request": QT_TRANSLATE_NOOP("AboutPaper", "以前的个人信息请求"),
    "privacy_answer": QT_TRANSLATE_NOOP("AboutPaper", "以前的答复"),
    "audit_line": QT_TRANSLATE_NOOP("AboutPaper", "谁看过、改过这份资料"),
}
PURPOSES: dict[object, tuple[str, ...]] = {
    QT_TRANSLATE_NOOP("AboutPaper", "认得出谁住在这里，有事能联系到"): ("person", "binding", "binding_end"),
    QT_TRANSLATE_NOOP("AboutPaper", "小区安全：知道谁来过、谁还在里面，出事能找到人"): (
        "known_visitor", "visit", "visit_event", "roll_call_mark", "watch_entry", "recurring_pass", "code", "pass_use", "code_scan",
    ),
    QT_TRANSLATE_NOOP("AboutPaper", "把您反映的事办完，并告诉您结果"): ("hearing", "matter", "matter_event"),
    QT_TRANSLATE_NOOP("AboutPaper", "知道东西借给了谁，好按时收回"): (
        "asset_stock", "borrower", "asset_claim", "loan", "loan_event", "reservation",
    ),
    QT_TRANSLATE_NOOP("AboutPaper", "排班、交接，记下服务时长，开服务证明"): (
        "duty_member", "operator", "duty_pair", "availability", "roster_cell", "duty_change", "assignment", "handover",
        "handover_sign", "clock_event", "service_record", "service_act", "service_certificate", "certificate_act",
    ),
    QT_TRANSLATE_NOOP("AboutPaper", "有人呼叫时知道是谁、在哪里（您或监护人同意过）"): ("wearer", "alarm", "alarm_step"),
    QT_TRANSLATE_NOOP("AboutPaper", "证明做过什么、您同意过什么（法律要求留存）"): (
        "consent", "face_deed", "data_request", "data_answer", "privacy_request", "privacy_answer", "audit_line",
    ),
}  # fmt: skip
COLUMNS: dict[str, object] = {
    "act": QT_TRANSLATE_NOOP("AboutPaper", "同意还是撤回"),
    "action": QT_TRANSLATE_NOOP("AboutPaper", "做了什么"),
    "alias": QT_TRANSLATE_NOOP("AboutPaper", "称呼"),
    "answer": QT_TRANSLATE_NOOP("AboutPaper", "答复"),
    "asked_by": QT_TRANSLATE_NOOP("AboutPaper", "谁提出的"),
    "badge_no": QT_TRANSLATE_NOOP("AboutPaper", "胸牌号"),
    "beneficiary": QT_TRANSLATE_NOOP("AboutPaper", "服务对象"),
    "body_name": QT_TRANSLATE_NOOP("AboutPaper", "单位"),
    "building": QT_TRANSLATE_NOOP("AboutPaper", "楼栋"),
    "commitment": QT_TRANSLATE_NOOP("AboutPaper", "答应的事"),
    "company": QT_TRANSLATE_NOOP("AboutPaper", "单位"),
    "content": QT_TRANSLATE_NOOP("AboutPaper", "服务内容"),
    "display_name": QT_TRANSLATE_NOOP("AboutPaper", "姓名"),
    "door": QT_TRANSLATE_NOOP("AboutPaper", "住址"),
    "from_day": QT_TRANSLATE_NOOP("AboutPaper", "从哪天"),
    "guardian": QT_TRANSLATE_NOOP("AboutPaper", "监护人"),
    "holder": QT_TRANSLATE_NOOP("AboutPaper", "开给谁"),
    "id_masked": QT_TRANSLATE_NOOP("AboutPaper", "证件号码（打星号）"),
    "items_in": QT_TRANSLATE_NOOP("AboutPaper", "带进的东西"),
    "items_out": QT_TRANSLATE_NOOP("AboutPaper", "带出的东西"),
    "kind": QT_TRANSLATE_NOOP("AboutPaper", "要求"),
    "label": QT_TRANSLATE_NOOP("AboutPaper", "称呼"),
    "minutes": QT_TRANSLATE_NOOP("AboutPaper", "分钟"),
    "month": QT_TRANSLATE_NOOP("AboutPaper", "月份"),
    "name": QT_TRANSLATE_NOOP("AboutPaper", "姓名"),
    "note": QT_TRANSLATE_NOOP("AboutPaper", "备注"),
    "notice_version": QT_TRANSLATE_NOOP("AboutPaper", "告知书版本"),
    "number": QT_TRANSLATE_NOOP("AboutPaper", "编号"),
    "outcome": QT_TRANSLATE_NOOP("AboutPaper", "结果"),
    "override_reason": QT_TRANSLATE_NOOP("AboutPaper", "放行的理由"),
    "phone": QT_TRANSLATE_NOOP("AboutPaper", "电话"),
    "place": QT_TRANSLATE_NOOP("AboutPaper", "地点"),
    "plate": QT_TRANSLATE_NOOP("AboutPaper", "车牌"),
    "plates": QT_TRANSLATE_NOOP("AboutPaper", "车牌"),
    "purpose": QT_TRANSLATE_NOOP("AboutPaper", "事由"),
    "reason": QT_TRANSLATE_NOOP("AboutPaper", "理由"),
    "role": QT_TRANSLATE_NOOP("AboutPaper", "身份"),
    "said": QT_TRANSLATE_NOOP("AboutPaper", "答复"),
    "serial": QT_TRANSLATE_NOOP("AboutPaper", "编号"),
    "short_no": QT_TRANSLATE_NOOP("AboutPaper", "编号"),
    "text": QT_TRANSLATE_NOOP("AboutPaper", "内容"),
    "until_day": QT_TRANSLATE_NOOP("AboutPaper", "到哪天"),
    "visitor_type": QT_TRANSLATE_NOOP("AboutPaper", "来访类型"),
    "visits": QT_TRANSLATE_NOOP("AboutPaper", "来过几次"),
    "volunteer_no": QT_TRANSLATE_NOOP("AboutPaper", "志愿者编号"),
    "whom": QT_TRANSLATE_NOOP("AboutPaper", "找了谁"),
}
VALUES: dict[str, object] = {
    "given": QT_TRANSLATE_NOOP("AboutPaper", "同意"),
    "withdrawn": QT_TRANSLATE_NOOP("AboutPaper", "撤回"),
    "contact": QT_TRANSLATE_NOOP("AboutPaper", "有事联系"),
    "face": QT_TRANSLATE_NOOP("AboutPaper", "刷脸"),
    "public_display": QT_TRANSLATE_NOOP("AboutPaper", "公开显示姓名"),
    "care": QT_TRANSLATE_NOOP("AboutPaper", "关怀照看"),
    "owner": QT_TRANSLATE_NOOP("AboutPaper", "业主"),
    "tenant": QT_TRANSLATE_NOOP("AboutPaper", "租户"),
    "family": QT_TRANSLATE_NOOP("AboutPaper", "家人"),
    "helper": QT_TRANSLATE_NOOP("AboutPaper", "帮工"),
    "resident": QT_TRANSLATE_NOOP("AboutPaper", "住户"),
    "guest": QT_TRANSLATE_NOOP("AboutPaper", "访客"),
    "courier": QT_TRANSLATE_NOOP("AboutPaper", "快递"),
    "rider": QT_TRANSLATE_NOOP("AboutPaper", "骑手"),
    "domestic": QT_TRANSLATE_NOOP("AboutPaper", "家政"),
    "contractor": QT_TRANSLATE_NOOP("AboutPaper", "装修"),
    "agent": QT_TRANSLATE_NOOP("AboutPaper", "中介"),
    "official": QT_TRANSLATE_NOOP("AboutPaper", "公务"),
    "works": QT_TRANSLATE_NOOP("AboutPaper", "维修"),
    "other": QT_TRANSLATE_NOOP("AboutPaper", "其他"),
    "access": QT_TRANSLATE_NOOP("AboutPaper", "查看"),
    "copy": QT_TRANSLATE_NOOP("AboutPaper", "要一份复印件"),
    "correct": QT_TRANSLATE_NOOP("AboutPaper", "更正"),
    "delete": QT_TRANSLATE_NOOP("AboutPaper", "删除"),
    "explain": QT_TRANSLATE_NOOP("AboutPaper", "要求说明"),
    "withdraw": QT_TRANSLATE_NOOP("AboutPaper", "撤回同意"),
    "object": QT_TRANSLATE_NOOP("AboutPaper", "不同意电脑自动做的决定"),
    "granted": QT_TRANSLATE_NOOP("AboutPaper", "已照办"),
    "partly": QT_TRANSLATE_NOOP("AboutPaper", "部分照办"),
    "refused": QT_TRANSLATE_NOOP("AboutPaper", "没有照办"),
    "known": QT_TRANSLATE_NOOP("AboutPaper", "值班的人认得"),
    "document": QT_TRANSLATE_NOOP("AboutPaper", "看过证件（没有记号码）"),
    "code": QT_TRANSLATE_NOOP("AboutPaper", "出示了本户的码"),
    "called": QT_TRANSLATE_NOOP("AboutPaper", "按登记的电话打回去问过"),
    "guardian": QT_TRANSLATE_NOOP("AboutPaper", "监护人来办"),
    "proxy": QT_TRANSLATE_NOOP("AboutPaper", "受委托的人带委托书来办"),
}
CODED = frozenset({"act", "kind", "outcome", "role", "visitor_type"})
WHY: dict[str, object] = {
    "hold": QT_TRANSLATE_NOOP("AboutPaper", "有单位依法要求保留，到期前不能删"),
    "open": QT_TRANSLATE_NOOP("AboutPaper", "事情还没有办完（人还在里面、东西没还、事情没办结、还在岗）"),
    "law": QT_TRANSLATE_NOOP("AboutPaper", "法律要求保存，时间没有到"),
}


def kind(name: str) -> str:
    """A kind of record, in words."""
    return _said(KINDS, name)


def column(name: str) -> str:
    return _said(COLUMNS, name)


def value(name: str, of: str) -> str:
    """A value as paper says it: codes in words, everything else as it stands. of: its column."""
    if of == "action":
        from ui import texts

        return texts.sentence(f"audit.{name}")
    coded = of in CODED or (of == "purpose" and name in ("contact", "face", "public_display", "care"))
    return _said(VALUES, name) if coded else name


def word(name: str) -> str:
    """A word of a form: what is asked, how somebody was identified, what became of it."""
    return _said(VALUES, "proxy" if name == "agent" else name)


def why(name: str) -> str:
    return _said(WHY, name)


def purpose(name: str) -> str:
    """What a kind of record is held for."""
    found = next((words for words, kinds in PURPOSES.items() if name in kinds), "")
    return QCoreApplication.translate(CONTEXT, str(found)) if found else ""


def identified(key: str) -> str:
    """How it was seen who asks."""
    return {
        "known": QCoreApplication.translate("AboutPaper", "我认得他（她）"),
        "document": QCoreApplication.translate("AboutPaper", "看过证件，不记号码"),
        "code": QCoreApplication.translate("AboutPaper", "出示了本户的码"),
        "called": QCoreApplication.translate("AboutPaper", "按登记的电话打回去问过"),
        "agent": QCoreApplication.translate("AboutPaper", "受委托的人，带了委托书"),
        "guardian": QCoreApplication.translate("AboutPaper", "监护人"),
    }.get(key, key)


def entry(key: str) -> str:
    """Why somebody else has data, or saw it."""
    return {
        "authority": QCoreApplication.translate("AboutPaper", "公安、法院等来调取"),
        "share": QCoreApplication.translate("AboutPaper", "提供给别的单位"),
        "entrust": QCoreApplication.translate("AboutPaper", "委托别人处理"),
        "joint": QCoreApplication.translate("AboutPaper", "和别的单位共同处理"),
        "viewing": QCoreApplication.translate("AboutPaper", "查看小区监控"),
        "breach": QCoreApplication.translate("AboutPaper", "信息泄露，通知了谁"),
    }.get(key, key)


def data(key: str) -> str:
    """A kind of data in the register."""
    return {
        "visits": QCoreApplication.translate("AboutPaper", "来访记录"),
        "residents": QCoreApplication.translate("AboutPaper", "住户资料"),
        "matters": QCoreApplication.translate("AboutPaper", "接待和反映的事"),
        "loans": QCoreApplication.translate("AboutPaper", "借用记录"),
        "duty": QCoreApplication.translate("AboutPaper", "值班和服务时长"),
        "alarms": QCoreApplication.translate("AboutPaper", "呼叫记录"),
        "codes": QCoreApplication.translate("AboutPaper", "通行码和扫码记录"),
        "pictures": QCoreApplication.translate("AboutPaper", "照片、录像"),
        "faces": QCoreApplication.translate("AboutPaper", "刷脸的同意记录"),
        "other": QCoreApplication.translate("AboutPaper", "其他"),
    }.get(key, key)


def agreed(key: str) -> str:
    """What somebody agreed to."""
    return {
        "contact": QCoreApplication.translate("AboutPaper", "有事联系"),
        "face": QCoreApplication.translate("AboutPaper", "刷脸"),
        "public_display": QCoreApplication.translate("AboutPaper", "公开显示姓名"),
        "care": QCoreApplication.translate("AboutPaper", "关怀照看"),
        "wearer": QCoreApplication.translate("AboutPaper", "登记呼叫按钮"),
        "roster_name": QCoreApplication.translate("AboutPaper", "名字上电子屏"),
        "guardian": QCoreApplication.translate("AboutPaper", "未成年人参加值班"),
    }.get(key, key)


def _said(table: dict[str, object], name: str) -> str:
    words = table.get(name)
    return QCoreApplication.translate(CONTEXT, str(words)) if words else name
