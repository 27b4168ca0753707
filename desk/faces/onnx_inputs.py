"""An ONNX graph with one input: OpenCV 5 counts weights that are listed as inputs too, and then refuses to run the graph.

Field numbers are those of onnx.proto (ModelProto.graph 7, GraphProto.input 11, ValueInfoProto.name 1).
"""

from __future__ import annotations

from collections.abc import Iterator

GRAPH, GRAPH_INPUT, VALUE_NAME = 7, 11, 1
VARINT, FIXED64, LENGTH, FIXED32 = 0, 1, 2, 5


def keep_only_input(model: bytes, name: str) -> bytes:
    """The same model with every graph input but `name` taken out. Raises ValueError for bytes that are no such model."""
    made = bytearray()
    for number, kind, whole, body in _fields(model):
        if (number, kind) == (GRAPH, LENGTH):
            graph = b"".join(part for part in _graph_without(body, name))
            made += _varint(GRAPH << 3 | LENGTH) + _varint(len(graph)) + graph
        else:
            made += whole
    return bytes(made)


def _graph_without(graph: bytes, name: str) -> Iterator[bytes]:
    for number, kind, whole, body in _fields(graph):
        if (number, kind) != (GRAPH_INPUT, LENGTH) or _name(body) == name:
            yield whole


def _name(value_info: bytes) -> str:
    return next((body.decode() for number, _, _, body in _fields(value_info) if number == VALUE_NAME), "")


def _fields(message: bytes) -> Iterator[tuple[int, int, bytes, bytes]]:
    """(field number, wire kind, the field whole, its body) of a protobuf message."""
    at = 0
    while at < len(message):
        begun = at
        key, at = _read_varint(message, at)
        kind = key & 7
        if kind == VARINT:
            body_at, at = at, _read_varint(message, at)[1]
        elif kind == LENGTH:
            size, body_at = _read_varint(message, at)
            at = body_at + size
        elif kind in (FIXED64, FIXED32):
            body_at, at = at, at + (8 if kind == FIXED64 else 4)
        else:
            raise ValueError("not a protobuf message")
        if at > len(message):
            raise ValueError("cut short")
        yield key >> 3, kind, message[begun:at], message[body_at:at]


def _read_varint(message: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while at < len(message) and shift < 64:
        byte = message[at]
        value, shift, at = value | (byte & 127) << shift, shift + 7, at + 1
        if byte < 128:
            return value, at
    raise ValueError("cut short")


def _varint(value: int) -> bytes:
    made = bytearray()
    while value > 127:
        made.append(value & 127 | 128)
        value >>= 7
    return bytes([*made, value])
