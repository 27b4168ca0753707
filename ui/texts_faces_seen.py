"""What is said to whoever stands before the camera: one short sentence, read aloud too, that says what to do."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "faces.hint.nobody": ("请站到摄像头前面", "Please stand in front of the camera"),
    "faces.hint.several": ("请一个人站在前面", "One person at a time, please"),
    "faces.hint.closer": ("请走近一点", "Please come closer"),
    "faces.hint.into_the_middle": ("请站到画面中间", "Please stand in the middle of the picture"),
    "faces.hint.dark": ("这里太暗了，请开灯或者换个亮的地方", "It is too dark here: please switch on a light"),
    "faces.hint.bright": ("太亮了，请避开背后或者正面的强光", "Too bright: please step out of the strong light"),
    "faces.hint.blurred": ("请站稳，别动", "Please hold still"),
    "faces.hint.covered": ("请摘下口罩、墨镜，露出整张脸", "Please take off mask and dark glasses"),
    "faces.hint.look_ahead": ("请看着摄像头", "Please look at the camera"),
    "faces.hint.head_up": ("请稍微抬头", "Please raise your head a little"),
    "faces.hint.head_down": ("请稍微低头", "Please lower your head a little"),
    "faces.hint.straight": ("请把头放正", "Please hold your head upright"),
    "faces.hint.good": ("很好，请保持", "Very good, please stay like this"),
    "faces.turn.ahead": ("请看着摄像头", "Please look at the camera"),
    "faces.turn.left": ("请慢慢向左转头", "Please turn your head slowly to your left"),
    "faces.turn.right": ("请慢慢向右转头", "Please turn your head slowly to your right"),
    "clock.face_not_linked": (
        "认出来了，但是没有和值班队员对上，没有记。请在住户的「人脸信息」里选好是哪位队员，这次用工作码或密码。",
        "Recognised, but not linked to anybody of the team; nothing was recorded. Choose the member on the resident's face "
        "page, and use the duty card or PIN this time.",
    ),
    "faces.no_passive_check": (
        "本机不能自动分辨照片、屏幕和真人，只靠转头和值班人员在场看着。",
        "This computer cannot tell a photo or a screen from a person by itself: it relies on the turn of the head and on "
        "somebody on duty looking on.",
    ),
    "faces.state.off": ("这个门岗没有打开刷脸", "Faces are switched off at this gate"),
    "faces.state.opening": ("正在打开刷脸…", "Faces are being opened ..."),
    "faces.state.ready": (
        "刷脸开着，可以认出 {people} 位住户",
        "Faces are on; residents who can be recognised: {people}",
    ),
    "faces.state.broken": ("刷脸打不开，其他功能不受影响", "Faces do not open; everything else works"),
    "faces.here.none": ("没有录入人脸", "Face not enrolled"),
    "faces.here.agreed": ("已同意，本机没有人脸信息", "Agreed; no face data on this computer"),
    "faces.here.enrolled": ("已录入，可以刷脸", "Enrolled; can be recognised"),
    "faces.here.suspended": ("已暂停，不会被认出来", "Paused; is not recognised"),
    "faces.here.other_model": ("程序换了新方法，要本人来重新采集", "Made by an older program; they have to come again"),
    "faces.result.deleted": ("已删除", "Deleted"),
    "faces.result.waiting": ("等待联网", "Waiting for a connection"),
    "faces.result.none": ("没有存过", "Never kept there"),
    "faces.result.holds": ("存着", "Kept"),
}
