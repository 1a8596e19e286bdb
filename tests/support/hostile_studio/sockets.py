"""Event streams and bare connections: strangers, floods, frames that are too long, and clients that say nothing."""

from __future__ import annotations

import base64
import contextlib
import os
import socket
import struct
import time
import zlib
from collections.abc import Callable, Iterable
from typing import Any

from websockets.exceptions import ConnectionClosed, InvalidHandshake
from websockets.sync.client import ClientConnection, connect

from scenewright.app.studio.keys import cookie_name
from tests.support.hostile_studio.case import Case, does, talks
from tests.support.hostile_studio.ground import Ground, Reply

__all__ = ["SOCKETS"]

_EVENTS = "/api/sessions/<session>/events"
_CLOSED = (*range(400, 500), *range(1000, 1016), *range(4400, 4500))
"""Statuses before, and codes after the handshake that end a stream. 1011 is a failure of the server, and counts as 500."""


def _stream(ground: Ground, target: str = _EVENTS, *, who: str | None = "ben", **more: Any) -> ClientConnection:
    headers = {} if who is None else {"cookie": f"{cookie_name(f'localhost:{ground.port}')}={ground.cookies[who]}"}
    more = {"origin": f"http://localhost:{ground.port}", "max_size": 1 << 20, **more}
    address = f"ws://localhost:{ground.port}{ground.filled(target)}"
    return connect(address, additional_headers=headers, open_timeout=20, close_timeout=3, **more)


def _end(stream: ClientConnection, seconds: float = 10.0) -> Reply:
    """The code with which the server closes a stream; 200 while it goes on."""
    ends = time.monotonic() + seconds
    with contextlib.suppress(TimeoutError):
        try:
            while time.monotonic() < ends:
                stream.recv(timeout=max(ends - time.monotonic(), 0.01))
        except ConnectionClosed as closed:
            code = closed.rcvd.code if closed.rcvd is not None else 1006
            return Reply(500 if code == 1011 else code)
    return Reply(200)


def _opened(name: str, tries: str, target: str = _EVENTS, **more: Any) -> Case:
    """A stream that must not open, or be closed at once."""

    def send(ground: Ground) -> list[Reply]:
        try:
            with _stream(ground, target, **more) as stream:
                return [_end(stream)]
        except InvalidHandshake as refused:
            response = getattr(refused, "response", None)
            return [Reply(400 if response is None else response.status_code)]

    return does(f"stream-{name}", tries, send, _CLOSED)


def _said(
    name: str, tries: str, say: Callable[[ClientConnection], None], statuses: Iterable[int], seconds: float
) -> Case:
    """A stream on which something is said."""

    def send(ground: Ground) -> list[Reply]:
        with _stream(ground) as stream:
            stream.recv(timeout=20)
            with contextlib.suppress(ConnectionClosed):
                say(stream)
            return [_end(stream, seconds)]

    return does(f"stream-{name}", tries, send, statuses)


def _flood(stream: ClientConnection) -> None:
    for _ in range(5_000):
        stream.send("x" * 200)


def _frame(first: int, data: bytes) -> bytes:
    """A frame of a client with an empty mask."""
    size = bytes([0x80 | len(data)]) if len(data) < 126 else bytes([0x80 | 127]) + struct.pack(">Q", len(data))
    return bytes([first]) + size + bytes(4) + data


def _by_hand(name: str, tries: str, frames: bytes, *, packed: bool = False) -> Case:
    """A stream that was opened by hand, with frames that no library sends."""

    def send(ground: Ground) -> list[Reply]:
        lines = [
            f"GET {ground.filled(_EVENTS)} HTTP/1.1",
            f"Host: localhost:{ground.port}",
            f"Cookie: {cookie_name(f'localhost:{ground.port}')}={ground.cookies['ben']}",
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Version: 13",
            f"Sec-WebSocket-Key: {base64.b64encode(os.urandom(16)).decode()}",
            *(["Sec-WebSocket-Extensions: permessage-deflate"] if packed else []),
        ]
        with socket.create_connection(("localhost", ground.port), timeout=20) as plain:
            plain.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
            assert plain.recv(1 << 16).startswith(b"HTTP/1.1 101")
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                plain.sendall(frames)
            data = b""
            try:
                while piece := plain.recv(1 << 16):
                    data += piece
            except ConnectionResetError:
                return [Reply(1006)]
        at = data.rfind(b"\x88")
        code = struct.unpack(">H", data[at + 2 : at + 4])[0] if at >= 0 and len(data) >= at + 4 else 1006
        return [Reply(500 if code == 1011 else code)]

    return does(f"stream-{name}", tries, send, _CLOSED)


