"""Duty: what could not be done and what to do now; words of capacities, states, conflicts, risks and doubts of a list."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    # the team
    "duty.name_empty": ("还没有写姓名，没有存上。请写上姓名。", "Not saved: the name is missing. Please write it."),
    "duty.name_known": (
        "队里已经有一位同名的队员，没有再加。如果是另一个人，请再按一次。",
        "Nobody was added: the team has a member of this name. If it is another person, press once more.",
    ),
    "duty.capacity_unknown": (
        "没有这样的身份，没有存上。请重新选。",
        "Not saved: there is no such capacity. Please choose again.",
    ),
    "duty.phone_wrong": (
        "电话号码不对，没有存上。请核对数字。",
        "Not saved: the phone number is not right. Please check its digits.",
    ),
    "duty.wish_wrong": ("每月最多几班请写 0 到 99。", "For most shifts a month, write 0 to 99."),
    "duty.guardian_ahead": (
        "监护人同意的日子还没到，没有存上。请核对日期。",
        "Not saved: the guardian's consent lies in the future. Please check the date.",
    ),
    "duty.operator_taken": (
        "这个值班账号已经是另一位队员的，没有存上。请选别的。",
        "Not saved: this sign-on belongs to another member. Please choose another.",
    ),
    "duty.pair_wrong": ("请选两位不同的队员。", "Please choose two different members."),
    "duty.list_long": (
        "名单超过 {most} 人，没有加。请分几次。",
        "Nobody was added: the list has more than {most} people. Please split it.",
    ),
    "duty.member_gone": (
        "这位已经不在队里，没有排上。请选别人。",
        "Not put in: this person is no longer of the team. Please choose somebody else.",
    ),
    # when they can
    "duty.says_wrong": ("请选「能来」「不能来」或「最好排」。", "Please choose can, cannot or would like."),
    "duty.day_wrong": ("没有这一天，没有存上。请核对日期。", "Not saved: there is no such day. Please check the date."),
    "duty.days_turned": ("结束的日子早于开始的日子，没有存上。", "Not saved: the last day is before the first."),
    "duty.hours_turned": ("结束的时间要晚于开始的时间，没有存上。", "Not saved: the end must be after the beginning."),
    "duty.lines_many": (
        "这位的可值班时间已经有 {most} 条，没有再加。请先删几条。",
        "Not added: this member has {most} lines already. Please remove some first.",
    ),
    # shifts of a week
    "duty.template_name": ("请给班次起个名字，比如「上午门岗」。", "Please name the shift, for example Morning gate."),
    "duty.template_weekdays": ("请至少选一个星期几。", "Please choose at least one weekday."),
    "duty.template_hours": (
        "几点到几点不对，没有存上。请核对。",
        "Not saved: the hours are not right. Please check them.",
    ),
    "duty.template_people": (
        "人数不对：至少 {least} 人，最多 {most} 人。请核对。",
        "The head count is not right: at least {least}, at most {most}. Please check it.",
    ),
    "duty.template_mix": (
        "要求的身份人数 {need} 超过了这一班的 {most} 人，没有存上。",
        "Not saved: it asks for {need} of a capacity and the shift takes {most}.",
    ),
    "duty.template_mix_shut": (
        "要求的身份不在这一班允许的身份里，永远排不满，没有存上。",
        "Not saved: it asks for a capacity that the shift does not take, so it could never be filled.",
    ),
    "duty.template_dates": ("停用的日子早于启用的日子，没有存上。", "Not saved: it ends before it begins."),
    "duty.templates_many": (
        "班次已经有 {most} 种，没有再加。请先删不用的。",
        "Not added: there are {most} kinds of shift. Please remove those not used.",
    ),
    "duty.days_many": (
        "一次最多 {most} 天，没有存上。请分几次。",
        "Not saved: at most {most} days at once. Please split it.",
    ),
    "duty.day_kind": ("请选「停班」或「加班次」。", "Please choose closed or extra."),
    # the plan
    "duty.month_wrong": ("没有这个月份。", "There is no such month."),
    "duty.no_templates": (
        "还没有设班次，这个月排不出来。请先到「值班队伍」里设班次。",
        "No shifts are set up yet, so the month cannot be begun. Set them up under Team first.",
    ),
    "duty.not_opened": (
        "这个月还没有班次，没有做。请先按「开始排」。",
        "Not done: this month has no shifts yet. Press Begin first.",
    ),
    "duty.no_pattern": (
        "上个月没有排班，没有可以照着排的。",
        "Last month had no roster, so there is nothing to repeat.",
    ),
    "duty.shift_began": (
        "这一班已经开始，不能再改排班。来不了的请记「请假」或「顶班」。",
        "Not changed: the shift has begun. Note an excuse or a stand-in instead.",
    ),
    "duty.shift_cancelled": ("这一班已经取消，没有排上。", "Not done: this shift is cancelled."),
    "duty.shift_over": ("这一班已经结束，不能再改。", "Not changed: this shift is over."),
    "duty.shift_worked": (
        "这一班已经有人签到，不能删，只能取消；时长都会保留。",
        "Not deleted: somebody has clocked on. It can be cancelled; their hours stay.",
    ),
    "duty.shift_published": (
        "这个月已经公布，这一班不能删，只能取消。",
        "Not deleted: the month is published. The shift can be cancelled.",
    ),
    "duty.reason_needed": (
        "请写一句为什么取消，大家会看到。",
        "Please write why it is cancelled; everybody will see it.",
    ),
    # publishing
    "duty.nothing_new": ("和已经公布的一样，没有什么要公布。", "Nothing to publish: it is the same as before."),
    "duty.conflicts": (
        "有 {count} 处硬冲突，没有公布。请先改，或确认照样公布。",
        "Not published: there are {count} conflicts that break a rule. Change them, or publish in spite of them.",
    ),
    "duty.not_published": ("这个月还没有公布，这一步要等公布以后。", "Not done: the month is not published yet."),
    # swaps and the like
    "duty.not_in_shift": ("这位不在这一班里，没有记下。", "Not noted: this person is not in the shift."),
    "duty.swap_same": (
        "换班要有两个人、两个不同的班。请重新选。",
        "A swap needs two people and two different shifts. Please choose again.",
    ),
    "duty.swap_open": (
        "这一班已经有一个换班在等答复，没有再提。",
        "Not offered again: a swap of this shift already waits for an answer.",
    ),
    "duty.swap_whom": ("请先选由谁来接这一班。", "Please choose who takes the shift."),
    "duty.swap_over": ("这个换班已经有结果了，没有再改。", "Not changed: this swap has been settled already."),
    "duty.cannot_take": (
        "这位不能接这一班，没有换成。请看旁边的原因，另选一位。",
        "Not done: this person cannot take the shift. See why beside their name, and choose somebody else.",
    ),
    "duty.approval_unknown": (
        "没有这种规则，没有存上。请重新选。",
        "Not saved: there is no such rule. Please choose again.",
    ),
    "duty.not_begun": ("这一班还没开始，不能记缺勤。", "Not noted: the shift has not begun."),
    "duty.was_there": ("这位已经签到，没有记缺勤。", "Not noted: this person has clocked on."),
    # words
    "duty.capacity.branch": ("党总支", "Party branch"),
    "duty.capacity.committee": ("居委会", "Residents' committee"),
    "duty.capacity.owners": ("业委会", "Owners' committee"),
    "duty.capacity.property": ("物业", "Property"),
    "duty.capacity.volunteer": ("志愿者", "Volunteer"),
    "duty.capacity.unit": ("共建单位", "Partner unit"),
    "duty.capacity.deputy": ("人大代表", "Deputy"),
    "duty.state.proposed": ("还没公布", "Not published"),
    "duty.state.published": ("已公布", "Published"),
    "duty.state.confirmed": ("已确认", "Confirmed"),
    "duty.state.checked_in": ("在岗", "On duty"),
    "duty.state.completed": ("已完成", "Served"),
    "duty.state.late": ("迟到，已完成", "Served, came late"),
    "duty.state.no_show": ("缺勤", "Did not come"),
    "duty.state.excused": ("请假", "Excused"),
    "duty.state.swapped": ("换给别人了", "Given away"),
    "duty.state.cancelled": ("班次取消", "Shift cancelled"),
    "duty.swap.offered": ("等人接", "Waits for a taker"),
    "duty.swap.accepted": ("说好了，等同意", "Agreed, waits for approval"),
    "duty.swap.approved": ("换好了", "Swapped"),
    "duty.swap.effective": ("换好了", "Swapped"),
    "duty.swap.expired": ("过期了，没有换成", "Too late, not swapped"),
    "duty.swap.refused": ("没有同意", "Refused"),
    "duty.swap.withdrawn": ("收回了", "Withdrawn"),
    "duty.wrong.overlap": ("同时有另一班", "another shift at the same time"),
    "duty.wrong.rest": ("夜班后休息不到 10 小时", "less than 10 hours of rest after a night"),
    "duty.wrong.long": ("连着值超过 12 小时", "more than 12 hours on end"),
    "duty.wrong.minor": ("未成年人不能值这一班", "a minor may not serve here"),
    "duty.wrong.capacity": ("身份不符合这一班", "capacity not taken here"),
    "duty.wrong.left": ("已经离队", "no longer of the team"),
    "duty.wrong.cannot": ("说过不能来", "said no"),
    "duty.wrong.not_offered": ("没有报这个时间", "did not offer this time"),
    "duty.wrong.apart": ("两人说好不排在一起", "the two are kept apart"),
    "duty.wrong.wish": ("超过本人希望的班数", "more shifts than wished"),
    "duty.wrong.full": ("人数超过了", "too many people"),
    "duty.risk.empty": ("没有人", "nobody is in it"),
    "duty.risk.short": ("人数不够", "too few people"),
    "duty.risk.mix": ("缺要求的身份", "a needed capacity is missing"),
    "duty.risk.skill": ("缺会这项的人", "nobody with the needed skill"),
    "duty.risk.not_here": ("已经开始，还没到", "it has begun and they are not here"),
    "duty.risk.unconfirmed": ("还没说会不会来", "has not said whether they come"),
    "duty.risk.missed": (
        "近三个月缺勤两次以上，最好打个电话",
        "did not come twice or more in three months; a call would be good",
    ),
    "duty.doubt.nobody": ("队里没有这个名字", "nobody of the team has this name"),
    "duty.doubt.two_names": ("有几位同名，请选是哪一位", "several members have this name; please choose"),
    "duty.doubt.twice": ("前面已经写过，会合在一起", "stands in the list already; both count"),
    "duty.doubt.no_time": ("没有看出是什么时间", "no time was found in it"),
    "duty.doubt.day": ("没有这一天", "there is no such day"),
    "duty.doubt.month": ("不是这个月", "not of this month"),
    "duty.doubt.weekday": ("和星期几对不上", "is another weekday"),
    "duty.doubt.words": ("没有看懂", "not understood"),
    "duty.doubt.long": ("这一行太长，没有读", "this line is too long and was not read"),
    "duty.doubt.many": ("超过 500 行，没有读", "beyond 500 lines, not read"),
    "duty.says.can": ("能来", "Can"),
    "duty.says.cannot": ("不能来", "Cannot"),
    "duty.says.likes": ("最好排", "Would like"),
    "duty.pair.together": ("希望排在一起", "Wish to serve together"),
    "duty.pair.apart": ("不要排在一起", "Not to serve together"),
}
