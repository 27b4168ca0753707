"""Messages of emergency watches: forms of the documents, alarms by bit, hostile bytes, and that no place leaves here."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.alarms.watch_messages import LIMIT, Message, WatchDecoder, encode, parse
from tests.drivers.streams import assert_steady, bytewise, readings, whole

WHO = "0000000015"
POSITION = "221126,100203,A,00.000000,N,000.0000000,E,0.00,0.0,0.0,4,15,{battery},0,0,{status},1,1,460,0,1,1,130"


def position(kind: str, status: str, battery: int = 44, maker: str = "3G", index: str = "") -> bytes:
    return encode(maker, WHO, f"{kind},{POSITION.format(battery=battery, status=status)}", index)


def sorts(sent: bytes) -> list[object]:
    return [said.fields["sort"] for said in readings(whole(WatchDecoder(), sent)) if said.kind == "alarm"]


ANSWERS = [
    ("[3G*0000000015*0002*LK]", "[3G*0000000015*0002*LK]"),
    ("[3G*0000000015*000D*LK,50,100,100]", "[3G*0000000015*0002*LK]"),
    ("[3G*0000000015*0009*AL,221126]", "[3G*0000000015*0002*AL]"),
    ("[3G*0000000015*000D*AL_LTE,221126]", "[3G*0000000015*0006*AL_LTE]"),
    ("[SG*0000000015*0003*TKQ]", "[SG*0000000015*0003*TKQ]"),
    ("[SG*0000000015*0004*TKQ2]", "[SG*0000000015*0004*TKQ2]"),
    ("[3G*0000000015*0004*INIT]", "[3G*0000000015*0006*INIT,1]"),
    ("[3G*0000000015*0013*bphrt,120,79,73,,,,]", "[3G*0000000015*0005*bphrt]"),
    ("[ZJ*000000000000015*0075*0002*LK]", "[ZJ*000000000000015*0075*0002*LK]"),
    ("[3G*0000000015*0009*UD,221126]", ""),
    ("[3G*0000000015*000C*UD_LTE,2211]", ""),
    ("[3G*0000000015*0008*PULSE,72]", ""),
]


@pytest.mark.parametrize(("said", "answer"), ANSWERS)
def test_answers_of_the_documents(said: str, answer: str) -> None:
    assert parse(said.encode()).answer() == answer.encode()


@pytest.mark.parametrize(("status", "sort"), [
    ("00010000", ["sos"]), ("00200000", ["fall"]), ("00400000", ["fall"]), ("00100000", ["taken_off"]),
    ("00020000", ["low_battery"]), ("00000001", ["low_battery"]), ("00040000", ["left_area"]),
    ("00080000", ["entered_area"]), ("00030001", ["sos", "low_battery"]), ("00000000", ["unspecified"]),
    ("00000008", ["unspecified"]), ("nonsense", ["unspecified"]),
])  # fmt: skip
def test_alarms_by_their_bits(status: str, sort: list[str]) -> None:
    assert sorts(position("AL", status)) == sort


def test_an_alarm_says_who_and_when_but_not_where() -> None:
    (alarm,) = assert_steady(WatchDecoder, position("AL", "00010000"))
    assert dict(alarm.fields) == {"sort": "sos", "who": WHO, "said_at": "2026-11-22T10:02:03+00:00", "repeats": True, "battery": 44}  # fmt: skip
    assert WHO not in f"{alarm!r} {alarm.fields!r} {alarm.fields}"


def test_an_alarm_that_is_cut_short_is_an_alarm() -> None:
    assert sorts(encode("3G", WHO, "AL")) == ["unspecified"]
    assert sorts(encode("3G", WHO, "AL,221126,100203,V")) == ["unspecified"]
    assert sorts(encode("3G", WHO, "ALCUSTOMER1,x")) == ["unspecified"]


def test_a_position_without_an_alarm_says_only_that_the_watch_lives() -> None:
    (alive,) = readings(whole(WatchDecoder(), position("UD", "00000008", battery=70)))
    assert (alive.kind, dict(alive.fields)) == ("alive", {"who": WHO, "battery": 70})


def test_a_position_may_carry_an_alarm_too() -> None:
    (alarm,) = readings(whole(WatchDecoder(), position("UD2", "00100000")))
    assert (alarm.fields["sort"], alarm.fields["repeats"]) == ("taken_off", False)


@pytest.mark.parametrize(("content", "values"), [
    ("bphrt,120,79,73,,,,", {"pressure_high": 120, "pressure_low": 79, "heart_rate": 73}),
    ("bphrt,0,0,73,,,,", {"heart_rate": 73}), ("BLOOD,109,68", {"pressure_high": 109, "pressure_low": 68}),
    ("heart,1,66", {"heart_rate": 66}), ("heart,66", {"heart_rate": 66}), ("PULSE,72", {"heart_rate": 72}),
    ("oxygen,0,97", {"oxygen": 97}), ("btemp2,1,35.29", {"body_temperature": 35.29}),
])  # fmt: skip
def test_vital_values(content: str, values: dict[str, float]) -> None:
    told = readings(whole(WatchDecoder(), encode("3G", WHO, content)))
    assert {str(one.fields["quantity"]): one.fields["value"] for one in told} == values
    assert {one.kind for one in told} == {"vital"}


def test_vital_values_that_were_not_measured_are_none() -> None:
    assert [one.kind for one in readings(whole(WatchDecoder(), encode("3G", WHO, "bphrt,0,0,0,,,,")))] == ["alive"]


@pytest.mark.parametrize("length", ["0000", "0009", "0087", "FFFF"])
def test_a_wrong_length_loses_nothing(length: str) -> None:
    sent = position("AL", "00010000").replace(b"*" + position("AL", "00010000")[15:19] + b"*", f"*{length}*".encode())
    assert sent[15:19] == length.encode()
    assert not parse(sent).length_fits
    assert sorts(sent) == ["sos"]
    assert bytewise(WatchDecoder(), sent + sent) == whole(WatchDecoder(), sent + sent)


def test_a_right_length_is_noted() -> None:
    assert parse(position("AL", "00010000")).length_fits


def test_brackets_in_what_a_neighbour_called_the_network() -> None:
    for name in ("[home]", "home]", "[home", "]]", "[["):
        sent = encode("3G", WHO, f"AL,{POSITION.format(battery=9, status='00010000')},1,{name},00:00:00:00:00:00,-70")
        assert sorts(sent) == ["sos"], name
        assert sorts(sent + encode("3G", WHO, "LK")) == ["sos"], name


def test_an_unbalanced_bracket_waits_no_longer_than_the_pause() -> None:
    decoder = WatchDecoder()
    sent = encode("3G", WHO, f"AL,{POSITION.format(battery=9, status='00010000')},1,[home,-70")
    sent = sent[:15] + b"0FFF" + sent[19:]
    assert decoder.feed(sent) == []
    assert decoder.idle(0.1) == []
    assert [said.fields["sort"] for said in readings(decoder.idle(0.6))] == ["sos"]


def test_a_bracket_of_noise_in_front_does_not_hide_an_alarm() -> None:
    for noise in (b"[", b"[x", b"[[[", b"]", b"[3G*", b"[3G*1*0002*", b"\xff[3G*00000"):
        assert sorts(noise + position("AL", "00010000")) == ["sos"], noise


def test_the_escapes_of_binary_content() -> None:
    message = parse(encode("3G", WHO, "TK,")[:-1] + b"}\x01}\x02}\x03}\x04}\x05]")
    assert message.fields == ("}[],*",)


def test_a_voice_note_without_end_is_dropped() -> None:
    decoder = WatchDecoder()
    decoder.feed(b"[3G*0000000015*FFFF*TK," + b"\x91" * 3 * LIMIT)
    assert len(decoder._buffer) <= LIMIT
    assert sorts(b"[3G*0000000015*FFFF*TK," + b"\x91" * LIMIT + position("AL", "00010000")) == ["sos"]


def test_nothing_of_a_message_is_printed() -> None:
    message = parse(position("AL", "00010000"))
    assert WHO not in repr(message)
    assert "221126" not in f"{message} {message!r}"


@given(st.lists(st.one_of(
    st.binary(max_size=30), st.sampled_from([b"[", b"]", b"[3G*0000000015*0002*", b"[3G*", b"LK]", b"[x", b"}\x02"]),
    st.sampled_from([position("AL", "00010000"), position("UD", "00000000"), encode("ZJ", WHO, "LK", "0001")]),
), max_size=12))  # fmt: skip
def test_any_bytes_at_once_or_one_by_one_say_the_same(pieces: list[bytes]) -> None:
    stream = b"".join(pieces)
    assert readings(whole(WatchDecoder(), stream)) == readings(bytewise(WatchDecoder(), stream))


@given(st.binary(max_size=80))
def test_no_content_breaks_it(content: bytes) -> None:
    message = parse(b"[3G*0000000015*0000*" + content + b"]")
    assert isinstance(message, Message)
    assert message.readings()
    assert message.answer().isascii()
