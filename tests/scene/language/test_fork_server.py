"""The fork server outlives what happens at the same moment."""

from __future__ import annotations

import resource
import socket
from types import SimpleNamespace

import pytest

from scenewright.scene.language.running import fork_server

PID = 5_000_000  # above what Linux gives out


@pytest.mark.parametrize("reaped_first", [True, False])
def test_a_child_dying_as_its_host_hangs_up_spares_the_server(monkeypatch, reaped_first):
    host, status = socket.socketpair()
    order, control = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    wake_write, wake_read = socket.socketpair()
    wake_write.send(b"\0")
    host.close()
    order.close()
    both = [SimpleNamespace(fileobj=wake_read, data=None), SimpleNamespace(fileobj=status, data=PID)]
    looks = iter([both if reaped_first else both[::-1], [SimpleNamespace(fileobj=control, data=None)]])
    dead = iter([(PID, 0, resource.getrusage(resource.RUSAGE_SELF))])
    monkeypatch.setattr(fork_server.os, "wait4", lambda *_: next(dead))
    server = object.__new__(fork_server._Server)
    server._control, server._wake_read, server._running = control, wake_read, {PID: status}
    server._ready = SimpleNamespace(pid=0)
    server._selector = SimpleNamespace(
        select=lambda: [(key, 1) for key in next(looks)], get_map=lambda: {status: None}, unregister=lambda _: None
    )
    assert server.run() == 0
    assert server._running == {}
    for end in (control, wake_read, wake_write, status):
        end.close()
