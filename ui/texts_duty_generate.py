"""Filling a month by itself: why somebody is not in a shift, what a locked place breaks, and what could not be done."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "duty.generating_cancelled": (
        "自动排班停下了，原来的排班没有动。",
        "Filling the month was stopped; the plan was not changed.",
    ),
    "audit.duty.generated": ("自动排了一个月的班", "A month was filled by itself"),
    # after a number of people: "4 位那天来不了"
    "duty.hold.gone": ("那天还没入队或已经离队", "not of the team that day"),
    "duty.hold.away": ("那天来不了", "away at that time"),
    "duty.hold.capacity": ("身份不合要求", "of a capacity this shift does not take"),
    "duty.hold.minor": ("未成年，不能值这一班", "under age, which this shift does not take"),
    "duty.hold.long": ("不能连着值这么久", "not allowed to serve that long on end"),
    "duty.hold.overlap": ("同时在别的班上", "in another shift at that time"),
    "duty.hold.rest": ("夜班前后要休息", "resting before or after a night"),
    "duty.hold.stretch": ("连着值就太久了", "on duty too long without a break"),
    "duty.hold.run": ("夜班、重活已经连着排满", "at the end of a run of nights or hard shifts"),
    "duty.hold.cap": ("这个月的班数已经到顶", "at the most shifts they wish this month"),
    "duty.hold.apart": ("不能和班上的人排在一起", "not to serve with somebody who is there"),
    "duty.hold.full": ("来了就超过人数", "too many for the places it has"),
    "duty.hold.free": ("可以问问", "free to be asked"),
    # of one locked place
    "duty.kept.gone": ("那天不在队里", "not of the team that day"),
    "duty.kept.away": ("说过那天来不了", "said they are away at that time"),
    "duty.kept.capacity": ("这一班不收这个身份", "the shift does not take this capacity"),
    "duty.kept.minor": ("未成年人不能值这一班", "a minor may not serve in this shift"),
    "duty.kept.long": ("这一班超过了一个人能连着值的时间", "the shift is longer than anyone may serve on end"),
    "duty.kept.overlap": ("同一时间排了两班", "two shifts at the same time"),
    "duty.kept.rest": ("夜班之后休息不到 10 小时", "less than 10 hours of rest after a night"),
    "duty.kept.stretch": ("连着值超过 12 小时", "more than 12 hours on end"),
    "duty.kept.run": ("夜班、重活连着排得太多", "too many nights or hard shifts in a row"),
    "duty.kept.cap": ("比本人希望的多太多", "far more shifts than they wish"),
    "duty.kept.apart": ("这两位不排在一起", "these two are not to serve together"),
    "duty.kept.full": ("人数超过了位置", "more people than places"),
}