def _too_many(ground: Ground) -> list[Reply]:
    """More streams than the server keeps open. Those above are closed, and all can be opened again."""
    most = ground.server.settings.limits.streams
    _none_open(ground)
    with contextlib.ExitStack() as stack:
        streams = [stack.enter_context(_stream(ground)) for _ in range(most + 8)]
        codes = [_end(stream, 20.0 if n >= most else 0.05) for n, stream in enumerate(streams)]
        assert [code.status for code in codes[:most]].count(200) == most
    _none_open(ground)
    with _stream(ground) as stream:
        assert '"hello"' in str(stream.recv(timeout=10))
    return codes[most:]


def _none_open(ground: Ground) -> None:
    ends = time.monotonic() + 20
    while ground.server.context.connections:
        assert time.monotonic() < ends, "streams stay open"
        time.sleep(0.02)


def _silent(ground: Ground) -> list[Reply]:
    """Connections that say nothing, or half of a request. Others are answered meanwhile."""
    with contextlib.ExitStack() as stack:
        for n in range(400):
            half = stack.enter_context(socket.create_connection(("localhost", ground.port), timeout=20))
            if n % 2:
                half.sendall(b"GET /api/places HTTP/1.1\r\nHost: local")
        return [ground.ask("GET", "/api/places")]


def _come_and_go(ground: Ground) -> list[Reply]:
    for _ in range(1_500):
        socket.create_connection(("localhost", ground.port), timeout=20).close()
    return [ground.ask("GET", "/api/places")]


def _bomb() -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = b"".join(packer.compress(bytes(1 << 20)) for _ in range(32)) + packer.flush(zlib.Z_SYNC_FLUSH)
    return _frame(0xC1, data[:-4])


SOCKETS = [
    _opened("of-another-page", "hear a scene from the page of a stranger", origin="http://evil.example"),
    _opened("of-no-page", "hear a scene from a page without an origin", origin="null"),
    _opened("without-cookie", "hear a scene as a stranger", who=None),
    _opened("of-somebody-else", "hear the scene of somebody else", "/api/sessions/<their_session>/events"),
    _opened("of-no-session", "hear a scene that is none", "/api/sessions/" + "a" * 24 + "/events"),
    _opened("elsewhere", "open a stream where there is none", "/api/places"),
    _opened("of-gradio", "open a stream past the gate", "/gradio/queue/join"),
    _opened("of-another-protocol", "have the server speak another protocol", "/healthy", subprotocols=["mqtt"]),
    _said("with-bytes", "break the reader of messages", lambda s: s.send(b"\0\xff"), _CLOSED, 10.0),
    _said("with-a-long-message", "fill the memory with one message", lambda s: s.send("x" * 600_000), _CLOSED, 10.0),
    _said("with-pieces", "fill the memory with pieces", lambda s: s.send("x" * 1_000 for _ in range(500)), _CLOSED, 10.0),
    _said("flood", "keep the server busy with messages", _flood, (200,), 0.1),
    _said("with-json", "have a message done as a command", lambda s: s.send('{"type": "edit"}'), (200,), 0.1),
    _by_hand("without-mask", "break the reader of frames", b"\x81\x05hello"),
    _by_hand("not-utf-8", "break the reader of frames", _frame(0x81, b"\xff\xfe")),
    _by_hand("of-2-EB", "have memory set aside for a frame", b"\x81\xff" + struct.pack(">Q", 1 << 61) + bytes(4)),
    _by_hand("reserved-frame", "break the reader of frames", _frame(0x83, b"x")),
    _by_hand("that-grows", "have a small message grow", _bomb(), packed=True),
    talks("stream-of-version-7", "speak another protocol", b"GET /login HTTP/1.1\r\nHost: localhost:<port>\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 7\r\nSec-WebSocket-Key: eA==\r\n\r\n"),
    talks("upgrade-to-http-2", "speak another protocol", b"GET /api/places HTTP/1.1\r\nHost: localhost:<port>\r\nUpgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABk\r\n\r\n"),
    does("streams-by-the-dozen", "take all streams", _too_many, (4429,)),
    does("connections-that-are-silent", "take all connections", _silent, (200,)),
    does("connections-that-come-and-go", "tire the server", _come_and_go, (200,)),
]  # fmt: skip
