"""Answers go out at once: an answer in two pieces must not wait 40 ms for the other side's acknowledgement."""

from __future__ import annotations

import asyncio
import socket

from desk.hub import serving
from desk.hub.serving import Listen


def test_connections_of_the_hub_send_small_pieces_at_once() -> None:
    async def accepted() -> int:
        seen: asyncio.Future[int] = asyncio.get_running_loop().create_future()

        def serve(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            line = writer.get_extra_info("socket")
            seen.set_result(line.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            writer.close()

        with serving.bind(Listen(port=0, insecure_http=True)) as door:
            server = await asyncio.start_server(serve, sock=door)
            async with server:
                _, writer = await asyncio.open_connection("127.0.0.1", door.getsockname()[1])
                found = await asyncio.wait_for(seen, 10)
                writer.close()
                await writer.wait_closed()
        return found

    assert asyncio.run(accepted()) != 0
