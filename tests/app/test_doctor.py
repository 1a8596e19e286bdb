"""What the doctor finds: each finding that is not 'ok' says what it would enable or how to get it, and nothing is spent or told."""

from __future__ import annotations

import json
import socket
import threading

import pytest

from scenewright.app.doctor import checks
from scenewright.app.doctor.services import service_checks
from tests.support.command_line import run


def test_what_is_missing_says_how_to_get_it() -> None:
    found = checks(offline=True)
    names = [check.name for check in found]
    assert len(names) == len(set(names))
    assert {
        "python",
        "confinement",
        "GPU",
        "CUDA toolkit",
        "blender",
        "mitsuba",
        "ffmpeg",
        "weights",
        "models",
        "ports",
    } <= set(names)
    assert "endpoints" not in names
    for check in found:
        assert check.state in ("ok", "note", "missing")
        assert check.found
        assert check.state == "ok" or check.mend or check.enables, check


def test_endpoints_are_reached_without_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that takes connections gets no byte: neither a key nor a question."""
    received: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            connection, _ = server.accept()
            with connection:
                connection.settimeout(10.0)
                received.append(connection.recv(100))

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        port = server.getsockname()[1]
        monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
        monkeypatch.setenv("OPENAI_BASE_URL", f"http://127.0.0.1:{port}/v1")
        (told,) = (check for check in service_checks(offline=False) if check.name == "endpoints")
        thread.join(10.0)
    assert f"127.0.0.1:{port}" in told.found
    assert received == [b""]
    assert "sk-secret" not in repr(told)


def test_a_taken_port_is_named() -> None:
    with socket.socket() as taken:
        try:
            taken.bind(("127.0.0.1", 7860))
        except OSError:
            pytest.skip("port 7860 is taken already")
        taken.listen()
        (ports,) = (check for check in service_checks(offline=True) if check.name == "ports")
        assert ports.state == "note"
        assert "--port" in ports.mend
    (ports,) = (check for check in service_checks(offline=True) if check.name == "ports")
    assert ports.state == "ok"


def test_the_command_tells_it_for_people_and_programs() -> None:
    done = run("doctor", "--offline", "--json", code=None)
    values = json.loads(done.stdout)
    assert all(set(check) == {"name", "state", "found", "mend", "enables"} for check in values["checks"])
    assert done.returncode == (0 if values["ok"] else 1)
