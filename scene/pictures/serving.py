"""The child that decodes pictures. A warm server, which never sees a picture, forks a child for each request of the host; the child
confines itself (no file, no socket, no process: the boundary of programs), decodes, answers and ends. So no state of one picture meets
another.

A request and an answer are frames: eight bytes with the length, big endian, then JSON. The bytes of the pictures follow the frame of a
request; the pixels of each picture follow its frame in the answer. Pictures are decoded in their order, as long as all have no more
pixels together than the request allows; of those after it the answer has facts only.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import socket
import struct
import sys
from collections.abc import Callable
from typing import Any, NoReturn

from scenewright.scene.children.kernel import KernelLevel, Lockdown, survey
from scenewright.scene.children.parser.child_limits import bound_resources
from scenewright.scene.pictures.decoding import PictureRefused, decode, strips, warm_up

__all__ = ["serve", "serve_once"]

_CHUNK = 4 << 20
_ORDER_BYTES = 4096


def serve(control_fd: int) -> int:
    """Serve until the host closes the control socket, then return the exit status 0. An order comes with a file in memory that holds the
    request, and the end of a pipe for the answer."""
    control = socket.socket(fileno=control_fd)
    warm_up()
    offered = survey()
    level = KernelLevel.NONE if not offered.seccomp else KernelLevel.FULL if offered.landlock else KernelLevel.SECCOMP
    lockdowns = [Lockdown(level), Lockdown(level, threads=True)]
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the kernel reaps the children
    gc.collect()
    gc.freeze()
    control.send(level.name.encode())
    server = os.getpid()
    while True:
        order, fds, _, _ = socket.recv_fds(control, _ORDER_BYTES, 2)
        if not order:
            return 0
        if os.fork() == 0:
            limits = json.loads(order)
            _become_child(control, fds, limits, lockdowns[limits["threads"]], server)
        for fd in fds:
            os.close(fd)


def _become_child(
    control: socket.socket, fds: list[int], limits: dict[str, int], lockdown: Lockdown, server: int
) -> NoReturn:
    try:
        lockdown.follow_parent()
        if os.getppid() != server:
            os._exit(1)
        control.close()
        bound_resources(limits["memory"], limits["cpu_seconds"], written=0)
        lockdown.apply()
        source, target = fds
        _answer_all(lambda size: os.read(source, size), lambda part: os.write(target, part), limits["memory"])
    finally:
        os._exit(0)


def serve_once(limits: dict[str, int]) -> int:
    """Serve one request on standard input and output."""
    warm_up()
    bound_resources(limits["memory"], limits["cpu_seconds"])
    source, target = sys.stdin.buffer, sys.stdout.buffer
    _answer_all(source.read, target.write, limits["memory"])
    target.flush()
    return 0


def _answer_all(read: Callable[[int], bytes], write: Callable[[memoryview], int], memory: int) -> None:
    def whole(size: int) -> bytes:
        parts = []
        while size:
            part = read(min(size, _CHUNK))
            if not part:
                raise EOFError
            parts.append(part)
            size -= len(part)
        return b"".join(parts)

    def send(data: bytes) -> None:
        view = memoryview(data)
        while view:
            view = view[write(view[:_CHUNK]) :]

    (size,) = struct.unpack(">Q", whole(8))
    request: dict[str, Any] = json.loads(whole(size))
    left = request["left"]
    for one in request["pictures"]:
        decoded = None
        data = whole(one["bytes"])
        try:
            decoded = decode(one["want"], one["format"], data, {**one["options"], "left": left})
            answer: dict[str, Any] = {"facts": decoded.facts}
            if decoded.picture is not None:
                width, height = decoded.picture.size
                left -= width * height
                answer["shape"] = [height, width, len(decoded.mode)]
        except PictureRefused as error:
            answer = {"error": str(error)[:300]}
        except MemoryError:
            answer = {"error": f"it needs more than {memory >> 20:,} MiB of memory"}
        except Exception as error:  # noqa: BLE001 - any exception of a decoder is a fact about the picture
            answer = {"error": f"it is cut off or damaged ({error})"[:300]}
        text = json.dumps(answer).encode()
        send(struct.pack(">Q", len(text)) + text)
        if decoded is not None and decoded.picture is not None:
            for strip in strips(decoded):
                send(strip)
