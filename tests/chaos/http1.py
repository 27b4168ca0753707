"""HTTP/1.1 as far as a proxy between our own ends needs it: whole messages with a length or in chunks."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace

LONGEST_HEAD = 64 * 1024
NO_BODY = (b"204", b"304")


@dataclass(frozen=True)
class Message:
    """A request or an answer. head: the first line and the headers as they came; body: without chunk marks."""

    first: bytes
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes

    def header(self, name: bytes) -> bytes:
        return next((value for key, value in self.headers if key.lower() == name), b"")

    def raw(self, promised: int | None = None) -> bytes:
        """As bytes with a content-length: of the body, or `promised` to tell a lie."""
        kept = [
            key + b": " + value
            for key, value in self.headers
            if key.lower() not in (b"content-length", b"transfer-encoding")
        ]
        length = len(self.body) if promised is None else promised
        return b"\r\n".join([self.first, *kept, b"content-length: %d" % length, b"", self.body])

    def cut(self) -> Message:
        """With the first half of its body."""
        return replace(self, body=self.body[: len(self.body) // 2])


async def read(stream: asyncio.StreamReader) -> Message:
    """The next whole message. Raises IncompleteReadError when the other side closed."""
    head = await stream.readuntil(b"\r\n\r\n")
    first, *lines = head[:-4].split(b"\r\n")
    headers = tuple((key.strip(), value.strip()) for key, _, value in (line.partition(b":") for line in lines))
    found = Message(first, headers, b"")
    return replace(found, body=await _body(stream, found))


async def _body(stream: asyncio.StreamReader, message: Message) -> bytes:
    if message.header(b"transfer-encoding").lower() == b"chunked":
        return await _chunks(stream)
    length = message.header(b"content-length")
    if length:
        return await stream.readexactly(int(length))
    is_answer = message.first.startswith(b"HTTP/")
    if is_answer and message.first.split(b" ")[1] not in NO_BODY:
        return await stream.read()
    return b""


async def _chunks(stream: asyncio.StreamReader) -> bytes:
    parts = []
    while size := int((await stream.readuntil(b"\r\n")).split(b";")[0], 16):
        parts.append(await stream.readexactly(size))
        await stream.readexactly(2)
    while await stream.readuntil(b"\r\n") != b"\r\n":
        continue
    return b"".join(parts)


def answer(status: int, body: bytes = b"") -> Message:
    """An answer of the proxy's own."""
    return Message(b"HTTP/1.1 %d Proxy" % status, ((b"retry-after", b"1"),), body)
